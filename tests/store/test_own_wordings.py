"""The user's own words and wordings, found in what was felt."""

from datetime import timedelta

from connect_desktop.domain import ROLES, Edit, Impression, Interaction, Person, now
from connect_desktop.store import Store

MAYA = Person(name="Maya")


def felt(store: Store, days: int, **fields: object) -> Impression:
    made = Interaction(at=now() - timedelta(days=days))
    one = Impression(interaction=made.id, person=MAYA.id, **fields)
    store.apply([Edit(None, made), Edit(None, one)])
    return one


def test_wordings_come_latest_first_each_once_without_the_built_in_ones(store: Store) -> None:
    store.apply([Edit(None, MAYA)])
    for days, role in ((9, "the fixer"), (5, "carer"), (3, "the clown"), (1, "the fixer"), (0, None)):
        felt(store, days, role=role, truth="matters" if role else None)
    found = store.impressions.wordings
    assert found("role", ROLES, 9) == ["the fixer", "the clown"]
    assert found("role", ROLES, 1) == ["the fixer"]
    assert found("role", (), 9) == ["the fixer", "the clown", "carer"]
    assert found("truth", ("matters",), 9) == []


def test_a_word_is_found_wherever_it_was_chosen(store: Store) -> None:
    store.apply([Edit(None, MAYA)])
    one = felt(store, 1, words={"homesick", "tense"})
    felt(store, 0, words={"homesick now"})
    assert store.impressions.with_word("homesick") == [one]
    assert store.impressions.with_word('"') == []
