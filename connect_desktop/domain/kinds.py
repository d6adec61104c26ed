"""Every kind of record."""

from connect_desktop.domain.hope import Evidence, Hope
from connect_desktop.domain.interaction import Impression, Interaction, Word
from connect_desktop.domain.person import Circle, Person
from connect_desktop.domain.practice import CheckIn, Closeness, Step
from connect_desktop.domain.record import Record
from connect_desktop.domain.reflection import OwnPrompt, Reflection, Version

KINDS: tuple[type[Record], ...] = (
    Person, Circle, Word, OwnPrompt, Interaction, Impression, Hope, Evidence, Reflection, Version, Step,
    Closeness, CheckIn,
)  # fmt: skip
"""every kind of record, those that others point at first"""
