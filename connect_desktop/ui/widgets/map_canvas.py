"""The picture of the map: walked in all directions, looked at closer, changing softly from month to month."""

from functools import partial
from typing import Protocol, cast

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from connect_desktop.charts.chart import Chart
from connect_desktop.charts.map_view import WHOLE, View
from connect_desktop.charts.palette import Palette
from connect_desktop.ui import theme
from connect_desktop.ui.widgets import chart_marks
from connect_desktop.ui.widgets.chart_canvas import ChartCanvas, Draw, Wanted

STEP = 1.5
"""how much closer one press of a key, or one notch of a wheel, looks"""
FADE = 260
"""milliseconds in which one month becomes the next"""
_NOTCH = 120
_PART = 0.25
"""part of the window by which the view moves where nobody is left in a direction"""
_WAYS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)
}  # fmt: skip
_CLOSER = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
_WIDER = (Qt.Key.Key_Minus, Qt.Key.Key_Underscore)


class DrawPart(Draw, Protocol):
    """Draws the part of a map that is in view, all of it where none is given."""

    def __call__(
        self,
        size: tuple[float, float],
        palette: Palette,
        scale: float,
        /,
        *,
        titled: bool = False,
        view: View = WHOLE,
    ) -> Chart:
        """Return the chart."""
        ...


class MapCanvas(ChartCanvas):
    """Shows the part of a map that is in view.

    Arrows walk to the nearest person; + − 0, the wheel and dragging change the view.
    """

    viewed = Signal(object)
    """the `View` that is shown from now on"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draw_part: DrawPart | None = None
        self._view = WHOLE
        self._held: QPointF | None = None
        self._dragged = False
        self._scrolls = False
        self._softly = False
        self._before = QImage()
        self._fading = QVariantAnimation(self)
        self._fading.setStartValue(1.0)
        self._fading.setEndValue(0.0)
        self._fading.setDuration(FADE)
        self._fading.setEasingCurve(QEasingCurve.Type.InOutQuad)
        self._fading.valueChanged.connect(lambda _part: self.update())

    def show_drawn(self, draw: Draw) -> None:
        """Show what `draw` draws, which takes a `view` too."""
        self._draw_part = cast(DrawPart, draw)
        super().show_drawn(partial(self._draw_part, view=self._view))

    def change_softly(self) -> None:
        """Let the next picture come up out of the one before, unless nothing should move."""
        self._softly = not theme.reduced_motion()

    def view(self) -> View:
        """Return which part of the map is shown."""
        return self._view

    def set_view(self, view: View) -> None:
        """Show another part of the map."""
        if view != self._view:
            self._view = view
            self.viewed.emit(view)
            if self._draw_part is not None:
                self.show_drawn(self._draw_part)

    def look_closer(self, factor: float = STEP) -> None:
        """Look closer, or wider with a factor below 1, at whom was walked to or else at the middle."""
        mark = self.current()
        self._look(factor, self._part(self.place(mark)) if mark is not None else (0.5, 0.5))

    def leave_wheel(self, leave: bool) -> None:
        """Leave the wheel to what scrolls around this, unless Ctrl is held."""
        self._scrolls = leave

    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = event.angleDelta().y() / _NOTCH
        alone = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if not notches or (alone and self._scrolls) or (notches < 0 and self._view.whole()):
            event.ignore()
            return
        self._look(STEP**notches, self._part(event.position()))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._held, self._dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None or self._view.whole():
            super().mouseMoveEvent(event)
            return
        moved = event.position() - self._held
        if self._dragged or moved.manhattanLength() >= QApplication.startDragDistance():
            self._dragged, self._held = True, event.position()
            left, bottom, right, top = self._area()
            wide, high = (right - left) * self.width(), (top - bottom) * self.height()
            self.set_view(self._view.moved(-moved.x() / wide, moved.y() / high))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragged, self._held, self._dragged = self._dragged, None, False
        if not dragged:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _CLOSER:
            self.look_closer()
        elif key in _WIDER:
            self.look_closer(1 / STEP)
        elif key is Qt.Key.Key_0:
            self.set_view(WHOLE)
        elif key in _WAYS and self._at_the_edge(key):
            across, down = _WAYS[key]
            self.set_view(self._view.moved(across * _PART, -down * _PART))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._fading.state() is QVariantAnimation.State.Running:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setOpacity(float(self._fading.currentValue()))
            painter.drawImage(QRectF(self.rect()), self._before)

    def _target(self, key: Qt.Key) -> int | None:
        if self._walked is None or key not in _WAYS:
            return super()._target(key)
        found = chart_marks.toward(self._marks(), self.size().toSizeF(), self._walked, *_WAYS[key])
        return self._walked if found is None else found

    def _at_the_edge(self, key: Qt.Key) -> bool:
        """Return whether nobody who can be seen lies further that way, while the map goes on there."""
        if self._view.whole():
            return False
        if self._walked is None:
            return not self._marks()
        size = self.size().toSizeF()
        return chart_marks.toward(self._marks(), size, self._walked, *_WAYS[key]) is None

    def _show(self, wanted: Wanted) -> None:
        """Draw, with whoever was walked to still walked to where they can be seen."""
        before = self._image
        walked = self._marks()[self._walked].person if self._walked is not None else ""
        super()._show(wanted)
        people = [mark.person for mark in self._marks()]
        if walked in people:
            self._walked = people.index(walked)
            self._name()
        if self._softly and not before.isNull():
            self._before = before
            self._fading.start()
        self._softly = False

    def _look(self, factor: float, at: tuple[float, float]) -> None:
        self.set_view(self._view.zoomed(factor, *at))

    def _part(self, point: QPointF) -> tuple[float, float]:
        """Return where a point lies on the part of the map that is shown, 0…1 from the lower left."""
        left, bottom, right, top = self._area()
        across = (point.x() / self.width() - left) / (right - left)
        up = (1 - point.y() / self.height() - bottom) / (top - bottom)
        return min(1.0, max(0.0, across)), min(1.0, max(0.0, up))

    def _area(self) -> tuple[float, float, float, float]:
        return self._chart.area if self._chart is not None else (0.0, 0.0, 1.0, 1.0)
