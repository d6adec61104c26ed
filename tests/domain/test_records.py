"""Every record: whole when it is made, never changed, and what its fields say about each other."""

import re
from collections.abc import Callable
from dataclasses import FrozenInstanceError, fields, replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from connect_desktop.domain import (
    EASY_WORDS,
    KINDS,
    TIGHT_WORDS,
    WORD_FEELING,
    Feeling,
    Impression,
    Interaction,
    Moment,
    Person,
    Reach,
    Record,
    now,
)
from connect_desktop.domain.errors import ConnectError, InvalidValue

AT = datetime(2026, 11, 20, 22, 40, tzinfo=timezone(timedelta(hours=1)))
Make = Callable[..., Any]
Whole = dict[type[Record], dict[str, Any]]


def test_no_field_goes_unchecked(refused: Make, whole: Whole) -> None:
    for kind in KINDS:
        names = {field.name for field in fields(kind)}
        assert names == {*kind.CHECKS, "id"}
        assert names > set(whole[kind])
        for field in names:
            refused(kind, field, object())


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_is_whole_with_what_it_needs_and_has_an_id_of_its_own(
    whole: Whole, kind: type[Record]
) -> None:
    one, other = kind(**whole[kind]), kind(**whole[kind])
    assert re.fullmatch("[0-9a-f]{32}", one.id)
    assert one.id != other.id
    assert replace(one) == one


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_never_changes_only_a_copy_does(whole: Whole, kind: type[Record]) -> None:
    record = kind(**whole[kind])
    with pytest.raises(FrozenInstanceError):
        record.id = "other"  # type: ignore[misc]
    assert replace(record, id="other").id == "other"


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_record_holds_it_takes_again(whole: Whole, kind: type[Record]) -> None:
    record = kind(**whole[kind])
    assert kind(**{field.name: getattr(record, field.name) for field in fields(kind)}) == record


def test_unknown_stays_unknown() -> None:
    felt = Impression(interaction="i1", person="p1")
    for field in ("body", "before", "reach", "met", "openness", "role", "truth", "response", "way_back"):
        assert getattr(felt, field) is None


def test_now_is_aware_and_to_the_second() -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    found = now()
    assert found.utcoffset() is not None
    assert found.microsecond == 0
    assert before <= found <= datetime.now(UTC)


# --- what fields say about each other ---


@pytest.mark.parametrize("reach", [Reach.ME_UNANSWERED, Reach.THEM_UNANSWERED])
def test_an_attempt_without_an_echo_carries_no_met(reach: Reach) -> None:
    felt = Impression(interaction="i1", person="p1", reach=reach, body=-2)
    assert felt.reach is reach
    with pytest.raises(InvalidValue, match="an attempt without an echo carries no met"):
        replace(felt, met=0)


def test_only_attempts_without_an_echo_are_unanswered() -> None:
    assert {reach for reach in Reach if reach.unanswered} == {Reach.ME_UNANSWERED, Reach.THEM_UNANSWERED}


@pytest.mark.parametrize("reach", [None, *(reach for reach in Reach if not reach.unanswered)])
def test_any_other_may_be_met(reach: Reach | None) -> None:
    assert Impression(interaction="i1", person="p1", reach=reach, met=4).met == 4


def test_every_built_in_word_points_one_way() -> None:
    assert len(WORD_FEELING) == len(EASY_WORDS) + len(TIGHT_WORDS) == 12
    assert all(WORD_FEELING[word] is Feeling.EASY for word in EASY_WORDS)
    assert all(WORD_FEELING[word] is Feeling.TIGHT for word in TIGHT_WORDS)


def test_a_moment_is_when_its_interaction_was() -> None:
    interaction = Interaction(at=AT)
    felt = Impression(interaction=interaction.id, person="p1")
    assert Moment(interaction=interaction, impressions=(felt,)).at == AT


def test_a_refusal_is_a_sentence_that_shows_long_values_short(refused: Make) -> None:
    found = refused(Person, "name", "x" * 5000)
    assert issubclass(InvalidValue, ConnectError)
    assert found.value == "x" * 5000
    assert len(str(found)) < 150
    assert "{{{" in str(refused(Person, "name", "{" * 300))
    assert "7" in str(refused(Impression, "body", 7))
