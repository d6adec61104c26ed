"""How texts compare for search: without case and accents. Never for identity."""

import unicodedata

# Letters that carry their stroke or are two in one, and that Unicode does not take apart.
_PLAIN = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe"}


def fold(text: str) -> str:
    """Return text case-folded, without accents, white space folded: "Åsa  MÜLLER-Øst" → "asa muller-ost"."""
    apart = unicodedata.normalize("NFKD", text.casefold()).casefold()
    # However long a text, few different letters are in it: look at each of them once.
    for letter in set(apart):
        if letter in _PLAIN or unicodedata.combining(letter):
            apart = apart.replace(letter, _PLAIN.get(letter, ""))
    return " ".join(apart.split())
