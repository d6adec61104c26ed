"""`chart` and `report`: pictures and PDFs of what is in the store."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from connect_desktop.domain import now
from connect_desktop.interchange import sample

Command = Callable[..., Any]
Inside = Callable[[], Any]


@pytest.fixture(autouse=True)
def life(inside: Inside) -> None:
    with inside() as store:
        store.apply(sample.life(now().date()))


def pdf_title(path: Path) -> str:
    with pikepdf.open(path) as document, document.open_metadata() as about:
        return str(about["dc:title"])


@pytest.mark.parametrize("kind", ["body", "gave", "words", "calendar", "reach", "said", "hurts", "before"])
def test_each_chart_is_drawn_with_its_words(connect: Command, tmp_path: Path, kind: str) -> None:
    out = tmp_path / "chart.svg"
    answer = connect("chart", "person", "maya", "--kind", kind, "--out", out)
    assert answer.status == 0, answer
    assert answer.out.startswith(f"Drawn: {out}\n")
    assert "Maya" in answer.out
    assert "<svg" in out.read_text(encoding="utf-8")
    assert out.stat().st_mode & 0o777 == 0o600


def test_a_chart_as_png(connect: Command, tmp_path: Path) -> None:
    out = tmp_path / "chart.PNG"
    assert connect("chart", "person", "Daniel", "--kind", "body", "--out", out).status == 0
    assert out.read_bytes().startswith(b"\x89PNG\r\n")


def test_a_chart_of_too_little_says_what_will_appear(connect: Command, tmp_path: Path) -> None:
    connect("log", "Newcomer", "--new", "--body", 1)
    answer = connect("chart", "person", "Newcomer", "--kind", "body", "--out", tmp_path / "chart.svg")
    assert answer.status == 0
    assert len(answer.out.splitlines()) == 2


def test_the_map_of_everyone(connect: Command, tmp_path: Path) -> None:
    for name, start in (("map.svg", b"<?xml"), ("map.png", b"\x89PNG\r\n")):
        out = tmp_path / name
        answer = connect("chart", "map", "--out", out)
        assert answer.status == 0, answer
        assert answer.out.startswith(f"Drawn: {out}\n")
        assert "Where you exhale: " in answer.out and "Maya, met in " in answer.out
        assert out.read_bytes().startswith(start)
        assert out.stat().st_mode & 0o777 == 0o600
    assert connect("chart", "map", "--out", tmp_path / "map.jpg").status == 1
    assert connect("chart", "map").status == 2


def test_what_cannot_be_drawn_is_refused(connect: Command, tmp_path: Path) -> None:
    def line(name: str, file: str) -> str:
        return str(connect("chart", "person", name, "--kind", "body", "--out", tmp_path / file).line)

    assert line("Maya", "chart.jpg") == "A chart is drawn as .svg or .png; chart.jpg is neither."
    assert line("Nobody", "chart.svg") == "Nobody is called “Nobody”."
    assert "There is no folder" in line("Maya", "none/chart.svg")
    assert list(tmp_path.glob("*chart*")) == []
    assert connect("chart", "person", "Maya", "--kind", "pie", "--out", "x.svg").status == 2
    assert connect("chart").status == 2


def test_one_person_as_a_pdf(connect: Command, tmp_path: Path) -> None:
    out = tmp_path / "maya.pdf"
    answer = connect("report", "person", "maya", "--out", out, "--names", "full")
    assert answer.status == 0, answer
    pages = int(re.fullmatch(r"Written to .*: (\d+) pages?\.\n", answer.out)[1])  # type: ignore[index]
    with pikepdf.open(out) as document:
        assert len(document.pages) == pages > 2
        assert float(document.pages[0].mediabox[2]) == pytest.approx(595.28, abs=1)  # A4
    assert pdf_title(out) == "Maya"


def test_charts_of_days_gone_by_end_with_those_days(connect: Command, tmp_path: Path) -> None:
    out, year = tmp_path / "maya.pdf", now().year - 1
    days = ("--from", f"{year}-07-01", "--to", f"{year}-12-31")
    assert connect("report", "person", "maya", *days, "--out", out).status == 0
    with pikepdf.open(out) as document:
        alts = [
            str(one.Alt) for one in document.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one
        ]
    assert any(alt.startswith(f"Who reached out, from July {year} to December {year}.") for alt in alts)


def test_names_are_hidden_unless_asked_for(connect: Command, tmp_path: Path) -> None:
    out = tmp_path / "maya.pdf"
    assert connect("report", "person", "maya", "--out", out, "--no-charts", "--no-readings").status == 0
    assert pdf_title(out) == "M."
    assert connect("report", "person", "maya", "--out", out, "--names", "letters", "--no-charts").status == 0
    assert pdf_title(out) == "A"


def test_reflections_of_some_days_on_letter_paper(connect: Command, tmp_path: Path) -> None:
    out, whole = tmp_path / "some.pdf", tmp_path / "whole.pdf"
    year = now().year
    days = ("--from", f"{year}-01-01", "--to", f"{year}-02-28")
    assert connect("report", "reflections", *days, "--out", out, "--paper", "letter").status == 0
    with pikepdf.open(out) as document:
        assert float(document.pages[0].mediabox[2]) == pytest.approx(612, abs=1)
    assert connect("report", "reflections", "--out", whole).status == 0
    with pikepdf.open(whole) as all_of_it, pikepdf.open(out) as some:
        assert len(all_of_it.pages) > len(some.pages)


def test_a_look_back_over_some_days(connect: Command, tmp_path: Path) -> None:
    out = tmp_path / "back.pdf"
    assert (
        connect("report", "period", "--from", f"{now().year}-01-01", "--no-charts", "--out", out).status == 0
    )
    assert pdf_title(out)


def test_pages_for_a_therapist(connect: Command, tmp_path: Path) -> None:
    out, fewer = tmp_path / "pages.pdf", tmp_path / "fewer.pdf"
    days = ("--from", f"{now().year}-01-01", "--last", f"{now().year}-01-20")
    assert connect("report", "therapist", *days, "--reflections", "--hopes", "--out", out).status == 0
    assert pdf_title(out) == "For my therapist"
    only = ("--person", "Maya", "--no-charts", "--line", "Before Monday")
    assert connect("report", "therapist", *days, *only, "--out", fewer).status == 0
    with pikepdf.open(out) as whole, pikepdf.open(fewer) as some:
        assert len(whole.pages) > len(some.pages) >= 2
    refused = connect("report", "therapist", "--person", "Nobody", "--out", out).line
    assert refused == "Nobody is called “Nobody”."
    assert "last: 'then' does not fit" in connect("report", "therapist", "--last", "then", "--out", out).line


def test_a_locked_pdf(connect: Command, tmp_path: Path) -> None:
    out, secret = tmp_path / "locked.pdf", tmp_path / "secret.txt"
    secret.write_text("stone river\n", encoding="utf-8")
    locked = ("report", "reflections", "--pdf-passphrase-file", secret)
    assert connect(*locked, "--out", out).status == 0
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(out)
    with pikepdf.open(out, password="stone river") as pdf:
        assert pdf.encryption.R == 6
    assert "Only a PDF can be locked" in connect(*locked, "--out", tmp_path / "x.md").line
    secret.write_text("é" * 80, encoding="utf-8")
    assert "at most 127 bytes" in connect(*locked, "--out", tmp_path / "x.pdf").line
    assert list(tmp_path.glob("x.*")) == []


def test_one_person_as_markdown(connect: Command, tmp_path: Path) -> None:
    out = tmp_path / "maya.md"
    answer = connect("report", "person", "maya", "--out", out)
    assert answer.status == 0
    assert answer.out.endswith("It is not encrypted.\n")
    assert out.read_text("utf-8").startswith("# M.\n")
    assert "Maya" not in out.read_text("utf-8")


def test_what_cannot_be_written_is_refused(connect: Command, tmp_path: Path) -> None:
    def line(*arguments: str) -> str:
        return str(connect("report", *arguments, "--out", tmp_path / "x.pdf").line)

    assert line("person", "Nobody") == "Nobody is called “Nobody”."
    assert "from: 'soon' does not fit" in line("reflections", "--from", "soon")
    assert "from: '' does not fit" in line("reflections", "--from", "")
    assert "its year must be from 1900 to 2200" in line("reflections", "--from", "9999-01-01")
    assert "its year must be from 1900 to 2200" in line("period", "--to", "9999-12-31")
    assert "it lies after the last day" in line("period", "--from", "2026-02-01", "--to", "2026-01-01")
    assert "is a folder" in connect("report", "reflections", "--out", tmp_path).line
    assert connect("report", "person", "Maya").status == 2
    assert connect("report", "reflections", "--out", "x.pdf", "--names", "none").status == 2
    assert not (tmp_path / "x.pdf").exists()
