"""The cards of backups: how they stand, a second place for them, and what is kept aside."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QLabel, QPushButton, QWidget

from connect_desktop.domain.errors import ConnectError
from connect_desktop.i18n import tr, tr_n
from connect_desktop.store import asides, backups, keeping
from connect_desktop.store.asides import Aside
from connect_desktop.store.backups import Backup
from connect_desktop.ui import safety_words
from connect_desktop.ui.keeper import Keeper
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.button_row import ButtonRow
from connect_desktop.ui.widgets.card import Card
from connect_desktop.ui.widgets.wrapped_label import WrappedLabel

FEW = 5
"""backups that are listed before one asks for all"""


class BackupsCard(Card):
    """When the last backup was, those there are, and one now."""

    def __init__(self, session: Session, keeper: Keeper) -> None:
        super().__init__(tr("Backups"))
        self._session, self._keeper = session, keeper
        self.last = WrappedLabel("said")
        self.failure = WrappedLabel("error")
        self.trial = WrappedLabel("small")
        self.now, self.restore = QPushButton(tr("Back up now")), QPushButton(tr("Restore…"))
        self.more = QPushButton()
        self.more.setProperty("role", "link")
        self._all = False
        self._days: list[QLabel] = []
        self._list = QWidget()
        self._grid = QGridLayout(self._list)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(2, 1)
        for widget in (self.last, self.failure):
            self.column.addWidget(widget)
        self.column.addWidget(ButtonRow(tr("Backups"), self.now, self.restore))
        self.column.addWidget(self._list)
        self.column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.trial)
        self.column.addWidget(WrappedLabel("small", _by_itself()))
        self.more.clicked.connect(self._show_all)

    def refresh(self) -> None:
        """Show how things stand now."""
        kept, (found, refused) = self._keeper.kept(), self._found()
        newest = found[0].made if found else None
        busy = self._keeper.is_busy()
        said = safety_words.last_backup(kept, newest, self._session.now())
        self.last.say(tr("A backup is being made and checked…") if busy else said)
        self.now.setEnabled(not busy)
        self.failure.say(refused or safety_words.failure(kept))
        self.failure.setVisible(bool(self.failure.said()))
        self.trial.say(safety_words.trial(kept))
        self._list_them(found)

    def listed(self) -> list[str]:
        """Return the lines of the list."""
        return [label.text() for label in self._days]

    def _found(self) -> tuple[list[Backup], str]:
        """Return the backups there are, and why they cannot be looked at where that is so."""
        folder = self._session.store.folder
        try:
            return (backups.found(folder / backups.FOLDER) if folder else []), ""
        except ConnectError as error:
            return [], str(error)

    def _list_them(self, found: list[Backup]) -> None:
        for label in self._list.findChildren(QLabel):
            self._grid.removeWidget(label)
            label.hide()
            label.deleteLater()
        shown = found if self._all else found[:FEW]
        self._days = [_label(safety_words.when(one.made, self._session), "") for one in shown]
        for row, one in enumerate(shown):
            self._grid.addWidget(self._days[row], row, 0)
            self._grid.addWidget(
                _label(safety_words.size(one.size), "soft"), row, 1, Qt.AlignmentFlag.AlignRight
            )
        left = len(found) - len(shown)
        self.more.setVisible(bool(left))
        if left:
            oldest = safety_words.when(found[-1].made, self._session)
            self.more.setText(
                tr_n("and {n} more, of {day}", "and {n} more, the oldest of {day}", left, day=oldest)
            )

    def _show_all(self) -> None:
        self._all = True
        self.refresh()
        self.now.setFocus()


class SecondCard(Card):
    """Another disk or a stick that finished backups are copied to."""

    def __init__(self, session: Session, keeper: Keeper) -> None:
        super().__init__(tr("A second place"))
        self._session, self._keeper = session, keeper
        self.told, self.path, self.error = WrappedLabel(), WrappedLabel("soft"), WrappedLabel("error")
        self.path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.choose, self.stop = QPushButton(), QPushButton(tr("Copy there no more"))
        for widget in (self.told, self.path, self.error):
            self.column.addWidget(widget)
        self.column.addWidget(ButtonRow(tr("A second place"), self.choose, self.stop))
        self.error.hide()
        self.choose.clicked.connect(self._ask)
        self.stop.clicked.connect(lambda: self.put(None))

    def refresh(self) -> None:
        """Show how things stand now."""
        kept = self._keeper.kept()
        here = keeping.is_here(kept)
        self.told.say(safety_words.second(kept, here, self._session.now()))
        self.path.say(kept.second)
        self.path.setVisible(bool(kept.second))
        self.choose.setText(tr("Choose another…") if kept.second else tr("Choose a folder…"))
        self.stop.setVisible(bool(kept.second))

    def put(self, chosen: Path | None) -> None:
        """Take a folder for the second place, None for none, or say why it cannot be one."""
        try:
            self._keeper.choose_second(chosen)
        except ConnectError as error:
            self.error.say(str(error))
            self.error.show()
        else:
            self.error.hide()
        self.refresh()

    def _ask(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("A second place for backups"))
        if chosen:
            self.put(Path(chosen))


class AsideCard(Card):
    """Stores that another one took the place of; hidden while there is none."""

    remove_asked = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__(tr("Kept aside"))
        self._session = session
        self._shown: list[Aside] | None = None
        self.column.addWidget(
            WrappedLabel(
                "small",
                tr(
                    "Your store as it was before another took its place. It is encrypted as it was, and "
                    "stays until you remove it. Restore can bring it back."
                ),
            )
        )
        self._list = QWidget()
        self._grid = QGridLayout(self._list)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setColumnStretch(2, 1)
        self.column.addWidget(self._list)

    def refresh(self) -> None:
        """Show what is there now."""
        folder = self._session.store.folder
        found = asides.found(folder) if folder else []
        self.setVisible(bool(found))
        if found == self._shown:
            return
        self._shown = found
        for child in self._list.findChildren(QWidget):
            self._grid.removeWidget(child)
            child.hide()
            child.deleteLater()
        for row, one in enumerate(found):
            self._add(row, one)

    def _add(self, row: int, one: Aside) -> None:
        since = safety_words.when(one.since, self._session)
        remove = QPushButton(tr("Remove…"))
        remove.setAccessibleName(tr("Remove what was kept aside: {day}", day=since))
        remove.clicked.connect(lambda: self.remove_asked.emit(one))
        self._grid.addWidget(_label(since, ""), row, 0)
        self._grid.addWidget(_label(safety_words.size(one.size), "soft"), row, 1, Qt.AlignmentFlag.AlignRight)
        self._grid.addWidget(remove, row, 2, Qt.AlignmentFlag.AlignLeft)


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _by_itself() -> str:
    return tr(
        "A backup is made by itself in a quiet moment half an hour after a change, when you lock or close "
        "Connect, and before much is changed or deleted at once. It is read back before it counts. The "
        "newest are kept of the last hours, days, weeks and months."
    )
