"""What starting is compared with: a bare PySide6 window with a line to type into and a table.

The table has a model of its own, as every real one has, for names that are in memory already; no style, no
file, no database. Says "ready" on standard error once it was painted with the focus in the line, then quits.
"""

import sys
import time

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QTableView, QVBoxLayout, QWidget

ROWS, COLUMNS = 150, 4
Index = QModelIndex | QPersistentModelIndex


class Names(QAbstractTableModel):
    """A hundred and fifty people in four columns."""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else ROWS

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else COLUMNS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        return f"{index.row()} {index.column()}" if role == Qt.ItemDataRole.DisplayRole else None


class Inside(QWidget):
    """A line above a table; tells when it was painted."""

    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit()
        table = QTableView()
        table.setModel(Names(table))
        down = QVBoxLayout(self)
        down.addWidget(self.line)
        down.addWidget(table)
        self._painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._ready)

    def _ready(self) -> None:
        sys.stderr.write(f"ready {time.process_time()}\n")
        sys.stderr.flush()
        QApplication.quit()


def main() -> int:
    app = QApplication(["bare"])
    window = QMainWindow()
    inside = Inside()
    window.setCentralWidget(inside)
    window.resize(1280, 800)
    window.show()
    inside.line.setFocus()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
