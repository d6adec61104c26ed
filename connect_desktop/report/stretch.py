"""Some days, and what was lived and written in them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from connect_desktop.domain import Moment, Person, Reflection
from connect_desktop.report.draft import Draft
from connect_desktop.report.moments import oldest_first
from connect_desktop.report.reflections import in_time


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Days from `start` to `end`, with the moments and reflections of them, oldest first."""

    start: date
    end: date
    moments: Sequence[Moment]
    reflections: Sequence[Reflection]


def stretch(
    draft: Draft, start: date, end: date, moments: Iterable[Moment], reflections: Iterable[Reflection]
) -> Stretch:
    """Return the days start…end, with those of the moments and reflections that belong to them."""
    return Stretch(
        start=start,
        end=end,
        moments=oldest_first(one for one in moments if start <= draft.day(one) <= end),
        reflections=in_time(one for one in reflections if start <= one.on <= end),
    )


def people_in(draft: Draft, moments: Iterable[Moment]) -> list[Person]:
    """Return the people of some moments, in the order they are named in."""
    return draft.cast.known({one.person for moment in moments for one in moment.impressions})
