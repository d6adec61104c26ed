"""What is told of each person: their reading in sentences, or that nothing is read of them any more."""

from collections.abc import Sequence

from connect_desktop.domain import Person, Status
from connect_desktop.i18n import tr
from connect_desktop.insight.config import CONFIG
from connect_desktop.insight.one import Sentence, one_by_one
from connect_desktop.insight.readings import Reading, Readings
from connect_desktop.insight.said_before import Said, SaidBefore
from connect_desktop.insight.states import State
from connect_desktop.insight.told import Line, Told
from connect_desktop.insight.turning import no_longer

_UNMET = (State.ONE_SIDED, State.MIXED, State.THIN)


def told(people: Sequence[Person], found: Readings, said: SaidBefore) -> dict[str, Told]:
    """Return what is told of `people`, by person; `said` is what is said of them from now on."""
    ended = _ended(found, said)
    read = {one.person.id: _told(one, found, ended.get(one.person.id, "")) for one in found.people}
    frozen = {
        person.id: at_rest(person, said.now.get(person.id)) for person in people if person.id not in read
    }
    return read | frozen


def _ended(found: Readings, said: SaidBefore) -> dict[str, str]:
    """Return what was said lately and no longer holds, by person."""
    active = [one.person for one in found.people]
    was = [said.now[person.id].no_longer(found.today) for person in active]
    if not any(was):
        return {}
    each = one_by_one(found.look, active, was, found.today, CONFIG)
    return {one.person.id: no_longer(one) for one in each if one.last is not None}


def _told(one: Reading, found: Readings, ended: str) -> Told:
    like_most = found.whole.mostly_unmet and one.state in _UNMET
    return Told(
        state=one.state,
        said=one.said.text,
        short=tr("Met less, as with most people here.") if like_most else one.short,
        listed=State.OPEN if like_most else one.state,
        behind=one.said.impressions,
        lines=tuple(map(_line, one.lines)),
        changed=_line(one.changed) if one.changed else None,
        no_longer=ended,
        likely=one.likely,
        would_change=one.would_change,
        wider=found.whole.picture if like_most else "",
        one_way=one.person.one_way,
    )


def _line(found: Sentence) -> Line:
    return Line(text=found.text, impressions=found.impressions)


def at_rest(person: Person, said: Said | None) -> Told:
    """Return that nothing is read any more, and what was said last; of the dead nothing is repeated."""
    now, short = _rest(person)
    last = _last_said(said.state) if said and person.status is not Status.DIED else ""
    return Told(state=None, said=now, short=short, lines=(Line(text=last),) if last else ())


def _rest(person: Person) -> tuple[str, str]:
    if person.status is Status.RESTING:
        return tr("This bond is resting, and so is its reading."), tr("Resting.")
    if person.status is Status.ENDED:
        return tr("This bond has ended. Nothing is read from it any more."), tr("Ended.")
    return tr("What you lived with {name} stays here, as it was.", name=person.name), ""


def _last_said(state: State) -> str:
    match state:
        case State.ONE_SIDED | State.MIXED:
            return tr("Until then it read as likely one-sided.")
        case State.LEANING:
            return tr("Until then it leaned towards one-sided; it was not clear.")
        case State.THEY_REACH:
            return tr("Until then most of the reaching was theirs.")
        case State.THIN:
            return tr("Until then you were met less than is usual for you.")
        case State.HARD_AND_REAL:
            return tr("Until then it read as hard, and real.")
        case State.MET | State.YOU_START_THEY_MEET:
            return tr("Until then you were met here.")
        case _:
            return ""
