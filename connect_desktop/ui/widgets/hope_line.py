"""The moments that answered a hope as a line of dots: toward above, away below, neither on the line."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from connect_desktop.domain import Direction, Sign
from connect_desktop.i18n import tr
from connect_desktop.ui import theme
from connect_desktop.ui.widgets.colours import edge
from connect_desktop.ui.widgets.focus_marks import paint_frame, paint_ring
from connect_desktop.ui.widgets.hope_row import HopeRow, sign_words
from connect_desktop.ui.widgets.tip import tip

STEP, APART = 24, 16
"""pixels from dot to dot where there is room, and from the line to those above and below it, at 100 %"""
RADIUS, SMALL = 5.5, 3.0
"""of a dot, and of one among hundreds"""
NEAR = 12
"""pixels within which a dot is pointed at"""
FAR = 10
"""dots that PageUp and PageDown pass"""
OPEN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
HEIGHTS = {Direction.TOWARD: -1, Direction.NEITHER: 0, Direction.AWAY: 1}


class HopeLine(QWidget):
    """`opened(interaction id)` on a click on a dot, or Enter on the one walked to with the arrows."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._signs: tuple[Sign, ...] = ()
        self._twin = ""
        self._walked: int | None = None
        self._hovered: int | None = None
        self._outlined = False
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_row(self, row: HopeRow) -> None:
        """Show what moments said about a hope."""
        if row.signs != self._signs:
            self._walked = self._hovered = None
        self._signs, self._twin = row.signs, row.twin()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if row.signs else Qt.FocusPolicy.NoFocus)
        self._name()
        self.update()

    def current(self) -> Sign | None:
        """Return the moment under the pointer, or else the one walked to."""
        place = self._hovered if self._hovered is not None else self._walked
        return self._signs[place] if place is not None else None

    def places(self) -> list[QPointF]:
        """Return where each dot lies in this widget, the oldest first."""
        scale, radius, mirrored = theme.scale(), self._radius(), self._mirrored()
        start = self._gutter() + radius
        room = self.width() - start - radius - 2
        step = min(STEP * scale, room / max(1, len(self._signs) - 1))
        middle = self.height() / 2
        return [
            QPointF(
                self.width() - start - number * step if mirrored else start + number * step,
                middle + HEIGHTS[sign.direction] * APART * scale,
            )
            for number, sign in enumerate(self._signs)
        ]

    def sizeHint(self) -> QSize:
        return QSize(round(self._gutter() + 12 * STEP * theme.scale()), self._tall())

    def minimumSizeHint(self) -> QSize:
        return QSize(round(self._gutter() + 4 * STEP * theme.scale()), self._tall())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_words(painter)
        middle, gutter = self.height() / 2, self._gutter() - 4
        painter.setPen(QPen(QColor(colours.line), 2))
        start, end = (0.0, self.width() - gutter) if self._mirrored() else (gutter, float(self.width()))
        painter.drawLine(QPointF(start, middle), QPointF(end, middle))
        places = self.places()
        for way in Direction:
            self._paint_dots(painter, way, places)
        self._paint_current(painter, places)
        if self._outlined and self._walked is None:
            paint_frame(painter, self.rect(), 6)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._nearest(event.position())
        if found != self._hovered:
            self._hovered = found
            self._tell(event.globalPosition().toPoint())
            pointing = Qt.CursorShape.PointingHandCursor
            self.setCursor(pointing if found is not None else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.setAccepted(event.button() is Qt.MouseButton.LeftButton)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._open(self._nearest(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hovered = None
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        target = self._target(key)
        if target is not None:
            self._walk(target)
        elif key in OPEN and self._walked is not None:
            self._open(self._walked)
        elif key is Qt.Key.Key_Escape and self._walked is not None:
            self._stop()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._outlined = event.reason() is not Qt.FocusReason.MouseFocusReason
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._outlined = False
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._stop()
        self.update()

    def _target(self, key: Qt.Key) -> int | None:
        """Return the dot a key leads to, the latest first; None where it leads to none."""
        last = len(self._signs) - 1
        if last < 0:
            return None
        back = 1 if self._mirrored() else -1
        steps = {
            Qt.Key.Key_Left: back, Qt.Key.Key_Right: -back,
            Qt.Key.Key_PageUp: -FAR, Qt.Key.Key_PageDown: FAR,
        }  # fmt: skip
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            return 0 if key is Qt.Key.Key_Home else last
        if key in steps:
            return last if self._walked is None else min(last, max(0, self._walked + steps[key]))
        return None

    def _walk(self, number: int) -> None:
        self._hovered, self._walked = None, number
        self._name()
        said = sign_words(self._signs[number])
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
        self._tell(self.mapToGlobal(self.places()[number]).toPoint())

    def _stop(self) -> None:
        if self._walked is not None:
            self._walked = None
            self._name()
            QToolTip.hideText()
            self.update()

    def _open(self, number: int | None) -> None:
        if number is not None:
            self.opened.emit(self._signs[number].interaction)

    def _nearest(self, at: QPointF) -> int | None:
        """Return the dot within reach that lies nearest to a point."""
        apart = {number: (place - at).manhattanLength() for number, place in enumerate(self.places())}
        best = min(apart, key=apart.__getitem__, default=None)
        return best if best is not None and apart[best] <= NEAR * theme.scale() else None

    def _tell(self, at: QPoint) -> None:
        """Show what the current moment says beside it."""
        sign = self.current()
        QToolTip.showText(at, tip(sign_words(sign)), self) if sign else QToolTip.hideText()
        self.update()

    def _name(self) -> None:
        """Let a screen reader say the whole line, or the moment walked to."""
        walked = self._walked
        self.setAccessibleName(self._twin if walked is None else sign_words(self._signs[walked]))
        self.setAccessibleDescription("" if walked is None else self._twin)

    def _paint_words(self, painter: QPainter) -> None:
        font, scale = theme.font("tiny"), theme.scale()
        painter.setFont(font)
        painter.setPen(QColor(theme.palette().soft))
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        high = QFontMetrics(font).height()
        for text, way in ((tr("toward"), -1), (tr("away"), 1)):
            top = self.height() / 2 + way * APART * scale - high / 2
            painter.drawText(QRectF(0, top, self.width(), high), align, text)

    def _paint_dots(self, painter: QPainter, way: Direction, places: Sequence[QPointF]) -> None:
        colours, radius = theme.palette(), self._radius()
        fill = {Direction.TOWARD: colours.for_body(2), Direction.AWAY: colours.for_body(-2)}.get(way)
        painter.setBrush(QColor(fill or colours.surface))
        painter.setPen(QPen(QColor(edge(fill, colours) if fill else colours.faint), 1))
        size = radius if fill else 0.8 * radius
        for sign, place in zip(self._signs, places, strict=True):
            if sign.direction is way:
                painter.drawEllipse(place, size, size)

    def _paint_current(self, painter: QPainter, places: Sequence[QPointF]) -> None:
        number = self._hovered if self._hovered is not None else self._walked
        if number is None:
            return
        paint_ring(painter, places[number], RADIUS * theme.scale() + 3)

    def _radius(self) -> float:
        """Return how large a dot is: smaller where many stand close."""
        room = max(1.0, self.width() - self._gutter())
        return max(SMALL, min(RADIUS, 0.42 * room / max(1, len(self._signs)))) * theme.scale()

    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _gutter(self) -> float:
        metrics = QFontMetrics(theme.font("tiny"))
        return float(max(metrics.horizontalAdvance(text) for text in (tr("toward"), tr("away"))) + 12)

    def _tall(self) -> int:
        return round((2 * APART + 2 * RADIUS + 8) * theme.scale())
