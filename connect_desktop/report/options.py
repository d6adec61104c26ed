"""What the user chooses about a document."""

from dataclasses import dataclass
from enum import StrEnum


class Names(StrEnum):
    """How people appear."""

    FULL = "full"
    INITIALS = "initials"
    LETTERS = "letters"


class Paper(StrEnum):
    """The size of a page."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The choices for one document."""

    names: Names = Names.INITIALS
    paper: Paper = Paper.A4
    charts: bool = True
    readings: bool = True
    """what the moments say, in counts"""
    hopes: bool = True
    """what is waited for from a person"""
    moments: bool = True
    """the moments with a person, a line for each"""
    notes: bool = False
    """the notes of the moments"""
    prompts: bool = True
    """the question a reflection answers"""
    line: str = ""
    """the user's own line below the title, or none"""
    lang: str = "en"
    """language of the app's own words in it, as in "de" or "pt_BR" """
