"""A year of weekly looks at fifty made-up lives: mostly right, and quiet where all is well.

The figures on many more lives come from tests/benchmarks/readings.py.
"""

import numpy as np
import pytest
import scoring
from diaries import diary
from lives import COMMON, NATURES
from watching import NAIVE, watch


@pytest.fixture(scope="module")
def year():
    return watch(diary(seed) for seed in range(50))


def test_a_diary_is_the_same_every_time_and_of_all_kinds():
    assert diary(3).answers() == diary(3).answers()
    assert diary(3).answers() != diary(4).answers()
    assert {kind for seed in range(30) for kind in diary(seed).kinds} == set(NATURES) == set(COMMON)


def test_one_sided_bonds_are_told_from_others(year):
    floors = {5: 0.90, 10: 0.94, 20: 0.96, 40: 0.97}
    for entries, floor in floors.items():
        assert scoring.area(year, year.likely, entries) > floor
    precision, recall = scoring.precision_and_recall(year, year.afresh, 20)
    assert precision > 0.88
    assert recall > 0.40
    assert scoring.recall_by(year, year.said, 20) > 0.5


def test_where_all_is_well_nothing_is_said(year):
    bonds, users, count = scoring.false_alarms(year, year.said)
    assert count > 300
    assert bonds < 0.01
    assert users < 0.12
    for name in NAIVE:
        assert scoring.false_alarms(year, year.verdicts[name])[0] > bonds


def test_what_is_stated_is_as_likely_as_stated(year):
    brier, error, true = scoring.calibration(year)
    assert brier < 0.055
    assert error < 0.03
    assert true > 0.93


def test_the_ranges_hold_the_truth_nine_times_in_ten(year):
    assert 0.85 < np.nanmean(year.met_inside) < 0.97
    assert 0.85 < np.nanmean(year.reach_inside) < 0.97


def test_most_changes_are_found_and_few_where_there_are_none(year):
    found = scoring.changes(year)
    assert found["falls in steady bonds"] < 0.05
    assert found["rises in steady bonds"] < 0.05
    assert found["fading found"] > 0.5


def test_no_verdict_where_care_runs_one_way_or_before_there_is_enough(year):
    assert set(np.unique(year.states[:, year.kind == "one_way"])) == {"one_way"}
    few = ~year.enough & (year.kind != "one_way")
    assert set(np.unique(year.states[few])) == {"not_enough"}
