"""Who is in the sample life and what is written about them: resources/sample, typed."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date, timedelta
from typing import Any

from connect_desktop.paths import resource

Curve = float | Sequence[Sequence[float]]
"""a level, or points (days before today, level) from the oldest to the newest"""

FIRST = 731
"""days before today on which the sample life begins"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One person and what moments with them are like."""

    name: str
    ties: Sequence[str]
    colour: int
    note: str
    since: str | None = None
    """month and day, as in "03-16"; it has come round `years` times since"""
    years: int = 0
    status: str = "active"
    one_way: bool = False
    aliases: Sequence[str] = ()
    first: int = FIRST
    last: int = 5
    """days before today of the first and the last moment that no scene asks for"""
    per_week: Curve
    weekdays: Sequence[float]
    body: Curve
    spread: float
    met: Curve
    openness: Curve
    mine: Curve
    """share of reaching that is the user's, where one of the two began"""
    both: float
    chance: float
    unanswered: Sequence[float]
    """share of the user's, and of their, reaching that finds no echo"""
    answered: float = 1.0
    """how much of what may stay open is filled in, against the usual"""
    channels: Mapping[str, float]
    away_since: int = 0
    away_channels: Mapping[str, float] = field(default_factory=dict)
    hours: Mapping[str, Sequence[float]] = field(default_factory=dict)
    lengths: Mapping[str, Sequence[int]] = field(default_factory=dict)
    gave: Mapping[str, float]
    received: Mapping[str, float]
    easy: Mapping[str, float]
    tight: Mapping[str, float]
    places: Sequence[str]
    hurts: float
    way_back: Mapping[str, float]
    truths: float
    responses: Mapping[str, float]
    roles: Mapping[str, float]
    company: Mapping[str, float] = field(default_factory=dict)
    """who else may be there, and how often"""
    circle: str | None = None
    """the circle that meets with this person, on weekday `circle_day`"""
    circle_day: int = 0
    closeness: Sequence[Sequence[int]] = ()
    """days before today, ring, overlap"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One moment that was written, not drawn: its note, where it may lie, and what it fixes."""

    note: str
    ago: int | None = None
    on: str | None = None
    """month and day, as in "12-24"; it has come round `times` times since"""
    times: int = 0
    window: Sequence[int] = (FIRST, 5)
    """days before today between which it may lie"""
    months: Sequence[int] = range(1, 13)
    days: Sequence[int] = range(7)
    time: str | None = None
    circle: str | None = None
    also: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """who else was there, and what is fixed for them"""
    given: Mapping[str, Any] = field(default_factory=dict)

    def fits(self, on: date) -> bool:
        """Return whether the scene may lie on this day by month and weekday."""
        return on.month in self.months and on.weekday() in self.days

    def pinned(self, today: date) -> date | None:
        """Return the one day this scene belongs to, moved back to a weekday that fits; None: it has none."""
        if self.on is not None:
            return anniversary(self.on, self.times, today)
        if self.ago is None:
            return None
        day = today - timedelta(days=self.ago)
        while day.weekday() not in self.days:
            day -= timedelta(days=1)
        return day


def profiles() -> tuple[Profile, ...]:
    """Return the people, in the order in which they were added."""
    return tuple(Profile(**raw) for raw in read("people.json"))


def scenes() -> dict[str, tuple[Scene, ...]]:
    """Return the written moments of each person by name."""
    return {name: tuple(map(_scene, raw)) for name, raw in read("scenes.json").items()}


def read(name: str) -> Any:
    """Return the contents of one file of the sample."""
    return json.loads(resource("sample", name).read_text(encoding="utf-8"))


def level(curve: Curve, ago: float) -> float:
    """Return what a curve says `ago` days before today: straight lines between its points, level outside."""
    if isinstance(curve, int | float):
        return curve
    older = curve[0]
    for newer in curve:
        if newer[0] <= ago:
            span = older[0] - newer[0]
            share = (older[0] - ago) / span if span and ago < older[0] else 0.0
            return older[1] + share * (newer[1] - older[1])
        older = newer
    return older[1]


def anniversary(month_and_day: str, times: int, today: date) -> date:
    """Return the last such day before today ("12-24", 0), or the one `times` years before it."""
    month, day = map(int, month_and_day.split("-"))
    last = date(today.year, month, day)
    return last.replace(year=last.year - times - (last >= today))


def _scene(raw: Mapping[str, Any]) -> Scene:
    own = {field.name for field in fields(Scene)}
    return Scene(
        **{key: value for key, value in raw.items() if key in own},
        given={key: value for key, value in raw.items() if key not in own},
    )
