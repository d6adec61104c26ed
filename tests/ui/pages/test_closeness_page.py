"""How close: people are put on rings by mouse and by keys, and time is looked back through."""

from datetime import date, timedelta

import pytest
from hands import arrived
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from connect_desktop.domain import Closeness, Edit, Person, Status
from connect_desktop.ui import theme
from connect_desktop.ui.pages.closeness import ClosenessPage
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.closeness_card import ClosenessCard
from connect_desktop.ui.widgets.empty_state import EmptyState
from connect_desktop.ui.widgets.not_placed import NotPlaced
from connect_desktop.ui.widgets.ring_face import RingFace
from connect_desktop.ui.widgets.ring_layout import edges
from connect_desktop.ui.widgets.rings import Rings
from connect_desktop.ui.widgets.segmented import SegmentedChoice
from connect_desktop.ui.widgets.two_circles import TwoCircles

pytestmark = pytest.mark.usefixtures("themed")

TODAY = date(2026, 11, 22)
ANNA, BEN, CLEO, WILMA = (
    Person(id=name[0].lower() * 32, name=name, colour=colour)
    for colour, name in enumerate(("Anna", "Ben", "Cleo", "Wilma"))
)
NOTES = (
    Closeness(person=ANNA.id, on=date(2026, 3, 10), ring=1, overlap=5),
    Closeness(person=ANNA.id, on=date(2026, 9, 2), ring=3),
    Closeness(person=BEN.id, on=TODAY, ring=2),
)


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> ClosenessPage:
    """Anna is further out since September, Ben close since today, Cleo and Wilma, who died, nowhere."""
    session.store.apply(
        [Edit(None, one) for one in (ANNA, BEN, CLEO, *NOTES)]
        + [Edit(None, Person(id=WILMA.id, name="Wilma", colour=3, status=Status.DIED))]
    )
    return shown(qtbot, session)


def shown(qtbot: QtBot, session: Session) -> ClosenessPage:
    return arrived(qtbot, ClosenessPage(session), 1000, 700)


def rings(page: ClosenessPage) -> dict[str, int]:
    return {one.name: one.ring for one in page.findChild(Rings).people()}


def unplaced(page: ClosenessPage) -> list[str]:
    return [one.name for one in page.findChild(NotPlaced).people()]


def face(page: ClosenessPage, person: Person) -> RingFace:
    found = page.findChild(Rings).face(person.id) or page.findChild(NotPlaced).face(person.id)
    assert found is not None
    return found


def press(qtbot: QtBot, page: ClosenessPage, person: Person, *keys: Qt.Key, **more: object) -> None:
    face(page, person).setFocus()
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key, **more)


def drag(qtbot: QtBot, page: ClosenessPage, person: Person, to: QPoint) -> None:
    """Drag someone to a place of the page."""
    QApplication.processEvents()  # what was just shown comes to its place
    held = face(page, person)
    start, end = held.rect().center(), held.mapFrom(page, to)
    qtbot.mousePress(held, Qt.MouseButton.LeftButton, pos=start)
    for part in (0.3, 0.7, 1.0):
        qtbot.mouseMove(held, start + (end - start) * part)
    qtbot.mouseRelease(held, Qt.MouseButton.LeftButton, pos=end)


def on_ring(page: ClosenessPage, ring: int) -> QPoint:
    """Return a place of the page that lies on a ring, below its middle."""
    found = page.findChild(Rings)
    inner, outer = edges(found._radius())[ring - 1 : ring + 1]
    middle = found.rect().center()
    return found.mapTo(page, middle + QPoint(0, round((inner + outer) / 2)))


def noted(session: Session, person: Person) -> list[tuple[date, int, int | None]]:
    return [(note.on, note.ring, note.overlap) for note in session.store.closeness.of(person.id)]


def test_everyone_stands_where_they_were_last_put(page: ClosenessPage) -> None:
    assert rings(page) == {"Ben": 2, "Anna": 3}
    assert unplaced(page) == ["Cleo", "Wilma"]
    assert face(page, WILMA).accessibleName() == "Wilma, has died, not placed"
    assert face(page, ANNA).accessibleName() == "Anna, further out"


@pytest.mark.parametrize("ring", [1, 2, 3, 4])
def test_someone_is_dragged_onto_a_ring(
    qtbot: QtBot, page: ClosenessPage, session: Session, ring: int
) -> None:
    drag(qtbot, page, CLEO, on_ring(page, ring))
    assert rings(page)["Cleo"] == ring
    assert noted(session, CLEO) == [(TODAY, ring, None)]
    session.undo_stack.undo()
    assert unplaced(page) == ["Cleo", "Wilma"]


def test_someone_is_dragged_from_ring_to_ring_and_off(
    qtbot: QtBot, page: ClosenessPage, session: Session
) -> None:
    drag(qtbot, page, BEN, on_ring(page, 4))
    assert noted(session, BEN) == [(TODAY, 4, None)]
    list_at = page.findChild(NotPlaced)
    drag(qtbot, page, BEN, list_at.mapTo(page, list_at.rect().center()))
    assert unplaced(page) == ["Ben", "Cleo", "Wilma"]
    assert noted(session, BEN) == []


def test_dropped_where_they_were_nothing_is_written(
    qtbot: QtBot, page: ClosenessPage, session: Session
) -> None:
    drag(qtbot, page, BEN, on_ring(page, 2))
    list_at = page.findChild(NotPlaced)
    drag(qtbot, page, CLEO, list_at.mapTo(page, list_at.rect().center() + QPoint(0, 20)))
    assert session.undo_stack.count() == 0


def test_escape_while_dragging_leaves_all_as_it_was(
    qtbot: QtBot, page: ClosenessPage, session: Session
) -> None:
    held = face(page, BEN)
    qtbot.mousePress(held, Qt.MouseButton.LeftButton, pos=held.rect().center())
    qtbot.mouseMove(held, held.rect().center() + QPoint(60, 60))
    qtbot.keyClick(held, Qt.Key.Key_Escape)
    qtbot.mouseRelease(held, Qt.MouseButton.LeftButton, pos=held.rect().center() + QPoint(60, 60))
    assert session.undo_stack.count() == 0


@pytest.mark.parametrize(
    ("key", "more", "ring"),
    [
        (Qt.Key.Key_1, {}, 1),
        (Qt.Key.Key_4, {}, 4),
        (Qt.Key.Key_Plus, {}, 2),
        (Qt.Key.Key_Minus, {}, 4),
        (Qt.Key.Key_Up, {"modifier": Qt.KeyboardModifier.AltModifier}, 2),
        (Qt.Key.Key_Down, {"modifier": Qt.KeyboardModifier.AltModifier}, 4),
    ],
)
def test_a_key_puts_someone_on_a_ring_from_today_on(
    qtbot: QtBot, page: ClosenessPage, session: Session, key: Qt.Key, more: dict[str, object], ring: int
) -> None:
    press(qtbot, page, ANNA, key, **more)
    assert noted(session, ANNA)[-1] == (TODAY, ring, None)
    assert len(noted(session, ANNA)) == 3
    assert QApplication.focusWidget() is face(page, ANNA)


def test_changing_twice_in_a_day_leaves_one_note(qtbot: QtBot, page: ClosenessPage, session: Session) -> None:
    press(qtbot, page, ANNA, Qt.Key.Key_1, Qt.Key.Key_2)
    assert noted(session, ANNA)[2:] == [(TODAY, 2, None)]


@pytest.mark.parametrize("key", [Qt.Key.Key_0, Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_taken_off_all_dates_go_and_undo_brings_them_back(
    qtbot: QtBot, page: ClosenessPage, session: Session, key: Qt.Key
) -> None:
    before = noted(session, ANNA)
    with qtbot.waitSignal(session.applied) as told:
        press(qtbot, page, ANNA, key)
    assert told.args == ["Taken off the rings, with 1 earlier date"]
    assert noted(session, ANNA) == []
    assert QApplication.focusWidget() is face(page, BEN)
    session.undo_stack.undo()
    assert noted(session, ANNA) == before


def test_the_keyboard_goes_on_to_the_next_who_is_not_placed(qtbot: QtBot, page: ClosenessPage) -> None:
    press(qtbot, page, CLEO, Qt.Key.Key_2)
    assert QApplication.focusWidget() is face(page, WILMA)
    press(qtbot, page, WILMA, Qt.Key.Key_Plus)
    assert rings(page)["Wilma"] == 4
    assert QApplication.focusWidget() is face(page, WILMA)


def test_arrows_walk_and_tab_stops_once(qtbot: QtBot, page: ClosenessPage) -> None:
    press(qtbot, page, BEN, Qt.Key.Key_Right)
    assert QApplication.focusWidget() is face(page, ANNA)
    press(qtbot, page, ANNA, Qt.Key.Key_Right)
    assert QApplication.focusWidget() is face(page, BEN)
    press(qtbot, page, BEN, Qt.Key.Key_End, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_Up)
    assert QApplication.focusWidget() is face(page, ANNA)
    stops = [one for one in (BEN, ANNA) if face(page, one).focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [ANNA]


def test_tab_goes_from_the_rings_to_the_months_and_on(qtbot: QtBot, page: ClosenessPage) -> None:
    press(qtbot, page, BEN, Qt.Key.Key_Tab)
    assert QApplication.focusWidget().text() == "Play"
    press(qtbot, page, BEN, Qt.Key.Key_4)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget().text() == "Play"
    press(qtbot, page, CLEO, Qt.Key.Key_Backtab)
    assert page.board.card.isAncestorOf(QApplication.focusWidget())


def test_enter_and_a_double_click_open_the_person(qtbot: QtBot, page: ClosenessPage) -> None:
    with qtbot.waitSignal(page.person_asked) as asked:
        press(qtbot, page, ANNA, Qt.Key.Key_Return)
    assert asked.args == [ANNA.id]
    with qtbot.waitSignal(page.person_asked) as asked:
        qtbot.mouseDClick(face(page, BEN), Qt.MouseButton.LeftButton)
    assert asked.args == [BEN.id]


def test_the_one_who_is_walked_to_shows_a_history_and_two_circles(
    qtbot: QtBot, page: ClosenessPage, session: Session
) -> None:
    press(qtbot, page, ANNA)
    card = page.findChild(ClosenessCard)
    assert card._history.text() == "Innermost since March; further out since September."
    circles = page.findChild(TwoCircles)
    assert circles.overlap() is None and circles.isVisible()
    qtbot.keyClick(circles, Qt.Key.Key_6)
    assert noted(session, ANNA)[-1] == (TODAY, 3, 6)
    press(qtbot, page, ANNA, Qt.Key.Key_2)
    assert noted(session, ANNA)[-1] == (TODAY, 2, 6)
    press(qtbot, page, CLEO)
    assert not circles.isVisible()


def test_the_card_puts_takes_back_and_takes_off(qtbot: QtBot, page: ClosenessPage, session: Session) -> None:
    press(qtbot, page, ANNA)
    card = page.findChild(ClosenessCard)
    choice = card.findChild(SegmentedChoice)
    choice._choose(4)
    assert noted(session, ANNA)[-1] == (TODAY, 4, None)
    back = next(one for one in card.findChildren(QPushButton) if one.text() == "Take back today’s")
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert noted(session, ANNA)[-1] == (date(2026, 9, 2), 3, None)
    assert back.isHidden()
    assert choice.isAncestorOf(QApplication.focusWidget())
    off = next(one for one in card.findChildren(QPushButton) if one.text() == "Take off")
    qtbot.mouseClick(off, Qt.MouseButton.LeftButton)
    assert noted(session, ANNA) == []
    assert card._name.text() == "Anna"


def test_time_is_looked_back_through_and_only_today_changes(
    qtbot: QtBot, page: ClosenessPage, session: Session
) -> None:
    months = page.board.months
    months.set_month(0)
    assert rings(page) == {"Anna": 1}
    assert unplaced(page) == []
    assert "end of March 2026" in page.head._below.text()
    press(qtbot, page, ANNA, Qt.Key.Key_4)
    drag(qtbot, page, ANNA, on_ring(page, 4))
    assert session.undo_stack.count() == 0
    months.set_month(6)
    assert rings(page) == {"Anna": 3}
    back = next(one for one in page.findChildren(QPushButton) if one.text() == "Back to today")
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert rings(page) == {"Ben": 2, "Anna": 3}
    press(qtbot, page, ANNA, Qt.Key.Key_4)
    assert rings(page)["Anna"] == 4


def test_people_come_softly_to_another_place_unless_nothing_moves(
    qtbot: QtBot, page: ClosenessPage, session: Session
) -> None:
    before = face(page, BEN).pos()
    press(qtbot, page, BEN, Qt.Key.Key_4)
    assert face(page, BEN).pos() != before
    theme.choose("light", still=False)
    there = face(page, BEN).pos()
    press(qtbot, page, BEN, Qt.Key.Key_1)
    assert face(page, BEN).pos() == there
    qtbot.waitUntil(lambda: face(page, BEN).pos() != there)
    session.undo_stack.undo()


def test_all_is_said_in_words(page: ClosenessPage) -> None:
    assert page.board._words.said().splitlines() == [
        "Innermost: nobody.",
        "Close: Ben.",
        "Further out: Anna.",
        "At the edge: nobody.",
        "2 people are not placed.",
    ]


def test_sixty_people_have_names_that_lie_on_nothing(qtbot: QtBot, session: Session) -> None:
    people = [Person(name=f"Person {number} of many", colour=number % 12) for number in range(59)]
    people.append(Person(name="ن" * 200))
    notes = [
        Closeness(person=one.id, on=TODAY - timedelta(days=place), ring=place % 4 + 1)
        for place, one in enumerate(people)
    ]
    session.store.apply([Edit(None, one) for one in (*people, *notes)])
    page = shown(qtbot, session)
    found = page.findChild(Rings)
    names = [area for area, _, _ in found._names]
    discs = [found.face(person.id).geometry() for person in people]
    assert len(names) > 10
    for place, name in enumerate(names):
        assert not any(name.intersects(other) for other in names[:place])
        assert found.rect().contains(name.toAlignedRect())
        assert sum(name.toRect().intersects(disc.adjusted(4, 4, -4, -4)) for disc in discs) == 0
    face(page, people[-1]).setFocus()
    assert found._tag.isVisible() and found.rect().contains(found._tag.geometry())
    for area in page.findChildren(QScrollArea):
        assert area.horizontalScrollBar().maximum() == 0


def test_two_of_one_name_are_told_apart(qtbot: QtBot, session: Session) -> None:
    session.store.apply([Edit(None, Person(name="Alex", ties={tie})) for tie in ("friend", "colleague")])
    page = shown(qtbot, session)
    assert sorted(unplaced(page)) == ["Alex (colleague)", "Alex (friend)"]


def test_with_nobody_it_says_what_this_is(qtbot: QtBot, session: Session) -> None:
    page = shown(qtbot, session)
    empty = page.findChild(EmptyState)
    assert empty.isVisible()
    assert "four rings" in empty.accessibleDescription()
    session.apply("", Edit(None, ANNA))
    assert not empty.isVisible()
    assert unplaced(page) == ["Anna"]
