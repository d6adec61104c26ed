"""How close people were, by day."""

from connect_desktop.domain import Closeness
from connect_desktop.store.shelf import Shelf


class HowClose(Shelf[Closeness]):
    """Reads notes of how close someone is, the oldest first."""

    def of(self, person_id: str) -> list[Closeness]:
        """Return the notes about one person."""
        return self.where("t.person = ?", (person_id,))
