import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from exporting import opened
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from connect_desktop.domain import Edit, Impression, Interaction, Person, Reflection
from connect_desktop.ui.dialogs.confirm import Confirm
from connect_desktop.ui.dialogs.export import ExportDialog
from connect_desktop.ui.documents import What
from connect_desktop.ui.session import Session

pytestmark = pytest.mark.usefixtures("themed")

LONG = 30_000
"""milliseconds at most, on a busy machine"""
TODAY = date(2026, 11, 22)
MAYA = Person(name="Maya Okafor")
FIRST = Reflection(on=TODAY - timedelta(days=3), title="The lake", text="Maya swam.\n\n" * 200)
OLD = Reflection(on=TODAY - timedelta(days=400), title="Long ago", text="Before.", people={MAYA.id})


@pytest.fixture
def lived(session: Session) -> Session:
    met = Interaction(at=session.now() - timedelta(days=1), note="by the water")
    felt = Impression(interaction=met.id, person=MAYA.id, body=2)
    session.store.apply([Edit(None, one) for one in (MAYA, FIRST, OLD, met, felt)])
    return session


def shown(dialog: ExportDialog, qtbot: QtBot) -> QImage:
    """The page in the preview once it is up to date."""
    settled(dialog, qtbot)
    return dialog.preview.sheet._picture


def settled(dialog: ExportDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(
        lambda: (
            not dialog._later.isActive()
            and dialog._maker._work is None
            and dialog.preview.label.text().startswith("page")
        ),
        timeout=LONG,
    )


def test_it_shows_the_first_page_and_how_many_there_are(dialog: ExportDialog, qtbot: QtBot) -> None:
    page = shown(dialog, qtbot)
    assert page.width() == 1000
    assert page.height() == pytest.approx(1414, abs=2)
    assert dialog.preview.label.text().startswith("page 1 of ")
    assert not dialog.preview.back.isEnabled()
    assert dialog.preview.forward.isEnabled()


def test_pages_are_turned_by_button_and_by_key(dialog: ExportDialog, qtbot: QtBot) -> None:
    first = shown(dialog, qtbot)
    dialog.preview.forward.click()
    assert shown(dialog, qtbot) != first
    assert dialog.preview.label.text().startswith("page 2 of ")
    qtbot.keyClick(dialog.preview.sheet, Qt.Key.Key_PageUp)
    assert shown(dialog, qtbot) == first
    qtbot.keyClick(dialog.preview.sheet, Qt.Key.Key_End)
    settled(dialog, qtbot)
    assert not dialog.preview.forward.isEnabled()


def test_a_choice_is_seen_and_only_the_last_of_several(dialog: ExportDialog, qtbot: QtBot) -> None:
    first = shown(dialog, qtbot)
    drawn: list[QImage] = []
    dialog._maker.made.connect(lambda picture, *_: drawn.append(picture))
    for names in ("full", "letters", "full"):
        dialog.form.names.set_value(names)
        dialog.form.changed.emit()
    full = shown(dialog, qtbot)
    assert full != first
    assert drawn == [full]


def test_letter_paper_is_another_shape(dialog: ExportDialog, qtbot: QtBot) -> None:
    shown(dialog, qtbot)
    dialog.form.paper.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    page = shown(dialog, qtbot)
    assert page.height() == pytest.approx(1000 * 11 / 8.5, abs=2)


def test_questions_fit_what_is_exported(dialog: ExportDialog, qtbot: QtBot) -> None:
    form = dialog.form
    assert not form.person.isVisible()
    assert not form.parts["notes"].isVisible()
    form.what.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert form.what.value() == What.PERSON
    assert form.person.isVisible()
    assert form.parts["notes"].isVisible()
    assert form.scope().person == MAYA.id


def test_it_begins_with_the_person_one_comes_from(lived: Session, qtbot: QtBot) -> None:
    for dialog in opened(lived, qtbot, person=MAYA.id):
        assert dialog.form.what.value() == What.PERSON
        assert dialog.form.person.currentText() == "Maya Okafor"
        shown(dialog, qtbot)


def test_it_begins_with_the_reflection_one_comes_from(lived: Session, qtbot: QtBot) -> None:
    for dialog in opened(lived, qtbot, reflections=(OLD.id,)):
        assert dialog.form.what.value() == What.CHOSEN
        assert not dialog.form.start.isVisible()
        assert dialog.form.scope().reflections == (OLD.id,)
        shown(dialog, qtbot)


def test_without_people_nobody_is_offered(session: Session, qtbot: QtBot) -> None:
    for dialog in opened(session, qtbot):
        dialog.form.what.set_value(What.PERSON)
        assert dialog.form.what.value() is None
        dialog.form.what.set_value(What.REFLECTIONS)
        shown(dialog, qtbot)


def test_the_first_day_never_lies_after_the_last(dialog: ExportDialog) -> None:
    assert dialog.form.start.value() == date(2026, 5, 22)
    dialog.form.start.setDate(dialog.form.end.date().addDays(10))
    assert dialog.form.end.value() == dialog.form.start.value()
    dialog.form.end.setDate(dialog.form.end.date().addDays(-60))
    assert dialog.form.start.value() == dialog.form.end.value()


def test_it_says_that_the_file_is_not_encrypted(dialog: ExportDialog) -> None:
    assert dialog.told.text() == "The file is not encrypted. Anyone who has it can read it."


def test_saving_writes_the_file_and_offers_to_open_it(
    dialog: ExportDialog, lived: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "out.pdf"
    dialog.form.names.set_value("full")
    dialog.form.paper.set_value("letter")
    dialog.write(target)
    assert dialog.progress.isVisible()
    assert not dialog.form.isEnabled()
    qtbot.waitUntil(dialog.open_file.isVisible, timeout=LONG)
    assert target.read_bytes().startswith(b"%PDF-")
    assert dialog.told.text().startswith("Saved, ")
    assert "not encrypted" in dialog.told.text()
    assert dialog.show_folder.isVisible()
    assert dialog.form.isEnabled()
    assert (lived.settings.names, lived.settings.paper) == ("full", "letter")
    assert lived.undo_stack.count() == 0
    dialog.form.parts["charts"].toggle()
    assert dialog.save.isVisible()
    assert not dialog.open_file.isVisible()


def test_the_file_is_offered_under_a_name_that_says_nothing(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []

    def choose(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        offered.append(name)
        return str(tmp_path / "mine"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    dialog.save.click()
    qtbot.waitUntil((tmp_path / "mine.pdf").exists, timeout=LONG)
    assert Path(offered[0]).name == "export-2026-11-22.pdf"


def test_a_name_that_was_completed_does_not_replace_a_file_unasked(
    dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine.pdf").write_text("another file")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "mine"), ""))
    asked: list[str] = []

    def refuse() -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, Confirm)
        asked.append(question.accessibleName())
        question.reject()

    QTimer.singleShot(0, refuse)
    dialog.save.click()
    assert asked == ["Replace mine.pdf?"]
    assert (tmp_path / "mine.pdf").read_text() == "another file"


def test_choosing_no_file_does_nothing(dialog: ExportDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    dialog.save.click()
    assert dialog.form.isEnabled()
    assert not dialog.progress.isVisible()


def test_a_folder_that_cannot_be_written_is_told_and_nothing_is_lost(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog.write(tmp_path / "nowhere" / "out.pdf")
    qtbot.waitUntil(lambda: not dialog.progress.isVisible(), timeout=LONG)
    assert str(tmp_path / "nowhere") in dialog.told.text()
    assert dialog.told.property("role") == "error"
    assert dialog.save.isEnabled()
    dialog.write(tmp_path / "out.pdf")
    qtbot.waitUntil(dialog.open_file.isVisible, timeout=LONG)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
def test_a_file_that_is_no_file_is_told(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.write(Path("/dev/full"))
    qtbot.waitUntil(lambda: not dialog.progress.isVisible(), timeout=LONG)
    assert "/dev/full" in dialog.told.text()


def test_enter_presses_the_button_it_is_on(dialog: ExportDialog, qtbot: QtBot) -> None:
    settled(dialog, qtbot)
    dialog.preview.forward.setFocus()
    qtbot.keyClick(dialog.preview.forward, Qt.Key.Key_Return)
    settled(dialog, qtbot)
    assert dialog.preview.label.text().startswith("page 2 of ")
    dialog.more.setFocus()
    qtbot.keyClick(dialog.more, Qt.Key.Key_Return)
    assert dialog.ways.isVisible()
    dialog.ways.close()
    dialog.cancel.setFocus()
    qtbot.keyClick(dialog.cancel, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_cancel_stops_at_once_and_leaves_no_file(dialog: ExportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    dialog.write(tmp_path / "out.pdf")
    work = dialog._work
    assert work is not None
    assert dialog.cancel.hasFocus() or not dialog.isActiveWindow()
    with qtbot.waitSignal(work.left, timeout=LONG):
        dialog.cancel.click()
        assert dialog.isVisible()
        assert dialog.form.isEnabled()
        assert dialog.told.text() == "Stopped. Nothing was written."
    assert list(tmp_path.iterdir()) == []
    dialog.write(tmp_path / "out.pdf")
    qtbot.waitUntil(dialog.open_file.isVisible, timeout=LONG)


def test_closing_ends_the_process_that_sets_pages(lived: Session, qtbot: QtBot) -> None:
    for early in (True, False):
        for dialog in opened(lived, qtbot):
            if not early:
                shown(dialog, qtbot)
            previewer = dialog._maker._desk._previewer
            dialog.close()
            qtbot.waitUntil(lambda found=previewer: found._child is None, timeout=LONG)  # type: ignore[misc]


def test_everything_is_reached_by_tab_and_has_a_name(dialog: ExportDialog, qtbot: QtBot) -> None:
    seen = []
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    for _ in range(40):
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused)
        assert focused.accessibleName() or getattr(focused, "text", str)()
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    form = dialog.form
    wanted = [
        form.start,
        form.end,
        form.parts["charts"],
        form.parts["readings"],
        dialog.preview.sheet,
        dialog.save,
        dialog.cancel,
    ]
    assert [one for one in wanted if one not in seen] == []


def test_the_dialog_brings_no_chart_code_with_it() -> None:
    script = "import sys, connect_desktop.ui.dialogs.export; sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
