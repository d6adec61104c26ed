"""A new passphrase, typed twice, with how hard it is to guess."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from connect_desktop.i18n import tr
from connect_desktop.ui.widgets.guessing import SHORTEST, Grade
from connect_desktop.ui.widgets.passphrase_field import PassphraseField
from connect_desktop.ui.widgets.reveal import reveal_soon
from connect_desktop.ui.widgets.strength import Strength


class Twice(QWidget):
    """Emits `chosen(passphrase)` after `submit`, or says what is wrong with it."""

    chosen = Signal(str)

    def __init__(self, name: str = "") -> None:
        """`name` asks for the first."""
        super().__init__()
        self.first = PassphraseField(name or tr("A passphrase, a few words you’ll remember"))
        self.again = PassphraseField(tr("Once more"))
        for field in (self.first, self.again):
            field.setPlaceholderText(field.accessibleName())
        self.strength = Strength()
        self.hint, self.error = _words("small"), _words("error")
        self.error.hide()
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(12)
        for widget in (self.first, self.again, self.strength, self.hint, self.error):
            down.addWidget(widget)
        self.first.changed.connect(self.weigh)
        self.again.changed.connect(self._forgive)
        self.first.returnPressed.connect(self.again.setFocus)
        self.again.returnPressed.connect(self.submit)

    def weigh(self) -> None:
        """Show how hard it is to guess."""
        self._forgive()
        self.strength.show_strength(self.first.text())
        self.hint.setText(_hint(self.strength.value()))

    def submit(self) -> None:
        """Take it, or say why not."""
        passphrase = self.first.text()
        if len(passphrase) < SHORTEST:
            words = tr("A passphrase needs at least {n} characters. A few words do it.", n=SHORTEST)
            self._refuse(self.first, words)
        elif passphrase != self.again.text():
            self._refuse(self.again, tr("The two are not the same. Type it once more."))
        else:
            self.chosen.emit(passphrase)

    def _refuse(self, field: PassphraseField, sentence: str) -> None:
        self.error.setText(sentence)
        self.error.show()
        self.hint.hide()
        field.selectAll()
        field.setFocus()
        reveal_soon(self.error, field)

    def _forgive(self) -> None:
        self.error.hide()
        self.hint.show()


def _hint(grade: Grade | None) -> str:
    if grade is Grade.GUESSABLE:
        return tr("A few more words make it hard to guess, ones that do not belong together.")
    return tr("A recovery code comes next, for the day you forget it.")


def _words(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label
