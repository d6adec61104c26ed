import pytest

from connect_desktop.domain.word_count import word_count


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("  \n ", 0),
        ("one", 1),
        ("one two\nthree\tfour", 4),
        ("don't — stop", 2),
        ("- item\n> said\n## Title\n---", 3),
        ("**bold** *it*", 2),
        ("مرحبا بالعالم", 2),
        ("שלום עולם", 2),
        ("你好 world", 3),
        ("かなと漢字", 5),
        ("👩‍👧 ok", 1),
    ],
)
def test_words_as_people_count_them(text: str, words: int) -> None:
    assert word_count(text) == words
