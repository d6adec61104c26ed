"""The charts of a document: in the light colours, at the sizes of a page."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from connect_desktop.charts import person as charts
from connect_desktop.charts import reach as reaching
from connect_desktop.charts import truths
from connect_desktop.charts.chart import Chart
from connect_desktop.charts.hurts import ROW
from connect_desktop.charts.palette import GREY, LIGHT, Palette
from connect_desktop.charts.sheet import LINE, SMALL
from connect_desktop.charts.words import MOST
from connect_desktop.domain import TRUTHS, WORD_FEELING, Columns, Feeling, Person, Status
from connect_desktop.insight import person as insight
from connect_desktop.report.draft import ChartsOf, Hide

WIDTH = 6.0
"""inches across the text of a page and the margin of a drawing at either side"""


def body(
    columns: Callable[[str], Columns],
    *,
    usual: float | None,
    today: date,
    day_ends: int,
    palette: Palette = LIGHT,
) -> ChartsOf:
    """Return what draws a person's body over time; `columns` gives their impressions, those to be drawn."""

    def drawn(person: Person, name: str, _hide: Hide) -> Iterator[Chart]:
        lived = person.status is Status.ACTIVE
        found = insight.body_over_time(columns(person.id), usual, today, day_ends, lived=lived)
        yield charts.body_over_time(found, palette, size=(WIDTH, 1.75), name=name, today=today)

    return drawn


def in_grey(
    columns: Callable[[str], Columns],
    *,
    usual: float | None,
    today: date,
    day_ends: int,
) -> ChartsOf:
    """Return what draws the body over time and who reached out, without colours: for any printer."""
    over_time = body(columns, usual=usual, today=today, day_ends=day_ends, palette=GREY)

    def drawn(person: Person, name: str, hide: Hide) -> Iterator[Chart]:
        reach = insight.reach_by_month(columns(person.id), today, day_ends)
        yield from over_time(person, name, hide)
        high = min(1.8, reaching.tallest(reach))
        yield charts.reach_by_month(reach, GREY, size=(WIDTH, high), name=name, today=today)

    return drawn


def all_of(
    columns: Callable[[str], Columns],
    *,
    usual: float | None,
    feelings: Mapping[str, Feeling],
    today: date,
    day_ends: int,
) -> ChartsOf:
    """Return what draws all charts of a person; those of which nothing is noted come empty."""
    over_time = body(columns, usual=usual, today=today, day_ends=day_ends)

    def drawn(person: Person, name: str, hide: Hide) -> Iterator[Chart]:
        found = columns(person.id)
        yield from over_time(person, name, hide)
        gave = insight.what_each_gave(found)
        yield charts.what_each_gave(gave, LIGHT, size=(WIDTH, 2.3), name=name, today=today)
        days = insight.half_a_year(found, today, day_ends)
        yield charts.half_a_year(days, LIGHT, size=(WIDTH, 2.1), name=name, today=today)
        words = _words(found, feelings, hide)
        yield charts.words_afterwards(words, LIGHT, size=(WIDTH, _height(words)), name=name, today=today)
        reach = insight.reach_by_month(found, today, day_ends)
        high = min(2.2, reaching.tallest(reach))
        yield charts.reach_by_month(reach, LIGHT, size=(WIDTH, high), name=name, today=today)
        before = insight.before_after(found, lived=person.status is Status.ACTIVE)
        yield charts.before_after(before, LIGHT, size=(WIDTH, 2.4), name=name, today=today)
        hurts = insight.hurts_and_returns(found, today, day_ends, lived=person.status is Status.ACTIVE)
        yield charts.hurts_and_returns(hurts, LIGHT, size=(WIDTH, _long(hurts)), name=name, today=today)
        said = insight.said_directly(_hidden_truths(found, hide), lived=person.status is Status.ACTIVE)
        high = min(2.2, truths.tallest(said))
        yield charts.said_directly(said, LIGHT, size=(WIDTH, high), name=name, today=today)

    return drawn


def _height(found: insight.WordsAfterwards) -> float:
    """Return the inches that the words, the headings of their groups and a line for the rest take."""
    rows = (
        min(len(found.words), MOST) + len({word.feeling for word in found.words}) + (len(found.words) > MOST)
    )
    return rows * SMALL * LINE / 72 + 0.15


def _long(found: insight.HurtsAndReturns) -> float:
    """Return the inches that a row for each hurt and the time below them take, up to a limit."""
    return min(3.2, (len(found.hurts) * ROW + 1.5) * SMALL * LINE / 72)


def _hidden_truths(columns: Columns, hide: Hide) -> Columns:
    """Return the same with the names in what was said in the user's own words hidden."""
    shown = {said: said if said is None or said in TRUTHS else hide(said) for said in columns.truth}
    return replace(columns, truth=[shown[said] for said in columns.truth])


def _words(columns: Columns, feelings: Mapping[str, Feeling], hide: Hide) -> insight.WordsAfterwards:
    """Return the words for afterwards, the user's own with the names in them hidden."""
    shown = {word: word if word in WORD_FEELING else hide(word) for used in columns.words for word in used}
    words = [tuple(shown[word] for word in used) for used in columns.words]
    felt = {shown.get(word, word): feeling for word, feeling in feelings.items()}
    return insight.words_afterwards(replace(columns, words=words), felt)
