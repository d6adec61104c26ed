"""With whom a step may be tried: nobody who is not safe, and only what the moments say."""

from datetime import date, timedelta

import pytest
from short_rows import TODAY, read

from connect_desktop.domain import Circle, Person, Status
from connect_desktop.insight.company import company

MAYA = Person(id="p", name="Maya")
GOOD = {"reach": "them", "met": 4, "body": 2}
OTHERS = [
    {"at": 4 * i, "person": "q", "reach": ("me", "them")[i % 2], "met": 1 + i % 3, "body": i % 2}
    for i in range(30)
]


def rows(n, first=0, apart=4, **felt):
    return [{"at": first + apart * (n - 1 - i), "person": "p", **felt} for i in range(n)]


def around(life, person=MAYA, circles=()):
    return company(read(life, [person]), circles)


def one(life, person=MAYA):
    return next(iter(around(life, person).people), None)


def test_somebody_with_whom_one_exhales():
    found = one(rows(5, **GOOD))
    assert found.exhales
    assert (found.easier, found.answers, found.met, found.rated) == (5, 5, 5, 5)
    assert found.last == TODAY
    assert not found.quiet


def test_a_good_reading_is_enough_where_the_body_was_not_asked():
    found = one(rows(12, reach="them", met=4))
    assert found.exhales
    assert found.answers == 0


def test_two_moments_do_not_make_somebody_to_exhale_with():
    found = one(rows(2, **GOOD))
    assert not found.exhales
    assert not found.quiet


@pytest.mark.parametrize(
    "life",
    [
        [],
        rows(25, reach="me", met=0, body=1),
        rows(20, reach="them", met=0, body=1),
        rows(3, body=-1),
        [*rows(9, first=20, **GOOD), *rows(3, body=-1)],
        [*rows(14, first=90, **GOOD), *rows(14, reach="me", met=0, body=0)],
        [*rows(6, first=30, **GOOD), {"at": 5, "person": "p", "body": -1, "hurt": True}],
        [*rows(6, first=9, **GOOD), {"at": 5, "person": "p", "body": 1, "hurt": True, "way_back": "not_yet"}],
    ],
    ids=["unknown", "one-sided", "thin", "low", "tightening", "fading", "hurt", "hurt, not yet"],
)
def test_nobody_who_is_not_safe(life):
    assert one(life + OTHERS) is None


@pytest.mark.parametrize("status", [Status.RESTING, Status.ENDED, Status.DIED])
def test_nobody_with_whom_the_bond_is_not_lived_now(status):
    assert one(rows(12, **GOOD), Person(id="p", name="Maya", status=status)) is None


def test_care_that_runs_one_way_may_still_let_one_exhale():
    assert one(rows(6, reach="me", met=1, body=2), Person(id="p", name="Gran", one_way=True)).exhales


def hurt(ago, **more):
    return {"at": ago, "person": "p", "body": 1, "hurt": True, **more}


def test_a_hurt_with_somebody_who_came_back_before_leaves_a_way_back():
    life = [*rows(8, first=60, **GOOD), hurt(50, way_back="them"), hurt(9)]
    found = one(life)
    assert found.hurt == TODAY - timedelta(days=9)
    assert not found.exhales


@pytest.mark.parametrize(
    "hurts",
    [[hurt(9)], [hurt(50, way_back="me"), hurt(9)], [hurt(50, way_back="them"), hurt(2)],
     [hurt(50, way_back="them"), hurt(9), hurt(5)]],
    ids=["never before", "only you came back", "raw", "two"],
)  # fmt: skip
def test_a_hurt_is_left_alone_where_the_way_back_may_not_be_safe(hurts):
    assert one([*rows(8, first=60, **GOOD), *hurts]) is None


def test_a_hurt_of_long_ago_stands_in_no_way_once_it_was_easy_again():
    assert one([hurt(70), *rows(8, **GOOD)]).exhales
    assert one([hurt(70), *rows(3, **GOOD)]).exhales


@pytest.mark.parametrize(
    "since",
    [[], [{"at": 3, "person": "p", "reach": "them_unanswered"}], rows(2, first=4, **GOOD), rows(9, body=0)],
    ids=["quiet since", "they call", "hardly anything", "not easy"],
)
def test_nothing_is_offered_with_somebody_left_after_a_hurt_however_long_ago(since):
    assert one([*rows(12, first=110, **GOOD), hurt(100), *since]) is None


def test_an_attempt_of_theirs_is_open_until_something_follows():
    call = {"at": 3, "person": "p", "reach": "them_unanswered"}
    found = one([*rows(6, first=9, **GOOD), call])
    assert found.called == TODAY - timedelta(days=3)
    assert not found.exhales
    assert not found.quiet
    assert one([*rows(6, first=9, **GOOD), call, {"at": 1, "person": "p", "body": 1}]).called is None
    assert one([*rows(6, first=50, **GOOD), {**call, "at": 40}]).called is None


@pytest.mark.parametrize(
    ("ago", "apart", "quiet"),
    [(15, 4, False), (30, 4, True), (60, 30, False), (100, 30, True), (500, 4, False)],
)
def test_somebody_is_quiet_after_much_longer_than_usual(ago, apart, quiet):
    assert one(rows(8, first=ago, apart=apart, **GOOD)).quiet is quiet


def test_several_moments_on_one_day_say_nothing_of_gaps():
    assert one(rows(4, first=30, apart=0, **GOOD)).quiet


def test_a_circle_where_one_mostly_exhales():
    friends = Circle(id="c", name="The old flat", members={"p"})
    mixed = Circle(id="d", name="Work", members={"p", "q", "r"})
    empty = Circle(id="e", name="Nobody")
    assert around(rows(5, **GOOD), circles=[friends, mixed, empty]).circles == (friends,)


def test_no_circle_with_somebody_who_is_never_there():
    circle = Circle(id="c", name="Table", members={"p", "q", "r"})
    people = [MAYA, Person(id="q", name="Tom"), Person(id="r", name="Ben")]
    life = [*rows(12, **GOOD), *({**row, "person": "q"} for row in rows(12, **GOOD))]
    assert company(read(life, people), [circle]).circles == (circle,)
    alone = [{**row, "person": "r"} for row in rows(25, reach="me", met=0, body=-1)]
    assert company(read(life + alone, people), [circle]).circles == ()


@pytest.mark.parametrize(
    "felt",
    [{"body": -2}, {"body": 1, "hurt": True}, {"reach": "them", "met": 0, "body": 0}],
    ids=["tight", "hurt", "thin"],
)
def test_no_circle_with_somebody_who_is_not_safe(felt):
    circle = Circle(id="c", name="Table", members={"p", "q", "r"})
    people = [MAYA, Person(id="q", name="Tom"), Person(id="r", name="Ben")]
    life = [*rows(12, **GOOD), *({**row, "person": "q"} for row in rows(12, **GOOD))]
    tight = [{**row, "person": "r"} for row in rows(20, **felt)]
    assert company(read(life, people), [circle]).circles == (circle,)
    assert company(read(life + tight, people), [circle]).circles == ()


def test_days_are_those_of_the_look():
    earlier = date(2026, 11, 1)
    found = company(read(rows(8, first=10, **GOOD), [MAYA], earlier)).people[0]
    assert found.last <= earlier
