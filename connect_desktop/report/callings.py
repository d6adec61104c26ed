"""Where people are named in a text: by name, alias or part of a name, wherever it stands as a word."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from connect_desktop.domain import Person
from connect_desktop.report.folding import Folded, fold

_LINKING = frozenset(
    {
        "the", "my", "our", "your", "his", "her", "their", "and", "or", "of", "from", "at", "in", "on", "to",
        "with", "for", "de", "la", "le", "el", "der", "die", "das", "von", "zu",
    }
)  # fmt: skip
"""words that are no one's name, though they may stand in one"""
_LEADING = frozenset(
    {
        "aunt", "auntie", "big", "cousin", "doctor", "dr", "gran", "grandma", "grandpa", "granny", "little",
        "miss", "mr", "mrs", "ms", "new", "old", "prof", "sir", "tall", "uncle", "young",
    }
)  # fmt: skip
"""words before the name itself"""

# Written without spaces, or with particles joined on: a name is found inside a run of letters.
_JOINED = re.compile(
    "[\u0e00-\u0fff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7ff"
    "\uf900-\ufaff\U00020000-\U0003ffff]"
)
# Here "and", "to", "in" and the like are written onto the word.
_PREFIXED = re.compile("[\u0590-\u06ff]")
_PREFIX = "[ובלכמשהوفبكل]"

# A figure beside a name that ends with none does not hide who is meant: "Maya2".
_NO_LETTER_BEFORE, _NO_SIGN_BEFORE = r"(?<![^\W\d_])", r"(?<![^\W_])"
_NO_LETTER_AFTER, _NO_SIGN_AFTER = r"(?![^\W\d_])", r"(?![^\W_])"
_PERHAPS_PREFIXED = f"(?:{_NO_LETTER_BEFORE}|(?<=\\b{_PREFIX})|(?<=\\b{_PREFIX}{_PREFIX}))"
_PERHAPS_GENITIVE = rf"(?=s?{_NO_LETTER_AFTER})"


@dataclass(frozen=True, slots=True)
class Calling:
    """A place in a text where one of `people` is named."""

    start: int
    end: int
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Form:
    """One way to be called: the pattern of its folded text, and whether it takes a capital to be a name."""

    people: tuple[str, ...]
    pattern: re.Pattern[str]
    capital: bool


class Callings:
    """Finds where any of some people are named."""

    def __init__(self, people: Iterable[Person]) -> None:
        people = list(people)
        whole = _by_text((person.id, name) for person in people for name in (person.name, *person.aliases))
        first = _by_text((person.id, part) for person in people for part in _parts(person.name)[:1])
        others = _by_text((person.id, part) for person in people for part in _parts(person.name)[1:])
        self._forms: dict[str, list[_Form]] = {}
        for text in {**whole, **first, **others}:
            ids = whole.get(text) or tuple(dict.fromkeys((*first.get(text, ()), *others.get(text, ()))))
            surely = text in whole or text in first
            capital = not surely or len(text) == 1
            self._forms.setdefault(text[:2], []).append(_Form(ids, _pattern(text), capital))

    def found(self, text: str) -> Iterator[Calling]:
        """Yield each place where someone is named, first to last, the longest name there, no overlaps."""
        folded = fold(text)
        done = 0
        for place in range(len(folded.text)):
            if place >= done and (longest := self._longest(folded, place)) is not None:
                people, done = longest
                yield Calling(*folded.span(place, done), people)

    def _longest(self, folded: Folded, place: int) -> tuple[tuple[str, ...], int] | None:
        """Return who is named at a place of the folded text, and where that name ends."""
        pair = folded.text[place : place + 2]
        forms = self._forms.get(pair, []) + self._forms.get(pair[:1], [])
        if not forms:
            return None
        capital = not folded.source[folded.places[place]].islower()
        ends = [
            (match.end(), form)
            for form in forms
            if (capital or not form.capital) and (match := form.pattern.match(folded.text, place))
        ]
        end, form = max(ends, key=lambda found: found[0], default=(0, None))
        return (form.people, end) if form is not None else None


def _by_text(called: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Return, for each folded text, the people called by it."""
    found: dict[str, tuple[str, ...]] = {}
    for person, name in called:
        text = " ".join(fold(name).text.split())
        if text and person not in found.get(text, ()):
            found[text] = (*found.get(text, ()), person)
    return found


def _parts(name: str) -> list[str]:
    """Return the words of a name that may stand for it alone, the most telling first.

    That is "Ana" and "Belmonte" of "Ana from Belmonte", "Tom" and "Uncle" of "Uncle Tom".
    """
    words = re.findall(r"[^\W\d_]{2,}", name)
    telling = [word for word in words if not word[0].islower() and word.casefold() not in _LINKING]
    return sorted(telling, key=lambda word: word.casefold() in _LEADING)


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(_before(text[0]) + re.escape(text).replace(r"\ ", " +") + _after(text))


def _before(first: str) -> str:
    if not first.isalnum() or _JOINED.match(first):
        return ""
    if first.isdigit():
        return _NO_SIGN_BEFORE
    return _PERHAPS_PREFIXED if _PREFIXED.match(first) else _NO_LETTER_BEFORE


def _after(text: str) -> str:
    last = text[-1]
    if not last.isalnum() or _JOINED.match(last):
        return ""
    if last.isdigit():
        return _NO_SIGN_AFTER
    return _PERHAPS_GENITIVE if len(text) > 2 else _NO_LETTER_AFTER
