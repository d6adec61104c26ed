"""Dated texts, with or without a prompt."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import ClassVar

from connect_desktop.domain import checks
from connect_desktop.domain.clock import now
from connect_desktop.domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflection(Record):
    """A dated text in Markdown: paragraphs, emphasis, lists, quotes."""

    CHECKS: ClassVar = {
        "on": checks.day,
        "title": checks.heading,
        "text": lambda f, v: checks.text(f, v, 10 * checks.NOTE_LIMIT),
        "prompt": checks.maybe_ident,
        "people": checks.idents,
        "circles": checks.idents,
        "created": checks.moment,
        "edited": checks.moment,
    }

    on: date
    title: str = ""
    text: str = ""
    prompt: str | None = None
    people: frozenset[str] = frozenset()
    circles: frozenset[str] = frozenset()
    created: datetime = field(default_factory=now)
    edited: datetime = field(default_factory=now)
