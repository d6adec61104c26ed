"""Room between what is listed and the scroll bar beside it."""

from PySide6.QtWidgets import QAbstractItemView

GAP = 8
"""pixels"""


def keep_gap(view: QAbstractItemView) -> None:
    """Keep rows off the scroll bar while there is one."""
    bar = view.verticalScrollBar()
    bar.rangeChanged.connect(lambda low, high: view.setViewportMargins(0, 0, GAP if high > low else 0, 0))
