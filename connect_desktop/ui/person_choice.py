"""People as the fields of a form offer them, two of one name told apart."""

from collections import Counter
from collections.abc import Iterable, Mapping

from connect_desktop.domain import Person, Status, free_colours, labels
from connect_desktop.domain.search import fold
from connect_desktop.i18n import plain_date, relative_day, tr
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.people_match import Choice


def person_choice(person: Person, more: str = "") -> Choice:
    """Return a person as something to choose; `more` tells them apart where their ties don't."""
    detail = labels.BETWEEN.join(_details(person, more))
    return Choice(id=person.id, name=person.name, detail=detail, colour=person.colour)


def choices(session: Session, people: Iterable[Person]) -> list[Choice]:
    """Return people as things to choose, in this order.

    Where two have one name and one tie, since when or when last tells them apart.
    """
    found = list(people)
    more = _more(session, _namesakes(found))
    return [person_choice(one, more.get(one.id, "")) for one in found]


def choice_of(session: Session, person_id: str) -> Choice | None:
    """Return one person as the others are told apart from them; None where there is no such person."""
    return next((one for one in choices(session, session.store.people.all()) if one.id == person_id), None)


def by_name(session: Session, people: Iterable[Person]) -> list[Choice]:
    """Return people as things to choose, in the order of their names."""
    return choices(session, sorted(people, key=lambda one: fold(one.name)))


def told_apart(session: Session, people: Iterable[Person]) -> Mapping[str, str]:
    """Return what each is called, by id: "Anna", and "Anna (friend)" where there are two of them."""
    found = list(people)
    called = {one.id: one.name for one in found}
    for one in choices(session, _namesakes(found)):
        if one.detail:
            called[one.id] = tr("{name} ({detail})", name=one.name, detail=one.detail)
    return called


def new_person(session: Session, name: str) -> Person:
    """Return someone to be added."""
    return new_people(session, [name])[0]


def new_people(session: Session, names: Iterable[str]) -> list[Person]:
    """Return people to be added at once, each in a colour that few have."""
    colours = free_colours(session.store.people.all())
    return [Person(name=name, colour=next(colours), created=session.now()) for name in names]


def _namesakes(people: Iterable[Person]) -> list[Person]:
    """Return those who share their name with somebody, which are few."""
    named = [(fold(one.name), one) for one in people]
    count = Counter(name for name, _ in named)
    return [one for name, one in named if count[name] > 1]


def _more(session: Session, namesakes: Iterable[Person]) -> Mapping[str, str]:
    """Return since when, or when last, by person; nothing of those whom name and ties tell apart."""
    looks = [(_looks(one), one) for one in namesakes]
    alike, began = Counter(look for look, _ in looks), Counter((look, one.since) for look, one in looks)
    return {
        one.id: tr("since {day}", day=plain_date(one.since))
        if one.since and began[look, one.since] == 1
        else _last(session, one)
        for look, one in looks
        if alike[look] > 1
    }


def _details(person: Person, more: str) -> list[str]:
    status = "" if person.status is Status.ACTIVE else labels.status_label(person.status)
    return [part for part in (status, labels.ties(person.ties), more) if part]


def _looks(person: Person) -> tuple[str, tuple[str, ...]]:
    return fold(person.name), tuple(_details(person, ""))


def _last(session: Session, person: Person) -> str:
    last = next(iter(session.store.moments.of(person.id, 1)), None)
    if last is None:
        return tr("no moments yet")
    return tr("last {day}", day=relative_day(session.day_of(last.at), session.today()))
