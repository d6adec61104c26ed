"""Which earlier versions of a reflection are kept, told, and let go of."""

from datetime import UTC, date, datetime, timedelta

import pytest

from connect_desktop.domain import Reflection, Version
from connect_desktop.domain.history import MOST, ROOM, before_now, let_go, on_this_day, told, version

AT = datetime(2026, 11, 20, 22, 0, tzinfo=UTC)
LAKE = Reflection(id="lake", on=AT.date(), title="The lake", text="That week.", created=AT, edited=AT)


def earlier(minutes: int, text: str = "") -> Version:
    return Version(reflection="lake", at=AT + timedelta(minutes=minutes), text=text or f"at {minutes}")


@pytest.mark.parametrize(("minutes", "kept"), [(0, False), (29, False), (30, True), (24 * 60, True)])
def test_how_it_was_is_kept_after_a_pause(minutes: int, kept: bool) -> None:
    found = before_now(LAKE, [], AT + timedelta(minutes=minutes))
    assert (found is not None) == kept
    if found is not None:
        assert (found.reflection, found.at, found.title, found.text) == ("lake", AT, "The lake", "That week.")


def test_what_says_nothing_new_is_not_kept() -> None:
    same = Version(reflection="lake", at=AT, title="The lake", text="That week.")
    assert version(LAKE, [earlier(-60), same]) is None
    assert version(LAKE, [same, earlier(-60)]) is not None
    assert version(Reflection(on=AT.date()), []) is None


def test_a_few_are_all_kept() -> None:
    assert let_go([earlier(n) for n in range(MOST)]) == []


def test_of_many_what_stood_shortest_goes_and_the_newest_stays() -> None:
    days = [earlier(n * 24 * 60) for n in range(MOST - 1)]
    brief = earlier(24 * 60 + 5)
    last = earlier((MOST - 2) * 24 * 60 + 1)
    kept = sorted([*days, brief, last], key=lambda one: one.at)
    assert let_go(kept) == [days[-1]]
    assert let_go([*kept, earlier(MOST * 24 * 60)]) == [days[-1], days[1]]


def test_long_ones_are_fewer() -> None:
    kept = [earlier(n, "a" * (ROOM // 4)) for n in range(6)]
    assert len(let_go(kept)) == 2
    assert let_go([earlier(0, "a" * 1_000_000)]) == []


def test_only_what_says_something_else_than_the_next_is_told_newest_first() -> None:
    first, again, other = earlier(0, "one"), earlier(60, "one"), earlier(120, "two")
    now = Reflection(id="lake", on=AT.date(), text="two")
    assert told([first, again, other], now) == [again]
    assert told([], now) == []


def test_on_this_day_of_earlier_months_and_years() -> None:
    today = date(2026, 11, 22)
    days = [
        date(2025, 11, 22), date(2026, 10, 22), date(2026, 11, 22), date(2026, 11, 21), date(2025, 10, 22),
        date(2021, 11, 22), date(2025, 12, 22),
    ]  # fmt: skip
    found = on_this_day([Reflection(on=on) for on in days], today)
    assert [one.on for one in found] == [
        date(2026, 10, 22), date(2025, 12, 22), date(2025, 11, 22), date(2021, 11, 22),
    ]  # fmt: skip
