"""Today's one small step, out of the store and the readings; the same all day, unless it no longer fits."""

from datetime import timedelta

from connect_desktop.domain import Status
from connect_desktop.domain.practices import practices
from connect_desktop.insight import shown
from connect_desktop.insight.company import company
from connect_desktop.insight.offering import LOOKS_BACK, Offer, Offered, offer, past, possible
from connect_desktop.ui.readings import BondReadings
from connect_desktop.ui.session import Session

SHOWN = "small_step"
"""the name under which the store remembers what was offered"""


def todays_offer(session: Session, readings: BondReadings) -> Offer | None:
    """Return what is offered today, and remember that it was; None where nothing fits, or no longer does."""
    store, today = session.store, session.today()
    known = practices(session.settings.language).values()
    before = shown.remembered(store.memo(SHOWN))
    ended = {person.id for person in store.people.all() if person.status is Status.ENDED}
    circles = (one for one in store.circles.all() if not one.members & ended)
    around = company(readings.found(), circles)
    was = before.today(today)
    if was is not None:
        return next((one for one in possible(around, known) if _same(one, was, before.circle)), None)
    steps = store.steps.since(today - timedelta(days=LOOKS_BACK))
    found = offer(around, past(steps, before.offers), today, known)
    if found is not None:
        offered = Offered(on=today, practice=found.practice.id, person=found.person)
        session.remember(SHOWN, before.then(offered, found.circle.id if found.circle else None).text())
    return found


def _same(one: Offer, was: Offered, circle: str | None) -> bool:
    return (
        one.practice.id == was.practice
        and one.person == was.person
        and (one.circle is None or one.circle.id == circle)
    )
