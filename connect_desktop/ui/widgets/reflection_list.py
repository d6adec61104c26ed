"""Reflections as a list of small cards: a title, a day, who is in it."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from connect_desktop.domain import Reflection
from connect_desktop.i18n import tr
from connect_desktop.ui import theme
from connect_desktop.ui.table_model import Index
from connect_desktop.ui.widgets.scroll_gap import keep_gap

RECORD = Qt.ItemDataRole.UserRole
DETAIL = Qt.ItemDataRole.UserRole + 1
PADDING, GAP, RADIUS = 14, 10, 12


def heading(reflection: Reflection) -> str:
    """Return the title, or the first words where there is none."""
    first = reflection.text.lstrip()[:120].split("\n", 1)[0]
    return reflection.title or first.lstrip("#>*- ") or tr("Untitled")


class ReflectionModel(QAbstractListModel):
    """The reflections found, newest first; `detail` says the small line of each."""

    def __init__(self, detail: Callable[[Reflection], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._detail = detail
        self._shown: list[Reflection] = []

    def show_reflections(self, found: Sequence[Reflection]) -> None:
        """Show these; where they are the same ones in the same order, only their texts are drawn anew."""
        same = [one.id for one in found] == [one.id for one in self._shown]
        if not same:
            self.beginResetModel()
        self._shown = list(found)
        if not same:
            self.endResetModel()
        elif found:
            self.dataChanged.emit(self.index(0), self.index(len(found) - 1))

    def shown(self) -> list[Reflection]:
        """Return what is shown, in order."""
        return list(self._shown)

    def row_of(self, reflection_id: str | None) -> int:
        """Return the row of a reflection, −1 where it is not shown."""
        return next((row for row, one in enumerate(self._shown) if one.id == reflection_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        found = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return heading(found)
        if role == DETAIL:
            return self._detail(found)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{heading(found)}\n{self._detail(found)}"
        return found if role == RECORD else None


class ReflectionCards(QStyledItemDelegate):
    """Paints each of a `ReflectionModel` as a card: heading, small line."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        lines = QFontMetrics(theme.font()).height() + QFontMetrics(theme.font("small")).height()
        return QSize(option.rect.width(), lines + 4 + 2 * (PADDING + 1) + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours, state = theme.palette(), option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = chosen and bool(state & QStyle.StateFlag.State_HasFocus)
        card = option.rect.adjusted(1, 1, -1, -1 - GAP)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.accent if chosen else colours.line), 2 if focused else 1))
        hovered = bool(state & QStyle.StateFlag.State_MouseOver) and not chosen
        painter.setBrush(QColor(colours.sunken if hovered else colours.surface))
        painter.drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        inside = card.adjusted(PADDING, PADDING, -PADDING, -PADDING)
        title = QRect(inside.left(), inside.top(), inside.width(), QFontMetrics(theme.font()).height())
        painter.setFont(theme.font(strong=True))
        _draw_line(painter, title, str(index.data()), colours.ink)
        painter.setFont(theme.font("small"))
        below = inside.adjusted(0, title.height() + 4, 0, 0)
        _draw_line(painter, below, str(index.data(DETAIL)), colours.faint)
        painter.restore()


def _draw_line(painter: QPainter, into: QRect, text: str, colour: str) -> None:
    painter.setPen(QColor(colour))
    line = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, into.width())
    painter.drawText(into, int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop), line)


def show_as_cards(view: QListView, found: ReflectionModel) -> None:
    """Let a list show reflections as cards."""
    view.setModel(found)
    view.setItemDelegate(ReflectionCards(view))
    view.setProperty("role", "clear")
    view.setAccessibleName(tr("Reflections"))
    view.setUniformItemSizes(True)
    view.setMouseTracking(True)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


class ReflectionList(QListView):
    """`opened(Reflection)` when one was chosen, `write_asked()` on Enter, `delete_asked()` on Delete."""

    opened = Signal(object)
    write_asked = Signal()
    delete_asked = Signal()

    def __init__(self, detail: Callable[[Reflection], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found = ReflectionModel(detail, self)
        show_as_cards(self, self.found)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        keep_gap(self)

    def show_reflections(self, found: Sequence[Reflection], chosen: str | None) -> None:
        """List these and mark one, without opening it."""
        self.found.show_reflections(found)
        self.mark(chosen)

    def mark(self, chosen: str | None) -> None:
        """Mark the one that is open, without opening it."""
        row = self.found.row_of(chosen)
        model = self.selectionModel()
        was = self.blockSignals(True)
        if row < 0:
            model.clear()
        elif self.currentIndex().row() != row or not model.hasSelection():
            model.setCurrentIndex(self.found.index(row), QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.blockSignals(was)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.opened.emit(current.data(RECORD))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.write_asked.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_asked.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.scheduleDelayedItemsLayout()
