"""One small step to offer: fitted to what the moments say, at most one a day, kinds and people taking turns.

The same day, company and past always give the same offer; nothing is drawn by chance.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from zlib import crc32

from connect_desktop.domain import Circle, Step, StepState
from connect_desktop.domain.practices import Need, Practice
from connect_desktop.insight.company import Company, Someone

PRACTICE_RESTS = 21
"""days until the same practice may be offered again"""
FAMILY_RESTS = 2
NEED_RESTS = {Need.CIRCLE: 7, Need.QUIET: 5}
PERSON_RESTS, PASSED_PERSON_RESTS, TIGHT_PERSON_RESTS = 3, 14, 60
"""days until the same person is offered again: after any step, one that was passed, one that landed tight"""
PASSED_REST, LONGEST_REST = 7, 28
"""days that a family rests for each time it was passed rather than taken"""
LOOKS_BACK = 90
"""days in which what was passed and taken counts"""
_BY_OCCASION = (Need.HURT, Need.UNANSWERED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """An offer of an earlier day, and what became of it; neither taken nor passed where `state` is None."""

    on: date
    practice: str
    person: str | None = None
    state: StepState | None = None
    landed: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A practice, and with whom."""

    practice: Practice
    someone: Someone | None = None
    circle: Circle | None = None

    @property
    def person(self) -> str | None:
        """Return the id of the person, None where there is none."""
        return self.someone.person.id if self.someone else None

    @property
    def name(self) -> str:
        """Return the name of the person or circle, empty for oneself."""
        if self.someone:
            return self.someone.person.name
        return self.circle.name if self.circle else ""


def past(steps: Iterable[Step], shown: Iterable[Offered]) -> tuple[Offered, ...]:
    """Return everything offered so far, oldest first: the steps, and what was only shown."""
    known = [
        Offered(on=one.offered, practice=one.practice, person=one.person, state=one.state, landed=one.landed)
        for one in steps
    ]
    answered = {(one.on, one.practice) for one in known}
    known += [one for one in shown if (one.on, one.practice) not in answered]
    return tuple(sorted(known, key=lambda one: (one.on, one.practice)))


def possible(found: Company, practices: Iterable[Practice]) -> Iterator[Offer]:
    """Yield every practice with everyone it can be tried with."""
    for practice in practices:
        if practice.need is Need.ONESELF:
            yield Offer(practice=practice)
        elif practice.need is Need.CIRCLE:
            yield from (Offer(practice=practice, circle=circle) for circle in found.circles)
        else:
            yield from (Offer(practice=practice, someone=one) for one in found.people if _fits(practice, one))


def offer(
    found: Company, before: Sequence[Offered], today: date, practices: Iterable[Practice]
) -> Offer | None:
    """Return what is offered today; None where everything is resting. `before` are the days before today."""
    known = {practice.id: practice for practice in practices}
    history = _History([one for one in before if one.on < today], known, today)
    rested = [one for one in possible(found, known.values()) if history.rested(one)]
    varied = [one for one in rested if history.varies(one)]
    return min(varied or rested, key=history.turn, default=None)


def _fits(practice: Practice, one: Someone) -> bool:
    if practice.asks and one.person.one_way:
        return False
    match practice.need:
        case Need.HURT:
            return one.hurt is not None and not one.person.one_way
        case Need.UNANSWERED:
            return one.called is not None
        case Need.QUIET:
            return one.quiet
        case _:
            return one.exhales


class _History:
    """What was offered before, asked by practice, family, need and person."""

    def __init__(self, before: Sequence[Offered], known: dict[str, Practice], today: date) -> None:
        self._known, self._today = known, today
        self._ago = [(today - one.on).days for one in before]
        self._before = before
        self._families = [known[one.practice].family if one.practice in known else "" for one in before]
        self._needs = [known[one.practice].need if one.practice in known else None for one in before]

    def rested(self, one: Offer) -> bool:
        """Return whether the practice, the person and the occasion have rested long enough."""
        for ago, was, need in zip(self._ago, self._before, self._needs, strict=True):
            if was.practice == one.practice.id and ago < PRACTICE_RESTS:
                return False
            if one.person is not None and was.person == one.person and ago < _person_rests(was):
                return False
            again = one.practice.need in _BY_OCCASION and need is one.practice.need
            if again and was.person == one.person and ago < PRACTICE_RESTS:
                return False
        return True

    def varies(self, one: Offer) -> bool:
        """Return whether its kind has rested, longer where it was passed more than taken."""
        family, need = one.practice.family, one.practice.need
        need_rested = self._since(self._needs, need) >= NEED_RESTS.get(need, 0)
        return need_rested and self._since(self._families, family) >= FAMILY_RESTS + self._passed_rest(family)

    def turn(self, one: Offer) -> tuple[bool, int, int, int, int]:
        """Return whose turn it is, lowest first: an occasion, else what was longest not offered."""
        practice = one.practice
        return (
            practice.need not in _BY_OCCASION,
            -self._since(self._needs, practice.need),
            -self._since(self._families, practice.family),
            -self._since([was.practice for was in self._before], practice.id),
            crc32(f"{self._today} {practice.id} {one.person} {one.name}".encode()),
        )

    def _since(self, kinds: Sequence[str | None], kind: str) -> int:
        """Return the days since a kind was last offered; LOOKS_BACK where that is longer ago."""
        ago = (ago for ago, was in zip(self._ago, kinds, strict=True) if was == kind)
        return min(min(ago, default=LOOKS_BACK), LOOKS_BACK)

    def _passed_rest(self, family: str) -> int:
        lately = [
            was.state
            for ago, was, kind in zip(self._ago, self._before, self._families, strict=True)
            if kind == family and ago <= LOOKS_BACK
        ]
        taken = lately.count(StepState.TAKEN) + lately.count(StepState.DONE)
        return min(PASSED_REST * max(0, lately.count(StepState.PASSED) - taken), LONGEST_REST)


def _person_rests(was: Offered) -> int:
    if was.landed is not None and was.landed < 0:
        return TIGHT_PERSON_RESTS
    return PASSED_PERSON_RESTS if was.state is StepState.PASSED else PERSON_RESTS
