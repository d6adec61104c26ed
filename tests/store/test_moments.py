"""Moments in their order, by page, by person, by day."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from connect_desktop.domain import Edit, Impression, Interaction, Moment, Person
from connect_desktop.store import Store

MAYA, DANIEL = Person(name="Maya"), Person(name="Daniel")
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def log(store: Store, at: datetime, *people: Person, body: int | None = 1, logged: datetime = NOON) -> Moment:
    interaction = Interaction(at=at, created=logged)
    felt = [Impression(interaction=interaction.id, person=p.id, body=body) for p in people]
    store.apply([Edit(None, record) for record in (interaction, *felt)])
    return Moment(interaction=interaction, impressions=tuple(sorted(felt, key=lambda f: f.person)))


@pytest.fixture
def peopled(store: Store) -> Store:
    store.apply([Edit(None, MAYA), Edit(None, DANIEL)])
    return store


def test_the_newest_come_first_by_instant_not_by_clock(peopled: Store) -> None:
    tokyo, lima = timezone(timedelta(hours=9)), timezone(timedelta(hours=-5))
    early = log(peopled, datetime(2026, 11, 23, 6, 0, tzinfo=tokyo), MAYA)  # 21:00 UTC the day before
    late = log(peopled, datetime(2026, 11, 22, 20, 0, tzinfo=lima), MAYA, DANIEL)  # 01:00 UTC
    assert peopled.moments.recent(10) == [late, early]
    assert peopled.moments.recent(1) == [late]
    assert peopled.moments.recent(10, before=late.at) == [early]
    assert peopled.moments.of(DANIEL.id) == [late]
    assert peopled.interactions.all() == [early.interaction, late.interaction]


def test_pages_lose_nothing_where_many_moments_have_one_time(peopled: Store) -> None:
    logged = [log(peopled, NOON, MAYA, logged=NOON + timedelta(seconds=n // 2)) for n in range(11)]
    for page in (
        lambda last: peopled.moments.recent(3, last),
        lambda last: peopled.moments.of(MAYA.id, 3, last),
    ):
        turned: list[Moment] = []
        while more := page(turned[-1] if turned else None):
            assert len(more) <= 3
            turned += more
        times = [moment.interaction.created for moment in turned]
        assert times == sorted(times, reverse=True)
        assert {m.interaction.id for m in turned} == {m.interaction.id for m in logged}
        assert len(turned) == 11


def test_a_moment_holds_everyone_in_it_whoever_is_asked_for(peopled: Store) -> None:
    both = log(peopled, NOON, MAYA, DANIEL)
    assert peopled.moments.of(MAYA.id) == [both] == peopled.moments.of(DANIEL.id)
    assert peopled.moments.get(both.interaction.id) == both
    assert peopled.moments.get("none") is None


def test_between_takes_the_start_and_leaves_the_end(peopled: Store) -> None:
    hours = [log(peopled, NOON + timedelta(hours=n), MAYA) for n in range(4)]
    assert peopled.moments.between(hours[1].at, hours[3].at) == [hours[2], hours[1]]


def test_a_night_belongs_to_the_day_before_it(peopled: Store) -> None:
    berlin = timezone(timedelta(hours=1))
    log(peopled, datetime(2026, 11, 21, 3, 59, tzinfo=berlin), MAYA, body=-3)  # still the 20th
    log(peopled, datetime(2026, 11, 21, 4, 0, tzinfo=berlin), MAYA, body=1)
    log(peopled, datetime(2026, 11, 22, 3, 59, tzinfo=berlin), MAYA, DANIEL, body=2)  # still the 21st
    log(peopled, datetime(2026, 11, 22, 4, 0, tzinfo=berlin), MAYA, body=3)
    log(peopled, datetime(2026, 11, 22, 5, 0, tzinfo=berlin), MAYA, body=None)
    found = peopled.moments.days(date(2026, 11, 21), date(2026, 11, 22), 240)
    assert found == {date(2026, 11, 21): [[1], [2, 2]], date(2026, 11, 22): [[3], []]}
    midnight = peopled.moments.days(date(2026, 11, 20), date(2026, 11, 22), 0)
    assert midnight == {date(2026, 11, 21): [[-3], [1]], date(2026, 11, 22): [[2, 2], [3], []]}


def test_days_before_1970_are_days_too(peopled: Store) -> None:
    log(peopled, datetime(1936, 2, 29, 23, 59, 59, tzinfo=UTC), MAYA, body=1)
    assert peopled.moments.days(date(1936, 1, 1), date(1936, 12, 31), 240) == {date(1936, 2, 29): [[1]]}


def test_a_moved_moment_is_found_where_it_is_now(peopled: Store) -> None:
    moved, still = log(peopled, NOON, MAYA), log(peopled, NOON + timedelta(hours=1), MAYA)
    later = Interaction(id=moved.interaction.id, at=NOON + timedelta(days=2), created=NOON)
    peopled.apply([Edit(moved.interaction, later)])
    assert [m.interaction.id for m in peopled.moments.of(MAYA.id)] == [later.id, still.interaction.id]
    assert peopled.moments.of(MAYA.id, before=later.at) == [still]
    assert peopled.people.rows()[1].last == later.at
    assert peopled.impressions.columns(MAYA.id).interaction == [still.interaction.id, later.id]
