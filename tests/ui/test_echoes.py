"""After a moment is logged: was it the answer to an attempt that had none?"""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from connect_desktop.domain import Channel, Edit, Impression, Interaction, Person, Reach, Status
from connect_desktop.ui.pages.today import TodayPage
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.question_strip import QuestionStrip

pytestmark = pytest.mark.usefixtures("themed")

MAYA, LEO = Person(name="Maya"), Person(name="Leo")
Log = Callable[..., Impression]


@pytest.fixture
def session(session: Session) -> Session:
    session.apply("", Edit(None, MAYA), Edit(None, LEO))
    return session


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> TodayPage:
    page = TodayPage(session)
    qtbot.addWidget(page)
    page.resize(1000, 760)
    page.show()
    page.arrive()
    return page


def log(session: Session, person: Person = MAYA, *, days: float = 0, **values: object) -> Impression:
    channel = values.pop("channel", None)
    made = Interaction(at=session.now() - timedelta(days=days), channel=channel)
    felt = Impression(interaction=made.id, person=person.id, **{"body": 1, **values})
    session.apply("Moment saved", Edit(None, made), Edit(None, felt))
    return felt


def asked(page: TodayPage) -> str:
    return page.findChild(QuestionStrip).question()


def answer(page: TodayPage, text: str) -> None:
    found = page.findChild(QuestionStrip).findChildren(QPushButton)
    next(one for one in found if one.text() == text).click()


def reach(session: Session, felt: Impression) -> Reach | None:
    found = session.store.impressions.get(felt.id)
    assert found is not None
    return found.reach


def test_yes_closes_the_attempt_in_one_step_that_can_be_undone(page: TodayPage, session: Session) -> None:
    attempt = log(session, days=5, reach="me_unanswered", channel=Channel.MESSAGE)
    assert asked(page) == ""
    log(session, reach="them", met=3)
    assert asked(page) == (
        "On Tuesday you reached out to Maya (message) and had no answer yet. Was this the answer?"
    )
    answer(page, "Yes")
    assert reach(session, attempt) is Reach.ME
    assert session.store.impressions.get(attempt.id).met is None
    assert asked(page) == ""
    session.undo_stack.undo()
    assert reach(session, attempt) is Reach.ME_UNANSWERED


@pytest.mark.parametrize("status", [Status.RESTING, Status.ENDED, Status.DIED])
def test_nothing_is_asked_where_the_bond_is_not_lived_now(
    page: TodayPage, session: Session, status: Status
) -> None:
    log(session, days=5, reach="them_unanswered")
    session.apply("", Edit(MAYA, replace(MAYA, status=status)))
    log(session, days=3)
    assert asked(page) == ""


def test_no_is_never_asked_again(page: TodayPage, session: Session) -> None:
    attempt = log(session, days=1, reach="me_unanswered")
    log(session)
    assert asked(page).startswith("Yesterday you reached out to Maya and")
    answer(page, "No")
    log(session)
    assert asked(page) == ""
    assert reach(session, attempt) is Reach.ME_UNANSWERED


def test_their_attempt_is_closed_by_the_users_own_answer(page: TodayPage, session: Session) -> None:
    attempt = log(session, days=1, reach="them_unanswered")
    log(session, reach="me")
    assert asked(page).endswith("Was this your answer?")
    answer(page, "Yes")
    assert reach(session, attempt) is Reach.THEM


def test_the_newest_attempt_is_asked_about(page: TodayPage, session: Session) -> None:
    log(session, days=9, reach="me_unanswered")
    log(session, days=2, reach="me_unanswered")
    log(session)
    assert asked(page).startswith("On Friday")


@pytest.mark.parametrize(
    ("attempt", "later"),
    [
        ({"days": 40, "reach": "me_unanswered"}, {}),
        ({"days": 2, "reach": "me_unanswered"}, {"reach": "me"}),
        ({"days": 2, "reach": "me_unanswered"}, {"reach": "me_unanswered"}),
        ({"days": 2, "reach": "me_unanswered"}, {"person": LEO}),
        ({"days": 2, "reach": "me_unanswered"}, {"days": 3}),
        ({"days": 2, "reach": "me"}, {}),
    ],
    ids=["long ago", "reached out anew", "no answer either", "somebody else", "before it", "answered"],
)
def test_what_cannot_be_the_answer_is_not_asked_about(
    page: TodayPage, session: Session, attempt: dict[str, object], later: dict[str, object]
) -> None:
    log(session, **attempt)
    log(session, **later)
    assert asked(page) == ""


def test_the_question_goes_when_the_moment_is_undone(page: TodayPage, session: Session) -> None:
    log(session, days=2, reach="me_unanswered")
    log(session)
    session.undo_stack.undo()
    assert asked(page) == ""


def test_many_moments_at_once_ask_nothing(page: TodayPage, session: Session) -> None:
    log(session, days=2, reach="me_unanswered")
    made = [Interaction(at=session.now()) for _ in range(30)]
    felt = [Impression(interaction=one.id, person=MAYA.id) for one in made]
    session.apply("", *(Edit(None, one) for one in (*made, *felt)))
    assert asked(page) == ""


def test_what_cannot_be_read_is_as_if_nothing_had_been_denied(page: TodayPage, session: Session) -> None:
    session.remember("echo_no", "{broken")
    log(session, days=2, reach="me_unanswered")
    log(session)
    assert asked(page)


def test_a_quiet_line_counts_what_waits_and_leads_there(
    qtbot: QtBot, page: TodayPage, session: Session
) -> None:
    def line() -> str:
        found = [one.text() for one in page.findChildren(QPushButton) if one.isVisible()]
        return next((text for text in found if "to be felt" in text), "")

    assert line() == ""
    log(session, body=None)
    assert line() == "1 moment waits to be felt"
    log(session, body=None)
    assert line() == "2 moments wait to be felt"
    with qtbot.waitSignal(page.catch_up_asked):
        next(one for one in page.findChildren(QPushButton) if "to be felt" in one.text()).click()
