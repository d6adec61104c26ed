"""The strength of a passphrase as a bar with its words beside it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from connect_desktop.i18n import tr
from connect_desktop.ui import theme
from connect_desktop.ui.widgets.guessing import Grade, grade, grade_label

BAR, GAP = 6, 12


class Strength(QLabel):
    """Shows how hard a text is to guess; the words say it, length and colour only repeat them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: Grade | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_strength("")

    def show_strength(self, text: str) -> None:
        """Show the strength of `text`; nothing for nothing."""
        self._value = grade(text) if text else None
        words = self.words()
        self.setAccessibleName(tr("Strength: {words}", words=words) if words else tr("Strength"))
        self.update()

    def value(self) -> Grade | None:
        """Return the grade shown, None for nothing."""
        return self._value

    def words(self) -> str:
        """Return the words shown."""
        return "" if self._value is None else grade_label(self._value)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.font("small"))
        return QSize(self._words_width() * 3, metrics.height() + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._words_width() + GAP + 40, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        length = self.width() - self._words_width() - GAP
        left = self.width() - length if mirrored else 0
        steps = len(Grade)
        each = (length - 3 * (steps - 1)) / steps
        for step in range(steps):
            filled = self._value is not None and step <= self._value
            place = steps - 1 - step if mirrored else step
            part = QRectF(left + place * (each + 3), (self.height() - BAR) / 2, each, BAR)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._colour() if filled else colours.line))
            painter.drawRoundedRect(part, BAR / 2, BAR / 2)
        painter.setFont(theme.font("small"))
        painter.setPen(QColor(colours.soft))
        room = QRectF(0 if mirrored else length + GAP, 0, self._words_width(), self.height())
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.drawText(
            room, side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, self.words()
        )

    def _colour(self) -> str:
        colours = theme.palette()
        return colours.for_body(-2) if self._value in (Grade.SHORT, Grade.GUESSABLE) else colours.accent

    def _words_width(self) -> int:
        metrics = QFontMetrics(theme.font("small"))
        return max(metrics.horizontalAdvance(grade_label(value)) for value in Grade) + 2
