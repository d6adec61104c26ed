"""What was kept aside when another file took the place of the vault's: found, and removed for good."""

import shutil
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from connect_desktop.store.exchange import ASIDE
from connect_desktop.store.files import told

_WHEN = "%Y-%m-%dT%H%M%S"


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """A store as it was before it was put aside."""

    path: Path
    since: datetime
    """local time, as it is in the name"""
    size: int
    """bytes"""


def found(folder: Path) -> list[Aside]:
    """Return what is kept aside in a vault's folder, the newest first."""
    with told(folder), suppress(FileNotFoundError):
        there = [_aside(path) for path in (folder / ASIDE).iterdir() if path.is_dir()]
        return sorted(filter(None, there), key=lambda one: one.since, reverse=True)
    return []


def remove(aside: Aside) -> None:
    """Remove what is kept aside; `StoreError` where that is refused."""
    with told(aside.path.parent):
        shutil.rmtree(aside.path)


def _aside(path: Path) -> Aside | None:
    try:
        since = datetime.strptime(path.name, _WHEN)  # noqa: DTZ007 - the wall clock of when it was
    except ValueError:
        return None
    return Aside(path=path, since=since, size=sum(file.stat().st_size for file in path.iterdir()))
