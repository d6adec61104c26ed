"""The twelve grounds for a person's initials, to choose one from."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from connect_desktop.i18n import tr
from connect_desktop.ui import theme

DOT, GAP, RING = 24, 8, 4


def colour_names() -> tuple[str, ...]:
    """Return what the twelve colours are called, in the palette's order."""
    return (
        tr("clay"), tr("slate blue"), tr("violet"), tr("grey"), tr("ochre"), tr("moss"), tr("plum"),
        tr("teal"), tr("rust"), tr("periwinkle"), tr("olive"), tr("umber"),
    )  # fmt: skip


class Swatches(QWidget):
    """One colour of twelve, by mouse or arrow keys; `changed(index)`."""

    changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._name()

    def value(self) -> int:
        """Return the index of the chosen colour."""
        return self._chosen

    def set_value(self, index: int) -> None:
        """Choose a colour without telling anyone."""
        self._chosen = index
        self._name()
        self.update()

    def sizeHint(self) -> QSize:
        count = len(theme.palette().people)
        return QSize(count * (DOT + GAP) + RING, DOT + 2 * RING)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1,
            Qt.Key.Key_Home: -self._chosen, Qt.Key.Key_End: len(theme.palette().people) - 1 - self._chosen,
        }  # fmt: skip
        if event.key() in steps:
            self._choose((self._chosen + steps[Qt.Key(event.key())]) % len(theme.palette().people))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = int(event.position().x() // (DOT + GAP))
        if 0 <= index < len(theme.palette().people):
            self._choose(index)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, colour in enumerate(colours.people):
            dot = QRectF(index * (DOT + GAP) + RING, RING, DOT, DOT)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour))
            painter.drawEllipse(dot)
            if index == self._chosen:
                self._mark(painter, dot)

    def _mark(self, painter: QPainter, dot: QRectF) -> None:
        colours = theme.palette()
        painter.setPen(QPen(QColor(colours.on_person), 2.5))
        centre = dot.center()
        painter.drawPolyline([centre + QPointF(-5, 0), centre + QPointF(-1.5, 4), centre + QPointF(5.5, -4)])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        here = self.hasFocus()
        painter.setPen(QPen(QColor(colours.accent if here else colours.ink), 2 if here else 1))
        painter.drawEllipse(dot.adjusted(1 - RING, 1 - RING, RING - 1, RING - 1))

    def _choose(self, index: int) -> None:
        if index != self._chosen:
            self.set_value(index)
            self.changed.emit(index)

    def _name(self) -> None:
        self.setAccessibleName(tr("Colour: {name}", name=colour_names()[self._chosen]))
