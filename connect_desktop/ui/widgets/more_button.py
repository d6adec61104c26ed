"""Three quiet dots that open a menu."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from connect_desktop.ui import icons, theme
from connect_desktop.ui.widgets.focus_marks import paint_frame

SIDE = 28
_ICON = 18


class MoreButton(QAbstractButton):
    """A small square button; `says` is its tooltip and what a screen reader says."""

    def __init__(self, says: str, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # A menu among the children of a widget that is moved later would take them out of the way of Tab.
        menu.setParent(self, menu.windowFlags())
        self._menu = menu
        self.setAccessibleName(says)
        self.setToolTip(says)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._open)

    def sizeHint(self) -> QSize:
        side = round(SIDE * theme.scale())
        return QSize(side, side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A dialog would take Enter for its default button.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = theme.palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.sunken))
            painter.drawRoundedRect(QRectF(self.rect()), 7, 7)
        if self.hasFocus():
            paint_frame(painter, self.rect(), 6)
        aside = (self.width() - round(_ICON * theme.scale())) // 2
        icons.icon("more").paint(painter, self.rect().adjusted(aside, aside, -aside, -aside))

    def _open(self) -> None:
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))
