"""Room between what scrolls and the scroll bar beside it."""

from PySide6.QtWidgets import QAbstractItemView, QLayout, QScrollArea

GAP = 8
"""pixels"""


def keep_gap(view: QAbstractItemView) -> None:
    """Keep rows off the scroll bar while there is one."""
    bar = view.verticalScrollBar()
    bar.rangeChanged.connect(lambda low, high: view.setViewportMargins(0, 0, GAP if high > low else 0, 0))


def keep_edge(area: QScrollArea, inside: QLayout, right: int) -> None:
    """Let what is inside end `right` pixels from the edge of the area, scroll bar or none."""
    bar = area.verticalScrollBar()
    wide = bar.sizeHint().width()

    def fit(low: int, high: int) -> None:
        margins = inside.contentsMargins()
        margins.setRight(max(GAP, right - wide) if high > low else right)
        inside.setContentsMargins(margins)

    bar.rangeChanged.connect(fit)
    fit(bar.minimum(), bar.maximum())
