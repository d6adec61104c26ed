"""How many of what, in words."""

from collections import Counter
from collections.abc import Iterable

from connect_desktop.domain import (
    KINDS,
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
    Version,
    Word,
)
from connect_desktop.i18n import tr, tr_n


def counted(records: Iterable[Record]) -> str:
    """Return "12 people, 900 moments, 25 reflections"; impressions are told only where no moment is."""
    found = Counter(type(record) for record in records)
    if found[Interaction]:
        found[Impression] = 0
    return ", ".join(_told(kind, found[kind]) for kind in KINDS if found[kind]) or tr("nothing")


def _told(kind: type[Record], n: int) -> str:
    return {
        Person: tr_n("{n} person", "{n} people", n),
        Circle: tr_n("{n} circle", "{n} circles", n),
        Word: tr_n("{n} word of your own", "{n} words of your own", n),
        OwnPrompt: tr_n("{n} question of your own", "{n} questions of your own", n),
        Interaction: tr_n("{n} moment", "{n} moments", n),
        Impression: tr_n("how {n} moment felt", "how {n} moments felt", n),
        Hope: tr_n("{n} hope", "{n} hopes", n),
        Evidence: tr_n("{n} sign for a hope", "{n} signs for hopes", n),
        Reflection: tr_n("{n} reflection", "{n} reflections", n),
        Version: tr_n("{n} earlier version", "{n} earlier versions", n),
        Step: tr_n("{n} small step", "{n} small steps", n),
        Closeness: tr_n("{n} note of how close", "{n} notes of how close", n),
        CheckIn: tr_n("{n} weekly look", "{n} weekly looks", n),
    }[kind]
