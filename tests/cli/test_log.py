"""`log`: a moment from the command line, or one line that says why not."""

import json
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from connect_desktop.domain import Circle, Edit, Hope, Impression, Interaction, Person, Word, now

Command = Callable[..., Any]
Inside = Callable[[], Any]

MAYA = Person(id="maya", name="Maya Müller", aliases=("May",), ties=frozenset({"friend"}))
OTHER_MAYA = Person(id="other", name="maya muller", ties=frozenset({"colleague"}))
TOM = Person(id="tom", name="Tom")


@pytest.fixture(autouse=True)
def people(inside: Inside) -> None:
    with inside() as store:
        words = [Word(text="soft", feeling="easy")]
        store.apply([Edit(None, one) for one in (MAYA, TOM, Circle(id="choir", name="Chöir"), *words)])


def kept(inside: Inside) -> tuple[list[Interaction], list[Impression]]:
    with inside() as store:
        return store.interactions.all(), store.impressions.all()


def test_a_person_and_a_body_answer_are_enough(connect: Command, inside: Inside) -> None:
    answer = connect("log", "Tom", "--body", "-2")
    assert answer.status == 0
    assert answer.out.startswith("Kept: Tom, ")
    (interaction,), (felt,) = kept(inside)
    assert (felt.person, felt.body, felt.met, felt.hurt, felt.note) == ("tom", -2, None, False, "")
    assert timedelta(0) <= now() - interaction.at < timedelta(minutes=1)
    assert interaction.origin == "app"


def test_every_field_can_be_said(connect: Command, inside: Inside) -> None:
    answer = connect(
        "log", "maya MULLER", "--body", 1, "--before=-1", "--at", "2024-11-20T22:40+01:00",
        "--channel", "in_person", "--minutes", 90, "--circle", "choir", "--note", "at the river",
        "--reach", "them", "--met", 3, "--openness", 4, "--gave", "listened, helped", "--received", "shared",
        "--words", "warmer,soft", "--places", "jaw=tight,chest=loose", "--role", "the fixer",
        "--truth", "hurts", "--response", "opened", "--hurt", "--way-back", "both",
        "--way-back-on", "2024-11-22", "--felt", "lighter",
    )  # fmt: skip
    assert answer.status == 0, answer
    assert answer.out == "Kept: Maya Müller, Wednesday, 20 November 2024, 22:40.\n"
    (interaction,), (felt,) = kept(inside)
    assert interaction == Interaction(
        id=interaction.id, at=datetime(2024, 11, 20, 22, 40, tzinfo=timezone(timedelta(hours=1))),
        channel="in_person", minutes=90, circle="choir", note="at the river",
        created=interaction.created, edited=interaction.edited,
    )  # fmt: skip
    assert felt == Impression(
        id=felt.id, interaction=interaction.id, person="maya", body=1, before=-1, reach="them", met=3,
        openness=4, gave={"listened", "helped"}, received={"shared"}, words={"warmer", "soft"},
        places={"jaw": "tight", "chest": "loose"}, role="the fixer", truth="hurts", response="opened",
        hurt=True, way_back="both", way_back_on=date(2024, 11, 22), note="lighter",
    )  # fmt: skip


def test_several_people_are_felt_in_one_moment(connect: Command, inside: Inside) -> None:
    assert connect("log", "Tom", "may", "--body", 2).status == 0
    (interaction,), felt = kept(inside)
    assert {(one.interaction, one.person, one.body) for one in felt} == {
        (interaction.id, "tom", 2),
        (interaction.id, "maya", 2),
    }


def test_json_is_what_was_kept(connect: Command, inside: Inside) -> None:
    found = json.loads(connect("log", "id:tom", "--body", 0, "--json").out)
    assert len(found) == 1
    assert found[0]["impressions"][0]["person"] == "tom"
    (interaction,), (felt,) = kept(inside)
    assert (found[0]["id"], found[0]["impressions"][0]["id"]) == (interaction.id, felt.id)


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("2024-11-20T22:40:30Z", datetime(2024, 11, 20, 22, 40, 30, tzinfo=UTC)),
        ("2024-11-20 22:40-03:30", datetime(2024, 11, 21, 2, 10, tzinfo=UTC)),
        ("2024-11-20T22:40", datetime(2024, 11, 20, 22, 40).astimezone()),
    ],
)
def test_when_it_was_is_local_time_unless_it_has_an_offset(
    connect: Command, inside: Inside, typed: str, at: datetime
) -> None:
    assert connect("log", "Tom", "--body", 1, "--at", typed).status == 0
    (interaction,), _ = kept(inside)
    assert interaction.at == at
    if "T22:40:30" not in typed:
        assert interaction.at.hour == 22


def test_a_little_ahead_is_still_now(connect: Command) -> None:
    assert connect("log", "Tom", "--body", 1, "--at", (now() + timedelta(minutes=4)).isoformat()).status == 0


def test_what_is_still_ahead_is_no_moment_yet(connect: Command, inside: Inside) -> None:
    for ahead in (timedelta(hours=1), timedelta(days=1)):
        line = connect("log", "Tom", "--body", 1, "--at", (now() + ahead).isoformat()).line
        assert "it is still ahead; a moment is logged once it has happened" in line
    assert kept(inside) == ([], [])


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of a process cannot be set here")
@pytest.mark.parametrize(
    ("typed", "offset"),
    [
        ("2026-03-29T02:30", 1),  # left out that night: the clock goes from two to three
        ("2025-10-26T02:30", 2),  # there twice that night: the first
        ("2025-10-26T02:30+01:00", 1),
        ("2025-07-01T02:30", 2),
        ("1905-07-01T02:30", 1),
    ],
)
def test_the_clock_stays_as_it_was_typed_when_summer_time_comes_and_goes(
    connect: Command, inside: Inside, monkeypatch: pytest.MonkeyPatch, typed: str, offset: int
) -> None:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    try:
        answer = connect("log", "Tom", "--body", 1, "--at", typed)
    finally:
        monkeypatch.undo()
        time.tzset()
    assert answer.out.endswith(", 02:30.\n")
    (interaction,), _ = kept(inside)
    assert interaction.at.isoformat()[:16] == typed[:16]
    assert interaction.at.utcoffset() == timedelta(hours=offset)


def test_a_minus_may_be_the_one_of_the_screen(connect: Command, inside: Inside) -> None:
    assert connect("log", "Tom", "--body", "−2", "--before=−3").status == 0
    assert [(felt.body, felt.before) for felt in kept(inside)[1]] == [(-2, -3)]


def test_two_names_of_nothing_but_accents_are_two_people(connect: Command, inside: Inside) -> None:
    assert (
        connect("log", "\u0301", "\u0302", "ハハ", "パパ", "ババ", "🌊", "🌋", "--new", "--body", 1).status
        == 0
    )
    with inside() as store:
        assert store.people.count() == 2 + 7


HURT = ["Tom", "--body", "-2", "--at", "2024-11-20T22:40", "--hurt"]
REFUSED = [
    (["Tom", "--body", "7"], "body: 7 does not fit; it must be a whole number from -3 to 3"),
    (["Tom", "--body", "x"], "body: 'x' does not fit; it must be a whole number"),
    (["Tom", "--body", "1.5"], "body: '1.5' does not fit"),
    (["Tom", "--body", "1", "--before", "4"], "before: 4 does not fit"),
    (["Tom", "--body", "1", "--met", "5"], "met: 5 does not fit"),
    (["Tom", "--body", "1", "--openness", "-1"], "openness: -1 does not fit"),
    (["Tom", "--body", "1", "--reach", "him"], "reach: 'him' does not fit; it must be one of me, them"),
    (["Tom", "--body", "1", "--reach", "me_unanswered", "--met", "1"], "without an echo carries no met"),
    (["Tom", "--body", "1", "--gave", "money"], "gave: 'money' does not fit; it must be one of listened"),
    (["Tom", "--body", "1", "--words", "warmr"], "words: 'warmr' does not fit; the words are alive, anxious"),
    (["Tom", "--body", "1", "--places", "knee=tight"], "places: 'knee' does not fit"),
    (["Tom", "--body", "1", "--places", "jaw"], "places: '' does not fit; it must be one of tight, loose"),
    (["Tom", "--body", "1", "--channel", "fax"], "channel: 'fax' does not fit"),
    (["Tom", "--body", "1", "--minutes", "1441"], "minutes: 1441 does not fit"),
    (["Tom", "--body", "1", "--minutes", "an hour"], "minutes: 'an hour' does not fit"),
    (["Tom", "--body", "1", "--response", "ran"], "response: 'ran' does not fit"),
    (["Tom", "--body", "1", "--way-back", "god"], "way_back: 'god' does not fit"),
    (["Tom", "--body", "1", "--way-back-on", "soon"], "way_back_on: 'soon' does not fit"),
    (["Tom", "--body", "1", "--way-back-on", "20261122"], "it must be a date like 2026-11-22"),
    (["Tom", "--body", "1", "--way-back-on", "9999-01-01"], "its year must be from 1900 to 2200"),
    (["Tom", "--body", "1", "--minutes", "1_0"], "minutes: '1_0' does not fit; it must be a whole number"),
    (["Tom", "--body", "1", "--places", "jaw=tight, jaw=loose"], "places: 'jaw=loose' does not fit; each"),
    (["Tom", "--body", "1", "--felt", "f" * 100_001], "felt: 'fff"),
    (["Tom", "--body", "1", "--response", "stayed"], "response: 'stayed' does not fit; it is about"),
    (["Tom", "--body", "1", "--way-back", "me"], "way_back: 'me' does not fit; it is about a hurt"),
    ([*HURT, "--way-back-on", "2024-11-22"], "way_back_on: '2024-11-22' does not fit; somebody"),
    ([*HURT, "--way-back", "not_yet", "--way-back-on", "2024-11-22"], "say who with --way-back"),
    ([*HURT, "--way-back", "me", "--way-back-on", "2024-11-19"], "a day from the moment up to today"),
    ([*HURT, "--way-back", "me", "--way-back-on", "2190-01-01"], "a day from the moment up to today"),
    (["Tom", "--body", "1", "--circle", "band"], "circle: 'band' does not fit; it must be one of"),
    (["Tom", "--body", "1", "--note", "n" * 100_001], "at most 100,000 characters fit"),
    (["Tom", "--body", "1", "--at", "yesterday"], "at: 'yesterday' does not fit; it must be a date and time"),
    (["Tom", "--body", "1", "--at", "2024-11-20"], "it must be a date and time like 2026-11-20T22:40"),
    (["Tom", "--body", "1", "--at", "9999-12-31T23:59"], "its year must be from 1900 to 2200"),
    (["Tom", "--body", "1", "--at", "9999-12-31T23:59-12:00"], "its year must be from 1900 to 2200"),
    (["Tom", "--body", "1", "--at", "0001-01-01T00:00+12:00"], "its year must be from 1900 to 2200"),
    (["Tom", "--body", "1", "--at", "2150-01-01T00:00"], "it is still ahead"),
    (["Tom", "--body", "1", "--at", "0000-01-01T00:00"], "it must be a date and time"),
    (["\u202e\u200b", "--body", "1", "--new"], "it must not be blank"),
    (["Zoe", "--body", "1"], "Nobody is called “Zoe”. Add --new to add them."),
    (["Tomm", "--body", "1"], "Nobody is called “Tomm”. Did you mean Tom?"),
    (["Maya", "--body", "1"], "Did you mean Maya Müller?"),
    (["id:nobody", "--body", "1"], "Nobody is called “id:nobody”."),
    (["id:nobody", "--body", "1", "--new"], "Nobody is called “id:nobody”."),
    (["Tom", "TOM", "--body", "1"], "Tom is named twice; nothing was kept."),
    (["Zoe", "zoé", "--body", "1", "--new"], "Zoe is named twice"),
    ([" ", "--body", "1", "--new"], "name: ' ' does not fit; it must not be blank"),
    (["n" * 201, "--body", "1", "--new"], "at most 200 characters fit"),
    (["Tom", "To\udce9", "--body", "1", "--new"], "What was typed is not UTF-8 text: 'To\\udce9'."),
    (["Tom", "--body", "1", "--note", "\udcff"], "is not UTF-8 text"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "why"), REFUSED, ids=range(len(REFUSED)))
def test_what_does_not_fit_is_refused_in_one_line(
    connect: Command, inside: Inside, typed: list[str], why: str
) -> None:
    assert why in connect("log", *typed).line
    assert kept(inside) == ([], [])
    with inside() as store:
        assert store.people.count() == 2


def test_two_of_one_name_are_told_apart_by_their_ids(connect: Command, inside: Inside) -> None:
    with inside() as store:
        store.apply([Edit(None, OTHER_MAYA)])
    line = connect("log", "Maya Müller", "--body", 1).line
    assert line == (
        "2 people are called “Maya Müller”; use one of "
        "id:maya (Maya Müller, friend), id:other (maya muller, colleague)."
    )
    assert connect("log", "id:other", "--body", 1).status == 0
    assert kept(inside)[1][0].person == "other"


def test_new_people_are_added_with_the_moment(connect: Command, inside: Inside) -> None:
    assert connect("log", "Zoë", "Tom", "李小龙", "--new", "--body", 3).status == 0
    with inside() as store:
        names = {person.name: person.colour for person in store.people.all()}
        assert names == {"Maya Müller": 0, "Tom": 0, "Zoë": 1, "李小龙": 2}
        assert store.impressions.count() == 3


def test_without_a_body_answer_or_anyone_it_is_wrong_usage(connect: Command, inside: Inside) -> None:
    assert connect("log", "Tom").status == 2
    assert connect("log", "Tom", "--reach", "me").status == 2
    assert connect("log", "--body", 1).status == 2
    assert kept(inside) == ([], [])


@pytest.mark.parametrize("reach", ["me_unanswered", "them_unanswered"])
def test_an_attempt_without_an_echo_needs_no_body_answer(
    connect: Command, inside: Inside, reach: str
) -> None:
    assert connect("log", "Tom", "--reach", reach).status == 0
    _, (felt,) = kept(inside)
    assert (felt.reach, felt.body, felt.met) == (reach, None, None)


def test_a_circle_by_itself_is_everyone_in_it_who_lives(connect: Command, inside: Inside) -> None:
    with inside() as store:
        ada = Person(id="ada", name="Ada", status="died")
        table = Circle(id="table", name="Table", members={"tom", "maya", "ada"})
        store.apply([Edit(None, one) for one in (ada, table)])
    assert connect("log", "--circle", "tablé", "--body", 2).status == 0
    (interaction,), felt = kept(inside)
    assert interaction.circle == "table"
    assert {one.person for one in felt} == {"tom", "maya"}
    assert "Nobody is in that circle" in connect("log", "--circle", "choir", "--body", 2).line


def test_a_new_word_of_ones_own_is_added_with_its_feeling(connect: Command, inside: Inside) -> None:
    assert connect("log", "Tom", "--body", -1, "--words", "tense, quite  numb=tight,soft=easy").status == 0
    with inside() as store:
        assert {word.text: word.feeling for word in store.words.all()} == {
            "soft": "easy",
            "quite numb": "tight",
        }
    assert kept(inside)[1][0].words == {"tense", "quite numb", "soft"}
    assert "it is easy already" in connect("log", "Tom", "--body", -1, "--words", "soft=tight").line
    assert "must be one of easy" in connect("log", "Tom", "--body", -1, "--words", "odd=blue").line
    assert "like odd=easy" in connect("log", "Tom", "--body", -1, "--words", "odd").line


# --- hopes ---


def hopes(inside: Inside, *texts: str, person: str = "tom") -> None:
    with inside() as store:
        store.apply([Edit(None, Hope(person=person, text=text, since=date(2026, 1, 1))) for text in texts])


def signs(inside: Inside) -> list[tuple[str, str]]:
    with inside() as store:
        texts = {hope.id: hope.text for hope in store.hopes.all()}
        return [(texts[one.hope], one.direction) for one in store.evidence.all()]


def test_a_moment_can_point_toward_the_one_hope(connect: Command, inside: Inside) -> None:
    hopes(inside, "That he asks first")
    assert connect("log", "Tom", "May", "--body", "1", "--hope", "toward").status == 0
    assert signs(inside) == [("That he asks first", "toward")]


def test_of_several_hopes_some_words_say_which(connect: Command, inside: Inside) -> None:
    hopes(inside, "That he asks first", "A summer in Årsta")
    line = connect("log", "Tom", "--body", "1", "--hope", "away").line
    assert line.startswith("Say which hope it is about")
    assert "“A summer in Årsta”" in line
    assert connect("log", "Tom", "--body", "1", "--hope", "away=arsta").status == 0
    assert signs(inside) == [("A summer in Årsta", "away")]


@pytest.mark.parametrize(
    ("way", "said"), [("near", "toward, away, neither"), ("neither", "No hope is open with Tom")]
)
def test_what_points_nowhere_is_refused_and_nothing_is_kept(
    connect: Command, inside: Inside, way: str, said: str
) -> None:
    hopes(inside, "That she asks first", person="maya")
    assert said in connect("log", "Tom", "--body", "1", "--hope", way).line
    assert kept(inside) == ([], [])
