"""The one way to change data, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connect_desktop.domain import Circle, Edit, Person, Word

people = st.builds(Person, id=st.just("p1"), name=st.sampled_from(["Maya", "Tom"]), colour=st.integers(0, 11))
edits = st.one_of(
    people.map(lambda person: Edit(None, person)),
    people.map(lambda person: Edit(person, None)),
    st.builds(Edit, people, people),
)


def applied(edit: Edit[Person], held: Person | None) -> Person | None:
    assert held == edit.before
    return edit.after


@given(edits)
def test_undone_twice_is_done(edit: Edit[Person]) -> None:
    assert edit.inverse().inverse() == edit


@given(edits)
def test_done_and_undone_leaves_what_was(edit: Edit[Person]) -> None:
    assert applied(edit.inverse(), applied(edit, edit.before)) == edit.before


@given(edits)
def test_it_is_about_the_record_as_it_is_after_or_was_before_it_went(edit: Edit[Person]) -> None:
    assert edit.record == (edit.after or edit.before)
    assert edit.record.id == edit.inverse().record.id


def test_it_needs_a_record() -> None:
    with pytest.raises(TypeError, match="before or after"):
        Edit(None, None)


@pytest.mark.parametrize(
    "other", [Person(id="p2", name="Maya"), Circle(id="p1", name="Maya"), Word(id="p1", text="Maya")]
)
def test_it_never_turns_one_record_into_another(other: Person | Circle | Word) -> None:
    with pytest.raises(TypeError, match="the same record"):
        Edit(Person(id="p1", name="Maya"), other)
