"""Everything as a folder of CSV or Markdown: whole, safe to open in a spreadsheet, no names in file names."""

import csv
import json
import re
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from connect_desktop.domain.errors import NotWritten
from connect_desktop.interchange import connect_json, csv_folder, markdown_folder
from connect_desktop.interchange.bundle import KEPT, LISTS, Bundle

Written = Callable[[Any], Path]
Life = dict[str, Any]
WRITERS = [csv_folder.write, markdown_folder.write]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream, strict=True))


def read(life: Life, written: Written) -> Bundle:
    return connect_json.read(written(life))


def test_a_csv_for_every_kind_with_every_field_and_every_record(
    life: Life, written: Written, out: Path
) -> None:
    csv_folder.write(read(life, written), out)
    assert {path.name for path in out.iterdir()} == {f"{name}.csv" for name in KEPT}
    for name, kind in LISTS.items():
        found = rows(out, name)
        assert len(found) == len(life[name])
        assert {field.name for field in fields(kind)} <= found[0].keys()


def test_a_csv_is_told_by_spreadsheets_as_utf_8_with_crlf(life: Life, written: Written, out: Path) -> None:
    life["people"][0] |= {"name": "Zoë 李", "note": 'two\nlines, "quoted"'}
    csv_folder.write(read(life, written), out)
    data = (out / "people.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfid,name,")
    assert data.count(b"\r\n") == 3
    assert (
        rows(out, "people")[0] | {"name": "Zoë 李", "note": 'two\nlines, "quoted"'} == rows(out, "people")[0]
    )


def test_ids_stand_beside_names_and_lists_in_one_cell(life: Life, written: Written, out: Path) -> None:
    csv_folder.write(read(life, written), out)
    first, second, third = rows(out, "impressions")
    assert (first["person_name"], first["at"]) == ("Daniel Example", "2026-11-20T22:40:00+01:00")
    assert (first["body"], first["met"], first["hurt"], first["places"]) == ("-2", "1", "true", "jaw: tight")
    assert second["words"] == "soft; warmer"
    assert third["met"] == ""  # unknown is not zero
    assert rows(out, "circles")[0]["members_name"] == "Maya Beispiel"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\n", "＝", "＠"])
def test_no_cell_is_a_formula(life: Life, written: Written, out: Path, start: str) -> None:
    evil = f'{start}HYPERLINK("http://example.org")'
    life["people"][0] |= {"name": f"{start}1+1", "note": evil, "aliases": [f"{start}2"]}
    life["impressions"][0]["words"] = [f"{start}3"]
    life["reflections"][0] |= {"title": f"{start}4", "text": evil, "people": ["p1"]}
    csv_folder.write(read(life, written), out)
    for name in KEPT:
        for row in rows(out, name):
            for field, cell in row.items():
                number = field in ("body", "before", "landed")
                assert number or not cell.startswith(("=", "+", "-", "@", "\t", "\n", "＝", "＠")), (
                    name,
                    cell,
                )
    assert rows(out, "people")[0]["note"] in (f"'{evil}", "'" + evil.strip())
    assert rows(out, "impressions")[0]["body"] == "-2"  # a number stays a number


@settings(max_examples=25, deadline=None, suppress_health_check=[*HealthCheck])
@given(data=st.data())
def test_any_life_is_written_whole(
    data: st.DataObject, lives: st.SearchStrategy[Bundle], tmp_path_factory: pytest.TempPathFactory
) -> None:
    life = data.draw(lives)
    folder = tmp_path_factory.mktemp("any")
    csv_folder.write(life, folder / "csv")
    for name, kind in KEPT.items():
        assert [row["id"] for row in rows(folder / "csv", name)] == [record.id for record in life.of(kind)]
    markdown_folder.write(life, folder / "md")
    names = [path.relative_to(folder / "md").as_posix() for path in (folder / "md").rglob("*.md")]
    assert all(re.fullmatch(r"((people|moments|reflections)/)?[a-z0-9-]+\.md", name) for name in names)
    assert sum(name.startswith("people/") for name in names) == len(life.of(KEPT["people"]))
    assert sum(name.startswith("reflections/") for name in names) == len(life.of(KEPT["reflections"]))


def test_what_moments_said_of_hopes_can_be_read_without_looking_up(
    life: Life, written: Written, out: Path
) -> None:
    csv_folder.write(read(life, written), out)
    (row,) = rows(out, "evidence")
    assert (row["person_name"], row["hope_text"], row["direction"]) == (
        "Daniel Example",
        "a walk, only us",
        "away",
    )
    assert row["at"].startswith("2026-11-20T22:40")


def test_markdown_says_everything(life: Life, written: Written, out: Path) -> None:
    life["impressions"][0] |= {
        "before": 1, "openness": 3, "received": ["helped"], "role": "the fixer", "truth": "hurts",
        "response": "none_yet", "way_back_on": "2026-11-21", "note": "a line\n# not a heading",
    }  # fmt: skip
    life["hopes"][0] |= {"state": "let_go", "closed": "2026-11-22", "closing": "enough"}
    markdown_folder.write(read(life, written), out)
    month = (out / "moments" / "2026-11.md").read_text(encoding="utf-8")
    assert "## Friday, 20 November 2026, 22:40\n\n- how: in person\n- minutes: 90\n- circle: Choir\n" in month
    assert (
        "- [Daniel Example](../people/001.md): body −2 · before +1 · reached out: me · met 1 of 4"
        " · open 3 of 4 · you gave: listened · they gave: helped · afterwards: tense · jaw: tight"
        " · role: the fixer"
        " · said directly: hurts · and they: none yet · there was a hurt · the way back: not yet"
        " · the way back on 2026-11-21\n  > a line\n  > # not a heading\n"
    ) in month
    assert month.index("Friday") < month.index("Saturday")
    daniel = (out / "people" / "001.md").read_text(encoding="utf-8")
    assert "# Daniel Example\n\n- ties: partner\n- since: 2019-05-01\n" in daniel
    assert "## Hope: a walk, only us" in daniel
    assert "- state: let go\n" in daniel
    assert "- 2026-11-20 22:40: away\n" in daniel
    assert "> enough" in daniel
    assert "ring 2 of 4, overlap 5 of 7" in (out / "people" / "002.md").read_text(encoding="utf-8")
    index = (out / "index.md").read_text(encoding="utf-8")
    assert "[Maya Beispiel](people/002.md)" in index
    assert "[2026-11-22 Sunday](reflections/2026-11-22.md)" in index
    weeks = (out / "weeks.md").read_text(encoding="utf-8")
    assert "- seen: 2 of 4\n- someone to call: 3 of 4\n- alone: 1 of 4\n" in weeks
    assert "- with: Daniel Example\n- state: taken\n" in (out / "steps.md").read_text(encoding="utf-8")
    assert "- soft: easy\n" in (out / "words.md").read_text(encoding="utf-8")
    assert "## Choir\n\n- Maya Beispiel\n" in (out / "circles.md").read_text(encoding="utf-8")


def test_every_link_leads_to_a_file(life: Life, written: Written, out: Path) -> None:
    markdown_folder.write(read(life, written), out)
    followed = 0
    for page in out.rglob("*.md"):
        for link in re.findall(r"\]\(([^)]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / link).is_file()
            followed += 1
    assert followed > 5


def test_a_reflection_keeps_its_text_and_says_what_it_is(life: Life, written: Written, out: Path) -> None:
    life["reflections"] = [
        {
            "id": f"r{n}",
            "on": "2026-11-22",
            "title": title,
            "text": f"# {n}\n\n---\n*as typed*",
            "people": ["p2"],
        }
        for n, title in enumerate(['a "quoted": title', "yes", ""])
    ]
    markdown_folder.write(read(life, written), out)
    names = ["2026-11-22.md", "2026-11-22-2.md", "2026-11-22-3.md"]
    assert {path.name for path in (out / "reflections").iterdir()} == set(names)
    first = (out / "reflections" / names[0]).read_text(encoding="utf-8")
    _, matter, text = first.split("---\n", 2)
    assert text == "\n# 0\n\n---\n*as typed*\n"
    found = dict(line.split(": ", 1) for line in matter.splitlines())
    assert found["date"] == "2026-11-22"
    assert json.loads(found["title"]) == 'a "quoted": title'
    assert json.loads(found["people"]) == ["Maya Beispiel"]


def test_marks_in_names_show_as_typed(life: Life, written: Written, out: Path) -> None:
    life["people"][0]["name"] = "*D* [x](y) #1 <b>_|"
    markdown_folder.write(read(life, written), out)
    assert "# \\*D\\* \\[x\\](y) \\#1 \\<b\\>\\_\\|\n" in (out / "people" / "001.md").read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize("write", WRITERS)
def test_a_folder_is_written_for_its_owner_only(life: Life, written: Written, out: Path, write: Any) -> None:
    out.mkdir(mode=0o755)  # an empty one is welcome
    write(read(life, written), out)
    assert out.stat().st_mode & 0o777 == 0o700
    for path in out.rglob("*"):
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600)


@pytest.mark.parametrize("write", WRITERS)
def test_a_folder_with_anything_in_it_is_left_alone(
    life: Life, written: Written, out: Path, write: Any
) -> None:
    out.mkdir()
    (out / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(NotWritten, match="is not empty"):
        write(read(life, written), out)
    assert [path.name for path in out.iterdir()] == ["mine.txt"]
    with pytest.raises(NotWritten, match="is not empty"):
        write(read(life, written), out / "mine.txt")
    with pytest.raises(NotWritten, match="was not written"):
        write(read(life, written), out.parent / "nowhere" / "out")
    assert not [path for path in out.parent.iterdir() if path.name.startswith(".connect")]


def test_the_question_stands_with_the_reflection_that_answers_it(
    life: Life, written: Written, out: Path
) -> None:
    life["reflections"][0]["prompt"] = "q1"
    life["reflections"].append({"id": "r2", "on": "2026-11-21", "prompt": "walls"})
    markdown_folder.write(read(life, written), out)
    assert 'question: "What did I not say?"' in (out / "reflections/2026-11-22.md").read_text("utf-8")
    assert 'question: "Describe a wall you keep.' in (out / "reflections/2026-11-21.md").read_text("utf-8")
    assert "What did I not say?" in (out / "prompts.md").read_text("utf-8")
