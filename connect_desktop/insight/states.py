"""What may be said of a bond in one word: nothing before there is enough, nothing from one sign alone."""

from dataclasses import dataclass
from enum import StrEnum

from connect_desktop.insight.config import Config


class State(StrEnum):
    """What the entries with one person say."""

    ONE_WAY = "one_way"
    """marked so by the user: care runs one way by nature here, and nothing is judged"""
    NOT_ENOUGH = "not_enough"
    ONE_SIDED = "one_sided"
    """the user keeps reaching out, and is met less than is usual"""
    MIXED = "mixed"
    """the same, but the body says the opposite"""
    THEY_REACH = "they_reach"
    """they keep reaching out and give more than the user does"""
    LEANING = "leaning"
    """likely one-sided, not clearly"""
    THIN = "thin"
    """rarely met, but not because the user alone reaches out"""
    HARD_AND_REAL = "hard_and_real"
    """hurts, and ways back"""
    YOU_START_THEY_MEET = "you_start_they_meet"
    MET = "met"
    OPEN = "open"
    """nothing clear either way"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What decides about one bond."""

    one_way: bool
    enough: bool
    one_sided: float
    reverse: float
    unmet: float
    well_met: float
    uneasy: float
    mostly_mine: float
    """probabilities"""
    moments: int
    body_answers: int
    givings: int
    """moments in which something given was noted"""
    hurts: int
    they_came_back: int


def state(facts: Facts, last: State | None, config: Config) -> State:
    """Return the first state that holds; `last` is what was said at the look before."""
    if facts.one_way:
        return State.ONE_WAY
    if not facts.enough:
        return State.NOT_ENOUGH
    if facts.one_sided >= _one_sided_from(last, config):
        return State.MIXED if _body_disagrees(facts, config) else State.ONE_SIDED
    if facts.reverse >= config.said_from and facts.givings >= config.answers_needed:
        return State.THEY_REACH
    if facts.one_sided >= config.leaning_from:
        return State.LEANING
    return _not_one_sided(facts, config)


def _one_sided_from(last: State | None, config: Config) -> float:
    """Once said it stays a while, so that it doesn't flicker from week to week."""
    return config.holds_until if last in (State.ONE_SIDED, State.MIXED) else config.said_from


def _body_disagrees(facts: Facts, config: Config) -> bool:
    return facts.uneasy < config.opposite_below and facts.body_answers >= config.answers_needed


def _not_one_sided(facts: Facts, config: Config) -> State:
    if facts.unmet >= config.said_from:
        return State.THIN
    if _hard_and_real(facts, config):
        return State.HARD_AND_REAL
    if facts.well_met < config.well_from:
        return State.OPEN
    return State.YOU_START_THEY_MEET if facts.mostly_mine >= config.well_from else State.MET


def _hard_and_real(facts: Facts, config: Config) -> bool:
    many = max(config.hurts_needed, config.hurts_share * facts.moments)
    came_back = facts.they_came_back >= config.ways_back_needed
    return came_back and facts.hurts >= many and facts.unmet < 0.5
