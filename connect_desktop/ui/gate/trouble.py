"""When the store cannot be opened: what happened, that nothing was changed, and the right way out."""

from collections.abc import Callable, Collection
from enum import Enum, auto

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from connect_desktop.domain.errors import (
    ConnectError,
    KeysLost,
    NotSaved,
    NotWritten,
    StoreError,
    VaultDamaged,
    VaultExists,
    VaultInUse,
    VaultLost,
    VaultSynced,
    VaultTooNew,
    VaultUnreadable,
)
from connect_desktop.i18n import tr
from connect_desktop.ui.gate.step import Step, button, row
from connect_desktop.ui.widgets.flow_group import FlowGroup


class Way(Enum):
    """What can be done."""

    REPAIR = auto()
    """the newest backup, and all that can still be read"""
    KEYS = auto()
    """the key files of the newest backup"""
    BACKUP = auto()
    """a backup from elsewhere"""
    MOVE = auto()
    RETRY = auto()
    FOLDER = auto()
    QUIT = auto()


_WAYS: tuple[tuple[type[ConnectError], tuple[Way, ...]], ...] = (
    (VaultDamaged, (Way.REPAIR, Way.BACKUP, Way.RETRY, Way.FOLDER)),
    (VaultLost, (Way.REPAIR, Way.BACKUP, Way.RETRY, Way.FOLDER)),
    (KeysLost, (Way.KEYS, Way.BACKUP, Way.RETRY, Way.FOLDER)),
    (VaultSynced, (Way.MOVE, Way.RETRY, Way.FOLDER)),
    (VaultInUse, (Way.RETRY,)),
    (VaultTooNew, (Way.RETRY,)),
    (VaultExists, (Way.RETRY,)),
    (StoreError, (Way.RETRY, Way.FOLDER)),
)
"""by the error, the first that fits; the first way is the one to take. None is to start over."""


class TroubleStep(Step):
    """Tells one error with the ways on; it never offers to start over."""

    chosen = Signal(Way)

    def __init__(
        self,
        error: ConnectError,
        more: str = "",
        *,
        first: ConnectError | None = None,
        spent: Collection[Way] = (),
    ) -> None:
        """`more` says what there is to help: the newest backup, say.

        `first` is the trouble there is still, where the error is of a way out of it that did not lead there.
        `spent` are ways that do not lead out now; others come before them.
        """
        super().__init__(_title(first or error), str(error))
        if more:
            self.column.addWidget(self.words(more))
        ways = (*sorted(_ways(first or error), key=lambda way: way in spent), Way.QUIT)
        self.buttons: dict[Way, QPushButton] = {}
        for way in ways:
            self.buttons[way] = button(_NAMES[way](), "plain" if self.buttons else "primary")
            self.buttons[way].clicked.connect(lambda _checked=False, way=way: self.chosen.emit(way))
        self.retry, self.quit = self.buttons[Way.RETRY], self.buttons[Way.QUIT]
        self.column.addSpacing(8)
        if len(ways) == 2:
            self.column.addLayout(row(self.retry, self.quit, 1))
        else:
            self.column.addWidget(_flowing([*self.buttons.values()]))

    def arrive(self) -> None:
        next(iter(self.buttons.values())).setFocus()


def _ways(error: ConnectError) -> tuple[Way, ...]:
    return next((ways for kind, ways in _WAYS if isinstance(error, kind)), (Way.RETRY,))


def _flowing(buttons: list[QPushButton]) -> FlowGroup:
    group = FlowGroup(tr("What can be done"))
    for place, one in enumerate(buttons):
        group.insert_part(place, one)
    return group


_NAMES: dict[Way, Callable[[], str]] = {
    Way.REPAIR: lambda: tr("Put it right"),
    Way.KEYS: lambda: tr("Put the keys back"),
    Way.BACKUP: lambda: tr("Choose a backup…"),
    Way.MOVE: lambda: tr("Move it…"),
    Way.RETRY: lambda: tr("Try again"),
    Way.FOLDER: lambda: tr("Show the folder"),
    Way.QUIT: lambda: tr("Quit"),
}


def _title(error: ConnectError) -> str:
    for kind, title in _TITLES.items():
        if isinstance(error, kind):
            return title()
    return tr("It cannot be opened.")


_TITLES: dict[type[ConnectError] | tuple[type[ConnectError], ...], Callable[[], str]] = {
    VaultInUse: lambda: tr("It is open already."),
    VaultTooNew: lambda: tr("A newer Connect wrote this."),
    VaultDamaged: lambda: tr("It is damaged."),
    VaultLost: lambda: tr("The store is not where it was."),
    KeysLost: lambda: tr("Its keys are missing."),
    VaultSynced: lambda: tr("It cannot stay in this folder."),
    VaultUnreadable: lambda: tr("It cannot be opened."),
    (NotWritten, NotSaved): lambda: tr("It could not be written."),
}
