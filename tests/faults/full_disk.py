"""The disk fills up while somebody types: what is kept free is given up for their words.

A real disk of its own, small and in memory, is filled to the last byte. What is typed then is kept all the
same; once there is truly no room it stays in the window, and it is kept when there is some again.

    python tests/faults/full_disk.py        needs Linux, and to be let mount a disk in a space of one's own
"""

import errno
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import scene

from connect_desktop.domain import Edit
from connect_desktop.paths import places
from connect_desktop.store import Store, reserve, vault

SIZE = reserve.PLENTY + (32 << 20)
ENTER = ("unshare", "-rm")
SHORT, LONG = "quiet words ", "x" * (1 << 20)
"""neither has room on a full disk"""


def filling() -> str:
    """Fill a disk of its own in a process of its own; return what that told."""
    with tempfile.TemporaryDirectory(prefix="connect-full-") as disk:
        done = subprocess.run(
            [*ENTER, sys.executable, __file__, "--live", disk],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": disk},
            capture_output=True, text=True, timeout=300, check=False,
        )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr[-3000:]
    return done.stdout


def can_mount() -> bool:
    """Return whether a disk can be mounted in a space of one's own."""
    with tempfile.TemporaryDirectory() as disk:
        try:
            return subprocess.run([*ENTER, *_mount(disk)], capture_output=True, check=False).returncode == 0
        except FileNotFoundError:
            return False


def _mount(disk: str) -> list[str]:
    return ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "none", disk]


def _live(disk: Path) -> None:
    from PySide6.QtWidgets import QPlainTextEdit

    from connect_desktop import app
    from connect_desktop.settings import Settings
    from connect_desktop.ui import theme
    from connect_desktop.ui.coming_back import keep
    from connect_desktop.ui.main_window import MainWindow
    from connect_desktop.ui.pages.today import TodayPage

    subprocess.run(_mount(str(disk)), check=True)
    where = places(disk)
    store = Store.open(where.vault, vault.create(where.vault, None, None))
    store.apply([Edit(None, scene.MAYA)])
    store.close()
    theme.start(app.application(), "light", still=True)
    window = MainWindow(where, Settings())
    window.show()
    scene.wait((where.vault / reserve.FILE).exists)
    workspace = window.workspace()
    assert workspace is not None
    page = workspace.page("today")
    assert isinstance(page, TodayPage)
    page.show_detail()
    note = page.findChild(QPlainTextEdit)
    assert isinstance(note, QPlainTextEdit)
    _fill(disk)
    note.setPlainText(SHORT * 20_000)
    assert not keep(workspace), "there was room"
    assert workspace.keep()
    assert not (where.vault / reserve.FILE).exists()
    _fill(disk)
    note.setPlainText(SHORT * 20_000 + LONG)
    assert not workspace.keep(), "there was room"
    assert note.toPlainText().endswith(LONG)
    (disk / "filling").unlink()
    assert workspace.keep()
    window.close()
    store = Store.open(where.vault, vault.unlock_open(where.vault))
    (kept,) = [text for text in map(store.memo, store.memos()) if text and LONG in text]
    assert SHORT in kept
    store.close()
    print("kept with the room that was kept free, stayed where there was none, kept once there was some")


def _fill(disk: Path) -> None:
    """Take every byte that is left."""
    size = 1 << 20
    with (disk / "filling").open("ab", 0) as stream:
        while size:
            try:
                stream.write(bytes(size))
            except OSError as error:
                assert error.errno == errno.ENOSPC
                size //= 2


if __name__ == "__main__":
    if sys.argv[1:2] == ["--live"]:
        _live(Path(sys.argv[2]))
    else:
        print(filling(), end="")
