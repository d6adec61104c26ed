"""How often a store was written to, noted beside it while it is open.

The same number is in the file, and goes up with each transaction. Of a write-ahead log that was cut off or
damaged after a crash, SQLite leaves out what it cannot read, and says nothing; then the file knows of fewer.
The note is not made to last at once, for that would double what saving takes: after a power cut it may be
older than the file, which says nothing, and is never newer.
"""

import os
import struct
import zlib
from contextlib import suppress
from pathlib import Path

from connect_desktop.store.files import open_private

FILE = "vault.written"
_FORM = struct.Struct(">QI")


def note(folder: Path, times: int) -> None:
    """Note how often the store in a folder was written to; a disk that refuses keeps the note from before."""
    with suppress(OSError):
        file = open_private(folder / FILE, os.O_WRONLY | os.O_CREAT)
        try:
            os.write(file, _FORM.pack(times, zlib.crc32(times.to_bytes(8))))
        finally:
            os.close(file)


def noted(folder: Path) -> int:
    """Return what was noted; 0 where nothing was, or that is damaged."""
    with suppress(OSError, struct.error):
        times, found = _FORM.unpack((folder / FILE).read_bytes())
        if found == zlib.crc32(times.to_bytes(8)):
            return int(times)
    return 0


def forget(folder: Path) -> None:
    """Note nothing any more: all is in the file, or it is another file now."""
    with suppress(OSError):
        (folder / FILE).unlink()
