"""How a moment is painted in a list: avatar, names, facts, note, words, and the body's answer."""

from itertools import pairwise

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from connect_desktop.ui import theme
from connect_desktop.ui.widgets.avatar import paint_avatar
from connect_desktop.ui.widgets.breath import paint_breath
from connect_desktop.ui.widgets.headed_rows import RECORD, HeadingRow, Index
from connect_desktop.ui.widgets.moment_rows import MomentRow
from connect_desktop.ui.widgets.row_ground import leading, mirrored, paint_ground, paint_heading, placed

AVATAR, MARK, GAP, PAD = 34, 34, 14, 10
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
        height = metrics.height() + lines * metrics.lineSpacing() + (_tag_height() + 8 if row.tags else 0)
        return QSize(width, max(AVATAR, height) + 2 * PAD)

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
    top = (AVATAR - QFontMetrics(option.font).height()) // 2 if alone else 0
    text = placed(option, area, QRect(AVATAR + GAP, top, width, area.height()))
    below = _paint_heading(painter, option, row, text)
    below = _paint_note(painter, option, row, text, below)
    _paint_tags(painter, option, row, QRect(text.left(), below + 6, width, _tag_height()))


def _paint_heading(painter: QPainter, option: QStyleOptionViewItem, row: MomentRow, area: QRect) -> int:
    colours, align = theme.palette(), leading(option)
    name_font = QFont(option.font)
    name_font.setWeight(QFont.Weight.DemiBold)
    names, facts = QFontMetrics(name_font), QFontMetrics(theme.font("small"))
    facts_width = min(facts.horizontalAdvance(row.facts) + 2, area.width() * 2 // 3)
    name_width = min(names.horizontalAdvance(row.names) + 2, area.width() - facts_width - 10)
    name_place = QRect(area.left(), area.top(), name_width, names.height())
    facts_place = QRect(area.left() + name_width + 10, area.top(), facts_width, names.height())
    if align == Qt.AlignmentFlag.AlignRight:
        name_place.moveRight(area.right())
        facts_place.moveRight(name_place.left() - 10)
    painter.setFont(name_font)
    painter.setPen(QColor(colours.ink))
    elided = names.elidedText(row.names, Qt.TextElideMode.ElideRight, name_width)
    painter.drawText(name_place, align | Qt.AlignmentFlag.AlignVCenter, elided)
    painter.setFont(theme.font("small"))
    painter.setPen(QColor(colours.faint))
    elided = facts.elidedText(row.facts, Qt.TextElideMode.ElideRight, facts_width)
    painter.drawText(facts_place, align | Qt.AlignmentFlag.AlignVCenter, elided)
    return area.top() + names.height()


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


def _paint_tags(painter: QPainter, option: QStyleOptionViewItem, row: MomentRow, area: QRect) -> None:
    colours, metrics = theme.palette(), QFontMetrics(theme.font("small"))
    painter.setFont(theme.font("small"))
    used = 0
    for text, kind in row.tags:
        width = metrics.horizontalAdvance(text) + 20
        if used + width > area.width():
            break
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
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
        used += width + 6


def _note(row: MomentRow) -> str:
    return row.moment.interaction.note or (row.shown.note if row.shown else "")


def _focused(option: QStyleOptionViewItem) -> bool:
    focused, active = QStyle.StateFlag.State_HasFocus, QStyle.StateFlag.State_Active
    return bool(option.state & focused and option.state & active)


def _text_width(row_width: int) -> int:
    return max(80, row_width - 2 * ROW_PAD - AVATAR - GAP - GAP - MARK)


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
