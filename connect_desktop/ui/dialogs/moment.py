"""One moment, to be looked at again and changed."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from connect_desktop.domain import Direction, Hope, Impression, Interaction, Moment, Record, Word
from connect_desktop.domain.errors import InvalidValue
from connect_desktop.i18n import tr
from connect_desktop.ui.dialogs.confirm import Confirm
from connect_desktop.ui.widgets.breath import BreathScale
from connect_desktop.ui.widgets.draft_line import DraftLine
from connect_desktop.ui.widgets.hope_strip import HopeStrip
from connect_desktop.ui.widgets.kept_answers import answered, plain
from connect_desktop.ui.widgets.moment_form import MomentDetail
from connect_desktop.ui.widgets.scroll_gap import keep_edge
from connect_desktop.ui.widgets.segmented import SegmentedChoice
from connect_desktop.ui.widgets.when_field import WhenField

SIDE = 24
"""pixels beside what it holds"""


class MomentDialog(QDialog):
    """A moment in, its changed fields out: `save_asked`, `delete_asked`; never writes."""

    changed = Signal()
    """something typed or chosen is different now: `answers` says what there is"""
    save_asked = Signal()
    delete_asked = Signal()

    def __init__(
        self,
        moment: Moment,
        names: Mapping[str, str],
        words: Sequence[Word],
        now: datetime,
        person_id: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Connect")
        self._moment = moment
        self._names = names
        self._answers: dict[str, dict[str, Any]] = {}
        self._shown = _first(moment, person_id)
        self._body = BreathScale()
        self._strip = HopeStrip()
        self._hopes: Mapping[str, Sequence[Hope]] = {}
        self._said: dict[str, dict[str, Direction]] = {}
        self._said_before: dict[str, dict[str, Direction]] = {}
        self._detail = MomentDetail(words)
        self._feel, self._contact = self._detail.feel, self._detail.contact
        self._when = WhenField()
        self._when.set_now(now)
        self._when.set_value(moment.at)
        self.draft_line = DraftLine()
        self._told = QLabel()
        self._told.setProperty("role", "error")
        self._told.setWordWrap(True)
        self._told.hide()
        self._contact.set_values(_fields(moment.interaction))
        self._lay_out()
        self._show(self._shown)
        self._body.committed.connect(self.save_asked)
        self._strip.committed.connect(self.save_asked)
        for field in (self._body, self._when, self._feel, self._contact, self._strip):
            field.changed.connect(self.changed)
        self._body.setFocus()

    def ask_hopes(
        self, hopes: Mapping[str, Sequence[Hope]], answers: Mapping[str, Mapping[str, Direction]]
    ) -> None:
        """Ask about these hopes, by person; `answers` by impression and hope were given before."""
        self._hopes = hopes
        self._said = {one.id: dict(answers.get(one.id, {})) for one in self._moment.impressions}
        self._said_before = self._said
        self._show_hopes()

    def hopes(self) -> dict[str, dict[str, Direction]]:
        """Return which way each impression points from each hope, by their ids."""
        self._keep()
        return self._said

    def value(self) -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
        """Return the interaction's fields, and the impressions' fields by impression id."""
        self._keep()
        at = self._when.value() or self._moment.at
        return {**self._contact.values(), "at": at}, dict(self._answers)

    def answers(self) -> dict[str, Any]:
        """Return all that is in the dialog as plain data, nothing where nothing differs from the moment."""
        if not self.differs():
            return {}
        contact, felt = self.value()
        return {
            "at": contact.pop("at").isoformat(),
            "contact": plain(contact),
            "felt": {own: plain(answers) for own, answers in felt.items()},
            "hopes": {own: plain(said) for own, said in self._said.items()},
            "people": {one.id: one.person for one in self._moment.impressions},
            "edited": self._moment.interaction.edited.isoformat(),
        }

    def restore(self, kept: dict[str, Any]) -> None:
        """Show what `answers` gave before; what no longer fits is left out."""
        self._when.set_value(datetime.fromisoformat(kept["at"]))
        self._contact.set_values(answered(Interaction, kept["contact"]))
        for one in self._moment.impressions:
            if one.id in kept["felt"]:
                self._answers[one.id] = self._read_felt(kept["felt"][one.id])
        known = {hope.id for hopes in self._hopes.values() for hope in hopes}
        self._said = {
            own: {hope: Direction(way) for hope, way in said.items() if hope in known}
            for own, said in kept["hopes"].items()
        }
        self._show(self._shown)
        if kept["edited"] != self._moment.interaction.edited.isoformat():
            self.tell(
                tr("This moment was changed since you typed this. Saving keeps what is shown here instead.")
            )

    def differs(self) -> bool:
        """Return whether something differs from the moment as it came."""
        contact, answers = self.value()
        if self._said != self._said_before:
            return True
        try:
            felt = [replace(one, **answers.get(one.id, {})) for one in self._moment.impressions]
            return (replace(self._moment.interaction, **contact), felt) != (
                self._moment.interaction,
                list(self._moment.impressions),
            )
        except InvalidValue:
            return True

    def reject(self) -> None:
        """Close without saving; ask first where something would be lost."""
        if not self.differs() or Confirm.ask(
            self,
            tr("Leave without saving?"),
            tr("What you changed in this moment would be lost."),
            tr("Leave"),
            tr("Stay"),
        ):
            super().reject()

    def tell(self, sentence: str) -> None:
        """Say why it was not saved; everything stays as typed."""
        self._told.setText(sentence)
        self._told.show()

    def told(self) -> str:
        """Return what was said last, empty when all is well."""
        return "" if self._told.isHidden() else self._told.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._strip.take_key(event):
            super().keyPressEvent(event)

    def _keep(self) -> None:
        if self._shown is not None:
            self._said = {**self._said, self._shown.id: self._answered(self._shown)}
            self._answers[self._shown.id] = {"body": self._body.value(), **self._feel.values()}

    def _answered(self, found: Impression) -> dict[str, Direction]:
        """Return what is said about hopes, those not asked about as they were."""
        asked = {hope.id for hope in self._hopes.get(found.person, ())}
        said = self._said.get(found.id, {})
        return {hope: way for hope, way in said.items() if hope not in asked} | self._strip.value()

    def _read_felt(self, kept: object) -> dict[str, Any]:
        """Return the fields of an impression as this dialog would have them after these answers."""
        felt = answered(Impression, kept)
        self._feel.set_values(felt)
        return {"body": felt.get("body"), **self._feel.values()}

    def _turn_to(self, impression_id: object) -> None:
        self._keep()
        found = next((one for one in self._moment.impressions if one.id == impression_id), None)
        self._show(found)

    def _show(self, found: Impression | None) -> None:
        self._shown = found
        if found is None:
            return
        self._feel.set_name(self._names.get(found.person, ""))
        answered = self._answers.get(found.id)
        self._body.set_value(answered["body"] if answered else found.body)
        self._feel.set_values({**_fields(found), **(answered or {})})
        self._show_hopes()

    def _show_hopes(self) -> None:
        if self._shown is not None:
            self._strip.set_value(self._said.get(self._shown.id, {}))
            self._strip.set_hopes(self._hopes.get(self._shown.person, ()))

    def _lay_out(self) -> None:
        head, foot, down = QVBoxLayout(), QVBoxLayout(), QVBoxLayout(self)
        for part in (head, foot):
            part.setContentsMargins(0, 0, SIDE, 0)
            part.setSpacing(14)
        head.addLayout(self._top())
        if len(self._moment.impressions) > 1:
            head.addWidget(self._whose())
        foot.addWidget(self._told)
        foot.addLayout(self._bottom())
        down.setContentsMargins(SIDE, 20, 0, 18)
        down.setSpacing(14)
        down.addLayout(head)
        down.addWidget(self._scrolled(), 1)
        down.addLayout(foot)
        self.resize(940, 640)

    def _top(self) -> QHBoxLayout:
        top = QHBoxLayout()
        names = ", ".join(self._names[found.person] for found in self._moment.impressions)
        title = QLabel(_short(tr("A moment with {names}", names=names)))
        title.setProperty("role", "title")
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setToolTip(names)
        top.addWidget(title, 1)
        top.addWidget(self._when)
        return top

    def _whose(self) -> SegmentedChoice:
        options = [(found.id, _short(self._names[found.person], 24)) for found in self._moment.impressions]
        choice = SegmentedChoice(options, name=tr("How it felt with"))
        choice.set_value(self._shown.id if self._shown else None)
        choice.changed.connect(self._turn_to)
        return choice

    def _scrolled(self) -> QScrollArea:
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(20, 18, 20, 18)
        inside.setSpacing(16)
        inside.addWidget(self._body)
        inside.addWidget(self._strip)
        inside.addWidget(self._detail)
        around = QWidget()
        around.setProperty("role", "clear")
        edge = QVBoxLayout(around)
        edge.setContentsMargins(0, 0, SIDE, 0)
        edge.addWidget(card)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(around)
        keep_edge(area, edge, SIDE)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _bottom(self) -> QHBoxLayout:
        delete, cancel, save = (
            QPushButton(tr("Delete")),
            QPushButton(tr("Cancel")),
            QPushButton(tr("Save Ctrl ⏎")),
        )
        delete.setProperty("role", "danger")
        save.setProperty("role", "primary")
        save.setAccessibleName(tr("Save"))
        for button in (delete, cancel):
            button.setAutoDefault(False)
        save.setDefault(True)
        delete.clicked.connect(self.delete_asked)
        cancel.clicked.connect(self.reject)
        save.clicked.connect(self.save_asked)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save_asked)
        bottom = QHBoxLayout()
        bottom.setSpacing(12)
        bottom.addWidget(delete)
        bottom.addStretch(1)
        bottom.addWidget(self.draft_line)
        bottom.addWidget(cancel)
        bottom.addWidget(save)
        return bottom


def _first(moment: Moment, person_id: str | None) -> Impression | None:
    found = moment.impressions
    return next((one for one in found if one.person == person_id), found[0] if found else None)


def _fields(record: Record) -> dict[str, Any]:
    return {name: getattr(record, name) for name in record.CHECKS}


def _short(text: str, limit: int = 60) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"
