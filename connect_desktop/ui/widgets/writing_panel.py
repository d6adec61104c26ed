"""What lies beside a reflection: questions, how it was on earlier days, what was written on this day."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from connect_desktop.i18n import tr
from connect_desktop.ui import theme
from connect_desktop.ui.widgets.flat_button import FlatButton
from connect_desktop.ui.widgets.page_scroll import scrolled
from connect_desktop.ui.widgets.prompt_panel import PromptPanel
from connect_desktop.ui.widgets.quiet_list import QuietList
from connect_desktop.ui.widgets.segmented import SegmentedChoice

WIDTH, LEAST = 286, 160
"""pixels at 100 %"""
PROMPTS, EARLIER, THIS_DAY = "prompts", "earlier", "day"


class WritingPanel(QFrame):
    """Shows one of its three parts."""

    turned = Signal(str)
    """another part is shown"""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Beside the text"))
        self._width = WIDTH
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.prompts = PromptPanel()
        self.versions = QuietList(tr("Earlier versions"))
        self.days = QuietList(tr("On this day"))
        self.no_versions, self.no_days = _soft(), _soft()
        self.choice = SegmentedChoice(
            ((PROMPTS, tr("Questions")), (EARLIER, tr("Earlier")), (THIS_DAY, tr("This day"))),
            name=tr("Beside the text"),
        )
        self.close_button = FlatButton("close", tr("Close what lies beside the text"))
        self._stack = QStackedWidget()
        self._lay_out()
        self.choice.changed.connect(lambda part: self.turn(str(part or PROMPTS), told=True))
        self.close_button.clicked.connect(self.closed)
        self.turn(PROMPTS)

    def part(self) -> str:
        """Return which part is shown."""
        return str(self.choice.value())

    def turn(self, part: str, *, told: bool = False) -> None:
        """Show a part."""
        self.choice.set_value(part)
        self._stack.setCurrentIndex((PROMPTS, EARLIER, THIS_DAY).index(part))
        if told:
            self.turned.emit(part)

    def make_room(self, page: int) -> None:
        """Take the width that goes with a page of so many pixels."""
        self._width = max(LEAST, min(round(WIDTH * theme.scale()), 2 * page // 5))
        self.setMaximumWidth(self._width)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        # A window that is made narrower is not held up by what is folded away then.
        return QSize(0, super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.choice, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        # Large letters in a low window: then all of it scrolls, and the list keeps some lines.
        self.prompts.setProperty("role", "clear")
        area = scrolled(self.prompts)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._stack.addWidget(area)
        for said, listed in ((self.no_versions, self.versions), (self.no_days, self.days)):
            part = QWidget()
            down = QVBoxLayout(part)
            down.setContentsMargins(0, 0, 0, 0)
            down.addWidget(said)
            down.addWidget(listed, 1)
            down.addStretch(0)
            self._stack.addWidget(part)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(12)
        down.addLayout(head)
        down.addWidget(self._stack, 1)


def _soft() -> QLabel:
    label = QLabel()
    label.setProperty("role", "soft")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
