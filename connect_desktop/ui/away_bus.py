"""What a Linux desktop tells on its buses: the session is locked, sleep is near, another user has the screen.

Both buses are UNIX sockets of this computer.
"""

import os
import re
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection

LOGIN, MANAGER = "org.freedesktop.login1", "/org/freedesktop/login1"
SAVERS = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.freedesktop.ScreenSaver", "/ScreenSaver"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
    ("org.cinnamon.ScreenSaver", "/org/cinnamon/ScreenSaver"),
    ("org.mate.ScreenSaver", "/org/mate/ScreenSaver"),
    ("org.xfce.ScreenSaver", "/org/xfce/ScreenSaver"),
)
"""names and paths under which desktops tell that the screen is covered; the interface has the name, too"""


class Bus(QObject):
    """Calls `left` on each of these events; where a bus or a service is missing, it never comes."""

    def __init__(
        self, parent: QObject, left: Callable[[], object], system: QDBusConnection, session: QDBusConnection
    ) -> None:
        super().__init__(parent)
        self._left = left
        own = _session_path()
        self._hear(system, LOGIN, MANAGER, f"{LOGIN}.Manager", "PrepareForSleep", "slept(bool)")
        self._hear(system, LOGIN, own, f"{LOGIN}.Session", "Lock", "locked()")
        self._hear(system, LOGIN, own, "org.freedesktop.DBus.Properties", "PropertiesChanged",
                   "changed(QString,QVariantMap)")  # fmt: skip
        for name, path in SAVERS:
            self._hear(session, name, path, name, "ActiveChanged", "slept(bool)")

    @classmethod
    def of_system(cls, parent: QObject, left: Callable[[], object]) -> "Bus":
        """Listen on the buses of this computer."""
        return cls(parent, left, QDBusConnection.systemBus(), QDBusConnection.sessionBus())

    @Slot(bool)
    def slept(self, begins: bool) -> None:
        """Hear that sleep begins or the screen is covered, or that it ends."""
        if begins:
            self._left()

    @Slot()
    def locked(self) -> None:
        """Hear that the session is to be locked."""
        self._left()

    @Slot(str, "QVariantMap")
    def changed(self, _of: str, values: dict[str, Any]) -> None:
        """Hear that something about the session is different: another user may have the screen."""
        if values.get("Active") is False:
            self._left()

    def _hear(
        self, bus: QDBusConnection, service: str, path: str, interface: str, name: str, slot: str
    ) -> None:
        if bus.isConnected():
            # It takes the text that SLOT makes, and no bytes, whatever its annotation says.
            bus.connect(service, path, interface, name, self, SLOT(slot))  # type: ignore[call-overload]


def _session_path() -> str:
    """Return where logind keeps the session this runs in; empty, which is any, where it is not known."""
    name = os.environ.get("XDG_SESSION_ID", "")
    return f"{MANAGER}/session/{_escaped(name)}" if name else ""


def _escaped(label: str) -> str:
    """Return a name as a part of a bus path: what is no letter, and a digit in front, as _ and two digits."""
    head = re.sub(r"^[0-9]|[^A-Za-z0-9]", lambda found: f"_{ord(found[0]):02x}", label)
    return head or "_"
