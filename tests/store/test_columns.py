"""Impressions as columns for readings and charts, and reflections by day and person."""

import calendar
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from connect_desktop.domain import Circle, Edit, Impression, Interaction, Person, Reflection, answers
from connect_desktop.interchange import sample
from connect_desktop.store import Store

MAYA, DANIEL = Person(name="Maya"), Person(name="Daniel")
AT = datetime(2026, 11, 22, 21, 14, tzinfo=timezone(timedelta(hours=1)))


def test_columns_hold_every_answer_oldest_first(store: Store) -> None:
    late, early = Interaction(at=AT), Interaction(at=AT - timedelta(days=1), origin="import:whatsapp")
    full = Impression(
        interaction=late.id, person=MAYA.id, body=-2, before=1, reach="them", met=3, openness=4,
        gave={"shared", "listened"}, received={"helped"}, words={"warmer", "my own"}, truth="miss",
        response="stayed", hurt=True, way_back="both", way_back_on=date(2026, 11, 25),
    )  # fmt: skip
    bare = Impression(interaction=early.id, person=MAYA.id)
    other = Impression(interaction=late.id, person=DANIEL.id, body=3)
    store.apply([Edit(None, r) for r in (MAYA, DANIEL, late, early, full, bare, other)])

    found = store.impressions.columns(MAYA.id)
    assert (found.impression, found.interaction) == ([bare.id, full.id], [early.id, late.id])
    assert found.person == [MAYA.id, MAYA.id]
    wall = calendar.timegm((2026, 11, 22, 21, 14, 0))
    assert found.wall == [wall - 86_400, wall]
    assert (found.body, found.before) == ([None, -2], [None, 1])
    assert (found.reach, found.met, found.openness) == ([None, "them"], [None, 3], [None, 4])
    assert (found.gave, found.received) == ([(), ("listened", "shared")], [(), ("helped",)])
    assert found.words == [(), ("my own", "warmer")]
    assert found.hurt[0] is False and found.hurt[1] is True
    assert found.way_back == [None, "both"]
    assert found.way_back_on == [None, date(2026, 11, 25)]
    assert (found.truth, found.response) == ([None, "miss"], [None, "stayed"])
    assert found.imported[0] is True and found.imported[1] is False

    everyone = store.impressions.columns()
    assert len(everyone) == 3
    assert everyone.impression[0] == bare.id and {*everyone.impression[1:]} == {full.id, other.id}


def test_nothing_gives_empty_columns(store: Store) -> None:
    assert len(store.impressions.answers()) == 0
    assert len(store.impressions.columns()) == len(store.impressions.columns("nobody")) == 0


def test_answers_are_the_same_columns_in_one_number_each(store: Store) -> None:
    life = [edit.after for edit in sample.life(date(2026, 11, 22)) if edit.after is not None]
    store.apply([Edit(None, record) for record in life])
    narrow, whole = store.impressions.answers(), answers.packed(store.impressions.columns())

    def by_id(found: answers.Answers) -> dict[str, tuple[str, int, tuple[str, ...]]]:
        rows = zip(found.person, found.packed, found.words, strict=True)
        return dict(zip(found.impression, rows, strict=True))

    assert len(narrow) == len(whole) > 900
    assert by_id(narrow) == by_id(whole)


def test_answers_follow_a_moment_to_another_day(store: Store) -> None:
    then = Interaction(at=AT)
    store.apply(
        [Edit(None, MAYA), Edit(None, then), Edit(None, Impression(interaction=then.id, person=MAYA.id))]
    )
    (before,) = store.impressions.answers().packed
    store.apply([Edit(then, replace(then, at=AT + timedelta(days=1)))])
    (after,) = store.impressions.answers().packed
    assert (after >> answers.WALL) - (before >> answers.WALL) == 86_400


def test_reflections_by_day_and_person(store: Store) -> None:
    choir = Circle(name="Choir")
    texts = [
        Reflection(on=date(2026, 11, day), text=f"Day {day}", people={MAYA.id} if day % 2 else (), created=AT)
        for day in (1, 2, 3, 4)
    ]
    evening = Reflection(
        on=date(2026, 11, 3), circles={choir.id}, people={MAYA.id, DANIEL.id}, created=AT + timedelta(hours=1)
    )
    store.apply([Edit(None, r) for r in (evening, *texts, choir, MAYA, DANIEL)])
    assert store.reflections.between(date(2026, 11, 2), date(2026, 11, 3)) == [texts[1], texts[2], evening]
    assert store.reflections.of(MAYA.id) == [texts[0], texts[2], evening]
    assert store.reflections.of(DANIEL.id) == [evening]
    assert store.reflections.all() == [texts[0], texts[1], texts[2], evening, texts[3]]
