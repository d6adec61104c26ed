"""What the charts of one person are drawn from."""

from connect_desktop.insight.before_after import BeforeAfter, Pair, before_after
from connect_desktop.insight.body import BodyChange, BodyOverTime, body_over_time
from connect_desktop.insight.gifts import Given, WhatEachGave, what_each_gave
from connect_desktop.insight.half_year import DayFelt, HalfYear, half_a_year
from connect_desktop.insight.hurts import Hurt, HurtsAndReturns, hurts_and_returns
from connect_desktop.insight.reach import Contact, MonthReach, ReachByMonth, reach_by_month
from connect_desktop.insight.truths import Said, SaidDirectly, said_directly
from connect_desktop.insight.words import WordFelt, WordsAfterwards, words_afterwards

__all__ = [
    "BeforeAfter", "BodyChange", "BodyOverTime", "Contact", "DayFelt", "Given", "HalfYear", "Hurt",
    "HurtsAndReturns", "MonthReach", "Pair", "ReachByMonth", "Said", "SaidDirectly", "WhatEachGave",
    "WordFelt", "WordsAfterwards",
    "before_after", "body_over_time", "half_a_year", "hurts_and_returns", "reach_by_month", "said_directly",
    "what_each_gave", "words_afterwards",
]  # fmt: skip
