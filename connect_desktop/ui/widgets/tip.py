"""Tooltips that show a text as it is typed, wrapped where it is long."""

from html import escape


def tip(text: str) -> str:
    """Return a tooltip for `text`, which may hold anything, markup included; empty for empty."""
    return f"<p>{escape(text)}</p>" if text else ""
