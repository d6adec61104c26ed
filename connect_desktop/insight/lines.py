"""What the entries with somebody come to: counts first, then the likely range, then what is usual."""

from collections.abc import Iterator

import numpy as np

from connect_desktop.domain.labels import met_tag
from connect_desktop.i18n import tr, tr_n
from connect_desktop.insight.chances import tenths
from connect_desktop.insight.counts import MET_FROM
from connect_desktop.insight.one import Flags, One, Sentence
from connect_desktop.insight.states import State
from connect_desktop.insight.turning import since_month

_UNMET = (State.ONE_SIDED, State.MIXED, State.LEANING, State.THIN)


def lines(one: One) -> Iterator[Sentence]:
    """Yield the sentences; nothing about what was never answered, no range of what is changing."""
    ranges = one.state not in (State.ONE_WAY, State.NOT_ENOUGH) and not one.changed
    yield from _reaching(one, ranges)
    yield from _met(one, ranges)
    yield from _body(one)
    if one.state is not State.HARD_AND_REAL:
        yield from _hurts(one)
    if one.state is State.THEY_REACH:
        yield from _giving(one)
    if one.state in _UNMET:
        yield from _last_met(one)


def _reaching(one: One, ranges: bool) -> Iterator[Sentence]:
    started, mine = one.started, one.entries.mine == 1
    n, by_me = int(started.sum()), int(mine.sum())
    if n:
        yield Sentence(text=who_first(n, by_me, one.name), impressions=one.behind(started))
        yield from _lately(one, mine, started)
    if vain := int(one.entries.in_vain.sum()):
        yield Sentence(text=in_vain(vain), impressions=one.behind(one.entries.in_vain))
    if n and ranges:
        yield Sentence(text=_share(one), impressions=one.behind(~np.isnan(one.entries.mine)))


def who_first(n: int, by_me: int, name: str) -> str:
    """Return who reached out first in those `n` times in which one of the two did."""
    if n == 1 and by_me:
        return tr("One of you reached out first once, and it was you.")
    if n == 1:
        return tr("One of you reached out first once, and it was {name}.", name=name)
    if not by_me:
        return tr("Of the {n} times one of you reached out first, none was you.", n=n)
    return tr_n("Of the {of} times one of you reached out first, {n} was you.",
                "Of the {of} times one of you reached out first, {n} were you.", by_me, of=n)  # fmt: skip


def in_vain(n: int) -> str:
    """Return how often the user reached out without an answer."""
    return tr_n("Once you reached out, and no answer came.",
                "{n} times you reached out, and no answer came.", n)  # fmt: skip


def hurts(n: int, back: int, *, lived: bool = True) -> str:
    """Return that there were `n` hurts, `back` of them with a way back; `lived`: it may still come."""
    if back == n:
        return tr_n("There was a hurt, and a way back.", "There were {n} hurts, each with a way back.", n)
    if back:
        return tr("There were {n} hurts, {back} of them with a way back.", n=n, back=back)
    if not lived:
        return tr_n("There was a hurt, without a way back.",
                    "There were {n} hurts, without a way back.", n)  # fmt: skip
    return tr_n("There was a hurt, without a way back yet.",
                "There were {n} hurts, without a way back yet.", n)  # fmt: skip


def _share(one: One) -> str:
    found = one.look.figures.reaching
    ends = one.figure(found.low), one.figure(found.high), found.usual
    low, high, usual = map(tenths, ends)
    if low == high:
        return tr("Your share is likely about {n} in 10; with everyone it is about {usual}.",
                  n=low, usual=usual)  # fmt: skip
    return tr("Your share is likely between {low} and {high} in 10; with everyone it is about {usual}.",
              low=low, high=high, usual=usual)  # fmt: skip


def _met(one: One, ranges: bool) -> Iterator[Sentence]:
    rated, met = one.rated, one.entries.met >= MET_FROM
    if not (n := int(rated.sum())):
        return
    text = tr_n("You felt met in {met} of {n} moment.", "You felt met in {met} of {n} moments.",
                n, met=int((met & rated).sum()))  # fmt: skip
    yield Sentence(text=text, impressions=one.behind(rated))
    yield from _lately(one, met & rated, rated)
    if ranges:
        yield Sentence(text=_how_far(one), impressions=one.behind(~np.isnan(one.entries.met)))


def _how_far(one: One) -> str:
    """Return the likely range and the usual in the words of the answers."""
    found = one.look.figures.met
    ends = one.figure(found.low), one.figure(found.high), found.usual.expected
    low, high, usual = (met_tag(round(min(max(level, 0), 4))) for level in ends)
    if low == high:
        return tr("On the whole that is likely “{level}”; with everyone it is “{usual}”.",
                  level=low, usual=usual)  # fmt: skip
    return tr("On the whole that is likely from “{low}” to “{high}”; with everyone it is “{usual}”.",
              low=low, high=high, usual=usual)  # fmt: skip


def _body(one: One) -> Iterator[Sentence]:
    felt = ~np.isnan(one.entries.body)
    if n := int(felt.sum()):
        text = tr_n(
            "Your body breathed easier after {easier} of {n} moment, and tightened after {tighter}.",
            "Your body breathed easier after {easier} of {n} moments, and tightened after {tighter}.",
            n, easier=int((one.entries.body > 0).sum()), tighter=int((one.entries.body < 0).sum()),
        )  # fmt: skip
        yield Sentence(text=text, impressions=one.behind(felt))
        yield from _body_lately(one, felt)


def _body_lately(one: One, felt: Flags) -> Iterator[Sentence]:
    recent = felt & one.recent
    if not 0 < (n := int(recent.sum())) < int(felt.sum()):
        return
    counts = {
        "easier": int((one.entries.body[recent] > 0).sum()),
        "tighter": int((one.entries.body[recent] < 0).sum()),
    }
    if one.changed:
        month = since_month(one)
        text = tr(
            "Since {month}: easier after {easier} of {n}, tighter after {tighter}.",
            month=month,
            n=n,
            **counts,
        )
    else:
        text = tr(
            "In the last half year: easier after {easier} of {n}, tighter after {tighter}.", n=n, **counts
        )
    yield Sentence(text=text, impressions=one.behind(recent))


def _lately(one: One, hits: Flags, of: Flags) -> Iterator[Sentence]:
    """Yield the same count since the change, or in the last half year, where that is only a part."""
    recent = of & one.recent
    n, k = int(recent.sum()), int((hits & recent).sum())
    if not 0 < n < int(of.sum()):
        return
    if one.changed:
        text = tr("Since {month}: {k} of {n}.", month=since_month(one), k=k, n=n)
    else:
        text = tr("In the last half year: {k} of {n}.", k=k, n=n)
    yield Sentence(text=text, impressions=one.behind(recent))


def _hurts(one: One) -> Iterator[Sentence]:
    hurt = one.entries.hurt
    if n := int(hurt.sum()):
        back = int((hurt & one.entries.came_back).sum())
        yield Sentence(text=hurts(n, back), impressions=one.behind(hurt))


def _giving(one: One) -> Iterator[Sentence]:
    noted = ~np.isnan(one.entries.gave)
    more, less = one.entries.received > one.entries.gave, one.entries.received < one.entries.gave
    text = tr_n(
        "Of {n} moment in which giving was noted, {name} gave more in {they}, you in {you}.",
        "Of {n} moments in which giving was noted, {name} gave more in {they}, you in {you}.",
        int(noted.sum()), name=one.name, they=int(more.sum()), you=int(less.sum()),
    )  # fmt: skip
    yield Sentence(text=text, impressions=one.behind(noted))


def _last_met(one: One) -> Iterator[Sentence]:
    met = np.flatnonzero(one.entries.met >= MET_FROM)
    if not len(met) or met[-1] == len(one.entries) - 1:
        return
    since = np.arange(len(one.entries)) > met[-1]
    text = tr(
        "Since you last noted that you felt met: {moments}, {days}.",
        moments=tr_n("{n} moment", "{n} moments", int(since.sum())),
        days=tr_n("{n} day", "{n} days", one.day - int(one.entries.day[met[-1]])),
    )
    yield Sentence(text=text, impressions=one.behind(since))
