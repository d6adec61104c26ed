"""The prompts behind a reflection: a question to write towards, and when it fits.

Their words lie in resources/prompts, a file for each language.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from connect_desktop.domain.reflection import OwnPrompt
from connect_desktop.domain.worded import worded


class Fits(StrEnum):
    """What has to be there for a prompt to be offered by name."""

    NONE = "none"
    """nothing: it is about oneself"""
    ANYONE = "anyone"
    HOPE = "hope"
    """somebody from whom something is hoped for"""
    HURT = "hurt"
    """somebody with whom a hurt has found no way back yet"""
    QUIET = "quiet"
    """somebody who has long been quiet"""
    EXHALE = "exhale"
    """somebody with whom the user breathes easier"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """One question; its `id` is stored with the reflections and never changes."""

    id: str
    family: str
    need: Fits
    text: str
    named: str = ""
    """the same with `{name}` in it; empty for what is about oneself"""

    def said(self, name: str = "") -> str:
        """Return the question, with the name of a person where there is one."""
        return self.named.replace("{name}", name) if name and self.named else self.text


@cache
def prompts(language: str | None = None) -> Mapping[str, Prompt]:
    """Return every prompt by id, in a language, else in the source language."""
    return {one["id"]: Prompt(**{**one, "need": Fits(one["need"])}) for one in worded("prompts", language)}


def wordings(own: Iterable[OwnPrompt] = (), language: str | None = None) -> dict[str, str]:
    """Return the words of every prompt by id, the user's own among them."""
    known = {one.id: one.text for one in prompts(language).values()}
    return known | {one.id: one.text for one in own}
