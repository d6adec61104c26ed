"""From the store to a week that can be looked back on."""

from datetime import date, timedelta

from connect_desktop.domain import Columns, Status, StepState
from connect_desktop.insight.told import short_name
from connect_desktop.insight.week import Landed, Returned, Week
from connect_desktop.ui.session import Session

SIX_DAYS = timedelta(days=6)


def week_of(session: Session, monday: date) -> Week:
    """Return what there is to look back on in the week of a Monday."""
    store, sunday, day_ends = session.store, monday + SIX_DAYS, session.settings.day_ends
    felt = store.impressions.between(monday, sunday, day_ends)
    here, people = set(felt.impression), store.people.all()
    return Week(
        felt=felt,
        names={person.id: short_name(person.name) for person in people},
        day_ends=day_ends,
        returned=[
            Returned(interaction=one.interaction, person=one.person)
            for one in store.impressions.came_back(monday, sunday)
            if one.id not in here
        ],
        steps=[
            Landed(person=one.person, landed=one.landed)
            for one in store.steps.since(monday)
            if one.offered <= sunday and one.state is StepState.DONE
        ],
        at_rest=frozenset(person.id for person in people if person.status is not Status.ACTIVE),
        returned_later=_returned_later(session, felt, sunday),
    )


def _returned_later(session: Session, felt: Columns, sunday: date) -> frozenset[str]:
    """Return the hurts of the week to which somebody came back only after it."""
    back = [
        felt.impression[place]
        for place in range(len(felt))
        if felt.hurt[place] and felt.way_back[place] is not None
    ]
    found = (session.store.impressions.get(one) for one in back)
    return frozenset(
        one.id
        for one in found
        if one is not None and one.way_back_on is not None and one.way_back_on > sunday
    )
