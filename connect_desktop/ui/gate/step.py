"""One screen of the gate: a narrow column in the middle, under the app's sign."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from connect_desktop.ui import icons, theme
from connect_desktop.ui.widgets.reveal import follow_focus
from connect_desktop.ui.widgets.wrapped_label import breakable

WIDE, NARROW = 560, 400
SIGN_BORDER = 6.5 / 64
MIDDLE, LEFT = Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignLeft


class Step(QScrollArea):
    """Holds `column`, a layout as wide as its text reads well; scrolls where a window is too small for it.

    Escape asks for the step before, where there is one.
    """

    back_asked = Signal()

    def __init__(self, title: str, text: str, *, width: int = WIDE) -> None:
        super().__init__()
        self._align = MIDDLE if width == NARROW else LEFT
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(title)
        self.column = QVBoxLayout()
        self.column.setSpacing(12)
        self._lay_out(round(width * theme.scale()))
        self._head(title, text, sign=80 if width == NARROW else 56)
        follow_focus(self)

    def arrive(self) -> None:
        """Put the focus where it is most likely wanted; called when the step is shown."""

    def words(self, text: str, role: str = "soft") -> QLabel:
        """Return a wrapped line of words, aligned as this step is."""
        label = QLabel(breakable(text))
        label.setAccessibleName(text)
        label.setProperty("role", role)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAlignment(self._align)
        return label

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the focus, as it does in a dialog."""
        focused = QApplication.focusWidget()
        # The Enter that led to the next step also comes by here: it must not press a button there.
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if entered and isinstance(focused, QPushButton) and self.isAncestorOf(focused):
            focused.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self, width: int) -> None:
        page, middle = QWidget(), QWidget()
        page.setProperty("role", "page")
        middle.setMaximumWidth(width)
        middle.setLayout(self.column)
        self.column.setContentsMargins(0, 0, 0, 0)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(middle, 1000)
        across.addStretch(1)
        down = QVBoxLayout(page)
        down.setContentsMargins(32, 24, 32, 24)
        down.addStretch(1)
        down.addLayout(across)
        down.addStretch(1)
        self.setWidget(page)

    def _head(self, title: str, text: str, sign: int) -> None:
        picture, heading = QLabel(), self.words(title, "title")
        picture.setPixmap(_trimmed(icons.sign(round(sign * theme.scale()))))
        picture.setAlignment(self._align)
        self.column.addWidget(picture)
        self.column.addSpacing(8)
        self.column.addWidget(heading)
        self.column.addWidget(self.words(text))
        self.column.addSpacing(4)


def _trimmed(sign: QPixmap) -> QPixmap:
    """Return the sign without the empty border around it, so that it stands flush with the text."""
    border = round(sign.width() * SIGN_BORDER)
    found = sign.copy(border, border, sign.width() - 2 * border, sign.height() - 2 * border)
    found.setDevicePixelRatio(sign.devicePixelRatio())
    return found


def button(text: str, role: str = "plain") -> QPushButton:
    """Return a button in one of the roles of the style sheet."""
    made = QPushButton(text)
    made.setProperty("role", role)
    made.setCursor(Qt.CursorShape.PointingHandCursor if role == "link" else Qt.CursorShape.ArrowCursor)
    return made


def row(*items: QWidget | int | QLayout) -> QHBoxLayout:
    """Return items side by side; a number is a stretch."""
    across = QHBoxLayout()
    across.setSpacing(12)
    for item in items:
        if isinstance(item, int):
            across.addStretch(item)
        elif isinstance(item, QLayout):
            across.addLayout(item)
        else:
            across.addWidget(item)
    return across
