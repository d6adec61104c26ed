"""Measures search on 50,000 moments and 2,000 reflections, and what it costs to keep its index.

    python tests/benchmarks/searching.py [--data DIR]

They are written in 30,000 words, as unevenly spread as those of a language; a moment in a thousand has a note
of 15,000 characters. Times are those of the process: others at work here do not count. With --json only the
milliseconds of searching for the first and for the second time are printed.
"""

import argparse
import itertools
import json
import random
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from time import process_time

import long_life

from connect_desktop.domain import Edit, Interaction, Record, Reflection
from connect_desktop.paths import places
from connect_desktop.store import Store, vault

WORDS = 30_000
REFLECTIONS = 2_000
_ONSETS = "b c d f g h j k l m n p r s t v w z br ch cl dr fl gr kn pl pr sch sh sp st th tr é å ø".split()  # noqa: SIM905 - read
_VOWELS = "a e i o u y ai ea ee ie oo ou ä ö".split()  # noqa: SIM905 - as above
_CODAS = ["", "", "", *"l m n r s t ck ld ng nt rd rk st x".split()]  # noqa: SIM905 - as above


class Language:
    """Made-up words, the first ones in every second sentence, the last ones hardly ever used."""

    def __init__(self, seed: int = 1) -> None:
        self._chance = random.Random(seed)
        found: dict[str, None] = {}
        while len(found) < WORDS:
            found["".join(self._syllable() for _ in range(self._chance.choice((1, 1, 2, 2, 3))))] = None
        self.words = sorted(found, key=lambda word: len(word) + self._chance.random() * 4)
        self._weights = [*itertools.accumulate(1 / (rank + 3) for rank in range(WORDS))]

    def _syllable(self) -> str:
        return "".join(map(self._chance.choice, (_ONSETS, _VOWELS, _CODAS)))

    def text(self, words: int) -> str:
        """Return some words of it."""
        return (
            " ".join(self._chance.choices(self.words, cum_weights=self._weights, k=words)).capitalize() + "."
        )


def life(language: Language) -> Iterator[Edit[Record]]:
    """Return a long life, written in this language."""
    chance = random.Random(2)
    for edit in long_life.edits():
        found = edit.record
        if isinstance(found, Interaction) and found.note:
            size = 3_000 if chance.random() < 0.001 else chance.randint(3, 40)
            yield Edit(None, replace(found, note=language.text(size)))
        elif not isinstance(found, Reflection):
            yield edit
    for number in range(REFLECTIONS):
        yield Edit(None, _reflection(number, language, chance))


def _reflection(number: int, language: Language, chance: random.Random) -> Reflection:
    return Reflection(
        on=long_life.TODAY - timedelta(days=number * 2),
        title=language.text(5),
        text="\n\n".join(language.text(chance.randint(20, 120)) for _ in range(4)),
    )


def questions(language: Language) -> list[str]:
    """Return what is asked: letters, beginnings, words common and seldom, several words, a name."""
    chance = random.Random(3)
    letters = list("abcdefghijklmnopqrstuvwyz")
    common = language.words[:60]
    seldom = chance.sample(language.words[2_000:], 60)
    begun = [word[: chance.randint(1, 3)] for word in chance.sample(language.words[:3_000], 60)]
    several = [" ".join(chance.sample(common, chance.randint(2, 4))) for _ in range(40)]
    named = ["maya", "Maya A. 1", "maya warm", "maya ha", "m a", "ruth daniel ha lu", "sunday ha"]
    others = ["warm", "hungry", "nothing-like-it", "*"]
    return [*letters, *common, *seldom, *begun, *several, *named, *others]


def timed(act: Callable[[], object]) -> float:
    """Return the milliseconds of this process that something takes: others at work here do not count."""
    began = process_time()
    act()
    return (process_time() - began) * 1000


def main() -> int:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--data", type=Path)
    asked.add_argument("--json", action="store_true")
    options = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="connect-benchmark-") as made:
        _measure(options.data or Path(made), only_json=options.json)
    return 0


def _measure(data: Path, *, only_json: bool) -> None:
    language = Language()
    folder = places(data).vault
    edits = tuple(life(language))
    key = vault.create(folder, None, None)
    store = Store.open(folder, key)
    if only_json:
        store.apply(edits)
        asked = questions(language)
        times = [[timed(partial(store.search, text)) for text in asked] for _ in range(2)]
        print(json.dumps(dict(zip(("first", "again"), times, strict=True))))
        store.close()
        return
    print(f"writing everything: {timed(lambda: store.apply(edits)):.0f} ms")
    store.close()
    print(f"the file: {(folder / 'vault.db').stat().st_size / 1e6:.1f} MB")
    store = Store.open(folder, key)
    _ask(store, questions(language))
    for long in (False, True):
        note = next(found for edit in edits if _is(found := edit.record, long))
        assert isinstance(note, Interaction)
        changed = Edit(note, replace(note, note=f"{note.note} And more."))
        taken = timed(partial(store.apply, [changed]))
        print(f"changing a note of {len(note.note):,} characters: {taken:.1f} ms")
        store.apply([changed.inverse()])
    back = [edit.inverse() for edit in reversed(edits)]
    print(f"undoing everything: {timed(lambda: store.apply(back)):.0f} ms")
    store.close()


def _is(found: Record, long: bool) -> bool:
    return isinstance(found, Interaction) and _of_length(len(found.note), long)


def _of_length(size: int, long: bool) -> bool:
    return size > 10_000 if long else 100 < size < 200


def _ask(store: Store, asked: list[str]) -> None:
    taken = {text: timed(lambda: store.search(text)) for text in asked}  # noqa: B023 - called at once
    again = {text: timed(lambda: store.search(text)) for text in asked}  # noqa: B023 - as above
    for name, found in (("first time", taken), ("again", again)):
        worst = sorted(found, key=found.__getitem__)[-5:]
        print(
            f"{len(found)} questions, {name}: median {statistics.median(found.values()):.1f} ms, "
            f"worst {found[worst[-1]]:.1f} ms ({', '.join(worst)})"
        )


if __name__ == "__main__":
    sys.exit(main())
