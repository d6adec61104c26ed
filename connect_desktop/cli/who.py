"""Names as they are typed, and the people they mean."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from connect_desktop.cli.terminal import Refused
from connect_desktop.domain import Person
from connect_desktop.domain.search import fold
from connect_desktop.i18n import tr

MARK = "id:"


def meant(people: Sequence[Person], name: str) -> Person:
    """Return the one person a name, an alias or "id:…" means; `Refused` names the choice otherwise."""
    found = named(people, name)
    if len(found) == 1:
        return found[0]
    if found:
        raise Refused(_which(found, name))
    raise Refused(nobody(people, name))


def named(people: Iterable[Person], name: str) -> list[Person]:
    """Return everyone a name, an alias or "id:…" means, whatever its case and accents."""
    if name.startswith(MARK):
        return [person for person in people if person.id == name.removeprefix(MARK)]
    wanted = fold(name)
    return [one for one in people if wanted in map(fold, (one.name, *one.aliases))]


def nobody(people: Iterable[Person], name: str) -> str:
    """Return the sentence for a name that nobody has, with those that come near it."""
    near = near_to(people, name)
    if near:
        return tr("Nobody is called “{name}”. Did you mean {names}?", name=name, names=", ".join(near))
    return tr("Nobody is called “{name}”.", name=name)


def _which(found: Sequence[Person], name: str) -> str:
    ids = ", ".join(f"{MARK}{person.id} ({_about(person)})" for person in found[:5])
    return tr("{n} people are called “{name}”; use one of {ids}.", n=len(found), name=name, ids=ids)


def _about(person: Person) -> str:
    return ", ".join([person.name, *sorted(person.ties)])


def near_to(people: Iterable[Person], name: str) -> list[str]:
    """Return up to three names that resemble one, or of which it is a part."""
    folded = {fold(one): person.name for person in people for one in (person.name, *person.aliases)}
    wanted = fold(name)
    close = get_close_matches(wanted, folded, n=3, cutoff=0.7)
    parts = [one for one in folded if wanted and (wanted in one.split() or one.startswith(wanted))]
    return list(dict.fromkeys(folded[one] for one in (*parts, *close)))[:3]
