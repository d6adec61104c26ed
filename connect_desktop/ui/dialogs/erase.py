"""The question before something is erased for good: what goes, and what else holds it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from connect_desktop.i18n import tr
from connect_desktop.ui.dialogs.room import room, scrolling, wished
from connect_desktop.ui.widgets.scroll_gap import keep_edge
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
        width = wished(self, WIDTH, 0).width()
        inside = QWidget()
        words = QVBoxLayout(inside)
        words.setContentsMargins(SIDE, 0, SIDE, 0)
        words.setSpacing(10)
        said = [("heading", question), ("soft", text), ("strong", tr("What still holds it"))]
        for role, sentence in (*said, *(("", holder) for holder in holders)):
            words.addWidget(_line(role, sentence, width - 2 * SIDE))
        words.addWidget(self.also)
        self.also.setVisible(self._known)
        if self._word:
            ask = tr("Type “{word}” to go on.", word=self._word)
            words.addWidget(_line("label", ask, width - 2 * SIDE))
            words.addWidget(self.typed)
            self.typed.setAccessibleName(ask)
        words.addStretch(1)
        self.erase.setProperty("role", "danger")
        self.stay.setDefault(True)
        across = QHBoxLayout()
        across.setContentsMargins(SIDE, 0, SIDE, 0)
        across.setSpacing(12)
        across.addStretch(1)
        across.addWidget(self.stay)
        across.addWidget(self.erase)
        area = scrolling(inside)
        keep_edge(area, words, SIDE)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 20, 0, 20)
        down.setSpacing(18)
        down.addWidget(area, 1)
        down.addLayout(across)
        for part in (self.also, self.typed, self.erase):
            part.ensurePolished()
        least = inside.sizeHint().height() + self.erase.sizeHint().height() + 58
        self.setFixedSize(QSize(width, least).boundedTo(room(self)))
        (self.typed if self._word else self.stay).setFocus()


def _line(role: str, text: str, width: int) -> WrappedLabel:
    label = WrappedLabel(role, text)
    label.ensurePolished()
    label.setFixedWidth(width)
    label.setFixedHeight(label.heightForWidth(label.width()))
    return label
