"""Words for afterwards: how often each was chosen."""

from collections.abc import Mapping
from dataclasses import dataclass

from connect_desktop.domain import Columns, Feeling
from connect_desktop.insight.days import in_order


@dataclass(frozen=True, slots=True, kw_only=True)
class WordFelt:
    """One word and the impressions it was chosen in, oldest first."""

    word: str
    feeling: Feeling
    impressions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsAfterwards:
    """Every word chosen with one person."""

    moments: int
    with_words: int
    """moments with at least one word"""
    words: tuple[WordFelt, ...]
    """the most frequent first, then by spelling"""

    @property
    def noted(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.words)


def words_afterwards(columns: Columns, feelings: Mapping[str, Feeling]) -> WordsAfterwards:
    """Return how often each word was chosen; a word that `feelings` does not know points neither way."""
    found: dict[str, list[str]] = {}
    for i in in_order(columns):
        for word in columns.words[i]:
            found.setdefault(word, []).append(columns.impression[i])
    words = [
        WordFelt(word=word, feeling=feelings.get(word, Feeling.NEITHER), impressions=tuple(behind))
        for word, behind in found.items()
    ]
    words.sort(key=lambda felt: (-len(felt.impressions), felt.word))
    return WordsAfterwards(moments=len(columns), with_words=sum(map(bool, columns.words)), words=tuple(words))
