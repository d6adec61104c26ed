"""What was said directly, and what came of it: plain counts, with the impressions behind them."""

from dataclasses import dataclass

from connect_desktop.domain import TRUTHS, Columns, Response
from connect_desktop.insight.days import in_order

NOT_NOTED = "not_noted"
CAME_OF_IT = (*(response.value for response in Response), NOT_NOTED)
"""what can come of it, in the order it is shown"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One thing said directly, and what came of it."""

    truth: str
    """one of TRUTHS or the user's own wording"""
    came: tuple[tuple[str, ...], ...]
    """for each of CAME_OF_IT, in that order, the impressions in which it came, oldest first"""

    @property
    def times(self) -> int:
        """How often it was said."""
        return sum(map(len, self.came))


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidDirectly:
    """Everything said directly to one person."""

    moments: int
    truths: tuple[Said, ...]
    """the built-in ones first, in their order, then the user's own, the most frequent first"""
    impressions: tuple[str, ...]
    """all in which something was said, oldest first"""
    lived: bool = True
    """whether the bond is lived now, and an answer may still come"""

    @property
    def noted(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.truths)


def said_directly(columns: Columns, *, lived: bool = True) -> SaidDirectly:
    """Return what came of each thing said; where nothing is noted it is unknown, not "no answer"."""
    found: dict[str, dict[str, list[str]]] = {}
    order = [i for i in in_order(columns) if columns.truth[i]]
    for i in order:
        came = found.setdefault(str(columns.truth[i]), {kind: [] for kind in CAME_OF_IT})
        came[columns.response[i] or NOT_NOTED].append(columns.impression[i])
    truths = [Said(truth=truth, came=tuple(map(tuple, came.values()))) for truth, came in found.items()]
    truths.sort(key=_order)
    return SaidDirectly(
        moments=len(columns),
        truths=tuple(truths),
        impressions=tuple(columns.impression[i] for i in order),
        lived=lived,
    )


def _order(said: Said) -> tuple[int, int, str]:
    known = said.truth in TRUTHS
    return TRUTHS.index(said.truth) if known else len(TRUTHS), 0 if known else -said.times, said.truth
