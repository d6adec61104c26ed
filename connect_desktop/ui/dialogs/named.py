"""Somebody or something with a name, made or changed."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget

from connect_desktop.domain.checks import NAME_LIMIT
from connect_desktop.domain.errors import ConnectError, InvalidValue
from connect_desktop.i18n import tr
from connect_desktop.ui.dialogs.form import FormDialog
from connect_desktop.ui.refusal import why
from connect_desktop.ui.widgets.elided_label import ElidedLabel
from connect_desktop.ui.widgets.reveal import reveal_soon

LINES = 3
"""of a note that are seen at the least"""


class NamedDialog(FormDialog):
    """Begins with the name; what is wrong is said right below it."""

    def __init__(self, title: str, verb: str, lost: str, parent: QWidget | None) -> None:
        super().__init__(title, verb, lost, parent)
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("Name"))
        self.name.textChanged.connect(self._forgive)
        self.note = _Note()
        self.note.setAccessibleName(tr("Note"))
        self.note.setTabChangesFocus(True)
        self.error.setContentsMargins(0, 0, 0, 0)
        self.add(tr("Name"), self.name, self.error)

    def heading(self, title: str) -> QLabel:
        """Return the title in one line: a name in it can be long."""
        heading = ElidedLabel(title)
        heading.setProperty("role", "title")
        return heading

    def field(self, of: str) -> QWidget:
        """Return where a field of the record is typed."""
        return self.note if of == "note" else self.name

    def refuse(self, error: ConnectError) -> None:
        if not isinstance(error, InvalidValue):
            super().refuse(error)
            return
        field = self.field(error.field)
        self.say(self._name_refused() if error.field == "name" else why(error))
        self._mark_name(field is self.name)
        field.setFocus()
        reveal_soon(self.error, field)

    def _name_refused(self) -> str:
        if self.name.text().strip():
            return tr("A name has at most {n} characters.", n=NAME_LIMIT)
        return tr("A name is needed. A letter is enough.")

    def _forgive(self) -> None:
        self.say("")
        self._mark_name(False)

    def _mark_name(self, wrong: bool) -> None:
        self.name.setProperty("invalid", wrong)
        self.name.style().unpolish(self.name)
        self.name.style().polish(self.name)


class _Note(QPlainTextEdit):
    """Asks for a few lines only; it takes what room is left."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.fontMetrics().lineSpacing() * LINES + 24)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())
