"""A connect.json that does not fit is refused whole, in one sentence: where, and what is allowed."""

import copy
import json
import os
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from connect_desktop.domain import Reflection
from connect_desktop.domain.errors import FileRefused
from connect_desktop.interchange import connect_json

Written = Callable[[Any], Path]
Life = dict[str, Any]


def refusal(path: Path) -> str:
    """Return the sentence a file is refused with: one line, naming the file, saying that nothing changed."""
    with pytest.raises(FileRefused) as caught:
        connect_json.read(path)
    sentence = str(caught.value)
    assert path.name in sentence
    assert "\n" not in sentence
    assert sentence.endswith(".")
    assert len(sentence) < 1000
    return sentence


def put(life: Life, where: str, value: Any) -> Life:
    """Return the life with one value changed, at a path like "people/0/name"; `...` takes the key away."""
    changed = copy.deepcopy(life)
    at: Any = changed
    *way, last = where.split("/")
    for step in way:
        at = at[int(step)] if isinstance(at, list) else at[step]
    if value is ...:
        del at[last]
    else:
        at[int(last) if isinstance(at, list) else last] = value
    return changed


CASES = [
    # the file as a whole
    ("format", ..., "it does not say “format”"),
    ("format", "other", "a Connect file says “connect”"),
    ("format", None, "a Connect file says “connect”"),
    ("format", ["connect"], "it is no list"),
    ("version", ..., "it does not say its “version”"),
    ("version", None, "a whole number from 1"),
    ("version", True, "a whole number from 1"),
    ("version", 0, "a whole number from 1"),
    ("version", 1.0, "a whole number from 1"),
    ("version", "1", "a whole number from 1"),
    ("version", 2, "a newer Connect wrote it (version 2, this one reads 1)"),
    ("exported", "yesterday", "exported: 'yesterday' does not fit; it must be a date and time"),
    ("exported", "9999-01-01T00:00:00Z", "its year must be from 1900 to 2200"),
    ("friends", [], "it has “friends”; a Connect file has only checkins"),
    ("friends", 1, "it has “friends”; a Connect file has only checkins"),
    ("people", {}, "people: {} does not fit; it must be a list"),
    ("people", "all", "it must be a list"),
    # settings
    ("settings", [], "it is no list"),
    ("settings", 7, "it must be an object"),
    ("settings/theme", "dark", "settings has “theme”; it has only day_ends, prompts, words"),
    ("settings/day_ends", 721, "settings, day_ends: 721 does not fit; it must be a whole number from 0"),
    ("settings/day_ends", 240.0, "settings, day_ends"),
    ("settings/words", ["soft"], "settings, words"),
    ("settings/words", {"soft": "good"}, "it must be one of easy, tight, neither"),
    ("settings/words", {" ": "easy"}, "it must not be blank"),
    ("settings/words", {"soft": "easy", " soft": "easy"}, "each may be in it once"),
    ("settings/words", {"w" * 41: "easy"}, "at most 40 characters fit"),
    ("settings/prompts", {"q1": "Why?"}, "settings, prompts"),
    ("settings/prompts", ["Why?"], "a record must be an object"),
    ("settings/prompts", [{"id": "q1"}], "it must be given"),
    ("settings/prompts", [{"id": "q1", "text": " "}], "it must not be blank"),
    ("settings/prompts", [{"id": "q1", "text": "Why?", "to": 1}], "the fields here are id, text, offered"),
    ("settings/prompts", [{"id": "q1", "text": "a"}, {"id": "q1", "text": "b"}], "each may be in it once"),
    # records: keys and ids
    ("people/0", "Daniel", "people, record 1: a record must be an object"),
    ("people/1/nickname", "M", "record 2 (id p2): nickname: 'M' does not fit; the fields here are id, name"),
    ("people/1/id", ..., "people, record 2: id: None does not fit; it must be given"),
    ("people/1/id", "", "an id has 1 to 64 letters"),
    ("people/1/id", "p 2", "an id has 1 to 64 letters"),
    ("people/1/id", "x" * 65, "an id has 1 to 64 letters"),
    ("people/1/id", 2, "an id has 1 to 64 letters"),
    ("people/1/id", "p1", "people, record 2 (id p1): id: 'p1' does not fit; record 1 has it already"),
    ("impressions/1/id", "f1", "record 1 has it already"),
    # records: types and ranges
    ("people/0/name", ..., "people, record 1 (id p1): name: None does not fit; it must be given"),
    ("people/0/name", " \t", "it must not be blank"),
    ("people/0/name", "n" * 201, "at most 200 characters fit, this has 201"),
    ("people/0/name", ["Daniel"], "it must be text"),
    ("people/0/one_way", 1, "one_way: 1 does not fit; it must be true or false"),
    ("people/0/one_way", "yes", "it must be true or false"),
    ("people/0/colour", 12, "a whole number from 0 to 11"),
    ("people/0/status", "gone", "it must be one of active, resting, ended, died"),
    ("people/0/ties", "friend", "it must be a list"),
    ("people/0/ties", ["friend", "friend"], "each may be in it once"),
    ("people/0/ties", ["foe"], "it must be one of partner, family"),
    ("people/0/ties", [["friend"]], "it must be one of partner, family"),
    ("people/0/since", "20190501", "it must be a date like 2026-11-22"),
    ("people/0/since", "2019-02-30", "it must be a date like 2026-11-22"),
    ("people/0/since", "2019-W18-3", "it must be a date like 2026-11-22"),
    ("people/0/since", 2019, "it must be a date like 2026-11-22"),
    ("people/0/since", "9999-01-01", "its year must be from 1900 to 2200"),
    ("people/0/aliases", ["Dan", 5], "it must be text"),
    ("interactions/0/at", ..., "interactions, record 1 (id i1): at: None does not fit; it must be given"),
    ("interactions/0/at", "2026-11-20T22:40:00", "with its offset, like 2026-11-20T22:40:00+01:00"),
    ("interactions/0/at", "2026-11-20", "with its offset"),
    ("interactions/0/at", "2026-11-20T25:40:00Z", "with its offset"),
    ("interactions/0/at", "2026-11-20T24:00:00Z", "with its offset"),
    ("interactions/0/at", 1790000000, "with its offset"),
    ("interactions/0/at", "2026-02-30T22:40:00Z", "with its offset"),
    ("interactions/0/at", "9999-12-31T00:00:00Z", "its year must be from 1900 to 2200"),
    ("interactions/0/minutes", 1441, "a whole number from 0 to 1440"),
    ("interactions/0/minutes", -1, "a whole number from 0 to 1440"),
    ("interactions/0/channel", "fax", "it must be one of in_person, call"),
    ("interactions/0/note", "n" * 100_001, "at most 100,000 characters fit, this has 100,001"),
    ("interactions/0/note", {"text": "x"}, "it must be text"),
    ("interactions/0/origin", "", "it must not be blank"),
    ("impressions/0/body", 7, "body: 7 does not fit; it must be a whole number from -3 to 3"),
    ("impressions/0/body", True, "body: True does not fit"),
    ("impressions/0/body", "2", "body: '2' does not fit"),
    ("impressions/0/body", 2.0, "body: 2.0 does not fit"),
    ("impressions/0/met", 5, "a whole number from 0 to 4"),
    ("impressions/2/met", 2, "an attempt without an echo carries no met"),
    ("impressions/0/gave", {"listened": True}, "it must be a list"),
    ("impressions/0/places", ["jaw"], "it must be a map"),
    ("impressions/0/places", {"knee": "tight"}, "it must be one of jaw, throat"),
    ("impressions/0/places", {"jaw": "sore"}, "it must be one of tight, loose"),
    ("impressions/0/words", ["w" * 41], "at most 40 characters fit"),
    ("impressions/0/role", "", "it must not be blank"),
    ("hopes/0/text", None, "it must be given"),
    ("evidence/0/direction", "sideways", "it must be one of toward, away, neither"),
    ("closeness/0/ring", 0, "a whole number from 1 to 4"),
    ("closeness/0/ring", None, "it must be given"),
    ("checkins/0/week", "2026-11-17", "a week is named by its Monday"),
    # what points at what
    ("impressions/0/person", "p9", "person: 'p9' does not fit; there is no such id in people"),
    ("impressions/0/interaction", "p1", "there is no such id in interactions"),
    ("interactions/0/circle", "c9", "there is no such id in circles"),
    ("circles/0/members", ["p1", "p9"], "members: 'p9' does not fit"),
    ("hopes/0/person", "p9", "there is no such id in people"),
    ("evidence/0/hope", "h9", "there is no such id in hopes"),
    ("evidence/0/impression", "h1", "there is no such id in impressions"),
    ("reflections/0/people", ["p9"], "there is no such id in people"),
    ("reflections/0/circles", ["p1"], "there is no such id in circles"),
    ("steps/0/person", "p9", "there is no such id in people"),
    ("closeness/0/person", "p9", "there is no such id in people"),
    ("impressions/1/person", "p1", "record 2 (id f2): record 1 has the same interaction + person"),
]  # fmt: skip


@pytest.mark.parametrize(("where", "value", "reason"), CASES)
def test_one_thing_that_does_not_fit_refuses_the_file(
    life: Life, written: Written, where: str, value: Any, reason: str
) -> None:
    connect_json.read(written(life))  # as it stands it is welcome
    assert reason in refusal(written(put(life, where, value)))


def test_two_answers_about_one_hope_and_impression_are_refused(life: Life, written: Written) -> None:
    life["evidence"].append({"id": "e2", "hope": "h1", "impression": "f1", "direction": "toward"})
    assert "evidence, record 2 (id e2): record 1 has the same hope + impression" in refusal(written(life))


def test_a_record_is_named_by_its_line_too(life: Life, written: Written) -> None:
    life["people"][1]["colour"] = -1
    path = written("\n".join(json.dumps(life, indent=1).splitlines()))
    line = next(n for n, text in enumerate(path.read_text().splitlines(), 1) if '"colour"' in text)
    sentence = refusal(path)
    assert "people, record 2 (id p2): colour: -1" in sentence
    assert any(f"line {near}, " in sentence for near in range(line, line + 4))


FOREIGN = "This is not a file Connect knows how to read"

SHAPES = [
    ("", "it is empty"),
    (" \n\t ", "it is empty"),
    (b"\xef\xbb\xbf", "it is empty"),
    ("BEGIN:VCARD\r\nVERSION:3.0",
     f"{FOREIGN} (life.json: it looks like contacts (vCard)). Nothing was changed."),
    ("BEGIN:VCALENDAR\n", "it looks like a calendar (iCalendar)"),
    (" []", f"{FOREIGN} (life.json: it begins with “[]”). Nothing was changed."),
    ("7", "it begins with “7”"),
    ("Dear diary,\n\ttoday " + "é" * 300, "it begins with “Dear diary, today éééééééééééééééééééééé”"),
    (b"\x89PNG\r\n\x1a\n" + bytes(100), "it looks like a picture (PNG)"),
    (b"\xff\xd8\xff\xe0" + bytes(100), "it looks like a picture (JPEG)"),
    (b"%PDF-1.7\n", "it looks like a PDF"),
    (b"PK\x03\x04" + bytes(100), "it looks like a zip archive"),
    (b"\x1f\x8b\x08" + bytes(100), "it looks like a gzip archive"),
    (b"SQLite format 3\x00", "it looks like a database (SQLite)"),
    (bytes(100_000), f"{FOREIGN} (life.json: it holds no text)"),
    (b"gr\xfcn", "it holds no text"),
    ("\x1b\x07", "it holds no text"),
    ("{}", "it does not say “format”"),
    ("{", "line 1: a key in double quotes is expected"),
    ('{"format": "connect", "version": 1', "the file stops in the middle"),
    ('{"format": "connect", "version": 1, "people": [{"id": "p', "the file stops in the middle"),
    ('{"format": "connect", "version": 1,}', "line 1: a key in double quotes is expected"),
    ('{"format": "connect", "version": 1} {}', "line 1: there is something after the end"),
    ('{"format": "connect",\n "version": 1,\n "people": [,]}', "line 3: a value is expected"),
    ('{"format": "connect",\n "version": 1\n "people": []}', "line 3: “}” is expected"),
    ('{"format" "connect"}', "line 1: “:” is expected"),
    ("{'format': 'connect'}", "a key in double quotes is expected"),
    ('{"format": connect}', "line 1: this is not JSON"),
    ('{"format": "connect", "version": 01}', "this is not JSON"),
    ('{"people": [\n{"id": "p1",\n "name": oops}]}', "line 3: this is not JSON"),
    ('{"people": [{"id": "p1", "name": "a\tb"}]}', "this is not JSON"),
    ('{"people": [{"id": "p1", "name": "a"] ]}', "this is not JSON"),
    ('{"version": 1, "version": 1}', "“version” is there twice"),
    ('{"people": [], "people": []}', "“people” is there twice"),
    ('{"people": [{"id": "p1", "name": "A", "name": "B"}]}', "line 1: “name” is there twice"),
    ('{"impressions": [{"places": {"jaw": "tight", "jaw": "loose"}}]}', "“jaw” is there twice"),
    ('{"version": NaN}', "NaN is not a number JSON has"),
    ('{"impressions": [{"id": "f", "body": -Infinity}]}', "-Infinity is not a number JSON has"),
    ('{"impressions": [{"id": "f", "body": ' + "9" * 5000 + "}]}", "a number is too long"),
    ('{"impressions": [{"id": "f", "interaction": "i", "person": "p", "body": 1e999}]}', "body: inf"),
    (r'{"people": [{"id": "p1", "name": "\ud800"}]}', "half a character"),
    (r'{"people": [{"id": "p1", "name": "a", "note": "\udc00\ud800"}]}', "half a character"),
    (r'{"\ud83d": 1}', "half a character"),
    ("[" * 100_000, "it begins with “[[[["),
    ('{"people": ' + "[" * 100_000 + "]" * 100_000 + "}", "nested deeper than anything Connect writes"),
    ('{"people": [' + '{"a":' * 100_000, "nested deeper than anything Connect writes"),
    ('{"settings": ' + '{"a":' * 100_000, "nested deeper than anything Connect writes"),
    ('{"format": "connect", "version": 1, "people": [{"id": "p1", "name": "caf\xe9"}]}'.encode("latin-1"),
     "line 1: it is not UTF-8 text"),
    ('{"format": "connect",\n"version": 1}'.encode("utf-16"),
     "it looks like text in UTF-16; a Connect file is UTF-8"),
    ('{"format": "connect"}'.encode("utf-16-le"), "a key in double quotes is expected"),
    (b'{"format": "connect",\n\n"people": ["' + b"\xff", "line 3: it is not UTF-8 text"),
    (b'{"format": "connect", "version": 1}\xe2\x82', "it is not UTF-8 text"),
    ('{"version": 3, "account": {"data": []}}',
     f"{FOREIGN} (life.json: it looks like the JSON of another app; it begins with “{{\"version\": 3"),
    ('{"version": "4.1", "entries": []}', "it looks like the JSON of another app"),
    ('{"name": "Choir", "messages": ' + "[" * 1000, "it looks like the JSON of another app"),
    ('{"entries": ' + '{"a":' * 1000, "it looks like the JSON of another app"),
    ('{"people": [], "version": "4.1"}', "it does not say “format”"),
    ('{"format": "connect", "version": "4.1"}', "version: '4.1' does not fit"),
    ('{"\x1b[31m\\nred": 1}', "this is not JSON"),
    ('{"\\u001b[31m\\nred": 1}', "it looks like the JSON of another app"),
    ('{"format": "connect", "\\u001b[31m\\nred": 1}', "it has “[31m red”"),
    ('{"people": [], "' + "x" * 500 + '": 1, "format": "connect"}', "it has “" + "x" * 60 + "”"),
    ('{"format": "connect", "settings": {"' + "x" * 500 + '": 1}}', "settings has “" + "x" * 60 + "”"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "reason"), SHAPES, ids=range(len(SHAPES)))
def test_what_is_no_connect_file_is_refused(written: Written, content: str | bytes, reason: str) -> None:
    assert reason in refusal(written(content))


def test_one_key_too_many_among_very_many_is_found_at_once(written: Written) -> None:
    keys = ",".join(f'"k{n}": 1' for n in range(200_000))
    assert "“k199999” is there twice" in refusal(written(f'{{"people": [{{{keys}, "k199999": 2}}]}}'))


def test_a_newer_file_says_so_whatever_else_is_new_in_it(life: Life, written: Written) -> None:
    life |= {"version": 2, "animals": [{"id": "a1"}]}
    text = json.dumps(life, sort_keys=True, indent=1)
    assert text.index("animals") < text.index("version")
    assert "a newer Connect wrote it (version 2" in refusal(written(text))


def test_a_pipe_is_read_like_a_file(life: Life, written: Written, tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes with a name here")
    data, pipe = written(life).read_bytes(), tmp_path / "pipe.json"
    os.mkfifo(pipe)
    writer = Thread(target=pipe.write_bytes, args=(data,))
    writer.start()
    assert len(connect_json.read(pipe)) == 16
    writer.join()


def test_a_byte_order_mark_is_welcome(life: Life, written: Written) -> None:
    assert len(connect_json.read(written(b"\xef\xbb\xbf" + json.dumps(life).encode()))) == 16


def test_no_file_a_folder_and_a_locked_file_are_refused(tmp_path: Path) -> None:
    assert "There is no file" in refusal(tmp_path / "none.json")
    assert "is a folder, not a file" in refusal(tmp_path)
    looped = tmp_path / "loop.json"
    looped.symlink_to(looped)
    assert "could not be read" in refusal(looped)


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_a_file_that_may_not_be_read_is_refused(life: Life, written: Written) -> None:
    path = written(life)
    path.chmod(0)
    superuser = os.geteuid() == 0
    if superuser:  # who may read everything
        os.seteuid(65534)
    try:
        assert "permission denied" in refusal(path)
    finally:
        if superuser:
            os.seteuid(0)


def test_a_file_beyond_the_limit_is_refused_by_its_size(tmp_path: Path) -> None:
    path = tmp_path / "huge.json"
    with path.open("wb") as stream:
        stream.truncate(600 * 2**20)  # a hole: takes no room on the disk
    assert "it is larger than 512 MB" in refusal(path)


def test_a_record_without_an_end_is_given_up_long_before_the_end_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "other.json"
    with path.open("wb") as stream:
        stream.write(b'{"people": [{"id": "')
        stream.truncate(100 * 2**20)
    tracemalloc.start()
    try:
        assert "one record is longer than any Connect writes" in refusal(path)
        assert tracemalloc.get_traced_memory()[1] < 130 * 2**20
    finally:
        tracemalloc.stop()


def test_the_longest_record_there_can_be_is_welcome(life: Life, written: Written) -> None:
    life["reflections"][0]["text"] = "\U0001f33f" * 1_000_000
    path = written(life)
    assert path.stat().st_size > 12_000_000  # every character escaped, as two halves
    assert len(connect_json.read(path).of(Reflection)[0].text) == 1_000_000
