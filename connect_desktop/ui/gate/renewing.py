"""Steps of changing what opens the store: what opens it now and then, and what came of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QPushButton

from connect_desktop.i18n import tr
from connect_desktop.ui import theme
from connect_desktop.ui.gate.step import Step, button, row
from connect_desktop.ui.gate.twice import Twice
from connect_desktop.ui.widgets.passphrase_field import PassphraseField
from connect_desktop.ui.widgets.reveal import reveal_soon


class RenewStep(Step):
    """Asks for what opens the store now and, where it is to change, for the new passphrase.

    Emits `begun(present, new)`; each is empty where it is not asked for.
    """

    begun = Signal(str, str)

    def __init__(self, title: str, text: str, *, present: str = "", new: bool = True) -> None:
        """`present` is how to ask for what opens it now; empty where nothing is asked."""
        super().__init__(title, text)
        self.present = PassphraseField(present) if present else None
        self.twice = Twice(tr("The new passphrase, a few words you’ll remember")) if new else None
        self.error = self.words("", "error")
        self.error.hide()
        self.go_on = button(tr("Go on"), "primary")
        self.cancel = button(tr("Cancel"))
        if self.present is not None:
            self.present.setPlaceholderText(present)
            self.present.changed.connect(self.error.hide)
            self.present.returnPressed.connect(self._next)
            self.column.addWidget(self.present)
            self.column.addWidget(self.error)
        if self.twice is not None:
            self.column.addWidget(self.twice)
            self.twice.chosen.connect(lambda new: self.begun.emit(self._present(), new))
        self.column.addSpacing(4)
        self.column.addLayout(row(self.go_on, self.cancel, 1))
        self.go_on.clicked.connect(self._submit)
        self.cancel.clicked.connect(self.back_asked)

    def arrive(self) -> None:
        first = self.present or (self.twice and self.twice.first)
        assert first is not None
        first.setFocus()

    def wait(self) -> None:
        """Show that what was typed is being tried."""
        self._enable(False)
        self.go_on.setText(tr("Looking…"))

    def refuse(self, sentence: str) -> None:
        """Say that the present one is not right; all else stays as typed."""
        self._enable(True)
        self.go_on.setText(tr("Go on"))
        assert self.present is not None
        self.error.setText(sentence)
        self.error.show()
        self.present.selectAll()
        self.present.setFocus()
        reveal_soon(self.error, self.present)

    def _next(self) -> None:
        if self.twice is not None:
            self.twice.first.setFocus()
        else:
            self._submit()

    def _submit(self) -> None:
        if self.present is not None and not self.present.text():
            self.present.setFocus()
        elif self.twice is not None:
            self.twice.submit()
        else:
            self.begun.emit(self._present(), "")

    def _present(self) -> str:
        return self.present.text() if self.present is not None else ""

    def _enable(self, on: bool) -> None:
        for widget in (self.present, self.twice, self.go_on):
            if widget is not None:
                widget.setEnabled(on)


class BusyStep(Step):
    """Says what is going on; it takes a moment and needs nothing."""

    def __init__(self, title: str, text: str) -> None:
        super().__init__(title, text)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(title)
        self.column.addWidget(self.bar)
        self.bar.setVisible(not theme.reduced_motion())


class ChoiceStep(Step):
    """Says what came of it, with what can be done now: `buttons`, the first of them the likely one."""

    def __init__(self, title: str, text: str, *choices: str) -> None:
        super().__init__(title, text)
        roles = ["primary", *["plain"] * (len(choices) - 1)]
        self.choices: list[QPushButton] = [button(*one) for one in zip(choices, roles, strict=True)]
        self.column.addSpacing(8)
        for one in self.choices:
            self.column.addLayout(row(one, 1))

    def arrive(self) -> None:
        self.choices[0].setFocus()
