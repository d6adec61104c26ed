"""People as the fields of a form offer them, two of one name told apart."""

from collections import Counter
from collections.abc import Iterable, Mapping

from connect_desktop.domain import Person, Status, labels
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
    alike = Counter(map(_looks, found))
    began = Counter((_looks(one), one.since) for one in found)

    def more(one: Person) -> str:
        if alike[_looks(one)] == 1:
            return ""
        alone = began[_looks(one), one.since] == 1
        return tr("since {day}", day=plain_date(one.since)) if one.since and alone else _last(session, one)

    return [person_choice(one, more(one)) for one in found]


def choice_of(session: Session, person_id: str) -> Choice | None:
    """Return one person as the others are told apart from them; None where there is no such person."""
    return next((one for one in choices(session, session.store.people.all()) if one.id == person_id), None)


def by_name(session: Session, people: Iterable[Person]) -> list[Choice]:
    """Return people as things to choose, in the order of their names."""
    return choices(session, sorted(people, key=lambda one: fold(one.name)))


def told_apart(session: Session, people: Iterable[Person]) -> Mapping[str, str]:
    """Return what each is called, by id: "Anna", and "Anna (friend)" where there are two of them."""
    found = choices(session, people)
    names = Counter(fold(one.name) for one in found)
    return {
        one.id: tr("{name} ({detail})", name=one.name, detail=one.detail)
        if names[fold(one.name)] > 1 and one.detail
        else one.name
        for one in found
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
