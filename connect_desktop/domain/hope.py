"""What the user waits for from someone, and the moments that answer it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar, NamedTuple

from connect_desktop.domain import checks
from connect_desktop.domain.clock import day_of_wall
from connect_desktop.domain.record import Record


class HopeState(StrEnum):
    """Where a hope stands."""

    WAITING = "waiting"
    CAME_TRUE = "came_true"
    LET_GO = "let_go"


class Direction(StrEnum):
    """Which way a moment points from a hope."""

    TOWARD = "toward"
    AWAY = "away"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hope(Record):
    """Something the user is waiting for from a person."""

    CHECKS: ClassVar = {
        "person": checks.ident,
        "text": lambda f, v: checks.line(f, v, 1000),
        "since": checks.day,
        "look_again": checks.maybe_day,
        "state": lambda f, v: checks.one_of(f, v, HopeState),
        "closed": checks.maybe_day,
        "closing": checks.text,
    }

    person: str
    text: str
    since: date
    look_again: date | None = None
    state: HopeState = HopeState.WAITING
    closed: date | None = None
    closing: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Record):
    """What one impression says about one hope; unique together."""

    CHECKS: ClassVar = {
        "hope": checks.ident,
        "impression": checks.ident,
        "direction": lambda f, v: checks.one_of(f, v, Direction),
    }

    hope: str
    impression: str
    direction: Direction


class Sign(NamedTuple):
    """What one moment said about a hope, as a line of dots shows it; there may be thousands."""

    interaction: str
    wall: int
    """the wall-clock time of the moment in its own zone, in seconds since 1970-01-01 00:00"""
    body: int | None
    direction: Direction

    def on(self, day_ends: int) -> date:
        """Return the user's day it belongs to, which ends so many minutes after midnight."""
        return day_of_wall(self.wall, day_ends)
