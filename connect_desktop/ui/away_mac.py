"""What macOS tells: the computer goes to sleep, another user has the screen, the screen is locked or covered.

Written from Apple's documentation of NSWorkspace and NSDistributedNotificationCenter; the last two names are
in none. On macOS itself not run yet.
"""

from collections.abc import Callable
from itertools import count

from PySide6.QtCore import QObject

from connect_desktop.ui import cocoa

OF_WORKSPACE = ("NSWorkspaceWillSleepNotification", "NSWorkspaceSessionDidResignActiveNotification")
OF_ALL = ("com.apple.screenIsLocked", "com.apple.screensaver.didstart")
_LEFT = "connectLeft:"
_AT_ONCE = 4
"""NSNotificationSuspensionBehaviorDeliverImmediately: else it waits while another program is in front"""
_numbers = count(1)


class SessionEvents(QObject):
    """Calls `left` on each of these events, in the thread of the window."""

    def __init__(self, parent: QObject, left: Callable[[], object]) -> None:
        super().__init__(parent)
        listener, self._held = cocoa.listener(f"ConnectAway{next(_numbers)}", _LEFT, left)
        workspace = cocoa.send(
            cocoa.send(cocoa.named("NSWorkspace"), "sharedWorkspace"), "notificationCenter"
        )
        everyone = cocoa.send(cocoa.named("NSDistributedNotificationCenter"), "defaultCenter")
        left_by = cocoa.selector(_LEFT)
        for name in OF_WORKSPACE:
            cocoa.send(
                workspace, "addObserver:selector:name:object:", listener, left_by, cocoa.text(name), None,
                types=(cocoa.Pointer,) * 4,
            )  # fmt: skip
        for name in OF_ALL:
            cocoa.send(
                everyone, "addObserver:selector:name:object:suspensionBehavior:",
                listener, left_by, cocoa.text(name), None, _AT_ONCE,
                types=(*(cocoa.Pointer,) * 4, cocoa.Whole),
            )  # fmt: skip
        self.destroyed.connect(lambda: _stop(listener, workspace, everyone))


def _stop(listener: int, *centres: int) -> None:
    for centre in centres:
        cocoa.send(centre, "removeObserver:", listener, types=(cocoa.Pointer,))
