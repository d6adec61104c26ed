"""There was a hurt, and the way back from it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from connect_desktop.domain import WayBack, labels, now
from connect_desktop.i18n import plain_date, tr
from connect_desktop.ui.widgets.day_field import DayField
from connect_desktop.ui.widgets.segmented import SegmentedChoice


class HurtField(QWidget):
    """The way back is asked only when there was a hurt, its day only when somebody came back.

    `changed` tells what the user did; `set_values` is silent.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._name = ""
        self._hurt = QCheckBox(tr("There was a hurt"))
        self._asked = QLabel(tr("The way back"))
        self._asked.setProperty("role", "label")
        self._way = SegmentedChoice(_ways(""), name=tr("The way back"), clearable=True)
        self._dated = QCheckBox(tr("on a day:"))
        self._dated.setAccessibleName(tr("The day of the way back is known"))
        self._day = DayField(tr("The day of the way back"))
        self._day.set_value(now().date())
        self._lay_out()
        self.set_values({})
        self._hurt.toggled.connect(self._hear_hurt)
        self._way.changed.connect(self._hear_way)
        self._dated.toggled.connect(self._hear)
        self._day.changed.connect(self._hear)

    def set_name(self, name: str) -> None:
        """Say the person's name where they came back."""
        self._name = name
        chosen = self._way.value()
        self._way.set_options(_ways(name))
        self._way.set_value(chosen)

    def set_day(self, day: date) -> None:
        """Begin at this day where none is known."""
        if not self._dated.isChecked():
            self._day.set_value(day)

    def values(self) -> dict[str, Any]:
        """Return the fields of an impression as answered."""
        return {
            "hurt": self._hurt.isChecked(),
            "way_back": self._way.value(),
            "way_back_on": self._day.value() if self._dated.isChecked() else None,
        }

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show these fields of an impression."""
        on = values.get("way_back_on")
        for box, checked in ((self._hurt, bool(values.get("hurt"))), (self._dated, on is not None)):
            box.blockSignals(True)
            box.setChecked(checked)
            box.blockSignals(False)
        self._way.set_value(values.get("way_back"))
        if on is not None:
            self._day.set_value(on)
        self._ask()

    def summary(self) -> str:
        """Return it in a few words."""
        found = self.values()
        parts = [tr("a hurt")] if found["hurt"] else []
        if isinstance(found["way_back"], WayBack):
            parts.append(labels.way_back_label(found["way_back"], self._name or tr("They")))
        if found["way_back_on"]:
            parts.append(plain_date(found["way_back_on"]))
        return labels.BETWEEN.join(parts)

    def _hear_hurt(self, hurt: bool) -> None:
        if not hurt:
            self._way.set_value(None)
            self._undate()
        self._hear()

    def _hear_way(self, way: object) -> None:
        if way not in _CAME_BACK:
            self._undate()
        self._hear()

    def _hear(self, *_: object) -> None:
        self._ask()
        self.changed.emit()

    def _undate(self) -> None:
        self._dated.blockSignals(True)
        self._dated.setChecked(False)
        self._dated.blockSignals(False)

    def _ask(self) -> None:
        way, dated = self._way.value(), self._dated.isChecked()
        asked = self._hurt.isChecked() or way is not None
        for part in (self._asked, self._way):
            part.setVisible(asked)
        self._dated.setVisible(way in _CAME_BACK or dated)
        self._day.setVisible(dated)

    def _lay_out(self) -> None:
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(8)
        for part in (self._hurt, self._asked, self._way):
            down.addWidget(part)
        when = QHBoxLayout()
        when.setSpacing(8)
        when.addWidget(self._dated)
        when.addWidget(self._day)
        when.addStretch(1)
        down.addLayout(when)


_CAME_BACK = (WayBack.ME, WayBack.THEM, WayBack.BOTH)


def _ways(name: str) -> list[tuple[WayBack, str]]:
    return [(way, labels.way_back_label(way, name or tr("They"))) for way in WayBack]
