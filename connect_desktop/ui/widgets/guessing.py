"""How hard a passphrase is to guess: an estimate of our own, in honest words.

It counts what someone must try who knows how people choose: a word is one choice out of a list and not so
many letters; years, runs on the keyboard, repeats, and letters swapped for digits add next to nothing.
"""

import re
from enum import IntEnum
from math import log2

from connect_desktop.domain.search import fold
from connect_desktop.i18n import tr

SHORTEST = 8
GOOD, STRONG = 42.0, 60.0
"""bits: at a second a try, 42 bits keep ten thousand computers busy for some seven years on average"""

COMMON = frozenset((
    "abc", "abcd", "abcde", "access", "admin", "ashley", "autumn", "azerty", "baseball", "batman",
    "changeme", "charlie", "cheese", "computer", "connect", "daniel", "default", "dragon", "family",
    "father", "flower", "football", "freedom", "friend", "friends", "guest", "hannah", "hello",
    "iloveyou", "internet", "jessica", "jordan", "letmein", "login", "love", "master", "michael",
    "monkey", "mother", "ninja", "pass", "passphrase", "passw0rd", "password", "passwort",
    "princess", "qwerty", "qwertz", "root", "secret", "shadow", "spring", "starwars", "summer",
    "sunshine", "superman", "test", "thomas", "trustno1", "welcome", "whatever", "winter",
))  # fmt: skip
KEYBOARD = (
    "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "yxcvbnm", "azertyuiop", "1234567890",
    "abcdefghijklmnopqrstuvwxyz", "1qaz2wsx3edc4rfv5tgb6yhn", "1q2w3e4r5t6z7u8i9o0p", "1q2w3e4r5t6y7u8i9o0p",
)  # fmt: skip
UNLEET = str.maketrans("013457@$!", "oleastasi")

WORD = 12.0
"""bits of one word out of the four thousand people think of"""
NAMED = 4.0
"""bits of a word everyone tries first"""
YEAR = 6.0
SYMBOL = 4.0
OTHER_SCRIPT = 6.0
"""bits of one character of a script in which a character is about half a word"""

MIXED = 4.5
"""bits of one character where letters, digits and signs alternate as by chance"""

_INSIDE = re.compile(r"(?<=[^\W\d_])[013457@$!](?=[^\W\d_])")
_PIECES = re.compile(r"[^\W\d_]+|\d+|[\W_]")
_VOWELS = set("aeiouyäöü")


class Grade(IntEnum):
    """How hard to guess, in four steps."""

    SHORT = 0
    GUESSABLE = 1
    GOOD = 2
    STRONG = 3


def grade(text: str) -> Grade:
    """Return how hard `text` is to guess."""
    if len(text) < SHORTEST:
        return Grade.SHORT
    found = bits(text)
    if found < GOOD:
        return Grade.GUESSABLE
    return Grade.GOOD if found < STRONG else Grade.STRONG


def grade_label(value: Grade) -> str:
    """Return the words for it."""
    return {
        Grade.SHORT: tr("too short"),
        Grade.GUESSABLE: tr("could be guessed"),
        Grade.GOOD: tr("good"),
        Grade.STRONG: tr("strong"),
    }[value]


def bits(text: str) -> float:
    """Return about how many bits of choice are in `text`: two to this power are the tries it takes."""
    text, repeats = _unrepeated(text)
    return _whole(text) + (log2(repeats) if repeats > 1 else 0.0)


def _whole(text: str) -> float:
    if _is_named(text):
        return NAMED + 3
    plain = _INSIDE.sub(lambda found: found[0].translate(UNLEET), text)
    return min(_apart(text), _apart(plain) + 2)


def _apart(text: str) -> float:
    pieces = _PIECES.findall(text)
    if _is_run(fold(text)):
        return NAMED + log2(len(text))
    if len(pieces) >= 4 and sum(len(piece) for piece in pieces) < 2.6 * len(pieces) and " " not in text:
        return MIXED * len(text)
    total, seen = 0.0, set[str]()
    for piece in pieces:
        key = fold(piece)
        total += 1.0 if key in seen else _piece(piece)
        if len(key) > 1:
            seen.add(key)
    return total


def _is_named(text: str) -> bool:
    """Return whether it is a word everyone tries first, dressed up with digits and signs."""
    low = fold(text)
    dressed = {low, re.sub(r"[\W\d_]+$", "", low)}
    return any(re.sub(r"\W+", "", word) in COMMON or word.translate(UNLEET) in COMMON for word in dressed)


def _unrepeated(text: str) -> tuple[str, int]:
    """Return the shortest part the text is repeats of, and how many."""
    length = (text + text).find(text, 1)
    return (text[:length], len(text) // length) if 0 < length < len(text) else (text, 1)


def _piece(piece: str) -> float:
    if piece.isspace():
        return 0.5
    if piece.isdigit():
        return _digits(piece)
    if not piece.isalpha():
        return SYMBOL
    return _letters(piece)


def _digits(piece: str) -> float:
    if _is_run(piece) or len(set(piece)) == 1:
        return 3.0 + log2(len(piece))
    if re.fullmatch(r"(19|20)\d\d", piece):
        return YEAR
    dated = re.fullmatch(r"(\d\d)(\d\d)(\d\d|\d{4})", piece)
    if dated and int(dated[1]) <= 31 and int(dated[2]) <= 31:
        return min(2.4 * len(piece), 15.0)
    return log2(10) * len(piece)


def _letters(piece: str) -> float:
    low = fold(piece)
    if not low.isascii():
        return OTHER_SCRIPT * len(low) if _is_dense(low) else _word(low)
    capitals = 0.0 if piece.islower() else 1.0 if piece.istitle() or piece.isupper() else len(piece) / 2
    if low in COMMON:
        return NAMED + capitals
    if _is_run(low) or len(set(low)) <= 2:
        return 4.0 + log2(len(low)) + min(capitals, 2.0)
    return (log2(26) * 0.85 * len(low) if _is_random(low) else _word(low)) + capitals


def _word(low: str) -> float:
    """Return the bits of one word, or of words run together: one for every six letters or so."""
    if len(low) <= 3:
        return min(WORD * 0.75, 3.0 * len(low))
    return WORD * max(1.0, len(low) / 6.5)


def _is_dense(low: str) -> bool:
    # Chinese, Japanese, Korean: from U+2E80 on a character is a syllable or more.
    return sum(ord(c) >= 0x2E80 for c in low) * 2 > len(low)


def _is_random(low: str) -> bool:
    """Return whether the letters look like no word: hardly a vowel, or long runs without one."""
    vowels = sum(c in _VOWELS for c in low)
    longest = max(len(run) for run in re.split(f"[{''.join(_VOWELS)}]", low))
    return len(low) >= 4 and (vowels / len(low) < 0.2 or longest >= 5)


def _is_run(low: str) -> bool:
    """Return whether the characters lie side by side on the keyboard or in the alphabet."""
    return len(low) >= 3 and any(low in row or low in row[::-1] for row in KEYBOARD)
