"""What is said of all readings together."""

from dataclasses import replace

import numpy as np
import pytest
from short_rows import read

from connect_desktop.insight.config import CONFIG
from connect_desktop.insight.states import State
from connect_desktop.insight.whole import mostly_unmet, whole


def said(states, one_sided=0.95):
    people = [f"p{place}" for place in range(len(states))]
    look = read([], people).look
    figures = replace(
        look.figures, likely=replace(look.figures.likely, one_sided=np.full(len(states), one_sided))
    )
    return whole(replace(look, states=tuple(map(State, states)), figures=figures), CONFIG)


@pytest.mark.parametrize(
    ("states", "mostly"),
    [
        (["one_sided", "thin", "met"], True),
        (["one_sided", "thin", "thin", "met", "open"], True),
        (["one_sided", "mixed", "open", "met", "met"], False),
        (["one_sided", "leaning", "met"], False),
        (["one_sided", "thin"], False),
        (["one_sided", "thin", "not_enough", "one_way"], False),
        (["one_sided", "thin", "thin", *["not_enough"] * 9], True),
        ([], False),
    ],
    ids=str,
)
def test_from_three_in_five_on_it_is_said_of_all(states, mostly):
    assert mostly_unmet([State(state) for state in states], CONFIG) is mostly
    found = said(states)
    assert found.mostly_unmet is mostly
    assert bool(found.picture) is mostly


def test_how_many_are_likely_read_wrongly_is_said_from_two_on():
    assert said(["one_sided", "met"], 0.7).doubt == ""
    assert said(["one_sided", "mixed"], 0.95).doubt == (
        "2 bonds read as one-sided. Likely all of these readings hold, yet any of them may not."
    )
    assert said(["one_sided"] * 4, 0.8).doubt == (
        "4 bonds read as one-sided. About 1 of these readings likely does not hold."
    )
    assert said(["one_sided"] * 8, 0.8).doubt.endswith("About 2 of these readings likely do not hold.")


def test_a_low_store_says_it_of_all_and_not_of_each():
    rows = [
        {"at": 3 * i, "person": person, "reach": "me", "met": i % 2, "body": -1}
        for i in range(30)
        for person in "abcd"
    ] + [{"at": 3 * i, "person": "e", "reach": "them", "met": 4, "body": 2} for i in range(30)]
    found = read(rows, "abcde")
    assert found.states["e"] is State.MET
    assert found.whole.mostly_unmet
    assert "as much about what gets logged" in found.whole.picture
