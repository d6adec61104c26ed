"""How a moment felt, in the words of the data itself: complete rather than pretty."""

from collections.abc import Iterable, Iterator

from connect_desktop.domain import Impression
from connect_desktop.i18n import tr


def felt(found: Impression) -> str:
    """Return everything known of an impression but its note in one line: "body −2 · met 1 of 4"."""
    return " · ".join(_known(found)) or tr("not felt yet")


def signed(value: int) -> str:
    """Return a body value as "+2", "0" or "−2"."""
    return f"{value:+d}".replace("-", "−") if value else "0"


def spelled(values: Iterable[str]) -> str:
    """Return spellings of the data as words, sorted: "helped, in person"."""
    return ", ".join(sorted(value.replace("_", " ") for value in values))


def _known(found: Impression) -> Iterator[str]:
    if found.body is not None:
        yield tr("body {value}", value=signed(found.body))
    if found.before is not None:
        yield tr("before {value}", value=signed(found.before))
    if found.reach is not None:
        yield tr("reached out: {who}", who=spelled([found.reach]))
    if found.met is not None:
        yield tr("met {value} of 4", value=found.met)
    if found.openness is not None:
        yield tr("open {value} of 4", value=found.openness)
    if found.gave:
        yield tr("you gave: {what}", what=spelled(found.gave))
    if found.received:
        yield tr("they gave: {what}", what=spelled(found.received))
    if found.words:
        yield tr("afterwards: {words}", words=", ".join(sorted(found.words)))
    yield from (f"{place}: {hold}" for place, hold in found.places.items())
    yield from _said(found)


def _said(found: Impression) -> Iterator[str]:
    if found.role is not None:
        yield tr("role: {role}", role=found.role)
    if found.truth is not None:
        yield tr("said directly: {what}", what=found.truth)
    if found.response is not None:
        yield tr("and they: {response}", response=spelled([found.response]))
    if found.hurt:
        yield tr("there was a hurt")
    if found.way_back is not None:
        yield tr("the way back: {who}", who=spelled([found.way_back]))
    if found.way_back_on is not None:
        yield tr("the way back on {day}", day=found.way_back_on.isoformat())
