"""Which one thing Today may mention: something new, at most now and then, the good as readily as the hard."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

QUIET = timedelta(days=3)
"""from one observation to the next"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """Something that could be mentioned about the moments with one person."""

    person: str
    kind: str
    """what is said: a state, or a change"""
    since: str
    """the ISO day since which it is said: the same said anew later is new"""
    hard: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentioned:
    """What was mentioned so far."""

    on: date = date.min
    """when the latest was first shown"""
    latest: Observation | None = None
    """None also where it was waved away"""
    hard: bool = True
    """whether the latest was a hard one: the next good one goes first then"""
    seen: frozenset[tuple[str, str, str]] = frozenset()
    done: frozenset[tuple[str, str]] = frozenset()
    """never to be mentioned again"""

    def next(self, possible: Sequence[Observation], today: date) -> "Mentioned":
        """Return what is mentioned today; nothing where `latest` is None."""
        if self.on == today or (self.on <= today and today - self.on < QUIET):
            still = self.on == today and self.latest in possible
            return self if still or self.latest is None else replace(self, latest=None)
        new = [one for one in possible if _time(one) not in self.seen and _kind(one) not in self.done]
        if not new:
            return replace(self, latest=None)
        chosen = self._gentlest(new)
        present = {_time(one) for one in possible}
        return replace(
            self, on=today, latest=chosen, hard=chosen.hard, seen=self.seen & present | {_time(chosen)}
        )

    def waved_away(self) -> "Mentioned":
        """Return the same with the latest never to be mentioned again."""
        done = self.done | {_kind(self.latest)} if self.latest else self.done
        return replace(self, latest=None, done=done)

    def _gentlest(self, new: Iterable[Observation]) -> Observation:
        """Return the newest; good and hard ones take turns."""
        return min(sorted(new, key=_latest_first), key=lambda one: one.hard is self.hard)

    def text(self) -> str:
        """Return it as text to be remembered."""
        one = self.latest
        return json.dumps(
            {
                "on": self.on.isoformat(),
                "latest": [one.person, one.kind, one.since, one.hard] if one else None,
                "hard": self.hard,
                "seen": sorted(self.seen),
                "done": sorted(self.done),
            },
            separators=(",", ":"),
        )


def remembered(text: str | None) -> Mentioned:
    """Return what `text` holds; what cannot be read is as if nothing had been mentioned."""
    try:
        parts = json.loads(text or "")
        latest = parts["latest"]
        return Mentioned(
            on=date.fromisoformat(parts["on"]),
            latest=Observation(person=latest[0], kind=latest[1], since=latest[2], hard=bool(latest[3]))
            if latest
            else None,
            hard=bool(parts["hard"]),
            seen=frozenset((str(a), str(b), str(c)) for a, b, c in parts["seen"]),
            done=frozenset((str(a), str(b)) for a, b in parts["done"]),
        )
    except (ValueError, TypeError, KeyError, IndexError):
        return Mentioned()


def _time(one: Observation) -> tuple[str, str, str]:
    return one.person, one.kind, one.since


def _kind(one: Observation) -> tuple[str, str]:
    return one.person, one.kind


def _latest_first(one: Observation) -> tuple[int, str, str]:
    return -date.fromisoformat(one.since).toordinal(), one.person, one.kind
