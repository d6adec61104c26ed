"""Names in full, as initials, as letters: the same all through, and inside every text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from connect_desktop.domain import Person
from connect_desktop.report.cast import Cast
from connect_desktop.report.options import Names


def hidden(text: str, *names: str, how: Names = Names.LETTERS) -> str:
    return Cast([Person(name=name) for name in names], how).hide(text)


def test_full_names_stay_as_they_are() -> None:
    assert hidden("Daniel and Maya", "Daniel", "Maya", how=Names.FULL) == "Daniel and Maya"


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Daniel, DANIEL, daniel’s and Daniel's", "A, A, A’s and A's"),
        ("Danielle is no Daniel", "Danielle is no A"),
        ("(Daniel)—Daniel…Daniel/Daniel_", "(A)—A…A/A_"),
        ("Daniels Buch", "As Buch"),
        ("Da\u0301niel Dániel", "A A"),
        ("Dan\niel", "Dan\niel"),
        ("", ""),
    ],
)
def test_a_name_is_hidden_where_it_stands_as_a_word(text: str, letters: str) -> None:
    assert hidden(text, "Daniel") == letters


def test_an_alias_is_hidden_like_the_name() -> None:
    cast = Cast([Person(name="Daniel", aliases=("Danny", "+49 151 000", "🐻"))], Names.LETTERS)
    assert cast.hide("danny, +49 151 000 and 🐻🐻") == "A, A and AA"


def test_the_longest_name_wins() -> None:
    assert hidden("Ana, Ana Maria and Ana  Maria", "Ana", "Ana Maria") == "A, B and B"


def test_the_first_name_alone_is_hidden_however_it_is_written() -> None:
    assert hidden("Daniel, daniel, DANIEL", "Daniel Fox") == "A, A, A"
    assert hidden("tom, my uncle, Uncle", "Uncle Tom") == "A, my uncle, A"


def test_other_parts_of_a_name_are_hidden_when_written_as_names() -> None:
    assert hidden("Fox came. A fox ran.", "Daniel Fox") == "A came. A fox ran."


def test_linking_words_in_a_name_stay_words() -> None:
    assert hidden("From my Work to the work", "The Ana from Work") == "From my A to the work"


def test_a_part_two_people_share_is_shown_as_either() -> None:
    assert hidden("Fox, Ana, Ben", "Ana Fox", "Ben Fox") == "A/B, A, B"


def test_a_one_letter_name_hides_only_its_capital() -> None:
    assert hidden("a word by J. about a journal", "J") == "a word by A. about a journal"


@pytest.mark.parametrize(
    ("name", "text", "letters"),
    [
        ("美咲", "美咲と話した", "Aと話した"),
        ("민준", "민준이가 왔다", "A이가 왔다"),
        ("דניאל", "דיברתי עם דניאל ודניאל", "דיברתי עם A וA"),
        ("أحمد", "مع أحمد وأحمد", "مع A وA"),
        ("Анна", "Анна, АННА", "A, A"),
        ("สมชาย", "คุยกับสมชายแล้ว", "คุยกับAแล้ว"),
        ("Ｄａｎ", "dan", "A"),
        ("O'Brien", "O’Brien", "A"),
    ],
)
def test_names_of_every_script_are_found(name: str, text: str, letters: str) -> None:
    assert hidden(text, name) == letters


def test_a_syllable_is_no_name() -> None:
    assert hidden("민준", "민주") == "민준"


def test_letters_are_given_in_the_order_of_appearance_and_kept() -> None:
    cast = Cast([Person(name=name) for name in ("Ana", "Ben", "Cleo")], Names.LETTERS)
    assert cast.hide("Cleo met Ana") == "A met B"
    assert cast.hide("Ben met Cleo") == "C met A"


def test_letters_go_on_after_the_last_and_leave_out_the_writer() -> None:
    people = [Person(name=f"Person{number}x") for number in range(30)]
    cast = Cast(people, Names.LETTERS)
    labels = [cast.label(person.id) for person in people]
    assert labels[7:9] == ["H", "J"]
    assert labels[24:27] == ["Z", "AA", "AB"]


def test_people_with_one_initial_are_told_apart() -> None:
    assert hidden("Daniel, Dora, Dana, Maya", "Daniel", "Dora", "Dana", "Maya", how=Names.INITIALS) == (
        "D., D.², D.³, M."
    )


def test_a_sentence_that_ends_with_an_initial_has_one_full_stop() -> None:
    assert hidden("Maya. Not Maya... A Maya.", "Maya", how=Names.INITIALS) == "M. Not M.... A M."
    assert hidden("Maya.\nMaya, Maya.net", "Maya", how=Names.INITIALS) == "M.\nM., M..net"
    assert hidden("Maya. Max.", "Maya", "Max", how=Names.INITIALS) == "M. M.²."


def test_initials_of_odd_names() -> None:
    people = [Person(name=name) for name in ("élise", "美咲", "(Tom)", "🌻", "42")]
    cast = Cast(people, Names.INITIALS)
    assert [cast.label(person.id) for person in people] == ["É.", "美.", "T.", "•.", "•.²"]


def test_a_name_is_hidden_though_it_is_half_bold() -> None:
    cast = Cast([Person(name="Daniel")], Names.LETTERS)
    runs = [{"text": "With Dan"}, {"text": "iel", "bold": True}, {"text": " there"}]
    assert cast.hide_runs(runs) == [{"text": "With A"}, {"text": " there"}]


@settings(deadline=None)
@given(
    some.lists(some.sampled_from(["Zorab", "Quillon", "zorab", "QUILLON", "and", "?", "’s", "Zorabel", "\n"]))
)
def test_no_name_is_ever_left(words: list[str]) -> None:
    shown = hidden(" ".join(words), "Zorab", "Quillon").casefold().split()
    assert not {"zorab", "quillon"} & set(shown)
    assert shown.count("zorabel") == words.count("Zorabel")


@settings(deadline=None)
@given(some.text(), some.text(some.characters(categories=["L", "N", "Zs"]), min_size=1, max_size=8))
def test_any_text_and_any_name_can_be_handled(text: str, name: str) -> None:
    if name.strip():
        cast = Cast([Person(name=name)], Names.LETTERS)
        runs = cast.hide_runs([{"text": part} for part in text])
        assert "".join(run["text"] for run in runs) == cast.hide(text)


def test_a_figure_beside_a_name_does_not_keep_it() -> None:
    assert hidden("Maya2, 2Maya, maya22", "Maya") == "A2, 2A, A22"
    assert hidden("R2, R21", "R2", "R21") == "A, B"
    assert hidden("R21", "R2") == "R21"
