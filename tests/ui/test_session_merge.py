from dataclasses import replace
from datetime import date

import pytest

from connect_desktop.domain import Edit, Person, Reflection
from connect_desktop.ui.session import Session

FIRST = Reflection(on=date(2026, 11, 22), title="a")
SECOND = replace(FIRST, title="ab")
THIRD = replace(FIRST, title="abc")


def titles(session: Session) -> list[str]:
    return [found.title for found in session.store.reflections.all()]


def test_steps_with_the_same_key_are_one_step_to_undo(session: Session) -> None:
    session.apply("Written", Edit(None, FIRST), merge="sitting")
    session.apply("Written", Edit(FIRST, SECOND), merge="sitting")
    session.apply("Written", Edit(SECOND, THIRD), merge="sitting")
    assert session.undo_stack.count() == 1
    session.undo_stack.undo()
    assert titles(session) == []
    session.undo_stack.redo()
    assert titles(session) == ["abc"]


@pytest.mark.parametrize("later", ["another sitting", None])
def test_other_steps_stay_apart(session: Session, later: str | None) -> None:
    session.apply("Written", Edit(None, FIRST), merge="sitting")
    session.apply("Written", Edit(FIRST, SECOND), merge=later)
    assert session.undo_stack.count() == 2
    session.undo_stack.undo()
    assert titles(session) == ["a"]


def test_something_between_keeps_them_apart(session: Session) -> None:
    session.apply("Written", Edit(None, FIRST), merge="sitting")
    session.apply("Person added", Edit(None, Person(name="Maya")))
    session.apply("Written", Edit(FIRST, SECOND), merge="sitting")
    assert session.undo_stack.count() == 3
    session.undo_stack.undo()
    assert titles(session) == ["a"]


def test_what_comes_to_nothing_leaves_no_step(session: Session) -> None:
    session.apply("Written", Edit(None, FIRST), merge="sitting")
    session.apply("Written", Edit(FIRST, None), merge="sitting")
    assert session.undo_stack.count() == 0
    assert titles(session) == []


def test_a_step_that_was_undone_takes_nothing_in(session: Session) -> None:
    session.apply("Written", Edit(None, FIRST), merge="sitting")
    session.undo_stack.undo()
    session.apply("Written", Edit(None, SECOND), merge="sitting")
    session.undo_stack.undo()
    assert titles(session) == []
    session.undo_stack.redo()
    assert titles(session) == ["ab"]


def test_only_whole_steps_are_announced(session: Session) -> None:
    told: list[str] = []
    session.applied.connect(told.append)
    session.apply("Written", Edit(None, FIRST), merge="sitting")
    assert told == []
    session.apply("Person added", Edit(None, Person(name="Maya")))
    assert told == ["Person added"]
