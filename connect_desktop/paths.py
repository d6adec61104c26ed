"""Where data, settings, logs, caches and the packaged resources lie."""

import os
from dataclasses import dataclass
from pathlib import Path

_APP = "Connect"
VAULT, MOVED = "vault", "moved.txt"
"""the encrypted file's own folder; what says where it is now, in a data folder that it was moved out of"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The folders of one installation; none of them need exist yet."""

    data: Path
    config: Path
    cache: Path
    moved_from: Path | None = None
    """the data folder that says where this one is, if the store was moved out of it"""

    @property
    def vault(self) -> Path:
        """The encrypted file's own folder."""
        return self.data / VAULT

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
        return _places(chosen, chosen, chosen / "cache")
    import platformdirs  # noqa: PLC0415 - start-up: not needed with a folder of one's own

    dirs = platformdirs.PlatformDirs(_APP, appauthor=False, roaming=False)
    return _places(Path(dirs.user_data_dir), Path(dirs.user_config_dir), Path(dirs.user_cache_dir))


def _places(data: Path, config: Path, cache: Path) -> Places:
    now = _now(data)
    return Places(data=now, config=config, cache=cache, moved_from=None if now == data else data)


def _now(data: Path) -> Path:
    """Return where the store of a data folder is now: there, unless it was moved."""
    try:
        moved = Path((data / MOVED).read_text(encoding="utf-8").strip())
    except (OSError, ValueError):
        return data
    return moved if moved.is_absolute() and not (data / VAULT / "vault.db").exists() else data


def resource(*parts: str) -> Path:
    """Return the path of a packaged resource, installed or in the source tree."""
    package = Path(__file__).resolve().parent
    inside = package / "resources"
    return (inside if inside.is_dir() else package.parent / "resources").joinpath(*parts)
