"""Impressions as columns."""

from connect_desktop.domain import Columns


def test_they_are_as_long_as_there_are_impressions() -> None:
    columns = Columns(
        impression=["f1", "f2"], interaction=["i1", "i1"], person=["p1", "p2"], wall=[0, 0], body=[1, None],
        before=[None, None], reach=["me", None], met=[4, None], openness=[None, None], gave=[("shared",), ()],
        received=[(), ()], words=[("warmer",), ()], hurt=[False, False], way_back=[None, None],
        imported=[False, True],
    )  # fmt: skip
    assert len(columns) == 2
