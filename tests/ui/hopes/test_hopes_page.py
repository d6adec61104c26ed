from dataclasses import replace
from datetime import date, timedelta

import pytest
from hoped import ASK, DANIEL, MUM, OPEN_UP, TODAY, cards, choose, click, dialog, kept, signs, stored, words
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from connect_desktop.domain import (
    Edit,
    Hope,
    HopeState,
    Person,
    Reflection,
    Status,
    Tie,
)
from connect_desktop.ui.dialogs.hope import ClosingDialog, HopeDialog
from connect_desktop.ui.pages.hopes import HopesPage
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.empty_state import EmptyState
from connect_desktop.ui.widgets.hope_line import HopeLine
from connect_desktop.ui.widgets.name_button import NameButton

pytestmark = pytest.mark.usefixtures("themed")


def test_with_nothing_named_the_page_says_what_will_appear_and_offers_the_first_step(
    qtbot: QtBot, empty: HopesPage
) -> None:
    assert empty.findChild(EmptyState).isVisible()
    click(qtbot, empty.findChild(EmptyState), "Name a hope")
    assert dialog(empty, HopeDialog)


def test_a_card_tells_who_how_long_and_how_moments_answered(session: Session, page: HopesPage) -> None:
    signs(session, OPEN_UP, "tanna")
    signs(session, ASK, "t")
    page.refresh()
    first, second = cards(page)
    for part in ("waiting 214 days", "“He will open up.”", "1 moment toward it · 2 away · 2 neither"):
        assert part in words(first)
    assert "look again on 6 Dec" in words(first)
    assert first.findChild(NameButton).text() == "Daniel"
    assert "waiting 61 days" in words(second)
    assert "look again" not in words(second)
    assert not page.findChild(EmptyState).isVisible()


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "today you wanted to look again"),
        (-3, "you wanted to look again on 19 Nov"),
        (1, "look again on 23 Nov"),
    ],
)
def test_a_date_that_has_come_is_said_quietly(
    session: Session, page: HopesPage, days: int, said: str
) -> None:
    session.apply("", Edit(OPEN_UP, replace(OPEN_UP, look_again=TODAY + timedelta(days=days))))
    assert said in words(cards(page)[0])


def test_two_columns_where_there_is_room_and_one_where_not(qtbot: QtBot, page: HopesPage) -> None:
    first, second = cards(page)
    assert first.mapTo(page, QPoint()).y() == second.mapTo(page, QPoint()).y()
    page.resize(640, 640)
    qtbot.waitUntil(lambda: first.mapTo(page, QPoint()).x() == second.mapTo(page, QPoint()).x())


def test_two_people_of_one_name_are_told_apart(session: Session, page: HopesPage) -> None:
    other = Person(name="Daniel", ties={Tie.COLLEAGUE})
    session.apply("", Edit(None, other), Edit(None, Hope(person=other.id, text="The desk.", since=TODAY)))
    names = {card.findChild(NameButton).accessibleName() for card in cards(page)}
    assert names == {"Daniel (partner)", "Mum", "Daniel (colleague)"}


def test_the_name_opens_the_person(qtbot: QtBot, page: HopesPage) -> None:
    with qtbot.waitSignal(page.person_asked) as asked:
        qtbot.mouseClick(cards(page)[0].findChild(NameButton), Qt.MouseButton.LeftButton)
    assert asked.args == [DANIEL.id]


# The line of dots


@pytest.fixture
def line(session: Session, page: HopesPage) -> tuple[HopeLine, list[str]]:
    moments = signs(session, OPEN_UP, "tan")
    page.refresh()
    return cards(page)[0].findChild(HopeLine), moments


def test_toward_is_above_away_below_and_neither_on_the_line(line: tuple[HopeLine, list[str]]) -> None:
    shown, _ = line
    toward, away, neither = (place.y() for place in shown.places())
    assert toward < neither < away
    assert neither == shown.height() / 2
    xs = [place.x() for place in shown.places()]
    assert xs == sorted(xs)


def test_the_line_is_walked_by_keyboard_and_enter_opens_the_moment(
    qtbot: QtBot, page: HopesPage, line: tuple[HopeLine, list[str]]
) -> None:
    shown, moments = line
    twin = shown.accessibleName()
    assert "1 moment toward it · 1 away · 1 neither" in twin
    shown.setFocus()
    qtbot.keyClick(shown, Qt.Key.Key_Left)
    assert shown.accessibleName() == "21 November 2026, 21:14: neither · a little easier"
    qtbot.keyClick(shown, Qt.Key.Key_Home)
    assert "toward it" in shown.accessibleName()
    qtbot.keyClick(shown, Qt.Key.Key_Right)
    with qtbot.waitSignal(page.moment_asked) as asked:
        qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert (asked.args[0].interaction.id, asked.args[1]) == (moments[1], DANIEL.id)
    for key, number in ((Qt.Key.Key_End, 2), (Qt.Key.Key_PageUp, 0), (Qt.Key.Key_PageDown, 2)):
        qtbot.keyClick(shown, key)
        assert shown.current().interaction == moments[number]
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert shown.current() is None
    assert shown.accessibleName() == twin


def test_a_dot_is_pointed_at_and_clicked(
    qtbot: QtBot, page: HopesPage, line: tuple[HopeLine, list[str]]
) -> None:
    shown, moments = line
    place = shown.places()[2].toPoint()
    qtbot.mouseMove(shown, place)
    qtbot.waitUntil(lambda: shown.current() is not None)
    with qtbot.waitSignal(page.moment_asked) as asked:
        qtbot.mouseClick(shown, Qt.MouseButton.LeftButton, pos=place)
    assert asked.args[0].interaction.id == moments[2]
    with qtbot.assertNotEmitted(page.moment_asked):
        qtbot.mouseClick(shown, Qt.MouseButton.LeftButton, pos=QPoint(shown.width() - 4, 2))


def test_hundreds_of_dots_stay_inside(session: Session, page: HopesPage) -> None:
    signs(session, OPEN_UP, "tnnan" * 80)
    page.refresh()
    shown = cards(page)[0].findChild(HopeLine)
    assert len(shown.places()) == 400
    assert all(0 < place.x() < shown.width() for place in shown.places())
    assert not shown.grab().isNull()


def test_without_an_answer_there_is_no_line(page: HopesPage) -> None:
    assert "No moment has answered it yet" in words(cards(page)[0])
    assert not cards(page)[0].findChild(HopeLine).isVisible()


def test_from_right_to_left_the_first_dot_is_on_the_right(line: tuple[HopeLine, list[str]]) -> None:
    shown, _ = line
    shown.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    xs = [place.x() for place in shown.places()]
    assert xs == sorted(xs, reverse=True)


# Those it rests with


@pytest.mark.parametrize(
    ("status", "said"), [(Status.RESTING, "resting"), (Status.ENDED, "ended"), (Status.DIED, "has died")]
)
def test_with_whom_it_rests_hopes_are_kept_quietly(
    session: Session, page: HopesPage, status: Status, said: str
) -> None:
    session.apply("", Edit(DANIEL, replace(DANIEL, status=status)))
    assert [card.row.hope.id for card in cards(page)] == [ASK.id]
    (quiet,) = kept(page)
    assert said in words(quiet)
    assert "waiting" not in words(quiet)
    assert "look again" not in words(quiet)
    choose(quiet, "I let it go")
    dialog(page, ClosingDialog).accept()
    assert stored(session, OPEN_UP).state is HopeState.LET_GO


# Many, long, focus


def test_many_hopes_come_one_after_the_other_and_tab_walks_them_in_order(
    qtbot: QtBot, session: Session, page: HopesPage
) -> None:
    many = [Hope(person=MUM.id, text=f"Hope {n}", since=date(2020, 1, 1 + n)) for n in range(30)]
    session.apply("", *(Edit(None, one) for one in many))
    qtbot.waitUntil(lambda: len(cards(page)) == 32)
    page._name.setFocus()
    reached: list[str] = []
    for _ in range(32 * 5):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        card = next((one for one in cards(page) if one.isAncestorOf(focused)), None)
        if card is not None and (not reached or reached[-1] != card.row.hope.id):
            reached.append(card.row.hope.id)
    assert reached[:32] == [one.id for one in (*many, OPEN_UP, ASK)]


def test_one_asked_for_among_many_is_found(session: Session, page: HopesPage) -> None:
    many = [Hope(person=MUM.id, text=f"Hope {n}", since=date(2020, 1, 1 + n)) for n in range(30)]
    session.apply("", *(Edit(None, one) for one in many))
    page.show_hope(ASK.id)
    page.arrive()
    card = next(one for one in cards(page) if one.row.hope.id == ASK.id)
    assert card.isAncestorOf(QApplication.focusWidget())
    page.show_hope("gone")
    page.arrive()
    assert page._name.hasFocus()


def test_a_long_hope_is_folded_until_asked_for(qtbot: QtBot, session: Session, page: HopesPage) -> None:
    long = "word " * 199
    session.apply("", Edit(OPEN_UP, replace(OPEN_UP, text=long)))
    card = cards(page)[0]
    assert "…”" in words(card)
    click(qtbot, card, "Read all of it")
    assert long.strip() in words(card)
    assert card.isAncestorOf(QApplication.focusWidget())


def test_cards_stay_where_they_are_when_another_changes(session: Session, page: HopesPage) -> None:
    before = cards(page)
    session.apply("", Edit(ASK, replace(ASK, text="She will ask.")))
    assert cards(page) == before
    assert "She will ask." in words(before[1])


def test_a_name_as_long_as_allowed_is_cut_and_told_in_full(session: Session, page: HopesPage) -> None:
    name = "Wolfe & Stone " * 14
    session.apply("", Edit(DANIEL, replace(DANIEL, name=name)))
    button = cards(page)[0].findChild(NameButton)
    assert button.text().endswith("…")
    assert button.accessibleName() == name.strip()
    assert "Wolfe &amp; Stone" in button.toolTip()
    assert cards(page)[0].width() < page.width()


def test_reflections_change_nothing_here(page: HopesPage) -> None:
    assert not page.concerns((Edit(None, Reflection(on=TODAY, text="x")),))
