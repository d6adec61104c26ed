import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from connect_desktop.domain import Edit, Feeling, Impression, Interaction, Person, Word
from connect_desktop.ui.pages.own_words import OwnWords
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.segmented import SegmentedChoice

pytestmark = pytest.mark.usefixtures("themed")

MAYA = Person(name="Maya")
HOMESICK, NUMB = Word(text="homesick", feeling="tight"), Word(text="numb")


@pytest.fixture
def card(qtbot: QtBot, session: Session) -> OwnWords:
    made = Interaction(at=session.now())
    felt = Impression(interaction=made.id, person=MAYA.id, words={"homesick", "tense"})
    session.apply("", *(Edit(None, one) for one in (MAYA, made, felt, HOMESICK, NUMB)))
    card = OwnWords(session)
    qtbot.addWidget(card)
    card.refresh()
    with qtbot.waitActive(card):
        card.show()
    return card


def line(card: OwnWords, word: str) -> QLineEdit:
    return next(
        one
        for one in card.findChildren(QLineEdit)
        if one.accessibleName() == f"Word: {word}" and one.isVisible()
    )


def said(card: OwnWords) -> str:
    return " ".join(one.text() for one in card.findChildren(QLabel))


def rename(qtbot: QtBot, card: OwnWords, word: str, text: str) -> None:
    line(card, word).selectAll()
    qtbot.keyClicks(line(card, word), text)
    qtbot.keyClick(line(card, word), Qt.Key.Key_Return)


def spoken(card: OwnWords) -> str:
    focused = card.window().focusWidget()
    assert focused is not None
    return focused.accessibleName()


def words(session: Session) -> dict[str, Feeling]:
    return {word.text: word.feeling for word in session.store.words.all()}


def test_renaming_a_word_renames_it_in_every_moment_in_one_step(
    qtbot: QtBot, card: OwnWords, session: Session
) -> None:
    rename(qtbot, card, "homesick", "far  away")
    assert words(session) == {"far away": "tight", "numb": "neither"}
    assert session.store.impressions.all()[0].words == {"far away", "tense"}
    session.undo_stack.undo()
    assert words(session) == {"homesick": "tight", "numb": "neither"}
    assert session.store.impressions.all()[0].words == {"homesick", "tense"}
    assert line(card, "homesick").text() == "homesick"


@pytest.mark.parametrize("text", ["Numb", "tense", "hungry for a response"])
def test_a_word_that_is_there_is_not_taken_twice(
    qtbot: QtBot, card: OwnWords, session: Session, text: str
) -> None:
    rename(qtbot, card, "homesick", text)
    assert "is there already" in said(card)
    assert line(card, "homesick").text() == "homesick"
    assert "homesick" in words(session)


def test_an_empty_word_stays_as_it_was(qtbot: QtBot, card: OwnWords) -> None:
    line(card, "numb").clear()
    qtbot.keyClick(line(card, "numb"), Qt.Key.Key_Return)
    assert line(card, "numb").text() == "numb"


def test_which_way_a_word_points_can_be_changed(qtbot: QtBot, card: OwnWords, session: Session) -> None:
    choice = next(
        one for one in card.findChildren(SegmentedChoice) if one.accessibleName() == "Which way “numb” points"
    )
    choice.setFocus()
    qtbot.keyClick(choice.focusWidget(), Qt.Key.Key_1)
    assert words(session)["numb"] == "easy"
    assert spoken(card) == "easy", "the keyboard stays where it was"


def test_tab_goes_on_from_a_word_that_was_renamed(qtbot: QtBot, card: OwnWords, session: Session) -> None:
    line(card, "numb").setFocus()
    qtbot.keyClicks(line(card, "numb"), "er")
    qtbot.keyClick(line(card, "numb"), Qt.Key.Key_Tab)
    assert "number" in words(session)
    assert spoken(card) == "neither"


def test_a_word_taken_out_is_no_longer_offered_and_moments_keep_it(
    qtbot: QtBot, card: OwnWords, session: Session
) -> None:
    button = next(
        one for one in card.findChildren(QPushButton) if one.accessibleName() == "Take “homesick” out"
    )
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert words(session) == {"numb": "neither"}
    assert spoken(card) == "Take “numb” out", "where the key for undo is not that of a text"
    assert session.store.impressions.all()[0].words == {"homesick", "tense"}
    session.undo_stack.undo()
    assert "homesick" in words(session)


def test_without_words_it_says_where_they_come_from(qtbot: QtBot, session: Session) -> None:
    card = OwnWords(session)
    qtbot.addWidget(card)
    card.refresh()
    assert "appear here" in said(card)
