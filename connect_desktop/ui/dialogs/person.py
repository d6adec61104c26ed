"""A person to be added or changed: a value in, a value out."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from connect_desktop.domain import Person, Status, Tie, labels, now
from connect_desktop.i18n import tr
from connect_desktop.ui.dialogs.named import NamedDialog
from connect_desktop.ui.widgets.chips import Chip, ChipChoice
from connect_desktop.ui.widgets.day_field import DayField
from connect_desktop.ui.widgets.kept_answers import answered, plain
from connect_desktop.ui.widgets.plain_label import PlainLabel
from connect_desktop.ui.widgets.segmented import SegmentedChoice
from connect_desktop.ui.widgets.swatches import Swatches


class PersonDialog(NamedDialog):
    """Accepted only with a person that is kept; `value()` is that person."""

    WIDTH = 620

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
        title = tr("Change {name}", name=person.name) if person else tr("Add a person")
        lost = tr("What you wrote about this person would be lost.")
        super().__init__(title, tr("Save") if person else tr("Add"), lost, parent)
        self._before = person
        self._keep = keep
        self._value: Person | None = person
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
        self._fill(person, colour)
        self._lay_out()
        self._connect()
        self.begin(self.note)
        self.name.setFocus()

    def value(self) -> Person:
        """Return the person as last accepted."""
        assert self._value is not None
        return self._value

    def answers(self) -> dict[str, Any]:
        return plain({**self.typed(), "aliases": self.aliases.text()}) if self.differs() else {}

    def restore(self, kept: dict[str, Any]) -> None:
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

    def keep(self) -> None:
        fields = self.typed()
        self._value = replace(self._before, **fields) if self._before else Person(**fields)
        self._keep(self._value)

    def field(self, of: str) -> QWidget:
        return self.aliases if of == "aliases" else super().field(of)

    def typed(self) -> dict[str, Any]:
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
        typed = (self.name.textChanged, self.aliases.textChanged, self.note.textChanged)
        chosen = (self.ties.changed, self.status.changed, self.since.changed, self.colour.changed)
        for signal in (*typed, *chosen, self.one_way.toggled, self.knows_since.toggled):
            signal.connect(self.changed)

    def _lay_out(self) -> None:
        self.aliases.setAccessibleName(tr("Other names"))
        self.aliases.setPlaceholderText(tr("with commas between"))
        why = PlainLabel(
            "small", tr("A small child, an ill parent, a client: then no one-sidedness is read.")
        )
        self.add(tr("What they are to you"), self.ties, _row(self.knows_since, self.since))
        self.add(tr("How it is now"), self.status, self.one_way, why)
        self.add(tr("Other names"), self.aliases)
        self.add(tr("Colour"), self.colour)
        self.add(tr("Note"), self.note)


def _row(*fields: QWidget) -> QWidget:
    row = QWidget()
    across = QHBoxLayout(row)
    across.setContentsMargins(0, 0, 0, 0)
    for field in fields:
        across.addWidget(field)
    across.addStretch(1)
    return row
