"""A dialog that goes through steps, one on screen at a time."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from connect_desktop.ui.dialogs.room import wished
from connect_desktop.ui.gate.step import Step

WIDTH, HEIGHT = 640, 600
"""pixels at 100 %"""


class StepsDialog(QDialog):
    """Shows steps; while `held` it cannot be closed."""

    def __init__(self, name: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Connect")
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.held = False
        self._step: Step | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.resize(wished(self, WIDTH, HEIGHT))

    def step(self) -> Step | None:
        """Return the step on screen."""
        return self._step

    def show_step(self, step: Step, *, held: bool = False) -> None:
        """Put a step on screen in the place of the one there."""
        if self._step is not None:
            self._layout.removeWidget(self._step)
            self._step.hide()
            self._step.deleteLater()
        self._step, self.held = step, held
        self._layout.addWidget(step)
        step.show()
        step.arrive()

    def reject(self) -> None:
        if not self.held:
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter to the steps: a dialog would press some button with it."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
