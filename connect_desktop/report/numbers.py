"""Plain numbers of some days, everyone together: one table that fits on a page."""

from collections.abc import Iterable

from connect_desktop.i18n import tr
from connect_desktop.report import blocks
from connect_desktop.report.blocks import Block
from connect_desktop.report.counts import Counts, counted
from connect_desktop.report.dates import short_span
from connect_desktop.report.draft import Draft
from connect_desktop.report.stretch import Stretch

UNKNOWN = "–"


def numbers(draft: Draft, stretches: Iterable[Stretch]) -> Block:
    """Return the table: a column for each stretch, a row for each thing that was counted."""
    stretches = list(stretches)
    columns = [_column(draft, stretch) for stretch in stretches]
    head = [tr("What was noted"), *(short_span(one.start, one.end) for one in stretches)]
    rows = [[label, *values] for label, *values in zip(_labels(), *columns, strict=True)]
    return blocks.table(head, rows, numbers=True, wide=True)


def _labels() -> list[str]:
    return [
        tr("Moments"),
        tr("People in them"),
        tr("Days with a moment"),
        tr("Your body breathed easier afterwards"),
        tr("Your body tightened afterwards"),
        tr("Your body did neither"),
        tr("You reached out first"),
        tr("They reached out first"),
        tr("You reached out, no answer came"),
        tr("They reached out, you did not answer"),
        tr("You felt met, mostly or truly"),
        tr("Hurts"),
        tr("Hurts with a way back"),
        tr("Reflections written"),
    ]


def _column(draft: Draft, found: Stretch) -> list[str]:
    felt = [one for moment in found.moments for one in moment.impressions if one.person in draft.cast]
    counts = counted(felt)
    return [
        str(len(found.moments)),
        str(len({one.person for one in felt})),
        str(len({draft.day(moment) for moment in found.moments})),
        _of(counts.easier, counts.body_of),
        _of(counts.tighter, counts.body_of),
        _of(counts.neither, counts.body_of),
        *_reached(counts),
        _of(counts.met, counts.met_of),
        str(counts.hurts),
        _of(counts.ways_back, counts.hurts),
        str(len(found.reflections)),
    ]


def _reached(counts: Counts) -> list[str]:
    first = counts.mine + counts.theirs
    unanswered = (counts.mine_unanswered, counts.theirs_unanswered)
    return [
        _of(counts.mine, first),
        _of(counts.theirs, first),
        *(str(count) if first else UNKNOWN for count in unanswered),
    ]


def _of(count: int, total: int) -> str:
    """Return "3 of 8"; where nothing was answered, that it is unknown."""
    return tr("{count} of {n}", count=count, n=total) if total else UNKNOWN
