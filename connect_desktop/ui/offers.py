"""What is in the store that the answers about a moment offer."""

from connect_desktop.domain import ROLES, TRUTHS, Status
from connect_desktop.ui.person_choice import choices
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.offers import Offers
from connect_desktop.ui.widgets.people_match import CircleChoice

WORDINGS = 6
"""earlier wordings offered of each kind"""


def offers(session: Session) -> Offers:
    """Return the words, wordings and circles of the user's own."""
    wordings = session.store.impressions.wordings
    return Offers(
        words=tuple(session.store.words.all()),
        roles=tuple(wordings("role", ROLES, WORDINGS)),
        truths=tuple(wordings("truth", TRUTHS, WORDINGS)),
        circles=circle_choices(session),
    )


def circle_choices(session: Session) -> tuple[CircleChoice, ...]:
    """Return the circles as things to choose, each with those in it who can be in a moment now."""
    circles = session.store.circles.all()
    if not circles:
        return ()
    people = [one for one in session.store.people.all() if one.status is not Status.DIED]
    known = choices(session, people)
    return tuple(
        CircleChoice(
            id=circle.id,
            name=circle.name,
            members=tuple(one for one in known if one.id in circle.members),
        )
        for circle in circles
    )
