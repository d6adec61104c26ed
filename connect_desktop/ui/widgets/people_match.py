"""Which people a few typed letters may mean."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from connect_desktop.domain.search import fold


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


def offered(register: Register, text: str, chosen: Sequence[Choice | NewName]) -> list[Choice | NewName]:
    """Return what a field offers for `text`: people not chosen yet, then the new name where nobody has it."""
    found: list[Choice | NewName] = list(
        register.matches(text, (one.id for one in chosen if isinstance(one, Choice)))
    )
    name = " ".join(text.split())
    names = {fold(one.name) for one in chosen}
    if name and not register.knows(name) and fold(name) not in names:
        found.append(NewName(name))
    return found


def _rank(name: str, wanted: str) -> int | None:
    if name == wanted:
        return 0
    if f" {name}".find(f" {wanted}") >= 0:
        return 1
    return 2 if wanted in name else None
