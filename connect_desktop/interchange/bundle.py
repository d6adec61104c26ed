"""Everything a store holds, as plain records: what goes into one connect.json and comes out of one."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar, cast

from connect_desktop.domain import (
    KINDS,
    CheckIn,
    Circle,
    Closeness,
    Evidence,
    Hope,
    Impression,
    Interaction,
    OwnPrompt,
    Person,
    Record,
    Reflection,
    Step,
    Version,
    Word,
)

FORMAT, VERSION = "connect", 1

R = TypeVar("R", bound=Record)

LISTS: Mapping[str, type[Record]] = {
    "people": Person, "circles": Circle, "interactions": Interaction, "impressions": Impression,
    "hopes": Hope, "evidence": Evidence, "reflections": Reflection, "steps": Step,
    "closeness": Closeness, "checkins": CheckIn,
}  # fmt: skip
"""the lists of a connect.json"""

IN_SETTINGS: Mapping[str, type[Record]] = {"words": Word, "prompts": OwnPrompt}
"""the user's own, which are settings there"""

KEPT: Mapping[str, type[Record]] = {**LISTS, **IN_SETTINGS}
"""all that is brought out and in; earlier versions of reflections stay with the store"""

POINTERS: Mapping[type[Record], Mapping[str, type[Record]]] = {
    Circle: {"members": Person},
    Interaction: {"circle": Circle},
    Impression: {"interaction": Interaction, "person": Person},
    Hope: {"person": Person},
    Evidence: {"hope": Hope, "impression": Impression},
    Reflection: {"people": Person, "circles": Circle},
    Step: {"person": Person},
    Closeness: {"person": Person},
}
"""the fields that hold ids of other records, and of which kind"""

PAIRS: Mapping[type[Record], tuple[str, str]] = {
    Impression: ("interaction", "person"),
    Evidence: ("hope", "impression"),
}
"""the fields that are unique together"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """A whole life, each kind of record in the order in which it is written."""

    records: Mapping[type[Record], tuple[Record, ...]] = field(default_factory=dict)
    exported: datetime | None = None
    """when the contents last changed"""
    day_ends: int | None = None
    """minutes after midnight at which "my day" ends; None: not said"""

    def of(self, kind: type[R]) -> tuple[R, ...]:
        """Return the records of one kind."""
        return cast("tuple[R, ...]", self.records.get(kind, ()))

    def __iter__(self) -> Iterator[Record]:
        """Yield every record, those that others point at first."""
        for kind in KINDS:
            yield from self.of(kind)

    def __len__(self) -> int:
        return sum(len(found) for found in self.records.values())


def pointers(record: Record) -> Iterator[tuple[str, type[Record], str]]:
    """Yield field, kind and id of everything a record points at."""
    for name, kind in POINTERS.get(type(record), {}).items():
        value = getattr(record, name)
        if isinstance(value, str):
            yield name, kind, value
        elif value is not None:
            for one in sorted(value):
                yield name, kind, one


def arranged(records: Mapping[type[Record], list[Record]]) -> dict[type[Record], tuple[Record, ...]]:
    """Return records in an order that depends on nothing but themselves: by time, then by id."""
    when = {
        moment.id: moment.at for moment in records.get(Interaction, ()) if isinstance(moment, Interaction)
    }
    orders = _orders(when)
    return {kind: tuple(sorted(records.get(kind, ()), key=orders[kind])) for kind in KINDS}


def _orders(when: Mapping[str, datetime]) -> dict[type[Record], Callable[[Any], Any]]:
    return {
        Person: lambda person: (person.created, person.id),
        Circle: lambda circle: circle.id,
        Word: lambda word: word.text,
        OwnPrompt: lambda prompt: (prompt.text, prompt.id),
        Interaction: lambda interaction: (interaction.at, interaction.id),
        Impression: lambda felt: (when[felt.interaction], felt.interaction, felt.id),
        Hope: lambda hope: (hope.since, hope.id),
        Evidence: lambda evidence: (evidence.hope, evidence.id),
        Reflection: lambda reflection: (reflection.on, reflection.id),
        Version: lambda version: (version.reflection, version.at, version.id),
        Step: lambda step: (step.offered, step.id),
        Closeness: lambda close: (close.on, close.id),
        CheckIn: lambda week: (week.week, week.id),
    }
