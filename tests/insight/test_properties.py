"""What holds of every reading, whatever was logged."""

import random
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from short_rows import TODAY, read

from connect_desktop.domain import EASY_WORDS, TIGHT_WORDS, Gift, Person, Reach, Status, WayBack
from connect_desktop.insight.states import State

PEOPLE = ("a", "b", "c", "d")
gifts = st.sets(st.sampled_from([gift.value for gift in Gift])).map(tuple)
one_row = st.fixed_dictionaries(
    {
        "at": st.integers(0, 500),
        "person": st.sampled_from(PEOPLE),
        "body": st.none() | st.integers(-3, 3),
        "reach": st.none() | st.sampled_from([reach.value for reach in Reach]),
        "met": st.none() | st.integers(0, 4),
        "gave": gifts,
        "received": gifts,
        "words": st.sets(st.sampled_from(EASY_WORDS + TIGHT_WORDS), max_size=2).map(tuple),
        "hurt": st.booleans(),
        "way_back": st.none() | st.sampled_from([way.value for way in WayBack]),
    }
).map(lambda row: {**row, "met": None} if "unanswered" in (row["reach"] or "") else row)
rows = st.lists(one_row, max_size=60)
often = settings(max_examples=60, deadline=None)


def figures(found):
    """Every number of every reading, by person."""
    return {
        one.person.id: [
            one.moments, one.one_sided, one.reverse, one.me, one.them, one.share.mean, one.share.low,
            one.share.high, one.met.mean, one.met.low, one.met.high, one.body.mean, one.body_trend,
        ]
        for one in found.people
    }  # fmt: skip


def assert_alike(one, other):
    assert one.keys() == other.keys()
    for person in one:
        for a, b in zip(one[person], other[person], strict=True):
            assert a is b is None or a == pytest.approx(b, abs=1e-9)


@often
@given(rows, st.randoms())
def test_the_order_of_entries_does_not_matter(life, chance):
    # Ids go with their rows, so that only the order differs.
    named = [{**row, "impression": f"i{place}"} for place, row in enumerate(life)]
    mixed = chance.sample(named, len(named))
    one, other = read(named, PEOPLE), read(mixed, PEOPLE)
    assert figures(one) == figures(other)
    assert [found.sentences for found in one.people] == [found.sentences for found in other.people]
    assert [found.said.impressions for found in one.people] == [
        found.said.impressions for found in other.people
    ]


@often
@given(rows, st.permutations(PEOPLE))
def test_what_people_are_called_and_their_order_do_not_matter(life, others):
    new = dict(zip(PEOPLE, others, strict=True))
    one = read(life, PEOPLE)
    other = read([{**row, "person": new[row["person"]]} for row in life], sorted(PEOPLE, reverse=True))
    renamed = {new[person]: numbers for person, numbers in figures(one).items()}
    assert_alike(renamed, figures(other))
    assert {new[person]: state for person, state in one.states.items()} == other.states


EXCHANGED = {"me": "them", "them": "me"}


@often
@given(rows)
def test_me_and_them_exchanged_turns_the_reaching_round(life):
    # Without attempts in vain: these also say that nobody was there to meet the user.
    life = [{**row, "reach": (row["reach"] or "").removesuffix("_unanswered") or None} for row in life]
    turned = [{**row, "reach": EXCHANGED.get(row["reach"], row["reach"])} for row in life]
    one, other = read(life, PEOPLE).look.figures, read(turned, PEOPLE).look.figures
    assert one.reaching.share == pytest.approx(1 - other.reaching.share)
    assert one.reaching.mostly_mine == pytest.approx(other.reaching.mostly_theirs)
    assert one.met.mean == pytest.approx(other.met.mean)


def lives(n, **more):
    return [{"at": 3 * i, "person": "a", **more} for i in range(n)]


def test_the_mirror_reads_as_the_mirror():
    others = [
        {"at": 2 * i, "person": person, "reach": ("me", "them")[i % 2], "met": 2 + i % 3, "body": i % 2,
         "gave": ("shared",), "received": ("shared",)}
        for i in range(30) for person in "bcd"
    ]  # fmt: skip
    mine = [*lives(25, reach="me", met=0, body=-1, gave=("helped", "listened", "shared")), *others]
    theirs = [*lives(25, reach="them", met=2, body=0, received=("helped", "listened", "shared")), *others]
    one, other = read(mine, PEOPLE).people[0], read(theirs, PEOPLE).people[0]
    assert (one.state, other.state) == (State.ONE_SIDED, State.THEY_REACH)
    assert one.reverse < 0.05
    assert other.one_sided < 0.05


@often
@given(rows, st.integers(1, 8), st.sampled_from([None, "them", "both"]), st.integers(0, 5))
def test_being_met_more_lately_never_makes_it_likelier_one_sided(life, more, reach, ago):
    # One percent is what the spread of answers may move.
    added = [{"at": ago, "person": "a", "met": 4, "reach": reach} for _ in range(more)]
    before, after = (read(found, PEOPLE).people[0].one_sided for found in (life, life + added))
    assert after <= before + 0.01


@often
@given(rows, st.lists(st.integers(0, 500), min_size=1, max_size=20))
def test_what_was_left_open_says_nothing(life, days):
    blank = [{"at": ago, "person": person} for ago in days for person in ("a", "b")]
    one, other = read(life, PEOPLE), read(life + blank, PEOPLE)
    assert one.states == other.states
    without = {person: numbers[1:] for person, numbers in figures(one).items()}
    assert_alike(without, {person: numbers[1:] for person, numbers in figures(other).items()})
    added = [after.moments - before.moments for before, after in zip(one.people, other.people, strict=True)]
    assert added == [len(days), len(days), 0, 0]


@often
@given(rows, st.integers(0, 60))
def test_what_comes_after_today_is_not_known_yet(life, ago):
    today = TODAY - timedelta(days=ago)
    until = [row for row in life if row["at"] >= ago]
    assert figures(read(life, PEOPLE, today)) == figures(read(until, PEOPLE, today))


@often
@given(rows)
def test_every_number_is_a_number_within_its_scale(life):
    for one in read(life, PEOPLE).people:
        assert 0 <= one.one_sided <= 1
        assert 0 <= one.reverse <= 1
        assert 0 <= one.share.low <= one.share.mean <= one.share.high <= 1
        assert 0 <= one.met.low <= one.met.mean <= one.met.high <= 4
        assert -3 <= one.body.low <= one.body.mean <= one.body.high <= 3
        assert one.body_trend is None or -6 <= one.body_trend <= 6


@often
@given(rows, st.booleans())
def test_who_is_no_longer_read_and_where_care_runs_one_way_shape_nobody_else(life, logged):
    one_way = Person(id="w", name="Gran", one_way=True)
    resting = Person(id="r", name="Jonas", status=Status.RESTING)
    extra = [
        {"at": i, "person": person, "reach": "me", "met": 0, "body": -3} for i in range(20) for person in "wr"
    ]
    found = read(life + extra * logged, [*map(person, PEOPLE), one_way, resting])
    alone = read(life, PEOPLE)
    assert [one.person.id for one in found.people] == [*PEOPLE, "w"]
    assert_alike({key: value for key, value in figures(found).items() if key != "w"}, figures(alone))
    assert found.people[-1].state is State.ONE_WAY
    assert found.people[-1].one_sided is found.people[-1].reverse is None


def person(ident):
    return Person(id=ident, name=ident.capitalize())


def test_one_person_alone():
    life = [{"at": 4 * i, "person": "a", "reach": "me", "met": i % 2, "body": -1} for i in range(30)]
    (found,) = read(life, ["a"]).people
    assert found.share.mean > 0.7
    assert found.met.mean < 1.5
    assert found.state in (State.ONE_SIDED, State.LEANING, State.THIN)


def test_nobody_and_nothing():
    assert read([], []).people == ()
    (found,) = read([], ["a"]).people
    assert (found.state, found.moments) == (State.NOT_ENOUGH, 0)
    assert found.body_trend is None


def test_a_thousand_people():
    chance = random.Random(5)
    many = [f"p{place}" for place in range(1000)]
    life = [
        {"at": chance.randrange(300), "person": chance.choice(many), "reach": chance.choice(["me", "them"]),
         "met": chance.randrange(5), "body": chance.randrange(-3, 4)}
        for _ in range(8000)
    ]  # fmt: skip
    found = read(life, many)
    assert len(found.people) == 1000
    assert found.usual.share == pytest.approx(0.5, abs=0.03)
    assert sum(one.state is State.ONE_SIDED for one in found.people) <= 5


@pytest.mark.parametrize("met", range(5))
@pytest.mark.parametrize("reach", ["me", "them", "both"])
def test_everything_equal(met, reach):
    life = [
        {"at": 3 * i, "person": who, "reach": reach, "met": met, "body": met - 2}
        for i in range(20)
        for who in PEOPLE
    ]
    found = read(life, PEOPLE)
    assert len({one.state for one in found.people}) == 1
    assert len({round(one.met.mean, 9) for one in found.people}) == 1
    assert found.usual.met == pytest.approx(met, abs=0.4)


def test_a_single_day_is_never_enough():
    life = [{"at": 0, "person": "a", "reach": "me", "met": 0, "body": -3} for _ in range(50)]
    (found,) = read(life, ["a"]).people
    assert found.state is State.NOT_ENOUGH
    assert 0 < found.share.low < found.share.high < 1


def test_imported_contacts_that_nobody_rated_say_only_who_reached_out():
    felt = [{"at": 5 * i, "person": "a", "reach": "them", "met": 3, "body": 1} for i in range(10)]
    brought_in = [{"at": 2 * i, "person": "a", "reach": "me", "imported": True} for i in range(40)]
    before, after = (read(life, ["a"]).people[0] for life in (felt, felt + brought_in))
    assert after.share.mean > before.share.mean + 0.3
    assert (after.met, after.body) == (before.met, before.body)


def test_the_same_store_is_read_the_same_every_time():
    chance = random.Random(3)
    life = [
        {
            "at": chance.randrange(400),
            "person": chance.choice(PEOPLE),
            "met": chance.randrange(5),
            "reach": "me",
        }
        for _ in range(200)
    ]
    one, other = read(life, PEOPLE), read(life, PEOPLE)
    assert figures(one) == figures(other)
    assert replace(one.people[0], person=other.people[0].person) == other.people[0]


def test_on_a_day_long_after_the_last_moment_little_is_known_any_more():
    life = [{"at": 3 * i, "person": "a", "reach": "me", "met": 0, "body": -2} for i in range(40)]
    others = [{"at": 3 * i, "person": "b", "reach": "them", "met": 3, "body": 1} for i in range(40)]
    now = read(life + others, ["a", "b"])
    later = read(life + others, ["a", "b"], date(2032, 11, 22))
    assert now.people[0].one_sided > 0.9
    assert later.people[0].one_sided < 0.5
    assert np.ptp([one.met.mean for one in later.people]) < 1
