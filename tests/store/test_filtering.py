"""Filters of moments: each narrows, together they narrow further, and pages join without a gap."""

from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from connect_desktop.domain import Circle, Edit, Impression, Interaction, Moment, Person, Reach, Record
from connect_desktop.domain.filter import Filter
from connect_desktop.store import Store

ZONE = timezone(timedelta(hours=9))
MAYA, TOM = Person(id="maya", name="Maya"), Person(id="tom", name="Tom")
CHOIR = Circle(id="choir", name="Choir", members=frozenset({"maya"}))
DAY_ENDS = 240


def moment(number: int, *felt: dict[str, Any], **talk: Any) -> list[Record]:
    at = datetime(2026, 11, number, 12, tzinfo=ZONE)
    made = Interaction(**{"id": f"m{number:02}", "at": at, "created": at, **talk})
    return [made, *(Impression(**{"interaction": made.id, "person": "maya", **one}) for one in felt)]


@pytest.fixture
def lived(store: Store) -> Store:
    records: list[Record] = [
        MAYA, TOM, CHOIR,
        *moment(1, {"body": -2, "reach": "me", "met": 1, "hurt": True, "words": frozenset({"tense"})}),
        *moment(2, {"person": "tom", "body": 2, "reach": "them", "met": 4}, note="On the sofa"),
        *moment(3, {"body": -2}, {"person": "tom", "reach": "both", "body": 1}, circle="choir"),
        *moment(4, {"reach": "me_unanswered"}),
        *moment(5, {"words": frozenset({"warmer", 'a "word"'})}, at=datetime(2026, 11, 6, 3, tzinfo=ZONE)),
        *moment(6, {"body": 0, "note": "quiet"}),
    ]  # fmt: skip
    store.apply([Edit(None, record) for record in records])
    return store


def numbers(store: Store, **narrowed: Any) -> list[int]:
    found = store.moments.matching(Filter(**narrowed), DAY_ENDS, 100)
    assert store.moments.count(Filter(**narrowed), DAY_ENDS) == len(found)
    return [int(one.interaction.id[1:]) for one in found]


@pytest.mark.parametrize(
    ("narrowed", "shown"),
    [
        ({}, [6, 5, 4, 3, 2, 1]),
        ({"person": "tom"}, [3, 2]),
        ({"person": "nobody"}, []),
        ({"circle": "choir"}, [3]),
        ({"first": date(2026, 11, 5)}, [6, 5]),
        ({"last": date(2026, 11, 5)}, [5, 4, 3, 2, 1]),
        ({"first": date(2026, 11, 2), "last": date(2026, 11, 2)}, [2]),
        ({"body": frozenset({-2, -3})}, [3, 1]),
        ({"reach": frozenset({Reach.ME, Reach.ME_UNANSWERED})}, [4, 1]),
        ({"met": frozenset({4})}, [2]),
        ({"words": frozenset({"tense", "warmer"})}, [5, 1]),
        ({"words": frozenset({'a "word"'})}, [5]),
        ({"words": frozenset({"warm"})}, []),
        ({"hurt": True}, [1]),
        ({"unfelt": True}, [5]),
        ({"noted": True}, [6, 2]),
        ({"person": "maya", "noted": True}, [6]),
        ({"person": "maya", "body": frozenset({-2}), "last": date(2026, 11, 2)}, [1]),
        ({"person": "maya", "circle": "choir", "first": date(2026, 11, 3)}, [3]),
        ({"body": frozenset({-2}), "reach": frozenset({Reach.BOTH})}, []),
        ({"body": frozenset({1}), "reach": frozenset({Reach.BOTH})}, [3]),
    ],
)
def test_each_answer_narrows_and_of_what_was_felt_one_person_answers_to_all(
    lived: Store, narrowed: dict[str, Any], shown: list[int]
) -> None:
    assert numbers(lived, **narrowed) == shown


@pytest.mark.parametrize("person", [None, "maya"])
def test_pages_join_without_a_gap_also_where_many_have_one_time(store: Store, person: str | None) -> None:
    at = datetime(2026, 11, 20, 12, tzinfo=ZONE)
    store.apply([Edit(None, MAYA)])
    for n in range(17):
        made = moment(1, {"body": n % 2}, id=f"m{n:02}", at=at + timedelta(days=n // 9))
        store.apply([Edit(None, record) for record in made])
    wanted = Filter(person=person, body=frozenset({1}))
    shown: list[Moment] = []
    while page := store.moments.matching(wanted, DAY_ENDS, 3, shown[-1] if shown else None):
        shown += page
    assert shown == store.moments.matching(wanted, DAY_ENDS, 100)
    assert len(shown) == 8 == store.moments.count(wanted, DAY_ENDS)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100, deadline=None)
@given(st.data())
def test_one_more_answer_never_shows_more(lived: Store, data: st.DataObject) -> None:
    given_all = data.draw(
        st.builds(
            Filter,
            person=st.sampled_from([None, "maya", "tom"]),
            circle=st.sampled_from([None, "choir"]),
            first=st.none() | st.dates(date(2026, 10, 30), date(2026, 11, 9)),
            last=st.none() | st.dates(date(2026, 10, 30), date(2026, 11, 9)),
            body=st.frozensets(st.integers(-3, 3)),
            reach=st.frozensets(st.sampled_from(list(Reach))),
            met=st.frozensets(st.integers(0, 4)),
            words=st.frozensets(st.sampled_from(["tense", "warmer", "%"])),
            hurt=st.booleans(), unfelt=st.booleans(), noted=st.booleans(),
        )
    )  # fmt: skip
    shown = {one.interaction.id for one in lived.moments.matching(given_all, DAY_ENDS, 100)}
    for name in given_all.narrowed():
        wider = lived.moments.matching(given_all.without(name), DAY_ENDS, 100)
        assert shown <= {one.interaction.id for one in wider}


def test_a_filter_knows_what_it_narrows() -> None:
    narrowed = Filter(person="maya", met=frozenset({0}), hurt=True)
    assert narrowed and [*narrowed.narrowed()] == ["person", "met", "hurt"]
    assert narrowed.without("met", "hurt") == Filter(person="maya")
    assert not Filter() and not narrowed.without("person", "met", "hurt")
