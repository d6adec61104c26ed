"""How texts compare for search: without case and accents. Never for identity."""

import unicodedata

# Letters that carry their stroke or are two in one, and that Unicode does not take apart.
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe"}
)


def fold(text: str) -> str:
    """Return text case-folded, without accents, white space folded: "Åsa  MÜLLER-Øst" → "asa muller-ost"."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in apart if not unicodedata.combining(c)).casefold()
    return " ".join(bare.translate(_PLAIN).split())
