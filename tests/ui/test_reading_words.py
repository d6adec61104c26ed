"""Every word around a reading: nothing that judges, labels or pushes."""

import ast
import re
from datetime import date
from pathlib import Path

import pytest

import connect_desktop
from connect_desktop.domain import Person, Status
from connect_desktop.insight.said_before import Said
from connect_desktop.insight.states import State
from connect_desktop.insight.telling import at_rest
from connect_desktop.interchange import sample
from connect_desktop.ui.readings import BondReadings
from connect_desktop.ui.safe import who_can_help
from connect_desktop.ui.session import Session

UI = Path(connect_desktop.__file__).parent / "ui"
FILES = [
    UI / name
    for name in (
        "telling.py", "working.py", "readings.py", "observation.py", "safe.py",
        "widgets/reading_card.py", "widgets/observation_card.py", "../insight/telling.py", "widgets/steps.py",
        "widgets/state_mark.py", "dialogs/worked_out.py", "pages/person.py", "pages/person_moments.py",
        "pages/people.py", "pages/people_table.py", "pages/today.py",
    )
]  # fmt: skip
FORBIDDEN = re.compile(
    r"\b(toxic|narciss\w*|scor(e|es|ed|ing)|diagnos\w*|abus\w*|manipulat\w*|should|must|leave (him|her|them)"
    r"|warning|alert|dangerous (person|relationship)|unhealthy|bad person|worst|best|rank\w*|red flag\w*"
    r"|victim|avoidant|attachment|codependen\w*|gaslight\w*|fail\w*|wrong with|certain(ly)?|definitely"
    r"|proves?|ghost\w*|streak|badge|points?)\b",
    re.IGNORECASE,
)


def templates(path: Path) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"tr", "tr_n"}:
            found += [part.value for part in node.args if isinstance(part, ast.Constant)]
    return [text for text in found if isinstance(text, str)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_template_judges(path: Path) -> None:
    assert [text for text in templates(path) if FORBIDDEN.search(text)] == []


def test_the_list_would_notice() -> None:
    bad = ["Warning: toxic", "a score of 82", "You should leave him", "diagnosis", "Narcissist", "abusive"]
    assert all(FORBIDDEN.search(text) for text in bad)


def test_nothing_formed_from_a_whole_life_judges(session: Session) -> None:
    session.store.apply(sample.life(session.today()))
    readings = BondReadings.of_session(session)
    said = [readings.whole()]
    for person, told in readings.all().items():
        said += [told.said, told.short, told.likely, told.would_change, told.no_longer, told.wider]
        said += [line.text for line in told.sentences()]
        working = readings.working(person)
        for step in working.steps() if working else ():
            said += [step.heading, step.rule, *step.here]
    for step in who_can_help():
        said += [step.heading, step.rule]
    assert len(said) > 300
    assert [text for text in said if FORBIDDEN.search(text)] == []


def test_every_rest_and_every_last_word_is_kind() -> None:
    said = []
    for status in (Status.RESTING, Status.ENDED, Status.DIED):
        for state in State:
            last = Said(state=state, since=date(2026, 11, 1))
            told = at_rest(Person(name="Jonas", status=status), last)
            said += [told.said, told.short, *(line.text for line in told.lines)]
    assert [text for text in said if FORBIDDEN.search(text)] == []
