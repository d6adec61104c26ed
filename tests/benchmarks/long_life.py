"""A long life to measure with: 150 people, 50,000 moments in twelve years, 200 reflections; never another."""

import random
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from connect_desktop.domain import (
    EASY_WORDS,
    TIGHT_WORDS,
    TRUTHS,
    Channel,
    Edit,
    Gift,
    Impression,
    Interaction,
    Person,
    Reach,
    Record,
    Reflection,
    Response,
    Tie,
    WayBack,
)
from connect_desktop.paths import places
from connect_desktop.store import Store, vault

PEOPLE = 150
MOMENTS = 50_000
OF_THE_BUSIEST = 5_000
REFLECTIONS = 200
YEARS = 12
TODAY = date(2026, 11, 22)
ZONE = timezone(timedelta(hours=1))

_SENTENCE = """we walked along the river and talked about the winter and what comes after it and then for a
while about nothing and that was good too because it was late and the kitchen was warm"""
_WORDS = _SENTENCE.split()
_NAMES = (
    "Maya",
    "Daniel",
    "Ruth",
    "Ilse",
    "Tomas",
    "Nadia",
    "Omar",
    "Piet",
    "Sana",
    "Lev",
    "Ines",
    "Juno",
    "Kofi",
)


def build(data: Path) -> None:
    """Write the long life into a new, unprotected vault below `data`."""
    folder = places(data).vault
    store = Store.open(folder, vault.create(folder, None, None))
    try:
        store.apply(tuple(edits()))
    finally:
        store.close()


def busiest() -> str:
    """Return the id of the person with the most moments."""
    return _ident("a", 0)


def edits(
    people: int = PEOPLE, moments: int = MOMENTS, of_the_busiest: int = OF_THE_BUSIEST, seed: int = 1
) -> Iterator[Edit[Record]]:
    """Return one edit for each record, those that others point at first."""
    chance = random.Random(seed)
    for number in range(people):
        yield Edit(None, _person(number))
    for number in range(moments):
        who = 0 if number < of_the_busiest else 1 + int((people - 1) * chance.random() ** 2)
        moment = _interaction(number, chance)
        yield Edit(None, moment)
        yield Edit(None, _impression(moment, who, chance))
        if number >= of_the_busiest and chance.random() < 0.1:
            yield Edit(None, _impression(moment, 1 + who % (people - 1), chance))
    yield from (Edit(None, _reflection(number, people, chance)) for number in range(REFLECTIONS))


def _person(number: int) -> Person:
    name = f"{_NAMES[number % len(_NAMES)]} {chr(65 + number % 26)}. {number + 1}"
    return Person(id=_ident("a", number), name=name, ties=frozenset({list(Tie)[number % len(Tie)]}),
                  colour=number % 12)  # fmt: skip


def _interaction(number: int, chance: random.Random) -> Interaction:
    at = datetime(TODAY.year, TODAY.month, TODAY.day, tzinfo=ZONE) - timedelta(
        minutes=chance.randrange(60, YEARS * 365 * 24 * 60)
    )
    return Interaction(
        id=_ident("b", number),
        at=at,
        channel=chance.choice(list(Channel)),
        minutes=chance.choice((None, 10, 25, 60, 120)),
        note=_text(chance, 18) if chance.random() < 0.4 else "",
        created=at,
        edited=at,
    )


def _impression(moment: Interaction, who: int, chance: random.Random) -> Impression:
    leaning = (who % 7 - 3) / 2
    body = max(-3, min(3, round(chance.gauss(leaning, 1.3))))
    reach = chance.choice(list(Reach)) if chance.random() < 0.8 else None
    answered = reach is None or not reach.unanswered
    hurt = body < -1 and chance.random() < 0.1
    return Impression(
        interaction=moment.id,
        person=_ident("a", who),
        body=body,
        before=chance.randint(-3, 3) if chance.random() < 0.2 else None,
        reach=reach,
        met=max(0, min(4, 2 + body // 2 + chance.randint(-1, 1))) if answered else None,
        openness=chance.randint(0, 4) if chance.random() < 0.5 else None,
        gave=frozenset(chance.sample(list(Gift), chance.randint(0, 3))),
        received=frozenset(chance.sample(list(Gift), chance.randint(0, 2))),
        words=frozenset(chance.sample(EASY_WORDS if body > 0 else TIGHT_WORDS, chance.randint(0, 2))),
        hurt=hurt,
        way_back=chance.choice(list(WayBack)) if hurt else None,
        # Said by the day, not by chance: what was here before stays what it was.
        truth=TRUTHS[moment.at.day % 4] if moment.at.day % 5 == 0 else None,
        response=list(Response)[moment.at.hour % 4] if moment.at.day % 10 == 0 else None,
    )


def _reflection(number: int, people: int, chance: random.Random) -> Reflection:
    return Reflection(
        id=_ident("c", number),
        on=TODAY - timedelta(days=number * 3),
        title=_text(chance, 5),
        text="\n\n".join(_text(chance, 60) for _ in range(4)),
        people=frozenset({_ident("a", chance.randrange(people))}),
    )


def _text(chance: random.Random, words: int) -> str:
    return " ".join(chance.choice(_WORDS) for _ in range(words)).capitalize() + "."


def _ident(kind: str, number: int) -> str:
    return f"{kind}{number:031x}"
