import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hands import arrived
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from connect_desktop.charts.breath import nearest
from connect_desktop.domain import Edit, Hope, Impression, Interaction, Person, Reflection, Status, Tie
from connect_desktop.domain.labels import body_label
from connect_desktop.ui.pages.person import TABS, PersonPage
from connect_desktop.ui.pages.person_charts import HEIGHT, PersonCharts
from connect_desktop.ui.readings import BondReadings
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.chart_view import ChartView
from connect_desktop.ui.widgets.moment_list import MomentList
from connect_desktop.ui.widgets.moment_rows import MomentRow
from connect_desktop.ui.widgets.page_scroll import PageScroll
from connect_desktop.ui.widgets.person_head import PersonHead

pytestmark = pytest.mark.usefixtures("themed")

DANIEL = Person(name="Daniel", ties=frozenset({Tie.PARTNER}), note="Likes rain.")
MAYA = Person(name="Maya")
DRAWN = 30_000
TODAY = date(2026, 11, 22)


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> PersonPage:
    session.apply("", Edit(None, DANIEL), Edit(None, MAYA))
    for days in range(12):
        log(session, DANIEL, -1, days=days)
    page = PersonPage(session)
    qtbot.addWidget(page)
    page.resize(1000, 760)
    page.show_person(DANIEL.id)
    with qtbot.waitActive(page):
        page.show()
    page.arrive()
    return page


def log(session: Session, person: Person, body: int, *, days: int = 0, **more: Any) -> None:
    made = Interaction(at=session.now() - timedelta(days=days))
    felt = Impression(interaction=made.id, person=person.id, body=body, reach="me", words=["tense"], **more)
    session.apply("", Edit(None, made), Edit(None, felt))


def views(page: PersonPage) -> list[ChartView]:
    found = page.findChild(PersonCharts)
    return [view for view in found.findChildren(ChartView) if view.isVisibleTo(found)]


def quiet(page: PersonPage) -> str:
    """What the page says of the charts that are not there."""
    labels = page.findChild(PersonCharts).findChildren(QLabel)
    return next(text for label in labels if (text := label.text()).startswith(("Nothing", "From then")))


def charts(qtbot: QtBot, page: PersonPage) -> list[str]:
    """The charts in words, once those that can be seen are drawn."""
    page.findChild(PersonCharts).resize(1000, 1600)
    page.resize(1000, 1800)
    qtbot.waitUntil(lambda: all(view.chart() is not None for view in views(page)), timeout=DRAWN)
    return [view.chart().twin for view in views(page)]


def said(page: PersonPage) -> str:
    labels = page.findChild(PersonHead).findChildren(QLabel)
    return " · ".join(label.text() for label in labels if label.text())


def buttons(page: PersonPage) -> list[str]:
    return [one.text() or one.accessibleName() for one in page.findChildren(QPushButton) if one.isVisible()]


def everything_said(page: PersonPage) -> str:
    """Every word that is seen on the page, whichever tab is turned to."""
    shown = (one for one in page.findChildren(QWidget) if one.isVisible())
    words = [one.text() for one in shown if isinstance(one, QLabel | QPushButton)]
    return "\n".join([*words, *(view.chart().twin for view in views(page) if view.chart())])


def turn_to(page: PersonPage, tab: str) -> None:
    page._tabs.set_value(tab)
    page._tabs.changed.emit(tab)


def moments(page: PersonPage) -> list[MomentRow]:
    return [row for row in page.findChild(MomentList).rows() if isinstance(row, MomentRow)]


def test_the_head_says_who_it_is_and_how_much_there_is(page: PersonPage) -> None:
    assert "Daniel" in said(page)
    assert "partner · 12 moments in six months · last today" in said(page)


def test_charts_count_what_was_logged(qtbot: QtBot, page: PersonPage) -> None:
    body, gave, year, words, reach = charts(qtbot, page)
    assert "12 moments" in body
    assert "12" in gave
    assert "12" in year
    assert "tense" in words
    assert "you reached out" in reach


def test_charts_without_anything_share_one_line_until_something_is_noted(
    qtbot: QtBot, page: PersonPage, session: Session
) -> None:
    charts(qtbot, page)
    assert quiet(page) == (
        "Nothing noted yet about: how your body was before, hurts and the way back, what you said directly."
    )
    log(session, DANIEL, 2, before=-2, hurt=True, truth="hurts", response="opened")
    assert len(views(page)) == 8
    *_, before, hurts, said_directly = charts(qtbot, page)
    assert "You came away easier in 1" in before
    assert "1 hurt" in hurts
    assert "“It hurts”: opened up 1" in said_directly
    assert not [
        label for label in page.findChildren(QLabel) if label.isVisible() and "yet about" in label.text()
    ]
    session.undo_stack.undo()
    assert len(views(page)) == 5


def test_what_is_below_is_drawn_when_it_is_scrolled_to(
    qtbot: QtBot, page: PersonPage, session: Session
) -> None:
    log(session, DANIEL, 2, before=-2, hurt=True, truth="hurts", response="opened")
    first, last = views(page)[0], views(page)[-1]
    qtbot.waitUntil(
        lambda: first.chart() is not None and last.parentWidget().height() >= HEIGHT, timeout=DRAWN
    )
    assert last.chart() is None
    page.findChild(PageScroll).ensureWidgetVisible(last)
    qtbot.waitUntil(lambda: last.chart() is not None, timeout=DRAWN)


@pytest.mark.parametrize(("width", "across"), [(1000, 2), (640, 1)])
def test_charts_stand_in_two_columns_only_where_there_is_room(
    qtbot: QtBot, page: PersonPage, width: int, across: int
) -> None:
    page.resize(width, 760)
    qtbot.waitUntil(lambda: len({view.parentWidget().x() for view in views(page)}) == across)


def test_in_the_smallest_window_charts_keep_their_height_and_the_page_scrolls(
    qtbot: QtBot, page: PersonPage
) -> None:
    page.resize(900 - 213, 640)
    qtbot.waitUntil(lambda: views(page)[0].parentWidget().height() >= HEIGHT, timeout=DRAWN)
    assert bars(page) == 1


def test_half_a_year_in_a_column_of_its_own_ends_where_its_days_do(qtbot: QtBot, page: PersonPage) -> None:
    page.resize(900 - 213, 640)
    qtbot.waitUntil(lambda: views(page)[2].height() < HEIGHT <= views(page)[0].height(), timeout=DRAWN)
    page.resize(1100, 800)
    qtbot.waitUntil(lambda: views(page)[2].height() >= HEIGHT, timeout=DRAWN)


@pytest.mark.parametrize("tab", TABS)
def test_each_tab_scrolls_with_the_page_alone(
    qtbot: QtBot, page: PersonPage, session: Session, tab: str
) -> None:
    written = [Reflection(on=TODAY, title=f"No {n}", people={DANIEL.id}) for n in range(12)]
    hopes = [Hope(person=DANIEL.id, text=f"Hope {n}", since=TODAY) for n in range(6)]
    session.apply("", *(Edit(None, record) for record in [*written, *hopes]))
    session.apply("", Edit(DANIEL, replace(DANIEL, note="She said so, and then said more. " * 3000)))
    page.resize(900 - 213, 640)
    turn_to(page, tab)
    qtbot.waitUntil(lambda: bars(page) == 1, timeout=DRAWN)


def test_moments_are_read_on_as_their_end_comes_near(
    qtbot: QtBot, page: PersonPage, session: Session
) -> None:
    for days in range(12, 90):
        log(session, DANIEL, 1, days=days)
    turn_to(page, "moments")
    bar = page.findChild(PageScroll).verticalScrollBar()

    def scrolled_to_all() -> bool:
        bar.setValue(bar.maximum())
        return len(moments(page)) == 90

    assert len(moments(page)) < 90
    qtbot.waitUntil(scrolled_to_all)
    shown = page.findChild(MomentList)
    assert shown.height() >= shown.visualRect(shown.model().index(len(shown.rows()) - 1)).bottom()


def test_the_keyboard_walks_down_the_moments_and_the_page_follows(
    qtbot: QtBot, page: PersonPage, session: Session
) -> None:
    for days in range(12, 40):
        log(session, DANIEL, 1, days=days)
    page.resize(900 - 213, 640)
    turn_to(page, "moments")
    shown = page.findChild(MomentList)
    shown.setFocus(Qt.FocusReason.TabFocusReason)

    def in_sight() -> bool:
        return shown.visibleRegion().contains(shown.visualRect(shown.currentIndex()))

    qtbot.waitUntil(in_sight)
    first = shown.currentIndex().row()
    qtbot.keyClick(shown, Qt.Key.Key_PageDown)
    there = shown.currentIndex().row()
    assert first < there < len(shown.rows()) - 1
    qtbot.waitUntil(in_sight)
    qtbot.keyClick(shown, Qt.Key.Key_PageUp)
    assert shown.currentIndex().row() < there
    qtbot.keyClick(shown, Qt.Key.Key_End)
    assert shown.currentIndex().row() == len(shown.rows()) - 1
    qtbot.keyClick(shown, Qt.Key.Key_Home)
    assert shown.currentIndex().row() == 1
    qtbot.waitUntil(in_sight)


def bars(page: PersonPage) -> int:
    """How many scroll bars can be seen up and down."""
    areas = page.findChildren(QAbstractScrollArea)
    return sum(area.verticalScrollBar().isVisible() for area in areas if area.isVisible())


def test_a_moment_logged_elsewhere_appears(qtbot: QtBot, page: PersonPage, session: Session) -> None:
    charts(qtbot, page)
    log(session, DANIEL, 3)
    assert "13 moments" in said(page)
    qtbot.waitUntil(lambda: "13 moments" in views(page)[0].chart().twin, timeout=DRAWN)
    turn_to(page, "moments")
    assert len(moments(page)) == 13
    log(session, DANIEL, 3)
    assert len(moments(page)) == 14


def test_what_concerns_others_draws_nothing_anew(qtbot: QtBot, page: PersonPage, session: Session) -> None:
    charts(qtbot, page)
    before = [view.chart() for view in views(page)]
    log(session, MAYA, 3)
    assert [view.chart() for view in views(page)] == before
    assert not page._stale


def test_what_is_usual_is_the_same_in_the_chart_and_in_the_reading(
    qtbot: QtBot, page: PersonPage, session: Session
) -> None:
    charts(qtbot, page)
    readings = BondReadings.of_session(session)
    assert readings.usual_body() is None
    assert "Your usual" not in views(page)[0].chart().twin
    for days in range(12):
        log(session, MAYA, 3, days=days)
    assert readings.usual_body() == readings.found().usual.body
    word = body_label(nearest(readings.usual_body()))
    usual = f"Your usual, with everyone, is near “{word}”."
    qtbot.waitUntil(lambda: usual in views(page)[0].chart().twin, timeout=DRAWN)


def test_a_point_in_a_chart_opens_its_moment(qtbot: QtBot, page: PersonPage) -> None:
    charts(qtbot, page)
    mark = views(page)[0].chart().marks[-1]
    with qtbot.waitSignal(page.moment_asked) as asked:
        views(page)[0].opened.emit(mark.impressions)
    assert asked.args[0].impressions[0].id == mark.impressions[-1]
    assert asked.args[1] == DANIEL.id


def test_few_moments_say_what_will_appear(qtbot: QtBot, page: PersonPage, session: Session) -> None:
    log(session, MAYA, 1)
    page.show_person(MAYA.id)
    page.arrive()
    charts(qtbot, page)
    qtbot.waitUntil(lambda: views(page)[0].chart().empty, timeout=DRAWN)
    assert len(views(page)) == 1, "no row of empty boxes"
    assert quiet(page).startswith("From then on also: what each of you gave, half a year day by day,")


def test_deleting_in_the_list_takes_the_moment_out_and_undo_brings_it_back(
    qtbot: QtBot, page: PersonPage, session: Session
) -> None:
    turn_to(page, "moments")
    found = page.findChild(MomentList)
    found.setCurrentIndex(found.model().index(1))
    qtbot.keyClick(found, Qt.Key.Key_Delete)
    assert len(moments(page)) == 11
    session.undo_stack.undo()
    assert len(moments(page)) == 12


def test_reflections_that_name_them_are_listed(page: PersonPage, session: Session) -> None:
    written = Reflection(on=session.today(), title="After the rain", people=frozenset({DANIEL.id}))
    session.apply("", Edit(None, written))
    with_signal: list[str] = []
    page.reflection_asked.connect(with_signal.append)
    turn_to(page, "reflections")
    page._reflections._list.activated.emit(page._reflections._model.index(0))
    assert with_signal == [written.id]


def test_about_shows_what_is_known_as_typed(page: PersonPage, session: Session) -> None:
    session.apply("", Edit(DANIEL, replace(DANIEL, note="<b>not bold</b>")))
    turn_to(page, "about")
    assert "<b>not bold</b>" in [label.text() for label in page._about.findChildren(QLabel)]


def test_a_person_deleted_elsewhere_leads_back(qtbot: QtBot, page: PersonPage, session: Session) -> None:
    with qtbot.waitSignal(page.back_asked):
        session.apply("", *session.store.deletion(DANIEL))


@pytest.mark.parametrize("name", ["x" * 200, "מרים אל־חוסייני " * 10, "👩‍👩‍👧"])
def test_names_of_any_kind_fit_the_window(page: PersonPage, session: Session, name: str) -> None:
    session.apply("", Edit(DANIEL, replace(DANIEL, name=name.strip())))
    assert page.minimumSizeHint().width() <= 900 - 196


@pytest.mark.parametrize("moments", [0, 2, 12])
def test_nothing_of_the_dead_is_still_to_come(qtbot: QtBot, session: Session, moments: int) -> None:
    wilma = Person(name="Wilma", status=Status.DIED)
    session.apply("", Edit(None, wilma))
    for days in range(moments):
        log(session, wilma, 1, days=500 + days)
    page = arrived(qtbot, PersonPage(session))
    page.show_person(wilma.id)
    page.arrive()
    for tab in (one for one in TABS if one != "reflections"):
        turn_to(page, tab)
        assert not re.search(r"\byet\b|more moment|From then on|appears here", everything_said(page)), tab
        assert not {"Log a moment", "Name a hope"} & {*buttons(page)}, tab
    assert "six months" not in said(page)
    assert "has died" in said(page)


def test_a_bond_that_has_ended_waits_for_no_charts(qtbot: QtBot, session: Session) -> None:
    ben = Person(name="Ben", status=Status.ENDED)
    session.apply("", Edit(None, ben))
    log(session, ben, 1)
    page = arrived(qtbot, PersonPage(session))
    page.show_person(ben.id)
    page.arrive()
    assert views(page) == []
    assert "There are too few moments for a chart." in everything_said(page)


@pytest.mark.parametrize("status", Status)
def test_a_change_is_the_title_of_a_chart_only_while_the_bond_is_lived(
    qtbot: QtBot, session: Session, status: Status
) -> None:
    ben = Person(name="Ben", status=status)
    session.apply("", Edit(None, ben))
    for days in range(20):
        log(session, ben, -2 if days < 10 else 2, days=days)
    page = arrived(qtbot, PersonPage(session))
    page.show_person(ben.id)
    page.arrive()
    charts(qtbot, page)
    changed = any("tightened more since" in view.chart().title for view in views(page))
    assert changed is (status is Status.ACTIVE)
