"""A person as a disc with the first letter of their name."""

from PySide6.QtCore import QRectF, Qt, QTextBoundaryFinder
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from connect_desktop.charts.palette import Palette
from connect_desktop.ui import theme


class Avatar(QLabel):
    """One person's disc in a given size; their name stands beside it, and is not said twice."""

    def __init__(
        self, name: str = "", colour: int = 0, size: int = 34, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFixedSize(size, size)
        self.set_person(name, colour)

    def set_person(self, name: str, colour: int) -> None:
        """Show someone else."""
        self._name, self._colour = name, colour
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_avatar(QPainter(self), QRectF(self.rect()), self._name, self._colour, theme.palette())


def paint_avatar(painter: QPainter, rect: QRectF, name: str, colour: int, palette: Palette) -> None:
    """Paint a person's disc into the largest square of `rect`; `colour` is 0 … 11."""
    side = min(rect.width(), rect.height())
    disc = QRectF(0, 0, side, side)
    disc.moveCenter(rect.center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.people[colour % len(palette.people)]))
    painter.drawEllipse(disc)
    font = QFont(painter.font())
    font.setWeight(QFont.Weight.DemiBold)
    font.setPixelSize(max(1, round(side * 0.42)))
    painter.setFont(font)
    painter.setPen(QColor(palette.on_person))
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, first_letter(name))
    painter.restore()


def first_letter(name: str) -> str:
    """Return what a reader sees as the first letter of a name, an emoji whole; "?" where there is none."""
    name = name.strip().lstrip("\u200e\u200f\u202a\u202b\u2066\u2067\u2068")
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, name)
    end = finder.toNextBoundary()
    # Boundaries count UTF-16 units, Python counts characters.
    whole = name.encode("utf-16-le")[: 2 * end].decode("utf-16-le", "ignore") if end > 0 else ""
    upper = whole.upper()
    return (upper if len(upper) == len(whole) else whole) or "?"
