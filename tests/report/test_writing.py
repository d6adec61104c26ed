"""A PDF appears whole or not at all."""

import os
import signal
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from limits import files_up_to

from connect_desktop.domain import Reflection
from connect_desktop.domain.errors import Cancelled, NotWritten
from connect_desktop.report.document import Document
from connect_desktop.report.documents import booklet
from connect_desktop.report.options import Options
from connect_desktop.report.pdf import write_pdf

TODAY = date(2026, 11, 22)
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="looks at processes in /proc")


@pytest.fixture
def document() -> Document:
    reflection = Reflection(on=TODAY, title="Title", text="word " * 5_000)
    return booklet([reflection], [], start=TODAY, end=TODAY, options=Options(), today=TODAY)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "out"
    made.mkdir()
    return made


def children() -> list[int]:
    """The processes that this one started and that still run."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                state, parent = (entry / "stat").read_text().rpartition(")")[2].split()[:2]
            except OSError:
                continue
            if int(parent) == os.getpid() and state != "Z":
                found.append(int(entry.name))
    return found


def test_the_file_is_whole_and_private(document: Document, folder: Path) -> None:
    pages = write_pdf(document, folder / "made.pdf")
    assert [path.name for path in folder.iterdir()] == ["made.pdf"]
    assert stat.S_IMODE((folder / "made.pdf").stat().st_mode) == 0o600
    with pikepdf.open(folder / "made.pdf") as pdf:
        assert len(pdf.pages) == pages


def test_it_takes_the_place_of_what_was_there(document: Document, folder: Path) -> None:
    target = folder / "made.pdf"
    target.write_bytes(b"before")
    write_pdf(document, target)
    assert target.read_bytes().startswith(b"%PDF-")


def test_a_link_leads_on(document: Document, folder: Path, tmp_path: Path) -> None:
    (folder / "link.pdf").symlink_to(tmp_path / "real.pdf")
    write_pdf(document, folder / "link.pdf")
    assert (folder / "link.pdf").is_symlink()
    assert (tmp_path / "real.pdf").read_bytes().startswith(b"%PDF-")


def test_progress_goes_from_nothing_to_all(document: Document, folder: Path) -> None:
    told: list[float] = []
    write_pdf(document, folder / "made.pdf", progress=told.append)
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0.0, 1.0)


def nothing_changed(folder: Path, before: dict[str, bytes]) -> bool:
    return {path.name: path.read_bytes() for path in folder.iterdir()} == before


@on_linux
@pytest.mark.parametrize("looks", [1, 2, 3])
def test_stopping_leaves_everything_as_it_was(document: Document, folder: Path, looks: int) -> None:
    (folder / "made.pdf").write_bytes(b"before")
    asked: list[None] = []

    def cancelled() -> bool:
        asked.append(None)
        return len(asked) >= looks

    with pytest.raises(Cancelled, match="Nothing was written"):
        write_pdf(document, folder / "made.pdf", cancelled=cancelled)
    assert nothing_changed(folder, {"made.pdf": b"before"})
    assert children() == []


@on_linux
def test_a_process_that_vanishes_is_said_and_leaves_nothing(document: Document, folder: Path) -> None:
    def told(share: float) -> None:
        if share > 0:
            for child in children():
                os.kill(child, signal.SIGKILL)

    with pytest.raises(NotWritten, match="could not be set"):
        write_pdf(document, folder / "made.pdf", progress=told)
    assert nothing_changed(folder, {})


def test_no_folder(document: Document, folder: Path) -> None:
    with pytest.raises(NotWritten, match="There is no folder"):
        write_pdf(document, folder / "gone" / "made.pdf")
    assert nothing_changed(folder, {})


def test_a_folder_is_no_file(document: Document, folder: Path) -> None:
    with pytest.raises(NotWritten, match="is a folder"):
        write_pdf(document, folder)
    assert nothing_changed(folder, {})


def test_a_device_is_no_file(document: Document) -> None:
    with pytest.raises(NotWritten, match="not an ordinary file"):
        write_pdf(document, Path(os.devnull))


@contextmanager
def as_nobody() -> Iterator[None]:
    """Run as a user who may write nothing of ours."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(before)


@pytest.mark.skipif(sys.platform == "win32", reason="changes users and modes the POSIX way")
def test_a_folder_that_may_not_be_written_to(document: Document) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o555)
        with as_nobody(), pytest.raises(NotWritten, match="may not be written to"):
            write_pdf(document, folder / "made.pdf")
        assert nothing_changed(folder, {})
        folder.chmod(0o700)


@pytest.mark.skipif(sys.platform == "win32", reason="limits files the POSIX way")
def test_a_full_disk(document: Document, folder: Path) -> None:
    (folder / "made.pdf").write_bytes(b"before")
    with files_up_to(8_000), pytest.raises(NotWritten, match="larger than is allowed"):
        write_pdf(document, folder / "made.pdf")
    assert nothing_changed(folder, {"made.pdf": b"before"})


@on_linux
def test_no_text_is_in_an_argument_or_a_file(folder: Path) -> None:
    reflection = Reflection(on=TODAY, title="Title", text="Zimtzicke " * 3_000)
    document = booklet([reflection], [], start=TODAY, end=TODAY, options=Options(), today=TODAY)
    seen: list[bytes] = []

    def cancelled() -> bool:
        for child in children():
            place = Path("/proc", str(child))
            seen.extend(read(place / part) for part in ("cmdline", "environ"))
            for link in opened(place / "fd"):
                seen.append(read(link))
        return False

    write_pdf(document, folder / "made.pdf", cancelled=cancelled)
    assert b"--typeset" in b"".join(seen)
    assert b"Zimtzicke" not in b"".join(seen)


def read(path: Path) -> bytes:
    try:
        return path.read_bytes() if path.is_file() else b""
    except OSError:
        return b""


def opened(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []
