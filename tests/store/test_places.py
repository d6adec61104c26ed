"""Where a store may lie: on this computer's own disk, and in no folder that another program copies about."""

import ctypes
import os
from pathlib import Path

import pytest

from connect_desktop import paths
from connect_desktop.domain import Edit, Person
from connect_desktop.domain.errors import StoreError, VaultExists, VaultInUse, VaultSynced
from connect_desktop.store import Store, moving, synced, vault, volume

SYNCED = {
    "Dropbox": "Dropbox", "Dropbox (Personal)": "Dropbox", "OneDrive": "OneDrive",
    "OneDrive - Company": "OneDrive", "Google Drive": "Google Drive", "iCloudDrive": "iCloud",
    "Library/Mobile Documents/x": "iCloud", "Nextcloud": "Nextcloud",
}  # fmt: skip


@pytest.mark.parametrize("name", SYNCED)
def test_a_store_in_a_synced_folder_is_neither_made_nor_opened(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name / "deep" / "vault"
    assert synced.synced_by(folder) == SYNCED[name]
    with pytest.raises(VaultSynced, match=SYNCED[name]):
        vault.create(folder, None, None)
    assert not folder.parent.exists()
    other = tmp_path / "here"
    key = vault.create(other, None, None)
    folder.parent.mkdir(parents=True)
    other.rename(folder)
    with pytest.raises(VaultSynced, match="finished backups may"):
        Store.open(folder, key)


@pytest.mark.parametrize(
    ("marker", "what"),
    [(".stfolder", "Syncthing"), (".dropbox.cache", "Dropbox"), (".owncloudsync.log", "Nextcloud")],
)
def test_what_such_programs_leave_in_their_folder_tells_them(tmp_path: Path, marker: str, what: str) -> None:
    (tmp_path / marker).touch()
    assert synced.synced_by(tmp_path / "a" / "vault") == what


def test_a_folder_of_ones_own_is_none_of_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert synced.synced_by(tmp_path / "Dropboxes" / "My OneDrive notes") is None
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / ".dropbox").mkdir()
    assert synced.synced_by(tmp_path / "vault") is None
    assert not synced.on_network(tmp_path)


def test_a_link_does_not_hide_it(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "mine").symlink_to(tmp_path / "Dropbox", target_is_directory=True)
    assert synced.synced_by(tmp_path / "mine" / "vault") == "Dropbox"


def test_a_folder_of_another_computer_is_known_by_how_it_is_mounted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = os.path.realpath(tmp_path)
    mounts = tmp_path / "mountinfo"
    mounts.write_text(
        "1 0 8:1 / / rw - ext4 /dev/sda1 rw\n"
        f"2 1 0:40 / {place}/far rw shared:1 - nfs4 server:/home rw\n"
        f"3 2 8:2 / {place}/far/own rw - ext4 /dev/sdb1 rw\n"
        f"4 1 0:41 / {place}/a\\040b rw - fuse.sshfs there: rw\n"
    )
    assert synced.on_network(tmp_path / "far" / "vault", mounts)
    assert synced.on_network(tmp_path / "a b", mounts)
    assert not synced.on_network(tmp_path / "far" / "own" / "vault", mounts)
    assert not synced.on_network(tmp_path, mounts)
    assert not synced.on_network(tmp_path, tmp_path / "nowhere")
    assert not synced._is_remote_drive(tmp_path)
    monkeypatch.setattr(synced, "on_network", lambda _folder: True)
    with pytest.raises(VaultSynced, match="another computer"):
        vault.create(tmp_path / "vault", None, None)


@pytest.mark.parametrize(
    ("drive", "share"),
    [
        ("C:", False), (r"\\nas\home", True), (r"\\?\UNC\nas\home", True), (r"\\?\C:", False),
        (r"\\?\Volume{b75e2c83-0000}", False), (r"\\.\C:", False), ("", False),
    ],
)  # fmt: skip
def test_a_share_of_windows_is_told_from_a_volume(drive: str, share: bool) -> None:
    assert synced.is_share(drive) is share


@pytest.mark.skipif(os.name == "nt", reason="asks as POSIX does")
def test_a_volume_of_macos_is_asked_for_as_it_is_laid_out_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ctypes.sizeof(volume.Volume) == 2168
    assert volume.of(tmp_path / "not" / "there") is not None
    there = volume.Volume(f_flags=volume.LOCAL)
    monkeypatch.setattr(volume, "of", lambda _folder: there)
    assert not synced._is_remote_volume(tmp_path)
    there.f_flags = 0
    assert synced._is_remote_volume(tmp_path)


@pytest.fixture
def in_dropbox(tmp_path: Path) -> Path:
    """A data folder in a synced one, with a store and a backup in it."""
    made, data = tmp_path / "made", tmp_path / "Dropbox" / "Connect"
    store = Store.open(made / "vault", vault.create(made / "vault", None, None))
    store.apply([Edit(None, Person(name="Maya"))])
    (made / "vault" / "backups").mkdir()
    store.snapshot().keep(made / "vault" / "backups" / "one.backup")
    store.close()
    data.parent.mkdir()
    return made.rename(data)


def test_moved_away_it_is_found_from_where_it_was(in_dropbox: Path, tmp_path: Path) -> None:
    new = tmp_path / "own" / "Connect"
    moving.move(in_dropbox / "vault", new)
    assert paths.places(in_dropbox).vault == new / "vault"
    assert paths.places(in_dropbox).settings.parent == in_dropbox
    store = Store.open(new / "vault", vault.unlock_open(new / "vault"))
    assert [one.name for one in store.people.all()] == ["Maya"]
    store.close()
    assert (new / "vault" / "backups" / "one.backup").exists()
    assert [path.name for path in in_dropbox.iterdir()] == [paths.MOVED]
    if os.name == "posix":
        assert all(path.stat().st_mode & 0o077 == 0 for path in (new / "vault").rglob("*"))


def test_it_is_not_moved_where_it_cannot_be(in_dropbox: Path, tmp_path: Path) -> None:
    old = in_dropbox / "vault"
    with pytest.raises(VaultSynced):
        moving.move(old, tmp_path / "OneDrive" / "Connect")
    taken = tmp_path / "taken"
    vault.create(taken / "vault", None, None)
    with pytest.raises(VaultExists, match="another folder"):
        moving.move(old, taken)
    (tmp_path / "a file").touch()
    with pytest.raises(StoreError, match="can’t be used"):
        moving.move(old, tmp_path / "a file")
    with vault.alone(old), pytest.raises(VaultInUse):
        moving.move(old, tmp_path / "own")
    assert paths.places(in_dropbox).vault == old
    assert vault.unlock_open(old)


def test_moved_over_what_a_killed_move_left(in_dropbox: Path, tmp_path: Path) -> None:
    new = tmp_path / "own"
    (new / "vault").mkdir(parents=True)
    (new / "vault.moving").mkdir()
    (new / "vault.moving" / "half").touch()
    moving.move(in_dropbox / "vault", new)
    assert {path.name for path in new.iterdir()} == {"vault"}
    assert not (new / "vault" / "half").exists()


def test_a_note_that_says_nothing_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / paths.MOVED).write_text("not a whole path")
    assert paths.places(tmp_path).data == tmp_path
