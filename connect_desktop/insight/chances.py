"""Probabilities as natural frequencies, never finer than moments can tell, and never certain."""

from connect_desktop.i18n import tr


def in_words(probability: float) -> str:
    """Return "about 9 in 10", or that it is less than 1, or more than 19, in 20."""
    if probability < 0.05:
        return tr("less than 1 in 20")
    if probability > 0.95:
        return tr("more than 19 in 20")
    return tr("about {n} in 10", n=tenths(probability))


def tenths(share: float) -> int:
    """Return a share in whole tenths, at least 1 and at most 9."""
    return min(max(round(10 * share), 1), 9)
