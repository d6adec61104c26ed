"""A long life to measure with: 150 people, 50,000 moments in twelve years, 200 reflections; never another.

Every 25th moment waits to be felt, every tenth belongs to a circle; there are hopes with their answers, and
everyone was put on the rings once a year.
"""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from connect_desktop.domain import (
    EASY_WORDS,
    TIGHT_WORDS,
    TRUTHS,
    Channel,
    Circle,
    Closeness,
    Direction,
    Edit,
    Evidence,
    Gift,
    Hope,
    HopeState,
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
CIRCLES, HOPES, SIGNS = 12, 40, 25
"""circles, hopes, and moments that answer each hope"""
UNFELT, IN_CIRCLES = 25, 10
"""one moment of so many waits to be felt, one of so many belongs to a circle"""
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
        store.apply(tuple(hopes(store)))
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
    yield from (Edit(None, _circle(number, people)) for number in range(CIRCLES))
    for number in range(moments):
        who = 0 if number < of_the_busiest else 1 + int((people - 1) * chance.random() ** 2)
        moment = _interaction(number, chance)
        yield Edit(None, moment)
        felt = _impression(moment, who, chance)
        yield Edit(None, replace(felt, body=None) if number % UNFELT == 0 else felt)
        if number >= of_the_busiest and chance.random() < 0.1:
            yield Edit(None, _impression(moment, 1 + who % (people - 1), chance))
    yield from (Edit(None, _reflection(number, people, chance)) for number in range(REFLECTIONS))
    yield from _rings(people)


def _person(number: int) -> Person:
    name = f"{_NAMES[number % len(_NAMES)]} {chr(65 + number % 26)}. {number + 1}"
    return Person(id=_ident("a", number), name=name, ties=frozenset({list(Tie)[number % len(Tie)]}),
                  colour=number % 12)  # fmt: skip


def _circle(number: int, people: int) -> Circle:
    members = (_ident("a", one) for one in range(number, people, CIRCLES))
    return Circle(id=_ident("d", number), name=f"Circle {number + 1}", members=frozenset(members))


def hopes(store: Store) -> Iterator[Edit[Record]]:
    """Return hopes from those with the most moments, every third let go, and what answers them."""
    for number in range(HOPES):
        who = _ident("a", number // 2)
        closed = TODAY - timedelta(days=number) if number % 3 == 2 else None
        hope = Hope(
            person=who,
            text=_text(random.Random(number), 12),
            since=TODAY - timedelta(days=400 + number),
            state=HopeState.LET_GO if closed else HopeState.WAITING,
            closed=closed,
        )
        yield Edit(None, hope)
        for place, moment in enumerate(store.moments.of(who, SIGNS)):
            felt = next(one for one in moment.impressions if one.person == who)
            yield Edit(None, Evidence(hope=hope.id, impression=felt.id, direction=[*Direction][place % 3]))


def _rings(people: int) -> Iterator[Edit[Record]]:
    for number in range(people * YEARS):
        who, year = number % people, number // people
        at = TODAY - timedelta(days=365 * year + who)
        ring, overlap = 1 + (who + year) % 4, 1 + (who + year) % 7
        yield Edit(None, Closeness(person=_ident("a", who), on=at, ring=ring, overlap=overlap))


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
        circle=_ident("d", number // IN_CIRCLES % CIRCLES) if number % IN_CIRCLES == 0 else None,
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
