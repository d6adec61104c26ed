"""What was said of each bond on earlier days: it keeps readings from flickering, and is rebuilt when lost."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from connect_desktop.insight.states import State

MEMO = "readings"
"""the name under which the store remembers it"""
MENTIONED_FOR = timedelta(days=30)
"""how long it is said that something no longer holds"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What is said of one bond, since when, and what was said before."""

    state: State
    since: date
    was: State | None = None

    def then(self, state: State, today: date) -> "Said":
        """Return what is said from today on."""
        if state is self.state:
            return self
        was = self.was if self.state is State.OPEN else self.state
        return Said(state=state, since=today, was=was)

    def no_longer(self, today: date) -> State | None:
        """Return what was said before, where that is not long ago."""
        return self.was if today - self.since <= MENTIONED_FOR else None


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidBefore:
    """What was said on the last day, and on the last day before that one; both by person."""

    day: date = date.min
    now: Mapping[str, Said] = field(default_factory=dict)
    before: Mapping[str, Said] = field(default_factory=dict)

    def earlier(self, today: date) -> Mapping[str, Said]:
        """Return what was said before today: the same all day, whatever is logged, changed or undone.

        Of a day before the last one that was looked at, nothing is known.
        """
        if today < self.day:
            return {}
        return self.now if self.day < today else self.before

    def renewed(self, states: Mapping[str, State], kept: frozenset[str], today: date) -> "SaidBefore":
        """Return what is said today: of `kept` people what was said last, of all others nothing."""
        earlier = self.earlier(today)
        now = {person: self.now[person] for person in sorted(kept & self.now.keys())}
        for person, state in states.items():
            said = earlier.get(person)
            now[person] = said.then(state, today) if said else Said(state=state, since=today)
        present = {person: earlier[person] for person in earlier if person in now}
        return SaidBefore(day=today, now=now, before=present)

    def text(self) -> str:
        """Return it as text to be remembered."""
        parts = {"day": self.day.isoformat(), "now": _packed(self.now), "before": _packed(self.before)}
        return json.dumps(parts, separators=(",", ":"))


def remembered(text: str | None) -> SaidBefore:
    """Return what `text` holds; what cannot be read is as if nothing had been said."""
    try:
        parts = json.loads(text or "")
        return SaidBefore(
            day=date.fromisoformat(parts["day"]),
            now=_unpacked(parts["now"]),
            before=_unpacked(parts["before"]),
        )
    except (ValueError, TypeError, KeyError, AttributeError):
        return SaidBefore()


def states(said: Mapping[str, Said]) -> dict[str, State]:
    """Return what was said in one word, by person."""
    return {person: one.state for person, one in said.items()}


def _packed(said: Mapping[str, Said]) -> dict[str, list[str | None]]:
    return {person: [one.state, one.since.isoformat(), one.was] for person, one in said.items()}


def _unpacked(found: dict[str, list[str]]) -> dict[str, Said]:
    return {
        person: Said(state=State(state), since=date.fromisoformat(since), was=State(was) if was else None)
        for person, (state, since, was) in found.items()
    }
