"""An action of a menu that somebody holds on to."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu


def kept_action(menu: QMenu, text: str) -> QAction:
    """Add an action to a menu and return it.

    Made here: one that the menu makes itself may lie where that of a closed page lay, be taken for it, and be
    lost with it.
    """
    made = QAction(text, menu)
    menu.addAction(made)
    return made
