"""Where data, settings, logs, caches and the packaged resources lie."""

import os
from dataclasses import dataclass
from pathlib import Path

_APP = "Connect"


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The folders of one installation; none of them need exist yet."""

    data: Path
    config: Path
    cache: Path

    @property
    def vault(self) -> Path:
        """The encrypted file's own folder."""
        return self.data / "vault"

    @property
    def settings(self) -> Path:
        """The settings file; it holds no names and no text of the user's."""
        return self.config / "settings.json"

    @property
    def log(self) -> Path:
        """The log file; it holds no names and no text of the user's."""
        return self.cache / "connect.log"


def places(data: Path | None = None) -> Places:
    """Return the folders to use: all below `data`, or `CONNECT_DATA`, else the platform's own."""
    chosen = data or (Path(env) if (env := os.environ.get("CONNECT_DATA")) else None)
    if chosen is not None:
        chosen = Path(os.path.expanduser(chosen)).absolute()  # noqa: PTH111 - Path's own raises for ~nobody
        return Places(data=chosen, config=chosen, cache=chosen / "cache")
    import platformdirs  # noqa: PLC0415 - start-up: not needed with a folder of one's own

    dirs = platformdirs.PlatformDirs(_APP, appauthor=False, roaming=False)
    return Places(
        data=Path(dirs.user_data_dir),
        config=Path(dirs.user_config_dir),
        cache=Path(dirs.user_cache_dir),
    )


def resource(*parts: str) -> Path:
    """Return the path of a packaged resource, installed or in the source tree."""
    package = Path(__file__).resolve().parent
    inside = package / "resources"
    return (inside if inside.is_dir() else package.parent / "resources").joinpath(*parts)
