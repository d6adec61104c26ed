"""How texts compare for search: without case and accents. Never for identity."""

import unicodedata

# Letters that carry their stroke or are two in one, and that Unicode does not take apart.
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe"}
)


def fold(text: str) -> str:
    """Return text case-folded, without accents, white space folded: "Åsa  MÜLLER-Øst" → "asa muller-ost"."""
    apart = unicodedata.normalize("NFKD", text.casefold()).casefold()
    # Few letters differ in a long text: look at each once. None in a table of `translate` takes a letter out.
    changes = {ord(c): _PLAIN.get(ord(c)) for c in set(apart) if ord(c) in _PLAIN or unicodedata.combining(c)}
    return " ".join((apart.translate(changes) if changes else apart).split())
