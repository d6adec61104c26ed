"""Small steps that were taken, the newest first, and how each landed; nothing of what was passed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from connect_desktop.domain import Edit, Step
from connect_desktop.domain.body import body_label
from connect_desktop.domain.labels import BETWEEN
from connect_desktop.i18n import short_date, tr
from connect_desktop.ui.pages.small_step import step_words
from connect_desktop.ui.session import Session
from connect_desktop.ui.step_sitting import StepSitting
from connect_desktop.ui.widgets.breath import BreathMark
from connect_desktop.ui.widgets.card import Card
from connect_desktop.ui.widgets.flow_group import FlowGroup
from connect_desktop.ui.widgets.landing import Landing
from connect_desktop.ui.widgets.plain_label import PlainLabel
from connect_desktop.ui.widgets.push_button import push_button

PAGE = 5
MARK = 30


class StepsTaken(Card):
    """Reads a few at a time; how one landed can be told or changed at any time."""

    def __init__(self, session: Session) -> None:
        super().__init__(tr("Small steps you took"))
        self._session = session
        self._shown = PAGE
        self._steps: Sequence[Step] = ()
        self._rows: dict[str, _Row] = {}
        self._sitting: StepSitting | None = None
        self._list = QVBoxLayout()
        self._list.setSpacing(14)
        self._none = PlainLabel("soft")
        self._none.setText(tr("Steps you take from Today are kept here, with how they landed."))
        self._more = push_button(tr("Show earlier steps"), "link")
        self.column.addWidget(self._none)
        self.column.addLayout(self._list)
        self.column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._more.clicked.connect(self._show_more)

    def refresh(self) -> None:
        """Read anew from the store."""
        self._steps = self._session.store.steps.latest(self._shown + 1)
        self._none.setVisible(not self._steps)
        self._more.setVisible(len(self._steps) > self._shown)
        if self._sitting is not None and self._still_told():
            return
        self._fill()

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, in order."""
        return [*(row.stop for row in self._rows.values()), self._more]

    def flush(self) -> bool:
        """Save what was told and is not saved; False where that failed."""
        return self._sitting is None or self._sitting.flush()

    def _fill(self) -> None:
        wanted = self._steps[: self._shown]
        for row in self._rows.values():
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = {}
        for step in wanted:
            row = _Row(step, step_words(self._session, step), short_date(step.offered, self._session.today()))
            row.tell_asked.connect(lambda one=row: self._tell(one))
            row.removed.connect(lambda one=row: self._remove(one))
            row.closed.connect(self._close)
            row.told.connect(self._touch)
            self._rows[step.id] = row
            self._list.addWidget(row)

    def _show_more(self) -> None:
        self._shown += PAGE
        self._close()
        self.refresh()
        newest = list(self._rows.values())[-PAGE:]
        if newest:
            newest[0].begin()

    def _tell(self, row: "_Row") -> None:
        self._close()
        row = self._rows.get(row.step.id, row)
        landing = row.open()
        self._sitting = StepSitting(self._session, row.step, landing.values, self)
        self._sitting.not_saved.connect(self._session.not_saved)

    def _touch(self) -> None:
        if self._sitting is not None:
            self._sitting.touch()
            self._sitting.flush()

    def _still_told(self) -> bool:
        assert self._sitting is not None
        step = self._sitting.record
        found = self._session.store.steps.get(step.id)
        row = self._rows.get(step.id)
        if found is None or row is None:
            self._end()
            return False
        if self._sitting.take(found):
            row.open(found)
        return True

    def _close(self) -> None:
        sitting = self._sitting
        if sitting is None or not sitting.flush():
            return
        step = sitting.record.id
        self._end()
        self._fill()
        if step in self._rows:
            self._rows[step].begin()

    def _end(self) -> None:
        if self._sitting is not None:
            self._sitting.drop()
            self._sitting.deleteLater()
        self._sitting = None

    def _remove(self, row: "_Row") -> None:
        self._end()
        found = self._session.store.steps.get(row.step.id)
        if found is None:
            return
        with self._session.telling():
            self._session.apply(tr("Step removed"), Edit(found, None))


class _Row(QWidget):
    """One step."""

    tell_asked = Signal()
    told = Signal()
    removed = Signal()
    closed = Signal()

    def __init__(self, step: Step, words: str, day: str) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self.step = step
        self._landing: Landing | None = None
        self._down = QVBoxLayout()
        self._down.setSpacing(4)
        self._tell = push_button(tr("How did it land?") if step.landed is None else tr("Change"), "link")
        self._tell.setAccessibleDescription(words)
        self._lay_out(words, day)
        self._tell.clicked.connect(self.tell_asked)

    @property
    def stop(self) -> QWidget:
        """What Tab stops at."""
        return self._tell

    def begin(self) -> None:
        """Put the focus on what can be done with it."""
        self._tell.setFocus()

    def open(self, step: Step | None = None) -> Landing:
        """Show the answers, and return them."""
        if self._landing is None:
            self._landing = Landing()
            self._landing.changed.connect(self.told)
            self._landing.committed.connect(self.closed)
            self._down.addWidget(self._landing)
            self._down.addWidget(self._made_ways())
            self._tell.hide()
            self._landing.scale.setFocus()
        self._landing.show_step(step or self.step)
        return self._landing

    def _made_ways(self) -> FlowGroup:
        ways = FlowGroup(tr("What to do with it"))
        done, remove = QPushButton(tr("Done")), QPushButton(tr("Remove this step"))
        remove.setProperty("role", "quiet")
        done.clicked.connect(self.closed)
        remove.clicked.connect(self.removed)
        for place, button in enumerate((done, remove)):
            ways.insert_part(place, button)
        return ways

    def _lay_out(self, words: str, day: str) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(10)
        across.addWidget(_mark(self.step), 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(self._down, 1)
        text, facts = PlainLabel(), PlainLabel("small")
        text.setText(words)
        felt = body_label(self.step.landed) if self.step.landed is not None else ""
        facts.setText(BETWEEN.join(filter(None, (day, felt, self.step.note))))
        for part in (text, facts):
            self._down.addWidget(part)
        self._down.addWidget(self._tell, 0, Qt.AlignmentFlag.AlignLeft)


def _mark(step: Step) -> BreathMark:
    mark = BreathMark(step.landed, MARK)
    if step.landed is None:
        mark.setToolTip(tr("how it landed was not told"))
        mark.setAccessibleName(tr("how it landed was not told"))
    return mark
