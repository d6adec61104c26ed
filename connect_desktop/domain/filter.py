"""Which moments are to be shown."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date

from connect_desktop.domain.interaction import Reach


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Narrows a list of moments: each answer given narrows it further, none of them shows all.

    Of what was felt, one and the same person has to answer to everything.
    """

    person: str | None = None
    circle: str | None = None
    first: date | None = None
    last: date | None = None
    """the user's days, both included"""
    body: frozenset[int] = frozenset()
    """any of these answers, −3 … +3"""
    reach: frozenset[Reach] = frozenset()
    met: frozenset[int] = frozenset()
    words: frozenset[str] = frozenset()
    """any of these"""
    hurt: bool = False
    """only with a hurt"""
    unfelt: bool = False
    """only what waits to be felt"""
    noted: bool = False
    """only with a note"""

    def __bool__(self) -> bool:
        """Return whether it narrows anything."""
        return any(True for _ in self.narrowed())

    def narrowed(self) -> Iterator[str]:
        """Yield the names of the answers given."""
        return (one.name for one in fields(self) if getattr(self, one.name))

    def without(self, *names: str) -> "Filter":
        """Return it with some answers taken back."""
        empty = Filter()
        return replace(self, **{name: getattr(empty, name) for name in names})
