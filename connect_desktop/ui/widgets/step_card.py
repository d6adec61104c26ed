"""One small step on Today: offered, kept once it is taken, and later asked how it landed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from connect_desktop.domain import Step
from connect_desktop.domain.body import body_label
from connect_desktop.i18n import tr
from connect_desktop.ui.widgets.card import Card
from connect_desktop.ui.widgets.flow_group import FlowGroup
from connect_desktop.ui.widgets.landing import Landing
from connect_desktop.ui.widgets.plain_label import PlainLabel
from connect_desktop.ui.widgets.push_button import push_button


class StepCard(Card):
    """Shows one step; hidden while there is none. It asks, whoever listens writes."""

    tried = Signal()
    """the user takes what is offered"""
    passed = Signal()
    told = Signal()
    """one of the answers about how it landed was given or changed"""
    asked = Signal()
    """the user wants to tell how it landed"""
    closed = Signal()
    """the user has told how it landed, or does not want to"""

    def __init__(self) -> None:
        super().__init__(tr("One small step"), role="wash")
        self._why = PlainLabel("small")
        self._text = PlainLabel()
        self._state = PlainLabel("small")
        self.landing = Landing()
        self._pass = push_button(tr("Not now"), "quiet")
        self._try = push_button(tr("I’ll try it"))
        self._ask = push_button(tr("How did it land?"), "link")
        self._close = push_button("", "quiet")
        self._buttons = FlowGroup(tr("What to do with it"))
        self._lay_out()
        self._connect()
        self.hide()

    def offer(self, text: str, why: str) -> None:
        """Show what is offered, and what the moments say that makes it fit."""
        self._show(text, why=why, buttons=(self._pass, self._try))

    def keep(self, text: str) -> None:
        """Show what was taken today; how it landed can be told, and is not asked."""
        self._show(tr("You took: {step}", step=text), buttons=(self._ask,))

    def show_landed(self, text: str, landed: int | None) -> None:
        """Show what was taken and how it landed."""
        said = tr("It landed: {felt}.", felt=body_label(landed)) if landed is not None else ""
        self._show(tr("You took: {step}", step=text), state=said, buttons=(self._ask,))
        self._ask.setText(tr("Change") if landed is not None else tr("How did it land?"))

    def ask(self, text: str, step: Step) -> None:
        """Ask how a step landed."""
        self._show(tr("You took: {step}", step=text), buttons=(self._close,), asked=True)
        self.landing.show_step(step)
        self._name_close()

    def say(self, words: str) -> None:
        """Say in a few words what became of an answer: that it is kept, or why not."""
        self._state.setText(words)
        self._state.setVisible(bool(words))

    def asking(self) -> bool:
        """Return whether the answers are shown."""
        return not self.landing.isHidden()

    def text(self) -> str:
        """Return what is shown in words."""
        return " ".join(
            label.text() for label in (self._why, self._text, self._state) if not label.isHidden()
        )

    def _show(
        self,
        text: str,
        *,
        why: str = "",
        state: str = "",
        buttons: tuple[QPushButton, ...] = (),
        asked: bool = False,
    ) -> None:
        self._text.setText(text)
        self._ask.setText(tr("How did it land?"))
        for label, words in ((self._why, why), (self._state, state)):
            label.setText(words)
            label.setVisible(bool(words))
        self.landing.setVisible(asked)
        for button in (self._pass, self._try, self._ask, self._close):
            button.setVisible(button in buttons)
        self.setAccessibleDescription(self.text())
        self.show()

    def _name_close(self) -> None:
        told = self.landing.values()
        answered = told["landed"] is not None or bool(told["note"])
        self._close.setText(tr("Done") if answered else tr("Skip"))

    def _hear(self) -> None:
        self._name_close()
        self.told.emit()

    def _connect(self) -> None:
        self._try.clicked.connect(self.tried)
        self._pass.clicked.connect(self.passed)
        self._ask.clicked.connect(self.asked)
        self._close.clicked.connect(self.closed)
        self.landing.changed.connect(self._hear)
        self.landing.committed.connect(self.closed)

    def _lay_out(self) -> None:
        for part in (self._why, self._text, self.landing, self._state, self._buttons):
            self.column.addWidget(part)
        for place, button in enumerate((self._pass, self._try, self._ask, self._close)):
            self._buttons.insert_part(place, button)
