"""`people` and `interactions`: tables to read, JSON to go on with."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from connect_desktop.cli import table
from connect_desktop.domain import Edit, Impression, Interaction, Person
from connect_desktop.interchange import codec

Command = Callable[..., Any]
Inside = Callable[[], Any]
AT = datetime(2026, 11, 20, 22, 40, tzinfo=UTC)

PEOPLE = [
    Person(id="z", name="Zoë", ties=frozenset({"friend"})),
    Person(id="a", name="adam", status="resting", aliases=("Ad",)),
    Person(id="l", name="L" * 150),
]
MOMENTS = [
    Interaction(id="old", at=AT - timedelta(days=9), note="first\nsecond line"),
    Interaction(id="new", at=AT, channel="call"),
]
FELT = [
    Impression(id="f1", interaction="old", person="z", body=-2, reach="me", met=0, note="cold"),
    Impression(id="f2", interaction="new", person="z", body=2, reach="me_unanswered"),
    Impression(id="f3", interaction="new", person="a"),
]


@pytest.fixture
def life(inside: Inside) -> None:
    with inside() as store:
        store.apply([Edit(None, record) for record in (*PEOPLE, *MOMENTS, *FELT)])


@pytest.mark.usefixtures("life")
def test_people_by_name_with_what_their_moments_add_up_to(connect: Command) -> None:
    lines = connect("people").out.splitlines()
    assert lines[0].split() == ["Name", "Moments", "Last", "You", "first", "They", "first", "Ties"]
    assert lines[1].split() == ["adam", "1", "2026-11-20", "0", "0", "resting"]
    assert lines[2].startswith("L" * 39 + "…  0 ")
    assert lines[3].split() == ["Zoë", "2", "2026-11-20", "2", "0", "friend"]
    assert {line.index(word) for line, word in zip(lines[1::2], ("resting", "friend"), strict=True)} == {
        lines[0].index("Ties")
    }


@pytest.mark.usefixtures("life")
def test_people_as_json_have_the_keys_of_a_connect_json(connect: Command) -> None:
    answer = connect("people", "--json")
    assert json.loads(answer.out) == [codec.encode(person) for person in (PEOPLE[1], PEOPLE[2], PEOPLE[0])]
    assert "Zoë" in answer.out
    assert answer.out.count("\n") == 5


@pytest.mark.usefixtures("life")
def test_moments_the_newest_first_one_row_a_person(connect: Command) -> None:
    lines = connect("interactions").out.splitlines()
    assert lines[0].split() == ["When", "Who", "Body", "Reach", "Met", "Note"]
    assert lines[1].split() == ["2026-11-20", "22:40", "adam"]
    assert lines[2].split() == ["Zoë", "+2", "me", "unanswered"]
    assert lines[3].split() == [
        "2026-11-11",
        "22:40",
        "Zoë",
        "-2",
        "me",
        "0",
        "first",
        "second",
        "line",
        "·",
        "cold",
    ]
    assert len(lines) == 4


@pytest.mark.usefixtures("life")
def test_moments_as_json_hold_their_impressions(connect: Command) -> None:
    found = json.loads(connect("interactions", "--json").out)
    assert [moment["id"] for moment in found] == ["new", "old"]
    assert {felt["id"] for felt in found[0].pop("impressions")} == {"f2", "f3"}
    assert found[0] == codec.encode(MOMENTS[1])


@pytest.mark.usefixtures("life")
def test_moments_of_one_person_are_whole(connect: Command) -> None:
    found = json.loads(connect("interactions", "--person", "AD", "--json").out)
    assert [moment["id"] for moment in found] == ["new"]
    assert len(found[0]["impressions"]) == 2
    assert "Nobody is called “Eve”." in connect("interactions", "--person", "Eve").line


@pytest.mark.usefixtures("data")
def test_an_empty_store_says_so(connect: Command) -> None:
    assert connect("people").out == "There is nobody here yet.\n"
    assert connect("interactions").out == "There are no moments here yet.\n"
    assert connect("people", "--json").out == connect("interactions", "--json").out == "[]\n"


def test_a_moment_without_anyone_is_listed_too(connect: Command, inside: Inside) -> None:
    with inside() as store:
        store.apply([Edit(None, Interaction(at=AT, note="alone"))])
    assert connect("interactions").out.splitlines()[1].split() == ["2026-11-20", "22:40", "alone"]


@pytest.mark.parametrize(
    ("text", "cells"), [("abc", 3), ("李小龙", 6), ("e\u0301", 1), ("", 0), ("👋", 2), ("a\u200db", 2)]
)
def test_the_width_of_any_script(text: str, cells: int) -> None:
    assert table.width(text) == cells


def test_long_cells_are_shortened_to_the_cell() -> None:
    assert table.elided("abcdef", 6) == "abcdef"
    assert table.elided("abcdefg", 6) == "abcde…"
    assert table.elided("李小龙李小龙", 6) == "李小…"
    assert table.elided("abc  defg", 6) == "abc…"


def test_columns_stay_aligned_and_no_mark_turns_the_line() -> None:
    lines = table.table(["Name", "N"], [["李小龙", "1"], ["\u202eevil", "2"], ["a\nb", "3"]]).splitlines()
    assert lines == ["Name    N", "李小龙  1", "evil    2", "a b     3"]


def test_what_a_terminal_has_no_room_for_goes_on_below_where_the_whole_is_wanted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(table, "room", lambda: 30)
    rows = [("Maya", "You both reach out, and it lands."), ("Tom", ""), ("Al", "Unbreakable" * 3)]
    assert table.table(("Name", "Says"), rows, whole=True).splitlines() == [
        "Name  Says",
        "Maya  You both reach out, and",
        "      it lands.",
        "Tom",
        "Al    UnbreakableUnbreakableU…",
    ]
