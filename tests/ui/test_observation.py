from datetime import date, timedelta

import pytest

from connect_desktop.ui.observation import QUIET, Mentioned, Observation, remembered

DAY = date(2026, 11, 23)
GOOD = Observation(person="maya", kind="met", since="2026-11-01", hard=False)
HARD = Observation(person="daniel", kind="one_sided", since="2026-11-20", hard=True)
ALSO_HARD = Observation(person="ben", kind="fading", since="2026-11-22", hard=True)


def test_one_thing_is_mentioned_and_the_first_is_a_good_one() -> None:
    assert Mentioned().next([HARD, GOOD, ALSO_HARD], DAY).latest == GOOD


def test_good_and_hard_take_turns_and_there_is_quiet_between() -> None:
    possible = [HARD, GOOD, ALSO_HARD]
    first = Mentioned().next(possible, DAY)
    quiet = first.next(possible, DAY + timedelta(days=1))
    assert quiet.latest is None
    second = quiet.next(possible, DAY + QUIET)
    assert second.latest == ALSO_HARD
    assert second.next(possible, DAY + 2 * QUIET).latest == HARD
    assert second.next(possible, DAY + 2 * QUIET).next(possible, DAY + 3 * QUIET).latest is None


def test_it_stays_all_day_while_it_holds() -> None:
    first = Mentioned().next([GOOD], DAY)
    assert first.next([HARD, GOOD], DAY) == first
    assert first.next([HARD], DAY).latest is None


def test_what_is_waved_away_never_comes_back() -> None:
    away = Mentioned().next([GOOD], DAY).waved_away()
    anew = Observation(person="maya", kind="met", since="2027-02-01", hard=False)
    assert away.next([GOOD], DAY).latest is None
    assert away.next([anew], DAY + 100 * QUIET).latest is None
    assert away.next([HARD], DAY + QUIET).latest == HARD


def test_what_was_seen_is_mentioned_again_only_when_it_begins_anew() -> None:
    seen = Mentioned().next([GOOD], DAY)
    anew = Observation(person="maya", kind="met", since="2027-02-01", hard=False)
    assert seen.next([GOOD], DAY + 10 * QUIET).latest is None
    assert seen.next([anew], DAY + 100 * QUIET).latest == anew


def test_it_comes_back_from_its_text() -> None:
    for one in (Mentioned(), Mentioned().next([GOOD, HARD], DAY), Mentioned().next([HARD], DAY).waved_away()):
        assert remembered(one.text()) == one


@pytest.mark.parametrize("text", [None, "", "[", "{}", '{"on": 1}', '{"on":"2026-11-23","latest":[1]}'])
def test_what_cannot_be_read_is_as_if_nothing_had_been_mentioned(text: str | None) -> None:
    assert remembered(text) == Mentioned()
