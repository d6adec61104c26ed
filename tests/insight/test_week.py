"""A week looked back on: what was good first, the user's own side, what was heavy, and something to hold."""

from datetime import date
from itertools import product

import pytest
from short_rows import columns_of
from voice import FORBIDDEN

from connect_desktop.insight.look_back import look_back
from connect_desktop.insight.week import Landed, Part, Returned, Week, monday_of

NAMES = {"p": "Maya", "q": "Tom", "r": "Álvaro", "s": "Daniel", "t": "ليلى"}
MONDAY = date(2026, 11, 16)


def week(rows, **more):
    return Week(felt=columns_of(rows), names=NAMES, day_ends=240, **more)


def told(rows, **more):
    return look_back(week(rows, **more))


def texts(rows, part=None, **more):
    return [line.text for line in told(rows, **more) if part in (None, line.part)]


FULL = [
    {"at": 6, "person": "s", "body": -2, "met": 0, "reach": "me", "hurt": True},
    {"at": 5, "person": "p", "body": 2, "met": 4, "reach": "them", "received": ("listened", "helped")},
    {"at": 4, "person": "q", "reach": "them_unanswered"},
    {"at": 4, "person": "q", "reach": "them_unanswered"},
    {"at": 3, "person": "s", "reach": "me_unanswered"},
    {"at": 2, "person": "r", "body": 1, "met": 3, "gave": ("shared",), "hurt": True, "way_back": "both"},
    {"at": 1, "person": "p", "body": 3, "met": 2},
    {"at": 0, "person": "q", "body": 0},
]


def test_a_full_week_is_told_in_order():
    steps = [Landed(person="p", landed=2), Landed(person="s", landed=-1), Landed(person=None, landed=None)]
    found = told(FULL, steps=steps, returned=[Returned(interaction="old", person="t")])
    assert [line.text for line in found] == [
        "Your body breathed easier after 3 of 5 moments, with Álvaro and Maya.",
        "You felt met in 2 of 4 moments, with Álvaro and Maya.",
        "Truly met once, with Maya.",
        "Given to you in 1 moment, by Maya: listening, help.",
        "Given by you in 1 moment, to Álvaro: something true.",
        "There was a hurt with Álvaro, and a way back.",
        "An earlier hurt with ليلى found a way back.",
        "You tried a small step with Maya; afterwards: breathed easier.",
        "You tried a small step.",
        "2 attempts you did not answer: Tom.",
        "Your body tightened after 1 of 5 moments, with Daniel.",
        "You reached out to Daniel once, and no answer came.",
        "There was a hurt with Daniel; the way back is open.",
        "You tried a small step with Daniel; afterwards: a little tight.",
        "Saturday with Maya, and how your body answered: breathed freely.",
    ]
    order = [line.part for line in found]
    assert order == sorted(order, key=list(Part).index)
    assert [part for part in order if part is Part.KEEP] == [Part.KEEP]


def test_behind_each_sentence_are_the_moments_it_counts():
    found = {line.text.split(",")[0]: line for line in told(FULL)}
    assert found["Your body breathed easier after 3 of 5 moments"].moments == ("m1", "m5", "m6")
    assert found["2 attempts you did not answer: Tom."].moments == ("m2", "m3")
    assert found["Saturday with Maya"].moments == ("m6",)
    assert not any(line.steps for line in found.values())


def test_nothing_is_left_open_with_those_whose_bond_rests_ended_or_who_have_died():
    found = texts(FULL, at_rest=frozenset("qs"))
    assert not any("did not answer" in text or "no answer came" in text for text in found)
    assert not any("way back is open" in text for text in found)
    assert "Your body tightened after 1 of 5 moments, with Daniel." in found
    assert len(found) == len(texts(FULL)) - 3


def test_a_moment_with_three_people_counts_once():
    together = [
        {"at": 1, "person": one, "body": body, "interaction": "m"}
        for one, body in zip("pqr", (1, 2, -1), strict=True)
    ]
    assert texts(together)[0] == "Your body breathed easier after 1 of 1 moment, with Maya and Tom."
    assert "Your body tightened after 1 of 1 moment, with Álvaro." in texts(together)


def test_many_people_are_two_names_and_a_number():
    rows = [{"at": 1, "person": one, "body": 1} for one in "pqrs"]
    assert texts(rows)[0].endswith("after 4 of 4 moments, with Álvaro, Daniel and 2 others.")
    assert texts(rows[:3])[0].endswith("with Álvaro, Maya and Tom.")


def test_an_empty_week_says_nothing_of_itself():
    assert told([]) == ()


def test_a_hurt_that_was_come_back_to_only_later_was_open_then():
    rows = [{"at": 1, "person": "p", "hurt": True, "way_back": "them"}]
    assert texts(rows, Part.GOOD) == ["There was a hurt with Maya, and a way back."]
    assert texts(rows, Part.HEAVY, returned_later=frozenset({"i0"})) == [
        "There was a hurt with Maya; the way back is open."
    ]


@pytest.mark.parametrize(
    ("row", "kept"),
    [
        ({"body": 1, "met": 4}, "Sunday with Maya, and how your body answered: a little easier."),
        ({"body": -3, "met": 3}, "Sunday with Maya, when you felt met."),
        ({"body": -3, "received": ("helped",)}, "Sunday with Maya, when something was given to you."),
        ({"body": -3, "gave": ("helped",)}, "What you gave Maya on Sunday."),
        ({"reach": "me_unanswered"}, "Reaching out takes courage, and you had it."),
        ({"body": -3}, "You put it into words. What is written down need not be carried around."),
        ({}, "You put it into words. What is written down need not be carried around."),
    ],
)
def test_every_week_ends_on_something_to_hold(row, kept):
    assert told([{"person": "p", **row}])[-1].text == kept


def test_a_week_in_which_only_something_old_was_mended_or_tried():
    found = told([], returned=[Returned(interaction="old", person="p")])
    assert found[0].moments == ("old",)
    assert found[-1].text == "A way back was found. That is what holds a bond."
    (tried, kept) = told([], steps=[Landed(person=None, landed=1)])
    assert (tried.text, tried.steps) == ("You tried a small step; afterwards: a little easier.", True)
    assert kept.text == "You tried something small. That is how things begin."
    assert texts([], steps=[Landed(person="p", landed=None)])[0] == "You tried a small step with Maya."


def test_a_talk_after_midnight_is_held_by_its_evening():
    rows = [{"at": "2026-11-22 01:30", "person": "p", "body": 3}]
    assert told(rows)[-1].text.startswith("Saturday with Maya")


@pytest.mark.parametrize("n", [1, 2, 5])
def test_no_sentence_judges_or_nags(n):
    answers = product((None, -3, 0, 3), (None, 0, 4), (None, "me", "me_unanswered", "them_unanswered"))
    for body, met, reach in answers:
        rated = None if reach and reach.endswith("unanswered") else met
        for hurt, way in ((False, None), (True, None), (True, "them")):
            rows = [
                {"at": i, "person": "pqrst"[i], "body": body, "met": rated, "reach": reach, "hurt": hurt,
                 "way_back": way, "gave": ("listened",), "received": ("remembered", "appreciated")}
                for i in range(n)
            ]  # fmt: skip
            returned = [Returned(interaction=f"x{i}", person="p") for i in range(n)]
            for text in texts(rows, returned=returned, steps=[Landed(person="p", landed=body)] * n):
                assert not FORBIDDEN.search(text), text
                assert "{" not in text
                assert text.endswith(".")


def test_a_week_is_named_by_its_monday():
    assert [monday_of(date(2026, 11, day)) for day in (16, 19, 22)] == [MONDAY] * 3
