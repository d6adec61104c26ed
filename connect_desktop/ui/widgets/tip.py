"""Tooltips that show a text as it is typed, wrapped where it is long."""


def tip(text: str) -> str:
    """Return a tooltip for `text`, which may hold anything, markup included; empty for empty."""
    from html import escape  # noqa: PLC0415 - start-up: a table of all named characters

    return f"<p>{escape(text)}</p>" if text else ""
