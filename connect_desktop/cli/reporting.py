"""`report`: reflections, one person, a stretch of time, or pages for a therapist, as a PDF."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from connect_desktop.cli import opening, terminal, who
from connect_desktop.cli.terminal import Refused
from connect_desktop.cli.usual import usual_body
from connect_desktop.domain import Columns, Moment, checks, now, outfile
from connect_desktop.domain.errors import InvalidValue
from connect_desktop.domain.prompts import wordings
from connect_desktop.i18n import day_of, tr, tr_n
from connect_desktop.interchange import codec
from connect_desktop.report.document import Document
from connect_desktop.report.options import Names, Options, Paper
from connect_desktop.store import Store

_PARTS = ("charts", "readings", "notes", "prompts", "hopes", "moments")


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
    therapist = about.add_parser(
        "therapist", parents=[everywhere], help=tr("a page of numbers, then what you choose")
    )
    therapist.add_argument(
        "--person", dest="about", action="append", metavar=tr("NAME"),
        help=tr("someone it is about, again for the next one; everyone where there is none"),
    )  # fmt: skip
    therapist.add_argument(
        "--last", metavar=tr("DATE"), help=tr("the day of the last one, to count since then")
    )
    therapist.add_argument(
        "--reflections", action=argparse.BooleanOptionalAction, default=False,
        help=tr("the reflections of these days"),
    )  # fmt: skip
    _add_choices(person, _person, ("charts", "readings", "prompts", "hopes", "moments"))
    _add_choices(reflections, _reflections, ("prompts",))
    _add_choices(period, _period, ("charts", "readings", "prompts"))
    _add_choices(therapist, _therapist, ("charts", "readings", "prompts"))


def _add_choices(
    command: argparse.ArgumentParser, made: Callable[..., Document], parts: tuple[str, ...]
) -> None:
    command.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar=tr("FILE"),
        help=tr("where to write the PDF, or Markdown where it ends in .md"),
    )
    command.add_argument(
        "--from", dest="start", metavar=tr("DATE"), help=tr("the first day, like 2026-11-01")
    )
    command.add_argument("--to", dest="end", metavar=tr("DATE"), help=tr("the last day"))
    command.add_argument("--lock", action="store_true", help=tr("ask for a passphrase to open the PDF with"))
    command.add_argument(
        "--pdf-passphrase-file", type=Path, metavar=tr("FILE"),
        help=tr("read that passphrase from the first line of a file"),
    )  # fmt: skip
    command.add_argument("--names", choices=[*map(str, Names)], help=tr("how people appear"))
    command.add_argument("--paper", choices=[*map(str, Paper)], help=tr("the size of a page"))
    command.add_argument(
        "--line", default="", metavar=tr("TEXT"), help=tr("a line of your own below the title")
    )
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
        "moments": tr("the moments with a person, a line for each"),
        "prompts": tr("the question a reflection answers"),
    }[part]


def _report(arguments: argparse.Namespace) -> None:
    opening.keep_traces_inside(arguments)
    from connect_desktop.report import as_markdown  # noqa: PLC0415 - start-up
    from connect_desktop.report.pdf import write_pdf  # noqa: PLC0415 - start-up: sets with Typst

    wish = _wish(arguments)
    outfile.check_target(arguments.out)
    word = _word(arguments)
    with opening.opened(arguments) as store:
        document = arguments.made(store, wish, arguments)
    if arguments.out.suffix.lower() == ".md":
        as_markdown.write(document, arguments.out)
        terminal.say(tr("Written to {path}. It is not encrypted.", path=arguments.out))
        return
    pages = write_pdf(document, arguments.out, word=word)
    terminal.say(
        tr_n("Written to {path}: {n} page.", "Written to {path}: {n} pages.", pages, path=arguments.out)
    )


def _word(arguments: argparse.Namespace) -> str | None:
    """Return the passphrase the PDF is to open with, asked for twice or read from a file; None for none."""
    from connect_desktop.report.locking import passphrase  # noqa: PLC0415 - start-up

    if not arguments.lock and arguments.pdf_passphrase_file is None:
        return None
    if arguments.out.suffix.lower() == ".md":
        raise Refused(tr("Only a PDF can be locked with a passphrase."))
    return passphrase(opening.new_passphrase(arguments, "pdf_passphrase_file"))


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
        line=arguments.line,
        **{part: getattr(arguments, part) for part in _PARTS},
    )
    return _Wish(options=options, start=start, end=end, today=today, day_ends=chosen.day_ends)


def _person(store: Store, wish: _Wish, arguments: argparse.Namespace) -> Document:
    from connect_desktop.report import documents  # noqa: PLC0415 - start-up

    people = store.people.all()
    subject = who.meant(people, arguments.name)
    return documents.person(
        subject,
        people,
        moments=[moment for moment in store.moments.of(subject.id) if wish.holds(moment)],
        reflections=[one for one in store.reflections.of(subject.id) if wish.start <= one.on <= wish.end],
        options=wish.options,
        today=wish.today,
        bonds=_bonds(store, wish),
        charts=_charts(store, wish, "all_of"),
        circles=store.circles.all(),
        prompts=_prompts(store, wish),
        hopes=_hopes(store, wish, subject.id),
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
        prompts=_prompts(store, wish),
        charts=_charts(store, wish, "body"),
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
        charts=_charts(store, wish, "body"),
        circles=store.circles.all(),
        prompts=_prompts(store, wish),
        day_ends=wish.day_ends,
    )


def _therapist(store: Store, wish: _Wish, arguments: argparse.Namespace) -> Document:
    from connect_desktop.report import documents  # noqa: PLC0415 - start-up

    people = store.people.all()
    moments, written = _moments(store, wish), store.reflections.between(wish.start, wish.end)
    days = [day_of(one.at, wish.day_ends) for one in moments] + [one.on for one in written]
    named = arguments.about
    about = None if named is None else {who.meant(people, name).id for name in named}
    return documents.therapist(
        people,
        start=wish.start if arguments.start else min(days, default=wish.end),
        end=wish.end,
        moments=moments,
        reflections=written,
        chosen=None if arguments.reflections else (),
        about=about,
        last=None if arguments.last is None else codec.day("last", arguments.last),
        options=wish.options,
        today=wish.today,
        bonds=_bonds(store, wish),
        hopes={one.id: _hopes(store, wish, one.id) for one in people},
        charts=_charts(store, wish, "in_grey"),
        circles=store.circles.all(),
        prompts=_prompts(store, wish),
        day_ends=wish.day_ends,
    )


def _prompts(store: Store, wish: _Wish) -> dict[str, str]:
    """Return the words of every prompt."""
    return wordings(store.prompts.all(), wish.options.lang)


def _bonds(store: Store, wish: _Wish) -> Any:
    """Return what the moments say of everyone, up to the last of the days that are asked for."""
    from connect_desktop.insight import said_before  # noqa: PLC0415 - start-up
    from connect_desktop.report.bonds import Bonds  # noqa: PLC0415 - start-up: counts with NumPy

    return Bonds(
        answers=store.impressions.answers(),
        people=store.people.all(),
        on=min(wish.end, wish.today),
        day_ends=wish.day_ends,
        feelings=store.words.feelings(),
        said=said_before.remembered(store.memo(said_before.MEMO)),
    )


def _hopes(store: Store, wish: _Wish, person_id: str) -> Any:
    """Return what was waited for from a person in the days that are asked for."""
    from connect_desktop.report.hopes import within  # noqa: PLC0415 - start-up

    signs = store.evidence.by_hope(person_id)
    waited = [(hope, signs.get(hope.id, ())) for hope in store.hopes.of(person_id)]
    return within(waited, wish.start, wish.end, wish.day_ends)


def _moments(store: Store, wish: _Wish) -> list[Moment]:
    """Return the moments of the days that are asked for, in whatever zone they were lived."""
    around = timedelta(days=2)
    start, end = (datetime.combine(on, time(), UTC) for on in (wish.start, wish.end))
    found = store.moments.between(start - around, end + around)
    return [moment for moment in found if wish.holds(moment)]


def _charts(store: Store, wish: _Wish, which: str) -> Any:
    """Return what draws the charts of a person in the days that are asked for; None where none are wanted."""
    if not wish.options.charts:
        return None
    from connect_desktop.report import drawings  # noqa: PLC0415 - start-up: draws with matplotlib

    def columns(person_id: str) -> Columns:
        return store.impressions.columns(person_id).within(wish.start, wish.end, wish.day_ends)

    usual = usual_body(store, wish.today, wish.day_ends)
    on = min(wish.end, wish.today)
    shared: dict[str, Any] = {"usual": usual, "today": on, "day_ends": wish.day_ends}
    if which == "all_of":
        shared["feelings"] = store.words.feelings()
    return getattr(drawings, which)(columns, **shared)
