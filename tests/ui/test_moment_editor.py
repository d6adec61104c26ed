from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from connect_desktop.domain import Edit, Impression, Interaction, Moment, Person
from connect_desktop.domain.errors import NotSaved
from connect_desktop.ui.dialogs.confirm import Confirm
from connect_desktop.ui.dialogs.moment import MomentDialog
from connect_desktop.ui.moment_editor import MomentEditor
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.breath import BreathScale
from connect_desktop.ui.widgets.section import Section
from connect_desktop.ui.widgets.segmented import SegmentedChoice
from connect_desktop.ui.widgets.when_field import WhenField
from connect_desktop.ui.widgets.when_popup import WhenPopup

pytestmark = pytest.mark.usefixtures("themed")

MAYA, TOM = Person(name="Maya"), Person(name="Tom")


@pytest.fixture
def moment(session: Session) -> Moment:
    made = Interaction(at=session.now(), note="Soup", minutes=40)
    felt = [Impression(interaction=made.id, person=one.id, body=1, met=2, before=-1) for one in (MAYA, TOM)]
    session.apply("", *(Edit(None, one) for one in (MAYA, TOM, made, *felt)))
    found = session.store.moments.get(made.id)
    assert found is not None
    return found


@pytest.fixture
def opened(qtbot: QtBot, session: Session, moment: Moment) -> Callable[[str | None], MomentDialog]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()

    def open_it(person_id: str | None = None) -> MomentDialog:
        MomentEditor(session, window).edit(moment, person_id)
        dialog = window.findChild(MomentDialog)
        assert dialog is not None
        return dialog

    return open_it


def button(dialog: MomentDialog, name: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if name in (one.text(), one.accessibleName()))


def bodies(session: Session) -> dict[str, int | None]:
    return {found.person: found.body for found in session.store.impressions.all()}


def test_changing_one_answer_leaves_the_others(qtbot: QtBot, session: Session, opened: Callable) -> None:
    dialog = opened(TOM.id)
    dialog.findChild(BreathScale).set_value(-3)
    qtbot.mouseClick(button(dialog, "Save"), Qt.MouseButton.LeftButton)
    assert bodies(session) == {MAYA.id: 1, TOM.id: -3}
    assert {(found.met, found.before) for found in session.store.impressions.all()} == {(2, -1)}
    assert dialog.isHidden()
    session.undo_stack.undo()
    assert bodies(session) == {MAYA.id: 1, TOM.id: 1}


def test_each_of_several_people_can_be_felt_apart(qtbot: QtBot, session: Session, opened: Callable) -> None:
    dialog = opened()
    choice = next(
        one for one in dialog.findChildren(SegmentedChoice) if one.accessibleName() == "How it felt with"
    )
    for person, body in ((MAYA, 3), (TOM, -2)):
        choice.set_value(person.id)
        choice.changed.emit(person.id)
        dialog.findChild(BreathScale).set_value(body)
    qtbot.mouseClick(button(dialog, "Save"), Qt.MouseButton.LeftButton)
    assert bodies(session) == {MAYA.id: 3, TOM.id: -2}


def test_saving_unchanged_writes_nothing(qtbot: QtBot, session: Session, opened: Callable) -> None:
    steps = session.undo_stack.count()
    qtbot.mouseClick(button(opened(), "Save"), Qt.MouseButton.LeftButton)
    assert session.undo_stack.count() == steps


def test_deleting_can_be_undone(qtbot: QtBot, session: Session, opened: Callable, moment: Moment) -> None:
    qtbot.mouseClick(button(opened(), "Delete"), Qt.MouseButton.LeftButton)
    assert session.store.moments.get(moment.interaction.id) is None
    session.undo_stack.undo()
    found = session.store.moments.get(moment.interaction.id)
    assert found is not None
    assert found.interaction == moment.interaction


def test_what_cannot_be_saved_stays_in_the_dialog(
    qtbot: QtBot, session: Session, opened: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_edits: object, **_more: object) -> None:
        raise NotSaved("The disk is full.")

    dialog = opened()
    dialog.findChild(BreathScale).set_value(-3)
    monkeypatch.setattr(session.store, "apply", refuse)
    qtbot.mouseClick(button(dialog, "Save"), Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog.findChild(BreathScale).value() == -3
    assert "The disk is full." in dialog.told()


def answer(qtbot: QtBot, verb: bool) -> None:
    """Press a button of the question that is about to be asked."""

    def press() -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, Confirm)
        qtbot.mouseClick(question.verb if verb else question.stay, Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, press)


def test_escape_closes_where_nothing_was_changed(qtbot: QtBot, opened: Callable) -> None:
    dialog = opened(TOM.id)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()


def test_escape_asks_before_what_was_typed_is_lost(qtbot: QtBot, session: Session, opened: Callable) -> None:
    dialog = opened(TOM.id)
    dialog.findChild(QPlainTextEdit).setPlainText("Soup, and then the rain.")
    answer(qtbot, verb=False)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    answer(qtbot, verb=True)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()
    assert [found.note for found in session.store.interactions.all()] == ["Soup"]


def test_escape_takes_a_word_that_is_just_typed_and_then_asks(qtbot: QtBot, opened: Callable) -> None:
    dialog = opened(TOM.id)
    for section in dialog.findChildren(Section):
        section.open(True)
    own = next(one for one in dialog.findChildren(QLineEdit) if one.accessibleName().startswith("Afterwards"))
    own.setFocus()
    qtbot.keyClicks(own, "light")
    qtbot.keyClick(own, Qt.Key.Key_Escape)
    answer(qtbot, verb=False)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()


def test_the_body_comes_first_and_enter_saves(qtbot: QtBot, session: Session, opened: Callable) -> None:
    dialog = opened(TOM.id)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    assert dialog.findChild(BreathScale).isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_7)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert bodies(session) == {MAYA.id: 1, TOM.id: 3}
    assert dialog.isHidden()


def test_enter_presses_the_button_it_is_on(qtbot: QtBot, session: Session, opened: Callable) -> None:
    dialog = opened(TOM.id)
    delete = button(dialog, "Delete")
    delete.setFocus()
    qtbot.keyClick(delete, Qt.Key.Key_Return)
    assert dialog.isHidden()
    assert bodies(session) == {}


def test_enter_on_the_time_asks_for_another(qtbot: QtBot, opened: Callable) -> None:
    dialog = opened(TOM.id)
    when = dialog.findChild(WhenField)
    when.setFocus()
    qtbot.keyClick(when, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.findChild(WhenPopup).isVisible()
    dialog.findChild(WhenPopup).close()
