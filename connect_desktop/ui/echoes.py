"""Whether a moment that was just logged is the answer to an attempt that had none."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from connect_desktop.domain import Impression, Interaction, Reach, Status, labels
from connect_desktop.i18n import begun, relative_day, tr
from connect_desktop.insight.told import short_name
from connect_desktop.store.open_ends import OpenEnd
from connect_desktop.ui.moments import changed_moment
from connect_desktop.ui.session import Edits, Session

MEMO = "echo_no"
"""name under which the store remembers the attempts that were not answered so"""
MOST = 300
ASKED_FOR = timedelta(days=30)
"""after an attempt a moment may be its answer"""
BY_HAND = 40
"""edits of one step; more are never logged by hand"""
ANSWERED = {Reach.ME_UNANSWERED: Reach.ME, Reach.THEM_UNANSWERED: Reach.THEM}


@dataclass(frozen=True, slots=True, kw_only=True)
class Echo:
    """An attempt, and the moment that may be its answer."""

    attempt: OpenEnd
    answer: Impression

    def stands(self, session: Session) -> bool:
        """Return whether both are still there and the attempt is still open."""
        found = session.store.impressions.get(self.attempt.impression.id)
        there = session.store.impressions.get(self.answer.id) is not None
        return there and found is not None and found.reach in ANSWERED

    def question(self, session: Session) -> str:
        """Return the question in the user's words."""
        person = session.store.people.get(self.answer.person)
        name = short_name(person.name) if person else ""
        moment = session.store.interactions.get(self.attempt.impression.interaction)
        if moment and moment.channel:
            name = tr("{name} ({how})", name=name, how=labels.channel_label(moment.channel))
        day = on_day(session, self.attempt)
        if self.attempt.impression.reach is Reach.ME_UNANSWERED:
            return tr(
                "{day} you reached out to {name} and had no answer yet. Was this the answer?",
                day=day,
                name=name,
            )
        return tr(
            "{day} you left {name} without an answer for the time being. Was this your answer?",
            day=day, name=name,
        )  # fmt: skip


def echo(session: Session, edits: Edits) -> Echo | None:
    """Return what is to be asked after these edits: the newest attempt before a moment that was just logged.

    Nothing where the same side reached out anew: that is no answer. Nothing that was denied before, and
    nothing with those whose bond is not lived now.
    """
    denied = _denied(session)
    for moment, felt in _logged(edits):
        person = session.store.people.get(felt.person)
        if person is None or person.status is not Status.ACTIVE:
            continue
        earliest = moment.at - ASKED_FOR
        for attempt in session.store.open_ends.attempts(felt.person, earliest, moment.at):
            reach = attempt.impression.reach
            if attempt.impression.id not in denied and reach and ANSWERED[reach] is not felt.reach:
                return Echo(attempt=attempt, answer=felt)
    return None


def answered(session: Session, impression_id: str) -> Edits:
    """Return the edits that close an attempt: it found its answer. none where it is closed already."""
    found = session.store.impressions.get(impression_id)
    moment = session.store.moments.get(found.interaction) if found else None
    if found is None or moment is None or found.reach not in ANSWERED:
        return ()
    return changed_moment(moment, {}, {found.id: {"reach": ANSWERED[found.reach]}}, session.now())


def deny(session: Session, impression_id: str) -> None:
    """Never ask about this attempt again."""
    kept = [one for one in _denied(session) if one != impression_id]
    session.remember(MEMO, json.dumps([*kept, impression_id][-MOST:]))


def on_day(session: Session, attempt: OpenEnd) -> str:
    """Return when it was, as a sentence begins: "Yesterday", "On Tuesday"."""
    day, today = session.day_of(attempt.at), session.today()
    said = relative_day(day, today)
    return begun(said) if 0 <= (today - day).days < 2 else tr("On {day}", day=said)


def _logged(edits: Edits) -> Iterator[tuple[Interaction, Impression]]:
    if len(edits) > BY_HAND:
        return
    new = [edit.after for edit in edits if edit.before is None]
    made = {one.id: one for one in new if isinstance(one, Interaction)}
    for felt in new:
        if isinstance(felt, Impression) and felt.interaction in made and felt.reach not in ANSWERED:
            yield made[felt.interaction], felt


def _denied(session: Session) -> list[str]:
    try:
        return [str(one) for one in json.loads(session.store.memo(MEMO) or "[]")]
    except (ValueError, TypeError):
        return []
