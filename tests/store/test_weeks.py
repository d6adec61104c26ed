"""What a week asks of the store."""

from datetime import UTC, date, datetime, timedelta

from connect_desktop.domain import CheckIn, Edit, Impression, Interaction, Person, Step, StepState, WayBack
from connect_desktop.store import Store

MONDAY = date(2026, 11, 16)
SUNDAY = MONDAY + timedelta(days=6)
MAYA = Person(name="Maya")


def moment(store: Store, at: str, **felt: object) -> Impression:
    made = Interaction(at=datetime.fromisoformat(at).replace(tzinfo=UTC))
    one = Impression(interaction=made.id, person=MAYA.id, **felt)
    store.apply([Edit(None, made), Edit(None, one)])
    return one


def test_a_week_has_the_impressions_of_the_users_days(store: Store) -> None:
    store.apply([Edit(None, MAYA)])
    early = moment(store, "2026-11-16 03:59", body=1)
    first = moment(store, "2026-11-16 04:00", body=2)
    last = moment(store, "2026-11-23 03:59", body=3)
    moment(store, "2026-11-23 04:00", body=-1)
    assert store.impressions.between(MONDAY, SUNDAY, 240).impression == [first.id, last.id]
    assert store.impressions.between(MONDAY, SUNDAY, 0).impression == [early.id, first.id]
    assert store.impressions.between(date(2020, 1, 6), date(2020, 1, 12), 240).impression == []


def test_hurts_are_found_by_the_day_of_the_way_back(store: Store) -> None:
    store.apply([Edit(None, MAYA)])
    back = moment(store, "2026-09-01 12:00", hurt=True, way_back=WayBack.BOTH, way_back_on=SUNDAY)
    moment(store, "2026-11-17 12:00", hurt=True, way_back=WayBack.NOT_YET, way_back_on=MONDAY)
    moment(store, "2026-11-18 12:00", hurt=True, way_back=WayBack.ME)
    assert store.impressions.came_back(MONDAY, SUNDAY) == [back]


def test_moments_are_read_by_their_ids_newest_first(store: Store) -> None:
    store.apply([Edit(None, MAYA)])
    ids = [moment(store, f"2026-11-{day} 12:00").interaction for day in (10, 12, 11)]
    assert [one.interaction.id for one in store.moments.some(ids[:2])] == [ids[1], ids[0]]
    assert store.moments.some([]) == []


def test_the_first_day_there_is_anything(store: Store) -> None:
    assert store.moments.first_day(240) is None
    store.apply([Edit(None, MAYA)])
    moment(store, "2026-11-16 03:59")
    assert store.moments.first_day(240) == date(2026, 11, 15)


def test_steps_and_weekly_looks_by_day(store: Store) -> None:
    steps = [
        Step(practice="say-no", offered=MONDAY + timedelta(days=n), state=StepState.TAKEN) for n in (-1, 0, 3)
    ]
    looks = [CheckIn(week=MONDAY - timedelta(days=7 * n), alone=n) for n in (2, 1, 0)]
    store.apply([Edit(None, one) for one in (*steps, *looks)])
    assert store.steps.since(MONDAY) == steps[1:]
    assert store.checkins.since(MONDAY - timedelta(days=7)) == looks[1:]
    assert store.checkins.of_week(MONDAY) == looks[2]
    assert store.checkins.of_week(MONDAY + timedelta(days=7)) is None


def test_the_first_and_the_latest_of_them(store: Store) -> None:
    assert store.steps.first_day() is None
    assert store.checkins.first_week() is None
    steps = [
        Step(practice="say-no", offered=MONDAY + timedelta(days=n), state=state)
        for n, state in enumerate((StepState.TAKEN, StepState.DONE, StepState.PASSED, StepState.DONE))
    ]
    store.apply([Edit(None, one) for one in (*steps, CheckIn(week=MONDAY))])
    assert store.steps.latest(2) == [steps[3], steps[1]]
    assert store.steps.first_day() == MONDAY
    assert store.checkins.first_week() == MONDAY
