"""Tries that failed to open the vault, to be told to whoever opens it next: how many, and when last."""

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from connect_desktop.store.files import write_whole

FILE = "vault.tries"


@dataclass(frozen=True, slots=True)
class Tries:
    """How often, and when it was the last time."""

    count: int
    last: datetime


def found(folder: Path) -> Tries | None:
    """Return the tries that failed since they were last told; None for none."""
    try:
        raw = json.loads((folder / FILE).read_text(encoding="ascii"))
        return Tries(max(1, int(raw["count"])), datetime.fromisoformat(raw["last"]))
    except (OSError, ValueError, TypeError, KeyError):
        return None


def note(folder: Path, at: datetime) -> None:
    """Count one more; a disk that refuses is no reason to keep anybody out."""
    before = found(folder)
    text = json.dumps({"count": before.count + 1 if before else 1, "last": at.isoformat()})
    with suppress(OSError):
        write_whole(folder / FILE, text.encode())


def forget(folder: Path) -> None:
    """Begin to count anew: they were told."""
    with suppress(OSError):
        (folder / FILE).unlink(missing_ok=True)
