"""A made-up life to look around in: two years of people, moments, reflections and hopes up to yesterday.

What was written about it lies in resources/sample; what happened in between is drawn from a seed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from hashlib import blake2b
from typing import Any

from connect_desktop.domain import (
    CheckIn,
    Circle,
    Closeness,
    Direction,
    Edit,
    Evidence,
    Hope,
    HopeState,
    Impression,
    Moment,
    OwnPrompt,
    Person,
    Record,
    Reflection,
    Status,
    Step,
    Tie,
    Version,
    Word,
)
from connect_desktop.interchange import sample_cast
from connect_desktop.interchange.sample_cast import FIRST, Profile, anniversary, level
from connect_desktop.interchange.sample_days import Dice, Holiday, slots
from connect_desktop.interchange.sample_moments import ZONE, Cast, moment


def life(today: date, seed: int = 1) -> tuple[Edit[Record], ...]:
    """Return the edits that fill an empty store with the sample life; the same for the same day and seed."""
    told = sample_cast.read("life.json")
    profiles = sample_cast.profiles()
    dice = Dice(f"{seed}")
    people = [_person(profile, today, dice) for profile in profiles]
    ids = {person.name: person.id for person in people}
    circles = [_circle(raw, ids, dice) for raw in told["circles"]]
    ids |= {circle.name: circle.id for circle in circles}
    cast = Cast(today=today, profiles={profile.name: profile for profile in profiles}, ids=ids)
    moments = _moments(cast, [Holiday(**raw) for raw in told["holidays"]], seed)
    records: Iterable[Record] = (
        *people,
        *circles,
        *(Word(id=dice.ident(), **raw) for raw in told["words"]),
        *(OwnPrompt(id=_ident(text), text=text) for text in told["prompts"]),
        *(found.interaction for found in moments),
        *(felt for found in moments for felt in found.impressions),
        *_hopes(told["hopes"], moments, cast, dice),
        *_reflections(cast, dice),
        *(_step(raw, cast, dice) for raw in told["steps"]),
        *_closeness(cast, dice),
        *_check_ins(told["checkins"], today, dice),
    )
    return tuple(Edit(None, record) for record in records)


def _person(profile: Profile, today: date, dice: Dice) -> Person:
    return Person(
        id=dice.ident(),
        name=profile.name,
        ties=frozenset(map(Tie, profile.ties)),
        status=Status(profile.status),
        since=anniversary(profile.since, profile.years, today) if profile.since else None,
        one_way=profile.one_way,
        aliases=tuple(profile.aliases),
        colour=profile.colour,
        note=profile.note,
        created=_evening(today, profile.first + 1, profile.colour),
    )


def _circle(raw: Mapping[str, Any], ids: Mapping[str, str], dice: Dice) -> Circle:
    members = frozenset(ids[name] for name in raw["members"])
    return Circle(id=dice.ident(), name=raw["name"], members=members, note=raw["note"])


def _moments(cast: Cast, holidays: Sequence[Holiday], seed: int) -> list[Moment]:
    """Return all moments, oldest first."""
    scenes = sample_cast.scenes()
    found = []
    for name, profile in cast.profiles.items():
        # Each person has dice of their own: a word changed for one leaves the others as they were.
        dice = Dice(f"{seed} {name}")
        for slot in slots(profile, scenes[name], holidays, cast.today, dice):
            found.append(moment(profile, slot, cast, dice))
    return sorted(found, key=lambda one: (one.at, one.interaction.id))


def _hopes(
    told: Iterable[Mapping[str, Any]], moments: Sequence[Moment], cast: Cast, dice: Dice
) -> list[Record]:
    """Return the hopes, and after them what the moments said about each."""
    hopes, evidence = [], []
    for raw in told:
        hope = _hope(raw, cast, dice)
        hopes.append(hope)
        evidence += [
            Evidence(id=dice.ident(), hope=hope.id, impression=felt.id, direction=direction)
            for felt, direction in _answers(raw, hope, moments)
        ]
    return [*hopes, *evidence]


def _hope(raw: Mapping[str, Any], cast: Cast, dice: Dice) -> Hope:
    return Hope(
        id=dice.ident(),
        person=cast.ids[raw["person"]],
        text=raw["text"],
        since=_day(cast.today, raw["since"]),
        look_again=_day(cast.today, -raw["look_again"]) if "look_again" in raw else None,
        state=raw.get("state", HopeState.WAITING),
        closed=_day(cast.today, raw["closed"]) if "closed" in raw else None,
        closing=raw.get("closing", ""),
    )


def _answers(
    raw: Mapping[str, Any], hope: Hope, moments: Sequence[Moment]
) -> Iterator[tuple[Impression, Direction]]:
    """Yield the impressions that bear on a hope: named ones, or the best, the worst and those between."""
    until = hope.closed or date.max
    felt = [
        (found, one)
        for found in moments
        if hope.since <= found.at.date() <= until
        for one in found.impressions
        if one.person == hope.person
    ]
    if "moments" in raw:
        for found, one in felt:
            for begins, direction in raw["moments"].items():
                if found.interaction.note.startswith(begins):
                    yield one, Direction(direction)
        return
    ranked = sorted((one for _, one in felt), key=_ease)
    away, toward = (round(raw[share] * len(ranked)) for share in ("away", "toward"))
    for place, one in enumerate(ranked):
        if place < away:
            yield one, Direction.AWAY
        else:
            yield one, Direction.TOWARD if place >= len(ranked) - toward else Direction.NEITHER


def _ease(felt: Impression) -> tuple[float, str]:
    body = felt.body or 0
    return body / 2 + (1.5 if felt.met is None else felt.met), felt.id


def _reflections(cast: Cast, dice: Dice) -> Iterator[Record]:
    told = sample_cast.read("reflections.json")
    written = [_reflection(raw, cast, dice) for raw in told]
    yield from written
    yield from (
        Version(
            id=_ident(one.id), reflection=one.id, at=one.created, title=one.title,
            text="\n\n".join(raw["text"][: raw["before"]]),
        )
        for raw, one in zip(told, written, strict=True)
        if "before" in raw
    )  # fmt: skip


def _ident(text: str) -> str:
    return blake2b(text.encode(), digest_size=16).hexdigest()


def _reflection(raw: Mapping[str, Any], cast: Cast, dice: Dice) -> Reflection:
    written = _evening(cast.today, raw["ago"], dice.randrange(100))
    return Reflection(
        id=dice.ident(), on=written.date(), title=raw["title"], text="\n\n".join(raw["text"]),
        prompt=raw.get("prompt"), people=frozenset(cast.ids[name] for name in raw["people"]),
        circles=frozenset(cast.ids[name] for name in raw.get("circles", ())), created=written,
        edited=written + timedelta(days=1 if "before" in raw else 0),
    )  # fmt: skip


def _step(raw: Mapping[str, Any], cast: Cast, dice: Dice) -> Step:
    return Step(
        id=dice.ident(), practice=raw["practice"], person=cast.ids[raw["person"]],
        offered=_day(cast.today, raw["offered"]), state=raw["state"], landed=raw.get("landed"),
        note=raw.get("note", ""),
    )  # fmt: skip


def _closeness(cast: Cast, dice: Dice) -> Iterator[Closeness]:
    for name, profile in cast.profiles.items():
        for ago, ring, overlap in profile.closeness:
            on = _day(cast.today, ago)
            yield Closeness(id=dice.ident(), person=cast.ids[name], on=on, ring=ring, overlap=overlap)


def _check_ins(told: Mapping[str, Any], today: date, dice: Dice) -> Iterator[CheckIn]:
    """Yield the weekly looks that were answered, the first one first, none for the week that still runs."""
    notes = {raw["week"]: raw["note"] for raw in told["notes"]}
    for ago in range(FIRST // 7 - 1, 0, -1):
        if ago not in notes and not dice.chance(told["answered"]):
            continue
        answers = {
            field: dice.whole(level(told[field], 7 * ago), 0.6, 0, 4) if dice.chance(0.94) else None
            for field in ("seen", "someone", "alone")
        }
        week = _day(today, 7 * ago + today.weekday())
        yield CheckIn(id=dice.ident(), week=week, note=notes.get(ago, ""), **answers)


def _day(today: date, ago: int) -> date:
    return today - timedelta(days=ago)


def _evening(today: date, ago: int, minutes: int) -> datetime:
    return datetime.combine(_day(today, ago), time(20, 45), ZONE) + timedelta(minutes=minutes)
