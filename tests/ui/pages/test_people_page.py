from datetime import timedelta

import pytest
from hands import arrived
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QRadioButton
from pytestqt.qtbot import QtBot

from connect_desktop.domain import Edit, Impression, Interaction, Person, Status
from connect_desktop.ui.dialogs.confirm import Confirm
from connect_desktop.ui.dialogs.person import PersonDialog
from connect_desktop.ui.pages.people import PeoplePage
from connect_desktop.ui.pages.people_table import MOMENTS, SAYS, PeopleTable
from connect_desktop.ui.session import Session
from connect_desktop.ui.table_model import RECORD
from connect_desktop.ui.widgets.empty_state import EmptyState
from connect_desktop.ui.widgets.segmented import SegmentedChoice

pytestmark = pytest.mark.usefixtures("themed")

MAYA = Person(name="Maya")
ASE = Person(name="Åse Lind", aliases=("Mouse",))
TOM = Person(name="Tom")
OLD = Person(name="Wilma", status=Status.DIED)


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> PeoplePage:
    for person, moments, days in ((MAYA, 2, 1), (ASE, 5, 3), (TOM, 0, 0), (OLD, 1, 400)):
        session.apply("", Edit(None, person))
        for number in range(moments):
            made = Interaction(at=session.now() - timedelta(days=days, hours=number))
            felt = Impression(interaction=made.id, person=person.id, body=1, reach="me")
            session.apply("", Edit(None, made), Edit(None, felt))
    return shown(qtbot, session)


def shown(qtbot: QtBot, session: Session) -> PeoplePage:
    return arrived(qtbot, PeoplePage(session), 1000, 700)


def names(page: PeoplePage) -> list[str]:
    model = page.findChild(PeopleTable).model()
    return [model.index(row, 0).data(RECORD).person.name for row in range(model.rowCount())]


def sorting(page: PeoplePage) -> SegmentedChoice:
    return next(one for one in page.findChildren(SegmentedChoice) if one.accessibleName() == "Sort by")


def sort(page: PeoplePage, by: str) -> None:
    choice = sorting(page)
    choice.set_value(by)
    choice.changed.emit(by)


def test_those_met_last_stand_first_and_the_dead_and_resting_wait(page: PeoplePage) -> None:
    assert names(page) == ["Maya", "Åse Lind", "Tom"]
    past = page.findChild(QCheckBox)
    past.setChecked(True)
    assert names(page) == ["Maya", "Åse Lind", "Tom", "Wilma"]


def test_sorting_by_name_ignores_accents(page: PeoplePage) -> None:
    sort(page, "name")
    assert names(page) == ["Åse Lind", "Maya", "Tom"]
    sort(page, "moments")
    assert names(page) == ["Åse Lind", "Maya", "Tom"]


@pytest.mark.parametrize(("typed", "found"), [("ase", ["Åse Lind"]), ("mou", ["Åse Lind"]), ("zz", [])])
def test_search_folds_case_and_accents_and_knows_aliases(
    qtbot: QtBot, page: PeoplePage, typed: str, found: list[str]
) -> None:
    qtbot.keyClicks(page.findChild(QLineEdit), typed)
    assert names(page) == found


def test_enter_opens_the_person_the_keyboard_is_on(qtbot: QtBot, page: PeoplePage) -> None:
    table = page.findChild(PeopleTable)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.person_asked) as asked:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert asked.args == [ASE.id]


def test_a_person_is_added_by_keyboard_and_opened(qtbot: QtBot, page: PeoplePage, session: Session) -> None:
    control_shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(page.findChild(PeopleTable), Qt.Key.Key_A, control_shift)
    dialog = page.findChild(PersonDialog)
    qtbot.keyClicks(dialog.name, "Noor")
    with qtbot.waitSignal(page.person_asked) as asked:
        qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert session.store.people.get(asked.args[0]).name == "Noor"


def test_changing_a_person_keeps_who_they_are(qtbot: QtBot, page: PeoplePage, session: Session) -> None:
    qtbot.keyClick(page.findChild(PeopleTable), Qt.Key.Key_F2)
    dialog = page.findChild(PersonDialog)
    dialog.name.setText("Maya Lind")
    dialog.accept()
    assert session.store.people.get(MAYA.id).name == "Maya Lind"
    session.undo_stack.undo()
    assert names(page)[0] == "Maya"


def answer(verb: bool) -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, Confirm)
    dialog.accept() if verb else dialog.reject()


def test_deleting_asks_first_and_can_be_undone(qtbot: QtBot, page: PeoplePage, session: Session) -> None:
    table = page.findChild(PeopleTable)
    QTimer.singleShot(0, lambda: answer(False))
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert session.store.people.get(MAYA.id) is not None
    QTimer.singleShot(0, lambda: answer(True))
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert names(page) == ["Åse Lind", "Tom"]
    session.undo_stack.undo()
    assert names(page) == ["Maya", "Åse Lind", "Tom"]
    assert len(session.store.moments.of(MAYA.id)) == 2


def test_archiving_lets_a_bond_rest_and_brings_it_back(page: PeoplePage, session: Session) -> None:
    table = page.findChild(PeopleTable)
    table.status_asked.emit(table.current(), Status.RESTING)
    assert session.store.people.get(MAYA.id).status is Status.RESTING
    assert names(page) == ["Åse Lind", "Tom"]
    page.findChild(QCheckBox).setChecked(True)
    sort(page, "name")
    assert names(page) == ["Åse Lind", "Tom", "Maya", "Wilma"]
    table.setCurrentIndex(table.model().index(2, 0))
    table.status_asked.emit(table.current(), Status.ACTIVE)
    assert session.store.people.get(MAYA.id).status is Status.ACTIVE


def test_nobody_yet_offers_the_first_step(qtbot: QtBot, session: Session) -> None:
    page = shown(qtbot, session)
    empty = next(state for state in page.findChildren(EmptyState) if state.isVisible())
    empty.acted.emit()
    assert page.findChild(PersonDialog) is not None


def test_cells_say_in_words_what_they_draw(page: PeoplePage) -> None:
    model = page.findChild(PeopleTable).model()
    spoken = [model.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in range(6)]
    assert spoken[0] == "Person: Maya"
    assert "a little easier" in spoken[1]
    assert "2 of the 2 times" in spoken[2]
    assert spoken[5] == "Last: yesterday"


def test_what_the_moments_say_is_told_beside_the_pictures(qtbot: QtBot, page: PeoplePage) -> None:
    model = page.findChild(PeopleTable).model()
    qtbot.waitUntil(lambda: model.index(0, SAYS).data() != "")
    assert model.index(0, SAYS).data() == "Not enough yet; 6 more moments will tell."
    spoken = model.index(0, SAYS).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "What the moments say: Not enough yet; 6 more moments will tell."


def test_nothing_sorts_by_what_the_moments_say(page: PeoplePage) -> None:
    offered = [
        button.accessibleName() or button.toolTip() for button in sorting(page).findChildren(QRadioButton)
    ]
    assert offered == ["Recent", "Name", "Moments"]
    assert not page.findChild(PeopleTable).horizontalHeader().sectionsClickable()


def test_a_narrow_table_keeps_what_the_moments_say(page: PeoplePage) -> None:
    table = page.findChild(PeopleTable)
    assert not table.isColumnHidden(MOMENTS)
    page.resize(680, 600)
    assert table.isColumnHidden(MOMENTS)
    assert not table.isColumnHidden(SAYS)
    assert table.columnWidth(SAYS) > 180
    assert table.horizontalHeader().length() <= table.viewport().width()
