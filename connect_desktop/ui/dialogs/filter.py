"""Which moments to show: a filter in, a filter out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtWidgets import QComboBox, QWidget

from connect_desktop.domain import Reach, labels
from connect_desktop.domain.body import body_label
from connect_desktop.domain.filter import Filter
from connect_desktop.i18n import tr, tr_n
from connect_desktop.ui.dialogs.form import FormDialog
from connect_desktop.ui.widgets.chips import Chip, ChipChoice
from connect_desktop.ui.widgets.day_field import DayField
from connect_desktop.ui.widgets.reveal import reveal_soon
from connect_desktop.ui.widgets.segmented import SegmentedChoice

_BETWEEN = "between"
_DAYS = {"week": 7, "month": 30, "quarter": 91, "year": 365}


@dataclass(frozen=True, slots=True, kw_only=True)
class Offers:
    """What a filter can be made of."""

    people: Sequence[tuple[str, str]]
    """ids and names; empty where the list is about one person already"""
    circles: Sequence[tuple[str, str]]
    words: Sequence[Chip]
    today: date


class FilterDialog(FormDialog):
    """Says while one chooses how many moments are left."""

    def __init__(
        self, found: Filter, offers: Offers, count: Callable[[Filter], int], parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Which moments?"), "", "", parent)
        self._offers, self._count, self._found = offers, count, found
        self.person = _combo(tr("With"), tr("anyone"), offers.people)
        self.circle = _combo(tr("Circle"), tr("any or none"), offers.circles)
        self.when = SegmentedChoice(_presets(), name=tr("When"))
        self.first, self.last = DayField(tr("From")), DayField(tr("To"))
        self.body = _chips(tr("Your body"), [(str(n), body_label(n)) for n in range(-3, 4)])
        reached = [(one.value, labels.reached_out(one, tr("they"))) for one in Reach]
        self.reach = _chips(tr("Who reached out"), reached)
        self.met = _chips(tr("Were you met?"), [(str(n), labels.met_tag(n)) for n in range(5)])
        self.words = ChipChoice(offers.words, name=tr("Words for afterwards"))
        only = [("hurt", tr("a hurt")), ("unfelt", tr("to be felt")), ("noted", tr("with a note"))]
        self.only = _chips(tr("Only"), only)
        self._fill(found)
        self._lay_out()
        self._connect()
        self._tell()
        self.begin()
        (self.person if offers.people else self.circle if offers.circles else self.when).setFocus()

    def differs(self) -> bool:
        return False

    def value(self) -> Filter:
        """Return what was chosen."""
        first, last = self._days()
        only = self.only.value()
        return Filter(
            person=self.person.currentData(),
            circle=self.circle.currentData(),
            first=first,
            last=last,
            body=frozenset(map(int, self.body.value())),
            reach=frozenset(map(Reach, self.reach.value())),
            met=frozenset(map(int, self.met.value())),
            words=self.words.value(),
            hurt="hurt" in only,
            unfelt="unfelt" in only,
            noted="noted" in only,
        )

    def _days(self) -> tuple[date | None, date | None]:
        when, today = str(self.when.value()), self._offers.today
        if when == _BETWEEN:
            first, last = sorted((self.first.value(), self.last.value()))
            return first, last
        return (today - timedelta(days=_DAYS[when] - 1), None) if when in _DAYS else (None, None)

    def _fill(self, found: Filter) -> None:
        self.person.setCurrentIndex(max(0, self.person.findData(found.person)))
        self.circle.setCurrentIndex(max(0, self.circle.findData(found.circle)))
        self.when.set_value(self._preset(found))
        self.first.set_value(found.first or self._offers.today - timedelta(days=30))
        self.last.set_value(found.last or self._offers.today)
        self.body.set_value(map(str, found.body))
        self.reach.set_value(one.value for one in found.reach)
        self.met.set_value(map(str, found.met))
        self.words.set_value(found.words)
        self.only.set_value(name for name in ("hurt", "unfelt", "noted") if getattr(found, name))

    def _preset(self, found: Filter) -> str:
        if found.first is None and found.last is None:
            return "any"
        days = (self._offers.today - found.first).days + 1 if found.first else 0
        preset = (name for name, long in _DAYS.items() if long == days and found.last is None)
        return next(preset, _BETWEEN)

    def _tell(self) -> None:
        """Say how many moments are left, and offer the days where they are asked for."""
        for field in (self.first, self.last):
            field.setVisible(self.when.value() == _BETWEEN)
        found = self.value()
        count = self._count(found)
        self.save.setText(tr_n("Show {n} moment", "Show {n} moments", count) if found else tr("Show all"))

    def _connect(self) -> None:
        for combo in (self.person, self.circle):
            combo.currentIndexChanged.connect(lambda _place: self._tell())
        self.when.changed.connect(lambda _when: self._tell())
        self.when.changed.connect(lambda _when: reveal_soon(self.last, self.when))
        for day in (self.first, self.last):
            day.changed.connect(lambda _day: self._tell())
        for chips in (self.body, self.reach, self.met, self.words, self.only):
            chips.changed.connect(self._tell)

    def _lay_out(self) -> None:
        if self._offers.people:
            self.add(tr("With"), self.person)
        if self._offers.circles:
            self.add(tr("Circle"), self.circle)
        self.add(tr("When"), self.when, self.first, self.last)
        self.add(tr("Your body"), self.body)
        self.add(tr("Who reached out"), self.reach)
        self.add(tr("Were you met?"), self.met)
        self.add(tr("Words for afterwards"), self.words)
        self.add(tr("Only"), self.only)


def _presets() -> list[tuple[object, str]]:
    return [
        ("any", tr("Any time")),
        ("week", tr("7 days")),
        ("month", tr("30 days")),
        ("quarter", tr("3 months")),
        ("year", tr("A year")),
        (_BETWEEN, tr("From … to")),
    ]


def _combo(name: str, nothing: str, options: Sequence[tuple[str, str]]) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(name)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(16)
    combo.addItem(nothing, None)
    for value, label in options:
        combo.addItem(label, value)
    return combo


def _chips(name: str, options: Sequence[tuple[str, str]]) -> ChipChoice:
    return ChipChoice([Chip(value, label) for value, label in options], name=name)
