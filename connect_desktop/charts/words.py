"""Words for afterwards: how often each was chosen, easy and tight apart."""

from dataclasses import dataclass
from datetime import date

from connect_desktop.charts import breath
from connect_desktop.charts.chart import Chart, Mark
from connect_desktop.charts.contrast import edge
from connect_desktop.charts.empty import empty_chart, missing, too_few
from connect_desktop.charts.palette import Palette
from connect_desktop.charts.rows import Rows, rows
from connect_desktop.charts.sheet import Sheet
from connect_desktop.charts.style import styled
from connect_desktop.charts.wording import feeling_word
from connect_desktop.domain import Feeling
from connect_desktop.domain.labels import word_label
from connect_desktop.i18n import begun, tr, tr_n
from connect_desktop.insight.words import WordFelt, WordsAfterwards

MOST = 10
"""words shown at most"""
ORDER = (Feeling.EASY, Feeling.TIGHT, Feeling.NEITHER)
_GAP = 6.0
_WORDS = 0.44
"""share of the width that the words may take"""
_LARGEST = 24.0
"""points for one time: a few times look like a few"""
_VALUE = {Feeling.EASY: 2, Feeling.TIGHT: -2, Feeling.NEITHER: 0}
"""the body value whose colour and shape a feeling has"""


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where words and bars begin, and how long one count is."""

    words: float
    bars: float
    unit: float


@styled
def words_afterwards(
    found: WordsAfterwards,
    palette: Palette,
    *,
    size: tuple[float, float],
    name: str,
    today: date,  # noqa: ARG001 - every chart of a person is asked for alike
    scale: float = 1.0,
    titled: bool = False,
) -> Chart:
    """Return the chart of the most frequent words, `size` inches large, as many as fit, ten at most."""
    sheet = Sheet(palette, size, scale, titled=titled)
    title = tr("Words for afterwards")
    if text := _what_is_missing(found):
        return empty_chart(sheet, title, text)
    sheet.head(title, "")
    shown = _shown(found, int((sheet.top - sheet.bottom) / sheet.line))
    groups = [(feeling, [word for word in shown if word.feeling is feeling]) for feeling in ORDER]
    groups = [(feeling, words) for feeling, words in groups if words]
    more = len(found.words) - len(shown)
    place = rows(sheet.top, sheet.bottom, len(shown) + len(groups) + bool(more), sheet.small)
    columns = _columns(sheet, shown)
    marks, row = [], 0
    for feeling, words in groups:
        _head(sheet, place, row, feeling)
        marks += [_row(sheet, columns, place, row + i, word) for i, word in enumerate(words, 1)]
        row += 1 + len(words)
    if more:
        text = tr_n("and {n} more word", "and {n} more words", more)
        sheet.write(columns.words, place.middle(row), text, size=place.text, colour=palette.faint, gid="more")
    return sheet.chart(title, "", _twin(found, name), marks)


def _what_is_missing(found: WordsAfterwards) -> str:
    if too_few(found.moments):
        return tr("{missing} you see here which words you chose for afterwards, and how often.",
                  missing=missing(found.moments))  # fmt: skip
    if not found.noted:
        return tr("Once you choose words for afterwards, you see here which ones, and how often.")
    return ""


def _shown(found: WordsAfterwards, lines: int) -> list[WordFelt]:
    """Return the most frequent words that fit into so many lines with the headings of their groups."""
    for count in range(min(MOST, len(found.words)), 1, -1):
        groups = len({word.feeling for word in found.words[:count]})
        if count + groups + (count < len(found.words)) <= lines:
            return list(found.words[:count])
    return list(found.words[:1])


def _columns(sheet: Sheet, shown: list[WordFelt]) -> _Columns:
    words = sheet.left + sheet.small + _GAP
    widest = max(sheet.width_of(word_label(word.word)) for word in shown)
    bars = words + min(widest, _WORDS * (sheet.right - sheet.left)) + _GAP
    most = max(len(word.impressions) for word in shown)
    room = sheet.right - bars - sheet.width_of(str(most)) - _GAP
    return _Columns(words, bars, min(_LARGEST, max(1.0, room) / most))


def _head(sheet: Sheet, place: Rows, row: int, feeling: Feeling) -> None:
    y = place.middle(row)
    value, palette = _VALUE[feeling], sheet.palette
    colour = palette.for_body(value)
    rim = edge(colour, palette.surface, palette.ink)
    middle = sheet.left + sheet.small / 2
    sheet.shapes(
        breath.shape(value), [(middle, y)], place.text, face=colour, edge=rim, gid=f"shape-{feeling}"
    )
    text = feeling_word(feeling)
    sheet.write(
        sheet.left + sheet.small + _GAP, y, text, size=place.text, colour=palette.faint, gid="feeling"
    )


def _row(sheet: Sheet, columns: _Columns, place: Rows, row: int, felt: WordFelt) -> Mark:
    y, (low, high) = place.middle(row), place.ends(row)
    count = len(felt.impressions)
    end = columns.bars + count * columns.unit
    word = sheet.elided(word_label(felt.word), columns.bars - _GAP - columns.words)
    palette = sheet.palette
    colour = edge(palette.for_body(_VALUE[felt.feeling]), palette.surface, palette.ink)
    sheet.write(columns.words, y, word, size=place.text, gid="word")
    sheet.bar((columns.bars, low, end, high), colour, f"bar-{felt.feeling}")
    sheet.write(end + _GAP, y, str(count), size=place.text, colour=palette.ink, gid="count")
    text = tr("{word} ({feeling}): {times}", word=word_label(felt.word), feeling=feeling_word(felt.feeling),
              times=_times(count))  # fmt: skip
    return sheet.mark((columns.bars + end) / 2, y, text, felt.impressions)


def _times(count: int) -> str:
    return tr_n("{n} time", "{n} times", count)


def _twin(found: WordsAfterwards, name: str) -> str:
    parts = [
        tr_n(
            "Words chosen after {n} of {all} moments with {name}.",
            "Words chosen after {n} of {all} moments with {name}.",
            found.with_words, all=found.moments, name=name,
        )
    ]  # fmt: skip
    for feeling in ORDER:
        words = [felt for felt in found.words if felt.feeling is feeling]
        if words:
            listed = ", ".join(f"{word_label(felt.word)} {len(felt.impressions)}" for felt in words)
            parts.append(tr("{feeling}: {list}.", feeling=begun(feeling_word(feeling)), list=listed))
    return " ".join(parts)
