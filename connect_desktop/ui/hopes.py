"""Hopes between store and screen: which a moment may answer, and the edits that keep its answers."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from connect_desktop.domain import Direction, Edit, Evidence, Hope, Impression, Moment, Record
from connect_desktop.ui.person_choice import told_apart
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.hope_row import HopeRow

HOPES = "hopes"
"""the strip of the quick log that asks about them"""
Answers = Mapping[str, Direction]
"""directions by hope id"""


def hope_rows(session: Session, person_id: str | None = None) -> list[HopeRow]:
    """Return every hope as it is shown, the oldest first; on one person's page those about them."""
    store, today = session.store, session.today()
    hopes = store.hopes.all() if person_id is None else store.hopes.of(person_id)
    if not hopes:
        return []
    people = {person.id: person for person in store.people.all()}
    names = told_apart(session, people.values()) if person_id is None else {}
    signs = store.evidence.by_hope(person_id)
    return [
        HopeRow(
            hope=hope,
            person=people[hope.person],
            name=names.get(hope.person, ""),
            signs=signs.get(hope.id, ()),
            today=today,
        )
        for hope in hopes
    ]


def marked(
    session: Session, felt: Iterable[Edit[Record]], answers: Mapping[str, str]
) -> Iterator[Edit[Record]]:
    """Yield the edits that keep what a new moment says about hopes; each is about the hope's own person."""
    with_whom = {one.after.person: one.after.id for one in felt if isinstance(one.after, Impression)}
    for hope_id, direction in answers.items():
        hope = session.store.hopes.get(hope_id)
        if hope is not None and hope.person in with_whom:
            way = Direction(direction)
            yield Edit(None, Evidence(hope=hope_id, impression=with_whom[hope.person], direction=way))


@dataclass(frozen=True, slots=True)
class MomentHopes:
    """The hopes a logged moment may answer, and what it said so far."""

    hopes: Mapping[str, list[Hope]]
    """by person"""
    answers: Mapping[str, Answers]
    """by impression"""

    @classmethod
    def of(cls, session: Session, moment: Moment) -> "MomentHopes":
        """Return those hopes that were waiting on the day of the moment, or were answered by it."""
        said, on = session.store.evidence.of_moment(moment.interaction.id), session.day_of(moment.at)
        answers: dict[str, dict[str, Direction]] = defaultdict(dict)
        for one in said:
            answers[one.impression][one.hope] = one.direction
        answered = {one.hope for one in said}
        hopes = {
            felt.person: [
                hope
                for hope in session.store.hopes.of(felt.person)
                if hope.id in answered or (hope.since <= on and (hope.closed is None or on <= hope.closed))
            ]
            for felt in moment.impressions
        }
        return cls(hopes, dict(answers))


def changed_answers(
    session: Session, moment: Moment, answers: Mapping[str, Answers]
) -> Iterator[Edit[Record]]:
    """Yield the edits from what a moment said about hopes to `answers`, by impression; others stay."""
    before = {
        (one.impression, one.hope): one for one in session.store.evidence.of_moment(moment.interaction.id)
    }
    wanted = {(felt, hope): way for felt, given in answers.items() for hope, way in given.items()}
    for key in dict.fromkeys([*before, *wanted]):
        old, way = before.get(key), wanted.get(key)
        if key[0] not in answers or (old is not None and old.direction == way):
            continue
        yield Edit(old, _evidence(*key, old, way))


def _evidence(impression: str, hope: str, old: Evidence | None, way: Direction | None) -> Evidence | None:
    if way is None:
        return None
    return replace(old, direction=way) if old else Evidence(hope=hope, impression=impression, direction=way)
