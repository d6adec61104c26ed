"""Tries that failed to open the store, told to whoever opens it."""

from pathlib import Path

from connect_desktop.domain import now
from connect_desktop.i18n import clock, relative_day, tr_n
from connect_desktop.store import tries


def take(folder: Path) -> str:
    """Return how many there were and when, and begin to count anew; empty for none."""
    failed = tries.found(folder)
    if failed is None:
        return ""
    tries.forget(folder)
    last = failed.last.astimezone()
    return tr_n(
        "{n} try with another passphrase since you were last here, {day} at {time}.",
        "{n} tries with another passphrase since you were last here, the last {day} at {time}.",
        failed.count,
        day=relative_day(last.date(), now().astimezone().date()),
        time=clock(last),
    )
