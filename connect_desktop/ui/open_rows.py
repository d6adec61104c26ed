"""What is still open with somebody, in words, and the edits that say that it no longer is."""

from datetime import date, timedelta

from connect_desktop.domain import Person, Reach, Response, Status, WayBack, labels
from connect_desktop.i18n import relative_day, tr
from connect_desktop.insight.told import ON_BUTTON, short_name
from connect_desktop.store.open_ends import Open, OpenEnd
from connect_desktop.ui.moments import changed_moment, moment_of
from connect_desktop.ui.session import Edits, Session
from connect_desktop.ui.widgets.still_open import OpenRow, Way

WAITED = timedelta(days=30)
"""after an attempt nobody waits for its answer any more"""
_WAYS_BACK = (WayBack.ME, WayBack.THEM, WayBack.BOTH)


def open_rows(session: Session, person: Person) -> list[OpenRow]:
    """Return what is open with a person whose bond is lived now, the newest first; nothing else is asked."""
    if person.status is not Status.ACTIVE:
        return []
    found = session.store.open_ends.of(person.id, session.now() - WAITED)
    return [_row(session, end, short_name(person.name, ON_BUTTON)) for end in found]


def closing(session: Session, impression_id: str, value: object, on: date | None) -> tuple[str, Edits]:
    """Return what is noted, and the edits that note it; none where it is no longer there."""
    label, feel = _noted(value, on)
    moment = moment_of(session, impression_id)
    if moment is None:
        return label, ()
    return label, changed_moment(moment, {}, {impression_id: feel}, session.now())


def _noted(value: object, on: date | None) -> tuple[str, dict[str, object]]:
    if isinstance(value, WayBack):
        return tr("Way back noted"), {"way_back": value, "way_back_on": on}
    return tr("Answer noted"), {"response" if isinstance(value, Response) else "reach": value}


def _row(session: Session, end: OpenEnd, name: str) -> OpenRow:
    on = session.day_of(end.at)
    day = _on(on, session.today())
    match end.kind:
        case Open.HURT:
            return OpenRow(
                impression=end.impression.id,
                said=tr("A hurt {day} is still open.", day=day),
                ways=tuple(Way(value=way, label=_came_back(way, name)) for way in _WAYS_BACK),
                days=(min(on, session.today()), session.today()),
                asks=tr("There was a way back…"),
            )
        case Open.TRUTH:
            return OpenRow(
                impression=end.impression.id,
                said=_told(end, day),
                ways=tuple(
                    Way(value=one, label=labels.response_label(one))
                    for one in (Response.OPENED, Response.STAYED, Response.AWAY)
                ),
            )
        case _:
            return _attempt(end, name, day)


def _attempt(end: OpenEnd, name: str, day: str) -> OpenRow:
    if end.impression.reach is Reach.ME_UNANSWERED:
        said, way = (
            tr("You reached out {day}; no answer yet.", day=day),
            Way(value=Reach.ME, label=tr("{name} answered", name=name)),
        )
    else:
        said, way = (
            tr("{name} reached out {day}; you have not answered yet.", name=name, day=day),
            Way(value=Reach.THEM, label=tr("You answered")),
        )
    return OpenRow(impression=end.impression.id, said=said, ways=(way,))


def _told(end: OpenEnd, day: str) -> str:
    truth = end.impression.truth
    if truth is None:
        return tr("You said something directly {day}; no answer yet.", day=day)
    words = labels.truth_label(truth)
    return tr("You said “{words}” {day}; no answer yet.", words=short_name(words), day=day)


def _came_back(way: WayBack, name: str) -> str:
    return {
        WayBack.ME: tr("I came back"),
        WayBack.THEM: tr("{name} came back", name=name),
        WayBack.BOTH: tr("We both did"),
    }[way]


def _on(day: date, today: date) -> str:
    """Return "yesterday", "on Tuesday", "on 3 Nov"."""
    said = relative_day(day, today)
    return said if 0 <= (today - day).days < 2 else tr("on {day}", day=said)
