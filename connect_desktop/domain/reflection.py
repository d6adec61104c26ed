"""Dated texts, with or without a prompt; how they were before, and prompts of the user's own."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import ClassVar

from connect_desktop.domain import checks
from connect_desktop.domain.clock import now
from connect_desktop.domain.record import Record

PROMPT_LIMIT = 400


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Version(Record):
    """How a reflection was at an earlier time; it goes with the reflection, and is in no export."""

    CHECKS: ClassVar = {
        "reflection": checks.ident,
        "at": checks.moment,
        "title": checks.heading,
        "text": lambda f, v: checks.text(f, v, 10 * checks.NOTE_LIMIT),
    }

    reflection: str
    at: datetime
    title: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPrompt(Record):
    """A question of the user's own to write towards."""

    CHECKS: ClassVar = {
        "text": lambda f, v: checks.line(f, v, PROMPT_LIMIT),
        "offered": checks.flag,
    }

    text: str
    offered: bool = True
    """no: it is off the list, and kept for the reflections that answer it"""
