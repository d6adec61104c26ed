"""Noticing that nobody is here: by the clock, by what the desktop tells, by the key that hides."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QObject, Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from connect_desktop.ui.away import GAP, TICK, Away, seconds

MINUTE = 60.0


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def away(qapp: QObject, clock: Clock) -> Iterator[Away]:
    found = Away(qapp, clock)
    yield found
    found.end()
    found.deleteLater()


def told(away: Away) -> list[int]:
    found: list[int] = []
    away.left.connect(lambda: found.append(1))
    return found


def pass_by(away: Away, clock: Clock, seconds: float) -> None:
    """Let time pass as it does while the app runs: with a look at the clock now and then."""
    end = clock.now + seconds
    while clock.now < end:
        clock.now = min(end, clock.now + TICK)
        away.look()


def test_after_some_minutes_without_a_touch_nobody_is_here(away: Away, clock: Clock) -> None:
    left = told(away)
    away.begin(5, system=False)
    pass_by(away, clock, 5 * MINUTE - TICK)
    assert not left
    pass_by(away, clock, TICK)
    assert left


def test_where_the_user_wishes_no_lock_no_time_is_too_long(away: Away, clock: Clock) -> None:
    left = told(away)
    away.begin(0, system=False)
    pass_by(away, clock, 600 * MINUTE)
    assert not left


def test_a_key_in_the_window_or_in_a_dialog_says_that_somebody_is_here(
    away: Away, clock: Clock, qtbot: QtBot
) -> None:
    left = told(away)
    field, dialog = QLineEdit(), QDialog()
    for widget in (field, dialog):
        qtbot.addWidget(widget)
    field.show()
    away.begin(5, system=False)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    for window in (field.windowHandle(), dialog.windowHandle()):
        pass_by(away, clock, 4 * MINUTE)
        QTest.keyClick(window, Qt.Key.Key_A)
    pass_by(away, clock, 4 * MINUTE)
    assert not left
    pass_by(away, clock, MINUTE)
    assert left


def test_a_key_in_any_of_many_windows_is_noticed(away: Away, clock: Clock, qtbot: QtBot) -> None:
    left = told(away)
    away.begin(5, system=False)
    fields = [QLineEdit() for _ in range(20)]
    for field in fields:  # what knew a window by where its name in Python lay took the next for it
        qtbot.addWidget(field)
        with qtbot.waitActive(field):
            field.show()
            field.activateWindow()
    for field in fields:
        pass_by(away, clock, 4 * MINUTE)
        QTest.keyClick(field.windowHandle(), Qt.Key.Key_A)
    assert not left


def test_a_look_that_comes_much_too_late_means_the_computer_slept(away: Away, clock: Clock) -> None:
    left = told(away)
    away.begin(0, system=False)
    clock.now += TICK + GAP - 1
    away.look()
    assert not left
    clock.now += TICK + GAP + 1
    away.look()
    assert left


def test_the_clock_goes_on() -> None:
    before = seconds()
    assert seconds() >= before


def test_the_key_that_hides_works_in_a_dialog_and_goes_no_further(away: Away, qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    field = QLineEdit(dialog)
    dialog.open()
    field.setFocus()
    away.begin(5, system=False)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    with qtbot.waitSignal(away.hide_asked):
        QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_Space, both)
    assert field.text() == ""


# What Windows tells a window, as it lays it out


@pytest.mark.parametrize(
    ("kind", "message", "value", "leaves"),
    [
        (b"windows_generic_MSG", 0x02B1, 0x7, True),  # WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK
        (b"windows_generic_MSG", 0x02B1, 0x2, True),  # WTS_CONSOLE_DISCONNECT
        (b"windows_generic_MSG", 0x02B1, 0x8, False),  # WTS_SESSION_UNLOCK
        (b"windows_generic_MSG", 0x0218, 0x4, True),  # WM_POWERBROADCAST, PBT_APMSUSPEND
        (b"windows_generic_MSG", 0x0218, 0x12, False),  # PBT_APMRESUMEAUTOMATIC
        (b"windows_generic_MSG", 0x0100, 0x7, False),  # WM_KEYDOWN
        (b"xcb_generic_event_t", 0x02B1, 0x7, False),
    ],
)
def test_what_windows_tells(kind: bytes, message: int, value: int, leaves: bool) -> None:
    from ctypes import addressof, wintypes

    from connect_desktop.ui.away_windows import _Filter

    left: list[int] = []
    told = wintypes.MSG(message=message, wParam=value)
    assert _Filter(lambda: left.append(1)).nativeEventFilter(QByteArray(kind), addressof(told)) == (False, 0)
    assert bool(left) is leaves


def test_on_windows_it_listens_until_it_ends(qtbot: QtBot) -> None:
    from connect_desktop.ui.away_windows import SessionEvents

    window, parent = QWindow(), QObject()
    events = SessionEvents(parent, lambda: None, window)
    with qtbot.waitSignal(events.destroyed):
        events.deleteLater()


# What a desktop tells, on a bus of the test's own

pytest.importorskip("PySide6.QtDBus")
needs_a_bus = pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="needs dbus-daemon")


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[str]:
    """The address of a bus on which anybody may be anything."""
    config = tmp_path / "bus.conf"
    config.write_text(
        f"""<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
        "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
        <busconfig><type>session</type><listen>unix:path={tmp_path}/bus</listen>
        <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
        <allow own="*"/></policy></busconfig>"""
    )
    with subprocess.Popen(
        ["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    ) as daemon:  # fmt: skip
        assert daemon.stdout is not None
        try:
            yield daemon.stdout.readline().strip()
        finally:
            daemon.terminate()


LOGIND, LOGIND_PATH = "org.freedesktop.login1", "/org/freedesktop/login1"
SLEEP = (LOGIND, LOGIND_PATH, "org.freedesktop.login1.Manager", "PrepareForSleep", [True])
OURS, OTHERS = (f"{LOGIND_PATH}/session/_3{n}" for n in (2, 3))


def active(now: bool) -> list[object]:
    return ["org.freedesktop.login1.Session", {"Active": now}, []]


@needs_a_bus
@pytest.mark.parametrize(
    ("told", "locks"),
    [
        (SLEEP, True),
        ((*SLEEP[:4], [False]), False),
        ((LOGIND, OURS, "org.freedesktop.login1.Session", "Lock", []), True),
        ((LOGIND, OTHERS, "org.freedesktop.login1.Session", "Lock", []), False),
        ((LOGIND, OURS, "org.freedesktop.DBus.Properties", "PropertiesChanged", active(False)), True),
        ((LOGIND, OURS, "org.freedesktop.DBus.Properties", "PropertiesChanged", active(True)), False),
        (("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver",
          "ActiveChanged", [True]), True),
        (("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged",
          [True]), True),
        (("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged",
          [False]), False),
    ],
    ids=lambda value: "-".join(map(str, value[1:])) if isinstance(value, tuple) else str(value),
)  # fmt: skip
def test_what_the_desktop_tells(
    bus: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, told: tuple[object, ...], locks: bool
) -> None:
    from PySide6.QtDBus import QDBusConnection, QDBusMessage

    from connect_desktop.ui.away_bus import Bus

    monkeypatch.setenv("XDG_SESSION_ID", "2")
    ours, theirs = (QDBusConnection.connectToBus(bus, f"{part} {os.urandom(4).hex()}") for part in "ab")
    parent, left = QObject(), []
    Bus(parent, lambda: left.append(1), ours, ours)
    # Where the first is not to lock, the sleep that follows is the only thing that does.
    for service, path, interface, name, arguments in (told, *([] if locks else [SLEEP])):
        theirs.registerService(service)
        message = QDBusMessage.createSignal(path, interface, name)
        message.setArguments(arguments)
        assert theirs.send(message)
    qtbot.waitUntil(lambda: bool(left))
    assert len(left) == 1
