"""A kind look back at one week: what was good first, the user's own side too, something to hold at the end.

Counts only, and nothing is held against another week. A moment with three people counts once.
"""

from collections.abc import Iterator, Sequence

from connect_desktop.domain import Gift, Reach
from connect_desktop.domain.body import body_label
from connect_desktop.i18n import tr, tr_n
from connect_desktop.insight.week import Chosen, Landed, Part, Week, WeekLine

MET_FROM, TRULY_MET = 3, 4


def look_back(week: Week) -> tuple[WeekLine, ...]:
    """Return the sentences in order; none where nothing was logged, came back or was tried."""
    told = [*_good(week), *_own(week), *_heavy(week)]
    return (*told, _keep(week)) if told or len(week.felt) else ()


def _good(week: Week) -> Iterator[WeekLine]:
    yield from _easier(week)
    yield from _met(week)
    yield from _given(week)
    yield from _ways_back(week)
    yield from _steps(week)


def _easier(week: Week) -> Iterator[WeekLine]:
    body = week.felt.body
    felt = week.where(lambda place: body[place] is not None)
    easier = [place for place in felt if (body[place] or 0) > 0]
    if easier:
        text = tr_n(
            "Your body breathed easier after {easier} of {n} moment, with {people}.",
            "Your body breathed easier after {easier} of {n} moments, with {people}.",
            len(week.moments(felt)), easier=len(week.moments(easier)), people=week.people(easier),
        )  # fmt: skip
        yield week.line(Part.GOOD, easier, text)


def _met(week: Week) -> Iterator[WeekLine]:
    found = week.felt.met
    rated = week.where(lambda place: found[place] is not None)
    met = [place for place in rated if (found[place] or 0) >= MET_FROM]
    if met:
        text = tr_n("You felt met in {met} of {n} moment, with {people}.",
                    "You felt met in {met} of {n} moments, with {people}.",
                    len(week.moments(rated)), met=len(week.moments(met)),
                    people=week.people(met))  # fmt: skip
        yield week.line(Part.GOOD, met, text)
    truly = [place for place in met if found[place] == TRULY_MET]
    if truly:
        text = tr_n("Truly met once, with {people}.", "Truly met {n} times, with {people}.",
                    len(week.moments(truly)), people=week.people(truly))  # fmt: skip
        yield week.line(Part.GOOD, truly, text)


def _given(week: Week) -> Iterator[WeekLine]:
    received = week.where(lambda place: bool(week.felt.received[place]))
    if received:
        text = tr_n("Given to you in {n} moment, by {people}: {gifts}.",
                    "Given to you in {n} moments, by {people}: {gifts}.",
                    len(week.moments(received)), people=week.people(received),
                    gifts=_gifts(week.felt.received, received))  # fmt: skip
        yield week.line(Part.GOOD, received, text)
    gave = week.where(lambda place: bool(week.felt.gave[place]))
    if gave:
        text = tr_n("Given by you in {n} moment, to {people}: {gifts}.",
                    "Given by you in {n} moments, to {people}: {gifts}.",
                    len(week.moments(gave)), people=week.people(gave),
                    gifts=_gifts(week.felt.gave, gave))  # fmt: skip
        yield week.line(Part.GOOD, gave, text)


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


def _ways_back(week: Week) -> Iterator[WeekLine]:
    back = week.where(lambda place: week.felt.hurt[place] and week.came_back(place))
    if back:
        text = tr_n("There was a hurt with {people}, and a way back.",
                    "There were {n} hurts with {people}, each with a way back.",
                    len(back), people=week.people(back))  # fmt: skip
        yield week.line(Part.GOOD, back, text)
    if week.returned:
        text = tr_n("An earlier hurt with {people} found a way back.",
                    "{n} earlier hurts with {people} found a way back.",
                    len(week.returned),
                    people=week.named(one.person for one in week.returned))  # fmt: skip
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
    chosen = week.left_open(lambda place: week.felt.reach[place] == Reach.THEM_UNANSWERED.value)
    if chosen:
        text = tr_n("{people} reached out once, and you did not answer.",
                    "{n} attempts you did not answer: {people}.",
                    len(chosen), people=week.people(chosen))  # fmt: skip
        yield week.line(Part.OWN, chosen, text)


def _heavy(week: Week) -> Iterator[WeekLine]:
    yield from _tighter(week)
    chosen = week.left_open(lambda place: week.felt.reach[place] == Reach.ME_UNANSWERED.value)
    if chosen:
        text = tr_n("You reached out to {people} once, and no answer came.",
                    "{n} times you reached out, and no answer came: {people}.",
                    len(chosen), people=week.people(chosen))  # fmt: skip
        yield week.line(Part.HEAVY, chosen, text)
    hurt = week.left_open(lambda place: week.felt.hurt[place] and not week.came_back(place))
    if hurt:
        text = tr_n("There was a hurt with {people}; the way back is open.",
                    "There were {n} hurts with {people}; the way back is open.",
                    len(hurt), people=week.people(hurt))  # fmt: skip
        yield week.line(Part.HEAVY, hurt, text)
    for step in week.steps:
        if step.landed is not None and step.landed < 0:
            yield WeekLine(part=Part.HEAVY, text=_step(week, step), steps=True)


def _tighter(week: Week) -> Iterator[WeekLine]:
    body = week.felt.body
    felt = week.where(lambda place: body[place] is not None)
    tighter = [place for place in felt if (body[place] or 0) < 0]
    if tighter:
        text = tr_n("Your body tightened after {tighter} of {n} moment, with {people}.",
                    "Your body tightened after {tighter} of {n} moments, with {people}.",
                    len(week.moments(felt)), tighter=len(week.moments(tighter)),
                    people=week.people(tighter))  # fmt: skip
        yield week.line(Part.HEAVY, tighter, text)


def _keep(week: Week) -> WeekLine:
    """Return the one thing to hold: the freest breath, else being met, given to, giving, or having looked."""
    felt = week.felt
    if one := _most(week, felt.body, 1):
        answer = body_label(felt.body[one[0]] or 0)
        text = tr("{day} with {people}, and how your body answered: {felt}.",
                  **_when(week, one), felt=answer)  # fmt: skip
    elif one := _most(week, felt.met, MET_FROM):
        text = tr("{day} with {people}, when you felt met.", **_when(week, one))
    elif one := _most(week, [len(gifts) for gifts in felt.received], 1):
        text = tr("{day} with {people}, when something was given to you.", **_when(week, one))
    elif one := _most(week, [len(gifts) for gifts in felt.gave], 1):
        text = tr("What you gave {people} on {day}.", **_when(week, one))
    else:
        text = _courage(week)
    return week.line(Part.KEEP, one, text)


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


def _when(week: Week, chosen: Chosen) -> dict[str, str]:
    return {"day": week.weekday(chosen[0]), "people": week.people(chosen)}
