"""What the app itself remembers beside the records, in the same transaction as the edits it belongs to."""

from datetime import timedelta

import pytest

from connect_desktop.domain import Edit, Hope, Person, now
from connect_desktop.domain.errors import NotSaved
from connect_desktop.store import Store


def test_a_memo_comes_and_goes_with_its_edits(store: Store) -> None:
    maya = Person(name="Maya")
    store.apply([Edit(None, maya)], memo=("b", "one"))
    store.apply([], memo=("a", "two"))
    assert (store.memo("b"), store.memo("a"), store.memo("c")) == ("one", "two", None)
    assert store.memos() == ["a", "b"]
    store.apply([], memo=("a", "three"))
    store.apply([Edit(maya, None)], memo=("b", None))
    assert (store.memos(), store.memo("a")) == (["a"], "three")


def test_edits_that_are_refused_leave_no_memo(store: Store) -> None:
    dangling = Hope(person="nobody", text="a letter", since=now().date())
    with pytest.raises(NotSaved):
        store.apply([Edit(None, dangling)], memo=("a", "one"))
    assert store.memos() == []


def test_what_is_put_back_was_changed_when_it_was_changed(store: Store) -> None:
    maya = Person(name="Maya")
    store.apply([Edit(None, maya)], memo=("b", "one"))
    earlier = now() - timedelta(days=9)
    store.put_back([Edit(maya, None)], earlier, memo=("b", None))
    assert (store.people.all(), store.memos(), store.changed_at) == ([], [], earlier)
    store.put_back([], None, memo=("b", None))
    assert store.changed_at is None


def test_what_is_remembered_by_itself_is_no_change_of_the_store(store: Store) -> None:
    store.remember("a", "one")
    assert (store.memo("a"), store.changed_at) == ("one", None)
    store.apply([Edit(None, Person(name="Maya"))])
    changed = store.changed_at
    store.remember("a", "two")
    store.remember("b", "three")
    store.remember("b", None)
    assert (store.memos(), store.memo("a"), store.changed_at) == (["a"], "two", changed)
