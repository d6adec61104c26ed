"""The charts of one person. Each takes what `insight.person` found, a palette and a size in inches."""

from connect_desktop.charts.before_after import before_after
from connect_desktop.charts.body import body_over_time
from connect_desktop.charts.gifts import what_each_gave
from connect_desktop.charts.half_year import half_a_year
from connect_desktop.charts.hurts import hurts_and_returns
from connect_desktop.charts.reach import reach_by_month
from connect_desktop.charts.truths import said_directly
from connect_desktop.charts.words import words_afterwards

__all__ = [
    "before_after", "body_over_time", "half_a_year", "hurts_and_returns", "reach_by_month", "said_directly",
    "what_each_gave", "words_afterwards",
]  # fmt: skip
