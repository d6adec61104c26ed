"""`report`: reflections, one person, or a stretch of time as a PDF."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from connect_desktop.cli import opening, terminal, who
from connect_desktop.cli.feelings import feelings
from connect_desktop.cli.usual import usual_body
from connect_desktop.domain import Moment, checks, now, outfile
from connect_desktop.domain.errors import InvalidValue
from connect_desktop.domain.prompts import wordings
from connect_desktop.i18n import day_of, tr, tr_n
from connect_desktop.interchange import codec
from connect_desktop.report.document import Document
from connect_desktop.report.options import Names, Options, Paper
from connect_desktop.store import Store

_PARTS = ("charts", "readings", "notes", "prompts", "hopes")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wish:
    """What a document is asked to be."""

    options: Options
    start: date
    end: date
    today: date
    day_ends: int

    def holds(self, moment: Moment) -> bool:
        """Return whether a moment lies in the days that are asked for."""
        return self.start <= day_of(moment.at, self.day_ends) <= self.end


def add_to(commands: Any, everywhere: argparse.ArgumentParser) -> None:
    """Add the commands to the parser."""
    report = commands.add_parser("report", parents=[everywhere], help=tr("write a PDF"))
    about = report.add_subparsers(metavar=tr("ABOUT"), required=True)
    person = about.add_parser("person", parents=[everywhere], help=tr("all about one person"))
    person.add_argument("name", metavar=tr("NAME"), help=tr("a name, an alias or id:…"))
    reflections = about.add_parser("reflections", parents=[everywhere], help=tr("what you wrote"))
    period = about.add_parser("period", parents=[everywhere], help=tr("a look back over some days"))
    _add_choices(person, _person, ("charts", "readings", "prompts", "hopes"))
    _add_choices(reflections, _reflections, ("prompts",))
    _add_choices(period, _period, ("charts", "readings", "prompts"))


def _add_choices(
    command: argparse.ArgumentParser, made: Callable[..., Document], parts: tuple[str, ...]
) -> None:
    command.add_argument(
        "--out", type=Path, required=True, metavar=tr("FILE"), help=tr("where to write the PDF")
    )
    command.add_argument(
        "--from", dest="start", metavar=tr("DATE"), help=tr("the first day, like 2026-11-01")
    )
    command.add_argument("--to", dest="end", metavar=tr("DATE"), help=tr("the last day"))
    command.add_argument("--names", choices=tuple(Names), help=tr("how people appear"))
    command.add_argument("--paper", choices=tuple(Paper), help=tr("the size of a page"))
    for part in _PARTS:
        action = argparse.BooleanOptionalAction
        command.add_argument(f"--{part}", action=action, default=part in parts, help=_help(part))
    command.set_defaults(run=_report, made=made)


def _help(part: str) -> str:
    return {
        "charts": tr("charts of the people in it"),
        "readings": tr("what the moments say, in counts"),
        "notes": tr("the notes of the moments"),
        "hopes": tr("what is waited for from a person"),
        "prompts": tr("the question a reflection answers"),
    }[part]


def _report(arguments: argparse.Namespace) -> None:
    opening.keep_traces_inside(arguments)
    from connect_desktop.report.pdf import write_pdf  # noqa: PLC0415 - start-up: sets with Typst

    wish = _wish(arguments)
    outfile.check_target(arguments.out)
    with opening.opened(arguments) as store:
        document = arguments.made(store, wish, arguments)
    pages = write_pdf(document, arguments.out)
    terminal.say(
        tr_n("Written to {path}: {n} page.", "Written to {path}: {n} pages.", pages, path=arguments.out)
    )


def _wish(arguments: argparse.Namespace) -> _Wish:
    chosen = opening.chosen(arguments)
    today = day_of(now(), chosen.day_ends)
    start = date(checks.FIRST_YEAR, 1, 1) if arguments.start is None else codec.day("from", arguments.start)
    end = today if arguments.end is None else codec.day("to", arguments.end)
    if start > end:
        raise InvalidValue(
            "from", start.isoformat(), tr("it lies after the last day, {day}", day=end.isoformat())
        )
    options = Options(
        names=Names(arguments.names or chosen.names),
        paper=Paper(arguments.paper or chosen.paper),
        lang=chosen.language or "en",
        **{part: getattr(arguments, part) for part in _PARTS},
    )
    return _Wish(options=options, start=start, end=end, today=today, day_ends=chosen.day_ends)


def _person(store: Store, wish: _Wish, arguments: argparse.Namespace) -> Document:
    from connect_desktop.report import documents  # noqa: PLC0415 - start-up
    from connect_desktop.report.hopes import within  # noqa: PLC0415 - start-up

    people = store.people.all()
    subject = who.meant(people, arguments.name)
    signs = store.evidence.by_hope(subject.id)
    waited = [(hope, signs.get(hope.id, ())) for hope in store.hopes.of(subject.id)]
    return documents.person(
        subject,
        people,
        moments=[moment for moment in store.moments.of(subject.id) if wish.holds(moment)],
        reflections=[one for one in store.reflections.of(subject.id) if wish.start <= one.on <= wish.end],
        options=wish.options,
        today=wish.today,
        charts=_charts(store, wish, every=True),
        circles=store.circles.all(),
        prompts=wordings(store.prompts.all(), wish.options.lang),
        hopes=within(waited, wish.start, wish.end, wish.day_ends),
        day_ends=wish.day_ends,
    )


def _reflections(store: Store, wish: _Wish, arguments: argparse.Namespace) -> Document:
    from connect_desktop.report import documents  # noqa: PLC0415 - start-up

    found = store.reflections.between(wish.start, wish.end)
    return documents.booklet(
        found,
        store.people.all(),
        start=wish.start if arguments.start else min((one.on for one in found), default=wish.end),
        end=wish.end,
        options=wish.options,
        today=wish.today,
        moments=_moments(store, wish) if wish.options.readings else (),
        circles=store.circles.all(),
        prompts=wordings(store.prompts.all(), wish.options.lang),
        charts=_charts(store, wish, every=False),
        day_ends=wish.day_ends,
    )


def _period(store: Store, wish: _Wish, arguments: argparse.Namespace) -> Document:
    from connect_desktop.report import documents  # noqa: PLC0415 - start-up

    moments, written = _moments(store, wish), store.reflections.between(wish.start, wish.end)
    days = [day_of(one.at, wish.day_ends) for one in moments] + [one.on for one in written]
    return documents.period(
        store.people.all(),
        start=wish.start if arguments.start else min(days, default=wish.end),
        end=wish.end,
        moments=moments,
        reflections=written,
        options=wish.options,
        today=wish.today,
        charts=_charts(store, wish, every=False),
        circles=store.circles.all(),
        prompts=wordings(store.prompts.all(), wish.options.lang),
        day_ends=wish.day_ends,
    )


def _moments(store: Store, wish: _Wish) -> list[Moment]:
    """Return the moments of the days that are asked for, in whatever zone they were lived."""
    around = timedelta(days=2)
    start, end = (datetime.combine(on, time(), UTC) for on in (wish.start, wish.end))
    found = store.moments.between(start - around, end + around)
    return [moment for moment in found if wish.holds(moment)]


def _charts(store: Store, wish: _Wish, *, every: bool) -> Any:
    """Return what draws the charts of a person, all or the first alone; None where none are wanted."""
    if not wish.options.charts:
        return None
    from connect_desktop.report import drawings  # noqa: PLC0415 - start-up: draws with matplotlib

    usual = usual_body(store, wish.today, wish.day_ends)
    shared: dict[str, Any] = {"usual": usual, "today": wish.today, "day_ends": wish.day_ends}
    if every:
        return drawings.all_of(store.impressions.columns, feelings=feelings(store), **shared)
    return drawings.body(store.impressions.columns, **shared)
