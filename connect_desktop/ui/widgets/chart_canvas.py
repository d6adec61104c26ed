"""The picture of a chart, drawn when it is seen, whose marks can be pointed at, walked to and opened."""

from dataclasses import dataclass
from textwrap import fill
from typing import Protocol

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QFontInfo,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from connect_desktop.charts.chart import Chart, Mark
from connect_desktop.charts.palette import Palette
from connect_desktop.i18n import tr
from connect_desktop.ui import theme
from connect_desktop.ui.widgets import chart_marks
from connect_desktop.ui.widgets.focus_marks import paint_frame, paint_ring
from connect_desktop.ui.widgets.tip import tip

DPI = 96.0
"""device-independent pixels to an inch"""
TEXT = 14.0
"""pixels of the ordinary text beside a chart of scale 1"""
SETTLING = 60
"""milliseconds without a change of size before a chart is drawn anew"""
LEAST = QSize(240, 150)
_RING = 8.5
LINE = 60
"""characters in a line of what a mark says"""
_OPEN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_FAR = 10
"""marks that PageUp and PageDown pass"""


class Draw(Protocol):
    """Draws a chart of `size` inches, with its title inside when `titled`."""

    def __call__(
        self, size: tuple[float, float], palette: Palette, scale: float, /, *, titled: bool = False
    ) -> Chart:
        """Return the chart."""
        ...


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a picture depends on."""

    draw: Draw
    size: QSize
    ratio: float
    palette: Palette
    scale: float


class ChartCanvas(QWidget):
    """A chart as large as the widget; nothing is drawn while it is hidden or scrolled away."""

    drawn = Signal(object)
    """the `Chart` that is shown now"""
    opened = Signal(tuple)
    """ids of the impressions behind the mark that was opened, oldest first"""
    person_opened = Signal(str)
    """id of the person whose mark was opened"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draw: Draw | None = None
        self._chart: Chart | None = None
        self._image = QImage()
        self._shown: Wanted | None = None
        self._walked: int | None = None
        self._hovered: int | None = None
        self._outlined = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._redraw)
        self.setAccessibleName(tr("Chart"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_drawn(self, draw: Draw) -> None:
        """Show what `draw` draws, as soon as this can be seen."""
        self._draw = draw
        self.update()

    def prepare(self) -> None:
        """Draw soon what is to be seen and is not drawn yet."""
        if self._wanted() != self._shown:
            resized = self._shown is not None and self._shown.size != self.size()
            self._timer.start(SETTLING if resized else 0)

    def chart(self) -> Chart | None:
        """Return the chart that is shown, None before the first."""
        return self._chart

    def scale(self) -> float:
        """Return how large text is beside this chart, 1.0 for 14 pixels."""
        return QFontInfo(self.font()).pixelSize() / TEXT

    def current(self) -> Mark | None:
        """Return the mark under the pointer, or else the one walked to."""
        number = self._hovered if self._hovered is not None else self._walked
        return self._marks()[number] if number is not None else None

    def place(self, mark: Mark) -> QPointF:
        """Return where a mark lies in this widget."""
        return chart_marks.place(mark, QSizeF(self.size()))

    def minimumSizeHint(self) -> QSize:
        return LEAST * max(1.0, self.scale())

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint() * 1.5

    def paintEvent(self, _event: QPaintEvent) -> None:
        self.prepare()
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if self._chart is not None and self._chart.empty:
            self._paint_text(painter, self._chart.twin)
        elif not self._image.isNull():
            painter.drawImage(QRectF(self.rect()), self._image)
            self._paint_rings(painter)
        if self._outlined:
            paint_frame(painter, self.rect(), 6)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._forget_pointer()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = chart_marks.nearest(self._marks(), QSizeF(self.size()), event.position())
        if found != self._hovered:
            self._hovered = found
            self._tell(event.globalPosition().toPoint())
            opens = found is not None and _can_be_opened(self._marks()[found])
            self.setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.setAccepted(event.button() is Qt.MouseButton.LeftButton)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._open(chart_marks.nearest(self._marks(), QSizeF(self.size()), event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._forget_pointer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        target = self._target(key)
        if target is not None:
            self._walk(target)
        elif key in _OPEN and self._walked is not None:
            self._open(self._walked)
        elif key is Qt.Key.Key_Escape and self.current() is not None:
            self._forget_pointer()
            self._stop_walking()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._outlined = event.reason() is not Qt.FocusReason.MouseFocusReason
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._outlined = False
        self.update()
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._stop_walking()

    def _marks(self) -> tuple[Mark, ...]:
        return self._chart.marks if self._chart is not None else ()

    def _wanted(self) -> Wanted | None:
        if self._draw is None:
            return None
        return Wanted(self._draw, self.size(), self.devicePixelRatioF(), theme.palette(), self.scale())

    def _redraw(self) -> None:
        """Draw what is wanted; once more where its heading took or gave room, before anything is painted."""
        for _ in range(2):
            wanted = self._wanted()
            if wanted is None or wanted == self._shown or not self.isVisible() or wanted.size.isEmpty():
                return
            self._show(wanted)

    def _show(self, wanted: Wanted) -> None:
        from connect_desktop.charts.picture import picture  # noqa: PLC0415 - start-up: matplotlib

        pixels = wanted.size.toSizeF() * wanted.ratio
        dpi = DPI * wanted.ratio
        inches = (max(1, round(pixels.width())) / dpi, max(1, round(pixels.height())) / dpi)
        chart = wanted.draw(inches, wanted.palette, wanted.scale)
        found = picture(chart, dpi)
        chart.figure.clear()  # thousands of artists in circles, which would wait long for the collector
        rows = QImage(found.pixels, found.width, found.height, 4 * found.width, QImage.Format.Format_RGBA8888)
        self._image = rows.copy()
        same = self._chart is not None and [m.text for m in self._chart.marks] == [
            m.text for m in chart.marks
        ]
        self._chart, self._shown, self._hovered = chart, wanted, None
        if not same:
            self._stop_walking()
        self._name()
        self.update()
        self.drawn.emit(chart)

    def _paint_text(self, painter: QPainter, text: str) -> None:
        painter.setPen(QColor(theme.palette().soft))
        painter.drawText(
            self.rect().adjusted(5, 4, -5, -4), Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, text
        )

    def _paint_rings(self, painter: QPainter) -> None:
        palette, mark = theme.palette(), self.current()
        if mark is None:
            return
        ring = max(_RING, mark.width * self.width() / 2 + 3)
        if self._chart is not None:
            chart_marks.paint_halo(painter, mark, self._chart.area, QSizeF(self.size()), palette)
        paint_ring(painter, self.place(mark), ring)
        chart_marks.paint_name(painter, mark, QRectF(self.rect()), ring, palette)

    def _target(self, key: Qt.Key) -> int | None:
        """Return the mark a key leads to; None where it leads to none."""
        last = len(self._marks()) - 1
        if last < 0:
            return None
        here, size = self._walked, QSizeF(self.size())
        on_the_way = {
            Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -_FAR, Qt.Key.Key_PageDown: _FAR
        }  # fmt: skip
        if key is Qt.Key.Key_Home or (here is None and key in (Qt.Key.Key_Right, Qt.Key.Key_Down)):
            return 0
        if key is Qt.Key.Key_End or (here is None and key in (Qt.Key.Key_Left, Qt.Key.Key_Up)):
            return last
        if key in on_the_way:
            return min(last, max(0, (here or 0) + on_the_way[key]))
        if here is not None and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return chart_marks.vertical(self._marks(), size, here, -1 if key is Qt.Key.Key_Up else 1)
        return None

    def _walk(self, number: int) -> None:
        self._hovered, self._walked, self._outlined = None, number, True
        mark = self._marks()[number]
        self._name()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, mark.text))
        self._tell(self.mapToGlobal(self.place(mark)).toPoint())

    def _stop_walking(self) -> None:
        if self._walked is not None:
            self._walked = None
            self._name()
            self._tell(None)

    def _forget_pointer(self) -> None:
        if self._hovered is not None:
            self._hovered = None
            self._tell(None)

    def _name(self) -> None:
        """Let a screen reader say the chart, or the mark walked to."""
        if self._chart is not None:
            walked = self._walked
            self.setAccessibleName(self._chart.title if walked is None else self._marks()[walked].text)
            self.setAccessibleDescription(self._chart.twin)

    def _tell(self, at: QPoint | None) -> None:
        """Show what the current mark says beside it, as plain text whatever a name holds."""
        mark = self.current()
        if at is None or mark is None:
            QToolTip.hideText()
        else:
            QToolTip.showText(at, _tip(mark.text), self)
        self.update()

    def _open(self, number: int | None) -> None:
        mark = self._marks()[number] if number is not None else None
        if mark is not None and mark.person:
            self.person_opened.emit(mark.person)
        elif mark is not None and mark.impressions:
            self.opened.emit(mark.impressions)


def _can_be_opened(mark: Mark) -> bool:
    return bool(mark.impressions or mark.person)


def _tip(text: str) -> str:
    """Return a tooltip in lines of a readable length; only with a "<" in it could Qt take it for markup."""
    return tip(text) if "<" in text else fill(text, LINE)
