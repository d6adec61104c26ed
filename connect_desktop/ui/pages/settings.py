"""Settings: how it looks, when a day ends, what documents show, where everything lies."""

import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTime, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from connect_desktop import __version__
from connect_desktop.i18n import tr, tr_n
from connect_desktop.store import vault
from connect_desktop.ui import safety_words, theme
from connect_desktop.ui.choices import names_choice, paper_choice
from connect_desktop.ui.pages.own_words import OwnWords
from connect_desktop.ui.pages.page import Page
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.card import Card
from connect_desktop.ui.widgets.page_scroll import scrolled
from connect_desktop.ui.widgets.segmented import SegmentedChoice
from connect_desktop.ui.widgets.wheel import leave_wheel

WIDEST = 720
LATEST_END = QTime(12, 0)


class SettingsPage(Page):
    """Every change is in force at once and kept."""

    safety_asked = Signal()

    def __init__(self, session: Session, *, protected: bool, vault: Path) -> None:
        super().__init__(session)
        self._vault = vault
        self.theme = SegmentedChoice(
            [("system", tr("As the system")), ("light", tr("Light")), ("dark", tr("Dark"))],
            name=tr("Light or dark"),
        )
        self.still = QCheckBox(tr("Keep everything still"))
        self.day_ends = QTimeEdit()
        leave_wheel(self.day_ends)
        self.small_step = SegmentedChoice(
            [(True, tr("Offered on Today")), (False, tr("Not offered"))], name=tr("One small step")
        )
        self.lock_after = SegmentedChoice(
            [(minutes, _minutes(minutes)) for minutes in (1, 5, 15, 60, 0)],
            name=tr("Lock when nobody is here"),
        )
        self.lock_minimised = QCheckBox(tr("Lock when it is minimised"))
        self.names = names_choice()
        self.paper = paper_choice()
        self._protected = protected
        self._kept = protected or _is_kept(vault)
        self.place = _words(str(vault), "soft")
        self.protection = _words(safety_words.protection(self._kept, protected), "")
        self.open_folder = QPushButton(tr("Open the folder"))
        self.safety = QPushButton(tr("Backups and protection"))
        self.own_words = OwnWords(session)
        self._lay_out()
        self._connect()

    def arrive(self) -> None:
        super().arrive()
        self.theme.setFocus()

    def refresh(self) -> None:
        self.own_words.refresh()
        kept = self.session.settings
        self.theme.set_value(kept.theme)
        self.small_step.set_value(kept.small_step)
        self.lock_after.set_value(kept.lock_after)
        self.names.set_value(kept.names)
        self.paper.set_value(kept.paper)
        self._show_quietly(kept.reduced_motion, QTime(kept.day_ends // 60, kept.day_ends % 60))

    def concerns(self, _edits: object) -> bool:
        return False

    def _show_quietly(self, still: bool, ends: QTime) -> None:
        quiet = (self.still, self.day_ends, self.lock_minimised)
        for field in quiet:
            field.blockSignals(True)
        self.still.setChecked(still)
        self.lock_minimised.setChecked(self.session.settings.lock_minimised)
        self.day_ends.setTime(ends)
        for field in quiet:
            field.blockSignals(False)

    def _connect(self) -> None:
        self.theme.changed.connect(lambda choice: self._look(theme=choice))
        self.still.toggled.connect(lambda still: self._look(reduced_motion=still))
        self.day_ends.timeChanged.connect(self._end_day)
        self.small_step.changed.connect(lambda choice: self.session.save_settings(small_step=bool(choice)))
        self.lock_after.changed.connect(lambda choice: self.session.save_settings(lock_after=int(choice)))
        self.lock_minimised.toggled.connect(lambda on: self.session.save_settings(lock_minimised=on))
        self.names.changed.connect(lambda choice: self.session.save_settings(names=str(choice)))
        self.paper.changed.connect(lambda choice: self.session.save_settings(paper=str(choice)))
        self.safety.clicked.connect(self.safety_asked)
        self.open_folder.clicked.connect(
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._vault.parent)))
        )

    def _look(self, **chosen: object) -> None:
        self.session.save_settings(**chosen)
        theme.choose(self.session.settings.theme, still=self.session.settings.reduced_motion)

    def _end_day(self, at: QTime) -> None:
        self.session.save_settings(day_ends=at.hour() * 60 + at.minute())

    def _lay_out(self) -> None:
        self.day_ends.setDisplayFormat("HH:mm")
        self.day_ends.setTimeRange(QTime(0, 0), LATEST_END)
        self.day_ends.setAccessibleName(tr("My day ends at"))
        self.place.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.place.setAccessibleName(tr("Folder: {path}", path=self.place.text()))
        inside = QWidget()
        inside.setProperty("role", "clear")
        inside.setMaximumWidth(round(WIDEST * theme.scale()) + 64)
        down = QVBoxLayout(inside)
        down.setContentsMargins(32, 24, 32, 24)
        down.setSpacing(16)
        down.addWidget(_words(tr("Settings"), "title"))
        down.addWidget(self._look_card())
        down.addWidget(self._day_card())
        down.addWidget(self._step_card())
        down.addWidget(self.own_words)
        if self._protected:
            down.addWidget(self._lock_card())
        down.addWidget(self._documents_card())
        down.addWidget(self._place_card())
        down.addWidget(_about_card())
        down.addStretch(1)
        area = scrolled(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _look_card(self) -> Card:
        still = tr("No movement when something is chosen or appears, whatever the system says.")
        return _card(tr("How it looks"), self.theme, self.still, _words(still, "small"))

    def _day_card(self) -> Card:
        why = tr("A talk at half past one at night still belongs to the evening before.")
        return _card(tr("My day ends at"), _start(self.day_ends), _words(why, "small"))

    def _step_card(self) -> Card:
        why = tr("At most one a day, fitted to what you logged. It never counts what you did not do.")
        return _card(tr("One small step"), self.small_step, _words(why, "small"))

    def _lock_card(self) -> Card:
        also = tr(
            "It also locks when the computer sleeps, when its own screen locks, and at once with "
            "Ctrl+Shift+L. Ctrl+Shift+Space takes every window away first. What you are writing is kept and "
            "comes back."
        )
        return _card(
            tr("Lock"),
            _words(tr("When nothing was touched for"), "label"),
            self.lock_after,
            self.lock_minimised,
            _words(also, "small"),
            _words(_screenshots(), "small"),
        )

    def _documents_card(self) -> Card:
        return _card(
            tr("Documents"),
            _words(tr("People appear as"), "label"),
            self.names,
            _words(tr("Paper"), "label"),
            self.paper,
            _words(tr("Where an export begins; each can be changed while exporting."), "small"),
        )

    def _place_card(self) -> Card:
        if not self._kept:
            return _card(tr("Where everything lies"), self.protection, _start(self.safety))
        return _card(
            tr("Where everything lies"), self.place, self.protection, _start(self.safety, self.open_folder)
        )


def _about_card() -> Card:
    return _card(
        tr("About"),
        _words(tr("Connect {version}", version=__version__), ""),
        _words(
            tr(
                "Free software under the GNU General Public License, version 3 or later. No account, "
                "no server, nothing sent anywhere."
            ),
            "soft",
        ),
    )


def _minutes(minutes: int) -> str:
    return tr_n("{n} minute", "{n} minutes", minutes) if minutes else tr("Never")


def _screenshots() -> str:
    if sys.platform in ("win32", "cygwin"):
        return tr("The window is left out of pictures and recordings of the screen.")
    return tr(
        "This system lets other programs of your account take pictures of the screen; Connect cannot keep "
        "its window out of them."
    )


def _is_kept(folder: Path) -> bool:
    return vault.state(folder) is not vault.State.MISSING


def _card(title: str, *items: QWidget | QHBoxLayout) -> Card:
    card = Card(title)
    for item in items:
        if isinstance(item, QWidget):
            card.column.addWidget(item)
        else:
            card.column.addLayout(item)
    return card


def _start(*widgets: QWidget) -> QHBoxLayout:
    across = QHBoxLayout()
    for widget in widgets:
        across.addWidget(widget)
    across.addStretch(1)
    return across


def _words(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
