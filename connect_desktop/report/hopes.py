"""What was waited for from one person, and which way the moments pointed."""

from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from datetime import date

from connect_desktop.domain import Direction, Hope, HopeState, Person, Sign, Status, labels
from connect_desktop.i18n import plain_date, tr, tr_n
from connect_desktop.report import blocks
from connect_desktop.report.blocks import Block
from connect_desktop.report.draft import Draft
from connect_desktop.report.wording import joined

Waited = tuple[Hope, Sequence[Sign]]
"""a hope with what moments said about it, the oldest first"""


def within(waited: Iterable[Waited], start: date, end: date, day_ends: int) -> list[Waited]:
    """Return what was waited for at any time from `start` to `end`, with the moments up to then.

    Each is told with the day since when: what was before `start` counts too.
    """
    found: list[Waited] = []
    for hope, signs in waited:
        if hope.since <= end and (hope.closed is None or hope.closed >= start):
            found.append((hope, [sign for sign in signs if sign.on(day_ends) <= end]))
    return found


def add_hopes(draft: Draft, person: Person, waited: Iterable[Waited], *, inside: bool = False) -> None:
    """Add hopes for someone below a heading, those named first in front; nothing where there are none.

    `inside` a section the heading is a small one, that is in no contents: it says from whom, and the hopes
    stay together, so that a page that begins with them can be understood.
    """
    found = sorted(waited, key=lambda one: (one[0].since, one[0].id))
    if not found or not draft.options.hopes:
        return
    with draft.together() if inside else nullcontext():
        draft.add(_named(draft, person) if inside else blocks.heading(tr("Hopes"), 1))
        for hope, signs in found:
            _add_hope(draft, hope, signs, lived=person.status is Status.ACTIVE)


def _named(draft: Draft, person: Person) -> Block:
    return blocks.subheading([{"text": tr("Hopes with {name}", name=draft.cast.label(person.id))}], 3)


def _add_hope(draft: Draft, hope: Hope, signs: Sequence[Sign], *, lived: bool) -> None:
    """Add one hope; where the bond is not lived now, it is not called waiting."""
    text = tr("“{text}”", text=hope.text)
    state = labels.hope_label(hope.state) if lived or hope.state is not HopeState.WAITING else ""
    said = [state, _span(hope), _counts(signs)]
    closing = blocks.plain(hope.closing) if hope.state is not HopeState.WAITING else []
    words = [{**block, "keep": True} for block in draft.hidden([*blocks.plain(text), *closing])]
    draft.add(*words, blocks.remark(joined(said)))


def _span(hope: Hope) -> str:
    if hope.closed is None:
        return tr("since {day}", day=plain_date(hope.since))
    return tr("{start} – {end}", start=plain_date(hope.since), end=plain_date(hope.closed))


def _counts(signs: Sequence[Sign]) -> str:
    if not signs:
        return ""
    toward, away, neither = (sum(sign.direction is way for sign in signs) for way in Direction)
    said = tr_n("{n} moment toward it", "{n} moments toward it", toward)
    return joined([said, tr("{n} away", n=away), tr("{n} neither", n=neither)])
