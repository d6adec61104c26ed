"""What waits, and what was left as it is."""

from dataclasses import replace
from datetime import timedelta

from connect_desktop.domain import Edit, Impression, Interaction, Person, Status
from connect_desktop.ui.session import Session
from connect_desktop.ui.waiting import MOST, Waiting, remembered

MAYA, LEO = Person(name="Maya"), Person(name="Leo")


def log(session: Session, person: Person, *, days: int = 0, body: int | None = None) -> Impression:
    made = Interaction(at=session.now() - timedelta(days=days))
    felt = Impression(interaction=made.id, person=person.id, body=body)
    session.apply("", Edit(None, made), Edit(None, felt))
    return felt


def test_the_count_follows_what_is_logged_felt_moved_and_marked(session: Session) -> None:
    session.apply("", Edit(None, MAYA), Edit(None, LEO))
    waiting = Waiting.of_session(session)
    assert Waiting.of_session(session) is waiting
    assert waiting.new() == 0
    felt = log(session, MAYA)
    log(session, MAYA, body=2)
    assert (waiting.new(), waiting.counts()) == (1, {MAYA.id: 1})
    session.apply("", Edit(felt, replace(felt, body=0)))
    assert waiting.new() == 0
    session.undo_stack.undo()
    session.apply("", Edit(MAYA, replace(MAYA, status=Status.RESTING)))
    assert (waiting.new(), waiting.ids(MAYA.id)) == (0, [])


def test_a_moment_moved_behind_what_is_not_asked_about_is_not_asked_about(session: Session) -> None:
    session.apply("", Edit(None, MAYA))
    waiting = Waiting.of_session(session)
    log(session, MAYA, days=3)
    waiting.be_quiet([MAYA.id])
    assert (waiting.new(), waiting.is_quiet()) == (0, True)
    later = Interaction(at=session.now() + timedelta(hours=1))
    felt = Impression(interaction=later.id, person=MAYA.id)
    session.apply("", Edit(None, later), Edit(None, felt))
    assert waiting.new() == 1
    session.apply("", Edit(later, replace(later, at=session.now() - timedelta(days=1))))
    assert waiting.new() == 0
    waiting.ask_again()
    assert (waiting.new(), waiting.is_quiet()) == (2, False)


def test_what_was_left_and_felt_later_does_not_lessen_the_count(session: Session) -> None:
    session.apply("", Edit(None, MAYA))
    waiting = Waiting.of_session(session)
    left, other = log(session, MAYA), log(session, MAYA, days=1)
    waiting.leave([left.id])
    assert (waiting.new(), waiting.ids()) == (1, [other.id, left.id])
    session.apply("", Edit(left, replace(left, body=1)))
    assert waiting.new() == 1


def test_only_the_latest_thousand_are_remembered(session: Session) -> None:
    session.apply("", Edit(None, MAYA))
    waiting = Waiting.of_session(session)
    waiting.leave(f"{n:032x}" for n in range(MOST))
    waiting.leave(["last"])
    assert remembered(session.store.memo("catch_up")).ids[-1] == "last"
    assert len(remembered(session.store.memo("catch_up")).ids) == MOST


def test_what_cannot_be_read_is_as_if_nothing_had_been_left() -> None:
    for text in ("{", "[]", '{"quiet": {"a": "no day"}}', '{"ids": 3}'):
        assert remembered(text).ids == ()
        assert not remembered(text).quiet


def test_to_remember_is_no_change_and_nothing_to_undo(session: Session) -> None:
    session.apply("", Edit(None, MAYA))
    before = session.store.changed_at
    session.remember("mine", "text")
    assert (session.store.memo("mine"), session.store.changed_at) == ("text", before)
    session.remember("mine", None)
    assert session.store.memo("mine") is None
    assert session.undo_stack.count() == 1
