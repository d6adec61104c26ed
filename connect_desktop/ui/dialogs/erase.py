"""The question before something is erased for good: what goes, and what else holds it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from connect_desktop.i18n import tr
from connect_desktop.ui import theme
from connect_desktop.ui.widgets.wrapped_label import WrappedLabel

WIDTH, SIDE = 520, 24
"""pixels at 100 %, and beside what is in it"""


class EraseDialog(QDialog):
    """Accepted when it is to be erased; `with_holders` says whether what else holds it goes, too."""

    def __init__(
        self, question: str, text: str, holders: Sequence[str], parent: QWidget | None, *, word: str = ""
    ) -> None:
        """`holders` say what still holds it, the last what cannot be known; `word` has to be typed."""
        super().__init__(parent)
        self.setWindowTitle("Connect")
        self.setAccessibleName(question)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._word, self._known = word, len(holders) > 1
        self.also = QCheckBox(
            tr("Remove those copies, too") if word else tr("Remove those, too, and make a fresh backup")
        )
        self.also.setChecked(self._known)
        self.typed = QLineEdit()
        self.erase, self.stay = QPushButton(tr("Erase for good")), QPushButton(tr("Cancel"))
        self._lay_out(question, text, holders)
        self.erase.clicked.connect(self.accept)
        self.stay.clicked.connect(self.reject)
        self.typed.textChanged.connect(self._allow)
        self._allow()

    def with_holders(self) -> bool:
        """Return whether the copies that are known go, too."""
        return self._known and self.also.isChecked()

    def _allow(self) -> None:
        self.erase.setEnabled(self.typed.text().strip().casefold() == self._word.casefold())

    def _lay_out(self, question: str, text: str, holders: Sequence[str]) -> None:
        down = QVBoxLayout(self)
        down.setContentsMargins(SIDE, 20, SIDE, 20)
        down.setSpacing(10)
        down.addWidget(_line("heading", question))
        down.addWidget(_line("soft", text))
        down.addSpacing(4)
        down.addWidget(_line("strong", tr("What still holds it")))
        for sentence in holders:
            down.addWidget(_line("", sentence))
        down.addWidget(self.also)
        self.also.setVisible(self._known)
        if self._word:
            down.addWidget(_line("label", tr("Type “{word}” to go on.", word=self._word)))
            down.addWidget(self.typed)
            self.typed.setAccessibleName(tr("Type “{word}” to go on.", word=self._word))
        self.erase.setProperty("role", "danger")
        self.erase.setAutoDefault(False)
        self.stay.setDefault(True)
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addStretch(1)
        across.addWidget(self.stay)
        across.addWidget(self.erase)
        down.addSpacing(8)
        down.addLayout(across)
        self.setFixedWidth(round(WIDTH * theme.scale()))
        (self.typed if self._word else self.stay).setFocus()


def _line(role: str, text: str) -> WrappedLabel:
    label = WrappedLabel(role, text)
    label.ensurePolished()
    label.setFixedWidth(round(WIDTH * theme.scale()) - 2 * SIDE)
    label.setFixedHeight(label.heightForWidth(label.width()))
    return label
