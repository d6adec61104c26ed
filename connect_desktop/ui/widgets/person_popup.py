"""The list under a person field: who may be meant, and the new name at its end."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from connect_desktop.i18n import tr, tr_n
from connect_desktop.ui import theme
from connect_desktop.ui.table_model import Index
from connect_desktop.ui.widgets.avatar import paint_avatar
from connect_desktop.ui.widgets.people_match import Choice, CircleChoice, NewName, Offer
from connect_desktop.ui.widgets.tip import tip

OFFER = Qt.ItemDataRole.UserRole
SHOWN = 7
"""rows seen at once"""
DISC, GAP, EDGE = 24, 10, 6


class PersonPopup(QFrame):
    """Lies over the window below its field and never takes the focus, so that typing goes on."""

    picked = Signal(object)
    """an Offer, by mouse"""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setProperty("role", "card")
        self._model = _Offers(self)
        self._view = QListView()
        self._view.setModel(self._model)
        self._view.setItemDelegate(_OfferDelegate(self._view))
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setUniformItemSizes(True)
        self._view.setMouseTracking(True)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._view.setAccessibleName(tr("People found"))
        self._view.entered.connect(self._view.setCurrentIndex)
        self._view.clicked.connect(lambda index: self.picked.emit(index.data(OFFER)))
        down = QVBoxLayout(self)
        down.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        down.addWidget(self._view)
        self.hide()

    def show_offers(self, offers: Sequence[Offer], beside: QWidget) -> None:
        """Show these under `beside`, or above it where there is more room; the first is highlighted."""
        self._model.fill(offers)
        self.move_to(0)
        self.place(beside)
        self.show()
        self.raise_()

    def offers(self) -> list[Offer]:
        """Return what is offered."""
        return list(self._model.offers)

    def current(self) -> Offer | None:
        """Return the highlighted offer."""
        offer = self._view.currentIndex().data(OFFER)
        return offer if isinstance(offer, Choice | NewName | CircleChoice) else None

    def step(self, rows: int) -> None:
        """Move the highlight by some rows, not past the ends."""
        self.move_to(self._view.currentIndex().row() + rows)

    def move_to(self, row: int) -> None:
        """Highlight a row, the nearest there is."""
        row = min(self._model.rowCount() - 1, max(0, row))
        self._view.setCurrentIndex(self._model.index(row))

    def spoken(self) -> str:
        """Return the highlighted offer for a screen reader."""
        row, count = self._view.currentIndex().row() + 1, self._model.rowCount()
        text = self._view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) or ""
        return tr("{offer}, {row} of {count}", offer=text, row=row, count=count)

    def place(self, beside: QWidget) -> None:
        """Lie under `beside`, or above it where there is more room."""
        window = self._window
        at = beside.mapTo(window, beside.rect().topLeft())
        below = window.height() - at.y() - beside.height() - 8
        above = at.y() - 8
        wanted = min(SHOWN, self._model.rowCount()) * _row_height() + 2 * EDGE + 2
        under = below >= wanted or below >= above
        height = min(wanted, max(below if under else above, _row_height() + 2 * EDGE + 2))
        width = min(window.width() - 16, max(beside.width(), _metrics().averageCharWidth() * 32))
        x = min(at.x(), window.width() - width - 8)
        if beside.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = max(8, at.x() + beside.width() - width)
        y = at.y() + beside.height() + 4 if under else at.y() - height - 4
        self.setGeometry(QRect(x, y, width, height))


class _Offers(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.offers: list[Offer] = []

    def fill(self, offers: Sequence[Offer]) -> None:
        self.beginResetModel()
        self.offers = list(offers)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.offers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        offer = self.offers[index.row()]
        if role == OFFER:
            return offer
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _text(offer)
        if role == Qt.ItemDataRole.ToolTipRole and len(offer.name) > 40:
            return tip(offer.name)
        return None


class _OfferDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(option.rect.width(), _row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        offer, colours = index.data(OFFER), theme.palette()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.setPen(QPen(QColor(colours.accent), 1))
            painter.setBrush(QColor(colours.wash))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        area = option.rect.adjusted(8, 0, -8, 0)
        disc = QRect(area.left(), area.center().y() - DISC // 2 + 1, DISC, DISC)
        text = area.adjusted(DISC + GAP, 0, 0, 0)
        align = Qt.AlignmentFlag.AlignLeft
        if option.direction == Qt.LayoutDirection.RightToLeft:
            disc.moveRight(area.right())
            text, align = area.adjusted(0, 0, -DISC - GAP, 0), Qt.AlignmentFlag.AlignRight
        _paint_sign(painter, disc, offer)
        _paint_text(
            painter, text, offer, align | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        )
        painter.restore()


def _paint_sign(painter: QPainter, disc: QRect, offer: Offer) -> None:
    if isinstance(offer, Choice):
        paint_avatar(painter, QRectF(disc), offer.name, offer.colour, theme.palette())
        return
    painter.setPen(QPen(QColor(theme.palette().accent), 1.6))
    middle = QRectF(disc).center()
    arm = DISC / 4
    if isinstance(offer, CircleChoice):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for x in (-arm / 2, arm / 2):
            painter.drawEllipse(QPointF(middle.x() + x, middle.y()), arm, arm)
        return
    painter.drawLine(int(middle.x() - arm), int(middle.y()), int(middle.x() + arm), int(middle.y()))
    painter.drawLine(int(middle.x()), int(middle.y() - arm), int(middle.x()), int(middle.y() + arm))


def _paint_text(painter: QPainter, area: QRect, offer: Offer, align: Qt.AlignmentFlag) -> None:
    colours, metrics, small = theme.palette(), _metrics(), QFontMetrics(theme.font("small"))
    detail = _detail(offer)
    spare = min(small.horizontalAdvance(detail) + GAP, area.width() // 2) if detail else 0
    name = _text(offer) if isinstance(offer, NewName) else offer.name
    shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, area.width() - spare)
    painter.setFont(theme.font())
    painter.setPen(QColor(colours.accent if isinstance(offer, NewName) else colours.ink))
    painter.drawText(area, align, shown)
    if detail:
        used = metrics.horizontalAdvance(shown) + GAP
        rest = area.adjusted(used, 0, 0, 0)
        if align & Qt.AlignmentFlag.AlignRight:
            rest = area.adjusted(0, 0, -used, 0)
        painter.setFont(theme.font("small"))
        painter.setPen(QColor(colours.soft))
        painter.drawText(rest, align, small.elidedText(detail, Qt.TextElideMode.ElideRight, rest.width()))


def _text(offer: Offer) -> str:
    if isinstance(offer, NewName):
        return tr("add {name}…", name=offer.name)
    detail = _detail(offer)
    return f"{offer.name}, {detail}" if detail else offer.name


def _detail(offer: Offer) -> str:
    if isinstance(offer, CircleChoice):
        count = len(offer.members)
        return tr_n("circle of {n}", "circle of {n}", count)
    return offer.detail if isinstance(offer, Choice) else ""


def _metrics() -> QFontMetrics:
    return QFontMetrics(theme.font())


def _row_height() -> int:
    return max(DISC, _metrics().height()) + 10
