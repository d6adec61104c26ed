"""The sample life: two believable years, the same for the same day, of people of different kinds."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from statistics import mean
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from connect_desktop.domain import (
    KINDS,
    WORD_FEELING,
    CheckIn,
    Circle,
    Closeness,
    Direction,
    Edit,
    Evidence,
    Hope,
    HopeState,
    Impression,
    Interaction,
    Person,
    Reach,
    Record,
    Reflection,
    Status,
    Step,
    Tie,
    Word,
)
from connect_desktop.domain.practices import practices
from connect_desktop.interchange.bundle import pointers
from connect_desktop.interchange.sample import life
from connect_desktop.store import Store

R = TypeVar("R", bound=Record)

TODAY = date(2026, 11, 22)
BACK = ("me", "them", "both")
days = st.dates(date(2024, 1, 1), date(2036, 12, 31))


class Life:
    """A sample life, asked as a test wants to ask."""

    def __init__(self, edits: Iterable[Edit[Record]], today: date) -> None:
        self.records = [edit.after for edit in edits if edit.after is not None]
        self.today = today
        self.people = {person.name: person for person in self.of(Person)}
        self.interactions = {found.id: found for found in self.of(Interaction)}

    def of(self, kind: type[R]) -> list[R]:
        return [record for record in self.records if isinstance(record, kind)]

    def felt(self, name: str, older: int = 800, newer: int = 0) -> list[Impression]:
        """Impressions with one person, between so and so many days ago."""
        return [
            one
            for one in self.of(Impression)
            if one.person == self.people[name].id and newer <= self.ago(one) <= older
        ]

    def ago(self, felt: Impression) -> int:
        return (self.today - self.interactions[felt.interaction].at.date()).days

    def body(self, name: str, older: int = 800, newer: int = 0) -> float:
        return mean(one.body for one in self.felt(name, older, newer) if one.body is not None)

    def met(self, name: str, older: int = 800, newer: int = 0) -> float:
        return mean(one.met for one in self.felt(name, older, newer) if one.met is not None)

    def mine(self, name: str, older: int = 800, newer: int = 0) -> float:
        """The share of reaching that is the user's."""
        reach = Counter(one.reach for one in self.felt(name, older, newer))
        me, them = (reach[Reach(side)] + reach[Reach(f"{side}_unanswered")] for side in ("me", "them"))
        return me / (me + them)

    def given(self, name: str) -> float:
        """How much more they gave than the user, a moment in which either was noted."""
        return mean(len(one.received) - len(one.gave) for one in self.felt(name) if one.received or one.gave)


@pytest.fixture(
    scope="module", params=[TODAY, date(2027, 5, 4), date(2028, 2, 29), date(2029, 8, 15)], ids=str
)
def sample(request: pytest.FixtureRequest) -> Life:
    return Life(life(request.param), request.param)


# --- the whole ---


def test_the_same_day_and_seed_give_the_same_life_to_the_last_id() -> None:
    assert life(TODAY) == life(TODAY)


def test_another_seed_gives_another_life_with_the_same_people() -> None:
    one, other = Life(life(TODAY, 1), TODAY), Life(life(TODAY, 2), TODAY)
    assert list(one.people) == list(other.people)
    assert set(one.interactions).isdisjoint(other.interactions)


def test_it_holds_twelve_people_about_900_moments_and_25_reflections(sample: Life) -> None:
    assert len(sample.people) == 12
    assert 850 <= len(sample.interactions) <= 950
    assert len(sample.of(Reflection)) == 25


def test_every_kind_of_record_is_in_it_those_that_others_point_at_first(sample: Life) -> None:
    kinds = list(dict.fromkeys(type(record) for record in sample.records))
    assert kinds == list(KINDS)


def test_a_store_takes_it_in_whole_and_gives_it_back(store: Store) -> None:
    edits = life(TODAY)
    store.apply(edits)
    assert {person.name for person in store.people.all()} >= {"Daniel", "Maya", "Mum", "Tom"}
    kept = [*store.interactions.all(), *store.impressions.all(), *store.reflections.all()]
    given = [e.after for e in edits if isinstance(e.after, Interaction | Impression | Reflection)]
    assert {record.id: record for record in kept} == {record.id: record for record in given if record}


def see_nothing_ahead(found: Life, today: date) -> None:
    """Nothing lies in the future but the next look at a hope."""
    past: list[date] = [
        *(one.way_back_on for one in found.of(Impression) if one.way_back_on),
        *(hope.since for hope in found.of(Hope)),
        *(hope.closed for hope in found.of(Hope) if hope.closed),
        *(one.on for one in found.of(Reflection)),
        *(step.offered for step in found.of(Step)),
        *(close.on for close in found.of(Closeness)),
        *(check.week + timedelta(days=6) for check in found.of(CheckIn)),
        *(person.since for person in found.people.values() if person.since),
        *(person.created.date() for person in found.people.values()),
    ]
    assert max(past) < today
    assert all(hope.look_again > today for hope in found.of(Hope) if hope.look_again)


@settings(max_examples=20, deadline=None)
@given(days, st.integers(0, 50))
def test_on_any_day_it_is_whole_and_ends_yesterday(today: date, seed: int) -> None:
    found = Life(life(today, seed), today)
    midnight = datetime.combine(today, time(), next(iter(found.interactions.values())).at.tzinfo)
    assert 850 <= len(found.interactions) <= 950
    assert all(one.at <= one.created <= one.edited < midnight for one in found.interactions.values())
    assert {found.ago(one) for one in found.of(Impression)} >= {1, 2}
    assert max(found.ago(one) for one in found.of(Impression)) <= 735
    assert len(found.of(Reflection)) == 25
    assert len({one.note for one in found.interactions.values()}) > 250
    see_nothing_ahead(found, today)
    there = {record.id for record in found.records}
    assert len(there) == len(found.records)
    assert {target for record in found.records for _, _, target in pointers(record)} <= there


# --- the people: each lands in a reading of their own ---


def test_daniel_is_reached_for_and_rarely_meets_more_so_since_three_months(sample: Life) -> None:
    assert sample.people["Daniel"].ties == {Tie.PARTNER}
    assert sample.mine("Daniel", 182) > 0.75
    assert sample.mine("Daniel", 90) > 0.8
    assert sample.met("Daniel", 90) < 1.3
    assert sample.met("Daniel", 800, 130) > sample.met("Daniel", 90) + 0.5


def test_the_body_with_daniel_was_easy_half_a_year_ago_and_is_tight_now(sample: Life) -> None:
    assert sample.body("Daniel", 185, 128) > 0.7
    assert sample.body("Daniel", 85) < -0.5
    assert 40 <= len(sample.felt("Daniel", 182)) <= 52


def test_with_maya_one_exhales(sample: Life) -> None:
    assert sample.body("Maya") > 1.3
    assert sample.met("Maya") > 3
    assert 0.35 < sample.mine("Maya") < 0.65


def test_mum_reaches_and_gives_and_is_not_met(sample: Life) -> None:
    assert sample.mine("Mum") < 0.25
    assert sample.given("Mum") > 1.5
    assert sum(one.reach == "them_unanswered" for one in sample.felt("Mum")) >= 5


def test_tom_is_rarely_first_and_fully_there(sample: Life) -> None:
    assert sample.mine("Tom") > 0.8
    assert sample.met("Tom") > 2.9


def test_ines_and_the_user_hurt_each_other_and_come_back(sample: Life) -> None:
    hurts = [one for one in sample.felt("Ines") if one.hurt]
    assert len(hurts) > 0.12 * len(sample.felt("Ines"))
    assert sum(one.way_back in BACK for one in hurts) >= len(hurts) - 1
    assert sample.met("Ines") > 2.5


def test_ben_reaches_as_much_and_meets_as_little(sample: Life) -> None:
    assert sample.mine("Ben") < 0.6
    assert sample.met("Ben") < 1.5


def test_clara_fades_and_dad_opens_up(sample: Life) -> None:
    assert sample.met("Clara", 731, 310) > sample.met("Clara", 170) + 1
    assert sample.body("Clara", 731, 310) > sample.body("Clara", 170) + 1
    assert len(sample.felt("Clara", 731, 549)) > 1.5 * len(sample.felt("Clara", 182))
    assert sample.met("Dad", 180) > sample.met("Dad", 731, 320) + 1
    assert sample.body("Dad", 180) > sample.body("Dad", 731, 320) + 1


def test_priya_is_even_tempered_and_seen_on_working_days(sample: Life) -> None:
    bodies = [one.body for one in sample.felt("Priya") if one.body is not None]
    assert set(bodies) <= {-2, -1, 0, 1, 2}
    assert all(sample.interactions[one.interaction].at.weekday() < 5 for one in sample.felt("Priya"))


def test_with_alex_there_is_not_enough_yet(sample: Life) -> None:
    started = {"me", "them", "both", "me_unanswered", "them_unanswered"}
    whole = [one for one in sample.felt("Alex") if one.reach in started and one.met is not None]
    assert len(sample.felt("Alex")) >= 5
    assert len(whole) < 6


def test_care_for_gran_runs_one_way_and_jonas_rests(sample: Life) -> None:
    assert [name for name, person in sample.people.items() if person.one_way] == ["Gran"]
    assert sample.people["Jonas"].status is Status.RESTING
    assert len(sample.felt("Jonas", 110)) == 1
    assert sample.mine("Jonas") > 0.85


# --- what is noted ---


def test_each_note_is_written_once(sample: Life) -> None:
    notes = Counter(one.note for one in sample.interactions.values() if one.note)
    assert len(notes) >= 150
    assert set(notes.values()) == {1}
    assert all(len(note) < 140 for note in notes)


def test_what_may_stay_open_often_does_but_the_body_always_answers(sample: Life) -> None:
    felt = sample.of(Impression)
    assert all(one.body is not None for one in felt)
    for field, low, high in (("reach", 0.85, 0.99), ("met", 0.7, 0.95), ("openness", 0.35, 0.75)):
        known = mean(getattr(one, field) is not None for one in felt)
        assert low < known < high, field
    for field, low, high in (("words", 0.4, 0.8), ("places", 0.05, 0.3), ("gave", 0.4, 0.8)):
        known = mean(bool(getattr(one, field)) for one in felt)
        assert low < known < high, field


def test_words_point_where_the_body_does(sample: Life) -> None:
    feeling = {**WORD_FEELING, **{word.text: word.feeling for word in sample.of(Word)}}
    used = {word for one in sample.of(Impression) for word in one.words}
    assert used <= set(feeling)
    assert {word.text for word in sample.of(Word)} <= used
    clear = [one for one in sample.of(Impression) if abs(one.body or 0) == 3 and one.words]
    right = [
        one for one in clear if any(feeling[w] == ("easy" if one.body == 3 else "tight") for w in one.words)
    ]
    assert len(right) > 0.9 * len(clear)


def test_rare_things_are_there_and_rare(sample: Life) -> None:
    felt = sample.of(Impression)
    for field in ("role", "truth", "hurt"):
        assert 15 <= sum(bool(getattr(one, field)) for one in felt) <= 150, field
    assert all(one.response for one in felt if one.truth)
    assert {one.response for one in felt if one.truth} >= {"opened", "stayed", "away"}
    assert all(one.way_back_on for one in felt if one.way_back in BACK)
    assert {one.way_back for one in felt if one.hurt} >= {"not_yet", "me", "them", "both"}


def test_several_moments_hold_two_people_each_felt_apart(sample: Life) -> None:
    together = Counter(one.interaction for one in sample.of(Impression))
    assert sum(count > 1 for count in together.values()) >= 15
    assert any(one.note for one in sample.of(Impression))


def test_moments_lie_at_plausible_hours(sample: Life) -> None:
    night = [one for one in sample.interactions.values() if 0 <= one.at.hour < 6]
    assert all(one.note for one in night), "only a written moment lies in the night"
    assert len(night) < 10
    for one in sample.interactions.values():
        if one.channel == "message":
            assert not one.minutes or one.minutes < 30
        assert one.minutes is None or one.minutes % 5 == 0 or one.note


def test_more_happens_at_the_weekend_and_nothing_at_work_over_christmas(sample: Life) -> None:
    by_weekday = Counter(one.at.weekday() for one in sample.interactions.values())
    assert (by_weekday[5] + by_weekday[6]) / 2 > mean(by_weekday[day] for day in range(5))
    office = {one.interaction for one in sample.felt("Priya")}
    over = [one for one in sample.interactions.values() if (one.at.month, one.at.day) >= (12, 24)]
    assert over
    assert office.isdisjoint(one.id for one in over)


def test_circles_meet(sample: Life) -> None:
    meetings = Counter(one.circle for one in sample.interactions.values() if one.circle)
    assert set(meetings) == {circle.id for circle in sample.of(Circle)}
    assert all(circle.members for circle in sample.of(Circle))


def test_reflections_are_texts_of_60_to_400_words_some_with_prompt_people_and_circles(sample: Life) -> None:
    texts = sample.of(Reflection)
    lengths = [len(one.text.split()) for one in texts]
    assert min(lengths) >= 60
    assert max(lengths) <= 400
    assert max(lengths) > 3 * min(lengths)
    assert len({one.title for one in texts}) == len(texts)
    assert sum(one.prompt is not None for one in texts) >= 6
    assert sum(bool(one.people) for one in texts) >= 20
    assert sum(bool(one.circles) for one in texts) >= 2
    assert any("\n- " in one.text for one in texts)
    assert any("\n> " in one.text for one in texts)
    assert any("**" in one.text for one in texts)


def test_hopes_are_answered_in_both_directions_and_one_was_let_go(sample: Life) -> None:
    assert {hope.state for hope in sample.of(Hope)} == set(HopeState)
    assert {one.direction for one in sample.of(Evidence)} == set(Direction)
    pairs = Counter((one.hope, one.impression) for one in sample.of(Evidence))
    assert set(pairs.values()) == {1}
    person = {felt.id: felt.person for felt in sample.of(Impression)}
    hopes = {hope.id: hope for hope in sample.of(Hope)}
    assert all(person[one.impression] == hopes[one.hope].person for one in sample.of(Evidence))
    assert {one.hope for one in sample.of(Evidence)} == set(hopes)


def test_the_week_is_looked_at_most_weeks(sample: Life) -> None:
    weeks = [check.week for check in sample.of(CheckIn)]
    assert 80 <= len(weeks) <= 104
    assert all(one < other for one, other in pairwise(weeks))
    assert sum(bool(check.note) for check in sample.of(CheckIn)) >= 10


def test_closeness_changed_over_time(sample: Life) -> None:
    daniel = [one.ring for one in sample.of(Closeness) if one.person == sample.people["Daniel"].id]
    assert daniel[0] < daniel[-1]
    assert {one.ring for one in sample.of(Closeness)} == {1, 2, 3, 4}


def test_every_step_is_a_practice_that_is_known(sample: Life) -> None:
    assert {one.practice for one in sample.of(Step)} <= practices().keys()
