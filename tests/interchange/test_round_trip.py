"""What is written is read back the same, and written again to the same bytes."""

import json
from collections.abc import Callable
from dataclasses import fields
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from connect_desktop.domain import Feeling, Impression, Interaction, Person, Reflection, Status, Word
from connect_desktop.interchange import connect_json
from connect_desktop.interchange.bundle import LISTS, Bundle, arranged

Written = Callable[[Any], Path]
Life = dict[str, Any]

few = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@few
@given(data=st.data())
def test_any_life_comes_back_and_writes_the_same_bytes(
    data: st.DataObject, lives: st.SearchStrategy[Bundle], tmp_path: Path
) -> None:
    life = data.draw(lives)
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    connect_json.write(life, first)
    found = connect_json.read(first)
    assert found.records == life.records
    assert (found.exported, found.day_ends) == (life.exported, life.day_ends)
    connect_json.write(found, second)
    assert second.read_bytes() == first.read_bytes()


def test_the_file_is_sorted_lines_of_utf_8(life: Life, written: Written, tmp_path: Path) -> None:
    life["people"][0]["name"] = "Zoë 李"
    out = tmp_path / "out.json"
    connect_json.write(connect_json.read(written(life)), out)
    data = out.read_bytes()
    assert b"\r" not in data
    assert "Zoë 李".encode() in data
    text = data.decode()
    assert text.endswith("\n}\n")
    again = json.loads(text)
    assert list(again) == sorted(again)
    records = [line.strip().rstrip(",") for line in text.splitlines() if line.startswith("    {")]
    assert len(records) == sum(len(again[key]) for key in LISTS)
    for line in records:
        record = json.loads(line)
        assert list(record) == sorted(record)
        assert "id" in record


def test_every_field_is_written_even_when_unknown(life: Life, written: Written, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    connect_json.write(connect_json.read(written(life)), out)
    again = json.loads(out.read_bytes())
    for key, kind in LISTS.items():
        assert again[key]
        for record in again[key]:
            assert set(record) == {field.name for field in fields(kind)}


def test_records_stand_in_the_order_of_time_whatever_order_they_came_in(
    life: Life, written: Written, tmp_path: Path
) -> None:
    one, other = tmp_path / "one.json", tmp_path / "other.json"
    connect_json.write(connect_json.read(written(life)), one)
    for key in LISTS:
        life[key].reverse()
    connect_json.write(connect_json.read(written(life)), other)
    assert one.read_bytes() == other.read_bytes()
    assert [moment["id"] for moment in json.loads(one.read_bytes())["interactions"]] == ["i1", "i2"]


def test_what_is_missing_is_unknown_or_at_its_default(written: Written) -> None:
    found = connect_json.read(
        written(
            {
                "interactions": [{"id": "i1", "at": "2026-11-20T22:40:00+01:00", "minutes": None}],
                "impressions": [{"id": "f1", "interaction": "i1", "person": "p1", "gave": None}],
                "people": [{"id": "p1", "name": "Maya", "status": None}],
                "reflections": [{"id": "r1", "on": "2026-11-22"}],
                "version": 1,
                "exported": "2026-11-22T21:14:00Z",
                "format": "connect",
            }
        )
    )
    exported = datetime(2026, 11, 22, 21, 14, tzinfo=UTC)
    at = datetime(2026, 11, 20, 22, 40, tzinfo=timezone(timedelta(hours=1)))
    assert found.of(Person) == (Person(id="p1", name="Maya", status=Status.ACTIVE, created=exported),)
    assert found.of(Interaction) == (Interaction(id="i1", at=at, origin="app", created=at, edited=at),)
    assert found.of(Impression) == (Impression(id="f1", interaction="i1", person="p1"),)
    assert found.of(Reflection) == (
        Reflection(id="r1", on=date(2026, 11, 22), created=exported, edited=exported),
    )
    assert found.day_ends is None


def test_the_least_there_can_be(written: Written) -> None:
    found = connect_json.read(written({"format": "connect", "version": 1}))
    assert (len(found), found.exported, found.day_ends) == (0, None, None)
    nobody_knows = connect_json.read(
        written({"format": "connect", "version": 1, "people": [{"id": "p", "name": "A"}], "hopes": None})
    )
    assert nobody_knows.of(Person)[0].created == datetime(1970, 1, 1, tzinfo=UTC)


def test_a_moment_keeps_the_offset_it_was_written_with(life: Life, written: Written, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    connect_json.write(connect_json.read(written(life)), out)
    ats = [moment["at"] for moment in json.loads(out.read_bytes())["interactions"]]
    assert ats == ["2026-11-20T22:40:00+01:00", "2026-11-21T08:05:00-03:30"]


def test_words_of_ones_own_are_settings_with_an_id_from_their_text(written: Written) -> None:
    def word(text: str) -> Word:
        return connect_json.read(
            written({"format": "connect", "version": 1, "settings": {"words": {text: "easy"}}})
        ).of(Word)[0]

    assert (word("soft").text, word("soft").feeling) == ("soft", Feeling.EASY)
    assert word("soft") == word(" soft ")
    assert word("soft").id != word("heavy").id


def test_one_long_line_reads_like_many(life: Life, written: Written) -> None:
    pretty = connect_json.read(written(json.dumps(life, indent=4).replace("\n", "\r\n")))
    assert pretty == connect_json.read(written(json.dumps(life, separators=(",", ":"))))


def test_a_file_of_many_pieces_is_read_across_their_borders(tmp_path: Path) -> None:
    people = [Person(id=f"p{n}", name=f"🌿 Nº {n}", note="“é” " * (n % 700)) for n in range(3000)]
    life = Bundle(records=arranged({Person: list(people)}), day_ends=0)
    out = tmp_path / "out.json"
    connect_json.write(life, out)
    assert out.stat().st_size > 5 * 2**20
    assert connect_json.read(out).records == life.records
