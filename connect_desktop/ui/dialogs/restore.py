"""Which backup to restore, what is in it, and what is here now."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from connect_desktop.i18n import tr
from connect_desktop.ui.dialogs.room import scrolling, wished
from connect_desktop.ui.widgets.passphrase_field import PassphraseField
from connect_desktop.ui.widgets.reveal import reveal_soon
from connect_desktop.ui.widgets.scroll_gap import keep_edge
from connect_desktop.ui.widgets.wrapped_label import WrappedLabel

WIDTH, HEIGHT, SIDE = 560, 560, 24
"""pixels at 100 %, and beside what is in it"""


class RestoreDialog(QDialog):
    """Asks, shows and asks again; it restores nothing itself."""

    chosen = Signal(object)
    """path of a backup to look at"""
    unlock_asked = Signal(str)
    """what was typed to open it"""
    restore_asked = Signal()

    def __init__(self, backups: Sequence[tuple[str, Path]], parent: QWidget | None) -> None:
        """`backups` are shown by their words, in this order."""
        super().__init__(parent)
        self.setWindowTitle("Connect")
        self.setAccessibleName(tr("Restore a backup"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._paths = [path for _, path in backups]
        self.list = QListWidget()
        self.list.setProperty("role", "choices")
        self.list.setAccessibleName(tr("Backups, the newest first"))
        self.list.addItems([words for words, _ in backups])
        self.list.setVisible(bool(backups))
        self.other = QPushButton(tr("Another file…"))
        self.told, self.now, self.after = WrappedLabel(), WrappedLabel("soft"), WrappedLabel("soft")
        self.error = WrappedLabel("error")
        self.passphrase = PassphraseField(tr("The passphrase or recovery code it was made with"))
        self.passphrase.setPlaceholderText(self.passphrase.accessibleName())
        self.restore = QPushButton(tr("Restore"))
        self.cancel = QPushButton(tr("Cancel"))
        self._lay_out()
        self._connect()
        self._blank(
            tr("Choose a backup to see what is in it.") if backups else tr("There is no backup here yet.")
        )

    def wait(self) -> None:
        """Show that it is being looked at."""
        self._blank(tr("Looking…"))

    def ask_passphrase(self) -> None:
        """Ask for what opens the backup."""
        self._blank(tr("This backup opens with another passphrase than the one you have now."))
        self._show_passphrase()
        self.passphrase.clear()

    def refuse_passphrase(self, sentence: str) -> None:
        """Say that it did not open; ask again."""
        self._blank("")
        self._show_passphrase()
        self._say(sentence)
        self.passphrase.selectAll()

    def show_what(self, there: str, here: str, after: str) -> None:
        """Show what is in it and what is here, ready to be restored."""
        self._blank(there)
        self.now.say(here)
        self.after.say(after)
        self.now.show()
        self.after.setVisible(bool(after))
        self.restore.setEnabled(True)
        reveal_soon(self.told if self.after.isHidden() else self.after, self.told)
        if not self.list.hasFocus():
            self.restore.setFocus()

    def refuse(self, sentence: str) -> None:
        """Say why it cannot be restored; nothing was changed."""
        self._blank("")
        self._say(sentence)

    def _show_passphrase(self) -> None:
        self.passphrase.show()
        self.restore.setText(tr("Go on"))
        self.restore.setEnabled(True)
        self.passphrase.setFocus()

    def _say(self, sentence: str) -> None:
        self.told.hide()
        self.error.say(sentence)
        self.error.show()
        reveal_soon(self.error)

    def _blank(self, words: str) -> None:
        for widget in (self.now, self.after, self.error, self.passphrase):
            widget.hide()
        self.restore.setEnabled(False)
        self.restore.setText(tr("Restore"))
        self.told.say(words)
        self.told.show()

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(lambda row: self.chosen.emit(self._paths[row]))
        self.other.clicked.connect(self._ask_file)
        self.passphrase.returnPressed.connect(self._submit)
        self.restore.clicked.connect(self._go_on)
        self.cancel.clicked.connect(self.reject)

    def _go_on(self) -> None:
        if self.passphrase.isHidden():
            self.restore_asked.emit()
        else:
            self._submit()

    def _submit(self) -> None:
        if self.passphrase.text():
            self.unlock_asked.emit(self.passphrase.text())
        else:
            self.passphrase.setFocus()

    def _ask_file(self) -> None:
        found, _ = QFileDialog.getOpenFileName(self, tr("A backup of Connect"))
        if found:
            self.chosen.emit(Path(found))

    def _lay_out(self) -> None:
        for button in (self.other, self.cancel, self.restore):
            button.setAutoDefault(False)
        self.restore.setProperty("role", "primary")
        inside = QWidget()
        words = QVBoxLayout(inside)
        words.setContentsMargins(SIDE, 0, SIDE, 0)
        words.setSpacing(12)
        words.addWidget(WrappedLabel("title", tr("Restore a backup")))
        words.addWidget(self.list, 1)
        for widget in (self.told, self.now, self.after, self.passphrase, self.error):
            words.addWidget(widget)
        area = scrolling(inside)
        keep_edge(area, words, SIDE)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 20, 0, 20)
        down.setSpacing(12)
        down.addWidget(area, 1)
        across = QHBoxLayout()
        across.setContentsMargins(SIDE, 0, SIDE, 0)
        across.setSpacing(12)
        across.addWidget(self.other)
        across.addStretch(1)
        across.addWidget(self.cancel)
        across.addWidget(self.restore)
        down.addLayout(across)
        self.resize(wished(self, WIDTH, HEIGHT))
