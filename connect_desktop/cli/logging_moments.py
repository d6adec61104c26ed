"""`log`: one moment with one or more people."""

import argparse
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from connect_desktop.cli import hoping, lists, opening, terminal, who
from connect_desktop.cli.terminal import Refused
from connect_desktop.domain import (
    WORD_FEELING,
    Channel,
    Circle,
    Direction,
    Edit,
    Feeling,
    Gift,
    Hold,
    Impression,
    Interaction,
    Moment,
    Person,
    Place,
    Reach,
    Record,
    Response,
    Status,
    WayBack,
    Word,
    checks,
    free_colours,
    now,
)
from connect_desktop.domain.errors import InvalidValue
from connect_desktop.domain.interaction import MINUTES_HIGH
from connect_desktop.domain.search import fold
from connect_desktop.i18n import clock, day_of, long_date, tr
from connect_desktop.interchange import codec
from connect_desktop.store import Store

_CLOCKS_DIFFER = timedelta(minutes=5)
"""how far ahead of this computer's clock a moment may be"""

_NUMBERS = ("body", "before", "met", "openness")
_SETS = ("gave", "received")
_TEXTS = ("reach", "role", "truth", "response", "way_back")


def add_to(commands: Any, everywhere: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    log = commands.add_parser("log", parents=[everywhere], help=tr("keep one moment"))
    log.add_argument(
        "names", nargs="*", metavar=tr("NAME"), help=tr("who it was with: a name, an alias or id:…")
    )
    log.add_argument("--new", action="store_true", help=tr("add people who are not known yet"))
    _add_moment(log.add_argument_group(tr("the moment")))
    _add_felt(log.add_argument_group(tr("how it felt, with each of them")))
    log.add_argument("--json", action="store_true", help=tr("print the moment as JSON"))
    log.set_defaults(run=lambda arguments: _log(log, arguments))


def _add_moment(group: Any) -> None:
    group.add_argument(
        "--at", metavar=tr("WHEN"), help=tr("like 2026-11-20T22:40, local time, or with an offset")
    )
    group.add_argument("--channel", metavar=tr("HOW"), help=_one_of(Channel))
    group.add_argument("--minutes", metavar="N", help=tr("how long it took"))
    group.add_argument(
        "--circle",
        metavar=tr("NAME"),
        help=tr("the circle it belongs to; without a NAME all of it was there"),
    )
    group.add_argument("--note", metavar=tr("TEXT"), default="", help=tr("a note about the moment"))


def _add_felt(group: Any) -> None:
    group.add_argument(
        "--body",
        metavar="N",
        help=tr("-3 tightened a lot … 3 breathed freely; needed unless nobody answered (--reach)"),
    )
    group.add_argument("--before", metavar="N", help=tr("your body before it, -3 … 3"))
    group.add_argument("--reach", metavar=tr("WHO"), help=_one_of(Reach))
    group.add_argument("--met", metavar="N", help=tr("0 not at all … 4 truly met"))
    group.add_argument("--openness", metavar="N", help=tr("0 performing … 4 unguarded"))
    group.add_argument(
        "--gave", metavar=tr("LIST"), help=tr("what you gave: {choices}", choices=",".join(Gift))
    )
    group.add_argument("--received", metavar=tr("LIST"), help=tr("what they gave, likewise"))
    group.add_argument(
        "--words",
        metavar=tr("LIST"),
        help=tr(
            "afterwards: {choices} or words of your own, a new one like homesick=tight",
            choices=",".join(WORD_FEELING),
        ),
    )
    group.add_argument("--places", metavar=tr("LIST"), help=tr("in the body, like jaw=tight,chest=loose"))
    group.add_argument("--role", metavar=tr("TEXT"), help=tr("the role you were playing"))
    group.add_argument("--truth", metavar=tr("TEXT"), help=tr("what you said directly"))
    group.add_argument("--response", metavar=tr("HOW"), help=_one_of(Response))
    group.add_argument("--hurt", action="store_true", help=tr("there was a hurt"))
    group.add_argument("--way-back", metavar=tr("WHO"), help=_one_of(WayBack))
    group.add_argument("--way-back-on", metavar=tr("DATE"), help=tr("the day of the way back"))
    group.add_argument(
        "--hope",
        metavar=tr("WAY"),
        help=tr(
            "which way it points from your hope: {choices}; of several hopes, like toward=WORDS",
            choices=", ".join(Direction),
        ),
    )
    group.add_argument("--felt", metavar=tr("TEXT"), default="", help=tr("a note about how it felt"))


def _one_of(kind: Iterable[str]) -> str:
    return tr("one of {choices}", choices=", ".join(kind))


def _log(parser: argparse.ArgumentParser, arguments: argparse.Namespace) -> None:
    # What can be refused without the store is refused before anyone is asked for a passphrase.
    _need_enough(parser, arguments)
    at = _at(arguments.at)
    words = _words(arguments.words)
    felt = {**_felt(arguments), "words": frozenset(words)}
    ends = opening.chosen(arguments).day_ends
    _see_it_belongs(Impression(interaction="x", person="x", **felt), day_of(at, ends), day_of(now(), ends))
    said = hoping.direction(arguments.hope)
    with opening.opened(arguments) as store:
        own = _new_words(store, words)
        circle = _circle(store, arguments.circle)
        people, new = _people(store, arguments.names, add=arguments.new)
        people = people or _members(store, circle)
        interaction = Interaction(
            at=at,
            channel=arguments.channel,
            minutes=checks.whole("minutes", _number(arguments.minutes), 0, MINUTES_HIGH),
            circle=circle.id if circle else None,
            note=arguments.note,
        )
        impressions = [Impression(interaction=interaction.id, person=one.id, **felt) for one in people]
        signs = hoping.marked(store, said, people, impressions)
        records: list[Record] = [*own, *new, interaction, *impressions, *signs]
        store.apply([Edit(None, record) for record in records])
    if arguments.json:
        terminal.say_json([lists.as_json(Moment(interaction=interaction, impressions=tuple(impressions)))])
        return
    names = ", ".join(person.name for person in people)
    terminal.say(tr("Kept: {names}, {day}, {time}.", names=names, day=long_date(at.date()), time=clock(at)))


def _need_enough(parser: argparse.ArgumentParser, arguments: argparse.Namespace) -> None:
    """End as wrong usage where it is not said with whom, or how it felt though somebody answered."""
    if not arguments.names and arguments.circle is None:
        parser.error(tr("say with whom it was: a NAME, or --circle"))
    if arguments.body is None and arguments.reach not in (Reach.ME_UNANSWERED, Reach.THEM_UNANSWERED):
        parser.error(tr("--body is needed, unless --reach says that nobody answered"))


def _felt(arguments: argparse.Namespace) -> dict[str, Any]:
    """Return the fields of an impression as they were typed; its own checks refuse what does not fit."""
    numbers = {name: _number(getattr(arguments, name)) for name in _NUMBERS}
    sets = {name: frozenset(_list(getattr(arguments, name))) for name in _SETS}
    texts = {name: getattr(arguments, name) for name in _TEXTS}
    return {
        **numbers, **sets, **texts, "hurt": arguments.hurt, "note": checks.text("felt", arguments.felt),
        "places": _places(arguments.places), "way_back_on": _day(arguments.way_back_on),
    }  # fmt: skip


def _see_it_belongs(felt: Impression, on: date, today: date) -> None:
    """Refuse what answers to nothing, and a way back on a day on which there can have been none."""
    if felt.response and not felt.truth:
        raise InvalidValue(
            "response", str(felt.response), tr("it is about what you said directly; add --truth")
        )
    if felt.way_back and not felt.hurt:
        raise InvalidValue("way_back", str(felt.way_back), tr("it is about a hurt; add --hurt"))
    back_on = felt.way_back_on
    if back_on is None:
        return
    if felt.way_back in (None, WayBack.NOT_YET):
        raise InvalidValue(
            "way_back_on", str(back_on), tr("somebody came back then; say who with --way-back")
        )
    if not on <= back_on <= today:
        raise InvalidValue("way_back_on", str(back_on), tr("it must be a day from the moment up to today"))


def _number(text: str | None) -> int | str | None:
    try:
        return None if text is None else int(text.replace("−", "-").replace("_", "?"))
    except ValueError:
        return text


def _list(text: str | None) -> list[str]:
    return [part.strip() for part in (text or "").split(",") if part.strip()]


def _places(text: str | None) -> dict[Place, Hold]:
    pairs: dict[Any, Any] = {}
    for part in _list(text):
        place, _, hold = (end.strip() for end in part.partition("="))
        if place in pairs:
            raise InvalidValue("places", part, tr("each may be in it once"))
        pairs[place] = hold
    return pairs


def _day(text: str | None) -> date | None:
    return None if text is None else codec.day("way_back_on", text)


def _at(text: str | None) -> datetime:
    """Return when it was; without an offset it is meant in local time."""
    if text is None:
        return now()
    try:
        if len(text) <= len("2026-11-20"):
            raise ValueError
        at = datetime.fromisoformat(text)
    except ValueError:
        raise InvalidValue("at", text, tr("it must be a date and time like 2026-11-20T22:40")) from None
    try:
        checks.moment("at", at.replace(tzinfo=UTC))
    except InvalidValue as error:
        raise InvalidValue("at", text, error.allowed) from None
    # In the hour that summer time leaves out, the clock is left as it was typed.
    at = at if at.tzinfo else at.replace(tzinfo=at.astimezone().tzinfo)
    if at > now() + _CLOCKS_DIFFER:
        raise InvalidValue("at", text, tr("it is still ahead; a moment is logged once it has happened"))
    return at


def _people(store: Store, names: list[str], *, add: bool) -> tuple[list[Person], list[Person]]:
    """Return everyone who was there and, of them, those who are new."""
    known = store.people.all()
    colours = free_colours(known)
    there: list[Person] = []
    new: list[Person] = []
    for name in names:
        if add and not name.startswith(who.MARK) and not who.named((*known, *new), name):
            new.append(Person(name=name, colour=next(colours)))
            there.append(new[-1])
        else:
            there.append(_known((*known, *new), name))
        if there[-1] in there[:-1]:
            raise Refused(tr("{name} is named twice; nothing was kept.", name=there[-1].name))
    return there, new


def _known(people: tuple[Person, ...], name: str) -> Person:
    if not who.named(people, name) and not name.startswith(who.MARK):
        raise Refused(tr("{sentence} Add --new to add them.", sentence=who.nobody(people, name)))
    return who.meant(people, name)


def _words(text: str | None) -> dict[str, str]:
    """Return each word with the feeling it was given, empty for none."""
    pairs = (part.partition("=") for part in _list(text))
    return {checks.line("words", word): feeling.strip() for word, _, feeling in pairs}


def _new_words(store: Store, words: Mapping[str, str]) -> list[Word]:
    """Return the words of the user's own to be added; a word that is neither known nor marked is refused."""
    known = store.words.feelings()
    for word, feeling in sorted(words.items()):
        if word not in known and not feeling:
            raise InvalidValue(
                "words",
                word,
                tr(
                    "the words are {words}; a new one is marked, like {word}=easy, =tight or =neither",
                    words=", ".join(sorted(known)),
                    word=word,
                ),
            )
        if feeling and known.get(word, feeling) != feeling:
            raise InvalidValue(
                "words", f"{word}={feeling}", tr("it is {feeling} already", feeling=known[word])
            )
    new = sorted(word for word in words if word not in known)
    return [Word(text=word, feeling=checks.one_of("words", words[word], Feeling)) for word in new]


def _circle(store: Store, name: str | None) -> Circle | None:
    if name is None:
        return None
    circles = store.circles.all()
    found = [one for one in circles if fold(one.name) == fold(name)]
    if len(found) != 1:
        known = ", ".join(one.name for one in circles) or tr("none yet")
        raise InvalidValue("circle", name, tr("it must be one of the circles: {names}", names=known))
    return found[0]


def _members(store: Store, circle: Circle | None) -> list[Person]:
    """Return who is in a circle, but those who have died."""
    members = circle.members if circle else frozenset()
    found = [one for one in store.people.all() if one.id in members and one.status is not Status.DIED]
    if not found:
        raise Refused(tr("Nobody is in that circle; nothing was kept."))
    return found
