"""A line of months that can be stepped through and played."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSlider, QWidget

from connect_desktop.i18n import tr

PACE = 900
"""milliseconds that a month is shown while playing"""
_YEAR = 12


class MonthPlayer(QWidget):
    """Chooses one of some months, the last being now; `changed(place)` tells what was chosen or played."""

    changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: Sequence[str] = ()
        self._play = QPushButton()
        self._play.setProperty("role", "quiet")
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setAccessibleName(tr("Month"))
        self._slider.setPageStep(_YEAR)
        self._shown = QLabel()
        self._shown.setProperty("role", "small")
        self._shown.setTextFormat(Qt.TextFormat.PlainText)
        self._beat = QTimer(self)
        self._beat.setInterval(PACE)
        self._beat.timeout.connect(self._go_on)
        self._play.clicked.connect(self._switch)
        self._slider.valueChanged.connect(self._tell)
        self._slider.sliderPressed.connect(self.stop)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(10)
        across.addWidget(self._play)
        across.addWidget(self._slider, 1)
        across.addWidget(self._shown)
        self._say()

    def set_months(self, names: Sequence[str]) -> None:
        """Offer these months, oldest first, and show the last; one alone leaves nothing to choose."""
        self.stop()
        self._names = names
        self._slider.blockSignals(True)
        self._slider.setRange(0, max(0, len(names) - 1))
        self._slider.setValue(len(names) - 1)
        self._slider.blockSignals(False)
        widest = max((self._shown.fontMetrics().horizontalAdvance(name) for name in names), default=0)
        self._shown.setMinimumWidth(widest + 1)
        self.setVisible(len(names) > 1)
        self._say()

    def month(self) -> int:
        """Return the place of the month that is shown."""
        return self._slider.value()

    def set_month(self, month: int) -> None:
        """Show a month; `changed` tells it where it is another one."""
        self._slider.setValue(month)

    def playing(self) -> bool:
        """Return whether months go by."""
        return self._beat.isActive()

    def play(self) -> None:
        """Let the months go by, from the first where the last is shown."""
        if self._slider.value() == self._slider.maximum():
            self._slider.setValue(0)
        self._beat.start()
        self._say()

    def stop(self) -> None:
        """Stay at the month that is shown."""
        self._beat.stop()
        self._say()

    def _switch(self) -> None:
        if self.playing():
            self.stop()
        else:
            self.play()

    def _go_on(self) -> None:
        self._slider.setValue(self._slider.value() + 1)
        if self._slider.value() == self._slider.maximum():
            self.stop()

    def _tell(self, month: int) -> None:
        self._say()
        self.changed.emit(month)

    def _say(self) -> None:
        playing = self.playing()
        self._play.setText(tr("Pause") if playing else tr("Play"))
        self._play.setAccessibleName(tr("Stop playing the months") if playing else tr("Play the months"))
        shown = self._names[self._slider.value()] if self._names else ""
        self._shown.setText(shown)
        self._slider.setAccessibleDescription(shown)
