"""Reflections: what was written, and the page to write on."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from connect_desktop.domain import Circle, Edit, OwnPrompt, Person, Reflection, Status, Version
from connect_desktop.domain.errors import ConnectError
from connect_desktop.domain.labels import BETWEEN
from connect_desktop.domain.search import fold
from connect_desktop.i18n import begun, clock, relative_day, tr
from connect_desktop.ui import theme
from connect_desktop.ui.pages.beside_text import BesideText
from connect_desktop.ui.pages.page import Page
from connect_desktop.ui.pages.reflection_room import ReflectionRoom
from connect_desktop.ui.person_choice import by_name, new_person, person_choice
from connect_desktop.ui.reflection_sitting import ReflectionSitting
from connect_desktop.ui.session import Edits, Session
from connect_desktop.ui.widgets.clear_button import offer_clearing
from connect_desktop.ui.widgets.empty_state import EmptyState
from connect_desktop.ui.widgets.person_field import Choice, NewName
from connect_desktop.ui.widgets.push_button import push_button
from connect_desktop.ui.widgets.reflection_editor import BESIDE_KEY, ReflectionEditor
from connect_desktop.ui.widgets.reflection_list import ReflectionList
from connect_desktop.ui.widgets.version_view import VersionView
from connect_desktop.ui.widgets.writing_panel import EARLIER

LIST_WIDTH = 320
"""pixels, at 100 %"""
LARGE = 1.4
"""text so many times as large has no room for a title and a button side by side"""
_WRITTEN = (Reflection, Version, OwnPrompt)


class ReflectionsPage(Page):
    """A list to search and an editor that saves as one types."""

    export_requested = Signal(object)
    """ids of the reflections to export, or None for all"""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._all: dict[str, Reflection] = {}
        self._folded: dict[str, str] = {}
        self._people: dict[str, Person] = {}
        self._circles: dict[str, str] = {}
        self._sitting: ReflectionSitting | None = None
        self._list = ReflectionList(self._detail)
        self._editor = ReflectionEditor()
        self._new = push_button(tr("New"), "primary")
        self._find = QLineEdit()
        self._find.setPlaceholderText(tr("Search"))
        self._find.setAccessibleName(tr("Search in reflections"))
        offer_clearing(self._find)
        self._nothing = QLabel(tr("No reflection holds these words."))
        self._nothing.setProperty("role", "soft")
        self._nothing.setWordWrap(True)
        self._empty = EmptyState(
            tr("Nothing written yet"),
            tr(
                "A reflection is a page of your own: what happened, what it did to you, what you hope. "
                "It is kept as you type."
            ),
            tr("Write one"),
        )
        self._version = VersionView()
        self._beside = BesideText(session, self)
        self._left, self._head = QWidget(), QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._room = ReflectionRoom(session, self, self._left, self._beside.panel, self._editor)
        self._right = QStackedWidget()
        self._lay_out()
        self._connect()

    def arrive(self) -> None:
        super().arrive()
        self._room.arrive()
        if self._sitting is None:
            self._open_near(0)
        (self._list if self._all else self._empty).setFocus()

    def flush(self) -> bool:
        return self._sitting is None or self._sitting.end()

    def refresh(self) -> None:
        self._people = {person.id: person for person in self.session.store.people.all()}
        self._circles = {one.id: one.name for one in self.session.store.circles.all()}
        self._editor.people.set_people(by_name(self.session, self._people.values()))
        self._editor.set_circles([*self._circles.items()])
        self._all = {found.id: found for found in self.session.store.reflections.all()}
        self._folded.clear()
        self._hear_sitting()
        self._show()

    def new_reflection(
        self, person_id: str | None = None, circle_id: str | None = None, prompt: str | None = None
    ) -> None:
        """Begin a reflection, about someone or a circle where given; it is kept once something is in it."""
        if not self._leave():
            return
        people = frozenset({person_id} if person_id else ())
        circles = frozenset({circle_id} if circle_id else ())
        now, today = self.session.now(), self.session.today()
        self._find.clear()
        begun = Reflection(on=today, people=people, circles=circles, prompt=prompt, created=now, edited=now)
        self._open(begun, stored=False)
        self._editor.write()

    def show_reflection(self, reflection_id: str) -> None:
        """Open the reflection with this id."""
        found = self.session.store.reflections.get(reflection_id)
        if found is not None and self._leave():
            self._find.clear()
            self._open(found, stored=True)
            self._editor.write()

    def hideEvent(self, event: QHideEvent) -> None:
        # What could not be saved a moment ago tries by itself; the store may be closed by now.
        if self._sitting is not None and not self._sitting.failing:
            self._sitting.flush()
        super().hideEvent(event)

    # What is open

    def _open(self, reflection: Reflection, *, stored: bool) -> None:
        self._sitting = ReflectionSitting(
            self.session, reflection, self._editor.value, stored=stored, parent=self
        )
        self._sitting.saved.connect(self._say_saved)
        self._sitting.not_saved.connect(self._say_not_saved)
        self._load(reflection)
        self._editor.delete.setVisible(stored)
        self._list.mark(reflection.id)

    def _load(self, reflection: Reflection) -> None:
        everyone = by_name(self.session, self._people.values())
        people = [one for one in everyone if one.id in reflection.people]
        self._editor.load(reflection, people)
        self._say_question()
        self._right.setCurrentWidget(self._editor)
        self._show_beside()

    def _leave(self) -> bool:
        """End the sitting; False where what was typed could not be saved, which stays open."""
        if self._sitting is not None and not self._sitting.end():
            self._list.mark(self._sitting.reflection.id)
            return False
        self._close()
        return True

    def _close(self) -> None:
        if self._sitting is not None:
            self._sitting.drop()
            self._sitting.deleteLater()
        self._sitting = None

    def _open_chosen(self, reflection: Reflection) -> None:
        is_open = self._sitting is not None and self._sitting.reflection.id == reflection.id
        if not is_open and self._leave():
            self._open(self._all[reflection.id], stored=True)

    def _type(self) -> None:
        if self._sitting is not None:
            self._sitting.touch()

    def _say_saved(self, reflection: Reflection) -> None:
        self._editor.delete.setVisible(True)
        if self._beside.panel.part() == EARLIER:
            self._show_beside()
        self._editor.say_saved(tr("Saved {time}", time=clock(reflection.edited)))

    def _say_not_saved(self, sentence: str) -> None:
        self._editor.say_not_saved(
            tr("{sentence} Your words stay here, and Connect keeps trying.", sentence=sentence)
        )

    def _add_people(self) -> None:
        """Let a new name become a person."""
        self._say_question()
        chosen = self._editor.people.people()
        if not any(isinstance(one, NewName) for one in chosen):
            return
        try:
            known = [self._known(one) for one in chosen]
        except ConnectError as error:
            self._say_not_saved(str(error))
            return
        with QSignalBlocker(self._editor):
            self._editor.people.set_chosen(known)

    def _known(self, one: Choice | NewName) -> Choice:
        if isinstance(one, Choice):
            return one
        person = new_person(self.session, one.name)
        self.session.apply(tr("Person added"), Edit(None, person))
        return person_choice(person)

    def _delete(self) -> None:
        if self._sitting is None or not self._sitting.flush():
            return
        found = self.session.store.reflections.get(self._sitting.reflection.id)
        if found is None:
            return
        row = self._list.found.row_of(found.id)
        self._close()
        try:
            self.session.apply(tr("Reflection deleted"), *self.session.store.deletion(found))
        except ConnectError as error:
            self._open(found, stored=True)
            self.session.not_saved.emit(str(error))
        else:
            self._open_near(row)

    def _open_near(self, row: int) -> None:
        shown = self._list.found.shown()
        if shown:
            self._open(shown[min(max(row, 0), len(shown) - 1)], stored=True)
            self._list.setFocus()
        else:
            self._right.setCurrentWidget(self._empty)
            self._show_beside()
            self._empty.setFocus()

    # What changed

    def _hear(self, edits: Edits) -> None:
        if self._stale or not edits or not all(isinstance(edit.record, _WRITTEN) for edit in edits):
            super()._hear(edits)
            return
        for edit in edits:
            found = edit.after
            if not isinstance(edit.record, Reflection):
                continue
            self._folded.pop(edit.record.id, None)
            if isinstance(found, Reflection):
                self._all[found.id] = found
            else:
                self._all.pop(edit.record.id, None)
        self._hear_sitting()
        self._show()
        self._beside.hear(edits, self._all.values())

    def concerns(self, edits: Edits) -> bool:
        return any(isinstance(edit.record, (Person, Circle, *_WRITTEN)) for edit in edits)

    def _hear_sitting(self) -> None:
        """Undo, redo or deletion may have changed what is open."""
        sitting = self._sitting
        if sitting is None:
            return
        found = self._all.get(sitting.reflection.id)
        if not sitting.take(found):
            return
        if found is not None:
            self._open(found, stored=True)
        else:
            self._close()
            self._right.setCurrentWidget(self._empty)

    # The list

    def _show(self) -> None:
        wanted = fold(self._find.text()).split()
        found = [one for one in self._all.values() if all(word in self._haystack(one) for word in wanted)]
        found.sort(key=lambda one: (one.on, one.created), reverse=True)
        self._list.show_reflections(found, self._sitting.reflection.id if self._sitting else None)
        self._list.setVisible(bool(found))
        self._nothing.setVisible(bool(wanted) and not found)
        self._find.setVisible(bool(self._all) or bool(wanted))

    def _haystack(self, found: Reflection) -> str:
        if found.id not in self._folded:
            parts = (found.title, *self._names(found), found.text)
            self._folded[found.id] = fold("\n".join(parts))
        return self._folded[found.id]

    def _names(self, found: Reflection) -> list[str]:
        people = sorted(self._people[one].name for one in found.people if one in self._people)
        return people + sorted(self._circles[one] for one in found.circles if one in self._circles)

    def _detail(self, found: Reflection) -> str:
        day = relative_day(found.on, self.session.today())
        return BETWEEN.join(filter(None, [begun(day), ", ".join(self._names(found))]))

    def _connect(self) -> None:
        self._new.clicked.connect(lambda _checked: self.new_reflection())
        self._empty.acted.connect(self.new_reflection)
        self._find.textChanged.connect(lambda _text: self._show())
        self._find.returnPressed.connect(self._list.setFocus)
        self._list.opened.connect(self._open_chosen)
        self._list.write_asked.connect(self._editor.write)
        self._list.delete_asked.connect(self._delete)
        self._editor.people_changed.connect(self._add_people)
        self._editor.changed.connect(self._type)
        self._editor.delete_asked.connect(self._delete)
        self._editor.export_asked.connect(self._export)
        self._connect_beside()
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self._find.setFocus)

    def _connect_beside(self) -> None:
        self._editor.beside_asked.connect(self._room.turn)
        self._room.opened.connect(self._show_beside)
        self._beside.prompt_chosen.connect(self._answer)
        self._beside.reflection_chosen.connect(self.show_reflection)
        self._beside.version_chosen.connect(self._show_version)
        self._beside.panel.closed.connect(self._room.turn)
        self._version.closed.connect(self._leave_version)
        self._version.back_asked.connect(self._bring_back)
        QShortcut(QKeySequence(BESIDE_KEY), self).activated.connect(self._room.turn)

    # What lies beside the text

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        self._head.setDirection(ways.TopToBottom if theme.scale() > LARGE else ways.LeftToRight)
        self._left.setMaximumWidth(round(LIST_WIDTH * theme.scale()))
        self._room.make()

    def _show_beside(self) -> None:
        found = self._sitting.reflection if self._sitting is not None else None
        self._beside.show_reflection(found, self._all.values())

    def _say_question(self) -> None:
        """Show the question in words, with the name of the one it is about.

        Without it where the bond is over: most questions speak of now.
        """
        prompt, people = self._editor.question.prompt, self._editor.people.people()
        over = [one.id for one in self._people.values() if one.status in (Status.ENDED, Status.DIED)]
        name = people[0].name if len(people) == 1 and getattr(people[0], "id", None) not in over else ""
        self._editor.question.show_prompt(prompt, *self._beside.question(prompt, name))

    def _answer(self, prompt: str, person_id: str | None) -> None:
        """Write to a prompt: here where nothing is written yet, else on a new page."""
        if self._sitting is None or not self._editor.is_unwritten():
            self.new_reflection(person_id, prompt=prompt)
        else:
            if person_id is not None and person_id in self._people:
                chosen = self._editor.people.people()
                self._editor.people.set_chosen([*chosen, person_choice(self._people[person_id])])
            self._editor.question.show_prompt(prompt)
            self._say_question()
            self._editor.changed.emit()
        self._right.setCurrentWidget(self._editor)
        self._room.give_list_back()
        self._editor.prose.setFocus()

    def _show_version(self, version: Version) -> None:
        if self._sitting is not None and self._sitting.flush():
            self._version.show_version(version, tr("As it was: {when}", when=self._beside.when(version)))
            self._right.setCurrentWidget(self._version)

    def _leave_version(self) -> None:
        self._right.setCurrentWidget(self._editor)
        self._beside.panel.versions.mark(None)
        self._editor.prose.setFocus()

    def _bring_back(self, version: Version) -> None:
        self._beside.bring_back(version)
        self._leave_version()

    def _export(self) -> None:
        if self._sitting is not None and self._sitting.flush():
            stored = self._sitting.reflection.id in self._all
            self.export_requested.emit((self._sitting.reflection.id,) if stored else None)

    def _lay_out(self) -> None:
        title = QLabel(tr("Reflections"))
        title.setProperty("role", "title")
        head = self._head
        head.addWidget(title)
        head.addWidget(self._new)
        title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        down = QVBoxLayout(self._left)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(12)
        down.addLayout(head)
        down.addWidget(self._find)
        down.addWidget(self._nothing)
        down.addWidget(self._list, 1)
        down.addStretch(0)
        self._right.addWidget(self._empty)
        self._right.addWidget(self._editor)
        self._right.addWidget(self._version)
        across = QHBoxLayout(self)
        across.setContentsMargins(32, 24, 32, 24)
        across.setSpacing(18)
        across.addWidget(self._left, 4)
        across.addWidget(self._right, 9)
        across.addWidget(self._beside.panel)
