"""Two circles that are drawn together: how much of one another two people are."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from connect_desktop.domain.labels import overlap_label
from connect_desktop.i18n import tr
from connect_desktop.ui import theme
from connect_desktop.ui.widgets.colours import blend
from connect_desktop.ui.widgets.focus_marks import paint_frame

APART, ONE = 1, 7
_HEIGHT = 84
"""pixels of the picture, at the usual size of text"""
_WRITABLE = 44
"""pixels of a circle that hold a name, at the usual size of text"""
_NEAR = 0.18
"""of the width of a circle that lies between the middles of two that are almost one"""
_LINES = 2
"""of words below, always kept free: the circles stand still when the words change"""
_WRAPPED = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_UPRIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
_MORE = (Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Plus, Qt.Key.Key_Equal)
_LESS = (Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Minus)
_CLEAR = (Qt.Key.Key_0, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class TwoCircles(QAbstractSlider):
    """Chooses 1, apart, to 7, almost one, or None.

    Arrows and dragging move the circles, keys 1 … 7 set them, 0 or Delete clears. `drawn` tells what the user
    did, while dragging at its end; `show_overlap` is silent.
    """

    drawn = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answer: int | None = None
        self._shown: int | None = None
        self._name, self._colour = "", 0
        self.setRange(APART, ONE)
        self.setPageStep(2)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._say()

    def overlap(self) -> int | None:
        """Return the answer."""
        return self._answer

    def show_overlap(self, overlap: int | None, name: str, colour: int) -> None:
        """Show how the two circles lie, with whom."""
        self._answer = self._shown = overlap
        self._name, self._colour = name, colour
        self._say()

    def sizeHint(self) -> QSize:
        words = QFontMetrics(theme.font("small")).lineSpacing() * _LINES
        return QSize(220, round(_HEIGHT * max(1.0, theme.scale())) + words + 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), self._answer
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if mirrored and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            key = Qt.Key.Key_Left if key == Qt.Key.Key_Right else Qt.Key.Key_Right
        if key in _CLEAR:
            self._answer_with(None)
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_7:
            self._answer_with(key - Qt.Key.Key_0)
        elif key in _MORE:
            self._answer_with(APART if held is None else min(ONE, held + 1))
        elif key in _LESS:
            self._answer_with(ONE if held is None else max(APART, held - 1))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._answer_with(APART if key == Qt.Key.Key_Home else ONE)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.mouseMoveEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._shown = self._at(event.position())
        self._say()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._answer_with(self._at(event.position()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1.0 if self.isEnabled() else 0.55)
        you, they = self._circles()
        theirs = colours.people[self._colour % len(colours.people)]
        self._paint_circle(painter, you, colours.accent)
        self._paint_circle(painter, they, theirs)
        if self._shown is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(blend(blend(colours.accent, theirs, 0.5), colours.surface, 0.35)))
            painter.drawPath(_disc(you).intersected(_disc(they)))
        painter.setOpacity(1.0)
        self._paint_words(painter, you, they)
        if self.hasFocus():
            paint_frame(painter, self.rect(), 9)

    def _answer_with(self, overlap: int | None) -> None:
        before, self._answer = self._answer, overlap
        self._shown = overlap
        self._say()
        if overlap != before:
            self.drawn.emit(overlap)

    def _say(self) -> None:
        """Let the words and a screen reader say how the circles lie."""
        was = self.blockSignals(True)
        self.setValue(self._shown or APART)
        self.blockSignals(was)
        self.setAccessibleName(tr("You and {name}, two circles", name=self._name))
        self.setAccessibleDescription(self.words())
        self.update()

    def words(self) -> str:
        """Return how the circles lie, in words."""
        if self._shown is None:
            return tr("Not drawn. Drag the circles together, or press 1 to 7.")
        return overlap_label(self._shown)

    def _circles(self) -> tuple[QRectF, QRectF]:
        """Return the two circles, yours first where reading begins."""
        side = round(_HEIGHT * max(1.0, theme.scale())) - 8
        side = min(side, self.width() // 2 - 6)
        apart = self._distance(self._shown if self._shown is not None else APART, side) / 2
        middle = QPointF(self.width() / 2, side / 2 + 6)
        flip = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        found = []
        for sign in (-flip, flip):
            circle = QRectF(0, 0, side, side)
            circle.moveCenter(middle + QPointF(sign * apart, 0))
            found.append(circle)
        return found[0], found[1]

    def _distance(self, overlap: int, side: float) -> float:
        """Return how far the middles lie apart."""
        if overlap == APART:
            return side + 8
        return side * (1 - (1 - _NEAR) * (overlap - 2) / (ONE - 2))

    def _at(self, at: QPointF) -> int:
        """Return the answer whose circles lie nearest to how far from the middle they are held."""
        side = self._circles()[0].width()
        held = abs(at.x() - self.width() / 2)
        # Held by the middle of a circle, which is half as far away as the two from one another.
        return min(range(APART, ONE + 1), key=lambda one: abs(self._distance(one, side) / 2 - held))

    def _paint_circle(self, painter: QPainter, circle: QRectF, colour: str) -> None:
        known = self._shown is not None
        pen = QPen(QColor(colour), 2, Qt.PenStyle.SolidLine if known else Qt.PenStyle.DashLine)
        painter.setPen(pen)
        ground = theme.palette().surface
        painter.setBrush(QColor(blend(ground, colour, 0.18)) if known else QColor(ground))
        painter.drawEllipse(circle)

    def _paint_words(self, painter: QPainter, you: QRectF, they: QRectF) -> None:
        painter.setFont(theme.font("small"))
        painter.setPen(QColor(theme.palette().soft))
        below = QRectF(4, you.bottom() + 4, self.width() - 8, self.height() - you.bottom() - 4)
        painter.drawText(below, _WRAPPED, self.words())
        for name, circle, other in ((tr("you"), you, they), (self._name, they, you)):
            self._paint_name(painter, name, circle, other)

    def _paint_name(self, painter: QPainter, name: str, circle: QRectF, other: QRectF) -> None:
        """Write a name into what the other leaves free of a circle, or beside it where that is small."""
        left = circle.center().x() < other.center().x()
        alone = min(circle.width(), abs(circle.center().x() - other.center().x()))
        area = QRectF(0, circle.top(), alone - 8, circle.height())
        align = Qt.AlignmentFlag.AlignHCenter
        if alone >= _WRITABLE * theme.scale():
            area.moveLeft(circle.left() + 4 if left else circle.right() - alone + 4)
        else:
            area.setWidth(max(0.0, min(circle.left(), other.left()) - 8))
            area.moveLeft(2 if left else circle.right() + 6)
            align = Qt.AlignmentFlag.AlignRight if left else Qt.AlignmentFlag.AlignLeft
        metrics = QFontMetrics(theme.font("small"))
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, round(area.width()))
        painter.drawText(area, align | _UPRIGHT, shown)


def _disc(circle: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(circle.adjusted(1, 1, -1, -1))
    return path
