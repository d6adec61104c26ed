"""Circles: what the list shows of each, and their moments, impressions and reflections by narrow queries."""

from datetime import date, datetime, timedelta, timezone

import pytest

from connect_desktop.domain import Circle, Closeness, Edit, Impression, Interaction, Person, Reflection
from connect_desktop.store import Store

AT = datetime(2026, 11, 22, 21, 14, tzinfo=timezone(timedelta(hours=1)))
MAYA, BEN = Person(id="maya", name="Maya"), Person(id="ben", name="Ben")
FLAT = Circle(id="flat", name="The old flat", members={"maya", "ben"})
CHOIR = Circle(id="choir", name="Choir", members={"maya"})
EMPTY = Circle(id="empty", name="Åse’s people")


@pytest.fixture
def life(store: Store) -> Store:
    """Three moments of the old flat, the second felt separately; one of the choir; one of none."""
    moments = [
        Interaction(id="old", at=AT - timedelta(days=400), circle="flat"),
        Interaction(id="two", at=AT - timedelta(days=2), circle="flat"),
        Interaction(id="new", at=AT, circle="flat"),
        Interaction(id="sung", at=AT - timedelta(days=1), circle="choir"),
        Interaction(id="none", at=AT - timedelta(hours=1)),
    ]
    felt = [
        Impression(id="old-maya", interaction="old", person="maya"),
        Impression(
            id="two-ben", interaction="two", person="ben", body=3, met=4, reach="me", words={"warmer"},
            gave={"listened"},
        ),
        Impression(
            id="two-maya", interaction="two", person="maya", body=-2, reach="them", words={"seen"}, hurt=True
        ),
        Impression(id="new-ben", interaction="new", person="ben", body=2, reach="both"),
        Impression(id="new-maya", interaction="new", person="maya", body=3, reach="both"),
        Impression(id="sung-maya", interaction="sung", person="maya", body=1),
        Impression(id="none-maya", interaction="none", person="maya", body=-3),
    ]  # fmt: skip
    store.apply([Edit(None, one) for one in (MAYA, BEN, FLAT, CHOIR, EMPTY, *moments, *felt)])
    return store


def test_circles_stand_by_name_with_what_was_lived_lately(life: Store) -> None:
    rows = life.circles.rows(date(2026, 5, 22), 240)
    assert [(row.circle.name, row.lately, row.last) for row in rows] == [
        ("Åse’s people", 0, None),
        ("Choir", 1, AT - timedelta(days=1)),
        ("The old flat", 2, AT),
    ]
    late = life.circles.rows(date(2026, 11, 22), 21 * 60 + 15)
    assert [row.lately for row in late] == [0, 0, 0]
    assert [row.lately for row in life.circles.rows(date(2026, 11, 22), 21 * 60 + 14)] == [0, 0, 1]


def test_circles_of_a_person(life: Store) -> None:
    assert life.circles.of("ben") == [FLAT]
    assert life.circles.of("maya") == [CHOIR, FLAT]


def test_a_moment_felt_separately_is_one_entry(life: Store) -> None:
    found = life.impressions.columns_in("flat")
    assert found.interaction == ["old", "two", "new"]
    assert found.impression == ["old-maya", "two-ben", "new-ben"]
    assert found.body == [None, 0, 2]
    assert found.met == [None, 4, None]
    assert found.reach == [None, None, "both"]
    assert found.words == [(), ("seen", "warmer"), ()]
    assert (found.gave, found.received) == ([(), ("listened",), ()], [(), (), ()])
    assert found.hurt == [False, True, False]
    assert len(life.impressions.columns_in("empty")) == 0
    assert life.impressions.columns_in("choir").body == [1]


@pytest.mark.parametrize(
    ("answers", "together"), [((3, 2), 2), ((-3, -2), -2), ((3, 3, 2), 3), ((-3, -3, -2), -3), ((None, 1), 1)]
)
def test_a_half_goes_towards_nought(store: Store, answers: tuple[int | None, ...], together: int) -> None:
    people = [Person(id=f"p{number}", name="Sam") for number in range(len(answers))]
    moment = Interaction(id="moment", at=AT, circle="choir")
    felt = [
        Impression(interaction="moment", person=person.id, body=body)
        for person, body in zip(people, answers, strict=True)
    ]
    circle = Circle(id="choir", name="Choir")
    store.apply([Edit(None, one) for one in (*people, circle, moment, *felt)])
    assert store.impressions.columns_in("choir").body == [together]


def test_moments_of_a_circle_come_newest_first_and_page_by_page(life: Store) -> None:
    assert [one.interaction.id for one in life.moments.in_circle("flat")] == ["new", "two", "old"]
    (first,) = life.moments.in_circle("flat", 1)
    assert [one.person for one in first.impressions] == ["ben", "maya"]
    assert [one.interaction.id for one in life.moments.in_circle("flat", 1, first)] == ["two"]
    assert life.moments.in_circle("empty") == []


def test_how_close_one_person_was_comes_oldest_first(store: Store) -> None:
    late = Closeness(person="maya", on=date(2026, 11, 2), ring=2)
    early = Closeness(person="maya", on=date(2026, 3, 2), ring=1, overlap=6)
    other = Closeness(person="ben", on=date(2026, 5, 2), ring=4)
    store.apply([Edit(None, one) for one in (MAYA, BEN, late, early, other)])
    assert store.closeness.of("maya") == [early, late]
    assert store.closeness.of("nobody") == []


def test_reflections_of_a_circle(store: Store) -> None:
    both = Reflection(on=date(2026, 11, 3), circles={"choir", "flat"}, created=AT)
    one = Reflection(on=date(2026, 11, 2), circles={"choir"}, created=AT)
    other = Reflection(on=date(2026, 11, 4), created=AT)
    bare = [Circle(id="choir", name="Choir"), Circle(id="flat", name="The old flat")]
    store.apply([Edit(None, record) for record in (*bare, both, one, other)])
    assert store.reflections.in_circle("choir") == [one, both]
    assert store.reflections.in_circle("flat") == [both]
