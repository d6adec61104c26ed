"""Words that ask for one line, and go on in the next where they are given less room."""

from PySide6.QtCore import QSize

from connect_desktop.ui.widgets.wrapped_label import WrappedLabel

LEAST = 8
"""average characters it can do with"""


class LineLabel(WrappedLabel):
    """For a place beside other things: as wide as its text, and never cut; `said()` is always the whole."""

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self.said()) + 1
        return QSize(width, metrics.lineSpacing()).grownBy(self.contentsMargins())

    def minimumSizeHint(self) -> QSize:
        wanted = self.sizeHint()
        return QSize(min(wanted.width(), self.fontMetrics().averageCharWidth() * LEAST), wanted.height())
