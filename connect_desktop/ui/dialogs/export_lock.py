"""Whether the file is to be locked, and with which passphrase: typed twice, kept nowhere."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from connect_desktop.i18n import tr
from connect_desktop.ui.widgets.passphrase_field import PassphraseField
from connect_desktop.ui.widgets.strength import Strength


class LockQuestion(QWidget):
    """`changed()` when the user ticked the box or typed."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.wanted = QCheckBox(tr("Lock the PDF with a passphrase"))
        self.first = PassphraseField(tr("Passphrase of the file"))
        self.again = PassphraseField(tr("The same once more"))
        self._strength = Strength()
        self._fields = QWidget()
        self._lay_out()
        self.wanted.toggled.connect(self._show_fields)
        self.first.changed.connect(self._follow)
        self.again.changed.connect(lambda _text: self.changed.emit())

    def passphrase(self) -> str | None:
        """Return what the file is to open with; None where it is not to be locked."""
        return self.first.text() if self.wanted.isChecked() else None

    def trouble(self) -> str:
        """Return in a sentence why it cannot be locked like this; nothing where it can."""
        if not self.wanted.isChecked():
            return ""
        if not self.first.text():
            return tr("Type the passphrase that is to open the file.")
        if self.first.text() != self.again.text():
            return tr("The two passphrases are not the same. Nothing was written.")
        return ""

    def ask_again(self) -> None:
        """Go to the line that does not fit."""
        (self.again if self.first.text() else self.first).setFocus()

    def forget(self) -> None:
        """Keep nothing of what was typed."""
        self.first.clear()
        self.again.clear()

    def _show_fields(self, wanted: bool) -> None:
        self._fields.setVisible(wanted)
        if wanted:
            self.first.setFocus()
        else:
            self.forget()
        self.changed.emit()

    def _follow(self, text: str) -> None:
        self._strength.show_strength(text)
        self.changed.emit()

    def _lay_out(self) -> None:
        self.first.setPlaceholderText(tr("Passphrase of the file"))
        self.again.setPlaceholderText(tr("The same once more"))
        why = QLabel(tr("Nobody can open the file without it, Connect neither. Pass it on another way."))
        why.setProperty("role", "small")
        why.setWordWrap(True)
        inside = QVBoxLayout(self._fields)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        for part in (self.first, self._strength, self.again, why):
            inside.addWidget(part)
        self._fields.hide()
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(6)
        down.addWidget(self.wanted)
        down.addWidget(self._fields)
