"""Search: whatever was written, found as it is typed. What is sought is kept nowhere."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QStackedWidget, QVBoxLayout

from connect_desktop.domain.found import FIRST, Found, Kind
from connect_desktop.i18n import tr, tr_n
from connect_desktop.ui import hits
from connect_desktop.ui.moments import Shown
from connect_desktop.ui.pages.page import Page
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.clear_button import offer_clearing
from connect_desktop.ui.widgets.empty_state import EmptyState
from connect_desktop.ui.widgets.hit_list import HitList

PAUSE = 30
"""milliseconds without a key before it is looked for: fast fingers are not looked after letter by letter"""
TELL_AFTER = 700
"""milliseconds without a key before a screen reader is told how many were found"""
LONGEST = 200


class SearchPage(Page):
    """A field, and under it what holds every word of what is typed in it."""

    opened = Signal(object)
    """a HitRow"""
    back_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._shown: Shown | None = None
        self._sought = ""
        self._limits: dict[Kind, int] = {}
        self._field = QLineEdit()
        self._field.setMaxLength(LONGEST)
        self._field.setPlaceholderText(tr("Search people, moments, reflections, hopes"))
        self._field.setAccessibleName(tr("Search everything you wrote"))
        offer_clearing(self._field)
        self._field.installEventFilter(self)
        self._count = QLabel()
        self._count.setProperty("role", "soft")
        self._list = HitList()
        self._empty = EmptyState("", "")
        self._stack = QStackedWidget()
        self._soon, self._tell = _timer(self, PAUSE), _timer(self, TELL_AFTER)
        self._lay_out()
        self._connect()

    def seek(self, text: str) -> None:
        """Look for something; the cursor is behind it, to be typed on."""
        self._field.setText(text)
        self._field.setFocus()
        self._look()

    def arrive(self) -> None:
        super().arrive()
        self._field.setFocus()
        self._field.selectAll()

    def refresh(self) -> None:
        self._shown = Shown.now(self.session)
        self._look()

    def leave(self) -> None:
        """Forget what was sought, and go back to where one was."""
        self._field.clear()
        self._look()
        self.back_asked.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Enter stays here: passed on, it would press a button of the page it has just opened.
        if watched is self._field and event.type() == QEvent.Type.KeyPress:
            act = {"down": self._begin, "enter": self._open_first}.get(_way(event))
            if act is not None:
                act()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _look_now(self) -> None:
        if self._soon.isActive():
            self._look()

    def _look(self) -> None:
        """Show what holds what is typed."""
        self._soon.stop()
        if self._shown is None:
            return
        text = self._field.text()
        if text != self._sought:
            self._sought, self._limits = text, {}
        found = self.session.store.search(text, self._limits)
        self._list.show_rows([*hits.rows(found, text, self._shown)])
        self._count.setText(_count(found))
        self._stack.setCurrentWidget(self._list if found.hits else self._empty)
        if not found.hits:
            self._say_nothing(text)
        self._tell.start()

    def _show_more(self, kind: Kind) -> None:
        """Show more of a kind, below those that are there."""
        assert self._shown is not None
        self._limits[kind] = self._limits.get(kind, FIRST) + hits.MORE
        found = self.session.store.search(self._sought, self._limits)
        self._list.lengthen([*hits.rows(found, self._sought, self._shown)])

    def _say_nothing(self, text: str) -> None:
        if text.strip():
            self._empty.say(
                tr("Nothing found for “{text}” in what you wrote", text=text.strip()),
                tr("Try fewer letters or another word. Accents and capitals do not matter."),
            )
        else:
            self._empty.say(
                tr("Find anything you wrote"),
                tr("Names, notes, words, reflections and hopes. The first letters are enough."),
            )

    def _tell_found(self) -> None:
        """Tell a screen reader, once the fingers rest."""
        if self._field.hasFocus() and self._field.text().strip():
            said = self._count.text() or tr("Nothing found")
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._field, said))

    def _begin(self) -> None:
        self._look_now()
        self._list.begin()

    def _open_first(self) -> None:
        self._look_now()
        first = self._list.first()
        if first is not None:
            self.opened.emit(first)

    def _type_on(self, text: str) -> None:
        self._field.setFocus()
        self._field.end(False)
        self._field.insert(text)

    def _connect(self) -> None:
        self._field.textChanged.connect(lambda _text: self._soon.start())
        self._soon.timeout.connect(self._look)
        self._tell.timeout.connect(self._tell_found)
        self._list.opened.connect(self.opened)
        self._list.more_asked.connect(self._show_more)
        self._list.left.connect(self._field.setFocus)
        self._list.typed.connect(self._type_on)

    def _lay_out(self) -> None:
        title = QLabel(tr("Search"))
        title.setProperty("role", "title")
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(10, 6, 10, 10)
        for one in (self._list, self._empty):
            self._stack.addWidget(one)
        inside.addWidget(self._stack)
        down = QVBoxLayout(self)
        down.setContentsMargins(32, 24, 32, 24)
        down.setSpacing(12)
        down.addWidget(title)
        down.addWidget(self._field)
        down.addWidget(self._count)
        down.addWidget(card, 1)


def _way(event: QEvent) -> str:
    """Return where a key leads from the field: down, enter or nowhere."""
    key = event.key() if isinstance(event, QKeyEvent) else 0
    if key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown):
        return "down"
    return "enter" if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) else ""


def _timer(parent: QObject, after: int) -> QTimer:
    found = QTimer(parent)
    found.setSingleShot(True)
    found.setInterval(after)
    return found


def _count(found: Found) -> str:
    return tr_n("{n} found", "{n} found", found.total) if found.hits else ""
