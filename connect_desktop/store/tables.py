"""Which record lies in which table."""

from typing import Any

from connect_desktop.domain import (
    Channel,
    CheckIn,
    Circle,
    Closeness,
    Direction,
    Evidence,
    Feeling,
    Gift,
    Hope,
    HopeState,
    Impression,
    Interaction,
    OwnPrompt,
    Person,
    Reach,
    Record,
    Reflection,
    Response,
    Status,
    Step,
    StepState,
    Tie,
    Version,
    WayBack,
    Word,
)  # fmt: skip
from connect_desktop.store.columns import AT, DAY, FLAG, LINES, PLACES, PLAIN, WORDS, one, some, utc, wall
from connect_desktop.store.table import Link, Table

PEOPLE = Table(
    Person, "person", "id",
    {
        "name": PLAIN, "ties": some(Tie), "since": DAY, "status": one(Status), "one_way": FLAG,
        "aliases": LINES, "colour": PLAIN, "note": PLAIN, "created": AT,
    },
)  # fmt: skip

CIRCLES = Table(
    Circle, "circle", "id", {"name": PLAIN, "note": PLAIN},
    links={"members": Link("circle_member", "circle", "person")},
)  # fmt: skip

OWN_WORDS = Table(Word, "word", "text, id", {"text": PLAIN, "feeling": one(Feeling)})

OWN_PROMPTS = Table(OwnPrompt, "own_prompt", "text, id", {"text": PLAIN, "offered": FLAG})

INTERACTIONS = Table(
    Interaction, "interaction", "at_utc, created_utc, id",
    {
        "at": AT, "channel": one(Channel), "minutes": PLAIN, "circle": PLAIN, "note": PLAIN, "origin": PLAIN,
        "batch": PLAIN, "created": AT, "edited": AT,
    },
    derived={
        "at_utc": lambda found: utc(found.at),
        "wall": lambda found: wall(found.at),
        "created_utc": lambda found: utc(found.created),
    },
)  # fmt: skip

IMPRESSIONS = Table(
    Impression, "impression", "at_utc, interaction, person",
    {
        "interaction": PLAIN, "person": PLAIN, "body": PLAIN, "before": PLAIN, "reach": one(Reach),
        "met": PLAIN, "openness": PLAIN, "gave": some(Gift), "received": some(Gift), "words": WORDS,
        "places": PLACES, "role": PLAIN, "truth": PLAIN, "response": one(Response), "hurt": FLAG,
        "way_back": one(WayBack), "way_back_on": DAY, "note": PLAIN,
    },
)  # fmt: skip

HOPES = Table(
    Hope, "hope", "since, id",
    {
        "person": PLAIN, "text": PLAIN, "since": DAY, "look_again": DAY, "state": one(HopeState),
        "closed": DAY, "closing": PLAIN,
    },
)  # fmt: skip

EVIDENCE = Table(
    Evidence, "evidence", "id", {"hope": PLAIN, "impression": PLAIN, "direction": one(Direction)}
)

REFLECTIONS = Table(
    Reflection, "reflection", '"on", created_utc, id',
    {"on": DAY, "title": PLAIN, "text": PLAIN, "prompt": PLAIN, "created": AT, "edited": AT},
    links={
        "people": Link("reflection_person", "reflection", "person"),
        "circles": Link("reflection_circle", "reflection", "circle"),
    },
    derived={"created_utc": lambda found: utc(found.created)},
)  # fmt: skip

VERSIONS = Table(
    Version, "version", "at_utc, id",
    {"reflection": PLAIN, "at": AT, "title": PLAIN, "text": PLAIN},
    derived={"at_utc": lambda found: utc(found.at)},
)  # fmt: skip

STEPS = Table(
    Step, "step", "offered, id",
    {
        "practice": PLAIN, "person": PLAIN, "offered": DAY, "state": one(StepState), "landed": PLAIN,
        "note": PLAIN,
    },
)  # fmt: skip

CLOSENESS = Table(
    Closeness, "closeness", '"on", id', {"person": PLAIN, "on": DAY, "ring": PLAIN, "overlap": PLAIN}
)

CHECKINS = Table(
    CheckIn, "checkin", "week, id",
    {"week": DAY, "seen": PLAIN, "someone": PLAIN, "alone": PLAIN, "note": PLAIN},
)  # fmt: skip

TABLES: dict[type[Record], Table[Any]] = {
    table.kind: table
    for table in (
        PEOPLE, CIRCLES, OWN_WORDS, OWN_PROMPTS, INTERACTIONS, IMPRESSIONS, HOPES, EVIDENCE, REFLECTIONS,
        VERSIONS, STEPS, CLOSENESS, CHECKINS,
    )
}  # fmt: skip
"""in the order of domain.KINDS: those that others point at first"""
