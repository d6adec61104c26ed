"""How a moment is painted in a list: avatar, names, facts, note, words, and the body's answer."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from connect_desktop.ui import theme
from connect_desktop.ui.table_model import Index
from connect_desktop.ui.widgets.avatar import paint_avatar
from connect_desktop.ui.widgets.breath import paint_breath
from connect_desktop.ui.widgets.headed_rows import RECORD, HeadingRow
from connect_desktop.ui.widgets.moment_rows import MomentRow
from connect_desktop.ui.widgets.row_ground import leading, mirrored, paint_ground, paint_heading, placed

Tag = tuple[str, str]

AVATAR, MARK, GAP, PAD = 34, 34, 14, 10
FACTS_GAP, TAG_GAP, TAG_PAD = 10, 6, 10
"""pixels between names and facts, between words, and in a word before its first letter"""
ROW_PAD = 4
"""pixels beside what a row shows, for the frame of the one the keyboard is on"""
NOTE_LINES = 2


class MomentDelegate(QStyledItemDelegate):
    """Paints rows of a `MomentList`; heights follow the width and the size of text."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row, width = index.data(RECORD), self._view.viewport().width()
        if isinstance(row, HeadingRow):
            return QSize(width, QFontMetrics(theme.font("small")).height() + 18)
        metrics = QFontMetrics(option.font)
        lines = len(_wrapped(_note(row), option.font, _text_width(width)))
        heading = _Heading(row, option.font, _text_width(width))
        tagged = len(_tag_lines(row, _text_width(width)))
        height = heading.height() + lines * metrics.lineSpacing() + tagged * (_tag_height() + TAG_GAP)
        return QSize(width, max(AVATAR, height + (2 if tagged else 0)) + 2 * PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(RECORD)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, HeadingRow):
            paint_heading(painter, option, option.rect.adjusted(ROW_PAD, 8, -ROW_PAD, -2), row.text)
        else:
            paint_ground(painter, option, focused=_focused(option))
            _paint_moment(painter, option, row)
        painter.restore()


def _paint_moment(painter: QPainter, option: QStyleOptionViewItem, row: MomentRow) -> None:
    area = option.rect.adjusted(ROW_PAD, PAD, -ROW_PAD, -PAD)
    face = row.faces[0]
    paint_avatar(
        painter,
        QRectF(placed(option, area, QRect(0, 0, AVATAR, AVATAR))),
        face.name,
        face.colour,
        theme.palette(),
    )
    mark = placed(option, area, QRect(area.width() - MARK, 2, MARK, MARK))
    paint_breath(painter, QRectF(mark), row.shown.body if row.shown else None, theme.palette())
    width = _text_width(option.rect.width())
    alone = not row.tags and not _note(row)
    heading = _Heading(row, option.font, width)
    top = max(0, (AVATAR - heading.height()) // 2) if alone else 0
    text = placed(option, area, QRect(AVATAR + GAP, top, width, area.height()))
    below = _paint_heading(painter, option, heading, text)
    below = _paint_note(painter, option, row, text, below)
    for tags in _tag_lines(row, width):
        _paint_tags(painter, option, tags, QRect(text.left(), below + TAG_GAP, width, _tag_height()))
        below += TAG_GAP + _tag_height()


class _Heading:
    """Names and facts in so many pixels: side by side, or the facts below where neither is to be cut."""

    def __init__(self, row: MomentRow, font: QFont, width: int) -> None:
        self.row, self.font = row, QFont(font)
        self.font.setWeight(QFont.Weight.DemiBold)
        self._names, self._facts = QFontMetrics(self.font), QFontMetrics(theme.font("small"))
        self._names_width = min(self._names.horizontalAdvance(row.names) + 2, width)
        self._facts_width = min(self._facts.horizontalAdvance(row.facts) + 2, width)
        self._beside = self._names_width + FACTS_GAP + self._facts_width <= width

    def height(self) -> int:
        return self._names.height() + (0 if self._beside or not self.row.facts else self._facts.height())

    def places(self, area: QRect, *, flipped: bool) -> tuple[QRect, QRect]:
        """Return where names and facts go."""
        names = QRect(area.topLeft(), QSize(self._names_width, self._names.height()))
        facts = QRect(names.bottomLeft() + QPoint(0, 1), QSize(self._facts_width, self._facts.height()))
        if self._beside:
            facts = names.translated(names.width() + FACTS_GAP, 0)
            facts.setWidth(self._facts_width)
        if flipped:
            for place in (names, facts):
                place.moveRight(area.right() - (place.left() - area.left()))
        return names, facts

    def texts(self) -> tuple[str, str]:
        """Return names and facts, cut where they are longer than a line."""
        right = Qt.TextElideMode.ElideRight
        return (
            self._names.elidedText(self.row.names, right, self._names_width),
            self._facts.elidedText(self.row.facts, right, self._facts_width),
        )


def _paint_heading(painter: QPainter, option: QStyleOptionViewItem, heading: _Heading, area: QRect) -> int:
    colours, align = theme.palette(), leading(option) | Qt.AlignmentFlag.AlignVCenter
    (names, facts), (names_text, facts_text) = heading.places(area, flipped=mirrored(option)), heading.texts()
    painter.setFont(heading.font)
    painter.setPen(QColor(colours.ink))
    painter.drawText(names, align, names_text)
    painter.setFont(theme.font("small"))
    painter.setPen(QColor(colours.faint))
    painter.drawText(facts, align, facts_text)
    return area.top() + heading.height()


def _paint_note(
    painter: QPainter, option: QStyleOptionViewItem, row: MomentRow, area: QRect, top: int
) -> int:
    metrics = QFontMetrics(option.font)
    painter.setFont(option.font)
    painter.setPen(QColor(theme.palette().soft))
    for line in _wrapped(_note(row), option.font, area.width()):
        place = QRect(area.left(), top, area.width(), metrics.lineSpacing())
        painter.drawText(place, leading(option) | Qt.AlignmentFlag.AlignVCenter, line)
        top += metrics.lineSpacing()
    return top


def _tag_lines(row: MomentRow, width: int) -> list[list[Tag]]:
    """Return the words of a moment, as many in a line as fit."""
    lines: list[list[Tag]] = []
    used = 0
    for tag in row.tags:
        wanted = _tag_width(tag[0])
        if not lines or used + wanted > width:
            lines.append([])
            used = 0
        lines[-1].append(tag)
        used += wanted + TAG_GAP
    return lines


def _paint_tags(painter: QPainter, option: QStyleOptionViewItem, tags: Sequence[Tag], area: QRect) -> None:
    colours = theme.palette()
    painter.setFont(theme.font("small"))
    used = 0
    for words, kind in tags:
        text, width = words, _tag_width(words)
        if width > area.width():
            text, width = _cut(words, area.width() - 2 * TAG_PAD), area.width()
        tight = kind == "tight"
        place = QRect(area.left() + used, area.top(), width, area.height())
        if mirrored(option):
            place.moveRight(area.right() - used)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(
            QColor(colours.tight_wash if tight else colours.sunken if kind == "neither" else colours.wash)
        )
        painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
        ink = colours.on_tight_wash if tight else colours.soft if kind == "neither" else colours.on_wash
        painter.setPen(QColor(ink))
        painter.drawText(
            place,
            Qt.AlignmentFlag.AlignCenter,
            text,
        )
        used += width + TAG_GAP


def _note(row: MomentRow) -> str:
    return row.moment.interaction.note or (row.shown.note if row.shown else "")


def _focused(option: QStyleOptionViewItem) -> bool:
    focused, active = QStyle.StateFlag.State_HasFocus, QStyle.StateFlag.State_Active
    return bool(option.state & focused and option.state & active)


def _text_width(row_width: int) -> int:
    return max(80, row_width - 2 * ROW_PAD - AVATAR - GAP - GAP - MARK)


def _cut(text: str, width: int) -> str:
    return QFontMetrics(theme.font("small")).elidedText(text, Qt.TextElideMode.ElideRight, width)


def _tag_width(text: str) -> int:
    return QFontMetrics(theme.font("small")).horizontalAdvance(text) + 2 * TAG_PAD


def _tag_height() -> int:
    return QFontMetrics(theme.font("small")).height() + 8


def _wrapped(text: str, font: QFont, width: int) -> list[str]:
    """Return at most NOTE_LINES lines of text, the last one elided."""
    text = " ".join(text[:600].split())
    if not text:
        return []
    layout = QTextLayout(text, font)
    layout.setTextOption(QTextOption())
    starts: list[int] = []
    layout.beginLayout()
    while len(starts) < NOTE_LINES and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, 0))
        starts.append(line.textStart())
    layout.endLayout()
    # Qt counts UTF-16 code units, Python code points.
    units = text.encode("utf-16-le")
    cut = [units[2 * start :].decode("utf-16-le", "ignore") for start in starts]
    lines = [whole[: len(whole) - len(rest)] for whole, rest in pairwise(cut)]
    last = QFontMetrics(font).elidedText(cut[-1], Qt.TextElideMode.ElideRight, width)
    return [*(line.rstrip() for line in lines), last]
