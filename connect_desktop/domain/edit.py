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
        before, after = self.before, self.after
        if before is None and after is None:
            raise TypeError("an edit needs a record before or after")
        if (
            before is not None
            and after is not None
            and (type(before) is not type(after) or before.id != after.id)
        ):
            raise TypeError("an edit changes one record into the same record")

    @property
    def record(self) -> R:
        """The record as it is after, or was before it was deleted."""
        found = self.after if self.after is not None else self.before
        assert found is not None
        return found

    def inverse(self) -> "Edit[R]":
        """Return the edit that undoes this one."""
        return Edit(self.after, self.before)
