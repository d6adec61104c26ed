"""What to export and how: one question below the other."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from connect_desktop.i18n import tr, tr_n
from connect_desktop.report.options import Names, Options, Paper
from connect_desktop.settings import Settings
from connect_desktop.ui.choices import names_choice, paper_choice
from connect_desktop.ui.dialogs.export_lock import LockQuestion
from connect_desktop.ui.dialogs.export_parts import PARTS, kept, recalled
from connect_desktop.ui.documents import Scope, What
from connect_desktop.ui.widgets.day_field import DayField
from connect_desktop.ui.widgets.flow_group import FlowGroup
from connect_desktop.ui.widgets.people_match import Choice
from connect_desktop.ui.widgets.pick_list import PickList
from connect_desktop.ui.widgets.section import Section
from connect_desktop.ui.widgets.segmented import SegmentedChoice
from connect_desktop.ui.widgets.wheel import leave_wheel

Entries = Sequence[tuple[str, str]]
"""an id and the words it is shown by"""
LINE_LIMIT = 200


class ExportForm(QWidget):
    """`changed()` whenever `scope()` or `options()` are others."""

    changed = Signal()
    unfolded = Signal(QWidget)
    """a part of it has just come to show more"""

    def __init__(
        self,
        people: Sequence[Choice],
        settings: Settings,
        today: date,
        chosen: Sequence[str] = (),
        last: date | None = None,
    ) -> None:
        """`chosen` are reflections to begin with; `last` is the day of the last pages for a therapist."""
        super().__init__()
        self._chosen, self._language = tuple(chosen), settings.language or "en"
        self.what = SegmentedChoice(_whats(self._chosen, people), name=tr("What"))
        self.person = QComboBox()
        leave_wheel(self.person)
        self.start, self.end = DayField(tr("From")), DayField(tr("To"))
        self.since, self.last = QCheckBox(tr("Count apart since the last one")), DayField(tr("The last one"))
        self.names, self.paper = names_choice(), paper_choice()
        self.parts = {name: QCheckBox(words) for name, words in _parts().items()}
        self.people = PickList(tr("People"))
        self.reflections = PickList(tr("Reflections"))
        self.moments = PickList(tr("Moments"))
        self.line = QLineEdit(maxLength=LINE_LIMIT)
        self.lock = LockQuestion()
        self._wanted = recalled(settings.document_parts)
        self._folds = [
            Section("people", tr("People"), self.people, self.people.summary),
            Section("moments", tr("Moments"), self.moments, self.moments.summary),
            Section("reflections", tr("Reflections"), self.reflections, self.reflections.summary),
        ]
        self._fill(people, settings, today, last)
        self._lay_out()
        self._connect()

    def scope(self) -> Scope:
        """Return what is to be exported."""
        what = self._what()
        return Scope(
            what=what,
            start=self.start.value(),
            end=self.end.value(),
            person=self.person.currentData() if what is What.PERSON else None,
            reflections=self._reflections(what),
            people=self.people.chosen() if what in (What.PERIOD, What.THERAPIST) else None,
            moments=self.moments.chosen() if what is What.PERSON else None,
            last=self.last.value() if what is What.THERAPIST and self.since.isChecked() else None,
        )

    def options(self) -> Options:
        """Return how it is to look."""
        wanted = self._wanted[self._what()]
        parts: dict[str, Any] = {name: name in wanted for name in self.parts if name != "reflections"}
        return Options(
            names=Names(str(self.names.value())),
            paper=Paper(str(self.paper.value())),
            line=self.line.text(),
            lang=self._language,
            **parts,
        )

    def remembered(self) -> dict[str, Any]:
        """Return what is worth remembering of the choices, as settings; nothing of anybody's life."""
        what = self._what()
        return {
            "names": str(self.names.value()),
            "paper": str(self.paper.value()),
            "document": str(What.REFLECTIONS if what is What.CHOSEN else what),
            "document_parts": kept(self._wanted),
        }

    def ask_for(self, person: str) -> None:
        """Begin with a person."""
        self.person.setCurrentIndex(max(0, self.person.findData(person)))
        self.what.set_value(What.PERSON)
        self._fit()

    def offer(self, people: Entries, moments: Entries, reflections: Entries) -> None:
        """Show who and what there is in these days to choose from."""
        for picked, entries in zip(
            (self.people, self.moments, self.reflections), (people, moments, reflections), strict=True
        ):
            picked.show_entries(entries)
        for fold in self._folds:
            fold.tell()

    def _what(self) -> What:
        return What(str(self.what.value() or What.REFLECTIONS))

    def _reflections(self, what: What) -> tuple[str, ...] | None:
        if what is What.CHOSEN:
            return self._chosen
        if "reflections" in PARTS[what] and "reflections" not in self._wanted[what]:
            return ()
        return self.reflections.chosen()

    def _fill(self, people: Sequence[Choice], settings: Settings, today: date, last: date | None) -> None:
        offered = {value for value, _ in _whats(self._chosen, people)}
        first = What.CHOSEN if self._chosen else What(settings.document)
        self.what.set_value(first if first in offered else What.REFLECTIONS)
        self.names.set_value(Names(settings.names))
        self.paper.set_value(Paper(settings.paper))
        self.start.set_value(_half_a_year_before(today))
        self.end.set_value(today)
        self.since.setChecked(last is not None)
        self.last.set_value(last or date(today.year, today.month, 1))
        self.line.setPlaceholderText(tr("A line of your own, or none"))
        self.line.setAccessibleName(tr("Below the title"))
        self.person.setAccessibleName(tr("Person"))
        self.person.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.person.setMinimumContentsLength(18)
        for one in people:
            self.person.addItem(f"{one.name} · {one.detail}" if one.detail else one.name, one.id)

    def _connect(self) -> None:
        self.what.changed.connect(lambda _what: self._fit())
        self.start.changed.connect(self._keep_order)
        self.end.changed.connect(self._keep_order)
        for choice in (self.what, self.names, self.paper):
            choice.changed.connect(lambda _value: self.changed.emit())
        for name, box in self.parts.items():
            box.toggled.connect(lambda on, name=name: self._want(name, on))
        for picked, fold in zip((self.people, self.moments, self.reflections), self._folds, strict=True):
            picked.changed.connect(fold.tell)
            picked.changed.connect(self.changed)
        for fold in self._folds:
            fold.toggled.connect(lambda _name, on, fold=fold: self._tell_unfolded(fold, on))
        self.lock.wanted.toggled.connect(lambda on: self._tell_unfolded(self.lock, on))
        self.since.toggled.connect(self.last.setEnabled)
        self.since.toggled.connect(lambda _on: self.changed.emit())
        self.last.changed.connect(lambda _day: self.changed.emit())
        self.line.textChanged.connect(lambda _text: self.changed.emit())
        self.person.currentIndexChanged.connect(lambda _row: self.changed.emit())

    def _tell_unfolded(self, part: QWidget, on: bool) -> None:
        if on:
            self.unfolded.emit(part)

    def _want(self, name: str, on: bool) -> None:
        what = self._what()
        self._wanted[what] = self._wanted[what] | {name} if on else self._wanted[what] - {name}
        self._fit_folds()
        self.changed.emit()

    def _keep_order(self) -> None:
        """Let the day that was not touched follow the one that was."""
        if self.start.value() > self.end.value():
            if self.sender() is self.start:
                self.end.set_value(self.start.value())
            else:
                self.start.set_value(self.end.value())
        self.changed.emit()

    def _fit(self) -> None:
        """Show the questions that this kind of document has, answered as they were for it."""
        what = self._what()
        self._who.setVisible(what is What.PERSON)
        self._when.setVisible(what is not What.CHOSEN)
        self._apart.setVisible(what is What.THERAPIST)
        self.last.setEnabled(self.since.isChecked())
        for name, box in self.parts.items():
            box.setVisible(name in PARTS[what])
            was = box.blockSignals(True)
            box.setChecked(name in self._wanted[what])
            box.blockSignals(was)
        self._fit_folds()

    def _fit_folds(self) -> None:
        what, wanted = self._what(), self._wanted[self._what()]
        people, moments, reflections = self._folds
        people.setVisible(what in (What.PERIOD, What.THERAPIST))
        moments.setVisible(what is What.PERSON and bool({"moments", "notes"} & wanted))
        reflections.setVisible(what is What.REFLECTIONS or "reflections" in wanted)

    def _lay_out(self) -> None:
        self._who = _question(tr("Person"), self.person)
        self._when = _question(tr("From"), _across(tr("From"), self.start, QLabel(tr("to")), self.end))
        self._apart = _across(self.since.text(), self.since, self.last)
        down = self.column = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(10)
        for part in (
            _question(tr("What"), self.what),
            self._who,
            self._when,
            self._apart,
            _question(tr("People appear as"), self.names),
            _question(tr("Include"), *self.parts.values()),
            *self._folds,
            _question(tr("Below the title"), self.line),
            _question(tr("Paper"), self.paper),
            self.lock,
        ):
            down.addWidget(part)
        down.addStretch(1)
        self._fit()


def _parts() -> dict[str, str]:
    """Return what can be included, and its words."""
    return {
        "charts": tr("Charts"),
        "readings": tr("What the moments say"),
        "hopes": tr("Hopes"),
        "moments": tr("The moments, a line for each"),
        "notes": tr("Notes of the moments"),
        "reflections": tr("Reflections"),
        "prompts": tr("Questions"),
    }


def _half_a_year_before(day: date) -> date:
    year, month = (day.year, day.month - 6) if day.month > 6 else (day.year - 1, day.month + 6)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _whats(chosen: tuple[str, ...], people: Sequence[Choice]) -> list[tuple[object, str]]:
    found: list[tuple[object, str]] = []
    if chosen:
        found.append((What.CHOSEN, tr_n("This reflection", "These reflections", len(chosen))))
    found.append((What.REFLECTIONS, tr("Reflections")))
    if people:
        found.append((What.PERSON, tr("A person")))
    return [*found, (What.PERIOD, tr("A period")), (What.THERAPIST, tr("For my therapist"))]


def _across(name: str, *parts: QWidget) -> QWidget:
    row = FlowGroup(name)
    for place, part in enumerate(parts):
        row.insert_part(place, part)
    return row


def _question(text: str, *answers: QWidget) -> QWidget:
    box, label = QWidget(), QLabel(text)
    label.setProperty("role", "label")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setBuddy(answers[0])
    down = QVBoxLayout(box)
    down.setContentsMargins(0, 0, 0, 0)
    down.setSpacing(4)
    for part in (label, *answers):
        down.addWidget(part)
    return box
