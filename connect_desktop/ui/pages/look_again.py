"""Today's quiet line about a hope to be looked at again; once waved away, it is gone until the next date."""

import json

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from connect_desktop.domain import Hope
from connect_desktop.i18n import tr, tr_n
from connect_desktop.insight.told import short_name
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.hope_row import Ask, quoted
from connect_desktop.ui.widgets.look_again_line import LookAgainLine

MEMO = "hopes.waved_away"


class LookAgain(QWidget):
    """Hidden where no date has come."""

    hope_asked = Signal(str)
    settled = Signal()
    """it was answered: on with the log"""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._due: list[Hope] = []
        self._line = LookAgainLine()
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(self._line)
        self._line.opened.connect(self._open)
        self._line.put_off.connect(self._put_off)
        self._line.waved_away.connect(self._wave_away)
        self.hide()

    def refresh(self) -> None:
        """Read anew which dates have come and were not waved away."""
        waved = self._waved_away()
        due = self._session.store.hopes.due(self._session.today())
        self._due = [hope for hope in due if waved.get(hope.id) != str(hope.look_again)]
        one = self._due[0] if len(self._due) == 1 else None
        self._line.say(self._sentence(), quoted(one.text) if one else "", one=one is not None)
        self.setVisible(bool(self._due))

    def _sentence(self) -> str:
        if not self._due:
            return ""
        first = self._due[0]
        person = self._session.store.people.get(first.person)
        if len(self._due) > 1 or person is None:
            count = len(self._due)
            return tr_n(
                "You wanted to look again at {n} hope.", "You wanted to look again at {n} hopes.", count
            )
        name = short_name(person.name)
        if first.look_again == self._session.today():
            return tr("Today you wanted to look again at what you hope from {name}.", name=name)
        return tr("You wanted to look again at what you hope from {name}.", name=name)

    def _open(self) -> None:
        if self._due:
            self.hope_asked.emit(self._due[0].id)

    def _put_off(self, ask: Ask) -> None:
        from connect_desktop.ui.hope_actions import HopeActions  # noqa: PLC0415 - start-up: dialogs

        if self._due:
            HopeActions(self._session, self).act(ask, self._due[0])
            self.settled.emit()

    def _wave_away(self) -> None:
        """Say nothing more of these dates; what was waved away before and is past stays away."""
        there = {hope.id for hope in self._session.store.hopes.open()}
        waved = {hope: on for hope, on in self._waved_away().items() if hope in there}
        waved |= {hope.id: str(hope.look_again) for hope in self._due}
        self._session.remember(MEMO, json.dumps(waved))
        self.refresh()
        self.settled.emit()

    def _waved_away(self) -> dict[str, str]:
        try:
            found = json.loads(self._session.store.memo(MEMO) or "{}")
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}
