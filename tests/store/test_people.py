"""The list of people, and finding someone by name."""

from datetime import UTC, datetime, timedelta

from connect_desktop.domain import Circle, Edit, Impression, Interaction, Person
from connect_desktop.store import Store

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def test_people_and_circles_come_by_name_whatever_the_case_and_accents(store: Store) -> None:
    names = ["Ömer", "anna", "Zoë", "Álvaro", "Oscar"]
    store.apply([Edit(None, made) for name in names for made in (Person(name=name), Circle(name=name))])
    wanted = ["Álvaro", "anna", "Ömer", "Oscar", "Zoë"]
    assert [p.name for p in store.people.all()] == wanted
    assert [row.person.name for row in store.people.rows()] == wanted
    assert [c.name for c in store.circles.all()] == wanted


def test_someone_is_found_by_name_or_alias_but_not_by_a_part_of_it(store: Store) -> None:
    zoe, other = Person(name="Zoë Müller", aliases=("Zö",)), Person(name="zoe  muller")
    store.apply([Edit(None, zoe), Edit(None, other)])
    assert {p.id for p in store.people.named(" ZOE MÜLLER")} == {zoe.id, other.id}
    assert store.people.named("zo") == [zoe]
    assert store.people.named("Zoë M") == []
    assert store.people.named("") == []


def test_a_row_counts_and_keeps_the_last_two_dozen_answers(store: Store) -> None:
    maya, nobody = Person(name="Maya"), Person(name="Nobody yet")
    reaches = ["me", "me_unanswered", "me", "them", "them_unanswered", "both", "chance", None]
    edits = [Edit(None, maya), Edit(None, nobody)]
    bodies = []
    for n in range(40):
        talk = Interaction(at=NOON + timedelta(days=n))
        body = None if n % 4 == 3 else n % 7 - 3
        bodies.append(body)
        reach = reaches[n] if n < len(reaches) else None
        felt = Impression(interaction=talk.id, person=maya.id, body=body, reach=reach)
        edits += [Edit(None, felt), Edit(None, talk)]
    store.apply(edits)
    first, second = store.people.rows()
    assert (first.person, first.moments, first.last) == (maya, 40, NOON + timedelta(days=39))
    assert first.body == tuple([b for b in bodies if b is not None][-24:])
    assert (first.me, first.them) == (3, 2)
    assert (second.person, second.moments, second.last, second.body) == (nobody, 0, None, ())
    assert (second.me, second.them) == (0, 0)


def test_those_met_last_come_first_and_those_at_rest_at_the_end(store: Store) -> None:
    resting, early, late = (Person(name="Ana", status="resting"), Person(name="Ben"), Person(name="Cleo"))
    never = Person(name="Dan")
    store.apply([Edit(None, person) for person in (resting, early, late, never)])
    for days, person in enumerate((early, late, resting)):
        talk = Interaction(at=NOON + timedelta(days=days))
        store.apply([Edit(None, talk), Edit(None, Impression(interaction=talk.id, person=person.id))])
    assert store.people.by_recency() == [late, early, never, resting]
