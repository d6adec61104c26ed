"""A circle to be made or changed: a value in, a value out."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from connect_desktop.domain import Circle
from connect_desktop.i18n import tr
from connect_desktop.ui.dialogs.named import NamedDialog
from connect_desktop.ui.widgets.person_field import Choice, NewName, PersonField

Keep = Callable[[Circle, Sequence[NewName]], object]


class CircleDialog(NamedDialog):
    """Accepted only with a circle that is kept; `value()` is that circle as it was handed over."""

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
        title = tr("Change {name}", name=circle.name) if circle else tr("Make a circle")
        lost = tr("What you changed here would be lost.")
        super().__init__(title, tr("Save") if circle else tr("Make it"), lost, parent)
        self._before = circle
        self._keep = keep
        self._value: Circle | None = circle
        self._offered = {one.id: one for one in people}
        self.members = PersonField(name=tr("Who belongs to it"))
        self._fill(circle)
        self._lay_out()
        self._connect()
        self.begin(self.note)
        self.name.setFocus()

    def value(self) -> Circle:
        """Return the circle as last accepted."""
        assert self._value is not None
        return self._value

    def typed(self) -> dict[str, Any]:
        people = self.members.people()
        return {
            "name": self.name.text(),
            "members": [{"id": one.id} if isinstance(one, Choice) else {"name": one.name} for one in people],
            "typed": self.members.text(),
            "note": self.note.toPlainText(),
        }

    def answers(self) -> dict[str, Any]:
        return self.typed() if self.differs() else {}

    def restore(self, kept: dict[str, Any]) -> None:
        """Show what `answers` gave before; whoever is gone since is left out."""
        self.name.setText(str(kept.get("name", "")))
        self.note.setPlainText(str(kept.get("note", "")))
        chosen = [self._offered.get(one.get("id", "")) or _new(one) for one in kept.get("members", ())]
        self.members.set_chosen([one for one in chosen if one is not None])
        self.members.set_text(str(kept.get("typed", "")))

    def keep(self) -> None:
        people = self.members.people()
        fields: dict[str, Any] = {
            "name": self.name.text(),
            "members": frozenset(one.id for one in people if isinstance(one, Choice)),
            "note": self.note.toPlainText(),
        }
        self._value = replace(self._before, **fields) if self._before else Circle(**fields)
        self._keep(self._value, [one for one in people if isinstance(one, NewName)])

    def _fill(self, circle: Circle | None) -> None:
        offered = [*self._offered.values()]
        self.members.set_people(offered)
        if circle is not None:
            self.name.setText(circle.name)
            self.members.set_chosen([one for one in offered if one.id in circle.members])
            self.note.setPlainText(circle.note)

    def _lay_out(self) -> None:
        self.name.setPlaceholderText(tr("the old flat, Sunday table, choir…"))
        self.add(tr("Who belongs to it"), self.members)
        self.add(tr("Note"), self.note)

    def _connect(self) -> None:
        for signal in (
            self.name.textChanged,
            self.note.textChanged,
            self.members.changed,
            self.members.typed,
        ):
            signal.connect(self.changed)
        self.members.picked.connect(self.members.focus_field)


def _new(member: dict[str, Any]) -> NewName | None:
    return NewName(str(member["name"])) if "name" in member else None
