"""Every moment on a page of its own, and what narrows a list of moments: here and on a person's page."""

from datetime import date, timedelta
from typing import Any

import pytest
from hands import arrived, keep
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from connect_desktop.domain import Circle, Impression, Interaction, Person, Reach, Word
from connect_desktop.domain.filter import Filter
from connect_desktop.insight.told import Line
from connect_desktop.ui.dialogs.filter import FilterDialog
from connect_desktop.ui.filtering import Filtering
from connect_desktop.ui.pages.moments import MomentsPage
from connect_desktop.ui.pages.page import Page
from connect_desktop.ui.pages.person import PersonPage
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.empty_state import EmptyState
from connect_desktop.ui.widgets.filter_bar import FilterBar
from connect_desktop.ui.widgets.moment_list import MomentList
from connect_desktop.ui.widgets.moment_rows import MomentRow
from connect_desktop.ui.widgets.removable_chip import RemovableChip

pytestmark = pytest.mark.usefixtures("themed")

MAYA, TOM = Person(name="Maya"), Person(name="Tom")
CHOIR = Circle(name="Choir")


@pytest.fixture(autouse=True)
def lived(session: Session) -> Session:
    keep(session, MAYA, TOM, CHOIR, Word(text="glowing", feeling="easy"))  # type: ignore[arg-type]
    moment(session, 1, MAYA, body=2, note="sofa")
    moment(session, 2, TOM, body=-2, hurt=True, reach="me", words=frozenset({"tense"}))
    moment(session, 40, MAYA, body=-1, met=1, circle=CHOIR.id)
    moment(session, 300, MAYA)
    return session


def moment(session: Session, days: int, who: Person, circle: str | None = None, **felt: Any) -> None:
    at = session.now() - timedelta(days=days)
    talk = Interaction(at=at, note=felt.pop("note", ""), circle=circle)
    keep(session, talk, Impression(interaction=talk.id, person=who.id, **felt))


def shown(qtbot: QtBot, page: Page) -> Page:
    return arrived(qtbot, page, 900, 700)


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> Page:
    return shown(qtbot, MomentsPage(session))


def count(page: Page) -> int:
    return sum(isinstance(row, MomentRow) for row in page.findChild(MomentList).rows())


def chips(page: Page) -> list[str]:
    bar = page.findChild(FilterBar)
    return [chip.label for chip in bar.findChildren(RemovableChip) if not chip.isHidden()]


def chip(page: Page, label: str) -> RemovableChip:
    found = page.findChild(FilterBar).findChildren(RemovableChip)
    return next(one for one in found if one.label == label and not one.isHidden())


def button(page: Page, text: str) -> QPushButton:
    return next(one for one in page.findChildren(QPushButton) if one.text() == text)


def ask(page: Page) -> FilterDialog:
    button(page, "Filter…").click()
    (dialog,) = (one for one in page.findChildren(FilterDialog) if one.isVisible())
    return dialog


def take(page: Page, **narrowed: Any) -> None:
    page.findChild(Filtering).take(Filter(**narrowed))


def test_all_are_shown_and_nothing_more_is_said(page: Page) -> None:
    assert count(page) == 4 and chips(page) == []
    assert not button(page, "Show all").isVisible()
    assert page.findChild(MomentList).hasFocus()


def test_the_dialog_says_while_one_chooses_how_many_are_left(qtbot: QtBot, page: Page) -> None:
    dialog = ask(page)
    assert dialog.save.text() == "Show all"
    dialog.person.setCurrentIndex(dialog.person.findData(MAYA.id))
    assert dialog.save.text() == "Show 3 moments"
    dialog.when.set_value("quarter")
    dialog.when.changed.emit("quarter")
    assert dialog.save.text() == "Show 2 moments" and not dialog.first.isVisible()
    qtbot.keyClick(dialog.only.findChildren(type(dialog.only.stop))[-1], Qt.Key.Key_Space)
    assert dialog.save.text() == "Show 1 moment"
    dialog.accept()
    assert count(page) == 1
    assert chips(page) == ["with Maya", "since 24 August 2026", "with a note"]
    assert ask(page).value() == page.findChild(Filtering).filter


def test_between_two_days_both_count(page: Page, session: Session) -> None:
    dialog = ask(page)
    dialog.when.set_value("between")
    dialog.when.changed.emit("between")
    assert dialog.first.isVisible() and dialog.last.isVisible()
    dialog.first.set_value(session.today() - timedelta(days=1))
    dialog.last.set_value(session.today() - timedelta(days=2))
    dialog.accept()
    assert count(page) == 2 and chips(page) == ["20 November 2026 – 21 November 2026"]
    assert ask(page).when.value() == "between"


def test_leaving_the_dialog_changes_nothing(page: Page) -> None:
    dialog = ask(page)
    dialog.body.set_value(["3"])
    dialog.reject()
    assert count(page) == 4 and chips(page) == []


def test_each_answer_is_a_chip_that_can_be_taken_out(qtbot: QtBot, page: Page) -> None:
    take(
        page,
        circle=CHOIR.id,
        last=date(2026, 12, 1),
        body=frozenset({-1, 0}),
        reach=frozenset({Reach.ME}),
        met=frozenset({1}),
        words=frozenset({"tense", "glowing"}),
        hurt=True,
        unfelt=True,
    )
    assert chips(page) == [
        "Choir", "until 1 December 2026", "a little tight, neither", "you reached out", "barely met",
        "glowing, tense", "a hurt", "to be felt",
    ]  # fmt: skip
    assert count(page) == 0 and page.findChild(EmptyState).accessibleName() == "No moment like that"
    for label in chips(page)[3:]:
        chip(page, label).setFocus()
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
        if label == "barely met":
            assert chip(page, "glowing, tense").hasFocus()
    assert chips(page) == ["Choir", "until 1 December 2026", "a little tight, neither"]
    assert count(page) == 1 and chip(page, "Choir").accessibleName() == "Only: Choir"
    button(page, "Show all").click()
    assert count(page) == 4 and chips(page) == []


def test_where_nothing_is_left_everything_is_one_press_away(page: Page) -> None:
    take(page, met=frozenset({4}))
    assert count(page) == 0
    page.findChild(EmptyState).acted.emit()
    assert count(page) == 4


def test_the_list_follows_what_is_logged_and_deleted_and_keeps_its_filter(
    page: Page, session: Session
) -> None:
    take(page, person=TOM.id)
    moment(session, 0, TOM)
    assert count(page) == 2
    found = page.findChild(MomentList)
    found.delete_asked.emit(found.rows()[1].moment)
    assert count(page) == 1 and chips(page) == ["with Tom"]
    session.undo_stack.undo()
    assert count(page) == 2


def test_someone_deleted_stands_in_the_filter_without_a_name(page: Page, session: Session) -> None:
    take(page, person=TOM.id, circle=CHOIR.id)
    session.apply("", *session.store.deletion(TOM))
    session.apply("", *session.store.deletion(CHOIR))
    assert chips(page) == ["with ?", "a circle that is gone"]


def test_an_empty_list_offers_the_first_moment(qtbot: QtBot, session: Session) -> None:
    for person in (MAYA, TOM):
        session.apply("", *session.store.deletion(person))
    page = shown(qtbot, MomentsPage(session))
    assert not page.findChild(FilterBar).isVisible()
    with qtbot.waitSignal(page.log_asked):  # type: ignore[attr-defined]
        page.findChild(EmptyState).acted.emit()


# On a person's page


@pytest.fixture
def person(qtbot: QtBot, session: Session) -> PersonPage:
    page = PersonPage(session)
    page.show_person(MAYA.id)
    shown(qtbot, page)
    page._tabs.set_value("moments")
    page._tabs.changed.emit("moments")
    return page


def test_of_one_person_only_theirs_are_narrowed(person: PersonPage) -> None:
    dialog = ask(person)
    assert not dialog.person.isVisible()
    dialog.body.set_value(["-2", "-1"])
    dialog.body.changed.emit()
    assert dialog.save.text() == "Show 1 moment"
    dialog.accept()
    assert (count(person) == 1 and chips(person) == ["a little tight"]) or chips(person)
    person.show_person(TOM.id)
    person.arrive()
    person._turn_to("moments")
    assert count(person) == 1 and chips(person) == []


def test_the_moments_behind_a_sentence_come_before_a_filter(person: PersonPage, session: Session) -> None:
    take(person, body=frozenset({2}))
    assert count(person) == 1
    every = session.store.moments.of(MAYA.id)
    behind = tuple(one.impressions[0].id for one in every[:2])
    person._moments.show_behind([Line(text="Twice", impressions=behind)])
    assert count(person) == 2 and not person.findChild(FilterBar).isVisible()
    person._moments.show_all()
    assert count(person) == 1 and person.findChild(FilterBar).isVisible()
    take(person, met=frozenset({0}))
    states = [one for one in person.findChildren(EmptyState) if one.isVisible()]
    assert [one.accessibleName() for one in states] == ["No moment like that"]
    states[0].acted.emit()
    assert count(person) == 3
