"""What a list of moments shows: days, and moments under them."""

from dataclasses import dataclass

from connect_desktop.domain import Impression, Moment, Person
from connect_desktop.ui.widgets.headed_rows import HeadingRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """How a person is shown: name and colour."""

    id: str
    name: str
    colour: int

    @classmethod
    def of(cls, person: Person) -> "Face":
        """Return how a person is shown by their own name."""
        return cls(id=person.id, name=person.name, colour=person.colour)


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentRow:
    """One moment as shown."""

    moment: Moment
    faces: tuple[Face, ...]
    shown: Impression | None
    """the impression whose answers are shown"""
    facts: str
    """when, how and who reached out, in one line"""
    tags: tuple[tuple[str, str], ...] = ()
    """(text, kind) with kind easy, tight or neither"""
    spoken: str = ""
    """the whole row for a screen reader"""

    @property
    def names(self) -> str:
        """The people's names in one line."""
        return ", ".join(face.name for face in self.faces)


Row = MomentRow | HeadingRow
