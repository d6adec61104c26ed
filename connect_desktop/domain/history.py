"""How a reflection was on earlier days: which versions are kept, and which go when there are many."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise

from connect_desktop.domain.reflection import Reflection, Version

APART = timedelta(minutes=30)
"""a longer pause than this ends a sitting: how the text was before it is kept"""
MOST = 40
"""versions of one reflection"""
ROOM = 2_000_000
"""characters in all of them together"""


def before_now(before: Reflection, kept: Sequence[Version], now: datetime) -> Version | None:
    """Return the version to keep of a reflection that is written on now, after `kept`, the oldest first.

    None within one sitting, and where nothing was written or the newest version says the same.
    """
    return None if now - before.edited < APART else version(before, kept)


def version(of: Reflection, kept: Sequence[Version]) -> Version | None:
    """Return a reflection as it stands as a version; None where it is empty, or kept already."""
    said = (of.title, of.text)
    if not any(said) or (kept and said == (kept[-1].title, kept[-1].text)):
        return None
    return Version(reflection=of.id, at=of.edited, title=of.title, text=of.text)


def let_go(kept: Sequence[Version]) -> list[Version]:
    """Return the versions to let go of, so that no more than MOST, and ROOM characters, are left.

    First goes what stood for the shortest time; the newest stays.
    """
    left, gone = list(kept), []
    while len(left) > 1 and (len(left) > MOST or sum(len(one.text) for one in left) > ROOM):
        stood = [after.at - one.at for one, after in pairwise(left)]
        gone.append(left.pop(stood.index(min(stood))))
    return gone


def told(kept: Sequence[Version], now: Reflection) -> list[Version]:
    """Return the versions that say something else than what came after them, the newest first."""
    after, found = (now.title, now.text), []
    for one in reversed(kept):
        if (one.title, one.text) != after:
            found.append(one)
        after = (one.title, one.text)
    return found


def on_this_day(written: Sequence[Reflection], today: date) -> list[Reflection]:
    """Return what was written on this day of an earlier month, up to a year back, or year; newest first."""
    found = [one for one in written if _same_day(one.on, today)]
    return sorted(found, key=lambda one: (one.on, one.created, one.id), reverse=True)


def _same_day(on: date, today: date) -> bool:
    if on.day != today.day or on >= today:
        return False
    return on.month == today.month or today - on < timedelta(days=365)
