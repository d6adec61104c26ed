"""What a search found, as rows to show."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from connect_desktop.domain import labels
from connect_desktop.domain.excerpt import Marker
from connect_desktop.domain.found import Found, Hit, Kind
from connect_desktop.domain.terms import wanted
from connect_desktop.i18n import begun, clock, relative_day, tr, tr_n
from connect_desktop.ui.moments import Shown
from connect_desktop.ui.widgets.headed_rows import HeadingRow
from connect_desktop.ui.widgets.hit_rows import HitRow, MoreRow, Row
from connect_desktop.ui.widgets.moment_rows import Face

_ICONS = {
    Kind.CIRCLE: "people", Kind.MOMENT: "today", Kind.REFLECTION: "reflections", Kind.HOPE: "hopes",
    Kind.STEP: "today", Kind.CHECKIN: "today",
}  # fmt: skip
MORE = 200
"""how many more are shown at a time"""
_OF_SOMEONE = (Kind.PERSON, Kind.MOMENT, Kind.HOPE, Kind.STEP)


def rows(found: Found, text: str, shown: Shown) -> Iterator[Row]:
    """Yield what was found for a text: a heading above each kind, and below it a way to what is left."""
    marker = Marker(wanted(text))
    for kind in Kind:
        hits = found.of(kind)
        if not hits:
            continue
        yield HeadingRow(_heading(kind, len(hits), found.counts[kind]))
        yield from (_row(hit, marker, shown) for hit in hits)
        if left := found.counts[kind] - len(hits):
            n = min(left, MORE)
            yield MoreRow(kind=kind, spoken=tr_n("Show {n} more", "Show {n} more", n))


def kind_label(kind: Kind) -> str:
    """Return what things of a kind are called."""
    return {
        Kind.PERSON: tr("People"),
        Kind.CIRCLE: tr("Circles"),
        Kind.MOMENT: tr("Moments"),
        Kind.REFLECTION: tr("Reflections"),
        Kind.HOPE: tr("Hopes"),
        Kind.STEP: tr("Small steps"),
        Kind.CHECKIN: tr("Weeks"),
    }[kind]


def _heading(kind: Kind, here: int, total: int) -> str:
    some = tr("the first {n} of {total}", n=here, total=f"{total:,}")
    return labels.BETWEEN.join((kind_label(kind), some if here < total else str(total)))


def _row(hit: Hit, marker: Marker, shown: Shown) -> HitRow:
    people = [shown.people[one] for one in hit.people if one in shown.people]
    title = hit.title if hit.title.text else marker.marked(_title(hit, [one.name for one in people]))
    named = hit.title.text and hit.kind is Kind.PERSON and people
    if named and people[0].name != hit.title.text:
        title = replace(hit.title, text=people[0].name)
    faces = people if hit.kind in _OF_SOMEONE else []
    face = Face.of(faces[0]) if faces else None
    facts = _facts(hit, [one.name for one in people], shown)
    spoken = ". ".join(filter(None, (title.text, facts, hit.excerpt.text)))
    return HitRow(
        kind=hit.kind, id=hit.id, title=title, facts=facts, on=hit.on, excerpt=hit.excerpt, face=face,
        icon=_ICONS.get(hit.kind, ""), spoken=spoken,
    )  # fmt: skip


def _title(hit: Hit, names: list[str]) -> str:
    match hit.kind:
        case Kind.REFLECTION:
            return tr("Untitled")
        case Kind.CHECKIN:
            return tr("A weekly look")
        case Kind.STEP:
            return ", ".join(names) or tr("One small step")
        case _:
            return ", ".join(names) or "?"


def _facts(hit: Hit, names: list[str], shown: Shown) -> str:
    if hit.on is None:
        return tr_n("{n} person", "{n} people", len(hit.people)) if hit.kind is Kind.CIRCLE else ""
    if isinstance(hit.on, datetime):
        day = relative_day(shown.day_of(hit.on), shown.today)
        if hit.kind is Kind.PERSON:
            return tr("last {day}", day=day)
        return labels.BETWEEN.join((begun(day), clock(hit.on)))
    whom = ", ".join(names) if hit.kind is Kind.REFLECTION else ""
    return labels.BETWEEN.join(filter(None, (begun(relative_day(hit.on, shown.today)), whom)))
