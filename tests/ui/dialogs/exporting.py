"""The dialog that makes a document, over what the test has lived."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from connect_desktop.ui.dialogs.export import ExportDialog
from connect_desktop.ui.session import Session


def opened(session: Session, qtbot: QtBot, **chosen: object) -> Iterator[ExportDialog]:
    made = ExportDialog(session, **chosen)  # type: ignore[arg-type]
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.reject()
    made.reject()
