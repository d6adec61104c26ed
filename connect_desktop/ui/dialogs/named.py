"""Somebody or something with a name, made or changed."""

from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget

from connect_desktop.domain.checks import NAME_LIMIT
from connect_desktop.domain.errors import ConnectError, InvalidValue
from connect_desktop.i18n import tr
from connect_desktop.ui.dialogs.form import FormDialog
from connect_desktop.ui.refusal import why
from connect_desktop.ui.widgets.elided_label import ElidedLabel


class NamedDialog(FormDialog):
    """Begins with the name; what is wrong is said right below it."""

    def __init__(self, title: str, verb: str, lost: str, parent: QWidget | None) -> None:
        super().__init__(title, verb, lost, parent)
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("Name"))
        self.name.textChanged.connect(self._forgive)
        self.note = QPlainTextEdit()
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
