"""What starting is compared with: a bare PySide6 window with a table and a line to type into.

Says "ready" on standard error once the window was painted and the line has the focus, then quits.
"""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QTableView, QVBoxLayout, QWidget

ROWS = 30


class Inside(QWidget):
    """A line above a table; tells when it was painted."""

    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit()
        table = QTableView()
        model = QStandardItemModel(ROWS, 4, table)
        for row in range(ROWS):
            for column in range(4):
                model.setItem(row, column, QStandardItem(f"{row} {column}"))
        table.setModel(model)
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
        sys.stderr.write("ready\n")
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
