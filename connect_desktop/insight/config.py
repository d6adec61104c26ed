"""The constants of a reading, in one place. They come from diaries and contact data.

Ratings that follow each other correlate by .05–.15; within one person they scatter by about .85 on 0…4 and by
1.3 on −3…+3; shares of who starts contact spread between pairs like a beta distribution with a + b ≈ 6.6.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """What is known of a kind of rating before anything is logged."""

    usual: float
    usual_sd: float
    entry_sd: float
    spread: float
    """standard deviation between people"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Everything a reading takes for granted."""

    # How much an entry weighs.
    half_life: float = 180.0
    """days after which an entry counts half"""
    alike: float = 0.30
    """how far several entries on one day say the same"""
    kept: float = 0.85
    """how much of a rating is news: those that follow each other are alike ((1 − r) / (1 + r), r = .08)"""
    wander: float = 0.06
    """a level wanders: it is never known better than from about 17 entries"""

    # Who reaches out.
    reach_known: float = 6.6
    """a + b of the beta distribution that shares follow between pairs"""
    reach_usual: float = 0.50
    reach_usual_known: float = 4.0
    """people's worth of belief in that usual share"""
    mostly_mine: float = 0.60
    mostly_theirs: float = 0.40

    # Ratings.
    met: Rating = Rating(usual=2.50, usual_sd=0.60, entry_sd=0.85, spread=0.50)
    body: Rating = Rating(usual=0.60, usual_sd=0.80, entry_sd=1.30, spread=0.70)
    balance: Rating = Rating(usual=-0.20, usual_sd=0.80, entry_sd=1.50, spread=0.80)
    """received − gave"""
    words: Rating = Rating(usual=0.20, usual_sd=0.40, entry_sd=0.70, spread=0.30)
    """(easy − tight) / (easy + tight)"""
    entry_sd_known: float = 6.0
    """entries' worth of belief in those standard deviations"""
    spreads: tuple[float, ...] = (0.15, 0.3, 0.45, 0.6, 0.8, 1, 1.2, 1.5, 1.8, 2.2, 2.7, 3.3)
    """the grid of standard deviations between people, in units of a rating's own"""

    # Where a level counts as lower or higher than usual: distance from the usual, lowest, highest.
    unmet: tuple[float, float, float] = (-0.50, 1.50, 2.25)
    well_met: tuple[float, float, float] = (-0.25, 2.00, 2.75)
    uneasy: tuple[float, float, float] = (-0.40, -0.50, 0.40)
    given_more: float = 0.60
    """received − gave above the usual by this much: they give more than the user does"""

    # How the signs of one user's bonds go together.
    together_known: float = 4.0
    """bonds' worth of belief that they don't"""
    together_steps: int = 40
    body_counts: float = 0.4
    """the body answers in the same moments as "met" does: it isn't evidence of its own"""

    # Change.
    change_looks_back: int = 80
    """entries"""
    change_side: float = 4.0
    change_entries: float = 10.0
    """entries needed on each side, and in all"""
    change_prior: float = 0.20
    change_spread: float = 1.0
    """variance of a step, in units of the variance of single entries"""
    change_said_from: float = 0.90

    # Enough, and what is said when.
    enough_moments: int = 6
    enough_days: int = 4
    enough_span: int = 14
    """days from the first to the last"""
    said_from: float = 0.90
    holds_until: float = 0.70
    leaning_from: float = 0.70
    well_from: float = 0.80
    opposite_below: float = 0.10
    answers_needed: int = 6
    """body answers before the body may disagree, noted givings before the mirror may speak"""
    hurts_needed: int = 3
    hurts_share: float = 0.12
    ways_back_needed: int = 2
    whole_share: float = 0.60
    whole_people: int = 3
    """people with enough moments before there is a "most people" """


CONFIG = Config()
