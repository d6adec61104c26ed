"""From the store to what a sweep asks about."""

from collections.abc import Mapping
from datetime import date

from connect_desktop.domain import Impression, Moment, labels
from connect_desktop.i18n import begun, clock, long_date, relative_day, tr, tr_n
from connect_desktop.insight.told import ON_BUTTON, short_name
from connect_desktop.ui.moments import moment_of
from connect_desktop.ui.session import Session
from connect_desktop.ui.sweep import Sweep
from connect_desktop.ui.widgets.turn_card import NOTE_LENGTH, Turn


def turn(session: Session, sweep: Sweep, names: Mapping[str, str]) -> Turn | None:
    """Return what is asked about now; None where it is no longer there. `names` are by person."""
    moment = moment_of(session, sweep.current or "")
    felt = _impression(moment, sweep.current) if moment else None
    person = session.store.people.get(felt.person) if felt else None
    if moment is None or felt is None or person is None:
        return None
    day, today = session.day_of(moment.at), session.today()
    others = [short_name(names.get(one.person, "")) for one in moment.impressions if one.person != person.id]
    note = "\n".join(filter(None, (felt.note, moment.interaction.note)))
    return Turn(
        name=names.get(person.id, person.name),
        colour=person.colour,
        when=_when(day, today, moment),
        facts=labels.BETWEEN.join(_facts(moment, felt, short_name(person.name))),
        others=tr("With {names} too.", names=", ".join(others)) if others else "",
        note=note[: NOTE_LENGTH + 1],
        body=felt.body,
        alike=_alike_words(session, sweep, names),
        first=sweep.at == 0,
    )


def person_of(moment: Moment, sweep: Sweep) -> str:
    """Return whom it is asked about."""
    return next((one.person for one in moment.impressions if one.id == sweep.current), "")


def alike(session: Session, sweep: Sweep) -> tuple[list[str], int] | None:
    """Return who in this moment waits, the current one first, and how the others in it were felt.

    None where nobody else was felt.
    """
    moment = moment_of(session, sweep.current or "")
    model = _model(moment, sweep) if moment else None
    if moment is None or model is None or model.body is None:
        return None
    asked = set(sweep.ids)
    waiting = [one.id for one in moment.impressions if one.body is None and one.id in asked]
    rest = [one for one in waiting if one != sweep.current]
    return [sweep.current or "", *rest], model.body


def summary(felt: int, left: int) -> str:
    """Return what a sweep came to: "9 felt, 3 left as they are.\""""
    parts = []
    if felt:
        parts.append(tr_n("{n} felt", "{n} felt", felt))
    if left:
        parts.append(tr_n("{n} left as it is", "{n} left as they are", left))
    return tr("{parts}.", parts=", ".join(parts))


def _model(moment: Moment, sweep: Sweep) -> Impression | None:
    """Return how somebody else in this moment was felt, the one felt in this sweep before all."""
    felt = [one for one in moment.impressions if one.body is not None and one.id != sweep.current]
    return next((one for one in felt if one.id in sweep.felt), next(iter(felt), None))


def _alike_words(session: Session, sweep: Sweep, names: Mapping[str, str]) -> str:
    moment = moment_of(session, sweep.current or "")
    model = _model(moment, sweep) if moment else None
    if model is None or model.body is None:
        return ""
    name = short_name(names.get(model.person, ""), ON_BUTTON)
    return tr("As with {name}: {body}", name=name, body=labels.body_label(model.body))


def _impression(moment: Moment, impression_id: str | None) -> Impression | None:
    return next((one for one in moment.impressions if one.id == impression_id), None)


def _when(day: date, today: date, moment: Moment) -> str:
    """Return "Yesterday, 19:05", or further back "Saturday, 7 November 2026, 19:05"."""
    near = 0 <= (today - day).days < 7
    said = f"{relative_day(day, today) if near else long_date(day)}, {clock(moment.at)}"
    return begun(said)


def _facts(moment: Moment, felt: Impression, name: str) -> list[str]:
    parts = []
    if moment.interaction.channel:
        parts.append(labels.channel_label(moment.interaction.channel))
    if moment.interaction.minutes:
        parts.append(tr("{n} min", n=moment.interaction.minutes))
    if felt.reach:
        parts.append(labels.reached_out(felt.reach, name))
    return parts
