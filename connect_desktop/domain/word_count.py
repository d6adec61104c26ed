"""How many words a text has, also where words are not parted by spaces."""

import re

# A sign of Chinese or Japanese counts as a word, as in writing programs; elsewhere spaces part words.
_SIGNS = r"\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORDS = re.compile(rf"[{_SIGNS}]|[^\s{_SIGNS}]+")
_SEEN = re.compile(r"\w")


def word_count(text: str) -> int:
    """Return the number of words; marks that stand alone are none."""
    return sum(_SEEN.search(word) is not None for word in _WORDS.findall(text))
