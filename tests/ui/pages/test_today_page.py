import json
from dataclasses import replace
from datetime import timedelta

import pytest
from hands import arrived, focused, press
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from connect_desktop.domain import Channel, Edit, Gift, Impression, Interaction, Person, Reach, Word
from connect_desktop.ui.pages.lately import Lately
from connect_desktop.ui.pages.today import TodayPage
from connect_desktop.ui.person_choice import person_choice
from connect_desktop.ui.readings import BondReadings
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.breath import BreathScale
from connect_desktop.ui.widgets.empty_state import EmptyState
from connect_desktop.ui.widgets.headed_rows import HeadingRow
from connect_desktop.ui.widgets.log_card import LogCard
from connect_desktop.ui.widgets.moment_form import MomentDetail
from connect_desktop.ui.widgets.moment_list import MomentList
from connect_desktop.ui.widgets.moment_rows import MomentRow
from connect_desktop.ui.widgets.observation_card import ObservationCard
from connect_desktop.ui.widgets.person_field import PersonField

pytestmark = pytest.mark.usefixtures("themed")


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> TodayPage:
    return shown(qtbot, session)


def shown(qtbot: QtBot, session: Session) -> TodayPage:
    return arrived(qtbot, TodayPage(session))


def note(page: TodayPage) -> QPlainTextEdit:
    return next(one for one in page.findChildren(QPlainTextEdit) if one.accessibleName() == "A note")


def rows(page: TodayPage) -> list[MomentRow]:
    return [row for row in page.findChild(MomentList).rows() if isinstance(row, MomentRow)]


def log(session: Session, name: str, body: int | None, *, days: int = 0, **feel: object) -> Person:
    known = session.store.people.named(name)
    person = known[0] if known else Person(name=name)
    made = Interaction(at=session.now() - timedelta(days=days))
    felt = Impression(interaction=made.id, person=person.id, body=body, **feel)
    session.apply("", *([] if known else [Edit(None, person)]), Edit(None, made), Edit(None, felt))
    return person


def test_a_new_name_a_digit_and_enter_save_a_moment(qtbot: QtBot, page: TodayPage, session: Session) -> None:
    press(qtbot, "Maya\n6\n")
    (moment,) = session.store.moments.recent(5)
    assert moment.at == session.now()
    assert [found.body for found in moment.impressions] == [2]
    assert [person.name for person in session.store.people.all()] == ["Maya"]
    assert [row.names for row in rows(page)] == ["Maya"]


def test_at_most_six_keys_beside_the_name(qtbot: QtBot, session: Session) -> None:
    log(session, "Maya", 1)
    shown(qtbot, session)
    before = session.store.interactions.count()
    press(qtbot, "may")
    press(qtbot, "\n7\n")
    assert session.store.interactions.count() == before + 1
    assert session.store.people.count() == 1


def test_the_first_moment_stands_right_under_its_heading(
    qtbot: QtBot, page: TodayPage, session: Session
) -> None:
    """However high what stands beside it is."""
    page.resize(1280, 1000)
    log(session, "Maya", 1)
    page.refresh()
    lately = page.findChild(Lately)
    beside = QWidget()
    beside.setFixedHeight(400)
    lately._side.addWidget(beside)
    qtbot.waitUntil(lambda: lately.height() > 400)
    heading = next(one for one in page.findChildren(QLabel) if one.text() == "Recent moments")
    gap = page.findChild(MomentList).mapTo(page, QPoint()).y() - heading.mapTo(page, QPoint()).y()
    assert gap < 2 * heading.sizeHint().height()


def test_the_next_moment_can_be_typed_at_once(qtbot: QtBot, page: TodayPage) -> None:
    press(qtbot, "Maya\n6\nTom\n2\n")
    assert {row.names for row in rows(page)} == {"Tom", "Maya"}


def test_undo_takes_the_moment_and_its_new_person_back(
    qtbot: QtBot, page: TodayPage, session: Session
) -> None:
    press(qtbot, "Maya\n6\n")
    session.undo_stack.undo()
    assert session.store.people.count() == session.store.interactions.count() == 0
    assert rows(page) == []
    session.undo_stack.redo()
    assert [row.names for row in rows(page)] == ["Maya"]


@pytest.mark.parametrize(("typed", "asked"), [("\n", "Who was it with?"), ("Maya\n\n", "How did your body")])
def test_what_is_missing_is_asked_for_and_nothing_is_saved(
    qtbot: QtBot, page: TodayPage, session: Session, typed: str, asked: str
) -> None:
    press(qtbot, typed)
    if typed == "\n":
        save = next(b for b in page.findChildren(QPushButton) if b.accessibleName() == "Save")
        qtbot.mouseClick(save, Qt.MouseButton.LeftButton)
    assert asked in page.findChild(LogCard).told()
    assert session.store.interactions.count() == 0


def test_a_name_that_is_too_long_stays_in_its_field_with_a_sentence(
    qtbot: QtBot, page: TodayPage, session: Session
) -> None:
    press(qtbot, "x" * 201 + "\n5\n")
    assert session.store.people.count() == session.store.interactions.count() == 0
    assert page.findChild(LogCard).told()


def test_details_are_saved_with_the_moment(qtbot: QtBot, page: TodayPage, session: Session) -> None:
    page.show_detail()
    detail = page.findChild(MomentDetail)
    press(qtbot, "Maya\n6")
    detail.feel.reach.begin()
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    note(page).setFocus()
    press(qtbot, "Soup #1")
    qtbot.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (moment,) = session.store.moments.recent(5)
    assert moment.impressions[0].reach is Reach.ME
    assert moment.interaction.note == "Soup #1"


def test_an_unanswered_attempt_takes_no_met(page: TodayPage) -> None:
    page.show_detail()
    reach = page.findChild(MomentDetail).feel.reach
    reach.met.set_value(3)
    reach.choose_reach(Reach.ME_UNANSWERED)
    assert reach.values()["met"] is None
    assert not reach.met.isEnabled()


def test_whether_details_are_open_is_remembered(qtbot: QtBot, session: Session) -> None:
    first = shown(qtbot, session)
    more = next(b for b in first.findChildren(QPushButton) if b.text() == "Add detail")
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    assert session.settings.detail_open
    assert shown(qtbot, session).findChild(LogCard).detail_shown()


def test_moments_stand_under_their_days_and_earlier_ones_are_a_click_away(
    qtbot: QtBot, session: Session
) -> None:
    for days in range(50):
        log(session, "Maya", 1, days=days)
    page = shown(qtbot, session)
    found = page.findChild(MomentList).rows()
    assert [row.text for row in found if isinstance(row, HeadingRow)][:3] == ["Today", "Yesterday", "Friday"]
    assert len(rows(page)) == 40
    more = next(b for b in page.findChildren(QPushButton) if b.text() == "Show earlier moments")
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    assert len(rows(page)) == 50
    assert more.isHidden()


def test_moments_of_one_instant_are_all_there(qtbot: QtBot, session: Session) -> None:
    for _ in range(45):
        log(session, "Maya", 1)
    page = shown(qtbot, session)
    page.findChild(MomentList).read_more()
    assert len({row.moment.interaction.id for row in rows(page)}) == 45


def test_delete_and_undo_from_the_list(qtbot: QtBot, session: Session) -> None:
    log(session, "Maya", 1)
    page = shown(qtbot, session)
    found = page.findChild(MomentList)
    found.setFocus()
    found.setCurrentIndex(found.model().index(1))
    qtbot.keyClick(found, Qt.Key.Key_Delete)
    assert session.store.interactions.count() == 0
    session.undo_stack.undo()
    assert [row.names for row in rows(page)] == ["Maya"]


def test_enter_on_a_moment_asks_to_change_it(qtbot: QtBot, session: Session) -> None:
    log(session, "Maya", 1)
    page = shown(qtbot, session)
    found = page.findChild(MomentList)
    found.setCurrentIndex(found.model().index(1))
    with qtbot.waitSignal(page.moment_asked) as asked:
        qtbot.keyClick(found, Qt.Key.Key_Return)
    assert asked.args[0].impressions[0].body == 1


def test_a_row_is_read_out_whole(qtbot: QtBot, session: Session) -> None:
    person = log(session, "Maya", -2, reach="them", met=4, words=["warmer"])
    moment = session.store.moments.of(person.id)[0].interaction
    session.apply("", Edit(moment, replace(moment, note="Soup. Then rain.")))
    (row,) = rows(shown(qtbot, session))
    for part in ("Maya", "Maya reached out", "tightened", "warmer", "truly met", "Soup. Then rain."):
        assert part in row.spoken
    assert ".." not in row.spoken


def test_a_moment_that_landed_otherwise_with_each_says_so_of_each(qtbot: QtBot, session: Session) -> None:
    maya, daniel = Person(name="Maya"), Person(name="Daniel")
    made = Interaction(at=session.now())
    felt = [
        Impression(interaction=made.id, person=one.id, body=body) for one, body in ((maya, 2), (daniel, None))
    ]
    session.apply("", *(Edit(None, record) for record in (maya, daniel, made, *felt)))
    page = shown(qtbot, session)
    (row,) = rows(page)
    assert row.tags == (("Daniel: not felt yet", "neither"), ("Maya: breathed easier", "easy"))
    assert row.spoken.endswith("Daniel: not felt yet. Maya: breathed easier")
    assert any("1 moment this week" in label.text() for label in page.findChildren(QLabel))


def test_a_moment_not_felt_yet_is_never_shown_as_neither(qtbot: QtBot, session: Session) -> None:
    log(session, "Maya", None)
    (row,) = rows(shown(qtbot, session))
    assert "not felt yet" in row.spoken
    assert "neither" not in row.spoken


def test_own_words_are_offered_and_tinted_by_their_feeling(qtbot: QtBot, session: Session) -> None:
    session.apply("", Edit(None, Word(text="homesick", feeling="tight")))
    log(session, "Maya", -1, words=["homesick"])
    (row,) = rows(shown(qtbot, session))
    assert ("homesick", "tight") in row.tags


def test_an_empty_day_says_what_will_appear(qtbot: QtBot, page: TodayPage) -> None:
    assert page.findChild(EmptyState).isVisible()
    press(qtbot, "Maya\n6\n")
    assert not page.findChild(EmptyState).isVisible()
    assert page.findChild(BreathScale).value() is None


def observed(page: TodayPage) -> ObservationCard | None:
    found = page.findChild(ObservationCard)
    return found if found is not None and found.isVisible() else None


def observe(qtbot: QtBot, page: TodayPage) -> None:
    with qtbot.waitSignal(BondReadings.of_session(page.session).loaded):
        page._idle.setInterval(0)
        page.arrive()


def lived(session: Session) -> Person:
    maya = log(session, "Maya", 2, days=1, reach="both", met=4)
    for days in range(3, 60, 3):
        log(session, "Maya", 2, days=days, reach="me" if days % 2 else "them", met=4)
    return maya


def test_one_gentle_observation_comes_when_nobody_waits(
    qtbot: QtBot, page: TodayPage, session: Session
) -> None:
    maya = lived(session)
    assert observed(page) is None
    observe(qtbot, page)
    assert "You both reach out, and it lands." in observed(page).text()
    with qtbot.waitSignal(page.person_asked) as asked:
        press_button(qtbot, observed(page), "Look closer")
    assert asked.args == [maya.id]


def test_an_observation_waved_away_stays_away(qtbot: QtBot, page: TodayPage, session: Session) -> None:
    lived(session)
    observe(qtbot, page)
    press_button(qtbot, observed(page), "Don’t show this again")
    assert observed(page) is None
    observe(qtbot, page)
    assert observed(page) is None
    again = shown(qtbot, session)
    observe(qtbot, again)
    assert observed(again) is None


def test_the_first_days_are_left_in_peace(qtbot: QtBot, page: TodayPage, session: Session) -> None:
    for days in range(8):
        log(session, "Maya", -3, days=days, reach="me", met=0)
    observe(qtbot, page)
    assert observed(page) is None


def press_button(qtbot: QtBot, card: QWidget, text: str) -> None:
    button = next(one for one in card.findChildren(QPushButton) if one.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_an_observation_is_never_in_the_way(qtbot: QtBot, page: TodayPage, session: Session) -> None:
    lived(session)
    page.resize(700, 760)
    observe(qtbot, page)
    recent = page.findChild(MomentList)

    def top(widget: QWidget) -> int:
        return widget.mapTo(page, widget.rect().topLeft()).y()

    qtbot.waitUntil(lambda: top(observed(page)) > top(recent))
    page.resize(1100, 760)
    qtbot.waitUntil(lambda: observed(page).x() > recent.width())


def test_what_was_missing_is_no_longer_asked_for_once_it_is_there(qtbot: QtBot, page: TodayPage) -> None:
    card = page.findChild(LogCard)
    qtbot.keyClick(card, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert card.told() == "Who was it with?"
    press(qtbot, "Maya\n")
    assert card.told() == ""


def test_what_was_begun_is_still_there_and_can_be_cleared(qtbot: QtBot, page: TodayPage) -> None:
    card = page.findChild(LogCard)
    clear = next(one for one in page.findChildren(QPushButton) if one.text() == "Clear")
    assert not clear.isVisible()
    press(qtbot, "Maya\n6")
    assert clear.isVisible()
    qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert (card.begun(), clear.isVisible()) == (False, False)


def test_a_moment_begun_with_somebody_else_is_not_made_theirs(
    qtbot: QtBot, page: TodayPage, session: Session
) -> None:
    daniel = log(session, "Daniel", 1, days=1)
    press(qtbot, "Maya\n6")
    page.begin_log(daniel.id)
    card = page.findChild(LogCard)
    entry = card.value()
    assert entry is not None
    assert [one.name for one in entry.people] == ["Maya"]
    assert card.told().startswith("You had begun this moment.")
    card.clear()
    page.begin_log(daniel.id)
    press(qtbot, "6")
    entry = card.value()
    assert entry is not None
    assert [one.name for one in entry.people] == ["Daniel"]


def test_several_people_stand_in_the_order_of_their_names(
    qtbot: QtBot, page: TodayPage, session: Session
) -> None:
    for name in ("Zoë", "Ines", "Åsa"):
        log(session, name, 1, days=2)
    press(qtbot, "Zoe,Ines,Asa\n6\n")
    assert rows(page)[0].names == "Åsa, Ines, Zoë"


def test_all_that_was_begun_is_plain_data_and_comes_back(
    qtbot: QtBot, page: TodayPage, session: Session
) -> None:
    log(session, "Zoë", 1)
    card = page.findChild(LogCard)
    press(qtbot, "Zoe,Tom\n2")
    page.show_detail()
    detail = page.findChild(MomentDetail)
    detail.feel.set_values({"reach": Reach.ME, "met": 0, "words": {"tense", "odd"}, "gave": {Gift.SHARED}})
    detail.contact.set_values({"note": "Soup", "minutes": 40, "channel": Channel.CALL})
    focus_name(page)
    press(qtbot, "Max")
    before = card.answers()
    kept = json.loads(json.dumps(before))
    again = LogCard()
    qtbot.addWidget(again)
    again.set_people([person_choice(person) for person in session.store.people.all()])
    again.restore(kept)
    assert again.answers() == before
    assert again.value() == card.value()
    card.clear()
    assert not card.begun()
    assert card.answers()["people"] == []


def focus_name(page: TodayPage) -> None:
    page.findChild(PersonField).focus_field()
