"""A prompt to offer: fitted to what is open and to where one exhales, varied, never the same again for weeks.

The same day, life and past always give the same offer; nothing is drawn by chance.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from zlib import crc32

from connect_desktop.domain import Hope, HopeState, Person, Status
from connect_desktop.domain.prompts import Fits, Prompt
from connect_desktop.i18n import tr
from connect_desktop.insight.company import Company

PROMPT_RESTS = 42
"""days until the same prompt may be offered again, shown or answered"""
PERSON_RESTS, PASSED_PERSON_RESTS = 14, 45
"""days until somebody is named again: after any offer, after one that was passed"""
RAW, LATELY = 2, 120
"""days in which a hurt is left alone, and after which it is not brought up any more"""
FAMILIES_APART, NAMES_APART = 3, 2
"""offers of other families, and without a name, in between"""
LOOKS_BACK, MOST = 90, 400
"""days, and offers, that are remembered"""
_OPEN = (Fits.HURT, Fits.HOPE)
_UNNAMED = (Fits.NONE, Fits.ANYONE, Fits.EXHALE, Fits.QUIET)
"""what can be asked without anybody in mind"""
_TOWARDS = frozenset({"the-way-back", "my-part", "a-repair-that-held"})
"""asked only where nothing speaks against going back"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """Somebody, and what there is to write towards."""

    person: Person
    fits: Fits
    safe: bool = True
    """nothing the moments say speaks against going back to them"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An offer that was shown, or a prompt that was answered."""

    on: date
    prompt: str
    person: str | None = None
    passed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A prompt, and who is named in it."""

    prompt: Prompt
    person: Person | None = None


def occasions(
    found: Company, people: Iterable[Person], hopes: Iterable[Hope], hurts: Mapping[str, date], today: date
) -> tuple[Occasion, ...]:
    """Return what there is to write towards: people at rest, ended or died are never among it.

    `hurts` is the last day of a hurt without a way back, by person.
    """
    known = {one.id: one for one in people if one.status is Status.ACTIVE}
    safe = {one.person.id: one for one in found.people}
    waiting = {hope.person for hope in hopes if hope.state is HopeState.WAITING}
    made = [
        Occasion(person=known[one], fits=Fits.HURT, safe=one in safe and safe[one].hurt is not None)
        for one, on in hurts.items()
        if one in known and not known[one].one_way and RAW < (today - on).days <= LATELY
    ]
    made += [Occasion(person=known[one], fits=Fits.HOPE) for one in waiting if one in known]
    for one in found.people:
        if one.exhales and one.person.id in known:
            made.append(Occasion(person=one.person, fits=Fits.EXHALE))
        if one.quiet and one.person.id in known:
            made.append(Occasion(person=one.person, fits=Fits.QUIET))
    return tuple(sorted(made, key=lambda one: (one.fits, one.person.id)))


def asking(
    fitting: Sequence[Occasion], before: Sequence[Asked], today: date, prompts: Iterable[Prompt]
) -> Asking | None:
    """Return what to offer after all that was asked `before`, the oldest first; None where there are none."""
    history = _History(before, {one.id: one for one in prompts}, today)
    offers = list(_possible(fitting, history.known.values()))
    rested = [one for one in offers if history.rested(one)]
    varied = [one for one in rested if history.varies(one)]
    unnamed = [one for one in offers if one.person is None]
    return min(varied or rested or unnamed, key=history.turn, default=None)


def reason(one: Asking) -> str:
    """Return why somebody is named, in a few words; empty where nobody is."""
    if one.person is None:
        return ""
    name = one.person.name
    return {
        Fits.HOPE: tr("You are waiting for something with {name}.", name=name),
        Fits.HURT: tr("A hurt with {name} has no way back yet.", name=name),
        Fits.QUIET: tr("It has been quiet between you and {name}.", name=name),
    }.get(one.prompt.need) or tr("You breathe easier with {name}.", name=name)


def then(before: Sequence[Asked], one: Asking, today: date) -> tuple[Asked, ...]:
    """Return all that was asked with one more offer, without what is too long ago to count."""
    kept = [was for was in before if today - was.on <= timedelta(days=LOOKS_BACK)]
    shown = Asked(on=today, prompt=one.prompt.id, person=one.person.id if one.person else None)
    return (*kept, shown)[-MOST:]


def passed(before: Sequence[Asked]) -> tuple[Asked, ...]:
    """Return the same with the last offer passed: something else was wished for."""
    return (*before[:-1], replace(before[-1], passed=True)) if before else ()


def text(asked: Sequence[Asked]) -> str:
    """Return what was asked as text to be remembered."""
    return json.dumps(
        [[one.on.isoformat(), one.prompt, one.person, one.passed] for one in asked], separators=(",", ":")
    )


def remembered(text: str | None) -> tuple[Asked, ...]:
    """Return what `text` holds; what cannot be read is as if nothing had been asked."""
    try:
        return tuple(
            Asked(on=date.fromisoformat(on), prompt=str(prompt), person=person, passed=bool(was_passed))
            for on, prompt, person, was_passed in json.loads(text or "[]")
        )
    except (ValueError, TypeError):
        return ()


def _possible(fitting: Sequence[Occasion], prompts: Iterable[Prompt]) -> Iterator[Asking]:
    for prompt in prompts:
        if prompt.need in _UNNAMED:
            yield Asking(prompt=prompt)
        for one in fitting:
            if one.fits is prompt.need and (one.safe or prompt.id not in _TOWARDS):
                yield Asking(prompt=prompt, person=one.person)


class _History:
    """What was asked before, by prompt, family and person."""

    def __init__(self, before: Sequence[Asked], known: Mapping[str, Prompt], today: date) -> None:
        self.known, self._today = known, today
        self._before = [one for one in before if one.on <= today][::-1]
        self._families = [known[one.prompt].family for one in self._before if one.prompt in known]

    def rested(self, one: Asking) -> bool:
        """Return whether the prompt and the person have rested long enough."""
        for was in self._before:
            ago = (self._today - was.on).days
            if was.prompt == one.prompt.id and ago < PROMPT_RESTS:
                return False
            if one.person is not None and was.person == one.person.id and ago < _person_rests(was):
                return False
        return True

    def varies(self, one: Asking) -> bool:
        """Return whether it is of another kind than the last few offers."""
        lately = [was for was in self._before[:NAMES_APART] if (self._today - was.on).days < PERSON_RESTS]
        named = one.person is not None and any(was.person for was in lately)
        return not named and one.prompt.family not in self._families[:FAMILIES_APART]

    def turn(self, one: Asking) -> tuple[bool, bool, int, int]:
        """Return whose turn it is, lowest first: what was asked longest ago, what is open, a rarer family."""
        last = next((n for n, was in enumerate(self._before) if was.prompt == one.prompt.id), None)
        since = len(self._before) if last is None else last
        is_open = one.person is not None and one.prompt.need in _OPEN
        family = self._families.index(one.prompt.family) if one.prompt.family in self._families else MOST
        mixed = crc32(f"{self._today} {one.prompt.id} {one.person and one.person.id}".encode())
        return not is_open, last is not None and not self.rested(one), -min(since, family), mixed


def _person_rests(was: Asked) -> int:
    return PASSED_PERSON_RESTS if was.passed else PERSON_RESTS
