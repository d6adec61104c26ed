"""What a text is found by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connect_desktop.domain.terms import LONGEST, MOST_WORDS, endings, terms, wanted


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Åsa MÜLLER-Øst, 21:30", ["asa", "muller", "ost", "21", "30"]),
        ("don’t _stop_ **now**", ["don", "t", "stop", "now"]),
        ("東京で会った。", ["東", "京", "で", "会", "っ", "た"]),
        ("ぱぱ", ["ぱ", "ぱ"]),
        ("ภาษา", ["ภ", "า", "ษ", "า"]),
        ("हिन्दी", ["हिनदी"]),
        ("👩\u200d👧 ❤\ufe0f", ["👩", "👧", "❤"]),
        ("5 € + $3", ["5", "€", "+", "$", "3"]),
        ("co\u00adoperate \u200fمـــرحبا", ["cooperate", "مرحبا"]),
        ("* — …", []),
        ("", []),
    ],
)
def test_text_is_cut_into_words_signs_and_where_there_are_no_spaces_letters(
    text: str, found: list[str]
) -> None:
    assert terms(text) == found


def test_a_korean_word_is_found_from_any_of_its_syllables_on_as_it_is_typed() -> None:
    whole = terms("대한민국")
    assert len(whole) == 4
    assert whole[3].startswith(terms("구")[0]) and terms("한")[0].startswith(terms("하")[0])


def test_what_small_words_grow_onto_is_found_by_its_later_parts() -> None:
    assert list(endings("home הבית")) == ["בית", "ית"]
    assert list(endings("wa")) == []


def test_a_question_is_its_words_once_each() -> None:
    words = wanted(" Soup soup* (don’t) AND 東京 ")
    assert [word.terms for word in words] == [("soup",), ("don", "t"), ("and",), ("東", "京")]
    assert [word.open for word in words] == [True, True, True, False]
    assert wanted("“ ” * ()") == ()


def test_a_question_of_any_length_stays_one_that_can_be_answered() -> None:
    assert len(wanted(" ".join(map(str, range(1000))))) == MOST_WORDS
    (word,) = wanted("語" * 1000)
    assert len(word.terms) == LONGEST
    (word,) = wanted("x" * 1000)
    assert word.terms == ("x" * LONGEST,)


@given(st.text())
def test_no_term_holds_a_space_and_each_is_found_by_itself(text: str) -> None:
    for term in terms(text):
        assert term and not any(letter.isspace() for letter in term)
        assert terms(term) in ([term], [term[:LONGEST]])
