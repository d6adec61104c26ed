"""A year of weekly looks at many lives: what was said each week, by the readings and by naive rules."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from diaries import LAST, Diary
from lives import STEADY
from numpy.typing import NDArray

from connect_desktop.insight.config import CONFIG, Config
from connect_desktop.insight.entries import Entries, entries
from connect_desktop.insight.look import Look, look
from connect_desktop.insight.states import State

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

WEEKS = 52
NAIVE = ("initiative ratio", "fixed thresholds", "p < .05 each week")
_NEVER = 10**6


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Year:
    """What was seen; matrices are weeks × bonds, all other arrays run along the bonds of all lives."""

    user: NDArray[np.int64]
    kind: NDArray[np.str_]
    full: NDArray[np.int64]
    """how many full entries there were"""
    enough: Flags
    likely: Floats
    """how likely the reading held the bond for one-sided"""
    said: Flags
    """it was said to be one-sided, with what was said the week before in mind"""
    afresh: Flags
    """it would have been said without that"""
    fell: Flags
    rose: Flags
    """a change was said"""
    states: NDArray[np.str_]
    scores: dict[str, Floats]
    verdicts: dict[str, Flags]
    """of the naive rules"""
    met_inside: Floats
    reach_inside: Floats
    """whether the 90 % intervals hold the truth in the last week; NaN where nothing was to be said"""


def watch(diaries: Iterable[Diary], config: Config = CONFIG) -> Year:
    """Look at each diary once a week for a year."""
    return _joined([_watched(number, diary, config) for number, diary in enumerate(diaries)])


def _watched(number: int, diary: Diary, config: Config) -> Year:
    found = entries(diary.answers(), diary.people, 240, {})
    people = len(diary.bonds)
    last: Sequence[State | None] = [None] * people
    rows: dict[str, list[Floats]] = {name: [] for name in _MATRICES}
    for week in range(WEEKS):
        day = LAST - 7 * (WEEKS - 1 - week)
        seen = look(found, diary.one_way, day, last, config)
        last = seen.states
        for name, row in _row(seen, diary, day, config).items():
            rows[name].append(row)
    matrices = {name: np.array(matrix) for name, matrix in rows.items()}
    met, reach = _inside(seen, diary)
    return Year(
        user=np.full(people, number), kind=np.array(diary.kinds), met_inside=met, reach_inside=reach,
        scores={name: matrices.pop(f"score {name}") for name in NAIVE},
        verdicts={name: matrices.pop(f"verdict {name}") for name in NAIVE},
        **matrices,
    )  # fmt: skip


_MATRICES = (
    "full", "enough", "likely", "said", "afresh", "fell", "rose", "states",
    *(f"{what} {name}" for name in NAIVE for what in ("score", "verdict")),
)  # fmt: skip


def _row(seen: Look, diary: Diary, day: int, config: Config) -> dict[str, Floats]:
    figures, enough = seen.figures, seen.figures.enough.reached & ~diary.one_way
    full = [np.searchsorted(one.day[one.full], day, side="right") for one in diary.logged]
    naive = _naive(seen.entries, len(diary.bonds))
    afresh = enough & (figures.likely.one_sided >= config.said_from)
    states = np.array([str(state) for state in seen.states])
    return {
        "full": np.array(full),
        "enough": enough,
        "likely": figures.likely.one_sided,
        "said": states == "one_sided",
        "afresh": afresh & (states != "mixed"),
        "fell": enough & (figures.chapters.down >= config.change_said_from),
        "rose": enough & (figures.chapters.up >= config.change_said_from),
        "states": states,
        **{f"score {name}": score for name, (score, _) in naive.items()},
        **{f"verdict {name}": verdict & enough for name, (_, verdict) in naive.items()},
    }


def _naive(found: Entries, people: int) -> dict[str, tuple[Floats, Flags]]:
    """Return score and verdict of each naive rule for each bond; all entries so far count alike."""
    started = np.isin(found.mine, [0, 1])
    mine = np.bincount(found.person[started], found.mine[started], people)
    starts = np.maximum(np.bincount(found.person[started], minlength=people), 1)
    rated = ~np.isnan(found.met)
    met_of = np.maximum(np.bincount(found.person[rated], minlength=people), 1)
    met = np.bincount(found.person[rated], found.met[rated], people) / met_of
    share = mine / starts
    everyone = found.met[rated].mean() if rated.any() else 2.0
    spread = found.met[rated].std() if rated.any() else 1.0
    z_share = (share - 0.5) / np.sqrt(0.25 / starts)
    z_met = (everyone - met) / np.maximum(spread, 0.3) * np.sqrt(met_of)
    z = NormalDist().inv_cdf(0.95)
    return {
        "initiative ratio": (share, share >= 0.65),
        "fixed thresholds": (np.minimum((share - 0.6) / 0.2, (2.25 - met) / 0.75), (share > 0.6) & (met < 2)),
        "p < .05 each week": (np.minimum(z_share, z_met), (z_share > z) & (z_met > z)),
    }


def _inside(seen: Look, diary: Diary) -> tuple[Floats, Floats]:
    """Return for steady bonds whether the intervals hold what very long logging would come to."""
    figures = seen.figures
    met, reach = np.full(len(diary.bonds), np.nan), np.full(len(diary.bonds), np.nan)
    for i, kind in enumerate(diary.kinds):
        if kind in STEADY and figures.enough.reached[i]:
            true_met, true_share = diary.long_run(i)
            met[i] = figures.met.low[i] <= true_met <= figures.met.high[i]
            reach[i] = figures.reaching.low[i] <= true_share <= figures.reaching.high[i]
    return met, reach


def _joined(years: Sequence[Year]) -> Year:
    def along(name: str) -> NDArray[np.generic]:
        return np.concatenate([getattr(year, name) for year in years], axis=-1)

    plain = (name for name in Year.__dataclass_fields__ if name not in ("scores", "verdicts"))
    return Year(
        **{name: along(name) for name in plain},
        scores={name: np.concatenate([year.scores[name] for year in years], axis=1) for name in NAIVE},
        verdicts={name: np.concatenate([year.verdicts[name] for year in years], axis=1) for name in NAIVE},
    )
