"""A circle to be made or changed: a value in, a value out."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from connect_desktop.domain import Circle
from connect_desktop.domain.checks import NAME_LIMIT
from connect_desktop.domain.errors import ConnectError, InvalidValue
from connect_desktop.i18n import tr
from connect_desktop.ui.dialogs.confirm import Confirm
from connect_desktop.ui.refusal import why
from connect_desktop.ui.widgets.draft_line import DraftLine
from connect_desktop.ui.widgets.elided_label import ElidedLabel
from connect_desktop.ui.widgets.person_field import Choice, NewName, PersonField

WIDTH, HEIGHT = 560, 520

Keep = Callable[[Circle, Sequence[NewName]], object]


class CircleDialog(QDialog):
    """Accepted only with a circle that is kept; `value()` is that circle as it was handed over."""

    changed = Signal()
    """something typed or chosen is different now: `answers` says what there is"""

    def __init__(
        self,
        circle: Circle | None,
        people: Sequence[Choice],
        *,
        keep: Keep,
        parent: QWidget | None = None,
    ) -> None:
        """`keep` is called with the circle and the names of members who are not known yet, before it closes.

        A `ConnectError` leaves it open, with what was typed and the error's sentence.
        """
        super().__init__(parent)
        self.setWindowTitle("Connect")
        self._before = circle
        self._keep = keep
        self._value: Circle | None = circle
        self.name = QLineEdit()
        self.members = PersonField(name=tr("Who belongs to it"))
        self.note = QPlainTextEdit()
        self.error = _small("", "error")
        self.draft_line = DraftLine()
        self.save = QPushButton(tr("Save") if circle else tr("Make it"))
        self._fill(circle, people)
        self._lay_out(tr("Change {name}", name=circle.name) if circle else tr("Make a circle"))
        self._first = self._typed()
        self.name.textChanged.connect(self._forgive)
        for signal in (
            self.name.textChanged,
            self.note.textChanged,
            self.members.changed,
            self.members.typed,
        ):
            signal.connect(self.changed)
        self.members.picked.connect(self.members.focus_field)
        self.name.setFocus()

    def value(self) -> Circle:
        """Return the circle as last accepted."""
        assert self._value is not None
        return self._value

    def answers(self) -> dict[str, Any]:
        """Return all that is in the dialog as plain data, nothing where all is as it was in the beginning."""
        typed = self._typed()
        return {} if typed == self._first else typed

    def restore(self, kept: dict[str, Any]) -> None:
        """Show what `answers` gave before; whoever is gone since is left out."""
        self.name.setText(str(kept.get("name", "")))
        self.note.setPlainText(str(kept.get("note", "")))
        chosen = [self._offered.get(one.get("id", "")) or _new(one) for one in kept.get("members", ())]
        self.members.set_chosen([one for one in chosen if one is not None])
        self.members.set_text(str(kept.get("typed", "")))

    def _typed(self) -> dict[str, Any]:
        people = self.members.people()
        members = [{"id": one.id} if isinstance(one, Choice) else {"name": one.name} for one in people]
        return {
            "name": self.name.text(),
            "members": members,
            "typed": self.members.text(),
            "note": self.note.toPlainText(),
        }

    def accept(self) -> None:
        try:
            self._value = self._read()
            self._keep(self._value, self._new_names())
        except InvalidValue as error:
            self._refuse(error)
        except ConnectError as error:
            self._say(str(error))
        else:
            super().accept()

    def reject(self) -> None:
        """Close without saving; ask first where something would be lost."""
        if not self._changed() or Confirm.ask(
            self,
            tr("Leave without saving?"),
            tr("What you changed here would be lost."),
            tr("Leave"),
            tr("Stay"),
        ):
            super().reject()

    def _changed(self) -> bool:
        if self._before is None:
            return bool(self.note.toPlainText().strip() or self.members.people())
        try:
            return self._read() != self._before or bool(self._new_names())
        except InvalidValue:
            return True

    def _read(self) -> Circle:
        fields: dict[str, Any] = {
            "name": self.name.text(),
            "members": frozenset(one.id for one in self.members.people() if isinstance(one, Choice)),
            "note": self.note.toPlainText(),
        }
        return replace(self._before, **fields) if self._before else Circle(**fields)

    def _new_names(self) -> list[NewName]:
        return [one for one in self.members.people() if isinstance(one, NewName)]

    def _refuse(self, error: InvalidValue) -> None:
        if error.field != "name":
            sentence = why(error)
        elif self.name.text().strip():
            sentence = tr("A name has at most {n} characters.", n=NAME_LIMIT)
        else:
            sentence = tr("A name is needed. A letter is enough.")
        self._say(sentence)
        self._mark_name(error.field == "name")
        (self.name if error.field == "name" else self.note).setFocus()

    def _say(self, sentence: str) -> None:
        self.error.setText(sentence)
        self.error.show()

    def _forgive(self) -> None:
        self.error.hide()
        self._mark_name(False)

    def _mark_name(self, wrong: bool) -> None:
        self.name.setProperty("invalid", wrong)
        self.name.style().unpolish(self.name)
        self.name.style().polish(self.name)

    def _fill(self, circle: Circle | None, people: Iterable[Choice]) -> None:
        self._offered = {one.id: one for one in people}
        offered = [*self._offered.values()]
        self.members.set_people(offered)
        if circle is not None:
            self.name.setText(circle.name)
            self.members.set_chosen([one for one in offered if one.id in circle.members])
            self.note.setPlainText(circle.note)

    def _lay_out(self, title: str) -> None:
        heading = ElidedLabel(title)
        heading.setProperty("role", "title")
        self.name.setAccessibleName(tr("Name"))
        self.name.setPlaceholderText(tr("the old flat, Sunday table, choir…"))
        self.note.setAccessibleName(tr("Note"))
        self.note.setTabChangesFocus(True)
        self.error.hide()
        down = QVBoxLayout(self)
        down.setContentsMargins(24, 20, 24, 20)
        down.setSpacing(6)
        down.addWidget(heading)
        for text, *fields in (
            (tr("Name"), self.name, self.error),
            (tr("Who belongs to it"), self.members),
            (tr("Note"), self.note),
        ):
            label = _small(text, "label")
            label.setBuddy(fields[0])
            down.addSpacing(6)
            down.addWidget(label)
            for field in fields:
                down.addWidget(field)
        down.setStretchFactor(self.note, 1)
        down.addSpacing(8)
        down.addLayout(self._buttons())
        self.resize(WIDTH, min(HEIGHT, self.screen().availableGeometry().height() - 64))

    def _buttons(self) -> QHBoxLayout:
        cancel = QPushButton(tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.save.setProperty("role", "primary")
        self.save.setDefault(True)
        self.save.clicked.connect(self.accept)
        bottom = QHBoxLayout()
        bottom.setSpacing(12)
        bottom.addWidget(self.draft_line)
        bottom.addStretch(1)
        bottom.addWidget(cancel)
        bottom.addWidget(self.save)
        return bottom


def _new(member: dict[str, Any]) -> NewName | None:
    return NewName(str(member["name"])) if "name" in member else None


def _small(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setWordWrap(role == "error")
    return label
