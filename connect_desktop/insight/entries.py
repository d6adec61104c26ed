"""The answers of everyone as arrays: what a reading is worked out from. NaN is unknown."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import repeat
from math import nan

import numpy as np
from numpy.typing import NDArray

from connect_desktop.domain import Feeling, Reach, WayBack, answers
from connect_desktop.domain.answers import Answers

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

_MINE = {
    Reach.ME: 1.0, Reach.ME_UNANSWERED: 1.0, Reach.THEM: 0.0, Reach.THEM_UNANSWERED: 0.0, Reach.BOTH: 0.5,
}  # fmt: skip
"""how far a start is the user's; nobody starts what happens by chance"""
_MINE_BY_NUMBER = np.array([nan, *(_MINE.get(reach, nan) for reach in Reach)])
_IN_VAIN = answers.REACHES.index(Reach.ME_UNANSWERED)
_THEY_IN_VAIN = answers.REACHES.index(Reach.THEM_UNANSWERED)
_BACK_BY_NUMBER = np.array([False, *(way is not WayBack.NOT_YET for way in WayBack)])
_THEY_BACK_BY_NUMBER = np.array([False, *(way in (WayBack.THEM, WayBack.BOTH) for way in WayBack)])
_DAY = 86_400


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Entries:
    """Impressions by person, and within each person oldest first; all arrays run along."""

    ids: NDArray[np.object_]
    person: Ints
    """which person: their place among the people asked for"""
    day: Ints
    """the user's day, in days since 1970-01-01"""
    mine: Floats
    """1 where the user reached out, 0 where they did, ½ both"""
    in_vain: Flags
    """the user reached out and found no echo"""
    they_in_vain: Flags
    """they reached out and the user did not answer"""
    met: Floats
    """0…4; 0 where the user reached out in vain: nobody was there to meet them"""
    body: Floats
    """−3…+3"""
    gave: Floats
    received: Floats
    """how many things were noted as given; NaN where none was noted on either side"""
    words: Floats
    """(easy − tight) / (easy + tight)"""
    hurt: Flags
    came_back: Flags
    """one of the two, or both"""
    they_came_back: Flags

    def __len__(self) -> int:
        return len(self.ids)

    def where(self, chosen: Flags | slice) -> "Entries":
        """Return only the chosen ones."""
        return Entries(**{field.name: getattr(self, field.name)[chosen] for field in fields(self)})


def entries(found: Answers, people: Sequence[str], day_ends: int, feelings: Mapping[str, Feeling]) -> Entries:
    """Return the impressions with `people`, by their places in it; those with anyone else are left out.

    `day_ends` is in minutes after midnight; a word that `feelings` does not know says nothing.
    """
    place = {person: number for number, person in enumerate(people)}
    n = len(found)
    person = np.fromiter(map(place.get, found.person, repeat(-1)), np.int64, n)
    packed = np.array(found.packed, dtype=np.int64).reshape(n)
    ids = np.empty(n, dtype=object)
    ids[:] = found.impression
    order = _by_person_and_time(person, packed >> answers.WALL, ids)
    words = _words(found.words, feelings)
    return _unpacked(ids[order], person[order], packed[order], words[order], day_ends)


def totals(person: Ints, values: Floats | Flags, people: int) -> Floats:
    """Return the sum of `values` of each of `people`; `person` ascends, as it does in entries."""
    found = np.zeros(people)
    starts = np.searchsorted(person, np.arange(people + 1))
    there = starts[:-1] < starts[1:]
    if there.any():
        found[there] = np.add.reduceat(values, starts[:-1][there], dtype=np.float64)
    return found


def _unpacked(ids: NDArray[np.object_], person: Ints, packed: Ints, words: Floats, day_ends: int) -> Entries:
    reach, way_back = packed >> answers.REACH & 7, packed >> answers.WAY_BACK & 7
    in_vain = reach == _IN_VAIN
    gave, received = packed >> answers.GAVE & 7, packed >> answers.RECEIVED & 7
    noted = gave + received > 0
    return Entries(
        ids=ids,
        person=person,
        day=((packed >> answers.WALL) - 60 * day_ends) // _DAY,
        mine=_MINE_BY_NUMBER[reach],
        in_vain=in_vain,
        they_in_vain=reach == _THEY_IN_VAIN,
        met=np.where(in_vain, 0.0, _value(packed >> answers.MET & 7, answers.MET_FROM)),
        body=_value(packed >> answers.BODY & 7, answers.BODY_FROM),
        gave=np.where(noted, gave, nan),
        received=np.where(noted, received, nan),
        words=words,
        hurt=packed >> answers.HURT & 1 == 1,
        came_back=_BACK_BY_NUMBER[way_back],
        they_came_back=_THEY_BACK_BY_NUMBER[way_back],
    )


def _value(number: Ints, start: int) -> Floats:
    return np.where(number > 0, number - float(start), nan)


def _by_person_and_time(person: Ints, wall: Ints, ids: NDArray[np.object_]) -> NDArray[np.intp]:
    """Return the places in order, those with nobody asked for left out; ids settle what came at one time."""
    kept = np.flatnonzero(person >= 0)
    # One number for both: the times of years 1 to 9999 take 39 bits.
    when = (person[kept] << 39) + wall[kept] + (1 << 37)
    sorting = np.argsort(when)
    order, tied = kept[sorting], np.diff(when[sorting]) == 0
    for start, end in _runs(tied):
        order[start : end + 1] = sorted(order[start : end + 1], key=lambda i: str(ids[i]))
    return order


def _runs(flags: Flags) -> Iterable[tuple[int, int]]:
    """Return where each unbroken run of True begins and where it has ended."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], flags, [False]]).astype(np.int8)))
    return zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)


def _words(words: Sequence[tuple[str, ...]], feelings: Mapping[str, Feeling]) -> Floats:
    balances = {chosen: _balance(chosen, feelings) for chosen in set(words)}
    return np.fromiter(map(balances.__getitem__, words), np.float64, len(words))


def _balance(words: Iterable[str], feelings: Mapping[str, Feeling]) -> float:
    pointing = [feelings.get(word) for word in words]
    easy, tight = pointing.count(Feeling.EASY), pointing.count(Feeling.TIGHT)
    return (easy - tight) / (easy + tight) if easy + tight else nan
