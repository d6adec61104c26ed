"""The recovery code: shown once, then two of its groups typed from what was written down."""

import random
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QFileDialog, QFrame, QGridLayout, QLabel, QLineEdit

from connect_desktop.i18n import tr
from connect_desktop.ui import clipboard, theme
from connect_desktop.ui.gate.step import Step, button, row
from connect_desktop.ui.widgets.reveal import reveal_soon

ASKED, ACROSS = 2, 4
"""groups that are asked for, groups in a line"""
_LOOKALIKES = str.maketrans("OIL", "011")


class CodeStep(Step):
    """Shows the code in its groups, to be written down; emits `kept()`, or asks for the step before."""

    kept = Signal()

    def __init__(self, code: str, *, back: str = "") -> None:
        """`back` is what the way back is called."""
        super().__init__(
            tr("Your recovery code"),
            tr(
                "If you forget the passphrase, this opens your file. It is shown only now. Write it on paper "
                "and keep it away from this computer. With neither passphrase nor code nobody can open it; "
                "we can’t either."
            ),
        )
        self._code = code
        self.told = self.words("", "small")
        self.go_on = button(tr("I have written it down"), "primary")
        self.copy = button(tr("Copy"))
        self.save = button(tr("Save as text…"))
        self.back = button(back or tr("Choose another passphrase"), "link")
        self.column.addWidget(_groups(code))
        self.column.addWidget(self.told)
        self.column.addLayout(row(self.go_on, self.copy, self.save, 1))
        self.column.addLayout(row(self.back, 1))
        self.go_on.clicked.connect(self.kept)
        self.copy.clicked.connect(self._copy)
        self.back.clicked.connect(self.back_asked)
        self.save.clicked.connect(self._save)

    def arrive(self) -> None:
        self.go_on.setFocus()

    def _copy(self) -> None:
        clipboard.lend(self._code)
        self.told.setText(tr("Copied. It leaves the clipboard in {n} seconds.", n=clipboard.SECONDS))

    def _save(self) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = str(Path(documents) / "code.txt")
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Save as text"), name, tr("Text (*.txt)"))
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, path: Path) -> None:
        """Write the code into a text file and say so."""
        try:
            path.write_text(self._code + "\n", encoding="utf-8")
        except OSError as error:
            self.told.setText(tr("It could not be saved there: {reason}.", reason=error.strerror or error))
        else:
            self.told.setText(tr("Saved. Print it or keep it on a stick; do not leave it on this computer."))


class RetypeStep(Step):
    """Asks for two groups of the code; emits `passed()` when both are right."""

    passed = Signal()

    def __init__(self, code: str) -> None:
        super().__init__(
            tr("Is it written down?"),
            tr("Type two groups of the code from your paper. Capitals do not matter."),
        )
        groups = code.split("-")
        self.asked = {n: groups[n] for n in sorted(random.sample(range(len(groups)), ASKED))}
        self.fields = {n: QLineEdit() for n in self.asked}
        self.error = self.words("", "error")
        self.error.hide()
        self.go_on = button(tr("Go on"), "primary")
        self.back = button(tr("See the code again"))
        self._lay_out_rest()

    def arrive(self) -> None:
        next(iter(self.fields.values())).setFocus()

    def _lay_out_rest(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        for column, (n, field) in enumerate(self.fields.items()):
            label = QLabel(tr("Group {n}", n=n + 1))
            label.setProperty("role", "label")
            label.setBuddy(field)
            field.setAccessibleName(label.text())
            field.setFont(_fixed())
            field.textEdited.connect(self.error.hide)
            field.returnPressed.connect(self._next)
            grid.addWidget(label, 0, column)
            grid.addWidget(field, 1, column)
        self.column.addLayout(grid)
        self.column.addWidget(self.error)
        self.column.addSpacing(4)
        self.column.addLayout(row(self.go_on, self.back, 1))
        self.go_on.clicked.connect(self._check)
        self.back.clicked.connect(self.back_asked)

    def _next(self) -> None:
        empty = [field for field in self.fields.values() if not field.text()]
        if empty:
            empty[0].setFocus()
        else:
            self._check()

    def _check(self) -> None:
        for n, field in self.fields.items():
            if _plain(field.text()) != self.asked[n]:
                self.error.setText(
                    tr("That is not group {n}. Nothing is lost: look at the code again.", n=n + 1)
                )
                self.error.show()
                field.selectAll()
                field.setFocus()
                reveal_soon(self.error, field)
                return
        self.passed.emit()


def _plain(typed: str) -> str:
    return "".join(typed.upper().replace("-", "").split()).translate(_LOOKALIKES)


def _fixed() -> QFont:
    found = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    found.setPointSizeF(theme.font("heading").pointSizeF())
    return found


def _groups(code: str) -> QFrame:
    card = QFrame()
    card.setProperty("role", "card")
    card.setAccessibleName(tr("Recovery code"))
    card.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as the code is written, each beside its number
    grid = QGridLayout(card)
    grid.setContentsMargins(20, 18, 20, 18)
    grid.setSpacing(12)
    for column in range(1, 2 * ACROSS, 2):
        grid.setColumnStretch(column, 1)
    for n, group in enumerate(code.split("-")):
        number, text = QLabel(str(n + 1)), QLabel(group)
        number.setProperty("role", "faint")
        text.setFont(_fixed())
        text.setAccessibleName(tr("Group {n}: {letters}", n=n + 1, letters=" ".join(group)))
        grid.addWidget(number, n // ACROSS, n % ACROSS * 2, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(text, n // ACROSS, n % ACROSS * 2 + 1)
    return card
