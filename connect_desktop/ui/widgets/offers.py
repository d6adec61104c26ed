"""What the answers about a moment offer of the user's own: words, wordings, circles."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from connect_desktop.ui.widgets.people_match import CircleChoice

if TYPE_CHECKING:
    from connect_desktop.domain import Word


@dataclass(frozen=True, slots=True, kw_only=True)
class Offers:
    """Nothing of it is needed; each makes answering quicker."""

    words: "tuple[Word, ...]" = ()
    roles: tuple[str, ...] = ()
    """wordings for a role used before, the latest first"""
    truths: tuple[str, ...] = ()
    """wordings for something said directly, likewise"""
    circles: tuple[CircleChoice, ...] = ()
