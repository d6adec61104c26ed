from datetime import date, timedelta

import pytest

from connect_desktop.insight.said_before import MENTIONED_FOR, SaidBefore, remembered
from connect_desktop.insight.states import State

MONDAY = date(2026, 11, 23)
TUESDAY = MONDAY + timedelta(days=1)


def said(**states: State) -> SaidBefore:
    return SaidBefore().renewed(states, frozenset(), MONDAY)


def test_what_was_said_comes_back_from_its_text() -> None:
    whole = said(a=State.ONE_SIDED, b=State.MET).renewed(
        {"a": State.OPEN, "b": State.MET}, frozenset(), TUESDAY
    )
    assert remembered(whole.text()) == whole


@pytest.mark.parametrize(
    "text",
    [None, "", "{", "[]", "{}", '{"day": 3}', '{"day":"2026-11-23","now":{"a":["?","x",null]},"before":{}}'],
)
def test_what_cannot_be_read_is_as_if_nothing_had_been_said(text: str | None) -> None:
    assert remembered(text) == SaidBefore()


def test_all_day_long_the_day_before_counts() -> None:
    monday = said(a=State.ONE_SIDED)
    tuesday = monday.renewed({"a": State.OPEN}, frozenset(), TUESDAY)
    later = tuesday.renewed({"a": State.ONE_SIDED}, frozenset(), TUESDAY)
    assert tuesday.earlier(TUESDAY)["a"].state is State.ONE_SIDED
    assert later.now["a"] == monday.now["a"]


def test_what_no_longer_holds_is_mentioned_for_a_while() -> None:
    now = said(a=State.ONE_SIDED).renewed({"a": State.MET}, frozenset(), TUESDAY).now["a"]
    assert now.no_longer(TUESDAY) is State.ONE_SIDED
    assert now.no_longer(TUESDAY + MENTIONED_FOR) is State.ONE_SIDED
    assert now.no_longer(TUESDAY + MENTIONED_FOR + timedelta(days=1)) is None


def test_a_time_without_anything_clear_does_not_hide_what_was_said() -> None:
    opened = said(a=State.ONE_SIDED).renewed({"a": State.OPEN}, frozenset(), TUESDAY)
    met = opened.renewed({"a": State.MET}, frozenset(), TUESDAY + timedelta(days=1))
    assert met.now["a"].was is State.ONE_SIDED


def test_those_at_rest_keep_what_was_said_and_those_deleted_leave_nothing() -> None:
    now = said(a=State.ONE_SIDED, b=State.MET).renewed({}, frozenset({"a", "new"}), TUESDAY)
    assert set(now.now) == {"a"}
    assert now.now["a"].state is State.ONE_SIDED
    assert '"b"' not in now.text()
