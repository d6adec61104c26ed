"""Ids, lines and texts, in every field that holds one: what is kept, in which form, and what is refused."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from connect_desktop.domain import (
    KINDS,
    CheckIn,
    Circle,
    Closeness,
    Evidence,
    Hope,
    Impression,
    Interaction,
    OwnPrompt,
    Person,
    Record,
    Reflection,
    Step,
    Version,
    Word,
)

ON = date(2026, 11, 22)

Make = Callable[..., Any]


def of(*pairs: tuple[type[Record], str]) -> list[Any]:
    return [pytest.param(kind, field, id=f"{kind.__name__}.{field}") for kind, field in pairs]


IDS = of(
    *((kind, "id") for kind in KINDS), (Impression, "interaction"), (Impression, "person"), (Hope, "person"),
    (Evidence, "hope"), (Evidence, "impression"), (Step, "practice"), (Closeness, "person"),
    (Version, "reflection"),
)  # fmt: skip
MAYBE_IDS = of((Interaction, "circle"), (Interaction, "batch"), (Reflection, "prompt"), (Step, "person"))
ID_SETS = of((Circle, "members"), (Reflection, "people"), (Reflection, "circles"))
LINES: dict[tuple[type[Record], str], int] = {
    (Person, "name"): 200,
    (Circle, "name"): 200,
    (Word, "text"): 40,
    (OwnPrompt, "text"): 400,
    (Interaction, "origin"): 200,
    (Impression, "role"): 200,
    (Impression, "truth"): 200,
    (Hope, "text"): 1000,
}
"""the longest each line may be"""
TEXTS: dict[tuple[type[Record], str], int] = {
    (Person, "note"): 100_000,
    (Circle, "note"): 100_000,
    (Interaction, "note"): 100_000,
    (Impression, "note"): 100_000,
    (Hope, "closing"): 100_000,
    (Reflection, "text"): 1_000_000,
    (Version, "text"): 1_000_000,
    (Step, "note"): 100_000,
    (CheckIn, "note"): 100_000,
}
LINE_LISTS = [
    pytest.param(Person, "aliases", 200, id="Person.aliases"),
    pytest.param(Impression, "words", 40, id="Impression.words"),
]
NOTHING_TO_SEE = [
    "", " ", "\t\n", "\x00", "\ud83d", "\u00a0\u2003", "\u200b\u200c\u200d\ufeff", "\u200e",
    "\u3164", "\ufe0f", "\u2800",
]  # fmt: skip

# --- ids ---


@pytest.mark.parametrize(("kind", "field"), IDS + MAYBE_IDS)
@pytest.mark.parametrize("value", ["a", "0f" * 32, "tiny-truth", "A_1"])
def test_an_id_is_kept(kept: Make, kind: type[Record], field: str, value: str) -> None:
    assert kept(kind, field, value) == value


@pytest.mark.parametrize(("kind", "field"), IDS + MAYBE_IDS)
@pytest.mark.parametrize(
    "value", ["", " ", "a b", "ä", "a" * 65, "a\n", "a/b", "'; --", 7, True, b"a", ["a"]]
)
def test_no_other_id_is(refused: Make, kind: type[Record], field: str, value: object) -> None:
    assert "an id has" in str(refused(kind, field, value))


@pytest.mark.parametrize(("kind", "field"), IDS)
def test_a_needed_id_must_be_known(refused: Make, kind: type[Record], field: str) -> None:
    refused(kind, field, None)


@pytest.mark.parametrize(("kind", "field"), ID_SETS)
def test_a_set_of_ids(kept: Make, refused: Make, kind: type[Record], field: str) -> None:
    assert kept(kind, field, ["b", "a", "b"]) == frozenset({"a", "b"})
    for value in ("ab", b"ab", {"a": "b"}, 7, None, [""], [None], [["a"]]):
        refused(kind, field, value)


# --- text ---


@pytest.mark.parametrize(("kind", "field"), of(*LINES))
@pytest.mark.parametrize(
    ("given", "held"),
    [
        ("Maya", "Maya"),
        ("  Maya \t of\n the  flat ", "Maya of the flat"),
        ("Ma\x00ya\x07", "Maya"),
        ("Zoe\u0308", "Zoë"),
        ("a\ud800b", "ab"),
        ("👩‍👩‍👧", "👩‍👩‍👧"),
        ("❤️", "❤️"),
        ("\u0301\u0302", "\u0301\u0302"),
        ("Z\u0351\u0343a\u0363", "Z\u0351\u0313a\u0363"),
        ("مايا", "مايا"),
        ("\u200eמאיה\u200f", "\u200eמאיה\u200f"),
        ("\u2067Maya\u2069", "\u2067Maya\u2069"),
        ("名前", "名前"),
    ],
)
def test_a_line_is_kept_in_one_form(
    kept: Make, kind: type[Record], field: str, given: str, held: str
) -> None:
    assert kept(kind, field, given) == held


@pytest.mark.parametrize(("kind", "field"), of(*LINES))
@pytest.mark.parametrize("value", NOTHING_TO_SEE)
def test_a_line_that_shows_nothing_is_blank(
    refused: Make, kind: type[Record], field: str, value: str
) -> None:
    assert "must not be blank" in str(refused(kind, field, value))


@pytest.mark.parametrize(("kind", "field"), of(*LINES))
def test_a_line_may_be_as_long_as_said_and_not_longer(
    kept: Make, refused: Make, kind: type[Record], field: str
) -> None:
    limit = LINES[kind, field]
    for char in ("n", "名", "🌊"):
        assert kept(kind, field, char * limit) == char * limit
        found = str(refused(kind, field, char * (limit + 1)))
        assert f"at most {limit:,} characters fit, this has {limit + 1:,}" in found
    # What is folded away does not count, and a very long one is measured by the same limit.
    assert kept(kind, field, " " * 500 + "n" * limit + "\x00" * 500) == "n" * limit
    assert f"at most {limit:,} " in str(refused(kind, field, "n" * 150_000))


@pytest.mark.parametrize(("kind", "field"), of(*LINES, *TEXTS))
@pytest.mark.parametrize("value", [7, True, b"Maya", ["Maya"], 1.5, ON])
def test_text_is_text(refused: Make, kind: type[Record], field: str, value: object) -> None:
    assert "it must be text" in str(refused(kind, field, value))


@pytest.mark.parametrize(("kind", "field"), of(*TEXTS))
def test_a_text_keeps_its_lines_and_spaces(kept: Make, refused: Make, kind: type[Record], field: str) -> None:
    limit = TEXTS[kind, field]
    assert kept(kind, field, "") == ""
    assert kept(kind, field, "one\r\ntwo\rthree\n\n\tfour  ") == "one\ntwo\nthree\n\n\tfour  "
    assert kept(kind, field, "\x00a\x1b[31m\x85\udfff") == "a[31m"
    assert kept(kind, field, "\u202bשלום\u202c") == "\u202bשלום\u202c"
    assert len(kept(kind, field, "a" * limit)) == limit
    assert f"at most {limit:,} " in str(refused(kind, field, "a" * (limit + 1)))
    refused(kind, field, None)


def test_a_title_may_be_blank_and_is_one_line(kept: Make, refused: Make) -> None:
    assert kept(Reflection, "title", "") == ""
    assert kept(Reflection, "title", " What\nI  hope ") == "What I hope"
    assert kept(Reflection, "title", " " * 300 + "n" * 200) == "n" * 200
    for value in ("n" * 201, None, 7):
        refused(Reflection, "title", value)


@pytest.mark.parametrize(("kind", "field", "limit"), LINE_LISTS)
def test_several_lines_are_each_kept_once(
    kept: Make, refused: Make, kind: type[Record], field: str, limit: int
) -> None:
    assert sorted(kept(kind, field, ["b", " a ", "b", "a"])) == ["a", "b"]
    for value in ("ab", b"ab", {"a": 1}, 7, None, [""], ["\u200b"], [7], ["a", "n" * (limit + 1)]):
        refused(kind, field, value)


def test_aliases_keep_their_order(kept: Make) -> None:
    assert kept(Person, "aliases", ["Tommy", "Tom", "Tommy"]) == ("Tommy", "Tom")
