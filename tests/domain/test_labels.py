from collections.abc import Callable
from enum import StrEnum

import pytest

from connect_desktop.domain import (
    EASY_WORDS,
    ROLES,
    TIGHT_WORDS,
    TRUTHS,
    Channel,
    Direction,
    Feeling,
    Gift,
    Hold,
    HopeState,
    Place,
    Reach,
    Response,
    Status,
    Tie,
    WayBack,
    labels,
)


@pytest.mark.parametrize(
    ("kind", "label"),
    [
        (Channel, labels.channel_label),
        (Direction, labels.direction_label),
        (Feeling, labels.feeling_label),
        (Gift, labels.gift_label),
        (Hold, labels.hold_label),
        (HopeState, labels.hope_label),
        (Place, labels.place_label),
        (Reach, lambda value: labels.reach_label(value, "Maya")),
        (Reach, lambda value: labels.reached_out(value, "Maya")),
        (Response, labels.response_label),
        (Response, lambda value: labels.response_label(value, "Maya")),
        (Status, labels.status_label),
        (Tie, labels.tie_label),
        (WayBack, lambda value: labels.way_back_label(value, "Maya")),
    ],
)
def test_every_value_has_words_of_its_own(kind: type[StrEnum], label: Callable[[StrEnum], str]) -> None:
    words = [label(value) for value in kind]
    assert all(words)
    assert len(set(words)) == len(words)


@pytest.mark.parametrize(
    ("label", "steps"),
    [
        (labels.body_label, range(-3, 4)),
        (labels.met_label, range(5)),
        (labels.met_tag, range(5)),
        (labels.seen_label, range(5)),
        (labels.someone_label, range(5)),
        (labels.alone_label, range(5)),
        (labels.openness_label, range(5)),
        (labels.ring_label, range(1, 5)),
        (labels.overlap_label, range(1, 8)),
    ],
)
def test_every_step_of_a_scale_has_words_of_its_own(label: Callable[[int], str], steps: range) -> None:
    assert len({label(step) for step in steps}) == len(steps)


def test_the_body_scale_runs_from_tight_to_free() -> None:
    assert [labels.body_label(value) for value in (-3, 0, 3)] == [
        "tightened a lot",
        "neither",
        "breathed freely",
    ]


@pytest.mark.parametrize(
    ("label", "known"),
    [
        (labels.word_label, EASY_WORDS + TIGHT_WORDS),
        (labels.role_label, ROLES),
        (labels.truth_label, TRUTHS),
    ],
)
def test_built_in_wording_has_words_and_the_users_own_stays(
    label: Callable[[str], str], known: tuple[str, ...]
) -> None:
    words = [label(value) for value in known]
    assert len(set(words)) == len(known)
    assert not any("_" in word for word in words)
    assert label("my own {wording}") == "my own {wording}"


def test_names_are_filled_in_whatever_they_hold() -> None:
    assert labels.reached_out(Reach.THEM, "{Maya} & مريم") == "{Maya} & مريم reached out"


def test_several_ties_are_one_line_in_one_order() -> None:
    assert (
        labels.ties([Tie.FRIEND, Tie.PARTNER]) == labels.ties([Tie.PARTNER, Tie.FRIEND]) == "partner · friend"
    )
    assert labels.ties([]) == ""
