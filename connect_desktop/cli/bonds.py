"""`bonds`: what the moments say about everyone, as a table or as JSON."""

import argparse
from typing import TYPE_CHECKING, Any

from connect_desktop.cli import opening, terminal
from connect_desktop.cli.table import table
from connect_desktop.domain import now
from connect_desktop.i18n import day_of, tr
from connect_desktop.interchange import codec

if TYPE_CHECKING:
    from connect_desktop.insight.readings import Range, Reading, Readings

_DIGITS = 4
_UNMET = ("one_sided", "mixed", "thin")


def add_to(commands: Any, everywhere: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    bonds = commands.add_parser(
        "bonds", parents=[everywhere], help=tr("what the moments say about everyone"),
        description=tr("What the moments say about everyone. It is about what was logged, and no verdict."),
    )  # fmt: skip
    bonds.add_argument(
        "--today", metavar=tr("DATE"), help=tr("as it was to be read on that day, like 2026-11-22")
    )
    bonds.add_argument("--json", action="store_true", help=tr("everything, as JSON"))
    bonds.set_defaults(run=_bonds)


def _bonds(arguments: argparse.Namespace) -> None:
    from connect_desktop.insight import said_before  # noqa: PLC0415 - start-up
    from connect_desktop.insight.readings import readings  # noqa: PLC0415 - start-up: counts with NumPy

    day_ends = opening.chosen(arguments).day_ends
    given = arguments.today
    today = day_of(now(), day_ends) if given is None else codec.day("today", given)
    with opening.opened(arguments) as store:
        said = said_before.remembered(store.memo(said_before.MEMO))
        found = readings(
            store.impressions.answers(),
            store.people.all(),
            today,
            day_ends,
            store.words.feelings(),
            said_before.states(said.earlier(today)),
        )
    if arguments.json:
        terminal.say(_json(found))
    else:
        _say(found)


def _say(found: "Readings") -> None:
    if not found.people:
        terminal.say(tr("There is nobody here yet."))
        return
    lately = tr("Lately")
    head = tr("Name"), tr("Moments"), tr("You first"), lately, tr("Met"), lately, tr("What the moments say")
    terminal.say(table(head, (_row(one, found) for one in found.people), whole=True))
    terminal.say("\n" + tr("You first: of the times one of you reached out first. Lately: since something "
                           "changed, else in the last half year."))  # fmt: skip
    for sentence in (found.whole.picture, found.whole.doubt):
        if sentence:
            terminal.say("\n" + sentence)


def _row(one: "Reading", found: "Readings") -> tuple[str, ...]:
    # Where it is so with most people, nobody is listed for it.
    like_most = found.whole.mostly_unmet and one.state.value in _UNMET
    said = tr("Met less, as with most people here.") if like_most else one.short
    lately = one.lately
    first, met = _count(one.me, one.me + one.them), _count(one.met_often, one.met_of)
    first_lately, met_lately = _count(lately.me, lately.started), _count(lately.met, lately.rated)
    return one.person.name, str(one.moments), first, first_lately, met, met_lately, said


def _count(k: int, n: int) -> str:
    return tr("{k} of {n}", k=k, n=n) if n else ""


def _json(found: "Readings") -> str:
    """Return one JSON object, a person a line."""
    head = {
        "today": found.today.isoformat(),
        "usual": _rounded(reach=found.usual.share, met=found.usual.met, body=found.usual.body),
        "sentences": [sentence for sentence in (found.whole.picture, found.whole.doubt) if sentence],
    }
    fields = [f'"{name}": {terminal.json_line(value)}' for name, value in head.items()]
    people = [f"\n  {terminal.json_line(_object(one))}" for one in found.people]
    return "{" + ", ".join(fields) + ', "people": [' + ",".join(people) + "]}"


def _object(one: "Reading") -> dict[str, Any]:
    return {
        "id": one.person.id,
        "name": one.person.name,
        "n": one.moments,
        "state": one.state.value,
        **_rounded(p_one_sided=one.one_sided, p_reverse=one.reverse),
        "reach": {
            "me": one.me,
            "them": one.them,
            **_rounded(share=one.share.mean, low=one.share.low, high=one.share.high),
        },
        "met": {"n": one.met_of, **_range(one.met)},
        "body": {"n": one.body_of, **_range(one.body), **_rounded(trend=one.body_trend)},
        "sentences": one.sentences,
        "evidence": one.said.impressions,
    }


def _range(found: "Range") -> dict[str, float | None]:
    return _rounded(mean=found.mean, low=found.low, high=found.high)


def _rounded(**figures: float | None) -> dict[str, float | None]:
    return {name: None if value is None else round(value, _DIGITS) for name, value in figures.items()}
