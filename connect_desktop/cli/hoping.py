"""What a moment says about hopes, as it is typed: a direction, and which hope where there are several."""

from collections.abc import Iterable, Iterator

from connect_desktop.cli.terminal import Refused
from connect_desktop.domain import Direction, Evidence, Hope, Impression, Person, checks
from connect_desktop.domain.search import fold
from connect_desktop.i18n import tr
from connect_desktop.store import Store


def direction(text: str | None) -> tuple[Direction, str] | None:
    """Return a direction, and words of the hope it is about, empty for the only one; None for nothing."""
    if text is None:
        return None
    way, _, words = text.partition("=")
    return checks.one_of("hope", way.strip(), Direction), words.strip()


def marked(
    store: Store, said: tuple[Direction, str] | None, people: Iterable[Person], felt: Iterable[Impression]
) -> Iterator[Evidence]:
    """Yield what the moment says about the one open hope that is meant; `Refused` where there is no such."""
    if said is None:
        return
    way, words = said
    names = {person.id: person.name for person in people}
    hope = _meant([one for one in store.hopes.open() if one.person in names], words, names)
    yield from (
        Evidence(hope=hope.id, impression=one.id, direction=way) for one in felt if one.person == hope.person
    )


def _meant(hopes: list[Hope], words: str, names: dict[str, str]) -> Hope:
    found = [one for one in hopes if fold(words) in fold(one.text)]
    if len(found) == 1:
        return found[0]
    if not hopes:
        raise Refused(tr("No hope is open with {names}; nothing was kept.", names=", ".join(names.values())))
    texts = ", ".join(f"“{one.text}”" for one in hopes)
    raise Refused(
        tr(
            "Say which hope it is about, with some of its words, like toward=WORDS: {hopes}.",
            hopes=texts,
        )
    )
