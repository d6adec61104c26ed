"""What the results of a search show: kinds, and what was found under them."""

from dataclasses import dataclass
from datetime import date

from connect_desktop.domain.excerpt import Excerpt
from connect_desktop.domain.found import Kind
from connect_desktop.ui.widgets.headed_rows import HeadingRow
from connect_desktop.ui.widgets.moment_rows import Face


@dataclass(frozen=True, slots=True, kw_only=True)
class HitRow:
    """One thing that was found, as shown."""

    kind: Kind
    id: str
    title: Excerpt
    facts: str
    """when it was"""
    on: date | None = None
    excerpt: Excerpt
    face: Face | None = None
    """whom it is about, where it is about someone"""
    icon: str = ""
    """what stands for it otherwise"""
    spoken: str = ""
    """the whole row for a screen reader"""


@dataclass(frozen=True, slots=True, kw_only=True)
class MoreRow:
    """Stands below the first ones of a kind, and shows more of them."""

    kind: Kind
    spoken: str


Row = HitRow | MoreRow | HeadingRow
