"""A line for a passphrase, hidden until one asks to see it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from connect_desktop.i18n import tr

HINTS = (
    Qt.InputMethodHint.ImhHiddenText
    | Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


class PassphraseField(QLineEdit):
    """A hidden line with its own Show button, reached by Tab; clearing it hides it again."""

    changed = Signal(str)
    """the text as it stands now"""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(HINTS)
        self.setAccessibleName(name or tr("Passphrase"))
        self._toggle = QPushButton(self)
        self._toggle.setProperty("role", "link")
        self._toggle.setAutoDefault(False)
        self._toggle.setCheckable(True)
        self._toggle.setCursor(Qt.CursorShape.PointingHandCursor)
        self._toggle.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._toggle.toggled.connect(self.show_text)
        self.textChanged.connect(self._follow)
        self.show_text(False)

    def shown(self) -> bool:
        """Return whether the text can be read."""
        return self.echoMode() == QLineEdit.EchoMode.Normal

    def show_text(self, shown: bool) -> None:
        """Show or hide what is typed."""
        self._toggle.setChecked(shown)
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.setInputMethodHints(HINTS)
        self._toggle.setText(tr("Hide") if shown else tr("Show"))
        self._toggle.setAccessibleName(tr("Hide the passphrase") if shown else tr("Show the passphrase"))
        self._place()

    def _follow(self, text: str) -> None:
        if not text:
            self.show_text(False)
        self.changed.emit(text)

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(0, self._toggle.sizeHint().height() + 8))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        size = self._toggle.sizeHint().boundedTo(QSize(self.width() // 2, self.height() - 6))
        x = 5 if self.isRightToLeft() else self.width() - size.width() - 5
        self._toggle.setGeometry(x, (self.height() - size.height()) // 2, size.width(), size.height())
        spare = size.width()
        self.setTextMargins(spare if self.isRightToLeft() else 0, 0, 0 if self.isRightToLeft() else spare, 0)
