"""How little would turn a reading: by hand, and by logging what was forgotten."""

import pytest
from short_rows import read

from connect_desktop.insight.config import CONFIG
from connect_desktop.insight.would_change import forgotten, met_moments, their_starts

OTHERS = [
    {"at": 4 * i, "person": person, "reach": ("me", "them")[i % 2], "met": 2 + i % 3, "body": i % 2}
    for i in range(30)
    for person in "bcd"
]


def life(n, apart):
    return [
        {"at": apart * i, "person": "a", "reach": "them" if i % 10 == 9 else "me", "met": i % 2, "body": -1}
        for i in range(n)
    ]


def look(rows):
    return read(rows + OTHERS, "abcd").look


def more(n, over, **answers):
    """So many more moments, spread over so many days."""
    return [{"at": i * over // n, "person": "a", **answers} for i in range(n)]


def test_by_hand_where_every_entry_weighs_one():
    # Twenty answers of mean ½, a usual of 2½ believed like 3 answers: read as (10 + 7.5) / 23.
    # The 23 lack 23 · 2 − 17.5 = 28.5 in all; each moment of 3 brings 1 more than the level of 2.
    assert forgotten(value=3, level=2, mean=0.5, pull=20, worth=20, usual=2.5, belief=3) == 29
    # 9 of 10 starts, an even belief like 6.6: 12.3 of 16.6. With k of theirs 12.3 / (16.6 + k) = .6: k = 3.9.
    assert forgotten(value=0, level=0.6, mean=0.9, pull=10, worth=10, usual=0.5, belief=6.6) == 4


def test_what_pulls_less_than_it_is_worth_is_outweighed_sooner():
    even = forgotten(value=3, level=2, mean=0.5, pull=20, worth=20, usual=2.5, belief=3)
    assert forgotten(value=3, level=2, mean=0.5, pull=12, worth=20, usual=2.5, belief=3) < even


def test_nothing_has_to_be_forgotten_where_the_level_is_not_lower():
    assert forgotten(value=3, level=2, mean=2.5, pull=20, worth=20, usual=2.5, belief=3) == 0
    assert forgotten(value=3, level=2, mean=0, pull=0, worth=0, usual=2.5, belief=3) == 0


@pytest.mark.parametrize(("n", "apart"), [(10, 2), (25, 4), (60, 5)])
def test_so_many_moments_of_being_met_lift_the_level_to_the_usual(n, apart):
    rows = life(n, apart)
    k = met_moments(look(rows), 0, CONFIG)

    def above(added):
        found = look(rows + more(added, n * apart, met=3)).figures
        return found.met.mean[0] - found.likely.unmet_below

    assert k > 3
    assert above(0) < above(k // 2) < 0
    # Old ones pull less than fresh ones, and every one of them lifts the usual a little too.
    assert above(2 * k) > 0


@pytest.mark.parametrize(("n", "apart"), [(10, 2), (25, 4), (60, 5)])
def test_after_so_many_starts_of_theirs_most_are_no_longer_the_user_s(n, apart):
    rows = life(n, apart)
    k = their_starts(look(rows), 0, CONFIG)

    def share(added):
        return look(rows + more(added, n * apart, reach="them")).figures.reaching.share[0]

    assert k > 1
    assert share(k // 2) > CONFIG.mostly_mine
    assert share(2 * k) < CONFIG.mostly_mine
