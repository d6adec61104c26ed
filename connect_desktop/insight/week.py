"""A kind look back at one week: what was good first, the user's own side too, something to hold at the end.

Counts only, and nothing is held against another week. A moment with three people counts once.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from connect_desktop.domain import Columns, Gift, Reach, WayBack
from connect_desktop.domain.body import body_label
from connect_desktop.domain.search import fold
from connect_desktop.i18n import tr, tr_n, weekday_name

MET_FROM, TRULY_MET = 3, 4
NAMED = 3
"""people named in one sentence; of more, two and a number"""


class Part(Enum):
    """Where in the look back a sentence belongs, in this order."""

    GOOD = "good"
    OWN = "own"
    """what the user owed others, as plainly as what others owed the user"""
    HEAVY = "heavy"
    KEEP = "keep"
    """something the user can hold"""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekLine:
    """A sentence, and the moments it counts, by the ids of their interactions; or the steps it tells of."""

    part: Part
    text: str
    moments: tuple[str, ...] = ()
    steps: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """A hurt of an earlier week to which somebody came back in this one."""

    interaction: str
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Landed:
    """A small step of the week: with whom, and how it landed where that was told."""

    person: str | None
    landed: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """What there is to look back on."""

    monday: date
    felt: Columns
    """the impressions of the week"""
    names: Mapping[str, str]
    """of everyone, by person"""
    day_ends: int
    """minutes after midnight"""
    returned: Sequence[Returned] = ()
    steps: Sequence[Landed] = ()
    returned_later: frozenset[str] = frozenset()
    """hurts of the week, by impression, to which somebody came back only after it"""


def look_back(week: Week) -> tuple[WeekLine, ...]:
    """Return the sentences in order; none where nothing was logged, came back or was tried."""
    told = [*_good(week), *_own(week), *_heavy(week)]
    return (*told, _keep(week)) if told or len(week.felt) else ()


def monday_of(on: date) -> date:
    """Return the Monday of a day's week."""
    return on - timedelta(days=on.weekday())


Chosen = Sequence[int]
"""places of impressions"""


def _where(week: Week, holds: Callable[[int], bool]) -> Chosen:
    return [place for place in range(len(week.felt)) if holds(place)]


def _moments(week: Week, chosen: Chosen) -> tuple[str, ...]:
    return tuple(dict.fromkeys(week.felt.interaction[place] for place in chosen))


def _people(week: Week, chosen: Chosen) -> str:
    return _named(week, [week.felt.person[place] for place in chosen])


def _named(week: Week, people: Iterable[str]) -> str:
    """Return the names of people in one line, in the order of names."""
    names = sorted((week.names.get(person, "") for person in set(people)), key=fold)
    if len(names) > NAMED:
        return tr_n("{names} and {n} other", "{names} and {n} others",
                    len(names) - 2, names=", ".join(names[:2]))  # fmt: skip
    if len(names) < 2:
        return "".join(names)
    return tr("{names} and {last}", names=", ".join(names[:-1]), last=names[-1])


def _good(week: Week) -> Iterator[WeekLine]:
    yield from _easier(week)
    yield from _met(week)
    yield from _given(week)
    yield from _ways_back(week)
    yield from _steps(week)


def _line(week: Week, part: Part, chosen: Chosen, text: str) -> WeekLine:
    return WeekLine(part=part, text=text, moments=_moments(week, chosen))


def _easier(week: Week) -> Iterator[WeekLine]:
    body = week.felt.body
    felt = _where(week, lambda place: body[place] is not None)
    easier = [place for place in felt if (body[place] or 0) > 0]
    if easier:
        text = tr_n(
            "Your body breathed easier after {easier} of {n} moment, with {people}.",
            "Your body breathed easier after {easier} of {n} moments, with {people}.",
            len(_moments(week, felt)), easier=len(_moments(week, easier)), people=_people(week, easier),
        )  # fmt: skip
        yield _line(week, Part.GOOD, easier, text)


def _met(week: Week) -> Iterator[WeekLine]:
    found = week.felt.met
    rated = _where(week, lambda place: found[place] is not None)
    met = [place for place in rated if (found[place] or 0) >= MET_FROM]
    if met:
        text = tr_n("You felt met in {met} of {n} moment, with {people}.",
                    "You felt met in {met} of {n} moments, with {people}.",
                    len(_moments(week, rated)), met=len(_moments(week, met)),
                    people=_people(week, met))  # fmt: skip
        yield _line(week, Part.GOOD, met, text)
    truly = [place for place in met if found[place] == TRULY_MET]
    if truly:
        text = tr_n("Truly met once, with {people}.", "Truly met {n} times, with {people}.",
                    len(_moments(week, truly)), people=_people(week, truly))  # fmt: skip
        yield _line(week, Part.GOOD, truly, text)


def _given(week: Week) -> Iterator[WeekLine]:
    received = _where(week, lambda place: bool(week.felt.received[place]))
    if received:
        text = tr_n("Given to you in {n} moment, by {people}: {gifts}.",
                    "Given to you in {n} moments, by {people}: {gifts}.",
                    len(_moments(week, received)), people=_people(week, received),
                    gifts=_gifts(week.felt.received, received))  # fmt: skip
        yield _line(week, Part.GOOD, received, text)
    gave = _where(week, lambda place: bool(week.felt.gave[place]))
    if gave:
        text = tr_n("Given by you in {n} moment, to {people}: {gifts}.",
                    "Given by you in {n} moments, to {people}: {gifts}.",
                    len(_moments(week, gave)), people=_people(week, gave),
                    gifts=_gifts(week.felt.gave, gave))  # fmt: skip
        yield _line(week, Part.GOOD, gave, text)


def _gifts(given: Sequence[Sequence[str]], chosen: Chosen) -> str:
    there = {gift for place in chosen for gift in given[place]}
    words = {
        Gift.LISTENED: tr("listening"),
        Gift.SHARED: tr("something true"),
        Gift.HELPED: tr("help"),
        Gift.REMEMBERED: tr("being remembered"),
        Gift.APPRECIATED: tr("appreciation"),
    }
    return ", ".join(words[gift] for gift in Gift if gift.value in there)


def _came_back(week: Week, place: int) -> bool:
    return (
        week.felt.way_back[place] not in (None, WayBack.NOT_YET.value)
        and week.felt.impression[place] not in week.returned_later
    )


def _ways_back(week: Week) -> Iterator[WeekLine]:
    back = _where(week, lambda place: week.felt.hurt[place] and _came_back(week, place))
    if back:
        text = tr_n("There was a hurt with {people}, and a way back.",
                    "There were {n} hurts with {people}, each with a way back.",
                    len(back), people=_people(week, back))  # fmt: skip
        yield _line(week, Part.GOOD, back, text)
    if week.returned:
        text = tr_n("An earlier hurt with {people} found a way back.",
                    "{n} earlier hurts with {people} found a way back.",
                    len(week.returned),
                    people=_named(week, (one.person for one in week.returned)))  # fmt: skip
        moments = tuple(dict.fromkeys(one.interaction for one in week.returned))
        yield WeekLine(part=Part.GOOD, text=text, moments=moments)


def _steps(week: Week) -> Iterator[WeekLine]:
    for step in week.steps:
        if step.landed is None or step.landed >= 0:
            yield WeekLine(part=Part.GOOD, text=_step(week, step), steps=True)


def _step(week: Week, step: Landed) -> str:
    name = week.names.get(step.person or "", "")
    if step.landed is None:
        return tr("You tried a small step with {name}.", name=name) if name else tr("You tried a small step.")
    landed = body_label(step.landed)
    if name:
        return tr("You tried a small step with {name}; afterwards: {landed}.", name=name, landed=landed)
    return tr("You tried a small step; afterwards: {landed}.", landed=landed)


def _own(week: Week) -> Iterator[WeekLine]:
    chosen = _where(week, lambda place: week.felt.reach[place] == Reach.THEM_UNANSWERED.value)
    if chosen:
        text = tr_n("{people} reached out once, and you did not answer.",
                    "{n} attempts you did not answer: {people}.",
                    len(chosen), people=_people(week, chosen))  # fmt: skip
        yield _line(week, Part.OWN, chosen, text)


def _heavy(week: Week) -> Iterator[WeekLine]:
    yield from _tighter(week)
    chosen = _where(week, lambda place: week.felt.reach[place] == Reach.ME_UNANSWERED.value)
    if chosen:
        text = tr_n("You reached out to {people} once, and no answer came.",
                    "{n} times you reached out, and no answer came: {people}.",
                    len(chosen), people=_people(week, chosen))  # fmt: skip
        yield _line(week, Part.HEAVY, chosen, text)
    hurt = _where(week, lambda place: week.felt.hurt[place] and not _came_back(week, place))
    if hurt:
        text = tr_n("There was a hurt with {people}; the way back is open.",
                    "There were {n} hurts with {people}; the way back is open.",
                    len(hurt), people=_people(week, hurt))  # fmt: skip
        yield _line(week, Part.HEAVY, hurt, text)
    for step in week.steps:
        if step.landed is not None and step.landed < 0:
            yield WeekLine(part=Part.HEAVY, text=_step(week, step), steps=True)


def _tighter(week: Week) -> Iterator[WeekLine]:
    body = week.felt.body
    felt = _where(week, lambda place: body[place] is not None)
    tighter = [place for place in felt if (body[place] or 0) < 0]
    if tighter:
        text = tr_n("Your body tightened after {tighter} of {n} moment, with {people}.",
                    "Your body tightened after {tighter} of {n} moments, with {people}.",
                    len(_moments(week, felt)), tighter=len(_moments(week, tighter)),
                    people=_people(week, tighter))  # fmt: skip
        yield _line(week, Part.HEAVY, tighter, text)


def _keep(week: Week) -> WeekLine:
    """Return the one thing to hold: the freest breath, else being met, given to, giving, or having looked."""
    felt = week.felt
    if one := _most(week, felt.body, 1):
        return _kept(week, one, tr("{day} with {people}, and how your body answered: {felt}.",
                                   **_when(week, one), felt=body_label(felt.body[one[0]] or 0)))  # fmt: skip
    if one := _most(week, felt.met, MET_FROM):
        return _kept(week, one, tr("{day} with {people}, when you felt met.", **_when(week, one)))
    if one := _most(week, [len(gifts) for gifts in felt.received], 1):
        return _kept(
            week, one, tr("{day} with {people}, when something was given to you.", **_when(week, one))
        )
    if one := _most(week, [len(gifts) for gifts in felt.gave], 1):
        return _kept(week, one, tr("What you gave {people} on {day}.", **_when(week, one)))
    return WeekLine(part=Part.KEEP, text=_courage(week))


def _courage(week: Week) -> str:
    if Reach.ME_UNANSWERED.value in week.felt.reach:
        return tr("Reaching out takes courage, and you had it.")
    if week.returned:
        return tr("A way back was found. That is what holds a bond.")
    if len(week.felt):
        return tr("You put it into words. What is written down need not be carried around.")
    return tr("You tried something small. That is how things begin.")


def _most(week: Week, levels: Sequence[int | None], least: int) -> list[int]:
    """Return the places of the moment with the highest level, the latest of several; none below `least`."""
    at = [place for place in range(len(week.felt)) if (levels[place] or 0) >= least]
    if not at:
        return []
    best = max(at, key=lambda place: (levels[place] or 0, week.felt.met[place] or 0, place))
    return [best]


def _kept(week: Week, chosen: Chosen, text: str) -> WeekLine:
    return _line(week, Part.KEEP, chosen, text)


def _when(week: Week, chosen: Chosen) -> dict[str, str]:
    seconds = week.felt.wall[chosen[0]] - 60 * week.day_ends
    on = date(1970, 1, 1) + timedelta(days=seconds // 86_400)
    return {"day": weekday_name(on), "people": _people(week, chosen)}
