"""A chosen person in a field, with the way to take them out again."""

from PySide6.QtWidgets import QWidget

from connect_desktop.i18n import tr
from connect_desktop.ui import theme
from connect_desktop.ui.widgets.colours import blend
from connect_desktop.ui.widgets.people_match import Choice, NewName
from connect_desktop.ui.widgets.removable_chip import RemovableChip


class PersonChip(RemovableChip):
    """Asks to take the person out."""

    def __init__(self, person: Choice | NewName, *, with_detail: bool, parent: QWidget) -> None:
        detail = person.detail if isinstance(person, Choice) and with_detail else ""
        super().__init__(f"{person.name} · {detail}" if detail else person.name, parent)
        self.person, self.with_detail = person, with_detail
        if isinstance(person, NewName):
            self.setAccessibleName(tr("{name}, new", name=person.name))
        self.setAccessibleDescription(tr("Delete takes them out"))

    def ground(self) -> str:
        colours = theme.palette()
        if isinstance(self.person, NewName):
            return colours.wash
        return blend(colours.surface, colours.people[self.person.colour % len(colours.people)], 0.2)
