"""Locks the real window while something is written and exported, and looks at what is left in memory.

    python tests/faults/locking.py [--rounds 5] [--long]

`--long`: with 50,000 moments. Needs Linux and the right to read the memory of a process of one's own that
keeps it private (root). Prints a line for each way to lock: the time until what is on the screen is gone, and
until the lock screen can be typed into, and how often a word that was typed, or the key of the file, was
found in the memory of the process behind it. Then for closing the window: until it is gone, and the process.
"""

import argparse
import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1] / "benchmarks")]

WORD = "kumquatwhisper"
PASSPHRASE = "three quiet herons"
WAYS = ("keys", "hide", "idle", "sleep")
READY, LOCKED = "typed", "ready to unlock"

WINDOW = """
import os, sys, time
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from connect_desktop import app, paths, settings
from connect_desktop.ui import anew, theme
from connect_desktop.ui.main_window import MainWindow

way, passphrase, word = os.environ["WAY"], os.environ.pop("PASSPHRASE", ""), os.environ.pop("WORD", "")
qt = app.application()
theme.start(qt, "light", still=True)
def begin_anew(*more):
    print(time.perf_counter() - began, flush=True)
    anew.begin_anew(*more)

window = MainWindow(paths.places(), settings.Settings(), anew=begin_anew)
window.ready.connect(lambda: QTimer.singleShot(0, app.settle))
window.show()

def wait(until):
    while not until():
        qt.processEvents()
        time.sleep(0.01)

wait(window.isActiveWindow)
if os.environ.pop("ONCE", None) is None:
    wait(lambda: QApplication.focusWidget() is not None)
    print("ready to unlock", flush=True)
    qt.exec()
    sys.exit()
QTest.keyClicks(QApplication.focusWidget(), passphrase)
QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
wait(lambda: window.workspace() is not None and window._away is not None)
page = window.workspace().page("today")
page.show_detail()
note = page.findChild(__import__("PySide6.QtWidgets").QtWidgets.QPlainTextEdit)
note.setFocus()
QTest.keyClicks(note, (word + " ") * 5)
window.workspace().export()
wait(lambda: QApplication.activeModalWidget() is not None)
dialog = QApplication.activeModalWidget()
dialog.activateWindow()
wait(lambda: QApplication.activeWindow() is dialog)
class Gone(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Hide:
            watched.removeEventFilter(self)
            print(time.perf_counter() - began, flush=True)
        return False
gone = Gone()
(window if way in ("hide", "quit") else window.workspace()).installEventFilter(gone)
print("typed", flush=True)
sys.stdin.readline()
dialog.write(Path(os.environ["OUT"]))
began = time.perf_counter()
both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
if way == "keys":
    QTest.keyClick(dialog, Qt.Key.Key_L, both)
elif way == "hide":
    window.hide_away()
elif way == "quit":
    QTimer.singleShot(0, window.close)
elif way == "idle":
    window._away._touched -= 3600
    window._away.look()
else:
    window._away._looked -= 3600
    window._away.look()
qt.exec()
"""


def main() -> int:
    """Lock in each way, some times; exit 1 where something was left or it took too long."""
    parser = argparse.ArgumentParser(description="Lock the real window and look at what is left.")
    parser.add_argument("--rounds", type=int, default=5, help="how often each way")
    parser.add_argument("--long", action="store_true", help="with 50,000 moments")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="connect-life-") as life:
        make(Path(life), long=options.long)
        return _measured(Path(life), options.rounds)


def _measured(life: Path, rounds: int) -> int:
    good = True
    for way in WAYS:
        found = [lock_once(way, life) for _ in range(rounds)]
        gone, closed, took, words, keys = zip(*found, strict=True)
        good &= max(took) <= 2 and not sum(words) and not sum(keys)
        print(f"{way}: gone after {_told(gone)}, closed after {_told(closed)}, locked after {_told(took)}, "
              f"{sum(words)} words, {sum(keys)} keys left in memory", flush=True)  # fmt: skip
    gone, took = zip(*(quit_once(life) for _ in range(rounds)), strict=True)
    print(f"quit: gone after {_told(gone)}, ended after {_told(took)}")
    return 0 if good else 1


def _told(seconds: tuple[float, ...]) -> str:
    return f"{statistics.median(seconds):.2f} s ({max(seconds):.2f} s at most)"


def quit_once(life: Path) -> tuple[float, float]:
    """Return the seconds until the window is gone, and until the process has ended with its backup made."""
    with tempfile.TemporaryDirectory(prefix="connect-lock-") as data:
        shutil.copytree(life, data, dirs_exist_ok=True)
        with started(Path(data), "quit") as window:
            assert window.stdin is not None and window.stdout is not None
            assert window.stdout.readline().strip() == READY
            began = time.perf_counter()
            window.stdin.write("\n")
            window.stdin.flush()
            gone = float(window.stdout.readline())
            assert window.wait() == 0
            took = time.perf_counter() - began
        see_draft(Path(data))
        assert len([*Path(data).glob("vault/backups/*.backup")]) == 1
        return gone, took


def lock_once(way: str, life: Path) -> tuple[float, float, float, int, int]:
    """Return the seconds until all is gone from the screen, the store is closed, the lock screen is there.

    And how often a word and the key were in memory behind it.
    """
    with tempfile.TemporaryDirectory(prefix="connect-lock-") as data:
        shutil.copytree(life, data, dirs_exist_ok=True)
        key = _key(Path(data))
        with started(Path(data), way) as window:
            assert window.stdin is not None and window.stdout is not None
            assert window.stdout.readline().strip() == READY
            before = seen(window.pid, WORD.encode(), key)
            assert before[0] and before[1], "nothing was in memory before: the look is blind"
            began = time.perf_counter()
            window.stdin.write("\n")
            window.stdin.flush()
            gone, closed = (float(window.stdout.readline()) for _ in range(2))
            assert window.stdout.readline().strip() == LOCKED
            took = time.perf_counter() - began
            words, keys = seen(window.pid, WORD.encode(), key)
            window.send_signal(signal.SIGKILL)
        see_draft(Path(data))
        left = [path.name for path in (Path(data) / "out").iterdir()]
        assert left in ([], ["pages.pdf"]), f"half a file is left: {left}"
        return gone, closed, took, words, keys


def make(data: Path, *, long: bool = False) -> None:
    """Make a protected vault with a life in it, beside a folder to export to."""
    from datetime import date

    import long_life

    from connect_desktop.interchange import sample
    from connect_desktop.paths import places
    from connect_desktop.store import Store, vault
    from connect_desktop.store.derive import Cost

    (data / "out").mkdir()
    folder = places(data).vault
    key = vault.create(folder, PASSPHRASE, None, cost=Cost(memory_kib=64, rounds=1, lanes=1))
    store = Store.open(folder, key)
    store.apply((*long_life.edits(),) if long else sample.life(date(2026, 11, 22)))
    store.close()


def _key(data: Path) -> bytes:
    from connect_desktop.paths import places
    from connect_desktop.store import vault

    return vault.unlock(places(data).vault, PASSPHRASE).raw


def started(data: Path, way: str) -> "subprocess.Popen[str]":
    """Start the window in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-c", WINDOW], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "default.warning=false",
             "CONNECT_DATA": str(data), "OUT": str(data / "out" / "pages.pdf"),
             "HOME": str(data), "WAY": way, "PASSPHRASE": PASSPHRASE, "WORD": WORD,
             "ONCE": "1"},
    )  # fmt: skip


def seen(pid: int, word: bytes, key: bytes) -> tuple[int, int]:
    """Return how often a word, in any encoding Qt or Python may keep it in, and a key are in memory."""
    wanted = [word, "".join(chr(c) for c in word).encode("utf-16-le")]
    keys = [key, key.hex().encode(), key.hex().encode("utf-16-le")]
    words = found = 0
    with Path(f"/proc/{pid}/mem").open("rb", 0) as memory:
        for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
            part = re.match(r"([0-9a-f]+)-([0-9a-f]+) rw", line)
            if not part:
                continue
            start, end = (int(edge, 16) for edge in part.groups())
            try:
                memory.seek(start)
                piece = memory.read(end - start)
            except (OSError, ValueError, OverflowError):
                continue
            words += sum(piece.count(one) for one in wanted)
            found += sum(piece.count(one) for one in keys)
    return words, found


def see_draft(data: Path) -> None:
    """See that what was being written is in the store."""
    from connect_desktop.paths import places
    from connect_desktop.store import Store, vault

    folder = places(data).vault
    store = Store.open(folder, vault.unlock(folder, PASSPHRASE))
    try:
        kept = [store.memo(name) or "" for name in store.memos()]
        assert any(text.count(WORD) == 5 for text in kept), "the draft is not there"
    finally:
        store.close()


if __name__ == "__main__":
    sys.exit(main())
