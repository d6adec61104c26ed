"""Why something that was typed was not kept, in the words of the window."""

from connect_desktop.domain.errors import ConnectError, TooLong
from connect_desktop.i18n import tr


def why(error: ConnectError) -> str:
    """Return a sentence for the screen: what happened, that it is still there, and what to do."""
    if isinstance(error, TooLong):
        return tr(
            "This text has {n} characters, and {limit} fit. It stays here as you typed it: "
            "make it shorter, then save.",
            n=f"{error.length:,}",
            limit=f"{error.limit:,}",
        )
    return str(error)
