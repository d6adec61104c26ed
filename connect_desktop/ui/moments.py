"""Moments between store and screen: the edits of a logged or changed one, and the rows that show them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from connect_desktop.domain import (
    Edit,
    Feeling,
    Impression,
    Interaction,
    Moment,
    Person,
    Record,
    labels,
)
from connect_desktop.domain.search import fold
from connect_desktop.i18n import begun, clock, relative_day, tr
from connect_desktop.ui.hopes import HOPES, marked
from connect_desktop.ui.person_choice import new_people, told_apart
from connect_desktop.ui.session import Edits, Session
from connect_desktop.ui.widgets.headed_rows import HeadingRow
from connect_desktop.ui.widgets.log_card import LogEntry
from connect_desktop.ui.widgets.moment_rows import Face, MomentRow, Row
from connect_desktop.ui.widgets.people_match import Choice, NewName

PAGE_SIZE = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What rows of moments are made with."""

    people: Mapping[str, Person]
    feelings: Mapping[str, Feeling]
    today: date
    day_of: Callable[[datetime], date]
    about: str | None = None
    """the person whose page this is: their name is not repeated"""

    @classmethod
    def now(cls, session: Session, about: str | None = None) -> "Shown":
        """Return what is true in the store now."""
        people = session.store.people.all()
        names = told_apart(session, people)
        return cls(
            people={one.id: _called(one, names[one.id]) for one in people},
            feelings=session.store.words.feelings(),
            today=session.today(),
            day_of=session.day_of,
            about=about,
        )


def _called(person: Person, name: str) -> Person:
    return person if person.name == name else replace(person, name=name)


@dataclass(slots=True)
class Pages:
    """Reads moments page by page, newest first, a heading above each day."""

    read: Callable[[int, Moment | None], list[Moment]]
    """returns as many moments after this one in the list"""
    shown: Shown
    last: Moment | None = None
    day: date | None = field(default=None)

    def __call__(self) -> tuple[list[Row], bool]:
        moments = self.read(PAGE_SIZE, self.last)
        if moments:
            self.last = moments[-1]
        return list(self._rows(moments)), len(moments) == PAGE_SIZE

    def _rows(self, moments: Iterable[Moment]) -> Iterable[Row]:
        for moment in moments:
            day = self.shown.day_of(moment.at)
            if day != self.day:
                self.day = day
                yield HeadingRow(begun(relative_day(day, self.shown.today)))
            yield row(moment, self.shown)


def row(moment: Moment, shown: Shown) -> MomentRow:
    """Return a moment as shown in a list."""
    impressions = sorted(moment.impressions, key=lambda found: _place(found, shown))
    first = impressions[0] if impressions else None
    faces = tuple(
        Face.of(shown.people[found.person]) for found in impressions if found.person in shown.people
    )
    apart = tuple(_apart(impressions, shown))
    tags = (*apart, *(_tags(first, shown.feelings) if first else ()))
    facts = _facts(moment, first, faces)
    names = ", ".join(face.name for face in faces)
    said = (
        names,
        facts,
        "" if apart else _body(first),
        moment.interaction.note[:200].strip().rstrip("."),
        *(text for text, _ in tags),
    )
    spoken = ". ".join(filter(None, said))
    return MomentRow(
        moment=moment, faces=faces or (Face(id="", name="?", colour=0),), shown=first, facts=facts, tags=tags,
        spoken=spoken,
    )  # fmt: skip


def _apart(impressions: list[Impression], shown: Shown) -> Iterable[tuple[str, str]]:
    """Return how the body answered to each, where not to all alike."""
    if len({felt.body for felt in impressions}) > 1:
        for felt in impressions:
            if felt.person in shown.people:
                told = tr("{name}: {answer}", name=shown.people[felt.person].name, answer=_body(felt))
                body = felt.body or 0
                yield told, str(Feeling.EASY if body > 0 else Feeling.TIGHT if body < 0 else Feeling.NEITHER)


def _body(felt: Impression | None) -> str:
    return labels.body_label(felt.body) if felt and felt.body is not None else tr("not felt yet")


def _place(found: Impression, shown: Shown) -> tuple[bool, str]:
    """Whom the list is about comes first, then the others by name."""
    person = shown.people.get(found.person)
    return found.person != shown.about, fold(person.name) if person else ""


def _facts(moment: Moment, first: Impression | None, faces: tuple[Face, ...]) -> str:
    parts = [clock(moment.at)]
    if moment.interaction.channel:
        parts.append(labels.channel_label(moment.interaction.channel))
    if moment.interaction.minutes:
        parts.append(tr("{n} min", n=moment.interaction.minutes))
    if first and first.reach and faces:
        parts.append(labels.reached_out(first.reach, faces[0].name))
    return labels.BETWEEN.join(parts)


def _tags(found: Impression, feelings: Mapping[str, Feeling]) -> Iterable[tuple[str, str]]:
    for word in sorted(found.words):
        yield labels.word_label(word), feelings.get(word, Feeling.NEITHER).value
    if found.met is not None:
        yield labels.met_tag(found.met), "easy" if found.met >= 3 else "neither"
    if found.hurt:
        yield tr("a hurt"), "tight"


def new_moment(
    interaction: Mapping[str, Any],
    people: Iterable[tuple[str | Person, Mapping[str, Any]]],
    at: datetime,
) -> Edits:
    """Return the edits that log one moment.

    `people` are ids of known people, or new people to be added with it, each with how it felt with them.
    `InvalidValue` as the records say.
    """
    made = Interaction(at=at, **interaction)
    added: list[Edit[Record]] = []
    felt: list[Edit[Record]] = []
    for person, feel in people:
        if isinstance(person, Person):
            added.append(Edit(None, person))
        known = person.id if isinstance(person, Person) else person
        felt.append(Edit(None, Impression(interaction=made.id, person=known, **feel)))
    return (*added, Edit(None, made), *felt)


def logged(session: Session, entry: LogEntry) -> Edits:
    """Return the edits that log what the quick log was told; `InvalidValue` as the records say."""
    felt = zip(_people(session, entry), entry.feel, strict=True)
    words = (Edit(None, word) for word in entry.words)
    edits = new_moment(entry.interaction, felt, entry.at or session.now())
    return (*words, *edits, *marked(session, edits, entry.strips.get(HOPES) or {}))


def _people(session: Session, entry: LogEntry) -> list[str | Person]:
    """Return who was there: the ids of those who are known, and the others new."""
    new = iter(new_people(session, [one.name for one in entry.people if isinstance(one, NewName)]))
    return [one.id if isinstance(one, Choice) else next(new) for one in entry.people]


def changed_moment(
    moment: Moment, interaction: Mapping[str, Any], feel: Mapping[str, Mapping[str, Any]], now: datetime
) -> Edits:
    """Return the edits that change a moment; none where nothing differs. `feel` is by impression id."""
    edits: list[Edit[Record]] = []
    for before in moment.impressions:
        after = replace(before, **feel.get(before.id, {}))
        if after != before:
            edits.append(Edit(before, after))
    return _with_contact(moment, interaction, edits, now)


def _with_contact(
    moment: Moment, interaction: Mapping[str, Any], edits: list[Edit[Record]], now: datetime
) -> Edits:
    after = replace(moment.interaction, **interaction)
    if not edits and after == moment.interaction:
        return ()
    return (Edit(moment.interaction, replace(after, edited=now)), *edits)


def rewritten_moment(session: Session, moment: Moment, entry: LogEntry) -> Edits:
    """Return the edits that make a moment what it is said to be; none where nothing differs.

    Whoever is no longer in it goes with what hangs on that; whoever is new in it is added.
    """
    before = {felt.person: felt for felt in moment.impressions}
    edits: list[Edit[Record]] = []
    for person, fields in zip(_people(session, entry), entry.feel, strict=True):
        edits += _felt(moment, person, before, fields)
    there = {choice.id for choice in entry.people if isinstance(choice, Choice)}
    for person, felt in before.items():
        if person not in there:
            edits += (edit for edit in session.store.deletion(felt) if edit.record != moment.interaction)
    contact = {**entry.interaction, "at": entry.at or moment.at}
    words = (Edit(None, word) for word in entry.words)
    return (*words, *_with_contact(moment, contact, edits, session.now()))


def _felt(
    moment: Moment, person: str | Person, before: Mapping[str, Impression], fields: Mapping[str, Any]
) -> list[Edit[Record]]:
    """Return the edits about one person who is in a moment."""
    added: list[Edit[Record]] = [Edit(None, person)] if isinstance(person, Person) else []
    known = person.id if isinstance(person, Person) else person
    old = before.get(known)
    if old is not None:
        new = replace(old, **fields)
        return [] if new == old else [Edit(old, new)]
    return [*added, Edit(None, Impression(interaction=moment.interaction.id, person=known, **fields))]


def deletion(session: Session, moment: Moment) -> Edits:
    """Return the edits that delete a moment with what hangs on it."""
    return session.store.deletion(moment.interaction)


def delete(session: Session, moment: Moment) -> None:
    """Delete a moment; where that fails, the window says why and nothing is lost."""
    with session.telling():
        session.apply(tr("Moment deleted"), *deletion(session, moment))


def moment_of(session: Session, impression_id: str) -> Moment | None:
    """Return the moment of an impression, None where it is no longer there."""
    found = session.store.impressions.get(impression_id)
    return session.store.moments.get(found.interaction) if found else None
