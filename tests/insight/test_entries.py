"""Answers as arrays: in order, by person, unknown where nothing was said."""

import random
from math import isnan, nan

import numpy as np
import pytest
from short_rows import columns_of, entries_of

from connect_desktop.domain import WORD_FEELING, Feeling
from connect_desktop.domain.answers import Answers, packed
from connect_desktop.insight.entries import entries


def same(one, other):
    return all(a == b or (isnan(a) and isnan(b)) for a, b in zip(one, other, strict=True))


def test_every_answer_arrives_and_what_was_left_open_is_unknown():
    found = entries_of(
        [
            {
                "at": 3,
                "body": -3,
                "met": 4,
                "reach": "me",
                "gave": ("shared",),
                "received": ("helped", "listened"),
            },
            {"at": 2},
            {"at": 1, "reach": "me_unanswered", "hurt": True, "way_back": "me"},
            {"at": 0, "body": 3, "met": 0, "reach": "both", "hurt": True, "way_back": "both"},
        ]
    )
    assert found.ids.tolist() == ["i0", "i1", "i2", "i3"]
    assert same(found.body, [-3, nan, nan, 3])
    assert same(found.met, [4, nan, 0, 0]), "nobody was there to meet whoever reached out in vain"
    assert same(found.mine, [1, nan, 1, 0.5])
    assert found.in_vain.tolist() == [False, False, True, False]
    assert same(found.gave, [1, nan, nan, nan])
    assert same(found.received, [2, nan, nan, nan])
    assert found.hurt.tolist() == [False, False, True, True]
    assert found.came_back.tolist() == [False, False, True, True]
    assert found.they_came_back.tolist() == [False, False, False, True]


@pytest.mark.parametrize(
    ("reach", "mine"),
    [("me", 1), ("me_unanswered", 1), ("them", 0), ("them_unanswered", 0), ("both", 0.5), ("chance", nan),
     (None, nan)],
)  # fmt: skip
def test_whose_start_it_was(reach, mine):
    assert same(entries_of([{"reach": reach}]).mine, [mine])


def test_a_way_back_that_has_not_come_is_none():
    assert not entries_of([{"hurt": True, "way_back": "not_yet"}]).came_back[0]


def test_words_that_point_nowhere_say_nothing():
    rows = [{"at": 2, "words": ("warmer", "seen", "tense")}, {"at": 1, "words": ("my own",)}, {"at": 0}]
    assert same(entries_of(rows).words, [1 / 3, nan, nan])
    own = entries(packed(columns_of(rows)), ["p"], 240, {**WORD_FEELING, "my own": Feeling.TIGHT})
    assert same(own.words, [1 / 3, -1, nan])


def test_they_come_by_person_and_time_in_whatever_order_they_were():
    rows = [
        {"at": days, "person": person, "body": days % 4} for days in (5, 5, 9, 0) for person in ("b", "a")
    ]
    order = list(range(len(rows)))
    random.Random(2).shuffle(order)
    narrow = packed(columns_of(rows))
    mixed = Answers(
        impression=[narrow.impression[i] for i in order],
        person=[narrow.person[i] for i in order],
        packed=[narrow.packed[i] for i in order],
        words=[narrow.words[i] for i in order],
    )
    one, other = (entries(found, ["a", "b"], 240, WORD_FEELING) for found in (narrow, mixed))
    assert one.person.tolist() == [0] * 4 + [1] * 4
    assert one.ids.tolist() == other.ids.tolist()
    assert one.day.tolist() == sorted(one.day[:4].tolist()) * 2
    assert one.ids.tolist()[1:3] == ["i1", "i3"], "what came at one time is told apart by its id"


def test_those_not_asked_for_are_left_out():
    assert len(entries_of([{"person": "someone else"}, {"person": "p"}])) == 1


def test_times_long_ago_and_far_ahead_keep_their_order():
    found = entries_of([{"at": "9999-12-31 23:00"}, {"at": "0001-01-02 12:00"}, {"at": "1969-12-31 12:00"}])
    assert found.ids.tolist() == ["i1", "i2", "i0"]
    assert (np.diff(found.day) > 0).all()
