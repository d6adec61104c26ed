"""Whatever was typed stands on the page as it was typed, and can be read out of the PDF again."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pikepdf
import pytest

from connect_desktop.domain import Person, Reflection
from connect_desktop.report.documents import booklet, person
from connect_desktop.report.options import Names, Options

TODAY = date(2026, 11, 22)
Say = Callable[..., Any]


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(
    "text",
    [
        '#panic() #import "x" #let x = 1; [a] {b} $x^2$ @ref <label> ~ -- --- ... // no comment /* none */',
        "= no heading\n/ term: no term\n`code` \\u{1F600} 'single' \"double\" https://example.org/x?y=z#a",
        "%PDF-1.7 (paren) <</Type/Page>> endstream",
        "Zoë, Łódź, Ελλάδα, Москва, Việt Nam, İstanbul, ﬁ ﬂ, ½ € ™",
        "今日は、長い話をした。「また来てね」𠮷野家。我们谈了很久，松了一口气。오늘은 오래 이야기했다.",
        "😀 ❤️ 🇩🇪 🏳️‍🌈 1️⃣ 👍🏽 🫠 👨‍👩‍👧‍👦",
        "ไทยในหลวง, ქართული, հայերեն, አማርኛ, Ω ∑ → ✓ ♥",
        "two  spaces, a no-break\u00a0space",
    ],
)
def test_text_is_read_back_as_typed(said: Say, text: str) -> None:
    assert squeezed(text) in said(text).text()


@pytest.mark.parametrize("text", ["היום דיברנו הרבה זמן והרגשתי הקלה", "اليوم تحدثنا مع صديق"])
def test_text_from_the_right_keeps_its_letters_and_direction(said: Say, text: str) -> None:
    # pdfminer reads what is drawn from left to right.
    assert squeezed(text)[::-1] in said(text).text()


def test_paragraphs_from_the_right_stand_at_the_right(said: Say) -> None:
    left, right = (_first_x(said(text).path) for text in ("Hello there", "שלום"))
    assert right > left + 200


def _first_x(path: Any) -> float:
    """Where the first line of the text begins, in points from the left."""
    from pdfminer.high_level import extract_pages
    from pdfminer.layout import LTTextContainer

    boxes = [box for page in extract_pages(path) for box in page if isinstance(box, LTTextContainer)]
    return min((box for box in boxes if box.get_text().strip() in ("Hello there", "םולש")), key=str).x0


def test_what_no_font_has_is_read_as_its_code_point(said: Say) -> None:
    assert "Hieroglyph[U+13000],private[U+E000]" in said("Hieroglyph 𓀀, private \ue000").text()


def test_a_note_of_a_hundred_thousand_letters_is_there_to_the_last(said: Say) -> None:
    text = "".join(f"{number} " for number in range(17_000))[:100_000].rsplit(" ", 1)[0]
    made = said(text)
    assert made.pages > 20
    whole = "".join(made.text(page) for page in range(1, made.pages + 1))
    for page in range(1, made.pages + 1):
        whole = whole.replace(f"page{page}of{made.pages}", "").replace("Reflections", "")
    assert squeezed(text) in whole


@pytest.mark.parametrize("word", ["x" * 5_000, "W" * 300, "ه" * 300, "𝓯" * 300, "https://" + "a/b-c_" * 100])
def test_a_word_of_any_length_stays_on_the_page(said: Say, word: str) -> None:
    from pdfminer.high_level import extract_pages
    from pdfminer.layout import LTChar, LTTextContainer

    inside = [
        letter
        for page in extract_pages(said(word).path)
        for box in page
        if isinstance(box, LTTextContainer)
        for line in box
        for letter in line
        if isinstance(letter, LTChar) and letter.get_text() in word
    ]
    assert len(inside) >= len(word)
    assert all(letter.x0 > 0 and letter.x1 < 595 for letter in inside)


def test_markdown_becomes_structure(said: Say) -> None:
    kinds = [kind for kind, _ in said("# Head\n\n*a* **b**\n\n- x\n\n1. y\n\n> z").structure()]
    assert {"H1", "H2", "Em", "Strong", "L", "LI", "Lbl", "LBody", "BlockQuote"} <= set(kinds)


def test_the_text_of_a_heading_is_in_the_bookmarks_as_typed(said: Say) -> None:
    assert said("x", title="#1 *not* bold 🌻 שלום").bookmarks() == ["#1 *not* bold 🌻 שלום"]


def test_a_reflection_without_a_title_is_called_by_its_day(said: Say) -> None:
    assert said("x", title="").bookmarks() == ["Sunday, 22 November 2026"]


def test_odd_names_make_a_document_all_the_same(printed: Say) -> None:
    for name in ("W" * 200, "\ufeffx\u202eabc", "🌻🌻", "#panic()", "𓀀", "محمد بن علي"):
        someone = Person(name=name)
        made = printed(
            person(
                someone, [someone], moments=[], reflections=[], options=Options(names=Names.FULL), today=TODAY
            )
        )
        with pikepdf.open(made.path) as pdf:
            assert str(pdf.docinfo["/Title"]) == name


def hidden(printed: Say, names: Names, daniel: Person, reflection: Reflection) -> Any:
    return printed(
        booklet(
            [reflection], [daniel], start=TODAY, end=TODAY, options=Options(names=names), today=TODAY,
            prompts={"p": "What would Daniel say?"},
        )
    )  # fmt: skip


@pytest.mark.parametrize(("names", "label"), [(Names.INITIALS, "D."), (Names.LETTERS, "A")])
def test_hidden_names_are_nowhere_in_the_text(printed: Say, daniel: Person, names: Names, label: str) -> None:
    text = "**Dan**iel Fox, DANNY and daniel’s\n\n- > Fox said [Danny](https://x.org/daniel)"
    reflection = Reflection(on=TODAY, title="Letting Daniel be", text=text, people={daniel.id}, prompt="p")
    made = hidden(printed, names, daniel, reflection)
    everything = (made.text() + made.strings()).casefold()
    assert not [name for name in ("daniel", "danny", "fox") if name in everything]
    assert f"{label},{label}and{label}’s" in made.text()
    assert made.bookmarks() == [f"Letting {label} be"]
    assert f"Whatwould{label}say?" in made.text()
