"""Tooltips, and what a screen reader says instead of them.

Where a widget has no description of its own a screen reader says its tooltip: its name once more, or markup.
"""

from PySide6.QtWidgets import QWidget


def tip(text: str) -> str:
    """Return a tooltip for `text`, which may hold anything, markup included; empty for empty."""
    from html import escape  # noqa: PLC0415 - start-up: a table of all named characters

    return f"<p>{escape(text)}</p>" if text else ""


def show_whole(widget: QWidget, text: str, *, cut: bool) -> None:
    """Show in a tooltip what is cut on the widget, and was its name all along."""
    widget.setToolTip(tip(text) if cut else "")
    widget.setAccessibleDescription(text if cut else "")


def show_keys(widget: QWidget, tooltip: str, keys: str) -> None:
    """Show a tooltip that ends in the keys that do the same, which are all that is said after the name."""
    widget.setToolTip(tooltip)
    widget.setAccessibleDescription(keys)
