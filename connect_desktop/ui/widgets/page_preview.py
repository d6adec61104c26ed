"""The pages of a document as they will be, one at a time."""

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from connect_desktop.i18n import tr
from connect_desktop.ui import theme
from connect_desktop.ui.widgets.elided_label import ElidedLabel
from connect_desktop.ui.widgets.push_button import push_button

MARGIN = 14


class PagePreview(QFrame):
    """Shows one page of `total`; `turned(number)` when the user wants another, counted from 1."""

    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "sunken")
        self.sheet = _Sheet()
        self.back = _turn("‹", tr("Page before"))
        self.forward = _turn("›", tr("Next page"))
        self.label = ElidedLabel()
        self.label.setProperty("role", "small")
        self._number, self._total = 1, 0
        self._lay_out()
        self.back.clicked.connect(lambda: self._turn_to(self._number - 1))
        self.forward.clicked.connect(lambda: self._turn_to(self._number + 1))
        self.clear("")

    def number(self) -> int:
        """Return which page is shown or waited for, counted from 1."""
        return self._number

    def show_page(self, picture: QImage, number: int, total: int) -> None:
        """Show a page."""
        self._number, self._total = number, total
        self.sheet.show_picture(picture)
        self.label.setText(tr("page {n} of {total}", n=number, total=total))
        self.sheet.setAccessibleName(tr("Preview, {page}", page=self.label.text()))
        self._allow()

    def say(self, sentence: str) -> None:
        """Say why there is no page yet; the last one stays, paler."""
        self.label.setText(sentence)
        self.sheet.fade()

    def clear(self, sentence: str) -> None:
        """Show no page, and say why."""
        self._number, self._total = 1, 0
        self.sheet.show_picture(QImage())
        self.sheet.setAccessibleName(tr("Preview"))
        self.label.setText(sentence)
        self._allow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        places = {
            Qt.Key.Key_PageUp: self._number - 1, Qt.Key.Key_Left: self._number - 1,
            Qt.Key.Key_PageDown: self._number + 1, Qt.Key.Key_Right: self._number + 1,
            Qt.Key.Key_Home: 1, Qt.Key.Key_End: self._total,
        }  # fmt: skip
        if event.key() in places:
            self._turn_to(places[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _turn_to(self, number: int) -> None:
        if 1 <= number <= self._total and number != self._number:
            self._number = number
            self._allow()
            self.turned.emit(number)

    def _allow(self) -> None:
        self.back.setEnabled(self._number > 1)
        self.forward.setEnabled(self._number < self._total)

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addStretch(1)
        below.addWidget(self.back)
        below.addWidget(self.label)
        below.addWidget(self.forward)
        below.addStretch(1)
        down = QVBoxLayout(self)
        down.setContentsMargins(MARGIN, MARGIN, MARGIN, 8)
        down.setSpacing(8)
        down.addWidget(self.sheet, 1)
        down.addLayout(below)


class _Sheet(QWidget):
    """One page, as large as there is room for."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = self._small = QImage()
        self._pale = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(220, 260)

    def sizeHint(self) -> QSize:
        return QSize(520, 620)

    def show_picture(self, picture: QImage) -> None:
        self._picture, self._small, self._pale = picture, QImage(), False
        self.update()

    def fade(self) -> None:
        self._pale = True
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme.palette()
        if not self._picture.isNull():
            page = self._place()
            painter.setOpacity(0.5 if self._pale else 1.0)
            painter.drawImage(page, self._fitted(page.size()))
            painter.setOpacity(1.0)
            painter.setPen(QColor(colours.line))
            painter.drawRect(page)
        if self.hasFocus():
            painter.setPen(QColor(colours.accent))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _fitted(self, size: QSizeF) -> QImage:
        """Return the page in just the pixels it takes here: text that small needs a careful scaling."""
        pixels = (size * self.devicePixelRatioF()).toSize()
        if self._small.size() != pixels:
            self._small = self._picture.scaled(
                pixels, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
        return self._small

    def _place(self) -> QRectF:
        size = QSizeF(self._picture.size()).scaled(QSizeF(self.size()), Qt.AspectRatioMode.KeepAspectRatio)
        size -= QSizeF(8, 8)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(QRectF(self.rect()).center())
        return place


def _turn(sign: str, name: str) -> QPushButton:
    button = push_button(sign, "quiet")
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button
