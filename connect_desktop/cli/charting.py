"""`chart`: one chart of one person, or the map of everyone, as a picture."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from connect_desktop.charts.palette import LIGHT
from connect_desktop.cli import opening, terminal, who
from connect_desktop.cli.terminal import Refused
from connect_desktop.cli.usual import usual_body
from connect_desktop.domain import Person, Status, now, outfile
from connect_desktop.i18n import day_of, tr
from connect_desktop.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable

    from connect_desktop.charts.chart import Chart

KINDS = ("body", "gave", "words", "calendar", "reach", "said", "hurts", "before")

_SIZE, _MAP_SIZE = (7.2, 4.0), (7.6, 6.8)
"""inches"""
_SIX_MONTHS = 182
"""days: whoever was logged with in them is on the map, as on screen"""
_DPI = 200


def add_to(commands: Any, everywhere: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    chart = commands.add_parser("chart", parents=[everywhere], help=tr("draw a chart"))
    about = chart.add_subparsers(metavar=tr("ABOUT"), required=True)
    person = about.add_parser("person", parents=[everywhere], help=tr("about one person"))
    person.add_argument("name", metavar=tr("NAME"), help=tr("a name, an alias or id:…"))
    person.add_argument("--kind", choices=KINDS, required=True, help=tr("which chart"))
    person.set_defaults(run=_chart_person)
    everyone = about.add_parser("map", parents=[everywhere], help=tr("everyone, and where it lands"))
    everyone.set_defaults(run=_chart_map)
    for command in (person, everyone):
        command.add_argument(
            "--out", type=Path, required=True, metavar=tr("FILE"), help=tr("a file ending in .svg or .png")
        )


def _chart_person(arguments: argparse.Namespace) -> None:
    def draw(store: Store, day_ends: int) -> "Chart":
        person = who.meant(store.people.all(), arguments.name)
        return _drawn(store, person, arguments.kind, day_ends)

    _chart(arguments, draw)


def _chart_map(arguments: argparse.Namespace) -> None:
    _chart(arguments, _drawn_map)


def _chart(arguments: argparse.Namespace, draw: "Callable[[Store, int], Chart]") -> None:
    """Draw a chart of the store into the file that was asked for."""
    out: Path = arguments.out
    if out.suffix.lower() not in (".svg", ".png"):
        raise Refused(tr("A chart is drawn as .svg or .png; {file} is neither.", file=out.name))
    outfile.check_target(out)
    day_ends = opening.chosen(arguments).day_ends
    opening.keep_traces_inside(arguments)
    with opening.opened(arguments) as store:
        chart = draw(store, day_ends)
    data = _encoded(chart, out)
    with outfile.replacing(out) as stream:
        stream.write(data)
    terminal.say(tr("Drawn: {path}", path=out))
    terminal.say(chart.twin)


def _drawn(store: Store, person: Person, kind: str, day_ends: int) -> "Chart":
    from connect_desktop.charts import person as charts  # noqa: PLC0415 - start-up: draws with matplotlib
    from connect_desktop.insight import person as insight  # noqa: PLC0415 - start-up: counts with NumPy

    today, columns = day_of(now(), day_ends), store.impressions.columns(person.id)
    drawn_as: dict[str, Any] = {"size": _SIZE, "name": person.name, "today": today, "titled": True}
    lived = person.status is Status.ACTIVE
    match kind:
        case "body":
            usual = usual_body(store, today, day_ends)
            body = insight.body_over_time(columns, usual, today, day_ends, lived=lived)
            return charts.body_over_time(body, LIGHT, **drawn_as)
        case "gave":
            return charts.what_each_gave(insight.what_each_gave(columns), LIGHT, **drawn_as)
        case "words":
            words = insight.words_afterwards(columns, store.words.feelings())
            return charts.words_afterwards(words, LIGHT, **drawn_as)
        case "calendar":
            return charts.half_a_year(insight.half_a_year(columns, today, day_ends), LIGHT, **drawn_as)
        case "reach":
            return charts.reach_by_month(insight.reach_by_month(columns, today, day_ends), LIGHT, **drawn_as)
        case "said":
            return charts.said_directly(insight.said_directly(columns, lived=lived), LIGHT, **drawn_as)
        case "hurts":
            hurts = insight.hurts_and_returns(columns, today, day_ends, lived=lived)
            return charts.hurts_and_returns(hurts, LIGHT, **drawn_as)
        case _:
            return charts.before_after(insight.before_after(columns, lived=lived), LIGHT, **drawn_as)


def _drawn_map(store: Store, day_ends: int) -> "Chart":
    from connect_desktop.charts.map import where_it_lands  # noqa: PLC0415 - start-up: draws with matplotlib
    from connect_desktop.insight import said_before  # noqa: PLC0415 - start-up
    from connect_desktop.insight.entries import entries  # noqa: PLC0415 - start-up: NumPy
    from connect_desktop.insight.looking_back import LookingBack  # noqa: PLC0415 - start-up: NumPy

    today = day_of(now(), day_ends)
    people = [person for person in store.people.all() if person.status is Status.ACTIVE]
    answers, here = store.impressions.answers(), [person.id for person in people]
    back = LookingBack(
        entries(answers, here, day_ends, store.words.feelings()),
        people,
        today,
        said=said_before.states(said_before.remembered(store.memo(said_before.MEMO)).earlier(today)),
    )
    found = back.places(len(back.ends) - 1, _SIX_MONTHS)
    return where_it_lands(found, LIGHT, size=_MAP_SIZE, today=today, titled=True)


def _encoded(chart: "Chart", out: Path) -> bytes:
    from connect_desktop.charts import save  # noqa: PLC0415 - start-up: draws with matplotlib

    return save.svg(chart) if out.suffix.lower() == ".svg" else save.png(chart, _DPI)
