"""The published JSON Schema and the reader agree about what a connect.json is."""

import copy
import json
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from connect_desktop import paths
from connect_desktop.domain.errors import FileRefused
from connect_desktop.interchange import connect_json
from connect_desktop.interchange.bundle import LISTS, Bundle

Written = Callable[[Any], Path]
Life = dict[str, Any]

SCHEMA = json.loads(paths.resource("connect.schema.json").read_text(encoding="utf-8"))
validator = Draft202012Validator(SCHEMA)


def accepted(path: Path) -> bool:
    try:
        connect_json.read(path)
    except FileRefused:
        return False
    return True


def why_not(path: Path) -> str:
    with pytest.raises(FileRefused) as caught:
        connect_json.read(path)
    return str(caught.value)


def places(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the way to every value inside a JSON value."""
    yield way
    if isinstance(value, dict | list):
        for key in value if isinstance(value, dict) else range(len(value)):
            yield from places(value[key], (*way, key))


def changed(life: Life, way: tuple[Any, ...], value: Any) -> Life:
    life = copy.deepcopy(life)
    at: Any = life
    for step in way[:-1]:
        at = at[step]
    at[way[-1]] = value
    return life


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_it_knows_every_field_of_every_record() -> None:
    for key, kind in LISTS.items():
        name = SCHEMA["properties"][key]["items"]["$ref"].removeprefix("#/$defs/")
        assert set(SCHEMA["$defs"][name]["properties"]) == {field.name for field in fields(kind)}


@settings(max_examples=40, deadline=None, suppress_health_check=[*HealthCheck])
@given(data=st.data())
def test_every_export_fits_it(data: st.DataObject, lives: st.SearchStrategy[Bundle]) -> None:
    text = "".join(connect_json.lines(data.draw(lives)))
    validator.validate(json.loads(text))


def test_a_life_by_hand_fits_it(life: Life) -> None:
    validator.validate(life)


WRONG = [
    True, False, 7, -9, 2.5, "", " ", "x", "x" * 101, [], ["x"], {}, {"x": 1}, "2026-11-22", "p1", "warmer",
    "2026-11-22T21:14:00Z", "2026-11-22T21:14:00", "1899-12-31", "2026-13-01", "2201-01-01", 10**30,
]  # fmt: skip


@pytest.mark.parametrize("value", WRONG, ids=repr)
def test_whatever_the_schema_refuses_the_reader_refuses(life: Life, written: Written, value: Any) -> None:
    refused = 0
    for way in places(life):
        if way:
            mutant = changed(life, way, value)
            if not validator.is_valid(mutant):
                refused += 1
                assert not accepted(written(mutant)), f"{way} = {value!r}"
    assert refused > 50


@pytest.mark.parametrize("value", WRONG, ids=repr)
def test_whatever_the_reader_refuses_the_schema_refuses_but_for_what_it_says_it_cannot(
    life: Life, written: Written, value: Any
) -> None:
    for way in places(life):
        if way:
            mutant = changed(life, way, value)
            path = written(mutant)
            if validator.is_valid(mutant) and not accepted(path):
                beyond = ("no such id", "has it already", "has the same", "Monday", "carries no met")
                assert any(words in why_not(path) for words in beyond), f"{way}: {why_not(path)}"


def test_nothing_may_be_null_that_the_reader_needs_and_all_else_may(life: Life, written: Written) -> None:
    for way in places(life):
        if way:
            mutant = changed(life, way, None)
            welcome = accepted(written(mutant)) or "no such id" in why_not(written(mutant))
            assert validator.is_valid(mutant) == welcome, way


def test_an_unknown_key_fits_nowhere(life: Life, written: Written) -> None:
    objects = [way for way in places(life) if isinstance(at(life, way), dict)]
    assert len(objects) > 15
    for way in objects:
        mutant = changed(life, (*way, "surprise"), "easy!")
        assert not validator.is_valid(mutant), way
        assert not accepted(written(mutant)), way


def at(life: Life, way: tuple[Any, ...]) -> Any:
    found: Any = life
    for step in way:
        found = found[step]
    return found
