"""`bonds`: the readings as a table and as JSON."""

import json
import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from connect_desktop.domain import Edit, Person
from connect_desktop.insight.said_before import MEMO, SaidBefore
from connect_desktop.insight.states import State
from connect_desktop.interchange.sample import life

Command = Callable[..., Any]
Inside = Callable[[], Any]
TODAY = date(2026, 11, 22)
DAYS_OF_THE_TURN = [TODAY - timedelta(days=ago) for ago in range(80, 55, -1)]
"""in which it begins to show that Daniel hardly meets"""


@pytest.fixture
def lived(inside: Inside) -> None:
    with inside() as store:
        store.apply(life(TODAY))


@pytest.mark.usefixtures("lived")
def test_everyone_whose_bond_is_lived_by_name_with_what_the_moments_say(connect: Command) -> None:
    lines = connect("bonds", "--today", "2026-11-22").out.splitlines()
    assert lines[0].split()[:2] == ["Name", "Moments"]
    names = [line.split()[0] for line in lines[1 : lines.index("")]]
    assert names == sorted(names)
    assert "Jonas" not in names
    daniel = next(line for line in lines if line.startswith("Daniel"))
    assert daniel.endswith("You keep reaching out, and are rarely met.")


@pytest.mark.usefixtures("lived")
def test_beside_what_is_said_of_late_stands_how_it_was_lately(connect: Command) -> None:
    lines = connect("bonds", "--today", "2026-11-22").out.splitlines()
    clara = next(line for line in lines if line.startswith("Clara"))
    *_, first, first_lately, met, met_lately, said = re.split("  +", clara)
    assert said == "Rarely met, whoever reaches out."
    assert met_lately.startswith("0 of ") and int(met.split()[0]) > 20
    (told,) = (one for one in readings(connect) if one["name"] == "Clara")
    assert all(any(f" {count}." in one for one in told["sentences"]) for count in (first_lately, met_lately))
    assert int(first.split()[2]) > int(first_lately.split()[2])
    assert lines[0].count("Lately") == 2
    assert lines[-1].endswith("Lately: since something changed, else in the last half year.")


def readings(connect: Command) -> list[dict[str, Any]]:
    return list(json.loads(connect("bonds", "--json", "--today", "2026-11-22").out)["people"])


@pytest.mark.usefixtures("lived")
def test_as_json_every_figure_has_its_name(connect: Command, inside: Inside) -> None:
    found = json.loads(connect("bonds", "--json", "--today", "2026-11-22").out)
    assert (found["today"], set(found["usual"])) == ("2026-11-22", {"reach", "met", "body"})
    daniel = next(one for one in found["people"] if one["name"] == "Daniel")
    assert set(daniel) == {
        "id", "name", "n", "state", "p_one_sided", "p_reverse", "reach", "met", "body", "sentences",
        "evidence",
    }  # fmt: skip
    assert set(daniel["reach"]) == {"me", "them", "share", "low", "high"}
    assert set(daniel["met"]) == {"n", "mean", "low", "high"}
    assert set(daniel["body"]) == {"n", "mean", "low", "high", "trend"}
    assert daniel["state"] == "one_sided"
    assert daniel["p_one_sided"] > 0.9 > daniel["p_reverse"]
    assert daniel["body"]["trend"] < -0.5
    with inside() as store:
        felt = [one for one in store.impressions.all() if one.person == daniel["id"]]
    reach = [one.reach for one in felt]
    assert daniel["n"] == len(felt)
    assert daniel["reach"]["me"] == sum(one in ("me", "me_unanswered") for one in reach)
    assert daniel["reach"]["them"] == sum(one in ("them", "them_unanswered") for one in reach)
    assert set(daniel["evidence"]) < {one.id for one in felt}
    gran = next(one for one in found["people"] if one["name"] == "Gran")
    assert (gran["state"], gran["p_one_sided"], gran["evidence"]) == ("one_way", None, [])


@pytest.mark.usefixtures("lived")
def test_an_earlier_day_knows_nothing_of_what_came_later(connect: Command) -> None:
    found = json.loads(connect("bonds", "--json", "--today", "2026-05-01").out)
    by_name = {one["name"]: one for one in found["people"]}
    assert by_name["Daniel"]["state"] != "one_sided"
    assert by_name["Alex"]["n"] < 5


def test_nobody_and_nothing(connect: Command, inside: Inside) -> None:
    with inside() as store:
        store.apply([])
    assert connect("bonds").out == "There is nobody here yet.\n"
    assert json.loads(connect("bonds", "--json").out)["people"] == []
    with inside() as store:
        store.apply([Edit(None, Person(id="z", name="Zoë"))])
    (zoe,) = json.loads(connect("bonds", "--json").out)["people"]
    assert (zoe["name"], zoe["state"], zoe["n"]) == ("Zoë", "not_enough", 0)
    assert zoe["sentences"] == ["Not enough yet; 6 more moments will tell."]


@pytest.mark.usefixtures("data")
def test_a_day_that_is_none_is_refused(connect: Command) -> None:
    assert "today" in connect("bonds", "--today", "yesterday").line
    assert "today: '' does not fit" in connect("bonds", "--today", "").line
    assert "its year must be from 1900 to 2200" in connect("bonds", "--today", "9999-01-01").line


@pytest.mark.usefixtures("lived")
def test_what_was_said_on_the_screen_the_day_before_holds_here_too(connect: Command, inside: Inside) -> None:
    def daniel(day: date) -> str:
        found = json.loads(connect("bonds", "--json", "--today", day.isoformat()).out)
        return str(next(one["state"] for one in found["people"] if one["name"] == "Daniel"))

    on = next(day for day in DAYS_OF_THE_TURN if daniel(day) == "leaning")
    with inside() as store:
        daniels = next(person.id for person in store.people.all() if person.name == "Daniel")
        said = SaidBefore().renewed({daniels: State.ONE_SIDED}, frozenset(), on - timedelta(days=1))
        store.apply((), memo=(MEMO, said.text()))
    assert daniel(on) == "one_sided"
    assert daniel(on - timedelta(days=2)) != "one_sided"
