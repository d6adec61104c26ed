"""The lock: a passphrase opens it, or the recovery code."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from connect_desktop.domain.errors import ConnectError
from connect_desktop.i18n import tr
from connect_desktop.ui.gate.step import NARROW, Step, button
from connect_desktop.ui.widgets.passphrase_field import PassphraseField
from connect_desktop.ui.widgets.reveal import reveal_soon


class _Opening(Step):
    """A field, a button that opens, a way to the other key. Wrong tries are told in one sentence, no more."""

    submitted = Signal(str)
    """what was typed, to be tried"""
    other_asked = Signal()
    """the user wants the other way in"""

    def __init__(self, title: str, text: str, field: QLineEdit, act: str, other: str) -> None:
        super().__init__(title, text, width=NARROW)
        self.field = field
        self._act_words = act
        self.act: QPushButton = button(act, "primary")
        self.other: QPushButton = button(other, "quiet")
        self.error: QLabel = self.words("", "error")
        self.error.hide()
        for widget in (field, self.error, self.act, self.other):
            self.column.addWidget(widget)
        field.returnPressed.connect(self._submit)
        self.act.clicked.connect(self._submit)
        self.other.clicked.connect(self.other_asked)

    def arrive(self) -> None:
        self.field.setFocus()

    def wait(self, words: str) -> None:
        """Show that it is being tried; nothing can be typed meanwhile."""
        self.error.hide()
        self._enable(False)
        self.act.setText(words)

    def refuse(self, sentence: str) -> None:
        """Say that it did not open, ready for another try."""
        self._enable(True)
        self.error.setText(sentence)
        self.error.show()
        self.field.selectAll()
        self.field.setFocus()
        reveal_soon(self.error, self.field)

    def _enable(self, on: bool) -> None:
        for widget in (self.field, *self.findChildren(QPushButton)):
            widget.setEnabled(on)
        self.act.setText(self._act_words)

    def _submit(self) -> None:
        if self.field.text():
            self.submitted.emit(self.field.text())
        else:
            self.field.setFocus()


class LockStep(_Opening):
    """Asks for the passphrase, and says so when Caps Lock is on; `keyring` offers that way, too."""

    keyring_asked = Signal()

    def __init__(self, *, keyring: bool = False) -> None:
        super().__init__(
            tr("Locked"),
            tr("Your words are kept on this computer only, encrypted."),
            _passphrase(),
            tr("Unlock"),
            tr("I have a recovery code"),
        )
        self.capitals = self.words(tr("Caps Lock is on."), "small")
        self.capitals.hide()
        self.column.insertWidget(self.column.indexOf(self.field) + 1, self.capitals)
        self.field.installEventFilter(self)
        self.keyring = button(_keyring_words(), "plain")
        self.keyring.setVisible(keyring)
        self.keyring.clicked.connect(self.keyring_asked)
        self.column.insertWidget(self.column.indexOf(self.act) + 1, self.keyring)
        self.setTabOrder(self.act, self.keyring)
        self.setTabOrder(self.keyring, self.other)

    def wait_for_keyring(self) -> None:
        """Show that the keyring is asked, which may ask somebody in turn; the passphrase opens meanwhile."""
        self.error.hide()
        self.field.setFocus()
        self.keyring.setEnabled(False)
        self.keyring.setText(tr("Asking the keyring…"))

    def refuse_keyring(self, error: ConnectError) -> None:
        """Say that the keyring did not open it; what is being typed stays as it is."""
        self.keyring.setEnabled(self.field.isEnabled())
        self.keyring.setText(_keyring_words())
        self.error.setText(str(error))
        self.error.show()
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.text().isalpha():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            has_case = event.text().lower() != event.text().upper()
            self.capitals.setVisible(has_case and event.text().isupper() != shift)
        return super().eventFilter(watched, event)


class RecoverStep(_Opening):
    """Asks for the recovery code, however it is typed."""

    def __init__(self) -> None:
        field = QLineEdit()
        field.setPlaceholderText("XXXX-XXXX-XXXX-XXXX-…")
        field.setAccessibleName(tr("Recovery code"))
        super().__init__(
            tr("Your recovery code"),
            tr("Eight groups of four. Capitals, spaces and hyphens do not matter."),
            field,
            tr("Open"),
            tr("Back to the passphrase"),
        )


class BackupStep(_Opening):
    """Asks for the passphrase or the recovery code, either, where a store is put right or a backup taken."""

    def __init__(self, title: str, text: str) -> None:
        super().__init__(
            title, text, _passphrase(tr("Passphrase or recovery code")), tr("Go on"), tr("Not now")
        )


def _keyring_words() -> str:
    return tr("Open with this computer’s keyring")


def _passphrase(name: str = "") -> PassphraseField:
    field = PassphraseField(name)
    field.setPlaceholderText(field.accessibleName())
    return field
