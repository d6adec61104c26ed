"""How texts compare for search: without case and accents. Never for identity."""

import unicodedata

# Letters that carry their stroke or are two in one, and that Unicode does not take apart.
_PLAIN = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe"}
# Marks that make another letter, not another accent: with them "papa" is not "haha" in Japanese.
_KEPT = {"\u3099", "\u309a"}


def fold(text: str) -> str:
    """Return text case-folded, without accents, white space folded: "Åsa  MÜLLER-Øst" → "asa muller-ost".

    Text of nothing but accents stays as it is: two of those are not the same.
    """
    apart = whole = unicodedata.normalize("NFKD", text.casefold()).casefold()
    # However long a text, few different letters are in it: look at each of them once.
    for letter in set(apart):
        if letter in _PLAIN or (unicodedata.combining(letter) and letter not in _KEPT):
            apart = apart.replace(letter, _PLAIN.get(letter, ""))
    return " ".join(apart.split()) or " ".join(whole.split())
