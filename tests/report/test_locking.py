"""A PDF that opens with a passphrase only."""

from datetime import date
from pathlib import Path

import pikepdf
import pytest
from pdfminer.high_level import extract_text

from connect_desktop.domain import Reflection
from connect_desktop.domain.errors import InvalidValue
from connect_desktop.report.document import Document
from connect_desktop.report.documents import booklet
from connect_desktop.report.options import Options
from connect_desktop.report.pdf import write_pdf

TODAY = date(2026, 11, 22)


@pytest.fixture
def document() -> Document:
    written = Reflection(on=TODAY, title="Zugvogel", text="Quillon and the lake.")
    return booklet([written], [], start=TODAY, end=TODAY, options=Options(), today=TODAY)


def test_it_opens_with_the_passphrase_and_is_still_accessible(document: Document, tmp_path: Path) -> None:
    path = tmp_path / "locked.pdf"
    assert write_pdf(document, path, word="grüne Tür") == 1
    for wrong in ("", "grune Tur", "grüne tür"):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(path, password=wrong)
    with pikepdf.open(path, password="grüne Tür") as pdf:
        assert (pdf.encryption.R, pdf.encryption.V, pdf.encryption.bits) == (6, 5, 256)
        assert pdf.allow.accessibility
        assert pdf.allow.extract
        assert "StructTreeRoot" in str(pdf.Root.keys())
        assert b"Reflections" in pdf.Root.Metadata.read_bytes()
    assert "Quillon and the lake." in extract_text(path, password="grüne Tür")


def test_nothing_of_it_can_be_read_without(document: Document, tmp_path: Path) -> None:
    path = tmp_path / "locked.pdf"
    write_pdf(document, path, word="open says me")
    data = path.read_bytes()
    for word in ("Quillon", "Zugvogel", "Reflections", "xmpmeta", "open says me"):
        assert word.encode() not in data
        assert word.encode("utf-16-be") not in data


def test_a_passphrase_typed_another_way_is_the_same(document: Document, tmp_path: Path) -> None:
    path = tmp_path / "locked.pdf"
    write_pdf(document, path, word="e\u0301te\u0301")
    with pikepdf.open(path, password="été"):
        pass


@pytest.mark.parametrize("word", ["x" * 128, "é" * 64])
def test_one_that_would_be_cut_off_is_refused(document: Document, tmp_path: Path, word: str) -> None:
    with pytest.raises(InvalidValue, match="at most 127 bytes"):
        write_pdf(document, tmp_path / "locked.pdf", word=word)
    assert list(tmp_path.iterdir()) == []


def test_none_at_all_is_refused(document: Document, tmp_path: Path) -> None:
    with pytest.raises(InvalidValue, match="there must be one"):
        write_pdf(document, tmp_path / "locked.pdf", word="")
    assert list(tmp_path.iterdir()) == []
