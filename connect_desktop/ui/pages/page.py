"""What every page is: something one arrives at, that keeps what is typed and hears of changes."""

from PySide6.QtWidgets import QWidget

from connect_desktop.ui.session import Edits, Session


class Page(QWidget):
    """A page redraws when it is seen: changes that happen while it is hidden wait until then."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._stale = True
        self.setProperty("role", "page")
        session.changed.connect(self._hear)
        session.settings_changed.connect(lambda _settings: self._hear(()))

    def arrive(self) -> None:
        """The user came here: be up to date and put the focus where it is most likely wanted."""
        if self._stale:
            self._stale = False
            self.refresh()

    def refresh(self) -> None:
        """Read anew from the store what is shown."""

    def concerns(self, _edits: Edits) -> bool:
        """Return whether these edits change what is shown here."""
        return True

    def flush(self) -> bool:
        """Save what is being typed; False when it could not be saved and is still in its field."""
        return True

    def about(self) -> str | None:
        """Return the id of the person shown here, None where it is not one person's page."""
        return None

    def _hear(self, edits: Edits) -> None:
        if edits and not self.concerns(edits):
            return
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True
