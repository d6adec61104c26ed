"""Two people of one name can be told apart wherever they are listed."""

from datetime import date, timedelta

from connect_desktop.domain import Edit, Impression, Interaction, Person, Status, Tie
from connect_desktop.ui.person_choice import by_name, choice_of, told_apart
from connect_desktop.ui.session import Session


def add(session: Session, name: str = "Anna", *, days: int | None = None, **values: object) -> Person:
    person = Person(name=name, **values)
    session.apply("", Edit(None, person))
    if days is not None:
        made = Interaction(at=session.now() - timedelta(days=days))
        session.apply("", Edit(None, made), Edit(None, Impression(interaction=made.id, person=person.id)))
    return person


def called(session: Session) -> list[str]:
    return sorted(told_apart(session, session.store.people.all()).values())


def test_one_of_a_name_is_called_by_it(session: Session) -> None:
    add(session, ties={Tie.FRIEND})
    add(session, "Ben")
    assert called(session) == ["Anna", "Ben"]


def test_ties_tell_two_apart_and_accents_do_not(session: Session) -> None:
    add(session, ties={Tie.FRIEND})
    add(session, "Änna", ties={Tie.COLLEAGUE})
    assert called(session) == ["Anna (friend)", "Änna (colleague)"]


def test_where_ties_are_the_same_the_day_it_began_tells(session: Session) -> None:
    add(session, ties={Tie.FRIEND}, since=date(2019, 3, 2))
    add(session, ties={Tie.FRIEND}, since=date(2024, 5, 1))
    assert called(session) == ["Anna (friend · since 1 May 2024)", "Anna (friend · since 2 March 2019)"]


def test_else_the_last_moment_tells(session: Session) -> None:
    add(session, days=1)
    add(session)
    assert called(session) == ["Anna (last yesterday)", "Anna (no moments yet)"]
    same = date(2020, 1, 1)
    add(session, "Ben", days=0, since=same)
    add(session, "Ben", days=2, since=same)
    assert called(session)[2:] == ["Ben (last Friday)", "Ben (last today)"]


def test_a_bond_that_is_not_lived_now_is_told_with_the_name(session: Session) -> None:
    person = add(session, status=Status.ENDED, ties={Tie.FRIEND})
    assert [one.detail for one in by_name(session, session.store.people.all())] == ["ended · friend"]
    found = choice_of(session, person.id)
    assert found is not None
    assert found.detail == "ended · friend"
    assert choice_of(session, "nobody") is None
