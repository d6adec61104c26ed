"""What every record is: frozen, whole before it is stored, known by its id."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, ClassVar

from connect_desktop.domain import checks


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The ground of every record: an `id` minted here and one check a field, run when it is made."""

    CHECKS: ClassVar[dict[str, Callable[[str, Any], Any]]] = {}
    """field name → the check that returns its stored form"""

    id: str = field(default_factory=checks.new_id)

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", checks.ident("id", self.id))
        for name, check in self.CHECKS.items():
            object.__setattr__(self, name, check(name, getattr(self, name)))
