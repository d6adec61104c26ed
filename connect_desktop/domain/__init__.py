"""What the app is about: people, moments and how they felt. Standard library only.

Its modules are read when first asked for: a window shows before there is a record.
"""

from typing import TYPE_CHECKING

from connect_desktop.lazy import lazily

if TYPE_CHECKING:
    from connect_desktop.domain.clock import now
    from connect_desktop.domain.columns import Columns
    from connect_desktop.domain.edit import Edit
    from connect_desktop.domain.hope import Direction, Evidence, Hope, HopeState, Sign
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
    from connect_desktop.domain.kinds import KINDS
    from connect_desktop.domain.person import COLOURS, Circle, Person, Status, Tie, free_colours
    from connect_desktop.domain.practice import CheckIn, Closeness, Step, StepState
    from connect_desktop.domain.record import Record
    from connect_desktop.domain.reflection import OwnPrompt, Reflection, Version

__all__ = [
    "COLOURS", "EASY_WORDS", "KINDS", "ROLES", "TIGHT_WORDS", "TRUTHS", "WORD_FEELING", "Channel",
    "CheckIn", "Circle", "Closeness", "Columns", "Direction", "Edit", "Evidence", "Feeling", "Gift",
    "Hold", "Hope", "HopeState", "Impression", "Interaction", "Moment", "OwnPrompt", "Person", "Place",
    "Reach", "Record", "Reflection", "Response", "Sign", "Status", "Step", "StepState", "Tie", "Version",
    "WayBack", "Word", "free_colours", "now",
]  # fmt: skip

if not TYPE_CHECKING:
    __getattr__ = lazily(
        __name__,
        __all__,
        [
            "clock",
            "columns",
            "edit",
            "hope",
            "interaction",
            "kinds",
            "person",
            "practice",
            "record",
            "reflection",
        ],
    )
