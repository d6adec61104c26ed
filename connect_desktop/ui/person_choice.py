"""People as the fields of a form offer them."""

from collections.abc import Iterable

from connect_desktop.domain import Person, labels
from connect_desktop.domain.search import fold
from connect_desktop.ui.widgets.people_match import Choice


def person_choice(person: Person) -> Choice:
    """Return a person as something to choose."""
    return Choice(id=person.id, name=person.name, detail=labels.ties(person.ties), colour=person.colour)


def by_name(people: Iterable[Person]) -> list[Choice]:
    """Return people as things to choose, in the order of their names."""
    return [person_choice(one) for one in sorted(people, key=lambda one: fold(one.name))]
