"""What to export and how: one question below the other."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from connect_desktop.i18n import tr, tr_n
from connect_desktop.report.options import Names, Options, Paper
from connect_desktop.settings import Settings
from connect_desktop.ui.choices import names_choice, paper_choice
from connect_desktop.ui.documents import Scope, What
from connect_desktop.ui.widgets.day_field import DayField
from connect_desktop.ui.widgets.person_field import Choice
from connect_desktop.ui.widgets.segmented import SegmentedChoice


class ExportForm(QWidget):
    """`changed()` whenever `scope()` or `options()` are others."""

    changed = Signal()

    def __init__(
        self, people: Sequence[Choice], settings: Settings, today: date, chosen: Sequence[str] = ()
    ) -> None:
        super().__init__()
        self._chosen, self._language = tuple(chosen), settings.language or "en"
        self.what = SegmentedChoice(_whats(self._chosen, people), name=tr("What"))
        self.person = QComboBox()
        self.start, self.end = DayField(tr("From")), DayField(tr("To"))
        self.names, self.paper = names_choice(), paper_choice()
        self.charts = QCheckBox(tr("Charts"))
        self.readings = QCheckBox(tr("What the moments say"))
        self.notes = QCheckBox(tr("Notes of the moments"))
        self.hopes = QCheckBox(tr("Hopes"))
        self._fill(people, settings, today)
        self._lay_out()
        self._connect()

    def scope(self) -> Scope:
        """Return what is to be exported."""
        what = What(str(self.what.value()))
        return Scope(
            what=what,
            start=self.start.value(),
            end=self.end.value(),
            person=self.person.currentData() if what is What.PERSON else None,
            reflections=self._chosen if what is What.CHOSEN else (),
        )

    def options(self) -> Options:
        """Return how it is to look."""
        return Options(
            names=Names(str(self.names.value())),
            paper=Paper(str(self.paper.value())),
            charts=self.charts.isChecked(),
            readings=self.readings.isChecked(),
            notes=self.notes.isChecked(),
            hopes=self.hopes.isChecked(),
            lang=self._language,
        )

    def ask_for(self, person: str) -> None:
        """Begin with a person."""
        self.person.setCurrentIndex(max(0, self.person.findData(person)))
        self.what.set_value(What.PERSON)
        self._fit()

    def _fill(self, people: Sequence[Choice], settings: Settings, today: date) -> None:
        self.what.set_value(What.CHOSEN if self._chosen else What.REFLECTIONS)
        self.names.set_value(Names(settings.names))
        self.paper.set_value(Paper(settings.paper))
        self.start.set_value(_half_a_year_before(today))
        self.end.set_value(today)
        self.charts.setChecked(True)
        self.readings.setChecked(True)
        self.hopes.setChecked(True)
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
        for box in (self.charts, self.readings, self.notes, self.hopes):
            box.toggled.connect(lambda _on: self.changed.emit())
        self.person.currentIndexChanged.connect(lambda _row: self.changed.emit())

    def _keep_order(self) -> None:
        """Let the day that was not touched follow the one that was."""
        if self.start.value() > self.end.value():
            if self.sender() is self.start:
                self.end.set_value(self.start.value())
            else:
                self.start.set_value(self.end.value())
        self.changed.emit()

    def _fit(self) -> None:
        """Show the questions that this kind of document has."""
        what = self.what.value()
        self._who.setVisible(what == What.PERSON)
        self._when.setVisible(what != What.CHOSEN)
        self._include.setVisible(what != What.CHOSEN)
        self.notes.setVisible(what in (What.PERSON, What.PERIOD))
        self.hopes.setVisible(what == What.PERSON)

    def _lay_out(self) -> None:
        dates = QWidget()
        across = QHBoxLayout(dates)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(self.start)
        across.addWidget(QLabel(tr("to")))
        across.addWidget(self.end)
        across.addStretch(1)
        self._who = _question(tr("Person"), self.person)
        self._when = _question(tr("From"), dates)
        self._include = _question(tr("Include"), self.charts, self.readings, self.hopes, self.notes)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(10)
        for part in (
            _question(tr("What"), self.what),
            self._who,
            self._when,
            _question(tr("People appear as"), self.names),
            self._include,
            _question(tr("Paper"), self.paper),
        ):
            down.addWidget(part)
        down.addStretch(1)
        self._fit()


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
    return [*found, (What.PERIOD, tr("A period"))]


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
