"""Locks the real window while something is written and exported, and looks at what is left in memory.

    python tests/faults/locking.py [--rounds 5]

Needs Linux and the right to read the memory of a process of one's own that keeps it private (root). Prints a
line for each way to lock: the longest time until the lock screen can be typed into, and how often a word that
was typed, or the key of the file, was found in the memory of the process behind it.
"""

import argparse
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

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
window = MainWindow(paths.places(), settings.Settings(), anew=anew.begin_anew)
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
print("typed", flush=True)
sys.stdin.readline()
dialog.write(Path(os.environ["OUT"]))
both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
if way == "keys":
    QTest.keyClick(dialog, Qt.Key.Key_L, both)
elif way == "hide":
    class Gone(QObject):
        def eventFilter(self, _watched, event):
            if event.type() == QEvent.Type.Hide:
                took = 1000 * (time.perf_counter() - began)
                print(f"gone after {took:.0f} ms", file=sys.stderr, flush=True)
            return False
    gone = Gone()
    window.installEventFilter(gone)
    began = time.perf_counter()
    window.hide_away()
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
    rounds = parser.parse_args().rounds
    good = True
    for way in WAYS:
        found = [lock_once(way) for _ in range(rounds)]
        longest, words, keys = (
            max(one[0] for one in found),
            sum(o[1] for o in found),
            sum(o[2] for o in found),
        )
        good &= longest <= 2 and not words and not keys
        print(f"{way}: {longest:.2f} s at the longest, {words} words, {keys} keys left in memory")
    return 0 if good else 1


def lock_once(way: str) -> tuple[float, int, int]:
    """Return the seconds until the lock screen, and how often a word and the key were in memory behind it."""
    with tempfile.TemporaryDirectory(prefix="connect-lock-") as data:
        key = make(Path(data))
        with started(Path(data), way) as window:
            assert window.stdin is not None and window.stdout is not None
            assert window.stdout.readline().strip() == READY
            before = seen(window.pid, WORD.encode(), key)
            assert before[0] and before[1], "nothing was in memory before: the look is blind"
            began = time.perf_counter()
            window.stdin.write("\n")
            window.stdin.flush()
            assert window.stdout.readline().strip() == LOCKED
            took = time.perf_counter() - began
            words, keys = seen(window.pid, WORD.encode(), key)
            window.send_signal(signal.SIGKILL)
        see_draft(Path(data))
        left = [path.name for path in (Path(data) / "out").iterdir()]
        assert left in ([], ["pages.pdf"]), f"half a file is left: {left}"
        return took, words, keys


def make(data: Path) -> bytes:
    """Make a protected vault with a life in it, beside a folder to export to, and return its key."""
    from datetime import date

    from connect_desktop.interchange import sample
    from connect_desktop.paths import places
    from connect_desktop.store import Store, vault
    from connect_desktop.store.derive import Cost

    (data / "out").mkdir()
    folder = places(data).vault
    key = vault.create(folder, PASSPHRASE, None, cost=Cost(memory_kib=64, rounds=1, lanes=1))
    store = Store.open(folder, key)
    store.apply(sample.life(date(2026, 11, 22)))
    store.close()
    return key.raw


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
