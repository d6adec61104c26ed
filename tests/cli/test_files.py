"""`export` and `import`: everything out, and back in by explicit choice."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from connect_desktop import paths, settings
from connect_desktop.domain import Edit, Interaction, Person, now
from connect_desktop.store import vault

Command = Callable[..., Any]
Inside = Callable[[], Any]
LIFE = {
    "format": "connect", "version": 1, "exported": "2026-11-22T21:14:00Z",
    "people": [{"id": "maya", "name": "Maya"}, {"id": "tom", "name": "Tom", "note": "upstairs"}],
    "interactions": [{"id": "i1", "at": "2026-11-20T22:40:00+01:00"}],
    "impressions": [{"id": "f1", "interaction": "i1", "person": "maya", "body": 2}],
    "settings": {"day_ends": 90, "words": {"soft": "easy"}},
}  # fmt: skip


@pytest.fixture
def life(tmp_path: Path) -> Path:
    path = tmp_path / "life.json"
    path.write_text(json.dumps(LIFE), encoding="utf-8")
    return path


def batch_in(answer: Any) -> str:
    """The id the answer of an import says it can be taken back by."""
    assert answer.status == 0, answer
    return str(answer.out.strip().rsplit(" ", 1)[1])


def names(inside: Inside) -> set[str]:
    with inside() as store:
        return {person.name for person in store.people.all()}


def test_out_in_and_out_again_gives_the_same_bytes(connect: Command, data: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    assert connect("demo").status == 0
    answer = connect("export", "--out", first)
    assert answer.status == 0
    assert "12 people" in answer.out
    assert "25 reflections" in answer.out
    assert "It is not encrypted." in answer.out
    assert connect("export", "--out", second).status == 0
    assert second.read_bytes() == first.read_bytes()
    other = data.parent / "other"
    vault.create(paths.places(other).vault, None, None)
    assert connect("import", first, "--data", other).status == 0
    assert connect("--data", other, "export", "--out", second).status == 0
    assert second.read_bytes() == first.read_bytes()
    assert connect("--data", other, "export", "--out", "-").out.encode() == first.read_bytes()


@pytest.mark.usefixtures("data")
def test_a_whole_life_brings_its_settings_and_gives_them_back(
    connect: Command, data: Path, life: Path
) -> None:
    place = paths.places(data).settings
    settings.save(settings.Settings(theme="dark", day_ends=300), place)
    answer = connect("import", life)
    assert answer.out.splitlines()[0] == "Brought in: 2 people, 1 word of your own, 1 moment."
    assert settings.load(place) == settings.Settings(theme="dark", day_ends=90)
    assert connect("import", "--undo", batch_in(answer)).out == (
        "Taken back: 2 people, 1 word of your own, 1 moment.\n"
    )
    assert settings.load(place) == settings.Settings(theme="dark", day_ends=300)
    assert connect("people").out == "There is nobody here yet.\n"


def test_a_setting_that_cannot_be_kept_costs_nothing_else(
    connect: Command, data: Path, inside: Inside, life: Path
) -> None:
    paths.places(data).settings.mkdir()
    answer = connect("import", life)
    assert answer.status == 0
    assert answer.err.startswith("The setting of when your day ends could not be kept: ")
    assert names(inside) == {"Maya", "Tom"}


@pytest.mark.usefixtures("data")
def test_the_third_time_nothing_is_new(connect: Command, life: Path) -> None:
    connect("import", life)
    for _ in range(2):
        assert connect("import", life).out == "Nothing in it is new; nothing was changed.\n"


def test_a_dry_run_only_tells(connect: Command, inside: Inside, life: Path) -> None:
    with inside() as store:
        store.apply([Edit(None, Person(id="tom", name="Tom")), Edit(None, Person(id="eve", name="Eve"))])
    answer = connect("import", life, "--dry-run", "--differing", "keep")
    assert answer.status == 0
    assert answer.out == "New: 1 person, 1 word of your own, 1 moment.\nKept as they are here: 1 person.\n"
    assert names(inside) == {"Tom", "Eve"}
    undecided = connect("import", life, "--dry-run")
    assert undecided.status == 1
    assert "Here with other contents: 1 person." in undecided.out
    assert "Choose with --differing keep or --differing replace." in undecided.err


def test_other_contents_wait_for_a_choice(connect: Command, inside: Inside, life: Path) -> None:
    mine = Person(id="tom", name="Thomas", note="downstairs")
    with inside() as store:
        store.apply([Edit(None, mine)])
    line = connect("import", life).line
    assert line.startswith("1 record of the file is here with other contents (people, id tom).")
    assert line.endswith("Choose with --differing keep or --differing replace. Nothing was brought in.")
    assert names(inside) == {"Thomas"}
    kept = connect("import", life, "--differing", "keep")
    assert "Kept as they are here: 1 person." in kept.out
    assert names(inside) == {"Thomas", "Maya"}
    replaced = connect("import", life, "--differing", "replace")
    assert "Replaced by those of the file: 1 person." in replaced.out
    assert names(inside) == {"Tom", "Maya"}
    connect("import", "--undo", batch_in(replaced))
    assert names(inside) == {"Thomas", "Maya"}
    connect("import", "--undo", batch_in(kept))
    with inside() as store:
        assert store.people.all() == [mine]


def test_a_namesake_waits_for_a_choice(connect: Command, inside: Inside, life: Path) -> None:
    with inside() as store:
        store.apply([Edit(None, Person(id="here", name="MAYA"))])
    line = connect("import", life).line
    assert line.startswith("MAYA is here already")
    assert "Choose with --map “Maya=MAYA” or, for someone else, --map “Maya=new”." in line
    assert "Maya of the file has the name of MAYA, who is here." in connect("import", life, "--dry-run").out
    same = connect("import", life, "--map", "maya=id:here")
    assert names(inside) == {"MAYA", "Tom"}
    with inside() as store:
        assert [felt.person for felt in store.impressions.all()] == ["here"]
    connect("import", "--undo", batch_in(same))
    connect("import", life, "--map", "Maya=new")
    assert names(inside) == {"MAYA", "Maya", "Tom"}


def test_an_unknown_name_in_a_map_is_refused(connect: Command, inside: Inside, life: Path) -> None:
    with inside() as store:
        store.apply([Edit(None, Person(name="Eve"))])
    assert connect("import", life, "--map", "Zoe=Eve").line == "Nobody is called “Zoe”."
    assert connect("import", life, "--map", "Maya=Zoe").line == "Nobody is called “Zoe”."
    assert connect("import", life, "--map", "Maya").status == 2
    assert names(inside) == {"Eve"}


def test_taking_back_loses_nothing_later_unasked(connect: Command, inside: Inside, life: Path) -> None:
    batch = batch_in(connect("import", life))
    connect("log", "Maya", "--body", 1)
    line = connect("import", "--undo", batch).line
    assert "1 moment. Nothing was taken back. With --with-later, that goes too." in line
    told = connect("import", "--undo", batch, "--dry-run")
    assert told.out.splitlines() == [
        "To be taken back: 2 people, 1 word of your own, 2 moments.",
        "Changed or added since: 1 moment.",
    ]
    assert names(inside) == {"Maya", "Tom"}
    assert connect("import", "--undo", batch, "--with-later").status == 0
    with inside() as store:
        assert store.people.count() == store.interactions.count() == store.impressions.count() == 0


@pytest.mark.usefixtures("data")
def test_taken_back_it_is_as_if_nothing_had_been_brought_in(
    connect: Command, life: Path, tmp_path: Path
) -> None:
    def written() -> bytes:
        assert connect("export", "--out", tmp_path / "now.json").status == 0
        return (tmp_path / "now.json").read_bytes()

    for answer in (None, connect("log", "Eve", "--new", "--body", 1)):
        before = written()
        assert connect("import", life, "--dry-run").status == 0
        assert written() == before
        assert connect("import", "--undo", batch_in(connect("import", life))).status == 0
        assert written() == before, answer


@pytest.mark.usefixtures("data")
@pytest.mark.parametrize(
    "command",
    [
        ("export",),
        ("export", "--as", "csv"),
        ("export", "--as", "markdown"),
        ("report", "reflections"),
        ("report", "period", "--no-charts"),
    ],
    ids=" ".join,
)
def test_nothing_is_written_over_the_store(connect: Command, data: Path, command: tuple[str, ...]) -> None:
    connect("log", "Eve", "--new", "--body", 1)
    folder = paths.places(data).vault
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    for name in ("vault.db", "vault.keys", "new"):
        line = connect(*command, "--out", folder / name).line
        assert "is where Connect keeps your store" in line or "is not empty" in line
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert connect("people").out.count("Eve") == 1


@pytest.mark.usefixtures("data")
def test_an_unknown_batch_is_refused_with_those_there_are(connect: Command, life: Path) -> None:
    assert "no import can be taken back" in connect("import", "--undo", "nothing").line
    batch = batch_in(connect("import", life))
    assert connect("import", "--undo", "nothing").line.endswith(
        f"the imports that can be taken back are {batch}"
    )


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"version": 2}, "a newer Connect wrote it"),
        ({"format": "other"}, "a Connect file says “connect”"),
        ({"animals": []}, "it has “animals”; a Connect file has only"),
        (
            {"impressions": [{"id": "f1", "interaction": "i1", "person": "eve"}]},
            "there is no such id in people",
        ),
        ({"people": [{"id": "maya", "name": "Maya", "body": 7}]}, "record 1 (id maya): body"),
    ],
)
def test_a_file_that_does_not_fit_changes_nothing(
    connect: Command, inside: Inside, life: Path, change: dict[str, Any], why: str
) -> None:
    life.write_text(json.dumps(LIFE | change), encoding="utf-8")
    line = connect("import", life).line
    assert line.startswith("life.json was refused and nothing was changed: ")
    assert why in line
    assert names(inside) == set()


def test_a_file_is_refused_before_anyone_is_asked_for_a_passphrase(connect: Command, empty: Path) -> None:
    assert connect("import", empty / "none.json").line == f"There is no file {empty / 'none.json'}."


@pytest.mark.usefixtures("data")
def test_folders_of_csv_and_markdown(connect: Command, tmp_path: Path) -> None:
    connect("demo")
    table, prose = tmp_path / "table", tmp_path / "prose"
    assert connect("export", "--out", table, "--as", "csv").status == 0
    assert len((table / "people.csv").read_text(encoding="utf-8").splitlines()) == 13
    assert connect("export", "--out", prose, "--as", "markdown").status == 0
    assert len(list((prose / "people").iterdir())) == 12
    assert "is not empty" in connect("export", "--out", prose, "--as", "markdown").line


@pytest.mark.usefixtures("data")
def test_where_nothing_can_be_written_says_so(connect: Command, tmp_path: Path) -> None:
    assert "is a folder" in connect("export", "--out", tmp_path).line
    assert "There is no folder" in connect("export", "--out", tmp_path / "none" / "life.json").line
    assert "was not written" in connect("export", "--out", tmp_path / "none" / "out", "--as", "csv").line
    assert connect("export").status == 2
    assert connect("export", "--out", "x", "--as", "xml").status == 2


@pytest.mark.usefixtures("data")
def test_an_import_is_of_a_file_or_taken_back_not_both(connect: Command, life: Path) -> None:
    assert connect("import").status == 2
    assert connect("import", life, "--undo", "x").status == 2
    assert connect("import", life, "--as", "vcard").status == 2


def test_the_sample_life_goes_into_an_empty_store_only(connect: Command, inside: Inside) -> None:
    with inside() as store:
        store.apply([Edit(None, Interaction(at=now()))])
    assert "There is something in this store already" in connect("demo").line
    with inside() as store:
        assert store.people.count() == 0


@pytest.mark.parametrize(
    ("command", "those"),
    [
        (("report", "period", "--out", "x.pdf", "--names", "nick"), "full, initials, letters"),
        (("report", "period", "--out", "x.pdf", "--paper", "a5"), "a4, letter"),
        (("import", "x.json", "--differing", "both"), "keep, replace"),
    ],
)
def test_a_choice_there_is_not_is_answered_with_those_there_are(
    connect: Command, command: tuple[str, ...], those: str
) -> None:
    answer = connect(*command)
    assert answer.status == 2
    assert f"(choose from {those})" in answer.err.replace("'", "")
