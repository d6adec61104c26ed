"""Which way every word for afterwards points, the user's own among them."""

from connect_desktop.domain import WORD_FEELING, Feeling
from connect_desktop.store import Store


def feelings(store: Store) -> dict[str, Feeling]:
    """Return the feeling of every word, built in or the user's own."""
    return {**WORD_FEELING, **{word.text: word.feeling for word in store.words.all()}}
