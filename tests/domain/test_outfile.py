"""A file the user asked for is there whole, or it is as it was before."""

import errno
import os
import stat
from pathlib import Path

import pytest
from limits import files_up_to

from connect_desktop.domain import outfile
from connect_desktop.domain.errors import NotWritten
from connect_desktop.interchange import connect_json, csv_folder
from connect_desktop.interchange.bundle import Bundle
from connect_desktop.store import vault

posix = pytest.mark.skipif(os.name != "posix", reason="as POSIX has it")


@posix
def test_only_its_owner_may_read_it_whatever_the_umask(tmp_path: Path) -> None:
    path = tmp_path / "life.json"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o644)
    before = os.umask(0)
    try:
        connect_json.write(Bundle(), path)
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_text(encoding="utf-8") != "old"


def test_an_error_half_way_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "life.json"
    path.write_text("precious", encoding="utf-8")
    with pytest.raises(ZeroDivisionError), outfile.replacing(path) as stream:
        stream.write(b"half")
        raise ZeroDivisionError
    with pytest.raises(ZeroDivisionError), outfile.new_folder(tmp_path / "folder") as made:
        with outfile.inside(made, "one.md") as stream:
            stream.write(b"half")
        raise ZeroDivisionError
    assert [found.name for found in tmp_path.iterdir()] == ["life.json"]
    assert path.read_text(encoding="utf-8") == "precious"


@pytest.mark.parametrize("name", ["vault.db", "vault.keys", "life.json"])
def test_nothing_is_put_beside_the_keys_of_a_store(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "vault"
    vault.create(folder, None, None)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(NotWritten, match="is where Connect keeps your store"):
        connect_json.write(Bundle(), folder / name)
    with pytest.raises(NotWritten, match="is where Connect keeps your store"):
        csv_folder.write(Bundle(), folder / "csv")
    if os.name == "posix":
        (tmp_path / "link.json").symlink_to(folder / name)
        with pytest.raises(NotWritten, match="is where Connect keeps your store"):
            connect_json.write(Bundle(), tmp_path / "link.json")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


@posix
def test_a_disk_without_room_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "life.json"
    path.write_text("precious", encoding="utf-8")
    with files_up_to(8):
        with pytest.raises(NotWritten, match="larger than is allowed"):
            connect_json.write(Bundle(), path)
        with pytest.raises(NotWritten, match="larger than is allowed"):
            csv_folder.write(Bundle(), tmp_path / "csv")
    assert [found.name for found in tmp_path.iterdir()] == ["life.json"]
    assert path.read_text(encoding="utf-8") == "precious"


@pytest.mark.parametrize(
    ("name", "reason"),
    [("", "is a folder"), ("none/life.json", "There is no folder"), ("pipe", "is not an ordinary file")],
)
@posix
def test_where_no_file_can_be_none_is_put(tmp_path: Path, name: str, reason: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(NotWritten, match=reason):
        connect_json.write(Bundle(), tmp_path / name)
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


@posix
def test_a_folder_that_may_not_be_written_to_is_told(tmp_path: Path) -> None:
    superuser = os.geteuid() == 0
    tmp_path.chmod(0o500)
    if superuser:  # who may write everywhere
        os.seteuid(65534)
    try:
        with pytest.raises(NotWritten, match="may not be written to"):
            connect_json.write(Bundle(), tmp_path / "life.json")
    finally:
        if superuser:
            os.seteuid(0)
        tmp_path.chmod(0o700)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "the disk is full"),
        (errno.EROFS, "may not be written to"),
        (errno.EIO, os.strerror(errno.EIO)),
    ],
)
def test_what_a_disk_refuses_is_said_and_leaves_nothing(tmp_path: Path, code: int, words: str) -> None:
    path = tmp_path / "life.json"
    with pytest.raises(NotWritten, match=words), outfile.replacing(path) as stream:
        stream.write(b"half")
        raise OSError(code, os.strerror(code))
    assert list(tmp_path.iterdir()) == []


def test_a_reader_that_went_away_is_no_fault_of_the_disk(tmp_path: Path) -> None:
    with pytest.raises(BrokenPipeError), outfile.replacing(tmp_path / "life.json"):
        raise BrokenPipeError
    assert list(tmp_path.iterdir()) == []
