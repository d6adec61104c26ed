from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from connect_desktop.domain import Edit, Impression, Interaction, Person, Reflection, Tie
from connect_desktop.ui.pages.person import PersonPage
from connect_desktop.ui.pages.person_charts import PersonCharts
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.chart_view import ChartView
from connect_desktop.ui.widgets.elided_label import ElidedLabel
from connect_desktop.ui.widgets.moment_list import MomentList
from connect_desktop.ui.widgets.moment_rows import MomentRow
from connect_desktop.ui.widgets.person_head import PersonHead

pytestmark = pytest.mark.usefixtures("themed")

DANIEL = Person(name="Daniel", ties=frozenset({Tie.PARTNER}), note="Likes rain.")
MAYA = Person(name="Maya")
DRAWN = 30_000


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


def log(session: Session, person: Person, body: int, *, days: int = 0) -> None:
    made = Interaction(at=session.now() - timedelta(days=days))
    felt = Impression(interaction=made.id, person=person.id, body=body, reach="me", words=["tense"])
    session.apply("", Edit(None, made), Edit(None, felt))


def views(page: PersonPage) -> list[ChartView]:
    return page.findChild(PersonCharts).findChildren(ChartView)


def charts(qtbot: QtBot, page: PersonPage) -> list[str]:
    """The charts in words, once those that can be seen are drawn."""
    page.findChild(PersonCharts).resize(1000, 1600)
    page.resize(1000, 1800)
    qtbot.waitUntil(lambda: all(view.chart() is not None for view in views(page)), timeout=DRAWN)
    return [view.chart().twin for view in views(page)]


def said(page: PersonPage) -> str:
    return " · ".join(label.text() for label in page.findChild(PersonHead).findChildren(ElidedLabel))


def turn_to(page: PersonPage, tab: str) -> None:
    page._tabs.set_value(tab)
    page._tabs.changed.emit(tab)


def moments(page: PersonPage) -> list[MomentRow]:
    return [row for row in page.findChild(MomentList).rows() if isinstance(row, MomentRow)]


def test_the_head_says_who_it_is_and_how_much_there_is(page: PersonPage) -> None:
    assert "Daniel" in said(page)
    assert "partner · 12 moments in six months · last today" in said(page)


def test_four_charts_count_what_was_logged(qtbot: QtBot, page: PersonPage) -> None:
    body, gave, year, words = charts(qtbot, page)
    assert "12 moments" in body
    assert "12" in gave
    assert "12" in year
    assert "tense" in words


def test_a_moment_logged_elsewhere_appears(qtbot: QtBot, page: PersonPage, session: Session) -> None:
    charts(qtbot, page)
    log(session, DANIEL, 3)
    assert "13 moments" in said(page)
    assert len(moments(page)) == 13
    qtbot.waitUntil(lambda: "13 moments" in views(page)[0].chart().twin, timeout=DRAWN)


def test_what_concerns_others_draws_nothing_anew(qtbot: QtBot, page: PersonPage, session: Session) -> None:
    charts(qtbot, page)
    before = [view.chart() for view in views(page)]
    log(session, MAYA, 3)
    assert [view.chart() for view in views(page)] == before
    assert not page._stale


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
