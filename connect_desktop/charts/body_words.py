"""How the body felt over time, in words: title, caption, twin, and what each dot says."""

from dataclasses import dataclass, field
from datetime import date
from math import isnan

import numpy as np
from numpy.typing import NDArray

from connect_desktop.charts import breath
from connect_desktop.domain.labels import body_label
from connect_desktop.i18n import long_date, month_name, plain_date, tr, tr_n
from connect_desktop.insight.body import BodyChange, BodyOverTime
from connect_desktop.insight.days import day


def title(found: BodyOverTime, today: date) -> str:
    """Return what clearly changed as a sentence, else a plain heading."""
    if found.change is None:
        return tr("How your body felt afterwards")
    when = _month(found.change, today)
    if found.change.eased:
        return tr("Your body has eased since {month}", month=when)
    if found.change.after < 0:
        return tr("Your body has tightened more since {month}", month=when)
    return tr("Your body has breathed less easily since {month}", month=when)


def caption(found: BodyOverTime) -> str:
    """Return how to read the chart."""
    if found.trend.stretches:
        return tr("Each dot is a moment; the line is the trend, the band where it likely lies")
    return tr("Each dot is a moment")


def twin(found: BodyOverTime, name: str, today: date) -> str:
    """Return the chart in words."""
    rated = found.body[~np.isnan(found.body)]
    parts = [
        tr_n(
            "{n} moment with {name}, from {start} to {end}.",
            "{n} moments with {name}, from {start} to {end}.",
            len(found.impressions),
            name=name, start=plain_date(day(found.days[0])), end=plain_date(day(found.days[-1])),
        ),
        tr("Your body tightened after {tight}, breathed easier after {easy}, neither after {neither}.",
           tight=int((rated < 0).sum()), easy=int((rated > 0).sum()), neither=int((rated == 0).sum())),
        _by_value(rated),
    ]  # fmt: skip
    if unrated := len(found.body) - len(rated):
        parts.append(tr_n("{n} moment is not felt yet.", "{n} moments are not felt yet.", unrated))
    if imported := int(found.imported.sum()):
        parts.append(tr_n("{n} moment was brought in.", "{n} moments were brought in.", imported))
    parts += _trend(found)
    if found.usual is not None:
        parts.append(tr("Your usual, with everyone, is near “{word}”.", word=_near(found.usual)))
    if found.change is not None:
        parts.append(title(found, today) + ".")
    return " ".join(parts)


@dataclass(slots=True)
class Dots:
    """What dots say; each day and each answer is put into words once."""

    _days: dict[int, str] = field(default_factory=dict)
    _felt: dict[float, str] = field(default_factory=dict)

    def text(self, on: int, body: float, imported: bool) -> str:
        """Return the day of a moment and how the body felt after it; NaN: not felt yet."""
        spelled = self._days.get(on)
        if spelled is None:
            spelled = self._days[on] = long_date(day(on))
        felt = tr("not felt yet") if isnan(body) else self._felt.get(body, "")
        if not felt:
            felt = self._felt[body] = body_label(int(body))
        if imported:
            return tr("{day}: {felt}, brought in", day=spelled, felt=felt)
        return tr("{day}: {felt}", day=spelled, felt=felt)


def _by_value(rated: NDArray[np.float64]) -> str:
    counts = [(value, int((rated == value).sum())) for value in reversed(breath.VALUES)]
    listed = ", ".join(
        tr("{word} {count}", word=body_label(value), count=count) for value, count in counts if count
    )
    return tr("In detail: {list}.", list=listed) if listed else ""


def _trend(found: BodyOverTime) -> list[str]:
    stretches = found.trend.stretches
    if not stretches:
        return [tr("There is no trend line yet: it takes five answers close enough in time.")]
    start, end = _near(float(stretches[0].level[0])), _near(float(stretches[-1].level[-1]))
    if start == end:
        return [tr("The trend begins and ends near “{word}”.", word=end)]
    return [tr("The trend begins near “{start}” and ends near “{end}”.", start=start, end=end)]


def _near(level: float) -> str:
    return body_label(breath.nearest(level))


def _month(change: BodyChange, today: date) -> str:
    month = month_name(change.since.month)
    return month if change.since.year == today.year else f"{month} {change.since.year}"
