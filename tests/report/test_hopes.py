"""What is waited for, in the document about one person."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from lines import lines

from connect_desktop.domain import Direction, Hope, HopeState, Person, Sign, Status
from connect_desktop.report.document import Document
from connect_desktop.report.documents import person
from connect_desktop.report.hopes import Waited, within
from connect_desktop.report.options import Names, Options

TODAY = date(2026, 11, 22)
DAY_ENDS = 240


def sign(at: datetime, way: Direction) -> Sign:
    wall = int((at - datetime(1970, 1, 1)).total_seconds())  # noqa: DTZ001 - a clock on a wall
    return Sign(interaction="i", wall=wall, body=1, direction=way)


def about(daniel: Person, waited: list[Waited], **options: Any) -> Document:
    chosen = Options(**{"names": Names.FULL, **options})
    return person(daniel, [daniel], moments=[], reflections=[], options=chosen, today=TODAY, hopes=waited)


@pytest.fixture
def waited(daniel: Person) -> list[Waited]:
    evening = datetime(2026, 11, 20, 23, 30)  # noqa: DTZ001 - a clock on a wall
    signs = [sign(evening, Direction.AWAY), sign(evening + timedelta(hours=2), Direction.TOWARD)]
    true = {"state": HopeState.CAME_TRUE, "closed": TODAY, "closing": "Daniel did.\n\nTwice."}
    return [
        (Hope(person=daniel.id, text="Daniel will sing.", since=date(2026, 9, 1), **true), []),
        (Hope(person=daniel.id, text="Daniel will ask.", since=date(2026, 5, 1)), signs),
    ]


def test_hopes_tell_since_when_and_which_way_the_moments_pointed(
    daniel: Person, waited: list[Waited]
) -> None:
    found = lines(about(daniel, waited))
    assert found[found.index("Hopes") + 1 :] == [
        "“Daniel will ask.”",
        "waiting · since 1 May 2026 · 1 moment toward it · 1 away · 0 neither",
        "“Daniel will sing.”",
        "Daniel did.",
        "Twice.",
        "came true · 1 September 2026 – 22 November 2026",
    ]


@pytest.mark.parametrize("status", [Status.RESTING, Status.ENDED, Status.DIED])
def test_where_the_bond_is_not_lived_now_nothing_is_called_waiting(
    daniel: Person, waited: list[Waited], status: Status
) -> None:
    found = lines(about(replace(daniel, status=status), waited))
    assert "since 1 May 2026 · 1 moment toward it · 1 away · 0 neither" in found
    assert "came true · 1 September 2026 – 22 November 2026" in found


def test_they_can_be_left_out_and_names_hidden(daniel: Person, waited: list[Waited]) -> None:
    assert "Hopes" not in lines(about(daniel, waited, hopes=False))
    assert not any("Daniel" in line for line in lines(about(daniel, waited, names=Names.LETTERS)))


def test_only_what_was_waited_for_in_those_days_with_the_moments_up_to_then(waited: list[Waited]) -> None:
    early = within(waited, date(2026, 6, 1), date(2026, 6, 30), DAY_ENDS)
    assert [(hope.text, signs) for hope, signs in early] == [("Daniel will ask.", [])]
    night = within(waited, date(2026, 11, 20), date(2026, 11, 20), DAY_ENDS)
    assert [len(signs) for _, signs in night] == [0, 2]
    after = within(waited, date(2026, 11, 23), TODAY + timedelta(days=30), DAY_ENDS)
    assert [(hope.text, len(signs)) for hope, signs in after] == [("Daniel will ask.", 2)]
