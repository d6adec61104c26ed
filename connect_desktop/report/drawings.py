"""The charts of a document: in the light colours, at the sizes of a page."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from connect_desktop.charts import person as charts
from connect_desktop.charts.chart import Chart
from connect_desktop.charts.palette import LIGHT
from connect_desktop.charts.sheet import SMALL
from connect_desktop.charts.words import MOST
from connect_desktop.domain import WORD_FEELING, Columns, Feeling, Person
from connect_desktop.insight import person as insight
from connect_desktop.report.draft import ChartsOf, Hide

WIDTH = 5.9
"""inches across the text of a page"""


def body(
    columns: Callable[[str], Columns],
    *,
    usual: float | None,
    today: date,
    day_ends: int,
) -> ChartsOf:
    """Return what draws a person's body over time; `columns` gives their impressions, those to be drawn."""

    def drawn(person: Person, name: str, _hide: Hide) -> Sequence[Chart]:
        found = insight.body_over_time(columns(person.id), usual, today, day_ends)
        return [charts.body_over_time(found, LIGHT, size=(WIDTH, 2.0), name=name, today=today)]

    return drawn


def all_of(
    columns: Callable[[str], Columns],
    *,
    usual: float | None,
    feelings: Mapping[str, Feeling],
    today: date,
    day_ends: int,
) -> ChartsOf:
    """Return what draws the four charts of a person: body, giving, half a year, words for afterwards."""
    over_time = body(columns, usual=usual, today=today, day_ends=day_ends)

    def drawn(person: Person, name: str, hide: Hide) -> Sequence[Chart]:
        found = columns(person.id)
        gave = insight.what_each_gave(found)
        days = insight.half_a_year(found, today, day_ends)
        words = _words(found, feelings, hide)
        return [
            *over_time(person, name, hide),
            charts.what_each_gave(gave, LIGHT, size=(WIDTH, 2.3), name=name, today=today),
            charts.half_a_year(days, LIGHT, size=(WIDTH, 1.9), name=name, today=today),
            charts.words_afterwards(words, LIGHT, size=(WIDTH, _height(words)), name=name, today=today),
        ]

    return drawn


def _height(found: insight.WordsAfterwards) -> float:
    """Return the inches that the words, the headings of their groups and a line for the rest take."""
    rows = (
        min(len(found.words), MOST) + len({word.feeling for word in found.words}) + (len(found.words) > MOST)
    )
    return max(1.0, rows * SMALL * 1.4 / 72 + 0.15)


def _words(columns: Columns, feelings: Mapping[str, Feeling], hide: Hide) -> insight.WordsAfterwards:
    """Return the words for afterwards, the user's own with the names in them hidden."""
    shown = {word: word if word in WORD_FEELING else hide(word) for used in columns.words for word in used}
    words = [tuple(shown[word] for word in used) for used in columns.words]
    felt = {shown.get(word, word): feeling for word, feeling in feelings.items()}
    return insight.words_afterwards(replace(columns, words=words), felt)
