"""What macOS says of the volume that a folder lies on.

Written from Apple's documentation of statfs for 64-bit inodes; on macOS itself not run yet.
"""

import ctypes
import os
from pathlib import Path

LOCAL = 0x1000
"""MNT_LOCAL: it is stored on this computer"""


class Volume(ctypes.Structure):
    """struct statfs."""

    _fields_ = (
        ("f_bsize", ctypes.c_uint32), ("f_iosize", ctypes.c_int32), ("f_blocks", ctypes.c_uint64),
        ("f_bfree", ctypes.c_uint64), ("f_bavail", ctypes.c_uint64), ("f_files", ctypes.c_uint64),
        ("f_ffree", ctypes.c_uint64), ("f_fsid", ctypes.c_int32 * 2), ("f_owner", ctypes.c_uint32),
        ("f_type", ctypes.c_uint32), ("f_flags", ctypes.c_uint32), ("f_fssubtype", ctypes.c_uint32),
        ("f_fstypename", ctypes.c_char * 16), ("f_mntonname", ctypes.c_char * 1024),
        ("f_mntfromname", ctypes.c_char * 1024), ("f_reserved", ctypes.c_uint32 * 8),
    )  # fmt: skip


def of(folder: Path) -> Volume | None:
    """Return the volume of a folder that is there, or will be; None where nothing is known of it."""
    libc = ctypes.CDLL(None)
    ask = getattr(libc, "statfs$INODE64", None) or libc.statfs  # on arm64 there is only the one
    ask.argtypes = (ctypes.c_char_p, ctypes.POINTER(Volume))
    place = next(one for one in (folder, *folder.parents) if one.exists())
    found = Volume()
    return found if ask(os.fsencode(place), ctypes.byref(found)) == 0 else None
