"""Who reached out, were you met, and how open you were."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from connect_desktop.domain import Reach, labels
from connect_desktop.i18n import tr
from connect_desktop.ui.widgets.reach_keys import spelled_keys
from connect_desktop.ui.widgets.segmented import SegmentedChoice


class ReachFields(QWidget):
    """Three questions, one row each. `changed` tells what the user did; `set_values` is silent."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._name = ""
        self.reach = SegmentedChoice(_reaches(""), name=tr("Who reached out?"), clearable=True)
        self.met = SegmentedChoice(_levels(labels.met_label), name=tr("Were you met?"), clearable=True)
        self._openness = SegmentedChoice(_levels(labels.openness_label), name=tr("You were…"), clearable=True)
        self._lay_out()
        self._hint()
        self.reach.changed.connect(self._allow_met)
        for field in (self.reach, self.met, self._openness):
            field.changed.connect(self.changed)

    def begin(self) -> None:
        """Put the focus on the first question."""
        self.reach.setFocus()

    def set_name(self, name: str) -> None:
        """Say the person's name where they reached out."""
        self._name = name
        chosen = self.reach.value()
        self.reach.set_options(_reaches(name))
        self.reach.set_value(chosen)
        self._hint()

    def values(self) -> dict[str, Any]:
        """Return reach, met and openness, each None where it was not answered."""
        return {"reach": self.reach.value(), "met": self.met.value(), "openness": self._openness.value()}

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show these answers."""
        self.reach.set_value(values.get("reach"))
        self.met.set_value(values.get("met"))
        self._openness.set_value(values.get("openness"))
        self._allow_met()

    def choose_reach(self, reach: Reach) -> None:
        """Answer who reached out; the same answer again takes it back."""
        self.reach.set_value(None if self.reach.value() == reach else reach)
        self._allow_met()
        self.changed.emit()

    def summary(self) -> str:
        """Return the answers in a few words."""
        found = self.values()
        parts = []
        if found["reach"] is not None:
            parts.append(labels.reached_out(found["reach"], self._name or tr("they")))
        if found["met"] is not None:
            parts.append(labels.met_tag(found["met"]))
        if found["openness"] is not None:
            parts.append(labels.openness_label(found["openness"]).lower())
        return labels.BETWEEN.join(parts)

    def _hint(self) -> None:
        """Say on each answer which key gives it."""
        keys = spelled_keys()
        self.reach.hint({reach: keys[reach] for reach in Reach})
        self.met.hint({level: str(level + 1) for level, _ in _levels(labels.met_label)})

    def _allow_met(self, *_: object) -> None:
        """Where nobody answered there was nobody to be met by."""
        reach = self.reach.value()
        alone = isinstance(reach, Reach) and reach.unanswered
        if alone:
            self.met.set_value(None)
        self.met.setEnabled(not alone)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        fields = (
            (tr("Who reached out?"), self.reach),
            (tr("Were you met?"), self.met),
            (tr("You were…"), self._openness),
        )
        for number, (text, field) in enumerate(fields):
            label = QLabel(text)
            label.setProperty("role", "label")
            label.setMinimumHeight(label.fontMetrics().height() + 14)
            grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(field, number, 1)


def _reaches(name: str) -> list[tuple[Reach, str]]:
    return [(reach, labels.reach_label(reach, name or tr("They"))) for reach in Reach]


def _levels(label: Any) -> list[tuple[int, str]]:
    return [(value, label(value)) for value in range(5)]
