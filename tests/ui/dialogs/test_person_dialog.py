from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from connect_desktop.domain import Person, Status, Tie
from connect_desktop.ui.dialogs.confirm import Confirm
from connect_desktop.ui.dialogs.person import PersonDialog

pytestmark = pytest.mark.usefixtures("themed")

MAYA = Person(
    name="Maya Okafor",
    ties=frozenset({Tie.FRIEND, Tie.NEIGHBOUR}),
    since=date(2019, 5, 4),
    status=Status.RESTING,
    one_way=True,
    aliases=("May", "M. O."),
    colour=7,
    note="plays the cello\nlikes rain",
)


@pytest.fixture
def adding(qtbot: QtBot) -> PersonDialog:
    dialog = PersonDialog(None, colour=3)
    qtbot.addWidget(dialog, before_close_func=QDialog.hide)  # what is left typed would be asked about
    dialog.show()
    return dialog


def test_a_name_and_enter_add_someone(adding: PersonDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(adding.name, "Daniel")
    qtbot.keyClick(adding.name, Qt.Key.Key_Return)
    assert adding.result() == QDialog.DialogCode.Accepted
    made = adding.value()
    assert (made.name, made.colour, made.ties, made.since) == ("Daniel", 3, frozenset(), None)


def test_enter_on_cancel_leaves_and_keeps_nothing(adding: PersonDialog, qtbot: QtBot) -> None:
    adding.name.setText("Daniel")
    adding.begin()
    cancel = next(one for one in adding.findChildren(QPushButton) if one.text() == "Cancel")
    cancel.setFocus()
    qtbot.keyClick(cancel, Qt.Key.Key_Return)
    assert (adding.isVisible(), adding.result()) == (False, QDialog.DialogCode.Rejected)


def test_a_person_comes_back_unchanged(qtbot: QtBot) -> None:
    dialog = PersonDialog(MAYA)
    qtbot.addWidget(dialog)
    dialog.accept()
    assert dialog.value() == MAYA


def test_every_field_can_be_changed(adding: PersonDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(adding.name, "Tom")
    adding.ties.set_value({Tie.FAMILY})
    qtbot.keyClick(adding.knows_since, Qt.Key.Key_Space)
    adding.since.set_value(date(2001, 2, 3))
    adding.status.set_value(Status.ENDED)
    qtbot.keyClick(adding.one_way, Qt.Key.Key_Space)
    qtbot.keyClicks(adding.aliases, "Tommy, T.,")
    qtbot.keyClick(adding.colour, Qt.Key.Key_Right)
    adding.note.setPlainText("brother")
    adding.accept()
    made = adding.value()
    assert (made.name, made.ties, made.since, made.status) == (
        "Tom",
        {Tie.FAMILY},
        date(2001, 2, 3),
        Status.ENDED,
    )
    assert (made.one_way, made.aliases, made.colour, made.note) == (True, ("Tommy", "T."), 4, "brother")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("  ", "A name is needed. A letter is enough."), ("x" * 201, "A name has at most 200 characters.")],
)
def test_a_name_that_cannot_be_is_told_beside_it(
    adding: PersonDialog, qtbot: QtBot, name: str, sentence: str
) -> None:
    adding.name.setText(name)
    adding.accept()
    assert adding.isVisible()
    assert adding.error.isVisible()
    assert adding.error.text() == sentence
    qtbot.keyClicks(adding.name, "a")
    assert not adding.error.isVisible()


def test_an_alias_that_is_too_long_keeps_the_dialog_open(adding: PersonDialog) -> None:
    adding.name.setText("Tom")
    adding.aliases.setText("y" * 201)
    adding.accept()
    assert adding.isVisible()
    assert "200" in adding.error.text()


def test_every_field_is_reached_by_tab_and_has_a_name(adding: PersonDialog, qtbot: QtBot) -> None:
    seen = []
    for _ in range(30):
        seen.append(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    wanted = [
        adding.name,
        adding.knows_since,
        adding.one_way,
        adding.aliases,
        adding.colour,
        adding.note,
        adding.save,
    ]
    assert [one for one in wanted if one not in seen] == []
    assert all(one.accessibleName() or one.text() for one in seen)


@pytest.mark.parametrize("line", ["name", "aliases", "note"])
def test_escape_asks_before_what_was_typed_is_lost(adding: PersonDialog, qtbot: QtBot, line: str) -> None:
    def press(verb: bool) -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, Confirm)
        qtbot.mouseClick(question.verb if verb else question.stay, Qt.MouseButton.LeftButton)

    qtbot.keyClicks(getattr(adding, line), "met at the choir")
    QTimer.singleShot(0, lambda: press(False))
    qtbot.keyClick(adding, Qt.Key.Key_Escape)
    assert adding.isVisible()
    QTimer.singleShot(0, lambda: press(True))
    qtbot.keyClick(adding, Qt.Key.Key_Escape)
    assert adding.isHidden()


def test_escape_closes_what_was_only_looked_at(qtbot: QtBot) -> None:
    dialog = PersonDialog(MAYA)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()
