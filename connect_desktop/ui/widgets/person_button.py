"""A person as a disc with their name; pressing it opens them."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from connect_desktop.i18n import tr
from connect_desktop.ui import theme
from connect_desktop.ui.widgets.avatar import paint_avatar
from connect_desktop.ui.widgets.moment_rows import Face
from connect_desktop.ui.widgets.tip import tip

DISC, PAD, GAP = 24, 4, 8
LONGEST = 24
"""average characters before a name is cut"""


class PersonButton(QAbstractButton):
    """Takes Enter and Space."""

    def __init__(self, face: Face, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.face = face
        self.setAccessibleName(face.name)
        self.setToolTip(tip(face.name) if len(face.name) > LONGEST else "")
        self.setAccessibleDescription(tr("Opens their page"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        metrics = _metrics()
        width = min(metrics.horizontalAdvance(self.face.name), metrics.averageCharWidth() * LONGEST) + 1
        return QSize(2 * PAD + DISC + GAP + width + GAP, max(DISC, metrics.height()) + 2 * PAD)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(colours.accent), 2) if self.hasFocus() else QPen(QColor(colours.line), 1))
        painter.setBrush(QColor(colours.sunken if self.underMouse() else colours.surface))
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        disc = QRectF(PAD, (self.height() - DISC) / 2, DISC, DISC)
        words = QRectF(PAD + DISC + GAP, 0, self.width() - PAD - DISC - 2 * GAP, self.height())
        if mirrored:
            disc.moveRight(self.width() - PAD)
            words.moveLeft(GAP)
        paint_avatar(painter, disc, self.face.name, self.face.colour, colours)
        painter.setFont(theme.font("small", strong=True))
        painter.setPen(QColor(colours.ink))
        text = _metrics().elidedText(self.face.name, Qt.TextElideMode.ElideRight, round(words.width()))
        align = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, align | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, text)


def _metrics() -> QFontMetrics:
    return QFontMetrics(theme.font("small", strong=True))
