"""The first run: what Connect promises and what it cannot, and a passphrase."""

from PySide6.QtCore import Signal

from connect_desktop.i18n import tr
from connect_desktop.ui.gate.step import Step, button, row
from connect_desktop.ui.widgets.guessing import SHORTEST, Grade
from connect_desktop.ui.widgets.passphrase_field import PassphraseField
from connect_desktop.ui.widgets.strength import Strength


class WelcomeStep(Step):
    """Emits `begun(passphrase)`, or asks for one of the other ways in."""

    begun = Signal(str)
    open_asked = Signal()
    """the user thinks of going on without a passphrase"""
    sample_asked = Signal()

    def __init__(self) -> None:
        super().__init__(
            tr("Welcome. Nothing leaves this computer."),
            tr(
                "Connect keeps what you write in one encrypted file here. There is no account, no server, "
                "and no way in without your passphrase or recovery code, for us either."
            ),
        )
        self.first = PassphraseField(tr("A passphrase, a few words you’ll remember"))
        self.again = PassphraseField(tr("Once more"))
        for field in (self.first, self.again):
            field.setPlaceholderText(field.accessibleName())
        self.strength = Strength()
        self.hint = self.words("", "small")
        self.error = self.words("", "error")
        self.error.hide()
        self.begin = button(tr("Begin"), "primary")
        self.sample = button(tr("Look around with sample data"))
        self.open = button(tr("Go on without a passphrase"), "link")
        self._lay_out_rest()
        self._connect()

    def arrive(self) -> None:
        self._weigh(self.first.text())
        self.first.setFocus()

    def _lay_out_rest(self) -> None:
        self.column.addWidget(
            self.words(
                tr(
                    "It cannot protect you from spyware, from an administrator of this computer, or from "
                    "someone who makes you unlock it. And anyone at this computer can see that Connect is "
                    "installed."
                ),
                "small",
            )
        )
        self.column.addSpacing(4)
        for widget in (self.first, self.again, self.strength, self.hint, self.error):
            self.column.addWidget(widget)
        self.column.addSpacing(4)
        self.column.addLayout(row(self.begin, self.sample, 1))
        self.column.addLayout(row(self.open, 1))

    def _connect(self) -> None:
        self.first.changed.connect(self._weigh)
        self.again.changed.connect(self._forgive)
        self.first.returnPressed.connect(self.again.setFocus)
        self.again.returnPressed.connect(self._begin)
        self.begin.clicked.connect(self._begin)
        self.sample.clicked.connect(self.sample_asked)
        self.open.clicked.connect(self.open_asked)

    def _weigh(self, passphrase: str) -> None:
        self._forgive()
        self.strength.show_strength(passphrase)
        self.hint.setText(_hint(self.strength.value()))

    def _begin(self) -> None:
        passphrase = self.first.text()
        if len(passphrase) < SHORTEST:
            self._refuse(
                self.first,
                tr("A passphrase needs at least {n} characters. A few words do it.", n=SHORTEST),
            )
        elif passphrase != self.again.text():
            self._refuse(self.again, tr("The two are not the same. Type it once more."))
        else:
            self.begun.emit(passphrase)

    def _refuse(self, field: PassphraseField, sentence: str) -> None:
        self.error.setText(sentence)
        self.error.show()
        self.hint.hide()
        field.selectAll()
        field.setFocus()

    def _forgive(self) -> None:
        self.error.hide()
        self.hint.show()


def _hint(grade: Grade | None) -> str:
    if grade is Grade.GUESSABLE:
        return tr("A few more words make it hard to guess, ones that do not belong together.")
    return tr("A recovery code comes next, for the day you forget it.")


class UnprotectedStep(Step):
    """Says what going on without a passphrase means, before it is chosen."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__(
            tr("Without a passphrase"),
            tr(
                "Connect will open for anyone who uses your account on this computer, without asking. "
                "Whoever copies the folder can read everything in it. Its settings will say “Not protected”."
            ),
        )
        self.column.addWidget(
            self.words(
                tr(
                    "A passphrase cannot be added to it later: you would export everything, begin again "
                    "with a passphrase, and bring it back in."
                )
            )
        )
        self.back = button(tr("Choose a passphrase"), "primary")
        self.choose = button(tr("Go on, not protected"))
        self.column.addSpacing(8)
        self.column.addLayout(row(self.back, self.choose, 1))
        self.back.clicked.connect(self.back_asked)
        self.choose.clicked.connect(self.chosen)

    def arrive(self) -> None:
        self.back.setFocus()
