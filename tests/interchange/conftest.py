"""Whole lives to write and read: one of each kind by hand, and any number of them made by Hypothesis."""

import copy
import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st

from connect_desktop.domain import (
    EASY_WORDS,
    Channel,
    CheckIn,
    Circle,
    Closeness,
    Direction,
    Evidence,
    Feeling,
    Gift,
    Hold,
    Hope,
    HopeState,
    Impression,
    Interaction,
    OwnPrompt,
    Person,
    Place,
    Reach,
    Record,
    Reflection,
    Response,
    Status,
    Step,
    StepState,
    Tie,
    WayBack,
    Word,
    checks,
)
from connect_desktop.interchange import own_words
from connect_desktop.interchange.bundle import Bundle, arranged

LIFE: dict[str, Any] = {
    "format": "connect",
    "version": 1,
    "exported": "2026-11-22T21:14:00Z",
    "people": [
        {"id": "p1", "name": "Daniel Example", "ties": ["partner"], "since": "2019-05-01",
         "aliases": ["Dan"]},
        {"id": "p2", "name": "Maya Beispiel", "ties": ["friend", "colleague"], "note": "met at the choir"},
    ],
    "circles": [{"id": "c1", "name": "Choir", "members": ["p2"]}],
    "interactions": [
        {"id": "i1", "at": "2026-11-20T22:40:00+01:00", "channel": "in_person", "minutes": 90,
         "circle": "c1"},
        {"id": "i2", "at": "2026-11-21T08:05:00-03:30", "channel": "message", "note": "a short note"},
    ],
    "impressions": [
        {"id": "f1", "interaction": "i1", "person": "p1", "body": -2, "reach": "me", "met": 1, "hurt": True,
         "gave": ["listened"], "words": ["tense"], "places": {"jaw": "tight"}, "way_back": "not_yet"},
        {"id": "f2", "interaction": "i1", "person": "p2", "body": 3, "words": ["warmer", "soft"]},
        {"id": "f3", "interaction": "i2", "person": "p1", "body": 0, "reach": "me_unanswered"},
    ],
    "hopes": [{"id": "h1", "person": "p1", "text": "a walk, only us", "since": "2026-09-01"}],
    "evidence": [{"id": "e1", "hope": "h1", "impression": "f1", "direction": "away"}],
    "reflections": [{"id": "r1", "on": "2026-11-22", "title": "Sunday", "text": "A *quiet* day.",
                     "people": ["p2"]}],
    "steps": [{"id": "s1", "practice": "tiny-truth", "offered": "2026-11-22", "state": "taken",
               "person": "p1"}],
    "closeness": [{"id": "k1", "person": "p2", "on": "2026-11-01", "ring": 2, "overlap": 5}],
    "checkins": [{"id": "w1", "week": "2026-11-16", "seen": 2, "someone": 3, "alone": 1}],
    "settings": {"day_ends": 240, "words": {"soft": "easy"},
                 "prompts": [{"id": "q1", "text": "What did I not say?", "offered": False}]},
}  # fmt: skip


@pytest.fixture
def life() -> dict[str, Any]:
    """A connect.json with every list filled, as a hand might write it: to be changed at will."""
    return copy.deepcopy(LIFE)


@pytest.fixture
def written(tmp_path: Path) -> Callable[[Any], Path]:
    """Write text, bytes or a JSON value to a file and return its path."""

    def write(content: Any) -> Path:
        path = tmp_path / "life.json"
        if not isinstance(content, str | bytes):
            content = json.dumps(content)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


# Any text a person may type or paste, and what `checks` makes of it; long runs are tested by hand.
_texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=30).map(checks.clean)
_names = _texts.map(lambda text: checks.line("name", f"N{text}"))
_words = _texts.map(lambda text: checks.line("word", f"w{text[:20]}", 40))
_ids = st.uuids(version=4).map(lambda found: found.hex)
_days = st.dates(date(1900, 1, 1), date(2200, 12, 31))
_zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
_moments = st.datetimes(datetime(1900, 1, 2), datetime(2200, 12, 30), timezones=_zones).map(  # noqa: DTZ001
    lambda at: at.replace(microsecond=0)
)
_levels = st.none() | st.integers(0, 4)
_bodies = st.none() | st.integers(-3, 3)
_maybe_days = st.none() | _days
_gifts = st.frozensets(st.sampled_from(Gift))
_wordings = st.none() | _names

_PEOPLE = st.builds(
    Person, id=_ids, name=_names, ties=st.frozensets(st.sampled_from(Tie)), since=_maybe_days,
    status=st.sampled_from(Status), one_way=st.booleans(), aliases=st.lists(_names, max_size=2).map(tuple),
    colour=st.integers(0, 11), note=_texts, created=_moments,
)  # fmt: skip
_MONDAYS = _days.filter(lambda on: on.year > 1900).map(lambda on: on - timedelta(on.weekday()))
_CHECKINS = st.builds(
    CheckIn, id=_ids, week=_MONDAYS, seen=_levels, someone=_levels, alone=_levels, note=_texts,
)  # fmt: skip
_WORDS = st.dictionaries(_words, st.sampled_from(Feeling), max_size=2).map(
    lambda found: list(own_words.read(found))
)


def _some(of: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[list[Any]]:
    return st.lists(of, max_size=most, unique_by=lambda record: record.id)


def _subset(records: list[Any]) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from([one.id for one in records])) if records else st.just(frozenset())


def _maybe_one(records: list[Any]) -> st.SearchStrategy[str | None]:
    return st.none() | st.sampled_from([one.id for one in records]) if records else st.none()


def _felt(draw: Any, interactions: list[Interaction], people: list[Person]) -> list[Impression]:
    pairs = [(moment, person) for moment in interactions for person in people]
    chosen = draw(st.lists(st.sampled_from(pairs), unique_by=lambda p: (p[0].id, p[1].id))) if pairs else []
    return [draw(_impression(moment, person)) for moment, person in chosen]


def _impression(moment: Interaction, person: Person) -> st.SearchStrategy[Impression]:
    reach = st.none() | st.sampled_from([one for one in Reach if not one.unanswered])
    return st.builds(
        Impression, id=_ids, interaction=st.just(moment.id), person=st.just(person.id), body=_bodies,
        before=_bodies, reach=reach, met=_levels, openness=_levels, gave=_gifts, received=_gifts,
        words=st.frozensets(st.sampled_from(EASY_WORDS) | _words, max_size=3),
        places=st.dictionaries(st.sampled_from(Place), st.sampled_from(Hold)), role=_wordings,
        truth=_wordings,
        response=st.none() | st.sampled_from(Response), hurt=st.booleans(),
        way_back=st.none() | st.sampled_from(WayBack), way_back_on=_maybe_days, note=_texts,
    )  # fmt: skip


@st.composite
def _lives(draw: Any) -> Bundle:
    people = draw(_some(_PEOPLE))
    circles = draw(_some(st.builds(Circle, id=_ids, name=_names, members=_subset(people), note=_texts), 2))
    interactions = draw(
        _some(
            st.builds(
                Interaction, id=_ids, at=_moments, channel=st.none() | st.sampled_from(Channel),
                minutes=st.none() | st.integers(0, 1440), circle=_maybe_one(circles), note=_texts,
                batch=st.none() | _ids, created=_moments, edited=_moments,
            )
        )
    )  # fmt: skip
    impressions = _felt(draw, interactions, people)
    records: dict[type[Record], list[Record]] = {
        Person: people,
        Circle: circles,
        Word: draw(_WORDS),
        OwnPrompt: draw(_some(st.builds(OwnPrompt, id=_ids, text=_names, offered=st.booleans()), 2)),
        Interaction: interactions,
        Impression: impressions,
        Reflection: draw(
            _some(
                st.builds(
                    Reflection, id=_ids, on=_days, title=_texts, text=_texts, prompt=st.none() | _ids,
                    people=_subset(people), circles=_subset(circles), created=_moments, edited=_moments,
                )
            )
        ),
        Step: draw(
            _some(
                st.builds(
                    Step, id=_ids, practice=_ids, offered=_days, state=st.sampled_from(StepState),
                    person=_maybe_one(people), landed=_bodies, note=_texts,
                )
            )
        ),
        CheckIn: draw(st.lists(_CHECKINS, max_size=2, unique_by=(lambda one: one.id, lambda one: one.week))),
    }  # fmt: skip
    if people:
        person = st.sampled_from([one.id for one in people])
        records[Hope] = draw(
            _some(
                st.builds(
                    Hope, id=_ids, person=person, text=_names, since=_days, look_again=_maybe_days,
                    state=st.sampled_from(HopeState), closed=_maybe_days, closing=_texts,
                )
            )
        )  # fmt: skip
        records[Closeness] = draw(
            st.lists(
                st.builds(
                    Closeness, id=_ids, person=person, on=_days, ring=st.integers(1, 4),
                    overlap=st.none() | st.integers(1, 7),
                ), max_size=2, unique_by=(lambda one: one.id, lambda one: (one.person, one.on)),
            )
        )  # fmt: skip
    pairs = [(hope, felt) for hope in records.get(Hope, ()) for felt in impressions]
    if pairs:
        chosen = draw(st.lists(st.sampled_from(pairs), unique_by=lambda p: (p[0].id, p[1].id), max_size=3))
        records[Evidence] = [
            Evidence(
                id=draw(_ids), hope=hope.id, impression=felt.id, direction=draw(st.sampled_from(Direction))
            )
            for hope, felt in chosen
        ]
    exported = draw(_moments).astimezone(UTC)
    return Bundle(records=arranged(records), exported=exported, day_ends=draw(st.integers(0, 720)))


@pytest.fixture(scope="session")
def lives() -> st.SearchStrategy[Bundle]:
    """Any whole life a store may hold."""
    return _lives()
