"""What is chosen while exporting: who and what is in it, a passphrase, another way out than a PDF."""

from datetime import date, timedelta
from pathlib import Path

import pikepdf
import pytest
from exporting import opened
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from connect_desktop.domain import Edit, Impression, Interaction, Person, Reflection
from connect_desktop.settings import Settings
from connect_desktop.ui import printing
from connect_desktop.ui.dialogs.export import LAST, ExportDialog
from connect_desktop.ui.documents import What
from connect_desktop.ui.printing import Printing
from connect_desktop.ui.session import Session

CHECKED = Qt.ItemDataRole.CheckStateRole

pytestmark = pytest.mark.usefixtures("themed")

LONG = 30_000
TODAY = date(2026, 11, 22)
MAYA, TOM = Person(name="Maya Okafor"), Person(name="Tom Reed")
LAKE = Reflection(on=TODAY - timedelta(days=3), title="The lake", text="Maya swam.", prompt="own")
HILL = Reflection(on=TODAY - timedelta(days=2), title="The hill", text="Tom walked.")


@pytest.fixture
def lived(session: Session) -> Session:
    edits = [Edit(None, one) for one in (MAYA, TOM, LAKE, HILL)]
    for number in range(14):
        met = Interaction(at=session.now() - timedelta(days=number), note=f"note {number}.")
        felt = Impression(interaction=met.id, person=(MAYA, TOM)[number % 2].id, body=1, met=3)
        edits += [Edit(None, met), Edit(None, felt)]
    session.store.apply(edits)
    return session


def choose(dialog: ExportDialog, what: What) -> None:
    dialog.form.what.set_value(what)
    dialog.form.what.changed.emit(what)
    dialog.form.changed.emit()
    dialog._wanted()


def words(dialog: ExportDialog) -> str:
    wanted = dialog._wanted()
    return str(wanted.material.document(wanted.options, lambda: False).body)


def leave_out(dialog: ExportDialog, name: str, ids: list[str]) -> None:
    picked = getattr(dialog.form, name)
    model = picked.view.model()
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        wanted = index.data(Qt.ItemDataRole.UserRole) not in ids
        model.setData(index, Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked, CHECKED)


def saved(dialog: ExportDialog, qtbot: QtBot) -> str:
    qtbot.waitUntil(dialog.open_file.isVisible, timeout=LONG)
    return dialog.told.text()


# --- who and what ---


def test_reflections_are_chosen_one_by_one(dialog: ExportDialog) -> None:
    form = dialog.form
    assert [text for _, text in form.reflections.entries()] == [
        "20 Nov 2026 · The hill",
        "19 Nov 2026 · The lake",
    ]
    leave_out(dialog, "reflections", [LAKE.id])
    assert ("The lake" in words(dialog), "The hill" in words(dialog)) == (False, True)
    choose(dialog, What.PERIOD)
    assert "The lake" not in words(dialog), "what was left out stays out"


def test_people_of_a_period_are_chosen(dialog: ExportDialog) -> None:
    choose(dialog, What.PERIOD)
    assert [text for _, text in dialog.form.people.entries()] == ["Maya Okafor", "Tom Reed"]
    leave_out(dialog, "people", [TOM.id])
    dialog.form.names.set_value("full")
    dialog.form.reflections.none.click()
    assert ("Maya Okafor" in words(dialog), "Tom Reed" in words(dialog)) == (True, False)


def test_moments_with_a_person_are_chosen(dialog: ExportDialog) -> None:
    choose(dialog, What.PERSON)
    dialog.form.parts["notes"].setChecked(True)
    entries = dialog.form.moments.entries()
    assert entries[-1][1] == "Tue 10 Nov 2026 · a little easier · note 12."
    leave_out(dialog, "moments", [ident for ident, _ in entries[:-1]])
    assert ("note 12." in words(dialog), "note 2." in words(dialog)) == (True, False)
    dialog.form.person.setCurrentIndex(1)
    dialog._wanted()
    assert dialog.form.moments.chosen() is None, "other moments, none of them left out"


def test_pages_for_a_therapist_begin_without_reflections(dialog: ExportDialog) -> None:
    choose(dialog, What.THERAPIST)
    assert "The lake" not in words(dialog)
    assert "'2'" in words(dialog), "they are counted all the same"
    dialog.form.parts["reflections"].setChecked(True)
    assert "The lake" in words(dialog)


def test_since_the_last_pages_for_a_therapist(lived: Session, qtbot: QtBot, tmp_path: Path) -> None:
    for dialog in opened(lived, qtbot):
        choose(dialog, What.THERAPIST)
        assert not dialog.form.since.isChecked()
        dialog.write(tmp_path / "out.pdf")
        saved(dialog, qtbot)
    assert lived.store.memo(LAST) == "2026-11-22"
    assert lived.undo_stack.count() == 0
    lived.remember(LAST, "2026-11-15")
    for dialog in opened(lived, qtbot):
        assert dialog.form.since.isChecked()
        choose(dialog, What.THERAPIST)
        assert "22 May – 14 Nov" in words(dialog)
    lived.remember(LAST, "no day")
    for dialog in opened(lived, qtbot):
        assert not dialog.form.since.isChecked()


def test_a_line_below_the_title(dialog: ExportDialog) -> None:
    dialog.form.line.setText("For Maya’s and my counsellor")
    wanted = dialog._wanted()
    assert wanted.material.document(wanted.options, lambda: False).line == "For M.’s and my counsellor"


def test_what_unfolds_comes_into_view(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.form.lock.wanted.setChecked(True)
    field, view = dialog.form.lock.again, dialog._area.viewport()
    qtbot.waitUntil(lambda: view.rect().contains(field.mapTo(view, field.rect().bottomLeft())))
    assert dialog.form.lock.first.hasFocus() or not dialog.isActiveWindow()


# --- remembered ---


def test_choices_are_remembered_for_each_kind_of_document(
    lived: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    for dialog in opened(lived, qtbot):
        choose(dialog, What.PERIOD)
        dialog.form.parts["charts"].setChecked(False)
        dialog.form.line.setText("secret")
        dialog.form.lock.wanted.setChecked(True)
        for field in (dialog.form.lock.first, dialog.form.lock.again):
            field.setText("open says me")
        dialog.write(tmp_path / "out.pdf")
        saved(dialog, qtbot)
    assert lived.settings.document == "period"
    assert "secret" not in str(lived.settings)
    assert "open says me" not in str(lived.settings)
    for dialog in opened(lived, qtbot):
        form = dialog.form
        assert form.what.value() == What.PERIOD
        assert not form.parts["charts"].isChecked()
        assert form.parts["readings"].isChecked()
        assert form.line.text() == form.lock.first.text() == ""
        choose(dialog, What.PERSON)
        assert form.parts["charts"].isChecked(), "another kind, another choice"


def test_what_cannot_be_done_any_more_is_not_begun_with(session: Session, qtbot: QtBot) -> None:
    session.settings = Settings(document="person", document_parts=("person gold charts", "nonsense x", ""))
    for dialog in opened(session, qtbot):
        assert dialog.form.what.value() == What.REFLECTIONS, "there is nobody"


# --- locked ---


def test_a_locked_file_opens_with_its_passphrase_only(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    lock = dialog.form.lock
    lock.wanted.setChecked(True)
    assert dialog.told.text() == "The file will open with its passphrase only."
    for field in (lock.first, lock.again):
        qtbot.keyClicks(field, "stone river")
    dialog.write(tmp_path / "out.pdf")
    assert saved(dialog, qtbot) == "Saved, 1 page. The file opens with its passphrase only."
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(tmp_path / "out.pdf")
    with pikepdf.open(tmp_path / "out.pdf", password="stone river"):
        pass
    dialog.reject()
    assert lock.first.text() == lock.again.text() == ""


@pytest.mark.parametrize(("first", "again", "said"), [("", "", "Type the"), ("one", "two", "not the same")])
def test_nothing_is_asked_or_written_while_the_passphrase_does_not_fit(
    dialog: ExportDialog, monkeypatch: pytest.MonkeyPatch, first: str, again: str, said: str
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: pytest.fail("asked for a name"))
    lock = dialog.form.lock
    lock.wanted.setChecked(True)
    lock.first.setText(first)
    lock.again.setText(again)
    dialog.save.click()
    assert said in dialog.told.text()
    assert dialog.told.property("role") == "error"


def test_a_passphrase_too_long_for_a_pdf_is_told(dialog: ExportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    lock = dialog.form.lock
    lock.wanted.setChecked(True)
    lock.first.setText("é" * 80)
    lock.again.setText("é" * 80)
    dialog.write(tmp_path / "out.pdf")
    qtbot.waitUntil(lambda: not dialog.progress.isVisible(), timeout=LONG)
    assert "at most 127 bytes" in dialog.told.text()
    assert list(tmp_path.iterdir()) == []


# --- Markdown and paper ---


def test_a_person_as_markdown(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(dialog, What.PERSON)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "maya"), ""))
    dialog.markdown_action.trigger()
    assert saved(dialog, qtbot) == "Saved. The file is not encrypted."
    text = (tmp_path / "maya.md").read_text("utf-8")
    assert text.startswith("# M.\n")
    assert "| Tue, 10 Nov 2026 | a little easier |" in text
    assert "Maya" not in text


def test_one_reflection_as_markdown(lived: Session, qtbot: QtBot, tmp_path: Path) -> None:
    for dialog in opened(lived, qtbot, reflections=(LAKE.id,)):
        dialog.form.names.set_value("full")
        dialog.write_markdown(tmp_path / "lake.md")
        saved(dialog, qtbot)
    assert (tmp_path / "lake.md").read_text("utf-8").endswith("Thursday, 19 November 2026\n\nMaya swam.\n")


def test_without_a_printer_it_says_so(dialog: ExportDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "has_printer", lambda: False)
    dialog.print_action.trigger()
    assert dialog.told.text().startswith("Connect sees no printer on this computer.")
    assert dialog.told.property("role") == "small"


def test_the_pages_are_printed(dialog: ExportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    choose(dialog, What.PERSON)
    printer = printing.new_printer(dialog._wanted().options.paper)
    printer.setOutputFormat(printer.OutputFormat.PdfFormat)
    printer.setResolution(72)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    dialog.print_on(Printing(printer, dialog._wanted(), dialog))
    assert dialog.progress.isVisible()
    qtbot.waitUntil(lambda: "with the printer" in dialog.told.text(), timeout=LONG)
    with pikepdf.open(tmp_path / "printed.pdf") as pdf:
        assert dialog.told.text() == f"{len(pdf.pages)} pages are with the printer."
        assert len(pdf.pages) >= 2
        assert "Maya" not in str(pdf.docinfo)


def test_some_pages_are_printed(dialog: ExportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    choose(dialog, What.PERSON)
    printer = printing.new_printer(dialog._wanted().options.paper)
    printer.setOutputFormat(printer.OutputFormat.PdfFormat)
    printer.setResolution(72)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setFromTo(2, 2)
    dialog.print_on(Printing(printer, dialog._wanted(), dialog))
    qtbot.waitUntil(lambda: "with the printer" in dialog.told.text(), timeout=LONG)
    assert dialog.told.text() == "1 page is with the printer."


def test_printing_is_stopped(dialog: ExportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    printer = printing.new_printer(dialog._wanted().options.paper)
    printer.setOutputFormat(printer.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    found = Printing(printer, dialog._wanted(), dialog)
    dialog.print_on(found)
    with qtbot.waitSignal(found.left, timeout=LONG):
        dialog.cancel.click()
    assert dialog.told.text() == "Stopped. Nothing was written."
    assert dialog.form.isEnabled()
