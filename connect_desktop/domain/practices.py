"""The practices behind one small step: what each invites to, and what it needs.

Their words lie in resources/practices, a file for each language.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from connect_desktop.domain.worded import worded


class Need(StrEnum):
    """With whom a practice can be tried."""

    EXHALE = "exhale"
    """somebody with whom the user breathes easier"""
    QUIET = "quiet"
    """somebody who has long been quiet"""
    HURT = "hurt"
    """somebody with whom there was a hurt, where the way back is the user's to offer"""
    UNANSWERED = "unanswered"
    """somebody who reached out and was not answered"""
    ONESELF = "oneself"
    CIRCLE = "circle"


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """One invitation; its `id` is stored with the steps and never changes."""

    id: str
    family: str
    """what it is akin to: families take turns"""
    need: Need
    text: str
    named: str = ""
    """the same with `{name}` in it; empty for what one does alone"""
    asks: bool = False
    """it asks something of the other: not where care runs one way by nature"""

    def said(self, name: str = "") -> str:
        """Return the invitation, with the name of a person or circle where there is one."""
        return self.named.replace("{name}", name) if name and self.named else self.text


@cache
def practices(language: str | None = None) -> Mapping[str, Practice]:
    """Return every practice by id, in a language, else in the source language."""
    return {
        one["id"]: Practice(**{**one, "need": Need(one["need"])}) for one in worded("practices", language)
    }


def said(practice: str, name: str, language: str | None = None) -> str:
    """Return a practice in words; empty where this Connect does not know it."""
    found = practices(language).get(practice)
    return found.said(name) if found else ""
