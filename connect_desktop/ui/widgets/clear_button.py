"""The way to empty a line that is searched with."""

from PySide6.QtWidgets import QLineEdit, QToolButton

from connect_desktop.i18n import tr


def offer_clearing(field: QLineEdit) -> None:
    """Put a cross at the end of a line as soon as something is typed, with a name to a screen reader."""
    field.setClearButtonEnabled(True)
    for cross in field.findChildren(QToolButton):
        cross.setAccessibleName(tr("Clear"))
