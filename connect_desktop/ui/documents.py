"""From what the user wishes to export to a document: read from the store here, made in any thread."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Any

from connect_desktop.domain import Circle, Columns, Feeling, Moment, Person, Reflection
from connect_desktop.domain.prompts import wordings
from connect_desktop.insight import said_before
from connect_desktop.report import documents
from connect_desktop.report.bonds import Bonds
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
    THERAPIST = "therapist"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What is exported, apart from how it looks."""

    what: What
    start: date
    end: date
    person: str | None = None
    """id, for PERSON"""
    reflections: tuple[str, ...] | None = None
    """ids of those that are wanted, None for all of these days"""
    people: tuple[str, ...] | None = None
    """ids of those it is about, None for everyone; for PERIOD and THERAPIST"""
    moments: tuple[str, ...] | None = None
    """ids of the interactions that are wanted, None for all of these days; for PERSON"""
    last: date | None = None
    """the day of the last one, since which everything is counted apart; for THERAPIST"""

    def whole(self) -> "Scope":
        """Return the same with nothing left out of it."""
        if self.what is What.CHOSEN:
            return self
        return replace(self, reflections=None, people=None, moments=None, last=None)


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
    hopes: Mapping[str, Sequence[Waited]] = field(default_factory=dict)
    """by person"""
    bonds: Bonds | None = None
    prompts: Mapping[str, str] = field(default_factory=dict)
    """the words of each prompt, by id"""

    def picked(self, scope: Scope) -> "Material":
        """Return what was read for the whole of a scope, for the part of it that is wanted."""
        return self if scope.what is What.CHOSEN else replace(self, scope=scope)

    def document(self, options: Options, stop: Stop) -> Document:
        """Return the document; `Cancelled` soon after `stop` says so. Drawing charts takes a while."""
        what = self.scope.what
        if what is What.CHOSEN:
            options = replace(options, charts=False, readings=False)
        shared: dict[str, Any] = {
            "options": options, "today": self.today, "circles": self.circles, "moments": self.moments,
            "day_ends": self.day_ends, "charts": self._charts(options), "prompts": self.prompts, "stop": stop,
        }  # fmt: skip
        if what is What.PERSON:
            return self._about_one(**shared)
        shared |= {"start": self.scope.start, "end": self.scope.end}
        if what is What.THERAPIST:
            return self._for_therapist(**shared)
        written = self._wanted()
        if what is What.PERIOD:
            return documents.period(self.people, reflections=written, about=self.scope.people, **shared)
        return documents.booklet(written, self.people, **shared)

    def _about_one(self, **shared: Any) -> Document:
        (subject,) = (one for one in self.people if one.id == self.scope.person)
        wanted = self.scope.moments
        if wanted is not None:
            chosen = frozenset(wanted)
            shared["shown"] = [one for one in self.moments if one.interaction.id in chosen]
        return documents.person(
            subject,
            self.people,
            reflections=self._wanted(),
            hopes=self.hopes.get(subject.id, ()),
            bonds=self.bonds,
            **shared,
        )

    def _for_therapist(self, **shared: Any) -> Document:
        return documents.therapist(
            self.people,
            reflections=self.reflections,
            chosen=self.scope.reflections,
            about=self.scope.people,
            last=self.scope.last,
            hopes=self.hopes,
            bonds=self.bonds,
            **shared,
        )

    def _wanted(self) -> list[Reflection]:
        chosen = self.scope.reflections
        return [one for one in self.reflections if chosen is None or one.id in chosen]

    def _charts(self, options: Options) -> ChartsOf | None:
        if not options.charts:
            return None
        from connect_desktop.report import drawings  # noqa: PLC0415 - start-up: matplotlib

        columns = self.columns.__getitem__
        on = min(self.scope.end, self.today)
        shared: dict[str, Any] = {"usual": self.usual, "today": on, "day_ends": self.day_ends}
        if self.scope.what is What.PERSON:
            return drawings.all_of(columns, feelings=self.feelings, **shared)
        if self.scope.what is What.THERAPIST:
            return drawings.in_grey(columns, **shared)
        return drawings.body(columns, **shared)


def gathered(session: Session, scope: Scope) -> Material:
    """Return all that a document about this needs, as the store holds it now."""
    store = session.store
    if scope.what is What.CHOSEN:
        found = [one for one in map(store.reflections.get, scope.reflections or ()) if one is not None]
        days = [one.on for one in found] or [session.today()]
        return _material(session, replace(scope, start=min(days), end=max(days)), found, [], set())
    if scope.what is What.PERSON:
        assert scope.person is not None
        written = [one for one in store.reflections.of(scope.person) if scope.start <= one.on <= scope.end]
        lived = _within(session, scope, store.moments.of(scope.person))
        return _told(_material(session, scope, written, lived, {scope.person}), session)
    written = store.reflections.between(scope.start, scope.end)
    lived = _moments(session, scope)
    if scope.what in (What.PERIOD, What.THERAPIST):
        met = {found.person for moment in lived for found in moment.impressions}
        met = met if scope.people is None else met & set(scope.people)
    else:
        met = {person for one in written if len(one.people) == 1 for person in one.people}
    material = _material(session, scope, written, lived, met)
    return _told(material, session) if scope.what is What.THERAPIST else material


def _material(
    session: Session, scope: Scope, written: list[Reflection], lived: list[Moment], drawn: set[str]
) -> Material:
    store, ends = session.store, session.settings.day_ends
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
        feelings=store.words.feelings(),
        prompts=wordings(store.prompts.all(), session.settings.language),
    )


def _told(found: Material, session: Session) -> Material:
    """Return the material with the hopes and the readings of those it is about."""
    store, scope = session.store, found.scope
    signs = store.evidence.by_hope(scope.person)
    hopes = {
        person: within(
            [(hope, signs.get(hope.id, ())) for hope in store.hopes.of(person)],
            scope.start,
            scope.end,
            found.day_ends,
        )
        for person in sorted(found.columns)
    }
    bonds = Bonds(
        answers=store.impressions.answers(),
        people=found.people,
        on=min(scope.end, found.today),
        day_ends=found.day_ends,
        feelings=found.feelings,
        said=said_before.remembered(store.memo(said_before.MEMO)),
    )
    return replace(found, hopes=hopes, bonds=bonds)


def _moments(session: Session, scope: Scope) -> list[Moment]:
    """Return the moments of these days, in whatever zone they were lived."""
    around = timedelta(days=2)
    start, end = (datetime.combine(day, time(), UTC) for day in (scope.start, scope.end))
    return _within(session, scope, session.store.moments.between(start - around, end + around))


def _within(session: Session, scope: Scope, moments: list[Moment]) -> list[Moment]:
    return [one for one in moments if scope.start <= session.day_of(one.at) <= scope.end]
