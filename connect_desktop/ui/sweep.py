"""One walk through what waits to be felt."""

from collections.abc import Container, Iterable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Sweep:
    """Impressions in order, where one is in them, and what became of each."""

    ids: list[str]
    at: int = 0
    felt: set[str] = field(default_factory=set)
    left: set[str] = field(default_factory=set)

    @property
    def current(self) -> str | None:
        """The impression that is asked about, None at the end."""
        return self.ids[self.at] if self.at < len(self.ids) else None

    def feel(self, ids: Iterable[str]) -> None:
        """These were felt; where the current one is among them, the next that waits is asked about."""
        new = set(ids)
        self.felt |= new
        self.left -= new
        if self.current in new:
            while self.current in self.felt:
                self.at += 1

    def wait(self, ids: Iterable[str]) -> None:
        """These wait again: the first of them is asked about."""
        again = set(ids)
        self.felt -= again
        self.at = min((place for place, one in enumerate(self.ids) if one in again), default=self.at)

    def go_on(self) -> None:
        """Leave the current one as it is and go on."""
        if self.current is not None:
            if self.current not in self.felt:
                self.left.add(self.current)
            self.at += 1

    def go_back(self) -> None:
        """Go back to the one before."""
        self.at = max(0, self.at - 1)

    def keep(self, asked: Container[str]) -> None:
        """Go on with those that are still to be asked about, and the ones that were felt."""
        before = [one for one in self.ids[: self.at] if one in asked or one in self.felt]
        after = [one for one in self.ids[self.at :] if one in asked or one in self.felt]
        self.ids, self.at = before + after, len(before)
