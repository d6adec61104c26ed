"""Settings: read whatever the file holds, written whole or not at all."""

import json
import os
import sys
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connect_desktop.settings import Settings, from_json, load, save

OTHER = Settings(
    theme="dark", reduced_motion=True, day_ends=0, language="de", paper="letter", names="full",
    detail_open=True, small_step=False, detail_parts=("hurt",), lock_after=15, lock_minimised=True,
    document="person", document_parts=("person charts",),
    window=(900, 640),
)  # fmt: skip

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
chosen = st.builds(
    Settings,
    theme=st.sampled_from(["system", "light", "dark"]),
    reduced_motion=st.booleans(),
    day_ends=st.integers(0, 720),
    language=st.none() | st.text(max_size=10),
    paper=st.sampled_from(["a4", "letter"]),
    names=st.sampled_from(["full", "initials", "letters"]),
    detail_open=st.booleans(),
    small_step=st.booleans(),
    document=st.sampled_from(["reflections", "person", "period", "therapist"]),
    document_parts=st.lists(st.sampled_from(["person charts", "period"]), unique=True).map(tuple),
    detail_parts=st.lists(st.sampled_from(["note", "reach", "hurt"]), unique=True).map(tuple),
    lock_after=st.integers(0, 240),
    lock_minimised=st.booleans(),
    window=st.none() | st.tuples(st.integers(1, 19_999), st.integers(1, 19_999)),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def written(path: Path, text: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


# --- there and back ---


def test_what_is_saved_is_loaded(path: Path) -> None:
    save(OTHER, path)
    assert load(path) == OTHER
    assert all(getattr(OTHER, field.name) != field.default for field in fields(Settings))


@given(chosen)
def test_any_settings_survive_the_file(settings: Settings) -> None:
    assert from_json(json.loads(json.dumps(asdict(settings)))) == settings


def test_a_change_is_a_copy() -> None:
    first = Settings()
    assert first.changed(theme="dark").theme == "dark"
    assert first.theme == "system"


def test_the_file_is_plain_and_sorted_so_that_it_can_be_read(path: Path) -> None:
    save(Settings(), path)
    text = path.read_text(encoding="utf-8")
    assert list(json.loads(text)) == sorted(field.name for field in fields(Settings))
    assert text.endswith("}\n")


# --- a file that is not as it should be ---


def test_no_file_is_all_defaults(path: Path) -> None:
    assert load(path) == Settings()


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "{", "null", "[]", '"dark"', "7", "theme: dark", b"\xff\xfe{}", b"\x00" * 50, "{} {}",
        '{"day_ends": ' + "9" * 5000 + "}", "[" * 200_000, '{"a":' * 100_000,
    ],
    ids=lambda text: repr(text[:12]),
)  # fmt: skip
def test_a_broken_file_is_all_defaults(path: Path, text: str | bytes) -> None:
    assert load(written(path, text)) == Settings()


def test_a_folder_in_its_place_is_all_defaults(path: Path) -> None:
    path.mkdir(parents=True)
    assert load(path) == Settings()


def test_keys_of_others_are_left_alone(path: Path) -> None:
    text = json.dumps({"theme": "dark", "fontsize": 12, "__class__": "Settings", "changed": True, "": 1})
    assert load(written(path, text)) == Settings(theme="dark")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("theme", "sepia"), ("theme", None), ("theme", []), ("theme", {}), ("theme", 1), ("theme", "Dark"),
        ("paper", "a3"), ("paper", ["a4"]), ("names", "none"), ("names", True),
        ("reduced_motion", 1), ("reduced_motion", "yes"), ("reduced_motion", None), ("detail_open", 0),
        ("detail_parts", "note"), ("detail_parts", [1]), ("detail_parts", None),
        ("day_ends", -1), ("day_ends", 721), ("day_ends", 240.0), ("day_ends", "240"), ("day_ends", True),
        ("day_ends", None), ("language", 7), ("language", ["de"]),
        ("window", [900]), ("window", [900, 640, 1]), ("window", [0, 640]), ("window", [900, 20_000]),
        ("window", [900.0, 640]), ("window", ["900", "640"]), ("window", [True, True]), ("window", 900),
        ("window", {"w": 900}),
    ],
)  # fmt: skip
def test_one_value_that_does_not_fit_leaves_the_others(path: Path, key: str, value: object) -> None:
    text = json.dumps({**asdict(OTHER), key: value})
    default = getattr(Settings(), key)
    assert load(written(path, text)) == OTHER.changed(**{key: default})


@given(st.dictionaries(st.sampled_from([field.name for field in fields(Settings)]), anything))
def test_whatever_a_file_says_the_app_starts(raw: dict[str, Any]) -> None:
    found = from_json(raw)
    assert found.theme in ("system", "light", "dark")
    assert 0 <= found.day_ends <= 720
    assert found.language is None or isinstance(found.language, str)
    assert found.window is None or all(0 < side < 20_000 for side in found.window)


# --- whole or not at all ---


def test_saving_replaces_and_leaves_nothing_beside(path: Path) -> None:
    save(Settings(), path)
    save(OTHER, path)
    assert load(path) == OTHER
    assert [found.name for found in path.parent.iterdir()] == [path.name]


def test_what_an_interrupted_save_left_behind_does_no_harm(path: Path) -> None:
    save(OTHER, path)
    path.with_name(path.name + ".new").write_text('{"theme": "li', encoding="utf-8")
    assert load(path) == OTHER
    save(Settings(), path)
    assert load(path) == Settings()


def test_where_nothing_can_be_written_the_old_settings_stay(path: Path) -> None:
    save(OTHER, path)
    path.with_name(path.name + ".new").mkdir()
    with pytest.raises(OSError, match=r"settings\.json\.new"):
        save(Settings(), path)
    assert load(path) == OTHER


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has /dev/full under no name")
def test_a_full_disk_leaves_the_old_settings(path: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no /dev/full")
    save(OTHER, path)
    path.with_name(path.name + ".new").symlink_to(full)
    with pytest.raises(OSError, match="No space"):
        save(Settings(), path)
    os.unlink(path.with_name(path.name + ".new"))  # noqa: PTH108 - the link, not what it points at
    assert load(path) == OTHER


def test_a_file_where_a_folder_should_be_is_said(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("", encoding="utf-8")
    with pytest.raises(OSError, match="config"):
        save(Settings(), tmp_path / "config" / "settings.json")
