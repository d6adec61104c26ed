"""A person to be added or changed: a value in, a value out."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from connect_desktop.domain import Person, Status, Tie, labels, now
from connect_desktop.domain.checks import NAME_LIMIT
from connect_desktop.domain.errors import ConnectError, InvalidValue
from connect_desktop.i18n import tr
from connect_desktop.ui.dialogs.confirm import Confirm
from connect_desktop.ui.refusal import why
from connect_desktop.ui.widgets.chips import Chip, ChipChoice
from connect_desktop.ui.widgets.day_field import DayField
from connect_desktop.ui.widgets.draft_line import DraftLine
from connect_desktop.ui.widgets.elided_label import ElidedLabel
from connect_desktop.ui.widgets.kept_answers import answered, plain
from connect_desktop.ui.widgets.scroll_gap import keep_edge
from connect_desktop.ui.widgets.segmented import SegmentedChoice
from connect_desktop.ui.widgets.swatches import Swatches

WIDTH, HEIGHT, SIDE = 620, 680, 24


class PersonDialog(QDialog):
    """Accepted only with a person that is kept; `value()` is that person."""

    changed = Signal()
    """something typed or chosen is different now: `answers` says what there is"""

    def __init__(
        self,
        person: Person | None = None,
        *,
        colour: int = 0,
        keep: Callable[[Person], object] = lambda _person: None,
        parent: QWidget | None = None,
    ) -> None:
        """`colour` is where a new person begins.

        `keep` is called with the person before the dialog closes; a `ConnectError` leaves it open, with what
        was typed and the error's sentence.
        """
        super().__init__(parent)
        self.setWindowTitle("Connect")
        self._before = person
        self._keep = keep
        self._value: Person | None = person
        self.name = QLineEdit()
        self.ties = ChipChoice(
            [Chip(tie, labels.tie_label(tie)) for tie in Tie], name=tr("What they are to you")
        )
        self.status = SegmentedChoice(
            [(status, labels.status_label(status)) for status in Status], name=tr("How it is now")
        )
        self.one_way = QCheckBox(tr("Care runs one way by nature here"))
        self.knows_since = QCheckBox(tr("Since"))
        self.since = DayField(tr("Since"))
        self.aliases = QLineEdit()
        self.colour = Swatches()
        self.note = QPlainTextEdit()
        self.error = _small("", "error")
        self.draft_line = DraftLine()
        self.save = QPushButton(tr("Save") if person else tr("Add"))
        self._fill(person, colour)
        self._first = self._fields()
        self._lay_out(tr("Change {name}", name=person.name) if person else tr("Add a person"))
        self._connect()
        self.name.setFocus()

    def value(self) -> Person:
        """Return the person as last accepted."""
        assert self._value is not None
        return self._value

    def answers(self) -> dict[str, Any]:
        """Return all that is in the dialog as plain data, nothing where all is as it was in the beginning."""
        fields = self._fields()
        return {} if fields == self._first else plain({**fields, "aliases": self.aliases.text()})

    def restore(self, kept: dict[str, Any]) -> None:
        """Show what `answers` gave before; what no longer fits is left out."""
        fields = answered(Person, kept)
        self.name.setText(str(kept.get("name", "")))
        self.ties.set_value(fields.get("ties", ()))
        self.status.set_value(fields.get("status", Status.ACTIVE))
        self.one_way.setChecked(fields.get("one_way", False))
        self.knows_since.setChecked("since" in kept)
        if "since" in kept:
            self.since.set_value(date.fromisoformat(kept["since"]))
        self.aliases.setText(str(kept.get("aliases", "")))
        self.colour.set_value(fields.get("colour", 0))
        self.note.setPlainText(str(kept.get("note", "")))

    def accept(self) -> None:
        try:
            self._value = self._read()
            self._keep(self._value)
        except InvalidValue as error:
            self._refuse(error)
        except ConnectError as error:
            self._say(str(error))
        else:
            super().accept()

    def reject(self) -> None:
        """Close without saving; ask first where something would be lost."""
        if not self._changed() or Confirm.ask(
            self,
            tr("Leave without saving?"),
            tr("What you wrote about this person would be lost."),
            tr("Leave"),
            tr("Stay"),
        ):
            super().reject()

    def _changed(self) -> bool:
        if self._before is None:
            return bool(self.note.toPlainText().strip())
        try:
            return self._read() != self._before
        except InvalidValue:
            return True

    def _read(self) -> Person:
        fields = self._fields()
        return replace(self._before, **fields) if self._before else Person(**fields)

    def _fields(self) -> dict[str, Any]:
        return {
            "name": self.name.text(),
            "ties": self.ties.value(),
            "status": self.status.value(),
            "one_way": self.one_way.isChecked(),
            "since": self.since.value() if self.knows_since.isChecked() else None,
            "aliases": [part for part in self.aliases.text().split(",") if part.strip()],
            "colour": self.colour.value(),
            "note": self.note.toPlainText(),
        }

    def _refuse(self, error: InvalidValue) -> None:
        field: QWidget = {"aliases": self.aliases, "note": self.note}.get(error.field, self.name)
        if error.field != "name":
            sentence = why(error)
        elif self.name.text().strip():
            sentence = tr("A name has at most {n} characters.", n=NAME_LIMIT)
        else:
            sentence = tr("A name is needed. A letter is enough.")
        self._say(sentence)
        self._mark_name(field is self.name)
        field.setFocus()

    def _say(self, sentence: str) -> None:
        self.error.setText(sentence)
        self.error.setVisible(True)

    def _forgive(self) -> None:
        self.error.hide()
        self._mark_name(False)

    def _mark_name(self, wrong: bool) -> None:
        self.name.setProperty("invalid", wrong)
        self.name.style().unpolish(self.name)
        self.name.style().polish(self.name)

    def _fill(self, person: Person | None, colour: int) -> None:
        self.colour.set_value(person.colour if person else colour)
        self.status.set_value(person.status if person else Status.ACTIVE)
        self.since.set_value(person.since if person and person.since else now().date())
        if person is None:
            return
        self.name.setText(person.name)
        self.ties.set_value(person.ties)
        self.one_way.setChecked(person.one_way)
        self.knows_since.setChecked(person.since is not None)
        self.aliases.setText(", ".join(person.aliases))
        self.note.setPlainText(person.note)

    def _connect(self) -> None:
        self.since.setEnabled(self.knows_since.isChecked())
        self.knows_since.toggled.connect(self.since.setEnabled)
        self.name.textChanged.connect(self._forgive)
        typed = (self.name.textChanged, self.aliases.textChanged, self.note.textChanged)
        chosen = (self.ties.changed, self.status.changed, self.since.changed, self.colour.changed)
        for signal in (*typed, *chosen, self.one_way.toggled, self.knows_since.toggled):
            signal.connect(self.changed)

    def _lay_out(self, title: str) -> None:
        self.name.setAccessibleName(tr("Name"))
        self.aliases.setAccessibleName(tr("Other names"))
        self.aliases.setPlaceholderText(tr("with commas between"))
        self.note.setAccessibleName(tr("Note"))
        self.note.setTabChangesFocus(True)
        self.note.setMinimumHeight(self.note.fontMetrics().lineSpacing() * 3 + 24)
        self.error.hide()
        inside = QWidget()
        inside.setProperty("role", "clear")
        form = QVBoxLayout(inside)
        form.setContentsMargins(SIDE, 4, SIDE, 8)
        form.setSpacing(6)
        why = _small(tr("A small child, an ill parent, a client: then no one-sidedness is read."))
        _add(form, tr("Name"), self.name, self.error)
        _add(form, tr("What they are to you"), self.ties, _row(self.knows_since, self.since))
        _add(form, tr("How it is now"), self.status, self.one_way, why)
        _add(form, tr("Other names"), self.aliases)
        _add(form, tr("Colour"), self.colour)
        _add(form, tr("Note"), self.note)
        self._frame(title, inside, form)

    def _frame(self, title: str, inside: QWidget, form: QVBoxLayout) -> None:
        heading = ElidedLabel(title)
        heading.setProperty("role", "title")
        heading.setContentsMargins(24, 0, 24, 4)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        keep_edge(area, form, SIDE)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        cancel = QPushButton(tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.save.setProperty("role", "primary")
        self.save.setDefault(True)
        self.save.clicked.connect(self.accept)
        bottom = QHBoxLayout()
        bottom.setContentsMargins(24, 8, 24, 0)
        bottom.setSpacing(12)
        bottom.addWidget(self.draft_line)
        bottom.addStretch(1)
        bottom.addWidget(cancel)
        bottom.addWidget(self.save)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 20, 0, 20)
        down.setSpacing(8)
        down.addWidget(heading)
        down.addWidget(area, 1)
        down.addLayout(bottom)
        room = self.screen().availableGeometry().height() - 64
        self.resize(WIDTH, min(HEIGHT, room, inside.sizeHint().height() + 150))


def _add(form: QVBoxLayout, text: str, *fields: QWidget) -> None:
    label = _small(text, "label")
    label.setBuddy(fields[0])
    form.addSpacing(6)
    form.addWidget(label)
    for field in fields:
        form.addWidget(field)


def _row(*fields: QWidget) -> QWidget:
    row = QWidget()
    across = QHBoxLayout(row)
    across.setContentsMargins(0, 0, 0, 0)
    for field in fields:
        across.addWidget(field)
    across.addStretch(1)
    return row


def _small(text: str, role: str = "small") -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(role != "label")
    return label
