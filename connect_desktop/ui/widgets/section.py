"""A part of a form that folds to one line: its title, and what was answered in it."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from connect_desktop.i18n import tr
from connect_desktop.ui import theme

ARROW, GAP, ABOVE = 20, 10, 5
"""room of the arrow, between title and answer, and above and below them, at 100 %"""


SAID = 24
"""average characters of an answer that a folded line asks room for"""


class Section(QWidget):
    """Shows `content` under a line that folds it; folded, the line says what `summary` returns.

    `toggled(name, open)` tells what the user did; `open` is silent.
    """

    toggled = Signal(str, bool)

    def __init__(self, name: str, title: str, content: QWidget, summary: Callable[[], str]) -> None:
        super().__init__()
        self.name, self.content = name, content
        self._summary = summary
        self._head = _Head(title)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(8)
        down.addWidget(self._head)
        down.addWidget(content)
        self._head.clicked.connect(self._toggle)
        self.open(False)

    def is_open(self) -> bool:
        """Return whether its content shows."""
        return not self.content.isHidden()

    def open(self, shown: bool) -> None:
        """Show or fold the content."""
        self.content.setVisible(shown)
        self.tell()

    def tell(self) -> None:
        """Say on the line what is answered now."""
        self._head.say(self._summary(), folded=not self.is_open())

    def summary(self) -> str:
        """Return what is answered in it, empty for nothing."""
        return self._summary()

    def set_title(self, title: str) -> None:
        """Ask in other words."""
        self._head.title = title
        self.tell()

    def _toggle(self) -> None:
        self.open(not self.is_open())
        self.toggled.emit(self.name, self.is_open())


class _Head(QPushButton):
    def __init__(self, title: str) -> None:
        super().__init__()
        self.title, self._said, self._folded = title, "", True
        self.setAutoDefault(True)  # Enter folds it, in a dialog too
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def say(self, summary: str, *, folded: bool) -> None:
        name = f"{self.title}: {summary}" if summary else self.title
        if (name, folded) == (self.accessibleName(), self._folded):
            return
        self._said, self._folded = summary, folded
        self.updateGeometry()
        # Not as button text, where & would make a shortcut of a name.
        self.setAccessibleName(name)
        self.setAccessibleDescription(tr("folded, Space opens it") if folded else tr("open, Space folds it"))
        self.update()

    def sizeHint(self) -> QSize:
        metrics = _metrics()
        wide = _arrow() + metrics.horizontalAdvance(self.title) + 6
        if self._folded and self._said:
            wide += GAP + min(metrics.horizontalAdvance(self._said), metrics.averageCharWidth() * SAID)
        return QSize(wide, metrics.height() + 2 * ABOVE)

    def minimumSizeHint(self) -> QSize:
        return QSize(
            min(self.sizeHint().width(), _metrics().averageCharWidth() * 24), self.sizeHint().height()
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.accent), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.sunken) if self.underMouse() else Qt.BrushStyle.NoBrush)
        if self.hasFocus() or self.underMouse():
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)
        self._paint_arrow(painter)
        used = self._paint_text(painter, self.title, colours.ink, _arrow(), strong=True)
        if self._folded and self._said:
            self._paint_text(painter, self._said, colours.soft, used + GAP, strong=False)

    def _paint_text(self, painter: QPainter, text: str, ink: str, left: int, *, strong: bool) -> int:
        """Paint one line beginning `left` pixels from where reading begins, and return where it ends."""
        font = theme.font("base" if strong else "small", strong=strong)
        metrics = QFontMetrics(font)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        room = max(0, self.width() - left - 4)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        area = QRect(4 if mirrored else left, 0, room, self.height())
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, shown)
        return left + metrics.horizontalAdvance(shown)

    def _paint_arrow(self, painter: QPainter) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        scale, side = theme.scale(), -1 if mirrored else 1
        middle = QPointF(self.width() - 8 * scale if mirrored else 8 * scale, self.height() / 2)
        points = [(-1.8 * side, -3.6), (1.8 * side, 0.0), (-1.8 * side, 3.6)]
        if not self._folded:
            points = [(-3.6, -1.8), (0.0, 1.8), (3.6, -1.8)]
        painter.setPen(
            QPen(QColor(theme.palette().soft), 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF([middle + QPointF(x, y) * scale for x, y in points]))


def _arrow() -> int:
    return round(ARROW * theme.scale())


def _metrics() -> QFontMetrics:
    return QFontMetrics(theme.font(strong=True))
