"""A written PDF as other programs read it: accessible, whole, the same every time."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pikepdf
import pytest

from connect_desktop.domain import WORD_FEELING, Edit, Moment, Person, Reflection
from connect_desktop.report import drawings
from connect_desktop.report.document import Document
from connect_desktop.report.documents import ChartsOf, booklet, period, person
from connect_desktop.report.options import Names, Options, Paper
from connect_desktop.store import Store

TODAY = date(2026, 11, 22)
Print = Callable[..., Any]

POINTS = {Paper.A4: (595, 842), Paper.LETTER: (612, 792)}


@pytest.fixture
def charts(store: Store, daniel: Person, autumn: list[Moment]) -> ChartsOf:
    """Draws the charts of nine moments with Daniel."""
    records = [
        daniel,
        *(one.interaction for one in autumn),
        *(part for one in autumn for part in one.impressions),
    ]
    store.apply([Edit(None, record) for record in records])
    return drawings.all_of(
        store.impressions.columns, usual=0.4, feelings=WORD_FEELING, today=TODAY, day_ends=240
    )


@pytest.fixture
def about_daniel(daniel: Person, autumn: list[Moment], charts: ChartsOf) -> Callable[..., Document]:
    def made(**options: Any) -> Document:
        written = Reflection(on=TODAY, title="What I hope", text="First.\n\n- one\n- two", people={daniel.id})
        return person(
            daniel, [daniel], moments=autumn, reflections=[written], options=Options(**options), today=TODAY,
            charts=charts,
        )  # fmt: skip

    return made


def diary(count: int, words: int = 60) -> list[Reflection]:
    text = "\n\n".join(["word " * (words // 3)] * 3)
    return [
        Reflection(on=TODAY - timedelta(days=number), title=f"Day {number}", text=text)
        for number in range(count)
    ]


def of(reflections: list[Reflection], **options: Any) -> Document:
    start = min((one.on for one in reflections), default=TODAY)
    return booklet(reflections, [], start=start, end=TODAY, options=Options(**options), today=TODAY)


def test_it_says_that_it_is_accessible(printed: Print, about_daniel: Callable[..., Document]) -> None:
    with pikepdf.open(printed(about_daniel(lang="de_AT")).path) as pdf, pdf.open_metadata() as about:
        assert about["pdfuaid:part"] == "1"
        assert about["dc:title"] == "D."
        assert str(pdf.Root.Lang).casefold() == "de-at"
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert pdf.docinfo["/Title"] == "D."
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20261122")


def test_structure_and_alternative_texts_are_there(
    printed: Print, about_daniel: Callable[..., Document]
) -> None:
    found = printed(about_daniel()).structure()
    kinds = [kind for kind, _ in found]
    assert kinds[:2] == ["Document", "Title"]
    assert {"H1", "H2", "P", "L", "LI", "Table", "TH", "TD"} <= set(kinds)
    described = [alt for kind, alt in found if kind == "Figure"]
    assert len(described) == 5
    assert described[0] is not None
    assert described[0].startswith("9 moments with D., from 1 September 2026")


def test_bookmarks_follow_the_headings(printed: Print, about_daniel: Callable[..., Document]) -> None:
    assert printed(about_daniel()).bookmarks() == ["Moments", "Reflections", "What I hope"]


def test_every_font_is_inside(printed: Print, about_daniel: Callable[..., Document]) -> None:
    with pikepdf.open(printed(about_daniel()).path) as pdf:
        fonts = [part for part in pdf.objects if _is(part, "/FontDescriptor")]
        assert fonts
        assert all({"/FontFile2", "/FontFile3"} & set(font.keys()) for font in fonts)


def _is(part: pikepdf.Object, kind: str) -> bool:
    return isinstance(part, pikepdf.Dictionary) and part.get("/Type") == kind


@pytest.mark.parametrize("paper", list(Paper))
def test_pages_have_the_size_of_the_paper_and_count_themselves(printed: Print, paper: Paper) -> None:
    made = printed(of(diary(6, words=600), paper=paper))
    assert made.pages > 2
    with pikepdf.open(made.path) as pdf:
        assert len(pdf.pages) == made.pages
        sizes = {tuple(round(float(side)) for side in page.mediabox[2:]) for page in pdf.pages}
    assert sizes == {POINTS[paper]}
    assert f"page2of{made.pages}" in made.text(2)


def test_contents_come_only_with_more_than_a_few_entries(printed: Print) -> None:
    assert "TOCI" not in {kind for kind, _ in printed(of(diary(4))).structure()}
    found = [kind for kind, _ in printed(of(diary(5))).structure()]
    assert found.count("TOCI") == found.count("Link") == 5


def test_many_contents_have_a_page_of_their_own(printed: Print) -> None:
    made = printed(of(diary(20)))
    assert made.text(1).count("Day") == 20
    assert "word" not in made.text(1)


def test_a_heading_never_ends_a_page(printed: Print) -> None:
    made = printed(of(diary(40, words=90)))
    starts = [made.text(page) for page in range(2, made.pages + 1)]
    for text in starts:
        said = re.sub(r"(Self-reported.*)?page\d+of\d+$", "", text)
        assert said.endswith("word")


def test_the_running_head_starts_on_the_second_page(printed: Print) -> None:
    made = printed(of(diary(6, words=600)))
    assert [made.text(page).count("Reflections") for page in range(1, made.pages + 1)] == [1] * made.pages
    assert made.text(2).startswith("Reflections")


@pytest.mark.parametrize("names", list(Names))
def test_the_same_document_gives_the_same_bytes(
    printed: Print, about_daniel: Callable[..., Document], names: Names
) -> None:
    assert (
        printed(about_daniel(names=names), "a.pdf").data == printed(about_daniel(names=names), "b.pdf").data
    )


def test_the_order_in_which_records_come_makes_no_difference(
    printed: Print, daniel: Person, autumn: list[Moment]
) -> None:
    others = [Person(name=name) for name in ("Maya", "Ana", "Maya")]
    written = [
        Reflection(
            on=TODAY, title=f"T{number}", text="About Maya and Ana.", people={one.id for one in others}
        )
        for number in range(3)
    ]

    def made(step: int) -> Document:
        return period(
            [daniel, *others][::step], start=date(2026, 1, 1), end=TODAY, moments=autumn[::step],
            reflections=written[::step], options=Options(notes=True), today=TODAY,
        )  # fmt: skip

    assert printed(made(1), "a.pdf").data == printed(made(-1), "b.pdf").data


def test_an_empty_document_says_so(printed: Print, daniel: Person) -> None:
    assert "Noreflectionswerewritten" in printed(of([])).text()
    alone = person(daniel, [daniel], moments=[], reflections=[], options=Options(), today=TODAY)
    assert "WithD.nothingislogged." in printed(alone).text()
    nothing = period([], start=TODAY, end=TODAY, moments=[], reflections=[], options=Options(), today=TODAY)
    assert "Nothingwasloggedorwritteninthesedays." in printed(nothing).text()
