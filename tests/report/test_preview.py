"""The pages shown before a document is written are the pages that will be written."""

import struct
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from connect_desktop.domain import Reflection
from connect_desktop.domain.errors import Cancelled
from connect_desktop.report.document import Document
from connect_desktop.report.documents import booklet
from connect_desktop.report.options import Options, Paper
from connect_desktop.report.pdf import Previewer, preview, write_pdf

TODAY = date(2026, 11, 22)


def made(text: str, paper: Paper = Paper.A4) -> Document:
    reflection = Reflection(on=TODAY, title="Title", text=text)
    return booklet([reflection], [], start=TODAY, end=TODAY, options=Options(paper=paper), today=TODAY)


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


@pytest.fixture
def previewer() -> Iterator[Previewer]:
    with closing(Previewer()) as opened:
        yield opened


@pytest.mark.parametrize(("paper", "ratio"), [(Paper.A4, 842 / 595), (Paper.LETTER, 11 / 8.5)])
def test_pages_come_as_wide_as_asked(paper: Paper, ratio: float) -> None:
    pages = preview(made("word " * 2_000, paper), 400, 1, 2)
    assert len(pages) == 2
    width, height = size(pages[0])
    assert abs(width - 400) <= 1
    assert abs(height - 400 * ratio) <= 2


def test_the_number_of_pages_is_that_of_the_file(tmp_path: Path) -> None:
    document = made("word " * 3_000)
    assert preview(document, 200, 1, 1).total == write_pdf(document, tmp_path / "made.pdf") > 2


def test_pages_that_are_not_there_are_left_out(previewer: Previewer) -> None:
    document = made("word")
    assert len(previewer.pages(document, 200, 1, 9)) == 1
    assert previewer.pages(document, 200, 2, 3) == []
    assert previewer.pages(document, 200, 2, 3).total == 1


def test_each_page_is_its_own_and_the_same_again(previewer: Previewer) -> None:
    document = made("\n\n".join(f"Line {number}" for number in range(200)))
    first, second = previewer.pages(document, 300, 1, 2)
    assert first != second
    assert previewer.pages(document, 300, 2, 2) == [second]


def test_another_document_is_another_picture(previewer: Previewer) -> None:
    one = previewer.pages(made("one"), 300, 1, 1)
    two = previewer.pages(made("two " * 4_000), 300, 1, 1)
    assert one != two
    assert two.total > one.total == 1


def test_it_goes_on_after_being_stopped(previewer: Previewer) -> None:
    document = made("word")
    with pytest.raises(Cancelled):
        previewer.pages(document, 300, 1, 1, cancelled=lambda: True)
    assert len(previewer.pages(document, 300, 1, 1)) == 1


def test_it_can_be_closed_and_asked_again(previewer: Previewer) -> None:
    document = made("word")
    before = previewer.pages(document, 300, 1, 1)
    previewer.close()
    previewer.close()
    assert previewer.pages(document, 300, 1, 1) == before
