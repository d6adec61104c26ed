"""The present."""

from datetime import datetime


def now() -> datetime:
    """Return the present, aware, to the second."""
    return datetime.now().astimezone().replace(microsecond=0)
