"""The user's own words for afterwards, which a connect.json keeps among its settings: word → feeling."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import blake2b
from typing import Any

from connect_desktop.domain import Word
from connect_desktop.domain.errors import InvalidValue
from connect_desktop.i18n import tr


def plain(words: Iterable[Word]) -> dict[str, str]:
    """Return words as they are written."""
    return {word.text: word.feeling for word in words}


def read(value: Any) -> Iterator[Word]:
    """Yield the words of a file, each with an id that depends on its text alone, or raise `InvalidValue`."""
    if value is None:
        return
    if not isinstance(value, dict):
        raise InvalidValue("settings, words", value, tr("it must be an object, in curly brackets"))
    seen: set[str] = set()
    for text, feeling in value.items():
        word = _word(text, feeling)
        if word.text in seen:
            raise InvalidValue("settings, words", text, tr("each may be in it once"))
        seen.add(word.text)
        yield word


def _word(text: str, feeling: Any) -> Word:
    try:
        word = Word(text=text, feeling=feeling)
    except InvalidValue as error:
        where = tr("settings, words, {text}", text=text[:60])
        raise InvalidValue(where, error.value, error.allowed) from None
    return replace(word, id=blake2b(word.text.encode(), digest_size=16).hexdigest())
