"""What a row of moments says in a narrow list: all of it."""

from datetime import datetime

import pytest
from PySide6.QtWidgets import QApplication

from connect_desktop.domain import Impression, Interaction, Moment
from connect_desktop.ui.widgets.moment_delegate import _Heading, _tag_lines
from connect_desktop.ui.widgets.moment_rows import Face, MomentRow

pytestmark = pytest.mark.usefixtures("themed")

TAGS = (
    ("hungry for a response", "tight"),
    ("replaying it", "tight"),
    ("barely met", "neither"),
    ("a hurt", "tight"),
)


@pytest.fixture
def row(now: datetime) -> MomentRow:
    made = Interaction(at=now)
    moment = Moment(interaction=made, impressions=(Impression(interaction=made.id, person="daniel"),))
    facts = "22:40 · in person · 40 min · you reached out"
    faces = (Face(id="daniel", name="Daniel", colour=0),)
    return MomentRow(moment=moment, faces=faces, shown=moment.impressions[0], facts=facts, tags=TAGS)


def test_words_go_on_in_the_next_line(row: MomentRow) -> None:
    assert [len(_tag_lines(row, width)) for width in (2000, 200, 10)] == [1, 3, 4]
    assert [tag for line in _tag_lines(row, 200) for tag in line] == [*TAGS]


def test_facts_stand_below_the_names_where_both_do_not_fit(row: MomentRow) -> None:
    font = QApplication.font()
    wide, narrow = _Heading(row, font, 2000), _Heading(row, font, 300)
    assert narrow.height() > wide.height()
    assert narrow.texts() == wide.texts() == ("Daniel", row.facts)
