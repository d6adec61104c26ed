"""Which people a few typed letters may mean."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from connect_desktop.domain.search import fold
from connect_desktop.i18n import tr

LONGEST = 24
"""characters of a name before it is cut"""


@dataclass(frozen=True, slots=True)
class Choice:
    """A person who can be chosen; `detail` ("friend") tells two of one name apart, `colour` is 0 … 11."""

    id: str
    name: str
    detail: str = ""
    colour: int = 0


@dataclass(frozen=True, slots=True)
class NewName:
    """Someone not known yet."""

    name: str


@dataclass(frozen=True, slots=True)
class CircleChoice:
    """A circle that can be chosen: whoever is in it."""

    id: str
    name: str
    members: tuple[Choice, ...] = ()


Chosen = Choice | NewName
Offer = Choice | NewName | CircleChoice


class Register:
    """People in the order given, folded once, so that asking is instant."""

    def __init__(self, people: Iterable[Choice] = ()) -> None:
        self._entries = [(fold(person.name), person) for person in people]
        self._names: dict[str, int] = {}
        for name, _ in self._entries:
            self._names[name] = self._names.get(name, 0) + 1

    def matches(self, text: str, taken: Iterable[str] = ()) -> list[Choice]:
        """Return who `text` may mean, without the ids `taken`: beginnings of any word, then any part."""
        wanted, left_out = fold(text), set(taken)
        ranks: tuple[list[Choice], ...] = ([], [], [])
        for name, person in self._entries:
            rank = _rank(name, wanted)
            if rank is not None and person.id not in left_out:
                ranks[rank].append(person)
        return [person for rank in ranks for person in rank]

    def knows(self, text: str) -> bool:
        """Return whether someone has exactly this name."""
        return fold(text) in self._names

    def shared(self, name: str) -> bool:
        """Return whether two people have this name."""
        return self._names.get(fold(name), 0) > 1

    def by_id(self) -> dict[str, Choice]:
        """Return everyone by id."""
        return {person.id: person for _, person in self._entries}


def offered(
    register: Register, text: str, chosen: Sequence[Chosen], circles: Iterable[CircleChoice] = ()
) -> list[Offer]:
    """Return what a field offers for `text`: people not chosen yet, circles that would add any of their
    members, then the new name where nobody has it."""
    found: list[Offer] = list(register.matches(text, (one.id for one in chosen if isinstance(one, Choice))))
    name = " ".join(text.split())
    if name:
        found += _circles(circles, name, chosen)
    names = {fold(one.name) for one in chosen}
    if name and not register.knows(name) and fold(name) not in names:
        found.append(NewName(name))
    return found


def _circles(circles: Iterable[CircleChoice], name: str, chosen: Sequence[Chosen]) -> list[CircleChoice]:
    wanted = fold(name)
    found = [one for one in circles if _rank(fold(one.name), wanted) is not None]
    return [one for one in found if left_out(one, chosen)]


def called(people: Sequence[Chosen]) -> list[tuple[str, str]]:
    """Return a lasting key and a name for each of several people, two of one name told apart."""
    names = Counter(fold(one.name) for one in people)
    return [(key_of(one), _called(one, alone=names[fold(one.name)] == 1)) for one in people]


def key_of(person: Chosen) -> str:
    """Return the key under which answers about a person are kept."""
    return person.id if isinstance(person, Choice) else f"new {person.name}"


def _called(person: Chosen, *, alone: bool) -> str:
    detail = person.detail if isinstance(person, Choice) else ""
    return person.name if alone or not detail else tr("{name} ({detail})", name=person.name, detail=detail)


def short(name: str) -> str:
    """Return a name as it stands among other words: cut where it is very long."""
    return name if len(name) <= LONGEST else name[: LONGEST - 1] + "…"


def left_out(circle: CircleChoice, chosen: Sequence[Chosen]) -> list[Choice]:
    """Return the members of a circle who are not chosen yet."""
    there = {one.id for one in chosen if isinstance(one, Choice)}
    return [one for one in circle.members if one.id not in there]


def _rank(name: str, wanted: str) -> int | None:
    if name == wanted:
        return 0
    if f" {name}".find(f" {wanted}") >= 0:
        return 1
    return 2 if wanted in name else None
