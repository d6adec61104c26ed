"""The first run: what Connect promises and what it cannot, and a passphrase."""

from PySide6.QtCore import Signal

from connect_desktop.i18n import tr
from connect_desktop.ui.gate.step import Step, button, row
from connect_desktop.ui.gate.twice import Twice


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
        self.twice = Twice()
        self.first, self.again = self.twice.first, self.twice.again
        self.strength, self.hint, self.error = self.twice.strength, self.twice.hint, self.twice.error
        self.begin = button(tr("Begin"), "primary")
        self.sample = button(tr("Look around a sample life"))
        self.open = button(tr("Go on without a passphrase"), "link")
        self._lay_out_rest()
        self._connect()

    def arrive(self) -> None:
        self.twice.weigh()
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
        self.column.addWidget(self.twice)
        self.column.addSpacing(4)
        self.column.addLayout(row(self.begin, self.sample, 1))
        self.column.addLayout(row(self.open, 1))

    def _connect(self) -> None:
        self.twice.chosen.connect(self.begun)
        self.begin.clicked.connect(self.twice.submit)
        self.sample.clicked.connect(self.sample_asked)
        self.open.clicked.connect(self.open_asked)


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
            self.words(tr("A passphrase can be added later, in the settings under safety."))
        )
        self.back = button(tr("Choose a passphrase"), "primary")
        self.choose = button(tr("Go on, not protected"))
        self.column.addSpacing(8)
        self.column.addLayout(row(self.back, self.choose, 1))
        self.back.clicked.connect(self.back_asked)
        self.choose.clicked.connect(self.chosen)

    def arrive(self) -> None:
        self.back.setFocus()
