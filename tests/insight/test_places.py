"""Where everyone lies on the map, today and at the end of every month before."""

from datetime import date, datetime, timedelta

import pytest

from connect_desktop.domain import WORD_FEELING, Person
from connect_desktop.domain.answers import packed
from connect_desktop.domain.columns import Columns
from connect_desktop.insight.entries import entries
from connect_desktop.insight.looking_back import LookingBack, month_ends
from connect_desktop.insight.places import REGIONS
from connect_desktop.insight.states import State

TODAY = date(2026, 11, 22)
MAYA, DANIEL, ALEX = (Person(id=name[0].lower() * 32, name=name) for name in ("Maya", "daniel", "Alex"))
EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - wall-clock time


def row(person, ago, reach=None, met=None):
    at = datetime(TODAY.year, TODAY.month, TODAY.day, 19) - timedelta(days=ago)  # noqa: DTZ001
    return person.id, int((at - EPOCH).total_seconds()), reach, met


def columns(rows):
    n = len(rows)
    return Columns(
        impression=[f"i{i}" for i in range(n)], interaction=[f"m{i}" for i in range(n)],
        person=[r[0] for r in rows], wall=[r[1] for r in rows], body=[None] * n, before=[None] * n,
        reach=[r[2] for r in rows], met=[r[3] for r in rows], openness=[None] * n, gave=[()] * n,
        received=[()] * n, words=[()] * n, truth=[None] * n, response=[None] * n, hurt=[False] * n,
        way_back=[None] * n, way_back_on=[None] * n, imported=[False] * n,
    )  # fmt: skip


def back(rows, people=(MAYA, DANIEL, ALEX), **more):
    found = entries(packed(columns(rows)), [person.id for person in people], 240, WORD_FEELING)
    return LookingBack(found, people, TODAY, **more)


def today(rows, lately=None, **more):
    looking = back(rows, **more)
    return looking.places(len(looking.ends) - 1, lately)


ROWS = [
    *(row(MAYA, 3 * i, ("me", "them")[i % 2], 4) for i in range(30)),
    *(row(DANIEL, 200 + 3 * i, "me", i % 2) for i in range(30)),
    *(row(ALEX, 10 + i, "them", 2) for i in range(3)),
]


def test_everyone_has_a_place_a_halo_and_counts_by_name():
    found = today(ROWS)
    assert [place.name for place in found.people] == ["Alex", "daniel", "Maya"]
    alex, daniel, maya = found.people
    assert maya.share == pytest.approx(0.5, abs=0.1)
    assert daniel.share > 0.7 and daniel.met < found.unmet_below < found.usual < maya.met
    assert (maya.me, maya.them, maya.met_often, maya.met_of, maya.moments) == (15, 15, 30, 30, 30)
    assert maya.state is State.MET and maya.enough
    assert alex.state is State.NOT_ENOUGH and not alex.enough
    assert alex.missing == (3, 1, 12)


def test_halos_grow_with_what_they_hold_and_with_what_is_not_known_and_never_leave_the_map():
    alex, _, maya = today(ROWS).people
    assert list(REGIONS) == sorted(REGIONS, reverse=True)
    for place in (alex, maya):
        widest, middle, narrow = place.halo
        for side in ("left", "right", "below", "above"):
            assert getattr(widest, side) >= getattr(middle, side) >= getattr(narrow, side) >= 0
        assert place.share - widest.left >= 0 and place.share + widest.right <= 1
        assert place.met - widest.below >= 0 and place.met + widest.above <= 4 + 1e-9
    assert alex.halo[0].left + alex.halo[0].right > maya.halo[0].left + maya.halo[0].right
    assert alex.halo[0].below > maya.halo[0].below


def test_only_those_logged_with_lately_are_there():
    assert [place.name for place in today(ROWS, 182).people] == ["Alex", "Maya"]
    assert [place.name for place in today(ROWS, 10).people] == ["Maya"]
    assert [place.name for place in today(ROWS, 11).people] == ["Alex", "Maya"]


def test_who_is_only_ever_met_by_chance_and_unrated_has_no_place():
    (alex,) = today([row(ALEX, 3, "chance"), row(ALEX, 9)]).people
    assert not alex.placed and alex.moments == 2


def test_after_a_clear_change_the_counts_since_then_are_told():
    rows = [row(MAYA, 2 * i, ("me", "them")[i % 2], 4 if i < 25 else 0) for i in range(60)]
    (maya,) = today(rows, people=(MAYA,)).people
    assert maya.since is not None and abs((TODAY - maya.since).days - 48) < 10
    assert maya.lately_met == maya.lately_of < maya.met_of == 60
    steady = today(ROWS).people[2]
    assert steady.since is None and (steady.lately_met, steady.lately_of) == (30, 30)


def test_months_end_on_their_last_day_and_the_last_is_today():
    assert month_ends(date(2026, 9, 5), TODAY) == (date(2026, 9, 30), date(2026, 10, 31), TODAY)
    assert month_ends(date(2026, 11, 1), TODAY) == (TODAY,)
    assert month_ends(date(2025, 12, 31), date(2026, 1, 1)) == (date(2025, 12, 31), date(2026, 1, 1))


def test_an_earlier_month_shows_only_what_was_known_then():
    looking = back(ROWS)
    assert looking.ends[0] == date(2026, 2, 28) and looking.ends[-1] == TODAY
    then = looking.places(looking.ends.index(date(2026, 3, 31)), 182)
    assert [place.name for place in then.people] == ["daniel"]
    assert then.people[0].moments < 30


def test_a_month_looks_the_same_whichever_was_looked_at_before():
    forwards, backwards = back(ROWS), back(ROWS)
    months = range(len(forwards.ends))
    seen = [forwards.places(month, None) for month in months]
    assert [backwards.places(month, None) for month in reversed(months)] == seen[::-1]


def test_what_was_really_said_last_holds_today_until_it_clearly_does_not():
    rows = [
        *(row(person, 4 * i + k, ("me", "them")[i % 2], 3 + i % 2) for i in range(20)
          for k, person in enumerate((MAYA, ALEX))),
        *(row(DANIEL, 9 * i, ("me", "me", "me", "them")[i % 4], (1, 2, 2, 3)[i % 4]) for i in range(16)),
    ]  # fmt: skip
    state = {one.name: one for one in today(rows).people}["daniel"]
    assert 0.70 <= state.one_sided < 0.90, "the case is meant to lie between saying and unsaying"
    assert state.state is State.LEANING
    held = today(rows, said={DANIEL.id: State.ONE_SIDED})
    assert {one.name: one for one in held.people}["daniel"].state is State.ONE_SIDED


def test_nothing_logged_is_an_empty_map_of_one_day():
    looking = back([])
    assert looking.ends == (TODAY,)
    assert looking.places(0, None).people == ()


def test_looking_twice_works_it_out_once():
    looking = back(ROWS)
    assert looking.look(2) is looking.look(2)
