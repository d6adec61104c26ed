"""The head of the three pages about people: everyone, circles, how close; and the way between them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from connect_desktop.i18n import tr
from connect_desktop.ui.widgets.segmented import SegmentedChoice

VIEWS = ("people", "circles", "closeness")
"""names of the pages"""


class PeopleHead(QWidget):
    """A title with a line below it, and the choice of the three pages; `views` tells which was chosen."""

    def __init__(self, page: str, title: str, tools: Sequence[QWidget] = ()) -> None:
        """`page` is the one this stands on; `tools` stand at the end."""
        super().__init__()
        labels = (tr("Everyone"), tr("Circles"), tr("How close"))
        self.views = SegmentedChoice(
            [*zip(VIEWS, labels, strict=True)], name=tr("People, circles or how close")
        )
        self._page = page
        self.views.set_value(page)
        self._below = QLabel()
        self._below.setProperty("role", "soft")
        self._below.setWordWrap(True)
        heading = QLabel(title)
        heading.setProperty("role", "title")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(heading)
        words.addWidget(self._below)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        across.addLayout(words, 1)
        for widget in (self.views, *tools):
            across.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def say(self, below: str) -> None:
        """Say something below the title."""
        self._below.setText(below)

    def come(self) -> None:
        """Show where this stands, and take the focus where the page is seen: the next arrow goes on."""
        self.views.set_value(self._page)
        if self.isVisible():
            self.views.setFocus()
