"""When the store cannot be opened: what happened, that nothing was changed, what can be done."""

from PySide6.QtCore import Signal

from connect_desktop.domain.errors import ConnectError, NotSaved, NotWritten, VaultInUse, VaultTooNew
from connect_desktop.i18n import tr
from connect_desktop.ui.gate.step import Step, button, row


class TroubleStep(Step):
    """Tells one error with a way on; it never offers to start over."""

    retry_asked = Signal()
    quit_asked = Signal()

    def __init__(self, error: ConnectError) -> None:
        super().__init__(_title(error), str(error))
        self.retry = button(tr("Try again"), "primary")
        self.quit = button(tr("Quit"))
        self.column.addSpacing(8)
        self.column.addLayout(row(self.retry, self.quit, 1))
        self.retry.clicked.connect(self.retry_asked)
        self.quit.clicked.connect(self.quit_asked)

    def arrive(self) -> None:
        self.retry.setFocus()


def _title(error: ConnectError) -> str:
    if isinstance(error, VaultInUse):
        return tr("It is open already.")
    if isinstance(error, VaultTooNew):
        return tr("A newer Connect wrote this.")
    if isinstance(error, NotWritten | NotSaved):
        return tr("It could not be written.")
    return tr("It cannot be opened.")
