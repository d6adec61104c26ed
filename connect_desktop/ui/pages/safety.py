"""Safety: backups, a second place for them, what opens the store, and what all this does not do."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from connect_desktop.domain.errors import ConnectError
from connect_desktop.i18n import tr
from connect_desktop.store import os_keyring
from connect_desktop.store.state import State, has_keyring, state
from connect_desktop.ui import safety_words, theme
from connect_desktop.ui.keeper import Keeper
from connect_desktop.ui.pages.page import Page
from connect_desktop.ui.pages.safety_backups import AsideCard, BackupsCard, SecondCard
from connect_desktop.ui.safety_actions import SafetyActions
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.button_row import ButtonRow
from connect_desktop.ui.widgets.card import Card
from connect_desktop.ui.widgets.page_scroll import scrolled
from connect_desktop.ui.widgets.push_button import push_button
from connect_desktop.ui.widgets.steps import StepList
from connect_desktop.ui.widgets.wrapped_label import WrappedLabel
from connect_desktop.ui.work import Work

WIDEST = 720
AGAIN = 20_000
"""milliseconds between two looks at what time it is, and whether the second place is here"""


class SafetyPage(Page):
    """Shows how things stand, and leads to what can be done about it."""

    def __init__(self, session: Session, acts: SafetyActions) -> None:
        super().__init__(session)
        self._keeper = Keeper.of_session(session)
        self._folder = session.store.folder
        self.acts = acts
        self.back = QPushButton(tr("Back to the settings"))
        self.backups = BackupsCard(session, self._keeper)
        self.second = SecondCard(session, self._keeper)
        self.asides = AsideCard(session)
        self.protection = WrappedLabel()
        self.change = QPushButton(tr("Change the passphrase…"))
        self.new_code = QPushButton(tr("New recovery code…"))
        self.protect = QPushButton(tr("Protect it with a passphrase…"))
        self.keyring = QPushButton()
        self.keyring_told = WrappedLabel("small")
        self._keyring_row = ButtonRow(tr("Keyring"), self.keyring)
        self._has_system_keyring: bool | None = None
        self._turning = False
        self.erase = push_button(tr("Erase everything…"), "danger")
        self._again = QTimer(self)
        self._lay_out()
        self._connect()

    def arrive(self) -> None:
        self.refresh()
        (self.backups.now if self._keeper.keeps() else self.back).setFocus()

    def refresh(self) -> None:
        kept = self._keeper.keeps()
        protected = self._is_protected()
        self.protection.say(safety_words.protection(kept, protected))
        for button in (self.change, self.new_code):
            button.setVisible(kept and protected)
        self.protect.setVisible(kept and not protected)
        self._erase_card.setVisible(kept)
        self._show_keyring(kept and protected)
        for card in (self.backups, self.second, self.asides):
            card.setVisible(kept)
            if kept:
                card.refresh()

    def concerns(self, _edits: object) -> bool:
        return False

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._again.start(AGAIN)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._again.stop()

    def _show_keyring(self, possible: bool) -> None:
        """Offer the system's keyring where there is one; whether there is, is found out once, aside."""
        on = possible and self._folder is not None and has_keyring(self._folder)
        there = self._has_system_keyring
        if possible and there is None:
            work = Work(lambda _work: os_keyring.available())
            work.done.connect(self._know_keyring)
            work.start()
        self.keyring_told.say(safety_words.keyring(on=on, there=bool(there)))
        self.keyring.setText(
            tr("Let the keyring open it no more") if on else tr("Let the keyring open it, too")
        )
        self.keyring_told.setVisible(possible and (on or there is not None))
        self._keyring_row.setVisible(possible and (on or bool(there)))

    def _know_keyring(self, there: bool) -> None:
        self._has_system_keyring = there
        self._look()

    def _turn_keyring(self) -> None:
        """Let it open the store, too, or no more; aside, for it may ask somebody first."""
        assert self._folder is not None
        if self._turning:  # not disabled: the focus would jump on, to what erases everything
            return
        on, store = not has_keyring(self._folder), self.session.store
        self._turning = True
        self.keyring.setText(tr("Asking the keyring…"))
        work = Work(lambda _work: store.use_keyring(on))
        work.done.connect(self._end_turning)
        work.failed.connect(self._say_not_turned)
        work.start()

    def _say_not_turned(self, error: ConnectError) -> None:
        self.session.not_saved.emit(str(error))
        self._end_turning()

    def _end_turning(self, _done: object = None) -> None:
        self._turning = False
        self._look()

    def _is_protected(self) -> bool:
        return self._folder is not None and state(Path(self._folder)) is State.PROTECTED

    def _connect(self) -> None:
        self._again.timeout.connect(self.refresh)
        self._keeper.changed.connect(self._look)
        self.acts.done.connect(self._look)
        self.backups.now.clicked.connect(self._keeper.back_up)
        self.backups.restore.clicked.connect(self.acts.restore)
        self.change.clicked.connect(self.acts.change_passphrase)
        self.new_code.clicked.connect(self.acts.renew_code)
        self.protect.clicked.connect(self.acts.protect)
        self.keyring.clicked.connect(self._turn_keyring)
        self.erase.clicked.connect(self.acts.erase_everything)
        self.asides.remove_asked.connect(self.acts.remove_aside)

    def _look(self) -> None:
        if self.isVisible():
            self.refresh()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("role", "clear")
        inside.setMaximumWidth(round(WIDEST * theme.scale()) + 64)
        down = QVBoxLayout(inside)
        down.setContentsMargins(32, 24, 32, 24)
        down.setSpacing(16)
        self.back.setProperty("role", "link")
        down.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        down.addWidget(WrappedLabel("title", tr("Safety")))
        for card in (
            self.backups,
            self.second,
            self.asides,
            self._protection_card(),
            _honest_card(),
            self._erasing(),
        ):
            down.addWidget(card)
        down.addStretch(1)
        area = scrolled(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _protection_card(self) -> Card:
        card = Card(tr("What opens it"))
        card.column.addWidget(self.protection)
        card.column.addWidget(ButtonRow(tr("What opens it"), self.change, self.new_code, self.protect))
        card.column.addWidget(self.keyring_told)
        card.column.addWidget(self._keyring_row)
        return card

    def _erasing(self) -> Card:
        self._erase_card = card = Card(tr("Erase for good"))
        card.column.addWidget(
            WrappedLabel(
                "",
                tr(
                    "What you delete can be undone until you lock or close Connect, and stays in backups. "
                    "What is erased for good is overwritten in the file, and the backups that hold it are "
                    "removed. A moment is erased where it is changed, a person from the menu on their page."
                ),
            )
        )
        card.column.addWidget(ButtonRow(tr("Erase for good"), self.erase))
        return card


def _honest_card() -> Card:
    card = Card(tr("What this does and does not protect"))
    card.column.addWidget(StepList(safety_words.honest()))
    return card
