"""How a contact happened, how long it was, and for which circle."""

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QSpinBox, QVBoxLayout, QWidget

from connect_desktop.domain import Channel, labels
from connect_desktop.domain.interaction import MINUTES_HIGH
from connect_desktop.i18n import tr
from connect_desktop.ui.widgets.people_match import CircleChoice
from connect_desktop.ui.widgets.segmented import SegmentedChoice
from connect_desktop.ui.widgets.wheel import leave_wheel

NOT_NOTED = -1


class ContactFields(QWidget):
    """`changed` tells what the user did; `set_values` is silent."""

    changed = Signal()

    def __init__(self, circles: Iterable[CircleChoice] = ()) -> None:
        super().__init__()
        options = [(channel, labels.channel_label(channel)) for channel in Channel]
        self._channel = SegmentedChoice(options, name=tr("How it happened"), clearable=True)
        self._minutes = _Minutes()
        self._circle = QComboBox()
        self._circle.setAccessibleName(tr("The circle it belongs to"))
        self._circle.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._circle.setMinimumContentsLength(18)
        for field in (self._minutes, self._circle):
            leave_wheel(field)
        self._labels: list[QLabel] = []
        self._lay_out()
        self.set_circles(circles)
        self._channel.changed.connect(self.changed)
        self._minutes.valueChanged.connect(self.changed)
        self._circle.activated.connect(self.changed)

    def set_circles(self, circles: Iterable[CircleChoice]) -> None:
        """Offer these circles; where there are none nothing is asked."""
        chosen = self._circle.currentData()
        self._circle.blockSignals(True)
        self._circle.clear()
        self._circle.addItem(tr("none"), None)
        for circle in circles:
            self._circle.addItem(circle.name, circle.id)
        self._choose_circle(chosen)
        self._circle.blockSignals(False)
        for part in (self._labels[-1], self._circle):
            part.setVisible(self._circle.count() > 1)

    def values(self) -> dict[str, Any]:
        """Return the fields of an interaction as answered."""
        minutes = self._minutes.value()
        return {
            "channel": self._channel.value(),
            "minutes": None if minutes == NOT_NOTED else minutes,
            "circle": self._circle.currentData(),
        }

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show these fields of an interaction."""
        minutes = values.get("minutes")
        self._channel.set_value(values.get("channel"))
        self._minutes.blockSignals(True)
        self._minutes.setValue(NOT_NOTED if minutes is None else minutes)
        self._minutes.blockSignals(False)
        self._choose_circle(values.get("circle"))

    def summary(self) -> str:
        """Return the answers in a few words."""
        found = self.values()
        parts = [labels.channel_label(found["channel"])] if found["channel"] else []
        parts += [tr("{n} min", n=found["minutes"])] if found["minutes"] is not None else []
        parts += [self._circle.currentText()] if found["circle"] else []
        return labels.BETWEEN.join(parts)

    def _choose_circle(self, circle: str | None) -> None:
        self._circle.setCurrentIndex(max(0, self._circle.findData(circle)))

    def _lay_out(self) -> None:
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(6)
        fields: tuple[tuple[str, QWidget], ...] = (
            ("", self._channel), (tr("How long"), self._minutes), (tr("Circle"), self._circle),
        )  # fmt: skip
        for text, field in fields:
            if text:
                self._labels.append(QLabel(text))
                self._labels[-1].setProperty("role", "label")
                self._labels[-1].setBuddy(field)
                down.addWidget(self._labels[-1])
            down.addWidget(field)


class _Minutes(QSpinBox):
    """Not noted, or 0 … a day; the arrows go by five."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(NOT_NOTED, MINUTES_HIGH)
        self.setSingleStep(5)
        self.setSpecialValueText(tr("not noted"))
        self.setSuffix(tr(" min"))
        self.setAccessibleName(tr("How long"))
        self.setMaximumWidth(self.fontMetrics().averageCharWidth() * 24)
        self.setValue(NOT_NOTED)

    def stepBy(self, steps: int) -> None:
        if self.value() == NOT_NOTED and steps > 0:
            self.setValue(self.singleStep() * steps)
        elif self.value() + steps * self.singleStep() <= 0 < self.value():
            self.setValue(0)
        else:
            super().stepBy(steps)
