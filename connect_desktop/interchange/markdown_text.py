"""Small pieces of Markdown: words as they are, quotes, facts, front matter."""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date

_MARKS = re.compile(r"([\\`*_\[\]<>#|~&])")


def plain(text: str) -> str:
    """Return one line of text that shows as it was typed, whatever marks are in it."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))


def quote(text: str, indent: str = "") -> str:
    """Return text as a quotation, line by line; nothing for no text."""
    return "".join(f"{indent}> {line}".rstrip() + "\n" for line in text.splitlines())


def facts(pairs: Iterable[tuple[str, object]]) -> str:
    """Return a list of "- what: how", without those that are unknown or empty."""
    return "".join(f"- {what}: {told}\n" for what, told in pairs if told not in (None, "", False))


def front_matter(values: Mapping[str, object]) -> str:
    """Return YAML between its rules; every value is written so that YAML takes it for nothing else."""
    lines = (f"{key}: {_yaml(value)}\n" for key, value in values.items())
    return f"---\n{''.join(lines)}---\n\n"


def _yaml(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else json.dumps(value, ensure_ascii=False)
