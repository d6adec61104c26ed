"""Room between what scrolls and the scroll bar beside it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QLayout, QScrollArea

GAP = 8
"""pixels"""


def keep_gap(view: QAbstractItemView) -> None:
    """Keep rows off the scroll bar while there is one."""
    bar = view.verticalScrollBar()

    def fit(low: int, high: int) -> None:
        gap = GAP if high > low else 0
        left, right = (gap, 0) if view.isRightToLeft() else (0, gap)
        view.setViewportMargins(left, 0, right, 0)

    bar.rangeChanged.connect(fit)


def keep_edge(area: QScrollArea, inside: QLayout, right: int) -> None:
    """Let what is inside end `right` pixels from the edge of the area, scroll bar or none.

    Mirrored it begins where it would begin without the bar, which is on the left then.
    """
    bar, left = area.verticalScrollBar(), inside.contentsMargins().left()
    wide = bar.sizeHint().width()

    def fit(low: int, high: int) -> None:
        shown = wide if high > low else 0
        mirrored = area.layoutDirection() == Qt.LayoutDirection.RightToLeft
        margins = inside.contentsMargins()
        margins.setLeft(max(min(GAP, left), left - shown) if mirrored else left)
        margins.setRight(right if mirrored or not shown else max(GAP, right - shown))
        inside.setContentsMargins(margins)

    bar.rangeChanged.connect(fit)
    fit(bar.minimum(), bar.maximum())
