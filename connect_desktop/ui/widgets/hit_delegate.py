"""How what was found is painted: a face or an icon, a title, when it was, and the words around the match."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from connect_desktop.ui import icons, theme
from connect_desktop.ui.table_model import Index
from connect_desktop.ui.widgets.avatar import paint_avatar
from connect_desktop.ui.widgets.headed_rows import RECORD, HeadingRow
from connect_desktop.ui.widgets.hit_rows import HitRow, MoreRow
from connect_desktop.ui.widgets.marked_text import height_of, marked_lines, paint_marked
from connect_desktop.ui.widgets.row_ground import leading, paint_ground, paint_heading, placed, trailing

DISC, GAP, PAD, ROW_PAD = 34, 14, 9, 10
LINES = 2
ICON = 20


class HitDelegate(QStyledItemDelegate):
    """Paints the rows of a `HitList`; heights follow the width and the size of text."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row, width = index.data(RECORD), self._view.viewport().width()
        if isinstance(row, HeadingRow):
            return QSize(width, QFontMetrics(theme.font("small", strong=True)).height() + 20)
        height = QFontMetrics(theme.font(strong=True)).height()
        if isinstance(row, MoreRow):
            return QSize(width, height + 2 * PAD)
        if row.excerpt.text:
            height += 2 + height_of(_excerpt(row, option, _text_width(width)))
        return QSize(width, max(DISC, height) + 2 * PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(RECORD)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, HeadingRow):
            paint_heading(painter, option, option.rect.adjusted(ROW_PAD, 10, -ROW_PAD, -2), row.text)
        else:
            paint_ground(painter, option, focused=_focused(option))
            (_paint_more if isinstance(row, MoreRow) else _paint_hit)(painter, option, row)
        painter.restore()


def _paint_more(painter: QPainter, option: QStyleOptionViewItem, row: MoreRow) -> None:
    painter.setFont(theme.font(strong=True))
    painter.setPen(QColor(theme.palette().accent))
    area, width = option.rect, _text_width(option.rect.width())
    place = placed(option, area, QRect(ROW_PAD + DISC + GAP, 0, width, area.height()))
    painter.drawText(place, leading(option) | Qt.AlignmentFlag.AlignVCenter, row.spoken)


def _paint_hit(painter: QPainter, option: QStyleOptionViewItem, row: HitRow) -> None:
    area = option.rect.adjusted(ROW_PAD, PAD, -ROW_PAD, -PAD)
    _paint_disc(painter, placed(option, area, QRect(0, 0, DISC, DISC)), row)
    colours, width = theme.palette(), _text_width(option.rect.width())
    strong, small = theme.font(strong=True), theme.font("small")
    height = QFontMetrics(strong).height()
    top = 0 if row.excerpt.text else (DISC - height) // 2
    facts_width = min(QFontMetrics(small).horizontalAdvance(row.facts) + 2, width // 2) if row.facts else 0
    title_width = width - facts_width - (12 if row.facts else 0)
    title = marked_lines(row.title, strong, title_width, 1, leading(option))
    paint_marked(
        painter, title, placed(option, area, QRect(DISC + GAP, top, title_width, height)), colours.ink
    )
    painter.setFont(small)
    painter.setPen(QColor(colours.faint))
    facts = placed(option, area, QRect(DISC + GAP + width - facts_width, top, facts_width, height))
    text = QFontMetrics(small).elidedText(row.facts, Qt.TextElideMode.ElideRight, facts_width)
    painter.drawText(facts, trailing(option) | Qt.AlignmentFlag.AlignVCenter, text)
    if row.excerpt.text:
        below = placed(option, area, QRect(DISC + GAP, height + 2, width, area.height() - height - 2))
        paint_marked(painter, _excerpt(row, option, width), below, colours.soft)


def _paint_disc(painter: QPainter, place: QRect, row: HitRow) -> None:
    colours = theme.palette()
    if row.face is not None:
        paint_avatar(painter, QRectF(place), row.face.name, row.face.colour, colours)
        return
    painter.setPen(QPen(QColor(colours.line), 1))
    painter.setBrush(QColor(colours.sunken))
    painter.drawEllipse(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5))
    inside = QRect(0, 0, ICON, ICON)
    inside.moveCenter(place.center())
    icons.icon(row.icon).paint(painter, inside)


def _excerpt(row: HitRow, option: QStyleOptionViewItem, width: int) -> QTextLayout:
    return marked_lines(row.excerpt, option.font, width, LINES, leading(option))


def _focused(option: QStyleOptionViewItem) -> bool:
    chosen, focused = QStyle.StateFlag.State_Selected, QStyle.StateFlag.State_HasFocus
    return bool(option.state & chosen and option.state & focused)


def _text_width(row_width: int) -> int:
    return max(80, row_width - 2 * ROW_PAD - DISC - GAP)
