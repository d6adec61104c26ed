"""One contact at one time, and how it felt with each person in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

from connect_desktop.domain import checks
from connect_desktop.domain.clock import now
from connect_desktop.domain.errors import InvalidValue
from connect_desktop.domain.record import Record
from connect_desktop.i18n import tr

BODY_LOW, BODY_HIGH = -3, 3
LEVEL_LOW, LEVEL_HIGH = 0, 4
MINUTES_HIGH = 1440


class Channel(StrEnum):
    """How the contact happened."""

    IN_PERSON = "in_person"
    CALL = "call"
    VIDEO = "video"
    MESSAGE = "message"
    LETTER = "letter"
    OTHER = "other"


class Reach(StrEnum):
    """Who reached out; the last two are attempts without an echo."""

    ME = "me"
    THEM = "them"
    BOTH = "both"
    CHANCE = "chance"
    ME_UNANSWERED = "me_unanswered"
    THEM_UNANSWERED = "them_unanswered"

    @property
    def unanswered(self) -> bool:
        """Whether nobody answered."""
        return self in (Reach.ME_UNANSWERED, Reach.THEM_UNANSWERED)


class Gift(StrEnum):
    """What one gave the other."""

    LISTENED = "listened"
    SHARED = "shared"
    HELPED = "helped"
    REMEMBERED = "remembered"
    APPRECIATED = "appreciated"


class Place(StrEnum):
    """Where in the body."""

    JAW = "jaw"
    THROAT = "throat"
    SHOULDERS = "shoulders"
    CHEST = "chest"
    STOMACH = "stomach"
    HANDS = "hands"


class Hold(StrEnum):
    """How a place in the body felt."""

    TIGHT = "tight"
    LOOSE = "loose"


class Response(StrEnum):
    """What they did with something said directly."""

    OPENED = "opened"
    STAYED = "stayed"
    AWAY = "away"
    NONE_YET = "none_yet"


class WayBack(StrEnum):
    """Who came back after a hurt."""

    NOT_YET = "not_yet"
    ME = "me"
    THEM = "them"
    BOTH = "both"


class Feeling(StrEnum):
    """Which way a word for afterwards points."""

    EASY = "easy"
    TIGHT = "tight"
    NEITHER = "neither"


EASY_WORDS = ("warmer", "calmer", "clearer", "alive", "seen", "relieved")
TIGHT_WORDS = ("anxious", "tense", "drained", "replaying", "hungry", "off")
WORD_FEELING: Mapping[str, Feeling] = {
    **dict.fromkeys(EASY_WORDS, Feeling.EASY),
    **dict.fromkeys(TIGHT_WORDS, Feeling.TIGHT),
}
"""the feeling of each built-in word; the user's own words are `Word` records"""

ROLES = ("rescuer", "carer", "strong", "pleaser", "student", "invisible")
TRUTHS = ("hurts", "matters", "miss", "angry")


@dataclass(frozen=True, slots=True, kw_only=True)
class Word(Record):
    """A word for afterwards of the user's own."""

    CHECKS: ClassVar = {
        "text": lambda f, v: checks.line(f, v, 40),
        "feeling": lambda f, v: checks.one_of(f, v, Feeling),
    }

    text: str
    feeling: Feeling = Feeling.NEITHER


@dataclass(frozen=True, slots=True, kw_only=True)
class Interaction(Record):
    """One contact at one time, with one or more people."""

    CHECKS: ClassVar = {
        "at": checks.moment,
        "channel": lambda f, v: checks.maybe_one_of(f, v, Channel),
        "minutes": lambda f, v: checks.whole(f, v, 0, MINUTES_HIGH),
        "circle": checks.maybe_ident,
        "note": checks.text,
        "origin": checks.line,
        "batch": checks.maybe_ident,
        "created": checks.moment,
        "edited": checks.moment,
    }

    at: datetime
    channel: Channel | None = None
    minutes: int | None = None
    circle: str | None = None
    note: str = ""
    origin: str = "app"
    batch: str | None = None
    created: datetime = field(default_factory=now)
    edited: datetime = field(default_factory=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Impression(Record):
    """How one interaction felt with one person. None is unknown: never neutral, never zero."""

    CHECKS: ClassVar = {
        "interaction": checks.ident,
        "person": checks.ident,
        "body": lambda f, v: checks.whole(f, v, BODY_LOW, BODY_HIGH),
        "before": lambda f, v: checks.whole(f, v, BODY_LOW, BODY_HIGH),
        "reach": lambda f, v: checks.maybe_one_of(f, v, Reach),
        "met": lambda f, v: checks.whole(f, v, LEVEL_LOW, LEVEL_HIGH),
        "openness": lambda f, v: checks.whole(f, v, LEVEL_LOW, LEVEL_HIGH),
        "gave": lambda f, v: checks.many_of(f, v, Gift),
        "received": lambda f, v: checks.many_of(f, v, Gift),
        "words": lambda f, v: frozenset(checks.lines(f, v, 40)),
        "places": lambda f, v: checks.mapping(f, v, Place, Hold),
        "role": checks.wording,
        "truth": checks.wording,
        "response": lambda f, v: checks.maybe_one_of(f, v, Response),
        "hurt": checks.flag,
        "way_back": lambda f, v: checks.maybe_one_of(f, v, WayBack),
        "way_back_on": checks.maybe_day,
        "note": checks.text,
    }

    interaction: str
    person: str
    body: int | None = None
    before: int | None = None
    reach: Reach | None = None
    met: int | None = None
    openness: int | None = None
    gave: frozenset[Gift] = frozenset()
    received: frozenset[Gift] = frozenset()
    words: frozenset[str] = frozenset()
    places: Mapping[Place, Hold] = field(default_factory=dict)
    role: str | None = None
    """one of ROLES or the user's own wording"""
    truth: str | None = None
    """one of TRUTHS or the user's own wording"""
    response: Response | None = None
    hurt: bool = False
    way_back: WayBack | None = None
    way_back_on: date | None = None
    note: str = ""

    def __post_init__(self) -> None:
        Record.__post_init__(self)
        if self.reach is not None and self.reach.unanswered and self.met is not None:
            raise InvalidValue("met", self.met, tr("an attempt without an echo carries no met"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What the screen calls a moment: an interaction with its impressions, one a person."""

    interaction: Interaction
    impressions: tuple[Impression, ...]

    @property
    def at(self) -> datetime:
        """When it was."""
        return self.interaction.at
