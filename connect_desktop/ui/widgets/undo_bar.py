"""A quiet word that something was done, with the way back beside it; it covers nothing."""

from PySide6.QtCore import QEvent, QPropertyAnimation, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGraphicsOpacityEffect, QHBoxLayout, QLabel, QWidget

from connect_desktop.i18n import tr
from connect_desktop.ui import theme
from connect_desktop.ui.widgets.key_hint import KeyHint
from connect_desktop.ui.widgets.push_button import push_button

STAYS_FOR, FADES_FOR = 8000, 400
"""milliseconds"""


class UndoBar(QFrame):
    """Hidden until something is announced; goes after a while, but not from under the mouse or the focus."""

    undo_asked = Signal()

    def __init__(self, parent: QWidget | None = None, *, stays_for: int = STAYS_FOR) -> None:
        super().__init__(parent)
        self.setProperty("role", "strip")
        self._text = QLabel()
        self._button = push_button(tr("Undo"), "link")
        self._button.clicked.connect(self._undo)
        self._button.installEventFilter(self)
        self._timer = QTimer(self, singleShot=True, interval=stays_for)
        self._timer.timeout.connect(self._leave)
        self._effect = QGraphicsOpacityEffect(self)
        self._fade = self._made_fade()
        across = QHBoxLayout(self)
        across.setContentsMargins(32, 4, 32, 4)
        across.setSpacing(8)
        across.addWidget(self._text)
        across.addWidget(self._button)
        across.addWidget(KeyHint("Ctrl+Z"))
        across.addStretch(1)
        self.hide()

    def announce(self, label: str) -> None:
        """Say what was done ("Moment saved"), on screen and to a screen reader."""
        self._text.setText(tr("{done}.", done=label))
        self._button.setAccessibleName(tr("Undo: {done}", done=label))
        self.setAccessibleName(label)
        self._stay()
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._text.text()))

    def text(self) -> str:
        """Return what is being said, empty while hidden."""
        return "" if self.isHidden() else self._text.text()

    def leaving(self) -> bool:
        """Return whether it will go by itself."""
        return self._timer.isActive()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._wait()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._stay()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._wait()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._stay()
        elif event.type() == QEvent.Type.FocusOut:
            self._wait()
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def _stay(self) -> None:
        self._timer.stop()
        self._fade.stop()
        self._solid(True)
        self._wait()

    def _wait(self) -> None:
        if not self.underMouse() and not self._button.hasFocus():
            self._timer.start()

    def _leave(self) -> None:
        if theme.reduced_motion() or not self.isVisible():
            self.hide()
            return
        self._solid(False)
        self._fade.start()

    def _undo(self) -> None:
        self.hide()
        self.undo_asked.emit()

    def _made_fade(self) -> QPropertyAnimation:
        self._effect.setEnabled(False)
        self.setGraphicsEffect(self._effect)
        fade = QPropertyAnimation(self._effect, b"opacity", self)
        fade.setDuration(FADES_FOR)
        fade.setStartValue(1.0)
        fade.setEndValue(0.0)
        fade.finished.connect(self.hide)
        return fade

    def _solid(self, solid: bool) -> None:
        self._effect.setOpacity(1.0)
        self._effect.setEnabled(not solid)
