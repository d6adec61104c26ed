"""The file of practices: every id once, words in the right form, something for everyone."""

import json
from collections import Counter
from datetime import date

import pytest

from connect_desktop.domain import Step, StepState
from connect_desktop.domain.practices import Need, Practice, practices, said
from connect_desktop.paths import resource

ALL = list(practices().values())
ALONE = (Need.ONESELF,)


def test_there_are_more_than_forty_each_with_an_id_of_its_own() -> None:
    raw = json.loads(resource("practices", "en.json").read_text(encoding="utf-8"))
    ids = [one["id"] for one in raw]
    assert len(ids) >= 40
    assert [name for name, n in Counter(ids).items() if n > 1] == []
    assert list(practices()) == ids


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.id)
def test_each_is_short_and_has_both_forms(one: Practice) -> None:
    for text in filter(None, (one.text, one.named)):
        assert 15 <= len(text) <= 110
        assert text[0].isupper()
        assert text[-1] in ".?”…"
        assert text == " ".join(text.split())
    assert "{" not in one.text
    assert one.named.count("{name}") == (one.need not in ALONE)
    assert "{" not in one.named.replace("{name}", "")
    assert not (one.asks and one.need in (Need.ONESELF, Need.CIRCLE, Need.UNANSWERED))


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.id)
def test_each_can_be_stored_as_a_step(one: Practice) -> None:
    assert Step(practice=one.id, offered=date(2026, 11, 22), state=StepState.TAKEN).practice == one.id


def test_every_need_has_several_and_oneself_enough_for_weeks() -> None:
    found = Counter(one.need for one in ALL)
    assert set(found) == set(Need)
    assert min(found.values()) >= 4
    assert found[Need.ONESELF] > 21
    assert len({one.family for one in ALL if one.need is Need.ONESELF}) >= 8


def test_a_name_is_filled_in_as_it_is_written() -> None:
    assert (
        said("say-no", "{Ma}ya {name}") == "Say one small no to {Ma}ya {name}, kindly and without a reason."
    )
    assert said("say-no", "") == "Say one small no today, kindly and without a reason."
    assert said("half-done", "Maya") == practices()["half-done"].text


def test_what_is_not_known_here_has_no_words() -> None:
    assert said("from-a-newer-connect", "Maya") == ""


def test_a_language_without_a_file_of_its_own_uses_the_source() -> None:
    assert practices("xx") == practices() == practices("en")
