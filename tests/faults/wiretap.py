"""A whole session in the real window, watched from outside: what it leaves on the disk, and what it opens.

Canary words: looked for as UTF-8, as UTF-16 of both orders and in base64, in every file below the home, the
temporary folder, the settings, the caches and the logs of the session; only the exports that the user asked
for may hold them. The network: every socket is seen by strace; none may be AF_INET or AF_INET6.
"""

import base64
import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
CANARY, PASSPHRASE, DONE = "Zyxkumquat", "heron dusk", "lived"


@dataclass
class Seen:
    """What a session left and opened."""

    files: int = 0
    found: list[str] = field(default_factory=list)
    sockets: dict[str, int] = field(default_factory=dict)
    controls: int = 0
    """files of the user's own exports in which the words were found: the look is not blind"""


def session(place: Path, *, traced: bool, alone: bool = False) -> Seen:
    """Live a session in a home of its own below `place`; `alone`: where there is no network at all."""
    home, temp, data, exports = (place / name for name in ("home", "tmp", "data", "exports"))
    for folder in (home, temp, exports):
        folder.mkdir(parents=True)
    trace = place / "trace"
    command = [sys.executable, str(HERE / "living.py"), str(data), str(exports)]
    if traced:
        command = ["strace", "-f", "-qq", "-e", "trace=socket", "-o", str(trace), *command]
    if alone:
        command = ["unshare", "-rn", *command]
    (exports / "own.txt").write_text(f"{CANARY} as the user's own file would have it", encoding="utf-8")
    done = subprocess.run(command, env=_surroundings(home, temp), capture_output=True, text=True,
                          timeout=400, check=False)  # fmt: skip
    assert done.returncode == 0 and DONE in done.stdout, (done.returncode, done.stdout, done.stderr[-3000:])
    seen = Seen(sockets=_sockets(trace) if traced else {})
    for path in sorted(place.rglob("*")):
        if path.is_file() and path != trace:
            own = exports in path.parents
            seen.files += not own
            held = holds(path.read_bytes())
            seen.controls += own and bool(held)
            seen.found += [f"{path.relative_to(place)}: {what}" for what in held if not own]
        assert CANARY.casefold() not in path.name.casefold(), path
    return seen


def holds(content: bytes) -> list[str]:
    """Return in which way the words are in a content."""
    return [name for name, pattern in _PATTERNS if pattern.search(content)]


def _patterns() -> list[tuple[str, re.Pattern[bytes]]]:
    made = []
    for word in (CANARY, PASSPHRASE):
        for coding in ("utf-8", "utf-16-le", "utf-16-be"):
            raw = word.encode(coding)
            made.append((coding, re.compile(re.escape(raw), re.IGNORECASE)))
            # Within base64 a word begins at one of three places; what neighbours blur is cut off.
            for shift in range(3):
                text = base64.b64encode(b"\0" * shift + raw)
                cut = text[-(-shift * 8 // 6) : -4]
                made.append((f"{coding} in base64", re.compile(re.escape(cut))))
    return made


_PATTERNS = _patterns()


def _sockets(trace: Path) -> dict[str, int]:
    found: dict[str, int] = {}
    for family in re.findall(r"socket\((\w+)", trace.read_text(errors="replace")):
        found[family] = found.get(family, 0) + 1
    return found


def _surroundings(home: Path, temp: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH", "LANG") if name in os.environ}
    return {
        **kept, "HOME": str(home), "TMPDIR": str(temp), "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_CACHE_HOME": str(home / "cache"), "XDG_DATA_HOME": str(home / "share"),
        "XDG_RUNTIME_DIR": str(home), "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen",
        "PYTHONDONTWRITEBYTECODE": "1",
    }  # fmt: skip


def can_trace() -> bool:
    """Return whether strace is here and may look at a process of ours."""
    return _runs("strace", "-qq", "-o", os.devnull, "true")


def can_be_alone() -> bool:
    """Return whether a process may be put where there is no network."""
    return _runs("unshare", "-rn", "true")


def _runs(*command: str) -> bool:
    return (
        shutil.which(command[0]) is not None
        and subprocess.run(command, capture_output=True, check=False).returncode == 0
    )


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="connect-watched-") as made:
        print(session(Path(made) / "one", traced=can_trace()), flush=True)
        if can_be_alone():
            print("without a network", session(Path(made) / "two", traced=False, alone=True), flush=True)
