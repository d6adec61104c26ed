"""Rows under headings: what the list of moments and the list of what was found have in common."""

from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from connect_desktop.ui.table_model import Index

RECORD = Qt.ItemDataRole.UserRole
"""the role under which a row hands out itself"""


class Spoken(Protocol):
    """A row that is not a heading."""

    @property
    def spoken(self) -> str:
        """The whole row for a screen reader."""


R = TypeVar("R", bound=Spoken)


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """What stands above the rows of one day, or of one kind."""

    text: str


class HeadedRows(QAbstractListModel, Generic[R]):
    """Rows to choose, and headings, which can't be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[R | HeadingRow] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self._rows[index.row()], HeadingRow):
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == RECORD:
            return row
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return row.text if isinstance(row, HeadingRow) else row.spoken
        return None
