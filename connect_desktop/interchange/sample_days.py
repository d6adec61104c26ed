"""When the moments of the sample life were: days drawn by rhythm, and the written scenes laid into them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from connect_desktop.interchange.sample_cast import Profile, Scene, level


class Dice(Random):
    """Chance with a seed: the same seed, the same life."""

    def ident(self) -> str:
        """Return a record id."""
        return f"{self.getrandbits(128):032x}"

    def chance(self, share: float) -> bool:
        """Return True in this share of throws."""
        return self.random() < share

    def pick(self, weights: Mapping[str, float]) -> str:
        """Return one key, the heavier the likelier."""
        return self.choices(list(weights), list(weights.values()))[0]

    def whole(self, mean: float, spread: float, low: int, high: int) -> int:
        """Return a whole number around `mean`."""
        return min(high, max(low, round(self.gauss(mean, spread))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday:
    """Days of each year on which some are seen more and some less."""

    first: str
    """month and day, as in "12-23" """
    last: str
    pace: Mapping[str, float]
    """what the usual number of moments is multiplied by, for each tie"""

    def pace_of(self, profile: Profile, on: date) -> float:
        """Return the pace on one day."""
        return self.pace.get(profile.ties[0], 1.0) if self.first <= f"{on:%m-%d}" <= self.last else 1.0


@dataclass(frozen=True, slots=True)
class Slot:
    """A day on which there is a moment, and the scene it is, if one was written."""

    on: date
    scene: Scene | None = None


def slots(
    profile: Profile, scenes: Iterable[Scene], holidays: Sequence[Holiday], today: date, dice: Dice
) -> list[Slot]:
    """Return the moments with one person, oldest first; a scene that fits no day is left out."""
    found = [Slot(day) for day in _days(profile, holidays, today, dice)]
    # The choosiest first: a scene that may lie anywhere finds a day at the end too.
    for scene in sorted(scenes, key=lambda scene: scene.window[0] - scene.window[1]):
        pinned = scene.pinned(today)
        if pinned is None:
            _lay(scene, found, today, dice)
        elif scene.fits(pinned):
            found.append(Slot(pinned, scene))
    return sorted(found, key=lambda slot: slot.on)


def _days(profile: Profile, holidays: Sequence[Holiday], today: date, dice: Dice) -> Iterator[date]:
    """Yield days at the person's pace: the n-th moment lies somewhere within the n-th share of the time."""
    passed, count, due = 0.0, 0, dice.random()
    usual = sum(profile.weekdays)
    for ago in range(profile.first, profile.last - 1, -1):
        on = today - timedelta(days=ago)
        pace = level(profile.per_week, ago) * profile.weekdays[on.weekday()] / usual
        for holiday in holidays:
            pace *= holiday.pace_of(profile, on)
        passed += pace
        while due < passed:
            yield on
            count += 1
            due = count + dice.random()


def _lay(scene: Scene, found: list[Slot], today: date, dice: Dice) -> None:
    """Make one drawn moment the scene; where none is free, add one on a day that fits."""
    older, newer = (today - timedelta(days=ago) for ago in scene.window)
    free = [
        place
        for place, slot in enumerate(found)
        if slot.scene is None and older <= slot.on <= newer and scene.fits(slot.on)
    ]
    if free:
        place = dice.choice(free)
        found[place] = Slot(found[place].on, scene)
        return
    window = (older + timedelta(days=n) for n in range((newer - older).days + 1))
    fitting = [on for on in window if scene.fits(on)]
    if fitting:
        found.append(Slot(dice.choice(fitting), scene))
