"""The part of a text that a search shows, and what is marked in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connect_desktop.domain.excerpt import WIDTH, Excerpt, Marker
from connect_desktop.domain.terms import wanted


def shown(question: str, *texts: str) -> str:
    """The excerpt with what is marked in brackets."""
    found = Marker(wanted(question)).excerpt(texts)
    text = found.text
    for start, end in reversed(found.marks):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


@pytest.mark.parametrize(
    ("question", "text", "marked"),
    [
        ("sof", "Soup on the Sofa.", "Soup on the [Sof]a."),
        ("soup so", "Soup, also so-so", "[Soup], also [so]-[so]"),
        ("strass", "Die Straße", "Die [Straß]e"),
        ("malmo", "Malmö mid-May", "[Malmö] mid-May"),
        ("don't", "I don’t know", "I [don’t] know"),
        ("東京", "昨日東京で会った", "昨日[東京]で会った"),
        ("民", "대民국", "대[民]국"),
        ("한", "대한민국", "대[한]민국"),
        ("בית", "הבית הגדול", "ה[בית] הגדול"),
        ("é", "cafe\u0301 e\u0301tude", "cafe\u0301 [e\u0301]tude"),
        ("❤", "we ❤️ it", "we [❤]️ it"),
        ("a+", "got an a+ there", "got an [a+] there"),
        ("zzz", "nothing of it", "nothing of it"),
        ("*", "nothing at all", "nothing at all"),
    ],
)
def test_what_was_sought_is_marked_in_the_text_as_it_was_written(
    question: str, text: str, marked: str
) -> None:
    assert shown(question, text) == marked


def test_the_first_text_that_holds_it_is_shown() -> None:
    assert shown("sofa", "", "A long walk", "on the sofa") == "on the [sofa]"
    assert shown("lamp", "", "A long walk", "on the sofa") == "A long walk"
    assert Marker(wanted("lamp")).excerpt(["", ""]) == Excerpt()


def test_a_long_text_is_shown_around_what_was_sought_cut_between_words() -> None:
    text = "before " * 5000 + "the needle in\n\nit " + "after " * 5000
    found = shown("needle", text)
    assert found.startswith("…before ") and "the [needle] in it after" in found and found.endswith(" after…")
    assert len(found) <= WIDTH + 6


def test_a_long_text_without_spaces_is_cut_where_it_must_be() -> None:
    found = shown("针", "海" * 5000 + "针" + "海" * 5000)
    assert found.startswith("…海") and "海[针]海" in found and len(found) <= WIDTH + 4
    assert len(shown("x", "海" * 500)) == WIDTH + 1


def test_a_short_title_is_shown_whole_with_marks_that_meet_as_one() -> None:
    assert Marker(wanted("東 京")).marked("東京  nights") == Excerpt("東京 nights", ((0, 2),))
    assert Marker(wanted("a b")).marked("") == Excerpt()


@given(st.text(), st.text())
def test_whatever_is_sought_in_whatever_is_no_error_and_marks_lie_in_order(question: str, text: str) -> None:
    found = Marker(wanted(question)).excerpt([text])
    ends = [place for mark in found.marks for place in mark]
    assert ends == sorted(set(ends)) and all(0 <= place <= len(found.text) for place in ends)
