"""What the app is about: people, moments and how they felt. Standard library only."""

from connect_desktop.domain.columns import Columns
from connect_desktop.domain.edit import Edit
from connect_desktop.domain.hope import Direction, Evidence, Hope, HopeState
from connect_desktop.domain.interaction import (
    EASY_WORDS,
    ROLES,
    TIGHT_WORDS,
    TRUTHS,
    WORD_FEELING,
    Channel,
    Feeling,
    Gift,
    Hold,
    Impression,
    Interaction,
    Moment,
    Place,
    Reach,
    Response,
    WayBack,
    Word,
)
from connect_desktop.domain.person import COLOURS, Circle, Person, Status, Tie
from connect_desktop.domain.practice import CheckIn, Closeness, Step, StepState
from connect_desktop.domain.record import Record, now
from connect_desktop.domain.reflection import Reflection

KINDS: tuple[type[Record], ...] = (
    Person, Circle, Word, Interaction, Impression, Hope, Evidence, Reflection, Step, Closeness, CheckIn,
)  # fmt: skip
"""every kind of record, those that others point at first"""

__all__ = [
    "COLOURS", "EASY_WORDS", "KINDS", "ROLES", "TIGHT_WORDS", "TRUTHS", "WORD_FEELING", "Channel",
    "CheckIn", "Circle", "Closeness", "Columns", "Direction", "Edit", "Evidence", "Feeling", "Gift",
    "Hold", "Hope", "HopeState", "Impression", "Interaction", "Moment", "Person", "Place", "Reach",
    "Record", "Reflection", "Response", "Status", "Step", "StepState", "Tie", "WayBack", "Word", "now",
]  # fmt: skip
