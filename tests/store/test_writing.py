"""Earlier versions of reflections and prompts of the user's own: to read, and what goes with what."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from connect_desktop.domain import Edit, OwnPrompt, Reflection, Version
from connect_desktop.domain.errors import NotSaved
from connect_desktop.store import Store

DAY = date(2026, 11, 22)
AT = datetime(2026, 11, 20, 22, 0, tzinfo=UTC)
ASKED = OwnPrompt(id="asked", text="What did I not say?")
OFF = OwnPrompt(id="off", text="What did I not do?", offered=False)
LAKE = Reflection(id="lake", on=DAY, text="now", prompt="asked")
WALL = Reflection(id="wall", on=DAY - timedelta(days=10), text="now", prompt="off")
FREE = Reflection(id="free", on=DAY, text="no prompt")
FIRST = Version(id="z", reflection="lake", at=AT, text="first")
SECOND = Version(id="a", reflection="lake", at=AT + timedelta(days=1), text="second")
OTHER = Version(reflection="wall", at=AT, text="other")


@pytest.fixture
def store(store: Store) -> Store:
    store.apply(Edit(None, one) for one in (ASKED, OFF, LAKE, WALL, FREE, FIRST, SECOND, OTHER))
    return store


def test_versions_are_read_oldest_first(store: Store) -> None:
    assert store.versions.of("lake") == [FIRST, SECOND]
    assert store.versions.of("free") == []
    assert set(store.versions.of_each(["lake", "wall"])) == {FIRST, SECOND, OTHER}


def test_the_days_on_which_prompts_were_answered(store: Store) -> None:
    assert store.reflections.answered(DAY - timedelta(days=10)) == [(WALL.on, "off"), (DAY, "asked")]
    assert store.reflections.answered(DAY) == [(DAY, "asked")]


def test_a_version_goes_with_its_reflection_and_comes_back_with_it(store: Store) -> None:
    gone = store.deletion(LAKE)
    store.apply(gone)
    assert store.versions.all() == [OTHER]
    store.apply([edit.inverse() for edit in reversed(gone)])
    assert store.versions.of("lake") == [FIRST, SECOND]
    with pytest.raises(NotSaved):
        store.apply([Edit(LAKE, None)])


def test_a_prompt_taken_off_the_list_goes_with_the_last_answer_to_it(store: Store) -> None:
    also = Reflection(on=DAY, prompt="off")
    store.apply([Edit(None, also)])
    store.apply(store.deletion(also))
    assert store.prompts.get("off") == OFF
    store.apply(store.deletion(WALL))
    assert store.prompts.all() == [ASKED]
    store.apply(store.deletion(LAKE))
    assert store.prompts.all() == [ASKED]


def test_a_prompt_that_is_answered_stays_when_it_is_taken_off_the_list(store: Store) -> None:
    assert store.prompts.offered() == [ASKED]
    store.apply([store.prompts.taking_off(ASKED)])
    assert store.prompts.offered() == []
    found = store.prompts.get("asked")
    assert found is not None and found.text == ASKED.text
    free = OwnPrompt(text="Never answered")
    store.apply([Edit(None, free)])
    assert store.prompts.taking_off(free) == Edit(free, None)


def test_nothing_of_a_deleted_version_is_left_in_the_file(opened: Callable[[], Store]) -> None:
    store = opened()
    said = Version(reflection="lake", at=AT, text="canary-of-an-earlier-day")
    store.apply([Edit(None, LAKE), Edit(None, said)])
    store.apply(store.deletion(LAKE))
    assert store._database.row("SELECT count(*) FROM version") == (0,)
    assert store._database.row("PRAGMA secure_delete") == (1,)
