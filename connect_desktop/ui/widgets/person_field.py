"""Who it was with: type a few letters, Enter picks; a new name is added as it stands."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMargins, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from connect_desktop.domain.search import fold
from connect_desktop.i18n import tr
from connect_desktop.ui import theme
from connect_desktop.ui.widgets.flow_group import FlowGroup
from connect_desktop.ui.widgets.people_match import (
    Choice,
    CircleChoice,
    NewName,
    Offer,
    Register,
    left_out,
    offered,
)
from connect_desktop.ui.widgets.person_chip import PersonChip
from connect_desktop.ui.widgets.tab_order import keep_together

if TYPE_CHECKING:
    from connect_desktop.ui.widgets.person_popup import PersonPopup

__all__ = ["Choice", "NewName", "PersonField"]

PAGE = 7
"""rows of the list seen at once"""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ROWS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: PAGE, Qt.Key.Key_PageUp: -PAGE}


class PersonField(FlowGroup):
    """Chosen people as chips, and a line to type the next name.

    Enter or Tab takes the highlighted one and tells `picked`; a comma takes it and stays. Backspace in the
    empty line takes out the last. `changed` tells every change of who is chosen.
    """

    changed = Signal()
    picked = Signal()
    typed = Signal()
    """the line holds other letters now"""
    circle_picked = Signal(object)
    """a CircleChoice, whose members were put in"""
    people_asked = Signal()
    """a name is being typed and nobody was offered yet: whoever listens calls `set_people` at once"""

    def __init__(self, parent: QWidget | None = None, *, name: str = "") -> None:
        """`name` says what the people are to it, "With" unless told."""
        super().__init__(name or tr("With"), parent, margins=QMargins(8, 4, 8, 4), fill_end=True)
        self._register = Register()
        self._circles: tuple[CircleChoice, ...] = ()
        self._told = False
        self._chosen: list[Choice | NewName] = []
        self._chips: list[PersonChip] = []
        self._edit = _NameEdit(self)
        self._popup: PersonPopup | None = None
        self._watched: list[QWidget] = []
        self.insert_part(0, self._edit)
        self.stop = self._edit
        self._edit.textEdited.connect(lambda _text: self._offer())
        self._edit.textChanged.connect(lambda _text: self.typed.emit())
        self._show_chosen()

    def forget_people(self) -> None:
        """Let people be asked for anew when a name is next typed: those offered may be others now."""
        self._told = False

    def set_people(self, people: Sequence[Choice]) -> None:
        """Offer these people, in this order; someone chosen who is gone now is taken out."""
        self._told = True
        before, self._register = self._register.by_id(), Register(people)
        after = self._register.by_id()
        self._set(
            one if isinstance(one, NewName) else after.get(one.id, one)
            for one in self._chosen
            if isinstance(one, NewName) or one.id in after or one.id not in before
        )

    def set_circles(self, circles: Iterable[CircleChoice]) -> None:
        """Offer these circles by their names: choosing one puts its members in."""
        self._circles = tuple(circles)

    def people(self) -> list[Choice | NewName]:
        """Return who is chosen, in order."""
        return list(self._chosen)

    def set_chosen(self, people: Iterable[Choice | NewName]) -> None:
        """Choose these people instead."""
        self._set(people)

    def set_known(self, people: Iterable[Choice | NewName]) -> None:
        """Choose these people as they are offered now; who is there no more is left out."""
        known = self._people().by_id()
        found = (one if isinstance(one, NewName) else known.get(one.id) for one in people)
        self._set(one for one in found if one is not None)

    def text(self) -> str:
        """Return what is typed and not chosen yet."""
        return self._edit.text()

    def set_text(self, text: str) -> None:
        """Put letters into the line as if they had been typed before; the list stays closed."""
        self._edit.setText(text)

    def clear(self) -> None:
        """Choose nobody, with an empty line."""
        self._edit.empty()
        self._close()
        self._set(())

    def focus_field(self) -> None:
        """Put the cursor into the line."""
        self._edit.setFocus()

    def offers(self) -> list[Offer]:
        """Return what the open list offers; none while it is closed."""
        return self._popup.offers() if self._popup is not None and self._popup.isVisible() else []

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._edit.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self._edit.hasFocus()
        painter.setPen(QPen(QColor(colours.accent if focused else colours.line), 2 if focused else 1))
        painter.setBrush(QColor(colours.surface))
        inset = 1.0 if focused else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 9, 9)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._popup is not None:
            self._popup.place(self)
        elif event.type() in (QEvent.Type.Move, QEvent.Type.MouseButtonPress, QEvent.Type.Hide):
            self._close()
        return super().eventFilter(watched, event)

    def type_key(self, event: QKeyEvent) -> bool:
        """Act on a key of the line; False leaves it to the line."""
        key, typed = Qt.Key(event.key()), bool(self._edit.text().strip())
        opened = self._popup is not None and self._popup.isVisible()
        if key in ROWS:
            self._walk(ROWS[key])
        elif key in ENTER and (typed or opened):
            self._take(stay=False) if opened else self._offer()
        elif key in ENTER and self._chosen and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.picked.emit()
        elif key == Qt.Key.Key_Comma and opened and typed:
            self._take(stay=True)
        elif key == Qt.Key.Key_Escape and opened:
            self._close()
        elif key == Qt.Key.Key_Backspace and not self._edit.text() and self._chosen:
            self._remove(self._chosen[-1])
        elif key == Qt.Key.Key_Left and not self._edit.text() and self._chips:
            self._chips[-1].setFocus(Qt.FocusReason.BacktabFocusReason)
        else:
            return False
        return True

    def tab(self) -> bool:
        """Take the highlighted one on Tab; False where nothing is typed and Tab just goes on."""
        if not self._edit.text().strip() or not self.offers():
            return False
        self._take(stay=False)
        return True

    def leave(self) -> None:
        """Close the list; a name typed out in full is taken."""
        self._close()
        if not self._edit.text():
            return
        same = [
            one
            for one in offered(self._people(), self._edit.text(), self._chosen)
            if isinstance(one, Choice) and fold(one.name) == fold(self._edit.text())
        ]
        if len(same) == 1:
            self._edit.empty()
            self._set([*self._chosen, same[0]])

    def _walk(self, rows: int) -> None:
        if self._popup is not None and self._popup.isVisible():
            self._popup.step(rows)
            self._speak()
        else:
            self._offer(even_empty=True)

    def _offer(self, *, even_empty: bool = False) -> None:
        text = self._edit.text()
        found = offered(self._people(), text, self._chosen, self._circles)
        if not found or not (text.strip() or even_empty):
            self._close()
            return
        if self._popup is None or self._popup.parentWidget() is not self.window():
            self._popup = self._made_popup()
            self._popup.picked.connect(lambda offer: self._choose(offer, stay=False))
        self._popup.show_offers(found, self)
        self._watch()
        self._speak()

    def _people(self) -> Register:
        """Return who can be chosen: never a new name for someone who only was not offered yet."""
        if not self._told:
            self._told = True
            self.people_asked.emit()
        return self._register

    def _made_popup(self) -> "PersonPopup":
        from connect_desktop.ui.widgets.person_popup import PersonPopup  # noqa: PLC0415 - start-up: not before one types

        return PersonPopup(self.window())

    def _take(self, *, stay: bool) -> None:
        offer = self._popup.current() if self._popup is not None else None
        if offer is not None:
            self._choose(offer, stay=stay)

    def _choose(self, offer: Offer, *, stay: bool) -> None:
        self._edit.empty()
        self._close()
        if isinstance(offer, CircleChoice):
            self._set([*self._chosen, *left_out(offer, self._chosen)])
            self.circle_picked.emit(offer)
        else:
            self._set([*self._chosen, offer])
        if not stay:
            self.picked.emit()

    def _remove(self, person: Choice | NewName) -> None:
        self._set(one for one in self._chosen if one is not person)
        self._edit.setFocus()

    def _set(self, people: Iterable[Choice | NewName]) -> None:
        before, self._chosen = self._chosen, list(people)
        self._show_chosen()
        if self._chosen != before:
            self.changed.emit()

    def _show_chosen(self) -> None:
        wanted = [(one, self._register.shared(one.name)) for one in self._chosen]
        if wanted != [(chip.person, chip.with_detail) for chip in self._chips]:
            self._replace_chips(wanted)
        self._edit.setPlaceholderText(tr("add someone…") if self._chosen else tr("a name…"))
        names = ", ".join(one.name for one in self._chosen)
        self._edit.setAccessibleName(self.accessibleName())
        self._edit.setAccessibleDescription(tr("Chosen: {names}", names=names) if names else "")

    def _replace_chips(self, wanted: Sequence[tuple[Choice | NewName, bool]]) -> None:
        for chip in self._chips:
            self.remove_part(chip)
        self._chips = [self._chip(place, one, shared) for place, (one, shared) in enumerate(wanted)]
        keep_together(self, [*self._chips, self._edit])

    def _chip(self, place: int, person: Choice | NewName, shared: bool) -> PersonChip:
        chip = PersonChip(person, with_detail=shared, parent=self)
        chip.remove_asked.connect(lambda: self._remove(person))
        self.insert_part(place, chip)
        return chip

    def _close(self) -> None:
        for widget in self._watched:
            widget.removeEventFilter(self)
        self._watched = []
        if self._popup is not None:
            self._popup.hide()

    def _watch(self) -> None:
        """Close the list when what it hangs on moves or something else is clicked; keep it in place while
        the page around it grows."""
        if self._watched:
            return
        widget: QWidget | None = self
        while widget is not None:
            self._watched.append(widget)
            widget = None if widget.isWindow() else widget.parentWidget()
        for widget in self._watched:
            widget.installEventFilter(self)

    def _speak(self) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415 - start-up: see above

        if self._popup is not None:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._edit, self._popup.spoken()))


class _NameEdit(QLineEdit):
    def __init__(self, field: PersonField) -> None:
        super().__init__(field)
        self._field = field
        self.setProperty("role", "bare")

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * 14, metrics.height() + 10)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def empty(self) -> None:
        """Hold nothing, not even what could be undone: a name that was taken is undone where it went."""
        self.setText("")

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
            if (event.matches(undo) and not self.isUndoAvailable()) or (
                event.matches(redo) and not self.isRedoAvailable()
            ):
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._field.type_key(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, following: bool) -> bool:
        return (following and self._field.tab()) or super().focusNextPrevChild(following)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._field.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._field.leave()
        self._field.update()
