"""The way of Tab through parts of a window that were not made in the order in which they stand.

Nothing here asks Qt what comes next: PySide would take that for a child of the one asked, and when that one
goes it would forget Qt's own, such as the inside of a scroll area, although they live on.
"""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from connect_desktop.ui.widgets.flow_group import FlowGroup


def in_order(parts: Sequence[QWidget]) -> None:
    """Let Tab go through these one after the other, from where the first of them stands."""
    _join([stop for part in parts for stop in _stops(part)])


def put_before(part: QWidget, other: QWidget) -> None:
    """Let Tab come to a part that was made later right before another."""
    _end_at([*_stops(part), *_stops(other)])


def keep_together(owner: QWidget, stops: Sequence[QWidget], *, new: bool = False) -> None:
    """Let Tab come to `stops`, parts of `owner`, where the last of them stands: new ones begin at the end.

    Where all of them are `new` they come where the owner itself stands.
    """
    if not new:
        _end_at(stops)
    elif stops:
        policy = owner.focusPolicy()
        owner.setFocusPolicy(
            Qt.FocusPolicy.TabFocus
        )  # what can't have the focus has no place that Qt would use
        _join([owner, *stops])
        owner.setFocusPolicy(policy)


def _end_at(stops: Sequence[QWidget]) -> None:
    """Put all of them where the last one stands."""
    if len(stops) > 1:
        QWidget.setTabOrder(stops[-1], stops[0])
        _join(stops)


def _join(stops: Sequence[QWidget]) -> None:
    for first, second in pairwise(stops):
        QWidget.setTabOrder(first, second)


def _stops(part: QWidget) -> list[QWidget]:
    """Return what Tab or a click can come to in a part, in the order it stands; the part where it is one."""
    if part.focusPolicy() != Qt.FocusPolicy.NoFocus:
        return [part]
    if isinstance(part, FlowGroup):
        inside: Sequence[QWidget] = part.parts()
    else:
        inside = part.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [stop for one in inside for stop in _stops(one)]
