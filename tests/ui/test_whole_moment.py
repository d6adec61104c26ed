"""Everything a moment can hold: logged, seen again, changed, cleared; each of several people on their own."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from hands import arrived, focused, press
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from connect_desktop.domain import (
    Channel,
    Circle,
    Edit,
    Evidence,
    Feeling,
    Gift,
    Hold,
    Hope,
    Impression,
    Interaction,
    Person,
    Place,
    Reach,
    Response,
    WayBack,
    Word,
)  # fmt: skip
from connect_desktop.ui.dialogs.moment import MomentDialog
from connect_desktop.ui.moment_editor import MomentEditor
from connect_desktop.ui.moments import logged
from connect_desktop.ui.pages.today import TodayPage
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.answers_form import AnswersForm
from connect_desktop.ui.widgets.log_card import LogCard, LogEntry
from connect_desktop.ui.widgets.moment_form import MomentDetail
from connect_desktop.ui.widgets.people_match import CircleChoice, NewName
from connect_desktop.ui.widgets.person_field import PersonField
from connect_desktop.ui.widgets.section import Section
from connect_desktop.ui.widgets.segmented import SegmentedChoice

pytestmark = pytest.mark.usefixtures("themed")

MAYA, TOM, GONE = Person(name="Maya"), Person(name="Tom"), Person(name="Ada", status="died")
CHOIR = Circle(name="Chöir", members=frozenset({MAYA.id, TOM.id, GONE.id}))
FELT = {
    "body": 1, "before": -2, "reach": Reach.THEM, "met": 4, "openness": 3, "gave": frozenset({Gift.LISTENED}),
    "received": frozenset({Gift.SHARED, Gift.HELPED}), "words": frozenset({"warmer", "homesick"}),
    "places": {Place.CHEST: Hold.LOOSE, Place.JAW: Hold.TIGHT}, "role": "the fixer", "truth": "matters",
    "response": Response.OPENED, "hurt": True, "way_back": WayBack.THEM, "way_back_on": date(2026, 11, 21),
    "note": "lighter",
}  # fmt: skip
CONTACT = {"note": "Soup", "channel": Channel.CALL, "minutes": 40, "circle": CHOIR.id}


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> TodayPage:
    session.apply("", *(Edit(None, one) for one in (MAYA, TOM, GONE, CHOIR)))
    return arrived(qtbot, TodayPage(session), 1200, 900)


@pytest.fixture
def card(page: TodayPage) -> LogCard:
    found = page.findChild(LogCard)
    assert isinstance(found, LogCard)
    return found


def test_each_new_person_of_a_moment_has_a_colour_of_their_own(session: Session) -> None:
    names = (NewName("Rafael"), NewName("Svenja"), NewName("Noor"))
    entry = LogEntry(people=names, at=None, interaction={}, feel=({"body": 1},) * len(names))
    session.apply("", *logged(session, entry))
    assert len({person.colour for person in session.store.people.all()}) == len(names)


def save(qtbot: QtBot) -> None:
    qtbot.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def choose(inside: QWidget, name: str, value: object) -> None:
    choice = next(one for one in inside.findChildren(SegmentedChoice) if one.accessibleName() == name)
    choice.set_value(value)
    choice.changed.emit(value)


def felt(session: Session) -> dict[str, Impression]:
    names = {person.id: person.name for person in session.store.people.all()}
    return {names[one.person]: one for one in session.store.impressions.all()}


def fields(record: Impression | Interaction, like: dict[str, object]) -> dict[str, object]:
    return {name: getattr(record, name) for name in like}


# --- the quick log ---


def test_everything_can_be_logged_in_one_step_that_undo_takes_back(
    qtbot: QtBot, card: LogCard, session: Session
) -> None:
    press(qtbot, "may\n")
    form = card.findChild(AnswersForm)
    form.show_detail(True)
    form.fill({MAYA.id: FELT}, CONTACT, apart=False)
    form.detail.feel.words.set_added({"homesick": Feeling.TIGHT})
    save(qtbot)
    assert fields(felt(session)["Maya"], FELT) == FELT
    assert fields(session.store.interactions.all()[0], CONTACT) == CONTACT
    assert [(word.text, word.feeling) for word in session.store.words.all()] == [("homesick", "tight")]
    session.undo_stack.undo()
    assert session.store.interactions.count() == session.store.words.count() == 0


def test_a_word_added_and_not_chosen_is_not_kept(qtbot: QtBot, card: LogCard, session: Session) -> None:
    press(qtbot, "may\n6")
    form = card.findChild(AnswersForm)
    form.show_detail(True)
    form.detail.feel.words.set_added({"homesick": Feeling.TIGHT})
    form.detail.feel.words.set_value({"warmer"})
    save(qtbot)
    assert session.store.words.count() == 0


def test_with_two_people_it_is_felt_alike_until_one_says_otherwise(
    qtbot: QtBot, page: TodayPage, session: Session
) -> None:
    assert page.isVisible()
    press(qtbot, "may,tom\n6\n")
    assert {name: one.body for name, one in felt(session).items()} == {"Maya": 2, "Tom": 2}


def test_each_of_two_people_has_their_own_answers(qtbot: QtBot, card: LogCard, session: Session) -> None:
    press(qtbot, "may,tom\n6i")
    choose(card, "With several people", True)
    card.begin()
    press(qtbot, "7")
    choose(card, "How it felt with", TOM.id)
    card.begin()
    press(qtbot, "2y\n")
    found = felt(session)
    assert {name: (one.body, one.reach) for name, one in found.items()} == {
        "Maya": (3, Reach.ME),
        "Tom": (-2, Reach.THEM),
    }


def test_the_one_without_a_body_answer_is_asked_about_by_name(qtbot: QtBot, card: LogCard) -> None:
    press(qtbot, "may,tom\n")
    choose(card, "With several people", True)
    card.begin()
    press(qtbot, "7\n")
    assert "with Tom" in card.told()
    press(qtbot, "2")
    assert [one["body"] for one in card.value().feel] == [3, -2]


def test_alike_and_back_loses_nothing(qtbot: QtBot, card: LogCard) -> None:
    press(qtbot, "may,tom\n6")
    choose(card, "With several people", True)
    choose(card, "How it felt with", TOM.id)
    card.begin()
    press(qtbot, "1")
    choose(card, "With several people", False)
    assert [one["body"] for one in card.value().feel] == [-3, -3]
    choose(card, "With several people", True)
    assert [one["body"] for one in card.value().feel] == [2, -3]


def test_the_last_one_left_keeps_what_was_theirs(qtbot: QtBot, card: LogCard) -> None:
    press(qtbot, "may,tom\n6")
    choose(card, "With several people", True)
    choose(card, "How it felt with", TOM.id)
    card.begin()
    press(qtbot, "1")
    card.findChild(PersonField).focus_field()
    qtbot.keyClick(focused(), Qt.Key.Key_Backspace)
    assert [
        (one.name, fields["body"]) for one, fields in zip(card.people(), card.value().feel, strict=True)
    ] == [("Maya", 2)]


def test_the_name_of_a_circle_puts_its_members_in(qtbot: QtBot, card: LogCard, session: Session) -> None:
    qtbot.keyClicks(focused(), "choi")
    assert isinstance(card.findChild(PersonField).offers()[0], CircleChoice)
    press(qtbot, "\n5\n")
    assert sorted(felt(session)) == ["Maya", "Tom"], "never someone who has died"
    assert session.store.interactions.all()[0].circle == CHOIR.id


def test_a_circle_that_lost_everyone_is_not_put_on_what_was_begun_with_others(
    qtbot: QtBot, card: LogCard
) -> None:
    alone = CircleChoice(id="empty", name="Empty", members=())
    press(qtbot, "may\n6")
    card.begin_in(alone)
    assert card.told() == "You had begun this moment. Save or clear it, then log the next."
    assert card.findChild(AnswersForm).contact()["circle"] is None
    card.clear()
    card.begin_in(alone)
    assert card.findChild(AnswersForm).contact()["circle"] == "empty"


def test_a_circle_whose_members_are_all_there_is_not_offered(qtbot: QtBot, card: LogCard) -> None:
    press(qtbot, "may,tom,choi")
    assert not [one for one in card.findChild(PersonField).offers() if isinstance(one, CircleChoice)]


def test_what_the_user_opens_is_open_next_time(qtbot: QtBot, card: LogCard, session: Session) -> None:
    card.show_detail(True)
    section = next(one for one in card.findChildren(Section) if one.name == "hurt")
    assert not section.is_open()
    qtbot.mouseClick(section.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert "hurt" in session.settings.detail_parts
    again = TodayPage(session)
    qtbot.addWidget(again)
    again.arrive()
    again.show_detail()
    assert {one.name for one in again.findChildren(Section) if one.is_open()} == {
        "hurt",
        "note",
        "reach",
        "words",
    }


def test_a_note_that_is_too_long_stays_as_typed_with_a_sentence(
    qtbot: QtBot, card: LogCard, session: Session
) -> None:
    press(qtbot, "may\n6")
    card.show_detail(True)
    card.findChild(AnswersForm).fill({MAYA.id: {"body": 2}}, {"note": "n" * 100_001}, apart=False)
    save(qtbot)
    assert card.told() == (
        "This text has 100,001 characters, and 100,000 fit. It stays here as you typed it: "
        "make it shorter, then save."
    )
    assert len(card.note()) == 100_001
    assert session.store.interactions.count() == 0


def test_closed_the_card_says_what_was_answered_besides(qtbot: QtBot, card: LogCard) -> None:
    press(qtbot, "may\n6im5")
    assert any("you reached out · truly met" in label for label in labels(card))


def labels(inside: QWidget) -> list[str]:
    from PySide6.QtWidgets import QLabel

    return [label.text() for label in inside.findChildren(QLabel) if label.isVisible()]


def test_a_wide_card_has_two_columns_and_a_narrow_one_has_one(
    qtbot: QtBot, card: LogCard, page: TodayPage
) -> None:
    card.show_detail(True)
    detail = card.findChild(MomentDetail)
    reach, note = (
        next(one for one in card.findChildren(Section) if one.name == n) for n in ("reach", "note")
    )
    qtbot.waitUntil(lambda: note.x() > reach.x())
    page.resize(760, 640)
    qtbot.waitUntil(lambda: note.y() > reach.y() and note.x() == reach.x())
    assert detail.width() < 760


@pytest.mark.parametrize("apart", [False, True])
def test_all_of_it_is_plain_data_and_comes_back(
    qtbot: QtBot, card: LogCard, session: Session, apart: bool
) -> None:
    press(qtbot, "may,tom\n")
    form = card.findChild(AnswersForm)
    form.show_detail(True)
    form.fill({MAYA.id: FELT, TOM.id: {**FELT, "body": -3, "note": ""}}, CONTACT, apart=apart)
    form.detail.feel.words.set_added({"homesick": Feeling.TIGHT})
    before = card.value()
    kept = json.loads(json.dumps(card.answers()))
    again = TodayPage(session)
    qtbot.addWidget(again)
    again.arrive()
    other = again.findChild(LogCard)
    other.restore(kept)
    after = other.value()
    assert (after.people, after.interaction) == (before.people, before.interaction)
    alike = {"id": "x", "interaction": "x", "person": "x"}
    assert [Impression(**alike, **one) for one in after.feel] == [
        Impression(**alike, **one) for one in before.feel
    ]
    assert [(one.text, one.feeling) for one in after.words] == [("homesick", "tight")]


def test_kept_answers_that_no_longer_fit_are_left_out(card: LogCard) -> None:
    card.restore({"people": [{"name": "Max"}], "felt": {"": {"body": 9, "met": 2, "nonsense": 1, "note": 7}}})
    assert card.people()[0].name == "Max"
    found = card.answers()["felt"][""]
    assert found == {"met": 2}


# --- the dialog ---


@pytest.fixture
def opened(qtbot: QtBot, session: Session) -> Iterator[Callable[[], MomentDialog]]:
    made = Interaction(at=session.now(), **{**CONTACT, "circle": None})
    full = Impression(interaction=made.id, person=MAYA.id, **FELT)
    session.apply("", *(Edit(None, one) for one in (MAYA, TOM, Word(text="homesick"), made, full)))
    window = QWidget()
    qtbot.addWidget(window)
    window.show()

    def open_it() -> MomentDialog:
        moment = session.store.moments.get(made.id)
        assert moment is not None
        MomentEditor(session, window).edit(moment)
        dialog = window.findChildren(MomentDialog)[-1]
        qtbot.waitUntil(lambda: dialog.isAncestorOf(QApplication.focusWidget() or window))
        return dialog

    yield open_it


def test_a_moment_saved_as_it_was_is_as_it_was(qtbot: QtBot, session: Session, opened: Callable) -> None:
    before = felt(session), session.store.interactions.all()
    dialog = opened()
    assert not dialog.differs()
    save(qtbot)
    assert (felt(session), session.store.interactions.all()) == before


def test_everything_can_be_cleared(qtbot: QtBot, session: Session, opened: Callable) -> None:
    form = opened().findChild(AnswersForm)
    form.fill({}, {}, apart=False)
    save(qtbot)
    (found,) = felt(session).values()
    assert found == Impression(id=found.id, interaction=found.interaction, person=MAYA.id)
    (contact,) = session.store.interactions.all()
    assert (contact.note, contact.channel, contact.minutes) == ("", None, None)


def test_somebody_can_be_added_to_a_moment_and_taken_out_again(
    qtbot: QtBot, session: Session, opened: Callable
) -> None:
    dialog = opened()
    dialog.findChild(PersonField).focus_field()
    press(qtbot, "tom\n")
    save(qtbot)
    assert sorted(felt(session)) == ["Maya", "Tom"]
    dialog = opened()
    field = dialog.findChild(PersonField)
    field.set_chosen([one for one in field.people() if one.name == "Tom"])
    save(qtbot)
    assert sorted(felt(session)) == ["Tom"]
    assert session.store.interactions.count() == 1
    session.undo_stack.undo()
    assert sorted(felt(session)) == ["Maya", "Tom"]


def test_what_hangs_on_somebody_taken_out_goes_too(qtbot: QtBot, session: Session, opened: Callable) -> None:
    hope = Hope(person=MAYA.id, text="That she asks", since=date(2026, 1, 1))
    sign = Evidence(hope=hope.id, impression=felt(session)["Maya"].id, direction="toward")
    session.apply("", Edit(None, hope), Edit(None, sign))
    dialog = opened()
    dialog.findChild(PersonField).set_chosen([])
    assert [one.name for one in dialog.value().people] == ["Maya"]
    assert "Somebody stays" in dialog.told()
    dialog.findChild(PersonField).focus_field()
    press(qtbot, "tom\n")
    field = dialog.findChild(PersonField)
    field.set_chosen([one for one in field.people() if one.name == "Tom"])
    save(qtbot)
    assert sorted(felt(session)) == ["Tom"]
    assert session.store.evidence.count() == 0


def test_the_way_back_can_be_said_days_later(qtbot: QtBot, session: Session, opened: Callable) -> None:
    old = felt(session)["Maya"]
    session.apply("", Edit(old, replace(old, way_back=WayBack.NOT_YET, way_back_on=None)))
    dialog = opened()
    choose(dialog, "The way back", WayBack.BOTH)
    save(qtbot)
    assert felt(session)["Maya"].way_back is WayBack.BOTH
