"""Which state is said: each rule at its edge, their order, and what stays said."""

from dataclasses import replace

import pytest

from connect_desktop.insight.config import CONFIG
from connect_desktop.insight.states import Facts, State, state

NOTHING = Facts(
    one_way=False, enough=True, one_sided=0.1, reverse=0.1, unmet=0.2, well_met=0.5, uneasy=0.5,
    mostly_mine=0.5, moments=40, body_answers=40, givings=40, hurts=0, they_came_back=0,
)  # fmt: skip


def said(last=None, **facts):
    return state(replace(NOTHING, **facts), last, CONFIG)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, "open"),
        ({"one_sided": 0.9}, "one_sided"),
        ({"one_sided": 0.89}, "leaning"),
        ({"one_sided": 0.7}, "leaning"),
        ({"one_sided": 0.69}, "open"),
        ({"one_sided": 0.95, "uneasy": 0.09}, "mixed"),
        ({"one_sided": 0.95, "uneasy": 0.09, "body_answers": 5}, "one_sided"),
        ({"one_sided": 0.95, "uneasy": 0.1}, "one_sided"),
        ({"reverse": 0.9}, "they_reach"),
        ({"reverse": 0.89}, "open"),
        ({"reverse": 0.99, "givings": 5}, "open"),
        ({"unmet": 0.9}, "thin"),
        ({"unmet": 0.89}, "open"),
        ({"hurts": 5, "they_came_back": 2}, "hard_and_real"),
        ({"hurts": 4, "they_came_back": 4}, "open"),
        ({"hurts": 3, "they_came_back": 2, "moments": 20}, "hard_and_real"),
        ({"hurts": 2, "they_came_back": 2, "moments": 9}, "open"),
        ({"hurts": 5, "they_came_back": 1}, "open"),
        ({"hurts": 5, "they_came_back": 5, "unmet": 0.5}, "open"),
        ({"well_met": 0.8}, "met"),
        ({"well_met": 0.79}, "open"),
        ({"well_met": 0.8, "mostly_mine": 0.8}, "you_start_they_meet"),
        ({"well_met": 0.8, "mostly_mine": 0.79}, "met"),
        ({"mostly_mine": 0.99}, "open"),
    ],
    ids=str,
)
def test_each_rule_at_its_edge(facts, expected):
    assert said(**facts) == expected


def test_the_first_rule_that_holds_is_said():
    everything = {
        "one_sided": 0.95, "reverse": 0.95, "unmet": 0.95, "hurts": 9, "they_came_back": 9, "well_met": 0.9,
    }  # fmt: skip
    order = [said(**everything)]
    for name in ("one_sided", "reverse", "unmet", "hurts", "well_met"):
        everything[name] = 0
        order.append(said(**everything))
    assert order == ["one_sided", "they_reach", "thin", "hard_and_real", "met", "open"]


def test_nothing_is_judged_where_care_runs_one_way_or_before_there_is_enough():
    loud = {"one_sided": 0.999, "unmet": 0.999, "reverse": 0.999, "well_met": 0.999, "hurts": 20}
    for last in State:
        assert said(last, one_way=True, **loud) == "one_way"
        assert said(last, one_way=True, enough=False, **loud) == "one_way"
        assert said(last, enough=False, **loud) == "not_enough"


@pytest.mark.parametrize("last", [State.ONE_SIDED, State.MIXED])
def test_what_was_said_stays_until_it_clearly_no_longer_holds(last):
    assert said(last, one_sided=0.7) == "one_sided"
    assert said(last, one_sided=0.7, uneasy=0.05) == "mixed"
    assert said(last, one_sided=0.69) == "open"


@pytest.mark.parametrize("last", [None, State.LEANING, State.MET, State.NOT_ENOUGH, State.THIN])
def test_what_was_not_said_does_not_begin_below_nine_in_ten(last):
    assert said(last, one_sided=0.89) == "leaning"
