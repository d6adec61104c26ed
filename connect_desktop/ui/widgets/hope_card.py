"""A hope that is waited for, with the moments that answered it; and one that is kept, in a few lines."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from connect_desktop.i18n import tr
from connect_desktop.ui.widgets.avatar import Avatar
from connect_desktop.ui.widgets.card import Card
from connect_desktop.ui.widgets.flow_group import FlowGroup
from connect_desktop.ui.widgets.hope_line import HopeLine
from connect_desktop.ui.widgets.hope_row import Ask, HopeRow, quoted
from connect_desktop.ui.widgets.more_button import MoreButton
from connect_desktop.ui.widgets.name_button import NameButton
from connect_desktop.ui.widgets.push_button import push_button
from connect_desktop.ui.widgets.wrapped_label import WrappedLabel

LONG = 320
"""characters of a hope that are shown before one asks for the rest"""

Entries = Sequence[tuple[str, Ask]]


class HopeText(QWidget):
    """What is hoped for; the rest of a long one is a click away."""

    def __init__(self, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._label = WrappedLabel(role)
        self.more = push_button(tr("Read all of it"), "link")
        self.more.clicked.connect(self._unfold)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(2)
        down.addWidget(self._label)
        down.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def say(self, text: str) -> None:
        """Show a text."""
        if text != self._text:
            self._text = text
            long = len(text) > LONG
            self.more.setVisible(long)
            self._label.say(quoted(text[:LONG].rstrip() + "…" if long else text))

    def said(self) -> str:
        """Return what is shown."""
        return self._label.said()

    def _unfold(self) -> None:
        self._label.say(quoted(self._text))
        self.focusNextChild()
        self.more.hide()


class HopeCard(Card):
    """`asked(Ask, Hope)` and `opened(interaction id, person id)`; knows only what it shows."""

    asked = Signal(object, object)
    opened = Signal(str, str)

    def __init__(self, parent: QWidget | None = None, *, named: bool = True) -> None:
        """`named` tells whom it is about; on one person's page that goes without saying."""
        super().__init__(parent=parent)
        self._named = named
        self.row: HopeRow | None = None
        self._avatar = Avatar(size=24)
        self._name = NameButton()
        self._waited = _small()
        self._menu = QMenu()
        self._more = MoreButton(tr("Change, look again or delete"), self._menu)
        self._text = HopeText("said")
        self._line = HopeLine()
        self._counts = WrappedLabel("soft")
        self._again = _small()
        self._true, self._let_go = QPushButton(tr("It came true")), QPushButton(tr("I let it go"))
        self._lay_out()
        self._line.opened.connect(self._open)
        self._name.clicked.connect(lambda: self._ask(Ask.PERSON))
        self._true.clicked.connect(lambda: self._ask(Ask.CAME_TRUE))
        self._let_go.clicked.connect(lambda: self._ask(Ask.LET_GO))

    def show_row(self, row: HopeRow) -> None:
        """Show a hope."""
        if row == self.row:
            return
        self.row = row
        self._avatar.set_person(row.name, row.person.colour)
        self._name.say(row.name)
        self._waited.setText(row.waited())
        self._text.say(row.hope.text)
        self._line.setVisible(bool(row.signs))
        self._line.show_row(row)
        self._counts.say(row.counts())
        self._again.setText(row.look_again())
        self.setAccessibleName(tr("{name}: {text}", name=row.person.name, text=quoted(row.hope.text)))
        for button in (self._true, self._let_go, self._more):
            button.setAccessibleDescription(row.hope.text)
        _fill(self._menu, (*_later(row), *_always()), self._ask)

    def begin(self) -> None:
        """Put the focus on the first thing to do."""
        self._true.setFocus()

    def stops(self) -> list[QWidget]:
        """Return what Tab comes to, in order."""
        head = [self._name, self._more, self._text.more]
        if not self._named:
            head = [self._text.more, self._more]
        return [*head, self._line, self._true, self._let_go]

    def _ask(self, ask: Ask) -> None:
        if self.row is not None:
            self.asked.emit(ask, self.row.hope)

    def _open(self, interaction_id: str) -> None:
        if self.row is not None:
            self.opened.emit(interaction_id, self.row.hope.person)

    def _lay_out(self) -> None:
        foot = FlowGroup(tr("What became of it"))
        for place, part in enumerate((self._true, self._let_go)):
            foot.insert_part(place, part)
        bottom = QHBoxLayout()
        bottom.setSpacing(12)
        bottom.addWidget(foot, 1)
        bottom.addWidget(self._again)
        self.column.addLayout(self._head())
        if self._named:
            self.column.addWidget(self._text)
        self.column.addWidget(self._line)
        self.column.addWidget(self._counts)
        self.column.addStretch(1)
        self.column.addLayout(bottom)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(6)
        level = Qt.AlignmentFlag.AlignVCenter if self._named else Qt.AlignmentFlag.AlignTop
        if self._named:
            head.addWidget(self._avatar)
            head.addWidget(self._name)
            head.addStretch(1)
        else:
            head.addWidget(self._text, 1)
        head.addWidget(self._waited, 0, level)
        head.addWidget(self._more, 0, level)
        return head


class KeptHope(QWidget):
    """A hope that came true, was let go, or rests: its words, its span, its closing words."""

    asked = Signal(object, object)
    opened = Signal(str, str)
    """never told: its moments are counted, not shown"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row: HopeRow | None = None
        self._text = HopeText("")
        self._facts = WrappedLabel("small")
        self._closing = WrappedLabel("closing")
        self._menu = QMenu()
        self._more = MoreButton(tr("What to do with this hope"), self._menu)
        down = QVBoxLayout()
        down.setSpacing(2)
        for label in (self._text, self._facts, self._closing):
            down.addWidget(label)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addLayout(down, 1)
        across.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)

    def show_row(self, row: HopeRow) -> None:
        """Show a hope."""
        if row == self.row:
            return
        self.row = row
        closing = row.hope.closing.strip()
        self._text.say(row.hope.text)
        self._facts.say(row.facts())
        self._closing.say(closing)
        self._closing.setVisible(bool(closing))
        self._more.setAccessibleDescription(row.hope.text)
        person = ((tr("Open {name}", name=row.person.name), Ask.PERSON),) if row.name else ()
        _fill(self._menu, (*_outcome(row), *person, *_always()), self._ask)

    def begin(self) -> None:
        """Put the focus on the first thing to do."""
        self._more.setFocus()

    def stops(self) -> list[QWidget]:
        """Return what Tab comes to, in order."""
        return [self._text.more, self._more]

    def _ask(self, ask: Ask) -> None:
        if self.row is not None:
            self.asked.emit(ask, self.row.hope)


def _fill(menu: QMenu, entries: Entries, ask: Callable[[Ask], None]) -> None:
    menu.clear()
    for text, what in entries:
        menu.addAction(text.replace("&", "&&")).triggered.connect(lambda _checked=False, what=what: ask(what))


def _later(row: HopeRow) -> Entries:
    """Return when one may look again; without a date, nothing asks."""
    entries = [(tr("Look again in a week"), Ask.IN_A_WEEK), (tr("Look again in a month"), Ask.IN_A_MONTH)]
    return [*entries, (tr("No date to look again"), Ask.NO_DATE)] if row.hope.look_again else entries


def _outcome(row: HopeRow) -> Entries:
    if row.waiting:
        return ((tr("It came true"), Ask.CAME_TRUE), (tr("I let it go"), Ask.LET_GO))
    return ((tr("Wait for it again"), Ask.REOPEN),)


def _always() -> Entries:
    return ((tr("Change…"), Ask.CHANGE), (tr("Delete"), Ask.DELETE))


def _small() -> QLabel:
    label = QLabel()
    label.setProperty("role", "small")
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
