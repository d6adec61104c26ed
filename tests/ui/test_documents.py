from collections.abc import Callable
from datetime import date, timedelta

import pytest

from connect_desktop.domain import (
    Direction,
    Edit,
    Evidence,
    Hope,
    HopeState,
    Impression,
    Interaction,
    OwnPrompt,
    Person,
    Reach,
    Reflection,
)
from connect_desktop.domain.errors import Cancelled
from connect_desktop.report.document import Document
from connect_desktop.report.options import Names, Options
from connect_desktop.ui.documents import Scope, What, gathered
from connect_desktop.ui.session import Session

MAYA, TOM = Person(name="Maya Okafor"), Person(name="Tom Reed")
TODAY = date(2026, 11, 22)
FULL = Options(names=Names.FULL, charts=False, readings=False)


def on(days_ago: int) -> date:
    return TODAY - timedelta(days=days_ago)


LAKE = Reflection(on=on(3), title="The lake", text="Maya swam.", people={MAYA.id})
BOTH = Reflection(on=on(30), title="Both", text="All three of us.", people={MAYA.id, TOM.id})
OLD = Reflection(on=on(400), title="Long ago", text="Before all this.")


@pytest.fixture
def lived(session: Session) -> Session:
    edits = [Edit(None, one) for one in (MAYA, TOM, LAKE, BOTH, OLD)]
    for number in range(24):
        at = session.now() - timedelta(days=20 * number)
        met = Interaction(at=at, note=f"note {number}.")
        person = (MAYA, TOM)[number % 2]
        felt = Impression(interaction=met.id, person=person.id, body=number % 7 - 3, reach=Reach.ME)
        edits += [Edit(None, met), Edit(None, felt)]
    session.store.apply(edits)
    return session


def never() -> bool:
    return False


def made(session: Session, options: Options, stop: Callable[[], bool] = never, **scope: object) -> Document:
    wanted = {"what": What.REFLECTIONS, "start": on(182), "end": TODAY, **scope}
    return gathered(session, Scope(**wanted)).document(options, stop)  # type: ignore[arg-type]


def words(document: Document) -> str:
    return str(document.body)


def test_reflections_of_some_days(lived: Session) -> None:
    document = made(lived, FULL)
    assert "The lake" in words(document)
    assert "Both" in words(document)
    assert "Long ago" not in words(document)
    assert not document.drawings


def test_reflections_picked_by_hand_bring_nothing_else(lived: Session) -> None:
    document = made(lived, Options(), what=What.CHOSEN, reflections=(OLD.id, "gone"))
    assert "Long ago" in words(document)
    assert "The lake" not in words(document)
    assert not document.drawings


def test_the_question_a_reflection_answers_is_printed(lived: Session) -> None:
    own = OwnPrompt(text="What did Maya not say?", offered=False)
    asked = [Reflection(on=on(2), prompt=own.id), Reflection(on=on(1), prompt="walls")]
    lived.store.apply(Edit(None, one) for one in (own, *asked))
    said = words(made(lived, FULL))
    assert "What did Maya not say?" in said
    assert "Describe a wall you keep." in said


def test_charts_are_of_the_days_wished_for(lived: Session) -> None:
    charts = Options(names=Names.FULL, readings=False)
    assert len(made(lived, charts).drawings) == 1
    assert not made(lived, charts, start=on(4)).drawings


def test_charts_of_days_gone_by_end_with_those_days(lived: Session) -> None:
    charts = Options(names=Names.FULL)
    said = words(made(lived, charts, what=What.PERSON, person=MAYA.id, start=on(460), end=on(200)))
    assert "Who reached out, from September 2025 to May 2026." in said
    assert "No moments" not in said


def test_a_person_with_what_is_waited_for_in_those_days(lived: Session) -> None:
    waited = Hope(person=MAYA.id, text="She will stay.", since=on(90))
    past = Hope(person=MAYA.id, text="Over.", since=on(900), state=HopeState.LET_GO, closed=on(800))
    felt = lived.store.impressions.where("t.person = ?", (MAYA.id,))[-1]
    said = Evidence(hope=waited.id, impression=felt.id, direction=Direction.TOWARD)
    lived.store.apply([Edit(None, one) for one in (waited, past, said)])
    document = made(lived, FULL, what=What.PERSON, person=MAYA.id)
    assert "She will stay." in words(document)
    assert "1 moment toward it" in words(document)
    assert "Over." not in words(document)
    assert "She will stay." not in words(made(lived, FULL, what=What.PERSON, person=TOM.id))


def test_a_person_with_all_charts_and_no_other_days(lived: Session) -> None:
    document = made(lived, Options(names=Names.FULL, notes=True), what=What.PERSON, person=MAYA.id)
    assert document.title == "Maya Okafor"
    assert len(document.drawings) >= 3
    assert "note 2." in words(document)
    assert "note 1." not in words(document)
    assert "note 12." not in words(document)
    assert "Long ago" not in words(document)


def test_a_period_has_everyone_in_it(lived: Session) -> None:
    document = made(lived, Options(names=Names.FULL), what=What.PERIOD)
    assert "Maya Okafor" in words(document)
    assert "Tom Reed" in words(document)
    assert len(document.drawings) == 2


def test_names_are_as_the_options_want_them(lived: Session) -> None:
    assert "Maya" not in words(made(lived, Options(names=Names.INITIALS, charts=False)))


def test_the_day_a_moment_belongs_to_is_the_users(session: Session) -> None:
    night = session.now().replace(hour=2) - timedelta(days=9)
    met = Interaction(at=night, note="at night")
    felt = Impression(interaction=met.id, person=MAYA.id, body=1)
    session.store.apply([Edit(None, MAYA), Edit(None, met), Edit(None, felt)])
    options = Options(notes=True, charts=False, readings=False)
    scope = {"what": What.PERSON, "person": MAYA.id}
    assert "at night" in words(made(session, options, **scope, start=on(10), end=on(10)))
    assert "at night" not in words(made(session, options, **scope, start=on(9), end=on(9)))


@pytest.mark.parametrize("what", [What.REFLECTIONS, What.PERSON, What.PERIOD, What.THERAPIST])
def test_it_leaves_off_when_told(lived: Session, what: What) -> None:
    asked: list[bool] = []

    def third() -> bool:
        asked.append(True)
        return len(asked) == 3

    with pytest.raises(Cancelled):
        made(lived, Options(), stop=third, what=what, person=MAYA.id)
    assert len(asked) == 3, "and nothing more was begun"
