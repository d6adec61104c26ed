"""The one way to change data: what a record was, and what it is to be."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from connect_desktop.domain.record import Record

R = TypeVar("R", bound=Record, covariant=True)


@dataclass(frozen=True, slots=True)
class Edit(Generic[R]):
    """`Edit(None, x)` creates, `Edit(x, y)` changes, `Edit(x, None)` deletes."""

    before: R | None
    after: R | None

    def __post_init__(self) -> None:
        sides = [record for record in (self.before, self.after) if record is not None]
        if not sides:
            raise TypeError("an edit needs a record before or after")
        if len({(type(record), record.id) for record in sides}) > 1:
            raise TypeError("an edit changes one record into the same record")

    @property
    def record(self) -> R:
        """The record as it is after, or was before it was deleted."""
        found = self.before if self.after is None else self.after
        assert found is not None
        return found

    def inverse(self) -> "Edit[R]":
        """Return the edit that undoes this one."""
        return Edit(self.after, self.before)
