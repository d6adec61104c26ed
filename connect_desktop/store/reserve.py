"""Room kept for a full disk: given up, it lets what is being typed be saved, and all be closed."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

from connect_desktop.store.files import open_private

FILE, SIZE = "reserve", 4 << 20
"""bytes; more than any note and what saving it takes"""
PLENTY = 64 << 20
"""bytes that have to be free before some of them are kept"""


def keep(folder: Path) -> None:
    """Keep room in a vault's folder, if there is plenty and none is kept; a disk that refuses keeps none."""
    file = folder / FILE
    with suppress(OSError):
        if file.exists() or shutil.disk_usage(folder).free < PLENTY:
            return
        # Random, so that no file system stores it in less.
        with os.fdopen(open_private(file, os.O_WRONLY | os.O_CREAT), "wb") as stream:
            stream.write(os.urandom(SIZE))


def give_up(folder: Path) -> bool:
    """Give the room back to the disk; return whether there was any."""
    try:
        (folder / FILE).unlink()
    except OSError:
        return False
    return True
