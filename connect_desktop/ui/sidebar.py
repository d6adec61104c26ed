"""The side bar: where one can go, and the way out."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from connect_desktop.i18n import tr
from connect_desktop.ui import icons, theme
from connect_desktop.ui.widgets.group import check_quietly
from connect_desktop.ui.widgets.key_hint import KeyHint
from connect_desktop.ui.widgets.tip import show_keys

NARROWEST = 196
ICON, SIGN, LARGEST = 20, 24, 1.6
"""side of an icon and of the sign in pixels, at 100 %, and how much larger they get with the letters"""
BESIDE, BESIDE_ICONS = 11, 4
"""pixels left and right of what it holds: of words, and of icons alone"""
SHARE = 0.25
"""of the window that the side bar may take; where its words want more, icons stand alone"""


@dataclass(frozen=True, slots=True)
class Destination:
    """A page that can be gone to: its name in code and on screen."""

    name: str
    label: str


def destinations() -> tuple[Destination, ...]:
    """Return the pages of the side bar, in order."""
    return (
        Destination("today", tr("Today")),
        Destination("people", tr("People")),
        Destination("map", tr("Map")),
        Destination("reflections", tr("Reflections")),
        Destination("hopes", tr("Hopes")),
    )


class NavButton(QPushButton):
    """A way to a page, with its icon and its keys."""

    def __init__(self, name: str, label: str, keys: str) -> None:
        super().__init__(label)
        self.name = name
        self._label = label
        self.setProperty("role", "nav")
        self._size_icon()
        self.setIcon(icons.blank())
        self.setAccessibleName(label)
        hint = KeyHint(keys)
        show_keys(self, f"{label} ({hint.text()})", hint.text())
        self._hint = hint
        across = QHBoxLayout(self)
        across.setContentsMargins(10, 0, 10, 0)
        across.addWidget(hint, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        self._hint.ensurePolished()
        words = super().sizeHint()
        hint = 0 if self._hint.isHidden() else self._hint.sizeHint().width() + 4
        return QSize(words.width() + hint, self.fontMetrics().height() + 20)

    def nextCheckState(self) -> None:
        """Leave it to the side bar what is checked."""

    def show_words(self, shown: bool) -> None:
        """Show label and keys, or the icon alone."""
        self.setText(self._label if shown else "")
        self._hint.setVisible(shown)

    def colour(self) -> None:
        """Draw the icon in the colours and in the size in force."""
        self._size_icon()
        self.setIcon(icons.icon(self.name, checked=theme.palette().accent))

    def _size_icon(self) -> None:
        self.setIconSize(QSize(_large(ICON), _large(ICON)))


class Sidebar(QFrame):
    """Emits `chosen(name)` and `lock_asked()`."""

    chosen = Signal(str)
    lock_asked = Signal()

    def __init__(self, destinations: tuple[Destination, ...], *, lockable: bool) -> None:
        super().__init__()
        self.setProperty("role", "sidebar")
        self.setAccessibleName(tr("Pages"))
        self._room = 0
        self._wide = 0
        self._name, self._sign = QLabel("Connect"), QLabel()
        self._buttons: dict[str, NavButton] = {}
        for number, destination in enumerate(destinations, start=1):
            self._add(destination.name, destination.label, f"Ctrl+{number}")
        self._add("settings", tr("Settings"), "Ctrl+,")
        self._lock = NavButton("lock", tr("Lock now"), "Ctrl+Shift+L")
        if not lockable:
            self._lock.hide()
        self._lock.clicked.connect(self.lock_asked)
        self._lay_out()

    def make_room(self, across: int) -> None:
        """Take no more than SHARE of a window `across` pixels wide, where words allow."""
        self._room = across
        if self.isVisible():
            self._fit()

    def mark(self, name: str) -> None:
        """Show which page is open."""
        if name in self._buttons:
            check_quietly(self._buttons[name], True)

    def colour(self) -> None:
        """Draw icons in the colours in force."""
        for button in self._all():
            button.colour()
        self._measure()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def _measure(self) -> None:
        if self.isVisible():
            self._sign.setPixmap(icons.sign(_large(SIGN)))
            self._show_words(True)
            self._wide = max(NARROWEST, self.sizeHint().width())
            self._fit()

    def _fit(self) -> None:
        words = not self._room or self._wide <= SHARE * self._room
        self._show_words(words)
        icons_alone = max(button.sizeHint().width() for button in self._all()) + 2 * BESIDE_ICONS
        self.setFixedWidth(self._wide if words else icons_alone)

    def _show_words(self, shown: bool) -> None:
        for button in self._all():
            button.show_words(shown)
        self._name.setVisible(shown)
        margins, beside = self._down.contentsMargins(), BESIDE if shown else BESIDE_ICONS
        self._down.setContentsMargins(beside, margins.top(), beside, margins.bottom())

    def _all(self) -> tuple[NavButton, ...]:
        return (*self._buttons.values(), self._lock)

    def _add(self, name: str, label: str, keys: str) -> None:
        button = NavButton(name, label, keys)
        button.setCheckable(True)
        button.setAutoExclusive(True)  # one of several to a screen reader, not a box to tick
        button.clicked.connect(lambda: self.chosen.emit(name))
        # Only a screen reader or a voice checks it: what a click checks is left to `mark`.
        button.toggled.connect(lambda on: self.chosen.emit(name) if on else None)
        self._buttons[name] = button

    def _lay_out(self) -> None:
        down = self._down = QVBoxLayout(self)
        down.setContentsMargins(BESIDE, 18, BESIDE, 14)
        down.setSpacing(4)
        down.addWidget(self._made_sign())
        down.addSpacing(8)
        for name, button in self._buttons.items():
            if name == "settings":
                down.addStretch(1)
            down.addWidget(button)
        down.addWidget(self._lock)

    def _made_sign(self) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(8, 4, 8, 4)
        across.setSpacing(10)
        self._sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._name.setProperty("role", "heading")
        across.addWidget(self._sign)
        across.addWidget(self._name)
        across.addStretch(1)
        return row


def _large(side: int) -> int:
    return round(side * min(theme.scale(), LARGEST))
