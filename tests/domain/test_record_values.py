"""Numbers, choices, flags, days and moments, in every field that holds one: what is kept and what refused."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from enum import StrEnum
from typing import Any

import pytest

from connect_desktop.domain import (
    Channel,
    CheckIn,
    Closeness,
    Direction,
    Evidence,
    Feeling,
    Gift,
    Hold,
    Hope,
    HopeState,
    Impression,
    Interaction,
    Person,
    Place,
    Reach,
    Record,
    Reflection,
    Response,
    Status,
    Step,
    StepState,
    Tie,
    WayBack,
    Word,
)

AT = datetime(2026, 11, 20, 22, 40, tzinfo=timezone(timedelta(hours=1)))
ON = date(2026, 11, 22)

Make = Callable[..., Any]


class NoOffset(tzinfo):
    """A zone that does not say how far it is from UTC."""

    def utcoffset(self, _at: datetime | None) -> None:
        return None

    dst = tzname = utcoffset


def of(*pairs: tuple[type[Record], str]) -> list[Any]:
    return [pytest.param(kind, field, id=f"{kind.__name__}.{field}") for kind, field in pairs]


NUMBERS = [
    pytest.param(kind, field, low, high, maybe, id=f"{kind.__name__}.{field}")
    for kind, field, low, high, maybe in (
        (Person, "colour", 0, 11, False),
        (Interaction, "minutes", 0, 1440, True),
        (Impression, "body", -3, 3, True),
        (Impression, "before", -3, 3, True),
        (Impression, "met", 0, 4, True),
        (Impression, "openness", 0, 4, True),
        (Step, "landed", -3, 3, True),
        (Closeness, "ring", 1, 4, False),
        (Closeness, "overlap", 1, 7, True),
        (CheckIn, "seen", 0, 4, True),
        (CheckIn, "someone", 0, 4, True),
        (CheckIn, "alone", 0, 4, True),
    )
]
CHOICES = [
    pytest.param(kind, field, choice, maybe, id=f"{kind.__name__}.{field}")
    for kind, field, choice, maybe in (
        (Person, "status", Status, False),
        (Word, "feeling", Feeling, False),
        (Interaction, "channel", Channel, True),
        (Impression, "reach", Reach, True),
        (Impression, "response", Response, True),
        (Impression, "way_back", WayBack, True),
        (Hope, "state", HopeState, False),
        (Evidence, "direction", Direction, False),
        (Step, "state", StepState, False),
    )
]
CHOICE_SETS = [
    pytest.param(Person, "ties", Tie, id="Person.ties"),
    pytest.param(Impression, "gave", Gift, id="Impression.gave"),
    pytest.param(Impression, "received", Gift, id="Impression.received"),
]
FLAGS = of((Person, "one_way"), (Impression, "hurt"))
DAYS = of((Hope, "since"), (Reflection, "on"), (Step, "offered"), (Closeness, "on"), (CheckIn, "week"))
MAYBE_DAYS = of((Person, "since"), (Impression, "way_back_on"), (Hope, "look_again"), (Hope, "closed"))
MOMENTS = of(
    (Person, "created"), (Interaction, "at"), (Interaction, "created"), (Interaction, "edited"),
    (Reflection, "created"), (Reflection, "edited"),
)  # fmt: skip
# --- numbers, choices, flags ---


@pytest.mark.parametrize(("kind", "field", "low", "high", "maybe"), NUMBERS)
def test_a_number_lies_in_its_range(
    kept: Make, refused: Make, kind: type[Record], field: str, low: int, high: int, maybe: bool
) -> None:
    for value in (low, (low + high) // 2, high):
        assert kept(kind, field, value) == value
    for wrong in (low - 1, high + 1, True, False, float(high), str(high), [high], 10**30):
        found = str(refused(kind, field, wrong))
        assert f"a whole number from {low} to {high}" in found
    if maybe:
        assert kept(kind, field, None) is None
    else:
        refused(kind, field, None)


@pytest.mark.parametrize(("kind", "field", "choice", "maybe"), CHOICES)
def test_a_choice_is_one_of_its_spellings(
    kept: Make, refused: Make, kind: type[Record], field: str, choice: type[StrEnum], maybe: bool
) -> None:
    for member in choice:
        assert kept(kind, field, str(member)) is member
        assert kept(kind, field, member) is member
    for wrong in ("", "other!", next(iter(choice)).upper(), 0, True, [str(next(iter(choice)))]):
        assert next(iter(choice)) in str(refused(kind, field, wrong))
    if maybe:
        assert kept(kind, field, None) is None
    else:
        refused(kind, field, None)


@pytest.mark.parametrize(("kind", "field", "choice"), CHOICE_SETS)
def test_a_set_of_choices(
    kept: Make, refused: Make, kind: type[Record], field: str, choice: type[StrEnum]
) -> None:
    assert kept(kind, field, ()) == frozenset()
    assert kept(kind, field, [str(member) for member in choice] * 2) == frozenset(choice)
    for wrong in (str(next(iter(choice))), 7, None, [None], ["nobody"], [["friend"]], {"friend": 1}):
        refused(kind, field, wrong)


@pytest.mark.parametrize(("kind", "field"), FLAGS)
def test_a_flag_is_true_or_false(kept: Make, refused: Make, kind: type[Record], field: str) -> None:
    assert kept(kind, field, True) is True
    assert kept(kind, field, False) is False
    for wrong in (0, 1, None, "true", ""):
        assert "it must be true or false" in str(refused(kind, field, wrong))


def test_places_map_to_holds(kept: Make, refused: Make) -> None:
    held = kept(Impression, "places", {"throat": "tight", "chest": "loose"})
    assert held == {Place.THROAT: Hold.TIGHT, Place.CHEST: Hold.LOOSE}
    assert list(held) == [Place.CHEST, Place.THROAT]
    for wrong in ({"knee": "tight"}, {"throat": "sore"}, {7: "tight"}, [("throat", "tight")], "throat", None):
        refused(Impression, "places", wrong)


def test_what_a_record_was_made_from_may_change_without_it() -> None:
    places, names = {"throat": "tight"}, ["Tommy"]
    felt = Impression(interaction="i1", person="p1", places=places)  # type: ignore[arg-type]
    person = Person(name="Tom", aliases=names)  # type: ignore[arg-type]
    places.clear()
    names.clear()
    assert felt.places
    assert person.aliases


# --- days and moments ---


@pytest.mark.parametrize(("kind", "field"), DAYS + MAYBE_DAYS)
@pytest.mark.parametrize("year", [1900, 2026, 2200])
def test_a_day_is_kept(kept: Make, kind: type[Record], field: str, year: int) -> None:
    monday = next(day for n in range(1, 8) if (day := date(year, 3, n)).weekday() == 0)
    assert kept(kind, field, monday) == monday


@pytest.mark.parametrize(("kind", "field"), DAYS + MAYBE_DAYS)
@pytest.mark.parametrize(
    "value", [date(1899, 12, 25), date(2201, 1, 5), date(9999, 12, 27), AT, "2026-11-16", 20261116, True]
)
def test_no_other_day_is(refused: Make, kind: type[Record], field: str, value: object) -> None:
    found = str(refused(kind, field, value))
    assert "its year must be from 1900 to 2200" in found or "it must be a date" in found


@pytest.mark.parametrize(("kind", "field"), MAYBE_DAYS)
def test_a_day_may_be_unknown(kept: Make, kind: type[Record], field: str) -> None:
    assert kept(kind, field, None) is None


@pytest.mark.parametrize(("kind", "field"), DAYS)
def test_a_needed_day_must_be_known(refused: Make, kind: type[Record], field: str) -> None:
    refused(kind, field, None)


def test_a_week_is_named_by_its_monday(kept: Make, refused: Make) -> None:
    monday = date(2026, 11, 16)
    assert kept(CheckIn, "week", monday) == monday
    for later in range(1, 7):
        assert "Monday" in str(refused(CheckIn, "week", monday + timedelta(days=later)))


@pytest.mark.parametrize(("kind", "field"), MOMENTS)
def test_a_moment_keeps_its_own_zone(kept: Make, kind: type[Record], field: str) -> None:
    for zone in (UTC, AT.tzinfo, timezone(timedelta(hours=-9, minutes=-30))):
        held = kept(kind, field, AT.replace(tzinfo=zone))
        assert held.isoformat() == AT.replace(tzinfo=zone).isoformat()


@pytest.mark.parametrize(("kind", "field"), MOMENTS)
@pytest.mark.parametrize(
    ("value", "why"),
    [
        (AT.replace(tzinfo=None), "offset from UTC"),
        (AT.replace(tzinfo=NoOffset()), "offset from UTC"),
        (AT.replace(year=9999), "its year must be"),
        (AT.replace(year=1899), "its year must be"),
        (ON, "a date and time"),
        ("2026-11-20T22:40:00+01:00", "a date and time"),
        (1_800_000_000, "a date and time"),
        (None, "a date and time"),
    ],
)
def test_no_other_moment_is(refused: Make, kind: type[Record], field: str, value: object, why: str) -> None:
    assert why in str(refused(kind, field, value))
