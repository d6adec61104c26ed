"""How close: the edits of a change, and a history in words."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from connect_desktop.domain import Closeness, Edit, labels
from connect_desktop.domain.rings import by_ring, changes, rings_on
from connect_desktop.i18n import begun, month_name, month_of, plain_date, tr, tr_n
from connect_desktop.insight.told import short_name
from connect_desktop.ui.session import Edits
from connect_desktop.ui.widgets.ring_face import RingPerson


def placed(notes: Sequence[Closeness], person: str, ring: int, today: date) -> Edits:
    """Return the edits that put someone on a ring from today on; none where they are there."""
    held = rings_on(notes, today).get(person)
    if held is None:
        return (Edit(None, Closeness(person=person, on=today, ring=ring)),)
    return _noted(held, replace(held, ring=ring), today)


def drawn(notes: Sequence[Closeness], person: str, overlap: int | None, today: date) -> Edits:
    """Return the edits that draw two circles together from today on; none for someone on no ring."""
    held = rings_on(notes, today).get(person)
    return () if held is None else _noted(held, replace(held, overlap=overlap), today)


def taken_off(notes: Sequence[Closeness], person: str) -> Edits:
    """Return the edits that take someone off the rings.

    A note always names a ring, so there is none that says "no ring from today on": all of theirs go.
    """
    return tuple(Edit(note, None) for note in notes if note.person == person)


def taken_back(notes: Sequence[Closeness], person: str, today: date) -> Edits:
    """Return the edits that take back what was noted today, where something was noted before; else none."""
    theirs = [note for note in notes if note.person == person]
    of_today = [note for note in theirs if note.on == today]
    return tuple(Edit(note, None) for note in of_today) if len(of_today) < len(theirs) else ()


def _noted(held: Closeness, wanted: Closeness, today: date) -> Edits:
    """Return the edit of today's note, or a note for today beside an older one."""
    if wanted == held:
        return ()
    if held.on == today:
        return (Edit(held, wanted),)
    return (Edit(None, Closeness(person=held.person, on=today, ring=wanted.ring, overlap=wanted.overlap)),)


def history(notes: Iterable[Closeness], person: str, today: date) -> str:
    """Return how close someone has been, "Close since March; further out since September"; "" for never."""
    found = changes(notes, person)
    months = [(note.on.year, note.on.month) for note in found]
    parts = []
    for note, month in zip(found, months, strict=True):
        exact = months.count(month) > 1 or month == (today.year, today.month)
        when = _when(note.on, today, exact=exact)
        parts.append(tr("{close} since {when}", close=labels.ring_label(note.ring), when=when))
    text = "; ".join(parts)
    return f"{begun(text)}." if text else ""


def _when(on: date, today: date, *, exact: bool) -> str:
    if on == today:
        return tr("today")
    if exact:
        return f"{on.day} {month_name(on.month)}" if on.year == today.year else plain_date(on)
    return month_name(on.month) if on.year == today.year else month_of(on)


def in_words(people: Sequence[RingPerson], held: dict[str, Closeness]) -> str:
    """Return the rings as text, one line a ring, and a line for those on none."""
    names = {one.id: labels.BETWEEN.join(filter(None, (short_name(one.name), one.status))) for one in people}
    lines = []
    for ring, here in by_ring(held, names).items():
        label = labels.ring_label(ring)
        who = ", ".join(names[one] for one in here) or tr("nobody")
        lines.append(tr("{place}: {names}.", place=begun(label), names=who))
    rest = sum(one not in held for one in names)
    if rest:
        lines.append(tr_n("{n} person is not placed.", "{n} people are not placed.", rest))
    return "\n".join(lines)
