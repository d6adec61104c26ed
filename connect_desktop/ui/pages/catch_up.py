"""Catch up: what waits to be felt, one moment after the other, one key each."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from connect_desktop.domain import Impression
from connect_desktop.i18n import tr
from connect_desktop.insight.told import short_name
from connect_desktop.ui import theme, turns
from connect_desktop.ui.moments import changed_moment, moment_of
from connect_desktop.ui.pages.page import Page
from connect_desktop.ui.person_choice import told_apart
from connect_desktop.ui.session import Edits, Session
from connect_desktop.ui.sweep import Sweep
from connect_desktop.ui.waiting import Waiting
from connect_desktop.ui.widgets.empty_state import EmptyState
from connect_desktop.ui.widgets.kept_action import kept_action
from connect_desktop.ui.widgets.key_hint import spelled
from connect_desktop.ui.widgets.more_button import MoreButton
from connect_desktop.ui.widgets.page_scroll import scrolled
from connect_desktop.ui.widgets.turn_card import TurnCard

BESIDE = 560
"""pixels at 100 % from which the choice of somebody stands beside the title"""
NAME_ROOM = 14
"""characters of who is chosen that can always be seen"""


class CatchUpPage(Page):
    """Walks through what waits, the newest first; what is left as it is stays unknown."""

    ended = Signal()
    moment_asked = Signal(object, str)
    """a Moment and the person it is looked at from"""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._waiting = Waiting.of_session(session)
        self._sweep: Sweep = Sweep([])
        self._begun = False
        self._names: Mapping[str, str] = {}
        self._progress = QLabel()
        self._progress.setProperty("role", "soft")
        self._who = QComboBox()
        self._who.setAccessibleName(tr("With whom"))
        self._who.setAccessibleDescription(tr("With whom"))
        self._who.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._who.setMinimumContentsLength(NAME_ROOM)
        self._who.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._more = self._made_more()
        self._end = QPushButton(tr("End") + f"  {spelled('Esc')}")
        self._card = TurnCard()
        self._done = EmptyState("", "")
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def begin(self, person_id: str | None = None) -> None:
        """Begin a sweep, through what waits with one person or with everyone."""
        self._keep_left()
        self._begun = True
        self._sweep = Sweep(self._waiting.ids(person_id))
        self._offer_people(person_id)
        self._stale = True

    def arrive(self) -> None:
        if not self._begun:
            self.begin()
        super().arrive()
        self._take_focus()

    def flush(self) -> bool:
        self._keep_left()
        return True

    def refresh(self) -> None:
        self._names = told_apart(self.session, self.session.store.people.all())
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside, ways = event.size().width() >= BESIDE * theme.scale(), QBoxLayout.Direction
        self._head.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.ended.emit()
        elif self._sweep.current is not None:
            self._card.type_key(event)
        else:
            super().keyPressEvent(event)

    def _hear(self, edits: Edits) -> None:
        """Go on after an answer, and back to what was undone."""
        mine = [edit for edit in edits if isinstance(edit.record, Impression)]
        asked = frozenset(self._sweep.ids).intersection(edit.record.id for edit in mine)
        felt = [one.id for one in _after(edits) if one.id in asked and one.body is not None]
        waits = [one.id for one in _after(edits) if one.id in asked and one.body is None]
        if felt:
            self._sweep.feel(felt)
        elif waits:
            self._sweep.wait(waits)
        super()._hear(edits)
        if self.isVisible() and asked:
            self._take_focus()

    # What is asked about

    def _show(self) -> None:
        turn = None
        while turn is None and self._sweep.current is not None:
            turn = turns.turn(self.session, self._sweep, self._names)
            if turn is None:
                self._sweep.ids.pop(self._sweep.at)  # it was deleted meanwhile
        self._progress.setText(self._said())
        self._more.setVisible(turn is not None or self._waiting.is_quiet())
        if turn is not None:
            self._card.show_turn(turn)
            self._stack.setCurrentIndex(0)
        else:
            self._say_done()
            self._stack.setCurrentIndex(1)

    def _said(self) -> str:
        if self._sweep.current is None:
            return ""
        place = tr("{n} of {all}", n=f"{self._sweep.at + 1:,}", all=f"{len(self._sweep.ids):,}")
        return tr("{place}, newest first. You can leave any of them as it is.", place=place)

    def _say_done(self) -> None:
        felt, left = len(self._sweep.felt), len(self._sweep.left)
        self._done.say(
            tr("That’s all.") if felt or left else tr("Nothing waits to be felt."),
            turns.summary(felt, left)
            if felt or left
            else tr("Moments that were brought in, or logged without an answer of your body, wait here."),
            tr("Done"),
        )

    def _take_focus(self) -> None:
        if self._sweep.current is not None:
            self._card.begin()
        else:
            self._done.begin()

    # What the user does

    def _answer(self, body: object) -> None:
        self._write([self._sweep.current or ""], body)

    def _feel_alike(self) -> None:
        found = turns.alike(self.session, self._sweep)
        if found is not None:
            self._write(*found)

    def _write(self, ids: Iterable[str], body: object) -> None:
        wanted = [*ids]
        moment = moment_of(self.session, wanted[0])
        if moment is None:
            return
        edits = changed_moment(moment, {}, {one: {"body": body} for one in wanted}, self.session.now())
        with self.session.telling():
            self.session.apply(tr("Answer taken back") if body is None else tr("Answer saved"), *edits)
            if not edits:  # the same as before
                self._sweep.feel(wanted)
                self._renew()

    def _pass(self) -> None:
        self._sweep.go_on()
        self._renew()

    def _go_back(self) -> None:
        self._sweep.go_back()
        self._renew()

    def _renew(self) -> None:
        self._show()
        self._take_focus()

    def _open(self) -> None:
        moment = moment_of(self.session, self._sweep.current or "")
        if moment is not None:
            self.moment_asked.emit(moment, turns.person_of(moment, self._sweep))

    def _keep_left(self) -> None:
        self._waiting.leave(self._sweep.left)

    # With whom, and about whom no more

    def _offer_people(self, person_id: str | None) -> None:
        counts = self._waiting.counts()
        people = {one.id: one for one in self.session.store.people.all()}
        self._names = told_apart(self.session, people.values())
        self._who.blockSignals(True)
        self._who.clear()
        self._who.addItem(tr("Everyone, {n}", n=f"{sum(counts.values()):,}"), None)
        for one in sorted(counts, key=lambda one: (-counts[one], self._names[one])):
            name = short_name(self._names[one])
            self._who.addItem(tr("{name}, {n}", name=name, n=f"{counts[one]:,}"), one)
        self._who.setCurrentIndex(max(0, self._who.findData(person_id)) if person_id else 0)
        self._who.setVisible(len(counts) > 1)
        self._who.blockSignals(False)

    def _choose(self) -> None:
        self.begin(self._who.currentData())
        self.arrive()

    def _offer_less(self) -> None:
        current = self._sweep.current
        found = self.session.store.impressions.get(current) if current else None
        name = short_name(self._names.get(found.person, "")) if found else ""
        self._less_of_one.setText(_plain(tr("Don’t ask about these with {name} any more", name=name)))
        self._less_of_one.setVisible(bool(name))
        self._less_of_all.setVisible(current is not None)
        self._again.setVisible(self._waiting.is_quiet())

    def _ask_less(self, *, of_all: bool) -> None:
        current = self._sweep.current
        found = self.session.store.impressions.get(current) if current else None
        if of_all:
            self._waiting.be_quiet(self._waiting.counts())
        elif found is not None:
            self._waiting.be_quiet([found.person])
        self._sweep.keep(frozenset(self._waiting.ids()))
        whose = self._who.currentData()
        self._offer_people(whose)
        if self._who.currentData() == whose:
            self._renew()
        else:
            self._choose()

    def _ask_again(self) -> None:
        self._waiting.ask_again()
        self.begin(self._who.currentData())
        self.arrive()

    def _made_more(self) -> MoreButton:
        menu = QMenu()
        self._less_of_one = kept_action(menu, "")
        self._less_of_all = kept_action(menu, tr("Don’t ask about any of these any more"))
        self._again = kept_action(menu, tr("Ask about all of them again"))
        menu.aboutToShow.connect(self._offer_less)
        return MoreButton(tr("What not to be asked about"), menu)

    def _connect(self) -> None:
        self._card.answered.connect(self._answer)
        self._card.alike_asked.connect(self._feel_alike)
        self._card.passed.connect(self._pass)
        self._card.backed.connect(self._go_back)
        self._card.opened.connect(self._open)
        self._who.activated.connect(lambda _place: self._choose())
        self._end.clicked.connect(self.ended)
        self._done.acted.connect(self.ended)
        self._less_of_one.triggered.connect(lambda: self._ask_less(of_all=False))
        self._less_of_all.triggered.connect(lambda: self._ask_less(of_all=True))
        self._again.triggered.connect(self._ask_again)
        QShortcut(QKeySequence("Alt+Left"), self).activated.connect(self.ended)
        back = QShortcut(QKeySequence("Left"), self._done)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self._go_back)

    def _lay_out(self) -> None:
        title = QLabel(tr("How did it land?"))
        title.setProperty("role", "title")
        self._progress.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(title)
        words.addWidget(self._progress)
        tools = QHBoxLayout()
        tools.setSpacing(12)
        for part in (self._who, self._more, self._end):
            tools.addWidget(part)
        tools.addStretch(0)
        # Narrow to begin with: before a page is as wide as the window, it may widen it.
        head = self._head = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        head.setSpacing(12)
        head.addLayout(words, 1)
        head.addLayout(tools)
        self._stack.addWidget(_scrolled(self._card))
        self._stack.addWidget(self._done.on_card())
        down = QVBoxLayout(self)
        down.setContentsMargins(32, 24, 32, 24)
        down.setSpacing(18)
        down.addLayout(head)
        down.addWidget(self._stack, 1)


def _after(edits: Edits) -> list[Impression]:
    return [edit.after for edit in edits if isinstance(edit.after, Impression)]


def _scrolled(card: QWidget) -> QScrollArea:
    inside = QWidget()
    inside.setProperty("role", "clear")
    down = QVBoxLayout(inside)
    down.setContentsMargins(0, 0, 0, 0)
    down.addWidget(card)
    down.addStretch(1)
    area = scrolled(inside)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


def _plain(text: str) -> str:
    """Return the text of a menu in which & makes no shortcut of a name."""
    return text.replace("&", "&&")
