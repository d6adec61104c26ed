"""Every character has a glyph, or stands as its code point: never an empty box."""

import importlib.util
import unicodedata
from pathlib import Path
from types import ModuleType

import pytest
import typst
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from connect_desktop import paths
from connect_desktop.report import glyphs

PAGE = b"""
#set document(title: "All")
#let data = json(bytes(sys.inputs.data))
#let family(it) = if "covers" in it { (name: it.name, covers: regex(it.covers)) } else { it.name }
#set page(width: 40cm, height: auto)
#set text(font: data.families.map(family), fallback: false, size: 4pt)
#for style in ("normal", "italic") { for weight in ("regular", "bold") {
  for line in data.lines { par(text(style: style, weight: weight, line)) }
} }
"""


@pytest.fixture(scope="module")
def table() -> ModuleType:
    path = Path(__file__).with_name("font_table.py")
    spec = importlib.util.spec_from_file_location("font_table", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[paths.resource("fonts")])


def typeset(fonts: typst.Fonts, families: list[dict[str, str]], lines: list[str]) -> None:
    """Set lines as PDF/UA-1, which refuses a character without a glyph."""
    import json

    data = json.dumps({"families": families, "lines": lines})
    compiler = typst.Compiler(PAGE, font_paths=fonts, ignore_system_fonts=True, sys_inputs={"data": data})
    assert compiler.compile(format="pdf", pdf_standards=["ua-1"])


def test_the_table_says_what_the_font_files_have(table: ModuleType) -> None:
    assert table.table_path().read_text("utf-8") == table.text(table.table())


def test_every_font_in_the_table_is_there(table: ModuleType, fonts: typst.Fonts) -> None:
    assert {row["family"] for row in table.table()} <= set(fonts.families())


def test_the_text_face_that_comes_with_typst_has_what_the_table_says(
    table: ModuleType, fonts: typst.Fonts
) -> None:
    row = table.table()[0]
    text = "".join(map(chr, table.characters(row)))
    assert len(text) > 1_500
    typeset(fonts, [{"name": row["family"]}], [text])


def test_all_fonts_together_are_less_than_15_megabytes() -> None:
    assert sum(path.stat().st_size for path in paths.resource("fonts").iterdir()) < 15_000_000


@pytest.mark.parametrize(
    "text",
    [
        "plain", "Zoë, Łódź, Ελλάδα, Москва", "今日は、長い話をした。", "오늘은", "我们谈了很久", "اليوم",
        "שָׁלוֹם", "हिन्दी", "ไทย", "ខ្មែរ", "ქართული", "հայերեն", "አማርኛ", "→ ∑ ✓ ♥ ½ €", "é\u0323", "𝓯𝓪𝓷𝓬𝔂",
        "😀🇩🇪1️⃣👍🏽🫠", "👨\u200d👩\u200d👧\u200d👦",
    ],
)  # fmt: skip
def test_what_people_write_is_shown_as_it_is(text: str) -> None:
    assert glyphs.shown(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("𓀀", "[U+13000]"),
        ("a\ue000b", "a[U+E000]b"),
        ("\u0378", "[U+0378]"),
        ("\ufffe\U0010ffff", "[U+FFFE][U+10FFFF]"),
        ("B\ufeffOM", "BOM"),
        ("漢\u05c1", "漢[U+05C1]"),
    ],
)
def test_what_no_font_has_stands_as_its_code_point(text: str, shown: str) -> None:
    assert glyphs.shown(text) == shown


@settings(deadline=None)
@given(some.text())
def test_only_what_has_no_glyph_is_changed(text: str) -> None:
    for letter in text:
        shown = glyphs.shown(letter)
        assert shown in (letter, f"[U+{ord(letter):04X}]", "")


MARKS = "".join(c for c in map(chr, range(0x300, 0x20F1)) if unicodedata.category(c)[0] == "M")
ODD = "\u200b\u200d\u200e\u202e\u2066\u2069\ufe0f\u00ad\u180f\ufff9\ufeff\ue000😀👩漢あ한ابשनกខа α🏽\u20e3"


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=some.data())
def test_whatever_is_shown_can_be_set(fonts: typst.Fonts, data: some.DataObject) -> None:
    letters = (
        some.sampled_from(MARKS) | some.sampled_from(ODD) | some.characters(exclude_categories=["Cs", "Cc"])
    )
    lines = data.draw(some.lists(some.text(letters, max_size=12), min_size=20, max_size=60))
    typeset(fonts, glyphs.families(), [glyphs.shown(unicodedata.normalize("NFC", line)) for line in lines])
