"""The prompt that is offered, out of the store and the readings; the same all day, unless it is passed."""

from datetime import timedelta

from connect_desktop.domain.prompts import Fits, Prompt, prompts
from connect_desktop.insight import prompting
from connect_desktop.insight.company import company
from connect_desktop.insight.prompting import Asked, Asking, Occasion
from connect_desktop.ui.readings import BondReadings
from connect_desktop.ui.session import Session

ASKED = "prompts"
"""the name under which the store remembers what was offered"""
OWN = "own"
"""the family of the user's own prompts"""


def known_prompts(session: Session) -> dict[str, Prompt]:
    """Return every prompt that can be offered by id, the user's own last."""
    own = session.store.prompts.offered()
    made = (Prompt(id=one.id, family=OWN, need=Fits.NONE, text=one.text) for one in own)
    return {**prompts(session.settings.language), **{one.id: one for one in made}}


def todays_prompt(session: Session, readings: BondReadings) -> Asking | None:
    """Return what is offered today, and remember that it was; None once it was written to."""
    asked, today = prompting.remembered(session.store.memo(ASKED)), session.today()
    last = asked[-1] if asked and asked[-1].on == today and not asked[-1].passed else None
    if last is None:
        return _next(session, readings, asked)
    if (today, last.prompt) in session.store.reflections.answered(today):
        return None
    return _again(session, readings, last) or _next(session, readings, prompting.passed(asked))


def another_prompt(session: Session, readings: BondReadings) -> Asking | None:
    """Return something else than what is offered, and remember that it was."""
    return _next(session, readings, prompting.passed(prompting.remembered(session.store.memo(ASKED))))


def _next(session: Session, readings: BondReadings, asked: tuple[Asked, ...]) -> Asking | None:
    today = session.today()
    answered = session.store.reflections.answered(today - timedelta(days=prompting.LOOKS_BACK))
    before = [*asked, *(Asked(on=on, prompt=prompt) for on, prompt in answered if on < today)]
    before.sort(key=lambda one: one.on)
    known = known_prompts(session).values()
    found = prompting.asking(_fitting(session, readings), before, today, known)
    if found is not None:
        session.remember(ASKED, prompting.text(prompting.then(asked, found, today)))
    return found


def _again(session: Session, readings: BondReadings, last: Asked) -> Asking | None:
    """Return the same offer where it still fits."""
    prompt = known_prompts(session).get(last.prompt)
    if prompt is None:
        return None
    if last.person is None:
        return Asking(prompt=prompt)
    fitting = (one.person for one in _fitting(session, readings) if one.fits is prompt.need)
    found = next((person for person in fitting if person.id == last.person), None)
    return Asking(prompt=prompt, person=found) if found is not None else None


def _fitting(session: Session, readings: BondReadings) -> tuple[Occasion, ...]:
    store, today = session.store, session.today()
    since = session.now() - timedelta(days=prompting.LATELY + 2)
    hurts = {person: session.day_of(at) for person, at in store.open_ends.hurts(since).items()}
    around = company(readings.found())
    return prompting.occasions(around, store.people.all(), store.hopes.open(), hurts, today)
