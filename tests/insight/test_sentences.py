"""What is said: every state, every count, never a word that judges, and the moments behind each sentence."""

import ast
import re
from dataclasses import replace
from datetime import timedelta
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from short_rows import TODAY, read
from voice import FORBIDDEN

from connect_desktop import insight
from connect_desktop.domain import Person
from connect_desktop.insight.config import CONFIG
from connect_desktop.insight.doubt import likely, would_change
from connect_desktop.insight.lines import lines
from connect_desktop.insight.one import one_by_one
from connect_desktop.insight.saying import said
from connect_desktop.insight.short import short
from connect_desktop.insight.states import State
from connect_desktop.insight.turning import changed, no_longer

KINDS = {
    "reach": ("me", "them", "both", "me_unanswered", None),
    "met": (0, 2, 4, None),
    "body": (-2, 0, 2, None),
}


def rows(n, apart=6, **more):
    return [{"at": apart * (n - 1 - i), "person": "p", **more} for i in range(n)]


def fall(n=14):
    rated = [{"met": 4, "body": 2}] * n + [{"met": 0, "body": -2}] * n
    return [{"at": 6 * (2 * n - 1 - i), "person": "p", "reach": "me", **felt} for i, felt in enumerate(rated)]


OTHERS = [
    {"at": 4 * i, "person": "q", "reach": ("me", "them")[i % 2], "met": 1 + i % 3, "body": i % 2}
    for i in range(30)
]
GIVING = {"gave": ("shared",), "received": ("shared", "helped")}
LIVES = [
    [],
    *(
        rows(n, reach=reach, met=None if reach == "me_unanswered" else met, body=body)
        for n, reach, met, body in product((1, 2, 7), *KINDS.values())
    ),
    *(
        rows(n, hurt=True, way_back=way, **GIVING)
        for n, way in product((1, 2, 5), ("me", "both", "not_yet", None))
    ),
    *(rows(n, 40, reach="them", met=3, body=1, **GIVING) for n in (1, 12)),
    [*rows(1, reach="them", met=4), *rows(8, reach="me", met=0)],
    fall(),
    [{**row, "met": 4 - row["met"], "body": -row["body"]} for row in fall()],
    [{**row, "body": None} for row in fall()],
    [{**row, "met": None} for row in fall()],
    [{**row, "met": 4 - row["met"], "body": None} for row in fall()],
    [{**row, "met": None, "body": -row["body"]} for row in fall()],
    [{**row, "at": row["at"] + 300} for row in fall()],
    [*fall(), *rows(3, met=4, reach="them", hurt=True, way_back="them")],
]


PEOPLE = [Person(id="p", name="Maya"), Person(id="q", name="Ben")]


@cache
def looks():
    return [read(life + OTHERS, PEOPLE).look for life in LIVES]


def told(look, state, last=None):
    """Return everything that is said of the first person, whatever state they are said to be in."""
    look = replace(look, states=(state, look.states[1]))
    one = one_by_one(look, PEOPLE, [last, None], TODAY, CONFIG)[0]
    turned = changed(one)
    return [
        said(one).text, short(one), *(line.text for line in lines(one)), turned.text if turned else "",
        no_longer(one), likely(one), would_change(one),
    ]  # fmt: skip


@pytest.mark.parametrize("state", list(State))
def test_no_sentence_judges_diagnoses_or_ranks(state):
    for look in looks():
        for text in told(look, state):
            assert not FORBIDDEN.search(text), text
            assert "{" not in text
            assert "nan" not in text.split()
            assert text == text.strip()
            assert not text or text[-1] in ".?", text


@pytest.mark.parametrize(("state", "last"), [*product(State, State)])
def test_what_no_longer_holds_is_said_in_the_same_voice(state, last):
    for text in told(looks()[-1], state, last):
        assert not FORBIDDEN.search(text), text


def messages():
    for path in Path(insight.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("tr", "tr_n"):
                yield from (arg.value for arg in node.args if isinstance(arg, ast.Constant))


def test_no_word_of_the_readings_judges_even_where_no_test_has_said_it_yet():
    found = [text for text in messages() if isinstance(text, str)]
    assert len(found) > 60
    assert [text for text in found if FORBIDDEN.search(text)] == []


def test_nothing_speaks_of_what_somebody_is():
    for text in messages():
        assert not re.search(r"\{name\} is\b|\bthey are\b|\byou are (a|an)\b", str(text)), text


def test_one_of_anything_is_said_as_one():
    (found,) = read(rows(1, reach="me", met=4, body=2, hurt=True, way_back="me"), ["p"]).people
    assert [line.text for line in found.lines] == [
        "One of you reached out first once, and it was you.",
        "You felt met in 1 of 1 moment.",
        "Your body breathed easier after 1 of 1 moment, and tightened after 0.",
        "There was a hurt, and a way back.",
    ]
    (theirs,) = read(rows(1, reach="them"), [Person(id="p", name="Maya")]).people
    assert theirs.lines[0].text == "One of you reached out first once, and it was Maya."
    (vain,) = read(rows(1, reach="me_unanswered"), ["p"]).people
    assert vain.lines[1].text == "Once you reached out, and no answer came."
    (one_of_two,) = read([*rows(1, reach="me"), *rows(1, reach="them")], ["p"]).people
    assert one_of_two.lines[0].text == "Of the 2 times one of you reached out first, 1 was you."
    (none,) = read(rows(2, reach="them"), ["p"]).people
    assert none.lines[0].text == "Of the 2 times one of you reached out first, none was you."


def test_of_what_was_never_answered_nothing_is_said():
    (found,) = read(rows(3), ["p"]).people
    assert found.lines == ()
    assert found.said.text == "Not enough yet; 6 more moments will tell."


def test_what_is_missing_is_said_one_thing_at_a_time():
    def missing(*days):
        life = [{"at": ago, "person": "p", "reach": "me", "met": 2} for ago in days]
        return read(life, ["p"]).people[0].said.text

    assert missing(0, 5, 9, 12, 14) == "Not enough yet; 1 more moment will tell."
    assert missing(0, 0, 0, 0, 5, 14) == "Not enough yet; a moment on 1 more day will tell."
    assert missing(0, 0, 0, 0, 14, 14) == "Not enough yet; moments on 2 more days will tell."
    assert missing(0, 1, 2, 3, 8, 13) == "Not enough yet; 1 more day will tell."
    assert missing(0, 1, 2, 3, 8, 9) == "Not enough yet; 5 more days will tell."


def test_behind_a_sentence_are_the_moments_it_counts():
    life = [
        {"at": 9, "reach": "me", "met": 4, "body": 1}, {"at": 8, "reach": "them"}, {"at": 7, "met": 0},
        {"at": 6, "reach": "both", "body": -1}, {"at": 5, "reach": "me_unanswered", "body": -2},
    ]  # fmt: skip
    (found,) = read(life, ["p"]).people
    assert [(line.text.split()[0], line.impressions) for line in found.lines] == [
        ("Of", ("i0", "i1", "i4")),
        ("Once", ("i4",)),
        ("You", ("i0", "i2")),
        ("Your", ("i0", "i3", "i4")),
    ]


def test_behind_a_one_sided_reading_are_the_moments_that_say_so():
    life = [
        {"at": 5 * i, "person": "p", "reach": "them" if i % 5 == 0 else "me", "met": 4 * (i == 7)}
        for i in range(25)
    ]
    found = read(life + OTHERS, ["p", "q"]).people[0]
    assert found.state is State.ONE_SIDED
    assert len(found.said.impressions) == 25, "reached out by the user, or not met"
    assert found.would_change.startswith("If you forgot to log about ")


def test_what_is_long_ago_is_told_apart_from_lately():
    old = [{"at": 400 + 6 * i, "person": "p", "reach": "me", "met": 2} for i in range(10)]
    new = [{"at": 5 * i, "person": "p", "reach": "them", "met": 2} for i in range(8)]
    found = read(old + new, ["p"]).people[0]
    texts = [line.text for line in found.lines]
    assert texts[0] == "Of the 18 times one of you reached out first, 10 were you."
    assert texts[1] == "In the last half year: 0 of 8."


def test_a_change_is_said_with_its_month_and_no_fine_number_of_a_level():
    found = read(fall() + OTHERS, ["p", "q"]).people[0]
    assert found.changed is not None
    assert (
        found.changed.text
        == "Since September you have felt met less, and your body has breathed less easily."
    )
    assert "Since September: 0 of 14." in [line.text for line in found.lines]
    assert not any("likely" in line.text for line in found.lines)
    assert len(found.changed.impressions) == 14


def test_a_change_of_last_year_names_the_year_and_an_old_one_is_not_repeated():
    def said_then(ago):
        life = [{**row, "at": row["at"] + ago} for row in fall()]
        return read(life + OTHERS, ["p", "q"]).people[0].changed

    found = said_then(250)
    assert found is None
    earlier = TODAY - timedelta(days=300)
    life = [{**row, "at": row["at"] + 310} for row in fall()]
    turned = (
        read(life + [{**row, "at": row["at"] + 310} for row in OTHERS], ["p", "q"], earlier).people[0].changed
    )
    assert turned is not None
    assert "October" in turned.text
    assert (
        "2025"
        in read(life + OTHERS + rows(14, reach="me", met=0, body=-2), ["p", "q"]).people[0].changed.text
    )


def test_since_one_was_last_met_counts_moments_and_days():
    life = [{"at": 60 - 4 * i, "person": "p", "reach": "me", "met": 4 * (i == 3)} for i in range(15)]
    found = read(life + OTHERS, ["p", "q"]).people[0]
    assert found.state in (State.ONE_SIDED, State.LEANING, State.THIN)
    assert found.lines[-1].text == "Since you last noted that you felt met: 11 moments, 48 days."
    assert found.lines[-1].impressions == tuple(f"i{i}" for i in range(4, 15))


def test_names_are_said_as_they_are_written():
    name = "{Ma}ya {name} %s"
    life = rows(1, reach="them")
    found = read(life, [Person(id="p", name=name)]).people[0]
    assert name in found.lines[0].text
