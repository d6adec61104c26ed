"""A hope as it is shown, what can be asked for about it, and its words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import Enum, auto

from connect_desktop.domain import Direction, Hope, HopeState, Person, Sign, Status, labels
from connect_desktop.i18n import clock, plain_date, short_date, tr, tr_n


class Ask(Enum):
    """What can be asked for about a hope."""

    PERSON = auto()
    CAME_TRUE = auto()
    LET_GO = auto()
    REOPEN = auto()
    CHANGE = auto()
    DELETE = auto()
    IN_A_WEEK = auto()
    IN_A_MONTH = auto()
    NO_DATE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class HopeRow:
    """One hope, whom it is about, and what the moments said."""

    hope: Hope
    person: Person
    name: str
    """what the person is called where there may be two of one name; empty where it goes without saying"""
    signs: tuple[Sign, ...]
    """the oldest first"""
    today: date

    @property
    def waiting(self) -> bool:
        """Whether it is still waited for."""
        return self.hope.state is HopeState.WAITING

    @property
    def lived(self) -> bool:
        """Whether the bond is lived now; where it is not, nothing is counted and nothing asks."""
        return self.person.status is Status.ACTIVE

    def waited(self) -> str:
        """Return how long it has been waited for."""
        days = (self.today - self.hope.since).days
        if days <= 0:
            return tr("since today")
        return tr_n("waiting {n} day", "waiting {n} days", days)

    def look_again(self) -> str:
        """Return when to look again, a date that has come as quietly as one that is to come."""
        on = self.hope.look_again
        if on is None:
            return ""
        if on == self.today:
            return tr("today you wanted to look again")
        if on < self.today:
            return tr("you wanted to look again on {day}", day=short_date(on, self.today))
        return tr("look again on {day}", day=short_date(on, self.today))

    def counts(self) -> str:
        """Return how many moments pointed which way, all three always."""
        if not self.signs:
            return tr("No moment has answered it yet")
        toward, away, neither = (_count(self.signs, way) for way in Direction)
        said = tr_n("{n} moment toward it", "{n} moments toward it", toward)
        return labels.BETWEEN.join((said, tr("{n} away", n=away), tr("{n} neither", n=neither)))

    def span(self) -> str:
        """Return from when to when it was waited for; no end while it is."""
        start = plain_date(self.hope.since)
        if self.hope.closed is None:
            return tr("since {day}", day=start)
        return tr("{start} – {end}", start=start, end=plain_date(self.hope.closed))

    def facts(self) -> str:
        """Return the line under a hope that is kept, not waited for."""
        status = "" if self.lived else labels.status_label(self.person.status)
        counts = self.counts() if self.signs else ""
        # A name written from right to left keeps to itself, and the facts after it to their order.
        name = f"\u2068{self.name}\u2069" if self.name else ""
        return labels.BETWEEN.join(part for part in (name, status, self.span(), counts) if part)

    def twin(self) -> str:
        """Return what the line of dots shows, in words."""
        if not self.signs:
            return self.counts()
        first, last = _at(self.signs[0]).date(), _at(self.signs[-1]).date()
        return tr(
            "{counts}. From {start} to {end}. Arrows walk the moments, Enter opens one.",
            counts=self.counts(),
            start=plain_date(first),
            end=plain_date(last),
        )


def sign_words(sign: Sign) -> str:
    """Return what one dot says: when, which way, and how the body answered."""
    at = _at(sign)
    said = f"{plain_date(at.date())}, {clock(at)}: {labels.direction_label(sign.direction)}"
    return said if sign.body is None else labels.BETWEEN.join((said, labels.body_label(sign.body)))


def quoted(text: str) -> str:
    """Return the words of a hope as they are quoted."""
    return tr("“{text}”", text=text)


def _count(signs: Sequence[Sign], way: Direction) -> int:
    return sum(sign.direction is way for sign in signs)


def _at(sign: Sign) -> datetime:
    """Return the moment on the clock of its own place."""
    return datetime.fromtimestamp(sign.wall, UTC)
