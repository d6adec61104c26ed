"""Folders that another program copies about, and those of other computers: no place for a store that is open.

A copy made in the middle of a write is no store. Finished backups are welcome there.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from connect_desktop.domain.errors import VaultSynced
from connect_desktop.i18n import tr

_NAMES = {
    "dropbox": "Dropbox", "onedrive": "OneDrive", "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "mobile documents": "iCloud", "icloud drive": "iCloud", "iclouddrive": "iCloud", "cloudstorage": "iCloud",
    "nextcloud": "Nextcloud", "owncloud": "ownCloud", "pcloud drive": "pCloud", "megasync": "MEGA",
    "proton drive": "Proton Drive", "box sync": "Box",
}  # fmt: skip
"""what such folders are called, in small letters"""
_MARKERS = {
    ".dropbox": "Dropbox", ".dropbox.cache": "Dropbox", ".stfolder": "Syncthing",
    ".owncloudsync.log": "Nextcloud",
    ".nextcloudsync.log": "Nextcloud", ".tmp.drivedownload": "Google Drive", ".megasync": "MEGA",
    ".seafile-data": "Seafile",
}  # fmt: skip
"""what they keep in their topmost folder"""
_NETWORK = {
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "afpfs", "webdav", "davfs", "ncpfs", "ceph", "glusterfs",
    "fuse.sshfs", "fuse.rclone", "fuse.davfs2", "fuse.gvfsd-fuse", "fuse.s3fs", "fuse.google-drive-ocamlfuse",
}  # fmt: skip
_MOUNTS = Path("/proc/self/mountinfo")


def refuse_synced(folder: Path) -> None:
    """Raise `VaultSynced` where a folder is copied about, or lies on another computer."""
    if (by := synced_by(folder)) is not None:
        raise VaultSynced(
            tr("{folder} is in a folder that {what} copies to other places. A copy made while something is "
               "being saved is no store, and could take the place of the whole one. Nothing was changed. "
               "Keep the store on this computer’s own disk; finished backups may well go there.",
               folder=folder, what=by)
        )  # fmt: skip
    if on_network(folder):
        raise VaultSynced(
            tr("{folder} is on another computer. When the network fails while something is being saved, "
               "the store can be damaged. Nothing was changed. Keep the store on this computer’s own "
               "disk; finished backups may well go there.", folder=folder)
        )  # fmt: skip


def synced_by(folder: Path) -> str | None:
    """Return the name of what copies a folder about, None where nothing is known to."""
    return next(_signs(folder), None)


def on_network(folder: Path, mounts: Path = _MOUNTS) -> bool:
    """Return whether a folder lies on another computer, as far as can be told."""
    if sys.platform == "win32":
        return _is_remote_drive(folder)
    if sys.platform == "darwin":
        return _is_remote_volume(folder)
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    place, form = _resolved(folder), ""
    longest = -1
    for line in lines:
        before, _, after = line.partition(" - ")
        point = before.split()[4].replace("\\040", " ")
        inside = place == Path(point) or Path(point) in place.parents
        if inside and len(point) >= longest:
            longest, form = len(point), after.split()[0]
    return form in _NETWORK


def _signs(folder: Path) -> Iterator[str]:
    place = _resolved(folder)
    for one in (place, *place.parents):
        name = one.name.casefold()
        # Some add whose they are: "OneDrive - Company", "Dropbox (Personal)".
        for start, what in _NAMES.items():
            if name == start or name.startswith((f"{start} -", f"{start} (", f"{start}-")):
                yield what
        for marker, what in _MARKERS.items():
            # The home folder holds .dropbox, too, for what the program itself has to remember.
            if os.path.lexists(one / marker) and one != Path.home():
                yield what


def _resolved(folder: Path) -> Path:
    return Path(os.path.realpath(folder))


def _is_remote_drive(folder: Path) -> bool:
    """Return whether a folder is on another computer, on Windows; not run there yet."""
    import ctypes  # noqa: PLC0415 - start-up: only on Windows

    remote = 4
    drive = _resolved(folder).drive
    kinds: Any = getattr(ctypes, "windll", None)
    kind = kinds.kernel32.GetDriveTypeW(f"{drive}\\") if kinds else 0
    return is_share(drive) or kind == remote


def is_share(drive: str) -> bool:
    """Return whether a drive of Windows is a share of another computer, and no volume of this one."""
    device = drive.startswith(("\\\\?\\", "\\\\.\\"))
    return drive.upper().startswith("\\\\?\\UNC\\") or (drive.startswith("\\\\") and not device)


def _is_remote_volume(folder: Path) -> bool:
    from connect_desktop.store import volume  # noqa: PLC0415 - start-up: only on macOS

    found = volume.of(_resolved(folder))
    return found is not None and not found.f_flags & volume.LOCAL
