"""Several people as discs that lie on one another, the rest as a number."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from connect_desktop.i18n import tr
from connect_desktop.ui import theme
from connect_desktop.ui.widgets.avatar import paint_avatar
from connect_desktop.ui.widgets.moment_rows import Face

SIDE, STEP = 30, 22
"""pixels of a disc, and from one to the next"""
MOST = 6
"""discs that are shown"""
GAP = 6


class Faces(QWidget):
    """Shows the first of some people; who they are is said by whatever it stands in."""

    def __init__(self, people: Sequence[Face], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people = people
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        discs = SIDE + STEP * (min(MOST, len(self._people)) - 1) if self._people else 0
        rest = QFontMetrics(theme.font("small")).horizontalAdvance(self._rest()) + GAP if self._rest() else 0
        return QSize(max(1, discs + rest), SIDE + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for place, face in enumerate(self._people[:MOST]):
            left = STEP * place
            disc = QRectF(self.width() - left - SIDE if mirrored else left, 1, SIDE, SIDE)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.surface))
            painter.drawEllipse(disc)
            paint_avatar(painter, disc.adjusted(1.5, 1.5, -1.5, -1.5), face.name, face.colour, colours)
        painter.setFont(theme.font("small"))
        painter.setPen(QPen(QColor(colours.soft)))
        align = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
        painter.drawText(
            self.rect(), align | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, self._rest()
        )

    def _rest(self) -> str:
        left = len(self._people) - MOST
        return tr("+{n}", n=left) if left > 0 else ""
