"""The user's own words for afterwards."""

from connect_desktop.domain import WORD_FEELING, Feeling, Word
from connect_desktop.store.shelf import Shelf


class OwnWords(Shelf[Word]):
    """Reads them, by their text."""

    def feelings(self) -> dict[str, Feeling]:
        """Return the feeling of every word for afterwards, built in or the user's own."""
        return {**WORD_FEELING, **{word.text: word.feeling for word in self.all()}}
