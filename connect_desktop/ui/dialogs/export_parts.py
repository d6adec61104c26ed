"""What can be in each kind of document, what is at first, and how the choice is remembered."""

from collections.abc import Iterable, Mapping

from connect_desktop.ui.documents import What

PARTS: Mapping[What, tuple[str, ...]] = {
    What.CHOSEN: ("prompts",),
    What.REFLECTIONS: ("charts", "readings", "prompts"),
    What.PERSON: ("readings", "charts", "hopes", "moments", "notes", "reflections", "prompts"),
    What.PERIOD: ("readings", "charts", "notes", "reflections", "prompts"),
    What.THERAPIST: ("readings", "charts", "hopes", "notes", "reflections", "prompts"),
}
"""by the names they have among the options, in the order of the form"""
_AT_FIRST: Mapping[What, frozenset[str]] = {
    What.CHOSEN: frozenset({"prompts"}),
    What.REFLECTIONS: frozenset({"charts", "readings", "prompts"}),
    What.PERSON: frozenset({"readings", "charts", "hopes", "moments", "reflections", "prompts"}),
    What.PERIOD: frozenset({"readings", "charts", "reflections", "prompts"}),
    What.THERAPIST: frozenset({"readings", "charts", "prompts"}),
}


def recalled(lines: Iterable[str]) -> dict[What, frozenset[str]]:
    """Return what was wanted in each kind of document; what is not remembered is as at first."""
    found = dict(_AT_FIRST)
    for line in lines:
        what, *parts = line.split() or [""]
        if what in set(What):
            found[What(what)] = frozenset(parts) & frozenset(PARTS[What(what)])
    return found


def kept(wanted: Mapping[What, frozenset[str]]) -> tuple[str, ...]:
    """Return it as lines for the settings: the kind, then its parts."""
    return tuple(" ".join([what, *sorted(parts)]) for what, parts in sorted(wanted.items()))
