"""How texts compare for search: without case and accents. Never for identity."""

import unicodedata


def fold(text: str) -> str:
    """Return text case-folded, without accents, white space folded: "Åsa  MÜLLER" → "asa muller"."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in apart if not unicodedata.combining(c)).casefold().split())
