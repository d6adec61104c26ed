"""A bundle as a folder of Markdown files to read anywhere: names stand inside the files, never in theirs.

    index.md                   who and what is where
    people/001.md              a person: what is known, hopes, closeness, steps
    moments/2026-11.md         a month of moments
    reflections/2026-11-22.md
    circles.md, steps.md, weeks.md, words.md, prompts.md

For reading elsewhere; what comes back into Connect is connect.json.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from connect_desktop.domain import (
    CheckIn,
    Circle,
    Closeness,
    Evidence,
    Hope,
    Impression,
    Interaction,
    OwnPrompt,
    Person,
    Record,
    Reflection,
    Step,
    Word,
    outfile,
)  # fmt: skip
from connect_desktop.domain.prompts import wordings
from connect_desktop.i18n import clock, long_date, month_name, plain_date, tr
from connect_desktop.interchange import markdown_reflection
from connect_desktop.interchange.bundle import Bundle
from connect_desktop.interchange.markdown_text import facts, plain, quote
from connect_desktop.interchange.wording import felt, signed, spelled

R = TypeVar("R", bound=Record)
Files = Iterator[tuple[str, str]]


def write(bundle: Bundle, folder: Path) -> None:
    """Write a bundle into a new folder, whole or not at all; `NotWritten` leaves nothing behind."""
    with outfile.new_folder(folder) as made:
        for name, text in files(bundle):
            with outfile.inside(made, name) as stream:
                stream.write(text.encode())


def files(bundle: Bundle) -> Files:
    """Yield the name and the text of every file."""
    life = _Life(bundle)
    yield "index.md", _index(life)
    for person in bundle.of(Person):
        yield life.page[person.id], _person(life, person)
    yield from _months(life)
    yield from ((life.page[one.id], _reflection(life, one)) for one in bundle.of(Reflection))
    yield from _lists(life)


@dataclass(frozen=True)
class _Life:
    """A bundle with what its pages look up in each other."""

    bundle: Bundle

    @cached_property
    def page(self) -> dict[str, str]:
        """The file of each person and each reflection, by id."""
        width = max(3, len(str(len(self.bundle.of(Person)))))
        pages = {one.id: f"people/{n:0{width}}.md" for n, one in enumerate(self.bundle.of(Person), 1)}
        on_day: Counter[str] = Counter()
        for one in self.bundle.of(Reflection):
            day = one.on.isoformat()
            on_day[day] += 1
            pages[one.id] = f"reflections/{day}{f'-{on_day[day]}' if on_day[day] > 1 else ''}.md"
        return pages

    @cached_property
    def name(self) -> dict[str, str]:
        """The name of each person and each circle, by id."""
        people = {one.id: one.name for one in self.bundle.of(Person)}
        return people | {one.id: one.name for one in self.bundle.of(Circle)}

    @cached_property
    def questions(self) -> Mapping[str, str]:
        """The words of every prompt, by id."""
        return wordings(self.bundle.of(OwnPrompt))

    @cached_property
    def moment(self) -> dict[str, Interaction]:
        return {one.id: one for one in self.bundle.of(Interaction)}

    @cached_property
    def impression(self) -> dict[str, Impression]:
        return {one.id: one for one in self.bundle.of(Impression)}

    @cached_property
    def in_moment(self) -> dict[str, list[Impression]]:
        return _grouped(self.bundle.of(Impression), lambda one: one.interaction)

    @cached_property
    def hopes(self) -> dict[str, list[Hope]]:
        return _grouped(self.bundle.of(Hope), lambda one: one.person)

    @cached_property
    def evidence(self) -> dict[str, list[Evidence]]:
        return _grouped(self.bundle.of(Evidence), lambda one: one.hope)

    @cached_property
    def closeness(self) -> dict[str, list[Closeness]]:
        return _grouped(self.bundle.of(Closeness), lambda one: one.person)

    def when(self, one: Evidence) -> datetime:
        """Return when the moment was that answered a hope."""
        return self.moment[self.impression[one.impression].interaction].at

    def names(self, ids: Iterable[str]) -> list[str]:
        return sorted(self.name[one] for one in ids)


def _grouped(records: Iterable[R], key: Callable[[R], str]) -> dict[str, list[R]]:
    groups: dict[str, list[R]] = defaultdict(list)
    for record in records:
        groups[key(record)].append(record)
    return groups


def _heading(level: int, text: str) -> str:
    return f"{'#' * level} {text}\n\n"


def _index(life: _Life) -> str:
    people = sorted(life.bundle.of(Person), key=lambda one: (one.name, one.id))
    text = _heading(1, tr("People"))
    text += "".join(f"- [{plain(one.name)}]({life.page[one.id]})\n" for one in people)
    text += "\n" + _heading(1, tr("Reflections"))
    for one in life.bundle.of(Reflection):
        title = f"{one.on.isoformat()} {plain(one.title)}".rstrip()
        text += f"- [{title}]({life.page[one.id]})\n"
    return text


def _person(life: _Life, person: Person) -> str:
    text = _heading(1, plain(person.name))
    text += facts(
        (
            (tr("ties"), spelled(person.ties)),
            (tr("since"), person.since),
            (tr("status"), person.status),
            (tr("care runs one way by its nature"), person.one_way and tr("yes")),
            (tr("also called"), ", ".join(map(plain, person.aliases))),
            (tr("added"), person.created.date()),
        )
    )
    if person.note:
        text += "\n" + quote(person.note)
    text += "".join(_hope(life, hope) for hope in life.hopes.get(person.id, ()))
    if close := life.closeness.get(person.id):
        text += "\n" + _heading(2, tr("How close"))
        text += facts((one.on.isoformat(), _close(one)) for one in close)
    return text


def _hope(life: _Life, hope: Hope) -> str:
    text = "\n" + _heading(2, tr("Hope: {text}", text=plain(hope.text)))
    text += facts(
        (
            (tr("since"), hope.since),
            (tr("look again"), hope.look_again),
            (tr("state"), spelled([hope.state])),
            (tr("closed"), hope.closed),
        )
    )
    said = [(life.when(one), one.direction) for one in life.evidence.get(hope.id, ())]
    text += "".join(f"- {at:%Y-%m-%d %H:%M}: {direction}\n" for at, direction in sorted(said))
    return text + (f"\n{quote(hope.closing)}" if hope.closing else "")


def _close(one: Closeness) -> str:
    ring = tr("ring {ring} of 4", ring=one.ring)
    return (
        ring if one.overlap is None else tr("{ring}, overlap {overlap} of 7", ring=ring, overlap=one.overlap)
    )


def _months(life: _Life) -> Files:
    months = _grouped(life.bundle.of(Interaction), lambda one: f"{one.at:%Y-%m}")
    for month, moments in sorted(months.items()):
        year, number = month.split("-")
        text = _heading(1, f"{month_name(int(number))} {year}")
        yield f"moments/{month}.md", text + "\n".join(_moment(life, one) for one in moments)


def _moment(life: _Life, one: Interaction) -> str:
    text = _heading(2, f"{long_date(one.at.date())}, {clock(one.at)}")
    text += facts(
        (
            (tr("how"), spelled([one.channel]) if one.channel else None),
            (tr("minutes"), None if one.minutes is None else str(one.minutes)),
            (tr("circle"), plain(life.name[one.circle]) if one.circle else None),
            (tr("from"), None if one.origin == "app" else plain(one.origin)),
        )
    )
    for found in life.in_moment.get(one.id, ()):
        page = f"[{plain(life.name[found.person])}](../{life.page[found.person]})"
        text += f"- {page}: {plain(felt(found))}\n{quote(found.note, '  ')}"
    return text + (f"\n{quote(one.note)}" if one.note else "")


def _reflection(life: _Life, one: Reflection) -> str:
    question = life.questions.get(one.prompt or "", "")
    return markdown_reflection.text(one, life.names(one.people), life.names(one.circles), question)


def _lists(life: _Life) -> Files:
    of = life.bundle.of
    if of(Circle):
        yield "circles.md", _heading(1, tr("Circles")) + "\n".join(_circle(life, one) for one in of(Circle))
    if of(Step):
        yield "steps.md", _heading(1, tr("Small steps")) + "\n".join(_step(life, one) for one in of(Step))
    if of(CheckIn):
        yield "weeks.md", _heading(1, tr("Week by week")) + "\n".join(map(_week, of(CheckIn)))
    if of(Word):
        words = facts((plain(one.text), one.feeling) for one in of(Word))
        yield "words.md", _heading(1, tr("Your own words")) + words
    if of(OwnPrompt):
        prompts = "".join(f"- {plain(one.text)}\n" for one in of(OwnPrompt))
        yield "prompts.md", _heading(1, tr("Your own questions")) + prompts


def _circle(life: _Life, one: Circle) -> str:
    members = "".join(f"- {plain(name)}\n" for name in life.names(one.members))
    return _heading(2, plain(one.name)) + members + (f"\n{quote(one.note)}" if one.note else "")


def _step(life: _Life, one: Step) -> str:
    told = facts(
        (
            (tr("with"), plain(life.name[one.person]) if one.person else None),
            (tr("state"), one.state),
            (tr("how it landed"), None if one.landed is None else signed(one.landed)),
        )
    )
    heading = _heading(2, f"{one.offered.isoformat()} {plain(one.practice)}")
    return heading + told + (f"\n{quote(one.note)}" if one.note else "")


def _week(one: CheckIn) -> str:
    answers = ((tr("seen"), one.seen), (tr("someone to call"), one.someone), (tr("alone"), one.alone))
    told = facts((what, tr("{value} of 4", value=value)) for what, value in answers if value is not None)
    return _heading(2, plain_date(one.week)) + told + (f"\n{quote(one.note)}" if one.note else "")
