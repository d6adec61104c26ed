import stat
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from connect_desktop.store import Store, vault
from connect_desktop.ui import theme
from connect_desktop.ui.gate import Gate
from connect_desktop.ui.gate.code import CodeStep, RetypeStep
from connect_desktop.ui.gate.making import MakingStep
from connect_desktop.ui.gate.trouble import TroubleStep
from connect_desktop.ui.gate.welcome import UnprotectedStep, WelcomeStep

pytestmark = pytest.mark.usefixtures("themed")

PASSPHRASE = "three quiet herons at dusk"
LONG = 60_000


@pytest.fixture
def folder(own_data: Path) -> Path:
    return own_data / "vault"


def shown(gate: Gate, kind: type) -> QWidget:
    step = gate.step()
    assert isinstance(step, kind)
    return step


def press(qtbot: QtBot, key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key)


def type_text(qtbot: QtBot, text: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClicks(focused, text)


def begin(qtbot: QtBot, passphrase: str = PASSPHRASE) -> None:
    for _ in range(2):
        type_text(qtbot, passphrase)
        press(qtbot, Qt.Key.Key_Return)


def code_shown(step: QWidget) -> str:
    groups = [
        label.text() for label in step.findChildren(QLabel) if label.accessibleName().startswith("Group")
    ]
    return "-".join(groups)


def test_it_says_what_it_cannot_protect_from(gate: Gate) -> None:
    words = " ".join(label.text() for label in shown(gate, WelcomeStep).findChildren(QLabel))
    for said in (
        "no account",
        "spyware",
        "administrator",
        "makes you unlock",
        "is installed",
        "recovery code",
    ):
        assert said in words


def test_the_first_run_by_keyboard_alone(gate: Gate, folder: Path, qtbot: QtBot) -> None:
    begin(qtbot)
    code = code_shown(shown(gate, CodeStep))
    press(qtbot, Qt.Key.Key_Return)
    retype = shown(gate, RetypeStep)
    assert not folder.exists()
    for n in retype.asked:
        type_text(qtbot, code.split("-")[n].lower())
        press(qtbot, Qt.Key.Key_Return)
    shown(gate, MakingStep)
    with qtbot.waitSignal(gate.opened, timeout=LONG) as opened:
        pass
    (store,) = opened.args
    assert isinstance(store, Store)
    store.close()
    assert vault.state(folder) is vault.State.PROTECTED
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert vault.unlock(folder, PASSPHRASE) == vault.unlock_with_code(folder, code)


@pytest.mark.parametrize(
    ("first", "again", "sentence"),
    [
        ("short", "short", "at least 8 characters"),
        ("", "", "at least 8 characters"),
        (PASSPHRASE, PASSPHRASE + "x", "not the same"),
    ],
)
def test_a_passphrase_that_will_not_do_is_told(
    gate: Gate, qtbot: QtBot, first: str, again: str, sentence: str
) -> None:
    step = shown(gate, WelcomeStep)
    step.first.setText(first)
    step.again.setText(again)
    step.begin.click()
    assert gate.step() is step
    assert step.error.isVisible()
    assert sentence in step.error.text()
    type_text(qtbot, "x")
    assert not step.error.isVisible()


def test_a_guessable_passphrase_is_named_as_such_but_allowed(gate: Gate, qtbot: QtBot) -> None:
    step = shown(gate, WelcomeStep)
    type_text(qtbot, "password")
    assert step.strength.words() == "could be guessed"
    assert "more words" in step.hint.text()
    press(qtbot, Qt.Key.Key_Return)
    type_text(qtbot, "password")
    press(qtbot, Qt.Key.Key_Return)
    shown(gate, CodeStep)


def test_a_wrong_group_goes_no_further_and_the_code_can_be_seen_again(
    gate: Gate, folder: Path, qtbot: QtBot
) -> None:
    begin(qtbot)
    code = code_shown(shown(gate, CodeStep))
    press(qtbot, Qt.Key.Key_Return)
    retype = shown(gate, RetypeStep)
    for _ in retype.asked:
        type_text(qtbot, "uuuu")
        press(qtbot, Qt.Key.Key_Return)
    assert gate.step() is retype
    assert f"not group {min(retype.asked) + 1}" in retype.error.text()
    retype.back.click()
    assert code_shown(shown(gate, CodeStep)) == code
    assert not folder.exists()


def test_letters_that_look_alike_are_forgiven(gate: Gate, qtbot: QtBot) -> None:
    step = RetypeStep("0101-0101-0101-0101-0101-0101-0101-0101")
    qtbot.addWidget(step)
    first, second = step.fields.values()
    first.setText(" o1-oI ")
    second.setText("OlOi")
    with qtbot.waitSignal(step.passed):
        step.go_on.click()
    assert gate.step() is not None


def test_the_code_is_lent_to_the_clipboard(gate: Gate, qtbot: QtBot) -> None:
    begin(qtbot)
    step = shown(gate, CodeStep)
    step.copy.click()
    assert QGuiApplication.clipboard().text() == code_shown(step)
    assert "30 seconds" in step.told.text()
    QGuiApplication.clipboard().clear()


def test_the_code_can_be_saved_as_text(gate: Gate, qtbot: QtBot, tmp_path: Path) -> None:
    begin(qtbot)
    step = shown(gate, CodeStep)
    step.save_to(tmp_path / "code.txt")
    assert (tmp_path / "code.txt").read_text().strip() == code_shown(step)
    assert "Saved" in step.told.text()
    step.save_to(tmp_path / "nowhere" / "code.txt")
    assert "could not be saved" in step.told.text()


def test_going_on_without_a_passphrase_is_an_explicit_choice(gate: Gate, folder: Path, qtbot: QtBot) -> None:
    shown(gate, WelcomeStep).open.click()
    step = shown(gate, UnprotectedStep)
    assert step.back.hasFocus()
    step.back.click()
    shown(gate, WelcomeStep).open.click()
    with qtbot.waitSignal(gate.opened, timeout=LONG) as opened:
        shown(gate, UnprotectedStep).choose.click()
    opened.args[0].close()
    assert vault.state(folder) is vault.State.OPEN


def test_looking_around_writes_nothing(gate: Gate, folder: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(gate.look_around):
        shown(gate, WelcomeStep).sample.click()
    assert not folder.exists()


def test_a_folder_that_cannot_be_written_is_told_and_tried_again(
    gate: Gate, own_data: Path, folder: Path, qtbot: QtBot
) -> None:
    own_data.write_text("a file where the folder should be")
    shown(gate, WelcomeStep).open.click()
    shown(gate, UnprotectedStep).choose.click()
    qtbot.waitUntil(lambda: isinstance(gate.step(), TroubleStep), timeout=LONG)
    own_data.unlink()
    with qtbot.waitSignal(gate.opened, timeout=LONG) as opened:
        shown(gate, TroubleStep).retry.click()
    opened.args[0].close()
    assert vault.state(folder) is vault.State.OPEN


@pytest.mark.usefixtures("gate")
def test_every_field_can_be_walked_to_and_is_named(qtbot: QtBot) -> None:
    for _ in range(12):
        press(qtbot, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.accessibleName() or getattr(focused, "text", str)()


def test_everything_fits_the_smallest_window(gate: Gate) -> None:
    step = shown(gate, WelcomeStep)
    step.first.setText("password")
    step.begin.click()
    QApplication.processEvents()
    assert not step.verticalScrollBar().isVisible()
    assert not step.horizontalScrollBar().isVisible()


def test_escape_goes_one_step_back(gate: Gate, folder: Path, qtbot: QtBot) -> None:
    begin(qtbot)
    shown(gate, CodeStep)
    press(qtbot, Qt.Key.Key_Return)
    shown(gate, RetypeStep)
    press(qtbot, Qt.Key.Key_Escape)
    shown(gate, CodeStep)
    press(qtbot, Qt.Key.Key_Escape)
    shown(gate, WelcomeStep).open.click()
    shown(gate, UnprotectedStep)
    press(qtbot, Qt.Key.Key_Escape)
    shown(gate, WelcomeStep)
    assert not folder.exists()


def test_another_passphrase_has_another_code(gate: Gate, qtbot: QtBot) -> None:
    begin(qtbot)
    step = shown(gate, CodeStep)
    code = code_shown(step)
    step.back.click()
    begin(qtbot)
    assert code_shown(shown(gate, CodeStep)) != code


def test_what_is_wrong_is_scrolled_to_in_large_letters(
    gate: Gate, qtbot: QtBot, themed: QApplication
) -> None:
    font = themed.font()
    larger = themed.font()
    larger.setPointSizeF(font.pointSizeF() * 2)
    themed.setFont(larger)
    theme.choose("light", still=True)
    gate.start()
    step = gate.step()
    assert isinstance(step, WelcomeStep)

    def is_seen(widget: QWidget) -> bool:
        return widget.visibleRegion().boundingRect() == widget.rect()

    step.open.setFocus()
    qtbot.waitUntil(lambda: is_seen(step.open))
    step.verticalScrollBar().setValue(0)
    assert not is_seen(step.begin)
    step.begin.click()
    qtbot.waitUntil(lambda: is_seen(step.first) and is_seen(step.error))
    assert "at least" in step.error.text()
    themed.setFont(font)
    theme.choose("light", still=True)


def test_the_code_is_read_from_left_to_right_where_the_window_is_mirrored(
    gate: Gate, qtbot: QtBot, themed: QApplication
) -> None:
    themed.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    begin(qtbot)
    step = shown(gate, CodeStep)
    at = {label.text(): label.mapTo(step, label.rect().topLeft()).x() for label in step.findChildren(QLabel)}
    groups = code_shown(step).split("-")[:4]
    assert at["1"] < at[groups[0]] < at["2"] < at[groups[1]] < at["3"] < at[groups[2]]
    themed.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
