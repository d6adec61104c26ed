"""Impressions as columns."""

from datetime import date

from connect_desktop.domain import Columns


def two(*walls: int) -> Columns:
    return Columns(
        impression=["f1", "f2"], interaction=["i1", "i1"], person=["p1", "p2"], wall=list(walls),
        body=[1, None], before=[None, None], reach=["me", None], met=[4, None], openness=[None, None],
        gave=[("shared",), ()], received=[(), ()], words=[("warmer",), ()], truth=["miss", None],
        response=["opened", None], hurt=[False, True], way_back=[None, "me"],
        way_back_on=[None, date(1970, 1, 3)],
        imported=[False, True],
    )  # fmt: skip


def test_they_are_as_long_as_there_are_impressions() -> None:
    assert len(two(0, 0)) == 2


def test_some_days_of_them_are_the_users_days() -> None:
    day, night = 86_400, 3 * 3600
    columns = two(day + night, 2 * day + night)
    assert columns.within(date(1970, 1, 1), date(1970, 1, 1), 240).impression == ["f1"]
    assert columns.within(date(1970, 1, 2), date(1970, 1, 2), 240).imported == [True]
    assert columns.within(date(1970, 1, 1), date(1970, 1, 2), 240) == columns
    assert columns.within(date(1970, 1, 2), date(1970, 1, 2), 0).person == ["p1"]
    assert len(columns.within(date(1970, 1, 4), date(1970, 1, 9), 240)) == 0
