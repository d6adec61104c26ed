"""From what the user wishes to export to a document: read from the store here, made in any thread."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Any

from connect_desktop.charts.chart import Chart
from connect_desktop.domain import WORD_FEELING, Circle, Columns, Feeling, Moment, Person, Reflection
from connect_desktop.domain.errors import Cancelled
from connect_desktop.domain.prompts import wordings
from connect_desktop.i18n import tr
from connect_desktop.report import documents
from connect_desktop.report.document import Document
from connect_desktop.report.documents import ChartsOf
from connect_desktop.report.hopes import Waited, within
from connect_desktop.report.options import Options
from connect_desktop.ui.readings import BondReadings
from connect_desktop.ui.session import Session

Stop = Callable[[], bool]


class What(StrEnum):
    """What a document is about."""

    CHOSEN = "chosen"
    """reflections picked by hand"""
    REFLECTIONS = "reflections"
    PERSON = "person"
    PERIOD = "period"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What is exported, apart from how it looks."""

    what: What
    start: date
    end: date
    person: str | None = None
    """id, for PERSON"""
    reflections: tuple[str, ...] = ()
    """ids, for CHOSEN"""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Material:
    """All that was read from the store for a document; it needs no store any more."""

    scope: Scope
    today: date
    day_ends: int
    people: Sequence[Person]
    circles: Sequence[Circle]
    reflections: Sequence[Reflection]
    moments: Sequence[Moment] = ()
    columns: Mapping[str, Columns] = field(default_factory=dict)
    """by person"""
    usual: float | None = None
    """the usual body answer with everyone"""
    feelings: Mapping[str, Feeling] = field(default_factory=dict)
    hopes: Sequence[Waited] = ()
    prompts: Mapping[str, str] = field(default_factory=dict)
    """the words of each prompt, by id"""

    def document(self, options: Options, stop: Stop) -> Document:
        """Return the document; `Cancelled` soon after `stop` says so. Drawing charts takes a while."""
        what = self.scope.what
        if what is What.CHOSEN:
            options = replace(options, charts=False, readings=False)
        shared: dict[str, Any] = {
            "options": options, "today": self.today, "circles": self.circles, "moments": self.moments,
            "day_ends": self.day_ends, "prompts": self.prompts,
            "charts": self._charts(options, stop, every=what is What.PERSON),
        }  # fmt: skip
        if what is What.PERSON:
            (subject,) = (one for one in self.people if one.id == self.scope.person)
            return documents.person(
                subject, self.people, reflections=self.reflections, hopes=self.hopes, **shared
            )
        shared |= {"start": self.scope.start, "end": self.scope.end}
        if what is What.PERIOD:
            return documents.period(self.people, reflections=self.reflections, **shared)
        return documents.booklet(self.reflections, self.people, **shared)

    def _charts(self, options: Options, stop: Stop, *, every: bool) -> ChartsOf | None:
        if not options.charts:
            return None
        from connect_desktop.report import drawings  # noqa: PLC0415 - start-up: matplotlib

        columns = self.columns.__getitem__
        shared: dict[str, Any] = {"usual": self.usual, "today": self.today, "day_ends": self.day_ends}
        if every:
            return _stopping(drawings.all_of(columns, feelings=self.feelings, **shared), stop)
        return _stopping(drawings.body(columns, **shared), stop)


def gathered(session: Session, scope: Scope) -> Material:
    """Return all that a document about this needs, as the store holds it now."""
    store = session.store
    if scope.what is What.CHOSEN:
        found = [one for one in map(store.reflections.get, scope.reflections) if one is not None]
        days = [one.on for one in found] or [session.today()]
        return _material(session, replace(scope, start=min(days), end=max(days)), found, [], set())
    if scope.what is What.PERSON:
        assert scope.person is not None
        written = [one for one in store.reflections.of(scope.person) if scope.start <= one.on <= scope.end]
        lived = _within(session, scope, store.moments.of(scope.person))
        return replace(
            _material(session, scope, written, lived, {scope.person}), hopes=_hopes(session, scope)
        )
    written = store.reflections.between(scope.start, scope.end)
    lived = _moments(session, scope)
    if scope.what is What.PERIOD:
        met = {found.person for moment in lived for found in moment.impressions}
    else:
        met = {person for one in written if len(one.people) == 1 for person in one.people}
    return _material(session, scope, written, lived, met)


def _material(
    session: Session, scope: Scope, written: list[Reflection], lived: list[Moment], drawn: set[str]
) -> Material:
    store, ends = session.store, session.settings.day_ends
    own = {word.text: word.feeling for word in store.words.all()}
    return Material(
        scope=scope,
        today=session.today(),
        day_ends=ends,
        people=store.people.all(),
        circles=store.circles.all(),
        reflections=written,
        moments=lived,
        columns={one: store.impressions.columns(one).within(scope.start, scope.end, ends) for one in drawn},
        usual=BondReadings.of_session(session).usual_body() if drawn else None,
        feelings={**WORD_FEELING, **own},
        prompts=wordings(store.prompts.all(), session.settings.language),
    )


def _hopes(session: Session, scope: Scope) -> list[Waited]:
    """Return what was waited for in these days from the person it is about."""
    signs = session.store.evidence.by_hope(scope.person)
    waited = [(hope, signs.get(hope.id, ())) for hope in session.store.hopes.of(str(scope.person))]
    return within(waited, scope.start, scope.end, session.settings.day_ends)


def _moments(session: Session, scope: Scope) -> list[Moment]:
    """Return the moments of these days, in whatever zone they were lived."""
    around = timedelta(days=2)
    start, end = (datetime.combine(day, time(), UTC) for day in (scope.start, scope.end))
    return _within(session, scope, session.store.moments.between(start - around, end + around))


def _within(session: Session, scope: Scope, moments: list[Moment]) -> list[Moment]:
    return [one for one in moments if scope.start <= session.day_of(one.at) <= scope.end]


def _stopping(drawn: ChartsOf, stop: Stop) -> ChartsOf:
    """Return the same, but leaving off before the next person when told to stop."""

    def unless_stopped(person: Person, name: str, hide: Callable[[str], str]) -> Sequence[Chart]:
        if stop():
            raise Cancelled(tr("Stopped. Nothing was written."))
        return drawn(person, name, hide)

    return unless_stopped
