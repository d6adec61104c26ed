"""A sentence that can be pressed, in as many lines as it needs."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from connect_desktop.ui import theme
from connect_desktop.ui.widgets.tip import tip

BESIDE, ABOVE = 10, 6
RADIUS = 8
LINE_LENGTH = 75
"""in average characters: what a line is wanted to hold"""
_FLAGS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter


class SentenceButton(QPushButton):
    """Its text is shown as typed: no & makes a short cut of a name."""

    def __init__(self, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = sentence
        self._heights: dict[int, int] = {}
        self.setAccessibleName(sentence)
        self._marked = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say_what_happens(self, text: str) -> None:
        """Say what pressing it does, in its tooltip and to a screen reader."""
        self.setToolTip(tip(text))
        self.setAccessibleDescription(text)

    def marked(self) -> bool:
        """Return whether it is shown what lies behind it."""
        return self._marked

    def mark(self, marked: bool) -> None:
        """Show that what lies behind it is being looked at."""
        self._marked = marked
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines; layouts ask dozens of times, wrapping text is slow."""
        if width not in self._heights:
            room = QRect(0, 0, max(1, width - 2 * BESIDE), 100_000)
            words = _metrics().boundingRect(room, int(_FLAGS), self.sentence)
            self._heights[width] = words.height() + 2 * ABOVE
        return self._heights[width]

    def sizeHint(self) -> QSize:
        width = _metrics().averageCharWidth() * LINE_LENGTH
        wanted = min(width, _metrics().horizontalAdvance(self.sentence) + 2 * BESIDE + 2)
        return QSize(wanted, self.heightForWidth(wanted))

    def minimumSizeHint(self) -> QSize:
        width = _metrics().averageCharWidth() * 16
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._heights.clear()
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self._marked or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.wash if self._marked else colours.sunken))
            painter.drawRoundedRect(area, RADIUS, RADIUS)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area, RADIUS, RADIUS)
        painter.setFont(_font())
        painter.setPen(QColor(colours.on_wash if self._marked else colours.ink))
        painter.drawText(self.rect().adjusted(BESIDE, ABOVE, -BESIDE, -ABOVE), int(_FLAGS), self.sentence)


def _font() -> QFont:
    """Return the font of reading; that of buttons is stronger."""
    found = theme.font()
    found.setWeight(QFont.Weight.Normal)
    return found


def _metrics() -> QFontMetrics:
    return QFontMetrics(_font())
