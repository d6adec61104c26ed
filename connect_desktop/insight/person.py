"""What the charts of one person are drawn from."""

from connect_desktop.insight.body import BodyChange, BodyOverTime, body_over_time
from connect_desktop.insight.gifts import Given, WhatEachGave, what_each_gave
from connect_desktop.insight.half_year import DayFelt, HalfYear, half_a_year
from connect_desktop.insight.reach import MonthReach, ReachByMonth, reach_by_month
from connect_desktop.insight.usual import usual_body
from connect_desktop.insight.words import WordFelt, WordsAfterwards, words_afterwards

__all__ = [
    "BodyChange", "BodyOverTime", "DayFelt", "Given", "HalfYear", "MonthReach", "ReachByMonth",
    "WhatEachGave", "WordFelt", "WordsAfterwards",
    "body_over_time", "half_a_year", "reach_by_month", "usual_body", "what_each_gave", "words_afterwards",
]  # fmt: skip
