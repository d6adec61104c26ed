"""What changed and since when, and how far entries before it still count."""

from datetime import timedelta

import numpy as np
import pytest
from short_rows import TODAY, entries_of

from connect_desktop.insight.chapters import chapters
from connect_desktop.insight.config import CONFIG
from connect_desktop.insight.days import day

OTHERS = [
    {"at": 5 + 7 * i, "met": 2 + i % 2, "body": i % 3, "person": person} for i in range(25) for person in "yz"
]
"""with whom nothing changes, so that it is known how widely answers scatter"""


def read(rows, people=("p",)):
    everyone = (*people, "y", "z")
    return chapters(entries_of(rows + OTHERS, everyone), np.ones(len(everyone), dtype=bool), CONFIG)


def fall(before=(3, 4), after=(0, 1), n=10, apart=7, person="p"):
    values = [before[i % 2] for i in range(n)] + [after[i % 2] for i in range(n)]
    return [{"at": apart * (2 * n - 1 - i), "met": met, "person": person} for i, met in enumerate(values)]


def test_a_fall_is_found_dated_and_what_was_before_is_left_behind():
    found = read(fall())
    assert found.down[0] > 0.99
    assert day(found.since[0]) == TODAY - timedelta(days=63)
    assert found.earliest[0] <= found.since[0] <= found.latest[0]
    assert (found.met_before[0], found.met_after[0]) == (3.5, 0.5)
    assert found.belongs[:8].max() < 0.02
    assert found.belongs[11:20].min() > 0.9


def test_a_rise_is_found_in_the_same_way():
    found = read(fall(before=(0, 1), after=(3, 4)))
    assert found.up[0] > 0.99
    assert found.down[0] < 0.01


def test_where_nothing_changes_everything_belongs():
    found = read([{"at": 7 * i, "met": 2 + i % 2, "body": i % 2} for i in range(30)])
    assert found.down[0] + found.up[0] < 0.2
    assert found.belongs[:30].min() > 0.8


def test_nine_answers_are_too_few_and_all_belong():
    found = read([{"at": 7 * i, "met": 4 * (i < 5)} for i in range(9)])
    assert found.down[0] == found.up[0] == 0
    assert found.belongs.tolist()[:9] == [1] * 9


def test_many_entries_of_one_bad_day_are_no_change():
    steady = [{"at": 3 + 7 * i, "met": 3, "body": 1} for i in range(8)]
    bad_day = [{"at": f"2026-11-20 {10 + i}:00", "met": 0, "body": -3} for i in range(12)]
    weeks = [{"at": 3 + 7 * (i + 8), "met": 3, "body": 1} for i in range(8)]
    assert read(steady + bad_day + weeks).down[0] < CONFIG.change_said_from


def test_met_and_body_speak_together_and_each_alone():
    alone = read(fall(before=(3, 2), after=(2, 1), n=9)).down[0]
    body = [{**row, "body": 2 - 2 * (i > 8)} for i, row in enumerate(fall((3, 2), (2, 1), n=9))]
    assert read(body).down[0] > alone
    only_body = [{**row, "met": None, "body": row["met"] - 2} for row in fall(n=9)]
    assert read(only_body).down[0] > 0.9
    assert np.isnan(read(only_body).met_before[0])


def test_entries_without_an_answer_belong_as_the_rated_one_before_them():
    rows = [*fall(), {"at": 130, "reach": "me"}, {"at": 3, "reach": "me"}]
    found, ids = read(rows), entries_of(rows + OTHERS, "pyz").ids.tolist()
    assert found.belongs[ids.index("i20")] < 0.02
    assert found.belongs[ids.index("i21")] > 0.9


def test_people_change_each_for_themselves():
    rows = fall(person="p") + [{"at": 7 * i, "met": 3, "person": "q"} for i in range(20)]
    found = read(rows, ("p", "q", "nobody"))
    assert found.down[:3].tolist() == pytest.approx([1, 0, 0], abs=0.1)


def test_nothing_logged_has_not_changed():
    found = chapters(entries_of([], "pq"), np.ones(2, dtype=bool), CONFIG)
    assert found.down.tolist() == found.up.tolist() == [0, 0]
