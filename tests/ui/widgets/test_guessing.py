import pytest

from connect_desktop.ui.widgets.guessing import Grade, bits, grade, grade_label


@pytest.mark.parametrize("text", ["", "maya", "1234567", "ünïcödé"])
def test_under_eight_characters_is_too_short(text: str) -> None:
    assert grade(text) == Grade.SHORT


@pytest.mark.parametrize(
    "text",
    [
        "password", "Password1!", "P@ssw0rd2024", "iloveyou", "qwertyuiop", "1234567890", "aaaaaaaaaaaaaaaa",
        "abcabcabcabcabc", "daniel2019", "summer2024!", "19870412", "maya maya maya maya", "asdfghjkl1234",
        "connect connect connect", "sunshine", "love love love love love", "letmein123", "Tr0ub4dor&3",
    ],
)  # fmt: skip
def test_what_everyone_tries_can_be_guessed(text: str) -> None:
    assert grade(text) == Grade.GUESSABLE


@pytest.mark.parametrize(
    "text",
    ["walnut soup tuesday lantern", "three quiet herons at dusk", "kaffee am fluss im regen", "x7Kq92mVbt"],
)
def test_four_words_nobody_says_together_are_good_or_better(text: str) -> None:
    assert grade(text) >= Grade.GOOD


@pytest.mark.parametrize(
    "text",
    [
        "walnut soup tuesday lantern bridge",
        "K7#qLw9!zRt2vXp",
        "ветер лампа дорога чайник окно",
        "雨上がりの静かな川辺",
    ],
)
def test_five_words_or_long_chance_are_strong(text: str) -> None:
    assert grade(text) == Grade.STRONG


def test_a_word_more_never_makes_it_easier() -> None:
    words = ["walnut", "soup", "tuesday", "lantern", "bridge", "moss"]
    found = [bits(" ".join(words[:count])) for count in range(1, 7)]
    assert found == sorted(found)


def test_saying_it_twice_adds_next_to_nothing() -> None:
    assert bits("walnut soup" * 2) < bits("walnut soup") + 3


def test_every_grade_has_words() -> None:
    assert [grade_label(value) for value in Grade] == ["too short", "could be guessed", "good", "strong"]
