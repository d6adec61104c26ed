"""What was typed into the quick log is there when the window is opened again."""

from datetime import timedelta
from pathlib import Path

import pytest
from hands import focused, press
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from windows import (
    LONG,
    MAYA,
    answer,
    card,
    click,
    filled,
    kept,
    note,
    opened,
    stored,
    workspace,
    write,
)

from connect_desktop.interchange import connect_json, csv_folder, markdown_folder
from connect_desktop.interchange.contents import contents
from connect_desktop.paths import Places, places
from connect_desktop.settings import Settings
from connect_desktop.ui import drafts
from connect_desktop.ui.main_window import MainWindow
from connect_desktop.ui.readings import BondReadings
from connect_desktop.ui.widgets.breath import BreathScale

pytestmark = pytest.mark.usefixtures("themed")


def test_what_is_typed_is_kept_by_itself_within_two_seconds(qtbot: QtBot, unprotected: Places) -> None:
    window = opened(qtbot, unprotected)
    assert drafts.MOST <= 1500
    assert drafts.QUIET < drafts.MOST
    qtbot.keyClicks(focused(), "Mar")
    qtbot.waitUntil(lambda: "Mar" in kept(window, "log"), timeout=LONG)
    assert card(window).draft_line.text() == "Draft kept as you type"


def test_a_window_that_is_closed_asks_nothing_and_everything_is_there_again(
    qtbot: QtBot, where: Places
) -> None:
    window = opened(qtbot, where)
    write(qtbot, window)
    before = card(window).value()
    assert before is not None
    assert window.close()
    again = opened(qtbot, where)
    found = card(again).value()
    assert found is not None
    assert ([one.name for one in found.people], found.feel, found.interaction) == (
        [one.name for one in before.people],
        before.feel,
        before.interaction,
    )
    assert card(again).draft_line.text() == "Kept from earlier"
    assert again.close()


def test_a_name_typed_by_half_comes_back_as_it_was(qtbot: QtBot, unprotected: Places) -> None:
    window = opened(qtbot, unprotected)
    press(qtbot, "Tom,")
    line = focused()
    assert isinstance(line, QLineEdit)
    line.insert("نو")
    assert window.close()
    again = opened(qtbot, unprotected)
    assert card(again).answers()["typed"] == "نو"
    assert [one["name"] for one in card(again).answers()["people"]] == ["Tom"]


def test_just_now_becomes_the_time_it_was_begun(qtbot: QtBot, unprotected: Places) -> None:
    window = opened(qtbot, unprotected)
    earlier = workspace(window).session.now() - timedelta(hours=20)
    workspace(window).session._clock = lambda: earlier
    write(qtbot, window)
    assert window.close()
    again = opened(qtbot, unprotected)
    found = card(again).value()
    assert found is not None
    assert found.at == earlier
    press(qtbot, "\n") if isinstance(focused().parent(), BreathScale) else click(qtbot, card(again), "Save")
    assert workspace(again).session.store.moments.recent(1)[0].at == earlier


def test_saving_and_clearing_leave_no_draft(qtbot: QtBot, unprotected: Places) -> None:
    window = opened(qtbot, unprotected)
    store = workspace(window).session.store
    write(qtbot, window)
    qtbot.waitUntil(lambda: bool(kept(window, "log")), timeout=LONG)
    click(qtbot, card(window), "Save")
    assert drafts.names(workspace(window).session) == []
    assert store.moments.recent(1)[0].interaction.note == "She said it first."
    workspace(window).session.undo_stack.undo()
    assert drafts.names(workspace(window).session) == []
    write(qtbot, window)
    qtbot.waitUntil(lambda: bool(kept(window, "log")), timeout=LONG)
    asked = answer(verb=True)
    click(qtbot, card(window), "Clear")
    assert asked
    assert drafts.names(workspace(window).session) == []
    assert card(window).draft_line.text() == ""
    assert window.close()
    assert not card(opened(qtbot, unprotected)).begun()


def test_what_is_taken_out_again_key_by_key_leaves_no_draft(qtbot: QtBot, unprotected: Places) -> None:
    window = opened(qtbot, unprotected)
    press(qtbot, "Ma")
    qtbot.waitUntil(lambda: bool(kept(window, "log")), timeout=LONG)
    qtbot.keyClick(focused(), Qt.Key.Key_Backspace)
    qtbot.keyClick(focused(), Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: not kept(window, "log"), timeout=LONG)
    assert card(window).draft_line.text() == ""


def test_a_person_who_is_gone_is_left_out_and_the_text_stays(qtbot: QtBot, unprotected: Places) -> None:
    window = opened(qtbot, unprotected)
    write(qtbot, window)
    assert window.close()
    store = stored(unprotected)
    store.apply(store.deletion(MAYA))
    store.close()
    again = opened(qtbot, unprotected)
    assert card(again).answers()["people"] == []
    assert card(again).note() == "She said it first."


def test_keys_typed_before_the_store_is_read_join_what_was_kept(qtbot: QtBot, unprotected: Places) -> None:
    window = opened(qtbot, unprotected)
    write(qtbot, window)
    assert window.close()
    early = MainWindow(unprotected, Settings())
    qtbot.addWidget(early)
    early.show()
    qtbot.keyClicks(early.focusWidget(), "Zo")
    filled(qtbot, early)
    assert card(early).answers()["typed"] == "Zo"
    assert card(early).note() == "She said it first."
    assert early.close()


def test_a_very_long_note_with_any_character_comes_back_whole(qtbot: QtBot, unprotected: Places) -> None:
    text = "a line of it, نور, 🌧 \ud83d and so on\n" * 4_000
    window = opened(qtbot, unprotected)
    write(qtbot, window, "")
    note(card(window)).setPlainText(text)
    typed = card(window).note()
    assert len(typed) > 100_000
    assert window.close()
    assert card(opened(qtbot, unprotected)).note() == typed


def test_a_draft_reaches_nothing_but_its_form(
    qtbot: QtBot, unprotected: Places, tmp_path: Path, own_data: Path
) -> None:
    window = opened(qtbot, unprotected)
    session = workspace(window).session
    changed, steps = session.store.changed_at, session.undo_stack.count()
    readings = BondReadings.of_session(session)
    seen = readings.all()
    heard: list[object] = []
    session.changed.connect(heard.append)
    write(qtbot, window, "a word for nobody")
    qtbot.waitUntil(lambda: "a word for nobody" in kept(window, "log"), timeout=LONG)
    assert (session.store.changed_at, session.undo_stack.count(), heard) == (changed, steps, [])
    assert readings.all() is seen
    assert window.close()
    store = stored(unprotected)
    bundle = contents(store, 0)
    connect_json.write(bundle, tmp_path / "connect.json")
    csv_folder.write(bundle, tmp_path / "csv")
    markdown_folder.write(bundle, tmp_path / "markdown")
    store.close()
    written = [path for path in tmp_path.rglob("*") if path.is_file() and own_data not in path.parents]
    assert len(written) > 5
    assert not any(b"a word for nobody" in path.read_bytes() for path in written)


def test_the_sample_keeps_no_draft_and_closing_it_asks_nothing(qtbot: QtBot, own_data: Path) -> None:
    window = MainWindow(places(own_data), Settings())
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    window._look_around()
    filled(qtbot, window)
    press(qtbot, "Maya\n6")
    assert workspace(window).flush()
    assert workspace(window).session.store.memo("draft log") is None
    assert card(window).draft_line.text() == ""
    assert window.close()
