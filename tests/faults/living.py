"""One whole session in the app's own window, begun by its own `main`, to be watched from outside.

Makes a protected store with canary words in every field, looks at every page, searches, exports and charts
into a folder of the user's own, copies, locks (a new process takes over), opens again and quits.

    python tests/faults/living.py DATA EXPORTS
"""

import os
import sys
import time
from collections.abc import Callable, Generator
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

if TYPE_CHECKING:
    from connect_desktop.ui.workspace import Workspace

CANARY = "Zyxkumquat"
"""in every name and text that is written"""
PASSPHRASE = "Zyxkumquat heron dusk"
DONE = "lived"
LONGEST = float(os.environ.get("LONGEST", "150"))
"""seconds of each half"""

DATA, EXPORTS = Path(sys.argv[1]), Path(sys.argv[2])
PAGES = (
    "people",
    "map",
    "reflections",
    "hopes",
    "circles",
    "closeness",
    "search",
    "week",
    "catch_up",
    "settings",
)


def live() -> int:
    """Run the app until the session is over."""
    from PySide6.QtCore import QTimer

    from connect_desktop import app

    qt = app.application()
    steps = _second() if (EXPORTS / "half").exists() else _first()
    clock = QTimer(qt)
    began = time.monotonic()

    def go_on() -> None:
        if time.monotonic() - began > LONGEST:
            print("too slow, at line", steps.gi_frame.f_lineno, flush=True)
            os._exit(2)
        try:
            if next(steps, None):
                clock.stop()
                print(DONE, flush=True)
                qt.quit()
        except BaseException:
            import traceback

            traceback.print_exc()
            os._exit(3)

    clock.timeout.connect(go_on)
    clock.start(20)
    return app.main(["--data", str(DATA)])


def _first() -> Generator[bool, None, None]:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    from connect_desktop.ui.gate.code import RetypeStep
    from connect_desktop.ui.gate.welcome import WelcomeStep

    yield from _until(lambda: bool(_window().findChildren(WelcomeStep)) and QApplication.focusWidget())
    for _ in range(2):
        yield from _type(PASSPHRASE)
        yield from _press(Qt.Key.Key_Return)
        yield False
    yield from _pause(10)
    yield from _press(Qt.Key.Key_Space)
    yield from _until(lambda: _window().findChildren(RetypeStep))
    yield from _pause(10)
    for group in _window().findChildren(RetypeStep)[0].asked.values():
        yield from _type(group)
        yield from _press(Qt.Key.Key_Return)
        yield False
    yield from _until(lambda: _window().workspace() is not None and QApplication.focusWidget())
    yield from _pause(20)
    workspace = _window().workspace()
    workspace.session.apply("Begun", *_edits())
    yield from _type(f"{CANARY} typed")
    for name in PAGES:
        try:
            workspace.go(name)
        except KeyError:
            continue
        yield from _pause(8)
    workspace.page("reflections").new_reflection()
    yield from _type(f"{CANARY} written")
    yield from _pause(20)
    person = workspace.session.store.people.all()[0].id
    workspace.show_person(person)
    yield from _pause(20)
    yield from _export(workspace, person)
    _window().activateWindow()  # as a window manager does
    workspace.go("today")
    workspace.page("today").begin_log(person)
    yield from _type(f"{CANARY} unsaved")
    yield from _pause(20)
    (EXPORTS / "half").touch()
    print("half", flush=True)
    _window().lock()  # a new process takes over here, with the second half
    yield from _pause(1000)
    raise AssertionError("no new process")


def _export(workspace: "Workspace", person: str) -> Generator[bool, None, None]:
    """Write a document, and ask for printers as printing does."""
    from connect_desktop.report.options import Paper
    from connect_desktop.ui import printing
    from connect_desktop.ui.dialogs.export import ExportDialog

    workspace.export(person=person)
    yield from _pause(20)
    dialog = workspace.findChild(ExportDialog)
    dialog.write(EXPORTS / "out.pdf")
    yield from _until(lambda: not dialog.progress.isVisible())
    assert (EXPORTS / "out.pdf").exists(), dialog.told.text()
    printing.has_printer()
    printing.new_printer(Paper.A4)
    yield from _pause(20)
    dialog.reject()


def _second() -> Generator[bool, None, None]:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    from connect_desktop.ui.gate.lock import LockStep

    yield from _until(
        lambda: bool(_window() and _window().findChildren(LockStep)) and QApplication.focusWidget()
    )
    yield from _type("not the passphrase")
    yield from _press(Qt.Key.Key_Return)
    yield from _until(_window().findChildren(LockStep)[0].field.isEnabled)
    yield from _pause(30)
    yield from _type(PASSPHRASE)
    yield from _press(Qt.Key.Key_Return)
    yield from _until(lambda: _window().workspace() is not None)
    yield from _pause(20)
    assert _window().workspace().session.store.people.count() > 0
    _window().close()
    yield True


def _edits() -> list[object]:
    from datetime import UTC, date, datetime, timedelta

    from connect_desktop.domain import Circle, Edit, Hope, Impression, Interaction, Person, Reflection

    now = datetime.now(UTC)
    people = [Person(name=f"{CANARY} {n}", note=f"{CANARY} note") for n in range(3)]
    records: list[object] = [*people]
    records.append(Circle(name=f"{CANARY} circle", members=frozenset(one.id for one in people)))
    for n in range(40):
        talk = Interaction(at=now - timedelta(days=n), note=f"{CANARY} talk")
        felt = Impression(interaction=talk.id, person=people[n % 3].id, body=n % 7 - 3, note=f"{CANARY} felt")
        records += [talk, felt]
    records.append(Reflection(on=date.today(), title=f"{CANARY} title", text=f"{CANARY} text"))  # noqa: DTZ011
    records.append(Hope(person=people[0].id, text=f"{CANARY} hope", since=date.today()))  # noqa: DTZ011
    return [Edit(None, one) for one in records]  # type: ignore[arg-type]


# The keyboard


def _window():  # type: ignore[no-untyped-def]
    from PySide6.QtWidgets import QApplication

    from connect_desktop.ui.main_window import MainWindow

    return next((one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)), None)


def _type(text: str) -> Generator[bool, None, None]:
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    yield from _until(QApplication.focusWidget)
    QTest.keyClicks(QApplication.focusWidget(), text)


def _press(key: object) -> Generator[bool, None, None]:
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    yield from _until(QApplication.focusWidget)
    QTest.keyClick(QApplication.focusWidget(), key)  # type: ignore[call-overload]


def _until(true: Callable[[], object]) -> Generator[bool, None, None]:
    while not true():
        yield False


def _pause(ticks: int) -> Generator[bool, None, None]:
    for _ in range(ticks):
        yield False


if __name__ == "__main__":
    sys.exit(live())
