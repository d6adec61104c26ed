"""A button with words on it, in one of the looks of the style sheet."""

from PySide6.QtWidgets import QPushButton


def push_button(text: str, role: str = "") -> QPushButton:
    """Return a button; its role says how it looks."""
    button = QPushButton(text)
    if role:
        button.setProperty("role", role)
    return button
