"""What is written comes back equal: every kind of record, every field, whatever is in it."""

import dataclasses
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from connect_desktop.domain import (
    KINDS,
    TIGHT_WORDS,
    Channel,
    CheckIn,
    Circle,
    Closeness,
    Direction,
    Edit,
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
    Version,
    WayBack,
    Word,
)
from connect_desktop.store import Store
from connect_desktop.store.tables import TABLES

OFFSETS = st.integers(-86_399, 86_399).map(lambda s: timezone(timedelta(seconds=s)))
TIMES = st.builds(
    datetime.replace,
    st.datetimes(datetime(1900, 1, 2), datetime(2200, 12, 30)),  # noqa: DTZ001 - the offset is drawn apart
    tzinfo=OFFSETS,
)
DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))
TEXT = st.text(max_size=60) | st.sampled_from(
    [
        "",
        "🫁👩‍👩‍👧 ok",
        "שלום עולם",
        "مرحبا\n\tبك",
        "'; DROP TABLE person; --",
        "\0\x07x",
        "e\u0301",
        "a" * 5000,
    ]
)
NAMES = st.text(min_size=1, max_size=30).filter(lambda t: any(c.isalnum() for c in t))
LEVELS = st.none() | st.integers(0, 4)
BODIES = st.none() | st.integers(-3, 3)


def members(kind: Any) -> Any:
    return st.frozensets(st.sampled_from(list(kind)))


def maybe(kind: Any) -> Any:
    return st.none() | st.sampled_from(list(kind))


PEOPLE = st.builds(
    Person, name=NAMES, ties=members(Tie), since=st.none() | DAYS, status=st.sampled_from(Status),
    one_way=st.booleans(), aliases=st.lists(NAMES, max_size=3), colour=st.integers(0, 11), note=TEXT,
    created=TIMES,
)  # fmt: skip


@st.composite
def lives(draw: st.DrawFn) -> list[Record]:
    """One record of every kind at least, each pointing only at those before it."""
    people = draw(st.lists(PEOPLE, min_size=1, max_size=3))
    ids = st.sampled_from([p.id for p in people])
    some = st.frozensets(ids)
    circle = draw(st.builds(Circle, name=NAMES, members=some, note=TEXT))
    word = draw(st.builds(Word, text=NAMES, feeling=st.sampled_from(Feeling)))
    interaction = draw(
        st.builds(
            Interaction, at=TIMES, channel=maybe(Channel), minutes=st.none() | st.integers(0, 1440),
            circle=st.sampled_from([None, circle.id]), note=TEXT, origin=NAMES,
            batch=st.sampled_from([None, "b-1"]), created=TIMES, edited=TIMES,
        )
    )  # fmt: skip
    reach = draw(maybe(Reach))
    impression = draw(
        st.builds(
            Impression, interaction=st.just(interaction.id), person=ids, body=BODIES, before=BODIES,
            reach=st.just(reach), met=st.none() if reach and reach.unanswered else LEVELS, openness=LEVELS,
            gave=members(Gift), received=members(Gift),
            words=st.frozensets(st.sampled_from(TIGHT_WORDS) | NAMES, max_size=4),
            places=st.dictionaries(st.sampled_from(Place), st.sampled_from(Hold)),
            role=st.none() | NAMES, truth=st.none() | NAMES, response=maybe(Response), hurt=st.booleans(),
            way_back=maybe(WayBack), way_back_on=st.none() | DAYS, note=TEXT,
        )
    )  # fmt: skip
    hope = draw(
        st.builds(
            Hope, person=ids, text=NAMES, since=DAYS, look_again=st.none() | DAYS,
            state=st.sampled_from(HopeState), closed=st.none() | DAYS, closing=TEXT,
        )
    )  # fmt: skip
    mondays = DAYS.map(lambda d: d - timedelta(days=d.weekday())).filter(lambda d: d.year >= 1900)
    written = draw(
        st.builds(
            Reflection, on=DAYS, title=NAMES, text=TEXT, prompt=st.sampled_from([None, "first-prompt"]),
            people=some, circles=st.sampled_from([(), (circle.id,)]), created=TIMES, edited=TIMES,
        )
    )  # fmt: skip
    return [
        *people, circle, word, interaction, impression, hope, written,
        draw(st.builds(OwnPrompt, text=NAMES, offered=st.booleans())),
        draw(st.builds(Version, reflection=st.just(written.id), at=TIMES, title=NAMES, text=TEXT)),
        Evidence(hope=hope.id, impression=impression.id, direction=draw(st.sampled_from(Direction))),
        draw(st.builds(
            Step, practice=st.just("tiny-truth"), person=st.none() | ids, offered=DAYS,
            state=st.sampled_from(StepState), landed=BODIES, note=TEXT,
        )),
        draw(st.builds(
            Closeness, person=ids, on=DAYS, ring=st.integers(1, 4), overlap=st.none() | st.integers(1, 7)
        )),
        draw(st.builds(CheckIn, week=mondays, seen=LEVELS, someone=LEVELS, alone=LEVELS, note=TEXT)),
    ]  # fmt: skip


def shelf(store: Store, record: Record) -> Any:
    return {
        Person: store.people, Circle: store.circles, Word: store.words, Interaction: store.interactions,
        Impression: store.impressions, Hope: store.hopes, Evidence: store.evidence,
        Reflection: store.reflections, Step: store.steps, Closeness: store.closeness, CheckIn: store.checkins,
        OwnPrompt: store.prompts, Version: store.versions,
    }[type(record)]  # fmt: skip


@given(life=lives(), order=st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_every_kind_comes_back_equal_in_any_order_of_edits(life: list[Record], order: Any) -> None:
    store = Store.memory()
    edits = [Edit(None, record) for record in life]
    order.shuffle(edits)
    store.apply(edits)
    for record in life:
        found = shelf(store, record).get(record.id)
        assert found == record
        for field in dataclasses.fields(record):
            mine, theirs = getattr(record, field.name), getattr(found, field.name)
            assert type(mine) is type(theirs)
            if isinstance(mine, datetime):
                assert mine.isoformat() == theirs.isoformat()
    assert {type(record) for record in life} == set(KINDS)
    assert all(record in shelf(store, record).all() for record in life)
    store.apply([edit.inverse() for edit in edits])
    assert [shelf(store, record).count() for record in life] == [0] * len(life)
    store.close()


def test_members_come_back_as_members_of_their_enumerations(store: Store) -> None:
    person = Person(name="Maya", ties={"friend"})
    call = Interaction(at=datetime(2026, 11, 20, tzinfo=UTC), channel="call")
    felt = Impression(
        interaction=call.id, person=person.id, reach="me", gave={"listened"}, places={"jaw": "tight"}
    )
    store.apply([Edit(None, r) for r in (person, call, felt)])
    [moment] = store.moments.recent(1)
    assert moment.interaction.channel is Channel.CALL
    assert moment.impressions[0].reach is Reach.ME
    assert next(iter(moment.impressions[0].gave)) is Gift.LISTENED
    assert [*moment.impressions[0].places.items()] == [(Place.JAW, Hold.TIGHT)]
    assert store.people.all()[0].ties == {Tie.FRIEND}


def test_the_longest_note_comes_back_whole(store: Store) -> None:
    note = "Grüße, 世界 🫶\n" * 8333
    person = Person(name="Maya", note=note)
    store.apply([Edit(None, person)])
    found = store.people.get(person.id)
    assert found is not None and found.note == note == person.note


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_every_kind_has_a_place(kind: type[Record]) -> None:
    table = TABLES[kind]
    assert table.width == len(dataclasses.fields(kind))


def test_tables_follow_the_order_of_the_kinds() -> None:
    assert tuple(TABLES) == KINDS
