"""Small steps, closeness through time, and the weekly look."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from connect_desktop.domain import checks
from connect_desktop.domain.errors import InvalidValue
from connect_desktop.domain.interaction import BODY_HIGH, BODY_LOW, LEVEL_HIGH, LEVEL_LOW
from connect_desktop.domain.record import Record
from connect_desktop.i18n import tr


class StepState(StrEnum):
    """What became of an offered step."""

    TAKEN = "taken"
    PASSED = "passed"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Record):
    """A practice offered, taken or passed, and how it landed."""

    CHECKS: ClassVar = {
        "practice": checks.ident,
        "person": checks.maybe_ident,
        "offered": checks.day,
        "state": lambda f, v: checks.one_of(f, v, StepState),
        "landed": lambda f, v: checks.whole(f, v, BODY_LOW, BODY_HIGH),
        "note": checks.text,
    }

    practice: str
    offered: date
    state: StepState
    person: str | None = None
    landed: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Closeness(Record):
    """How close someone is on a date: ring 1 (innermost) … 4, two circles' overlap 1…7."""

    CHECKS: ClassVar = {
        "person": checks.ident,
        "on": checks.day,
        "ring": lambda f, v: checks.number(f, v, 1, 4),
        "overlap": lambda f, v: checks.whole(f, v, 1, 7),
    }

    person: str
    on: date
    ring: int
    overlap: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn(Record):
    """The weekly look at how connected one feels; `week` is its Monday."""

    CHECKS: ClassVar = {
        "week": lambda f, v: _monday(f, checks.day(f, v)),
        "seen": lambda f, v: checks.whole(f, v, LEVEL_LOW, LEVEL_HIGH),
        "someone": lambda f, v: checks.whole(f, v, LEVEL_LOW, LEVEL_HIGH),
        "alone": lambda f, v: checks.whole(f, v, LEVEL_LOW, LEVEL_HIGH),
        "note": checks.text,
    }

    week: date
    seen: int | None = None
    someone: int | None = None
    alone: int | None = None
    note: str = ""


def _monday(field: str, value: date) -> date:
    if value.weekday() != 0:
        raise InvalidValue(field, value.isoformat(), tr("a week is named by its Monday"))
    return value
