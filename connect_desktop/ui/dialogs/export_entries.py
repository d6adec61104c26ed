"""People, moments and reflections as they are picked from: an id, and words in one line."""

from connect_desktop.domain import Moment, Reflection, labels
from connect_desktop.i18n import brief_date, weekday_name
from connect_desktop.ui.dialogs.export_form import Entries
from connect_desktop.ui.documents import Material
from connect_desktop.ui.person_choice import told_apart
from connect_desktop.ui.session import Session

_WORDS = 60
"""characters of a text"""


def people(session: Session, found: Material) -> Entries:
    """Return who is met in the moments, by name."""
    met = {one.person for moment in found.moments for one in moment.impressions}
    called = told_apart(session, [one for one in found.people if one.id in met])
    return sorted(called.items(), key=lambda entry: (entry[1].casefold(), entry[0]))


def moments(session: Session, found: Material) -> Entries:
    """Return the moments with the person it is about, newest first."""
    person = found.scope.person
    if person is None:
        return []
    lived = sorted(found.moments, key=lambda one: (one.at, one.interaction.id), reverse=True)
    return [(one.interaction.id, _moment(session, one, person)) for one in lived]


def reflections(_session: Session, found: Material) -> Entries:
    """Return the reflections, newest first."""
    written = sorted(found.reflections, key=lambda one: (one.on, one.id), reverse=True)
    return [(one.id, _reflection(one)) for one in written]


def _moment(session: Session, moment: Moment, person: str) -> str:
    on = session.day_of(moment.at)
    felt = next(one for one in moment.impressions if one.person == person)
    parts = [
        f"{weekday_name(on)[:3]} {brief_date(on)}",
        "" if felt.body is None else labels.body_label(felt.body),
        _begun(moment.interaction.note or felt.note),
    ]
    return labels.BETWEEN.join(filter(None, parts))


def _reflection(one: Reflection) -> str:
    day = brief_date(one.on)
    return labels.BETWEEN.join(filter(None, [day, _begun(one.title or one.text)]))


def _begun(text: str) -> str:
    words = " ".join(text[: 4 * _WORDS].split())
    return words if len(words) <= _WORDS else words[: _WORDS - 1].rstrip() + "…"
