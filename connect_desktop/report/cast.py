"""People as they appear in one document: by name, by initial or by letter, inside every text too."""

from collections import deque
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from itertools import accumulate

from connect_desktop.domain import Person
from connect_desktop.report.blocks import Run
from connect_desktop.report.callings import Calling, Callings
from connect_desktop.report.options import Names

# "I" is left out: in a text it is the writer.
_LETTERS = "ABCDEFGHJKLMNOPQRSTUVWXYZ"
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MANY = 4


class Cast:
    """Gives each person one label all through a document, in the order in which they first appear."""

    def __init__(self, people: Iterable[Person], names: Names) -> None:
        self._people = {person.id: person for person in in_order(people)}
        self._names = names
        self._labels: dict[str, str] = {}
        self._initials: dict[str, int] = {}

    def __contains__(self, person: str) -> bool:
        return person in self._people

    def label(self, person: str) -> str:
        """Return how a person is called; KeyError for someone who is not in the cast."""
        if self._names is Names.FULL:
            return self._people[person].name
        if person not in self._labels:
            self._labels[person] = self._new_label(self._people[person])
        return self._labels[person]

    def known(self, people: Iterable[str]) -> list[Person]:
        """Return people by name; whoever is not in the cast is left out."""
        return in_order(self._people[person] for person in people if person in self)

    def hide(self, text: str) -> str:
        """Return text in which every name and alias that stands as a word has become its label."""
        return self._cut(text, 0, len(text), self._found(text))

    def hide_runs(self, runs: list[Run]) -> list[Run]:
        """Return styled text with its names hidden, even one that is half bold."""
        whole = "".join(run["text"] for run in runs)
        found = self._found(whole)
        ends = list(accumulate(len(run["text"]) for run in runs))
        cut = [
            {**run, "text": self._cut(whole, start, end, found)}
            for run, start, end in zip(runs, [0, *ends], ends, strict=False)
        ]
        return [run for run in cut if run["text"]]

    @cached_property
    def _callings(self) -> Callings:
        return Callings(self._people.values())

    def _found(self, text: str) -> deque[Calling]:
        """Return where people are named; their labels are given out first to last."""
        found = () if self._names is Names.FULL else self._callings.found(text)
        return deque(self._with_its_stop(calling, text) for calling in found)

    def _with_its_stop(self, calling: Calling, text: str) -> Calling:
        """Return a calling that takes a full stop with it where its label brings one: "M." for "Maya."."""
        doubled = self._called(calling)[-1] == text[calling.end : calling.end + 2].strip() == "."
        return replace(calling, end=calling.end + 1) if doubled else calling

    def _cut(self, text: str, start: int, end: int, found: deque[Calling]) -> str:
        """Return `text[start:end]` with names hidden; takes those that end there from `found`.

        A name that goes on beyond `end` has its label here, and its rest is missing from what follows.
        """
        parts: list[str] = []
        while found and found[0].start < end:
            calling = found[0]
            if calling.start >= start:
                parts += [text[start : calling.start], self._called(calling)]
            start = min(calling.end, end)
            if calling.end > end:
                break
            found.popleft()
        return "".join([*parts, text[start:end]])

    def _called(self, calling: Calling) -> str:
        if len(calling.people) > _MANY:
            return "…"
        return "/".join(self.label(person) for person in calling.people)

    def _new_label(self, person: Person) -> str:
        if self._names is Names.LETTERS:
            return _letters(len(self._labels))
        initial = _initial(person.name)
        self._initials[initial] = number = self._initials.get(initial, 0) + 1
        return f"{initial}." if number == 1 else f"{initial}.{str(number).translate(_RAISED)}"


def in_order(people: Iterable[Person]) -> list[Person]:
    """Return people by name, the one order of every list."""
    return sorted(people, key=lambda person: (person.name.casefold(), person.id))


def _initial(name: str) -> str:
    return next((letter.upper()[0] for letter in name if letter.isalpha()), "•")


def _letters(number: int) -> str:
    """Return A, B, … Z, AA, AB, … for 0, 1, …"""
    more, last = divmod(number, len(_LETTERS))
    return (_letters(more - 1) if more else "") + _LETTERS[last]
