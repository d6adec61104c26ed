"""With large letters every dialog fits its screen, and shows what the keyboard is on."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from hands import keep
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from connect_desktop.domain import Circle, Hope, HopeState, Impression, Interaction, Person
from connect_desktop.domain.filter import Filter
from connect_desktop.ui import theme
from connect_desktop.ui.dialogs.circle import CircleDialog
from connect_desktop.ui.dialogs.confirm import Confirm
from connect_desktop.ui.dialogs.erase import EraseDialog
from connect_desktop.ui.dialogs.export import ExportDialog
from connect_desktop.ui.dialogs.filter import FilterDialog, Offers
from connect_desktop.ui.dialogs.form import SIDE
from connect_desktop.ui.dialogs.hope import ClosingDialog, HopeDialog
from connect_desktop.ui.dialogs.moment import MomentDialog
from connect_desktop.ui.dialogs.person import PersonDialog
from connect_desktop.ui.dialogs.restore import RestoreDialog
from connect_desktop.ui.dialogs.steps import StepsDialog
from connect_desktop.ui.dialogs.worked_out import WorkedOut
from connect_desktop.ui.gate.renewing import RenewStep
from connect_desktop.ui.offers import offers
from connect_desktop.ui.person_choice import choice_of, choices
from connect_desktop.ui.safe import who_can_help
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.elided_label import ElidedLabel
from connect_desktop.ui.widgets.wrapped_label import breakable

pytestmark = pytest.mark.usefixtures("themed")

TODAY = date(2026, 11, 22)
NAME = "Maximiliane Alexandra von Hohenstein-Waldburg " * 4
SOMEONE = Person(name=NAME.strip())
HOPE = Hope(person=SOMEONE.id, text="a letter, and then another one", since=date(2025, 5, 1))
LARGER = 1.78
"""for a screen of 800 pixels, as in tests, what twice as large is for the smallest window, of 900"""


@pytest.fixture
def large_letters(themed: QApplication) -> Iterator[None]:
    font = themed.font()
    larger = themed.font()
    larger.setPointSizeF(font.pointSizeF() * LARGER)
    themed.setFont(larger)
    theme.choose("light", still=True)
    yield
    themed.setFont(font)
    theme.choose("light", still=True)


def moment(session: Session) -> QDialog:
    met = Interaction(at=session.now(), note="soup")
    keep(session, met, Impression(interaction=met.id, person=SOMEONE.id, body=1))
    (found,) = session.store.moments.recent(1)
    everyone = choices(session, session.store.people.by_recency())
    return MomentDialog(found, everyone, offers(session), session.now())


def hope(session: Session) -> QDialog:
    who = choice_of(session, SOMEONE.id)
    return HopeDialog(HOPE, who=who, people=[], today=TODAY, keep=lambda _entry: None)


def steps(_session: Session) -> QDialog:
    dialog = StepsDialog("Change the passphrase", None)
    dialog.show_step(RenewStep("Change the passphrase", "Everything is written anew.", present="Now"))
    return dialog


HOLDERS = [f"What is kept aside: {day} November." for day in range(1, 20)]
DIALOGS: dict[str, Callable[[Session], QDialog]] = {
    "person": lambda _s: PersonDialog(SOMEONE),
    "circle": lambda _s: CircleDialog(Circle(name=NAME[:180]), [], keep=lambda _circle, _names: None),
    "moment": moment,
    "hope": hope,
    "closing": lambda _s: ClosingDialog(HOPE, HopeState.LET_GO, today=TODAY, keep=lambda _fields: None),
    "filter": lambda _s: filtering(),
    "confirm": lambda _s: Confirm(None, "Delete Maya?", "What you logged goes too. " * 4, "Delete"),
    "erase": lambda _s: EraseDialog("Erase everything?", "It goes. " * 20, HOLDERS, None, word="erase"),
    "export": ExportDialog,
    "restore": lambda _s: RestoreDialog([], None),
    "steps": steps,
    "worked out": lambda _s: WorkedOut(None, "If you are afraid of someone", who_can_help()),
}


def filtering() -> FilterDialog:
    made_of = Offers(people=[("1", "Maya")], circles=[("2", "Choir")], words=[], today=TODAY)
    return FilterDialog(Filter(), made_of, lambda _filter: 3)


def opened(qtbot: QtBot, dialog: QDialog) -> QDialog:
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    return dialog


def is_seen(widget: QWidget) -> bool:
    """Whether all of a widget lies in the part of its area that is scrolled to."""
    return widget.visibleRegion().boundingRect() == widget.rect()


@pytest.mark.usefixtures("large_letters")
@pytest.mark.parametrize("name", DIALOGS)
def test_it_fits_the_screen_with_its_buttons(qtbot: QtBot, session: Session, name: str) -> None:
    keep(session, SOMEONE)
    dialog = opened(qtbot, DIALOGS[name](session))
    room = dialog.screen().availableSize()
    assert (dialog.width() <= room.width(), dialog.height() <= room.height()) == (True, True)
    areas = [area for area in dialog.findChildren(QScrollArea) if area.isVisible()]
    assert [area for area in areas if area.horizontalScrollBar().maximum()] == []
    for button in dialog.findChildren(QPushButton):
        if button.isVisible() and not any(area.isAncestorOf(button) for area in areas):
            assert dialog.rect().contains(button.geometry().translated(_offset(button, dialog)))


def _offset(button: QPushButton, dialog: QDialog) -> QPoint:
    return button.mapTo(dialog, QPoint()) - button.pos()


@pytest.mark.usefixtures("large_letters")
def test_what_is_wrong_with_a_name_is_scrolled_to(qtbot: QtBot) -> None:
    dialog = PersonDialog(None)
    opened(qtbot, dialog)
    dialog.note.setFocus()
    qtbot.waitUntil(lambda: is_seen(dialog.note) and not is_seen(dialog.name))
    dialog.save.click()
    qtbot.waitUntil(lambda: is_seen(dialog.name) and is_seen(dialog.error))
    assert dialog.name.hasFocus()


@pytest.mark.usefixtures("large_letters")
def test_a_day_that_is_asked_for_is_scrolled_to(qtbot: QtBot) -> None:
    dialog = HopeDialog(None, who=None, people=[], today=TODAY, keep=lambda _entry: None)
    opened(qtbot, dialog)
    dialog.again.set_value("day")
    dialog.again.changed.emit("day")
    qtbot.waitUntil(lambda: is_seen(dialog.again_on))


@pytest.mark.usefixtures("large_letters")
def test_the_days_of_a_filter_are_scrolled_to(qtbot: QtBot) -> None:
    dialog = filtering()
    opened(qtbot, dialog)
    dialog.when.setFocus()
    qtbot.keyClick(dialog.when.stop, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: is_seen(dialog.first) and is_seen(dialog.last))


@pytest.mark.usefixtures("large_letters")
@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_scroll_bar_moves_nothing_aside(
    qtbot: QtBot, themed: QApplication, way: Qt.LayoutDirection
) -> None:
    themed.setLayoutDirection(way)
    dialog = PersonDialog(None)
    opened(qtbot, dialog)
    area = dialog.findChild(QScrollArea)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)

    def beside() -> list[int]:
        at = dialog.name.mapTo(dialog, QPoint()).x()
        return [at, dialog.width() - at - dialog.name.width()]

    qtbot.waitUntil(lambda: beside() == [SIDE, SIDE])
    themed.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_a_name_of_any_length_leaves_room_for_the_hope(qtbot: QtBot, session: Session) -> None:
    keep(session, SOMEONE)
    dialog = opened(qtbot, hope(session))
    (name,) = [one for one in dialog.findChildren(ElidedLabel) if one.text() == SOMEONE.name]
    assert name.elided() and SOMEONE.name in name.toolTip()


def test_a_filter_begins_with_its_first_question(qtbot: QtBot) -> None:
    dialog = filtering()
    opened(qtbot, dialog)
    assert dialog.person.hasFocus()


def test_what_is_read_shows_that_the_keyboard_scrolls_it(qtbot: QtBot) -> None:
    dialog = opened(qtbot, WorkedOut(None, "How it is worked out", who_can_help()))
    area = dialog.findChild(QScrollArea)
    assert area.hasFocus() and area.property("role") == "reading"


def test_a_path_is_broken_between_its_folders() -> None:
    path = "/home/someone/a-rather-long-name/of-a-folder/Connect"
    assert breakable(path) == path
    assert breakable("W" * 50) == "W" * 24 + "\u200b" + "W" * 24 + "\u200bWW"
