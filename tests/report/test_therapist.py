"""Pages for a therapist: plain numbers on one page, then what was chosen, the same words as on screen."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from lines import lines

from connect_desktop.charts import save
from connect_desktop.domain import (
    WORD_FEELING,
    Edit,
    Hope,
    Impression,
    Interaction,
    Moment,
    Person,
    Reach,
    Reflection,
    Status,
    WayBack,
)
from connect_desktop.insight.said_before import SaidBefore
from connect_desktop.report import drawings
from connect_desktop.report.bonds import Bonds
from connect_desktop.report.document import Document
from connect_desktop.report.documents import person, therapist
from connect_desktop.report.options import Names, Options
from connect_desktop.store import Store

TODAY, START = date(2026, 11, 22), date(2026, 9, 1)
FULL = Options(names=Names.FULL)


def moment(day: int, person: Person, note: str = "", **felt: Any) -> Moment:
    """A moment at noon, `day` days after the first of September."""
    at = datetime(2026, 9, 1, 12, tzinfo=UTC) + timedelta(days=day)
    interaction = Interaction(at=at, note=note)
    felt_with = Impression(interaction=interaction.id, person=person.id, **felt)
    return Moment(interaction=interaction, impressions=(felt_with,))


def cells(document: Document) -> dict[str, list[str]]:
    """The rows of the first table by what they count."""
    table = next(block for block in document.body if block["kind"] == "table")
    rows = [[lines(cell)[0] for cell in row] for row in table["rows"]]
    return {label: values for label, *values in rows}


def pages(people: list[Person], moments: list[Moment], **changes: Any) -> Document:
    given: dict[str, Any] = {"reflections": [], "options": FULL, "today": TODAY, **changes}
    return therapist(people, start=START, end=TODAY, moments=moments, **given)


def test_the_numbers_are_counts_with_their_totals(daniel: Person, autumn: list[Moment]) -> None:
    hurt = moment(80, daniel, hurt=True, way_back=WayBack.ME, reach=Reach.THEM_UNANSWERED)
    found = cells(pages([daniel], [*autumn, hurt], reflections=[Reflection(on=TODAY, text="x")]))
    assert found["Moments"] == ["10"]
    assert found["People in them"] == ["1"]
    assert found["Your body breathed easier afterwards"] == ["3 of 9"]
    assert found["You reached out first"] == ["6 of 9"]
    assert found["You reached out, no answer came"] == ["1"]
    assert found["They reached out, you did not answer"] == ["1"]
    assert found["You felt met, mostly or truly"] == ["2 of 8"]
    assert found["Hurts with a way back"] == ["1 of 1"]
    assert found["Reflections written"] == ["1"]


def test_what_was_never_answered_is_unknown_and_not_nought(daniel: Person) -> None:
    found = cells(pages([daniel], [moment(0, daniel)]))
    assert {
        found[row][0] for row in ("Your body did neither", "You reached out first", "Hurts with a way back")
    } == {"–"}
    assert found["Hurts"] == ["0"]


def test_of_days_without_anything_it_says_so_in_a_sentence(daniel: Person) -> None:
    document = pages([daniel], [], last=date(2026, 10, 1))
    assert lines(document) == ["Nothing was logged or written in these days."]
    written = [Reflection(on=TODAY, title="T", text="x")]
    assert cells(pages([daniel], [], reflections=written))["Reflections written"] == ["1"]


def test_since_the_last_one_everything_is_counted_apart(daniel: Person, autumn: list[Moment]) -> None:
    document = pages([daniel], autumn, last=date(2026, 10, 1))
    assert cells(document)["Moments"] == ["5", "4", "9"]
    assert "1 Oct – 22 Nov" in lines(document)
    assert cells(pages([daniel], autumn, last=date(2026, 8, 1)))["Moments"] == ["9"]


def test_it_says_what_it_is_and_ends_the_page_before_what_was_chosen(
    daniel: Person, autumn: list[Moment], printed: Callable[..., Any]
) -> None:
    written = [Reflection(on=TODAY, title=f"T{number}", text="x") for number in range(12)]
    made = printed(pages([daniel], autumn, reflections=written))
    first = made.text(1)
    assert first.startswith("Formytherapist")
    assert "Self-reported,notaclinicalmeasurement." in first
    assert "Reflectionswritten12" in first
    assert "T3" not in first
    assert "T3" in made.text(2)
    assert [kind for kind, _ in made.structure()].count("TOCI") == 15


def test_only_who_and_what_was_chosen_follows(daniel: Person, autumn: list[Moment]) -> None:
    maya = Person(name="Maya")
    noted = [*autumn, moment(3, maya, note="Only with Maya.")]
    written = [Reflection(on=TODAY, title="Kept"), Reflection(on=TODAY, title="Left")]
    document = pages(
        [daniel, maya],
        noted,
        about={daniel.id},
        reflections=written,
        chosen={written[0].id},
        options=replace(FULL, notes=True),
    )
    said = lines(document)
    assert cells(document)["People in them"] == ["2"]
    assert "Maya" not in said
    assert "Only with Maya." not in said
    assert "Daniel asked how I was." in said
    assert ("Kept" in said, "Left" in said) == (True, False)


def test_with_nothing_chosen_there_are_only_the_numbers(daniel: Person, autumn: list[Moment]) -> None:
    document = pages([daniel], autumn, about=(), chosen=())
    assert [block["kind"] for block in document.body] == ["remark", "heading", "table"]


def test_a_line_of_ones_own_stands_below_the_title(
    daniel: Person, autumn: list[Moment], printed: Callable[..., Any]
) -> None:
    made = printed(pages([daniel], autumn, options=Options(line=" About Daniel, #1 *not* bold ")))
    assert "AboutD.,#1*not*boldSelf-reported" in made.text(1)


# --- the readings ---


@pytest.fixture
def lived(store: Store, daniel: Person) -> Store:
    """Forty moments with Daniel, in which the user reached out and was not met; then one hope."""
    moments = [moment(2 * n - 20, daniel, body=-1, reach=Reach.ME, met=0) for n in range(40)]
    others = [Person(name=name) for name in ("Maya", "Tom")]
    moments += [moment(3 * n, others[n % 2], body=2, reach=Reach.BOTH, met=4) for n in range(24)]
    records = [daniel, *others, *(one.interaction for one in moments)]
    keep(store, records, moments)
    return store


def keep(store: Store, records: list[Any], moments: list[Moment]) -> None:
    felt = [part for one in moments for part in one.impressions]
    store.apply([Edit(None, one) for one in (*records, *felt)])


def bonds(store: Store, on: date = TODAY) -> Bonds:
    return Bonds(
        answers=store.impressions.answers(), people=store.people.all(), on=on, day_ends=240,
        feelings=WORD_FEELING,
    )  # fmt: skip


def test_a_person_is_told_in_the_words_of_their_page(lived: Store, daniel: Person) -> None:
    document = person(
        daniel, [daniel], moments=lived.moments.of(daniel.id), reflections=[], options=Options(), today=TODAY,
        bonds=bonds(lived),
    )  # fmt: skip
    said = lines(document)
    assert said[0] == "You keep reaching out, and are rarely met."
    assert said[1].startswith("Of the 40 times one of you reached out first, 40 were you.")
    assert "Daniel" not in " ".join(said)
    assert [one for one in said if one.startswith("40 moments from ")]
    assert not [one for one in said if one.startswith("You felt met in")]


def test_of_fewer_days_the_counts_are_told_too(lived: Store, daniel: Person) -> None:
    some = lived.moments.of(daniel.id)[:12]
    document = person(
        daniel, [daniel], moments=some, reflections=[], options=FULL, today=TODAY, bonds=bonds(lived)
    )
    assert "You felt met in 0 of 12 moments." in " ".join(lines(document))


def test_where_nothing_was_logged_nothing_is_read_from_it(lived: Store) -> None:
    alone = Person(name="Ilvy")
    lived.apply([Edit(None, alone)])
    document = person(
        alone, [alone], moments=[], reflections=[], options=FULL, today=TODAY, bonds=bonds(lived)
    )
    assert lines(document) == ["With Ilvy nothing is logged."]


def test_a_bond_at_rest_is_told_as_such(lived: Store, daniel: Person) -> None:
    lived.apply([Edit(daniel, replace(daniel, status=Status.RESTING))])
    found = bonds(lived).of(daniel.id, "D.")
    assert (found.said, found.changed, found.since) == (
        "This bond is resting, and so is its reading.",
        "",
        None,
    )


def test_a_change_is_told_on_the_first_page_when_it_is_new(store: Store, daniel: Person) -> None:
    moments = [moment(2 * n - 60, daniel, body=2, reach=Reach.BOTH, met=4) for n in range(30)]
    moments += [moment(2 * n, daniel, body=-2, reach=Reach.ME, met=0) for n in range(30)]
    records = [daniel, *(one.interaction for one in moments)]
    keep(store, records, moments)
    given: dict[str, Any] = {"bonds": bonds(store), "about": {daniel.id}, "options": Options()}
    since = bonds(store).of(daniel.id, "D.").since
    assert since is not None
    told = therapist([daniel], start=since, end=TODAY, moments=moments, reflections=[], today=TODAY, **given)
    assert "D.: Since September you have felt met less" in " ".join(lines(told))
    assert "What has changed" not in lines(pages([daniel], moments, **given, last=date(2026, 11, 20)))


def test_hopes_stand_with_their_person(lived: Store, daniel: Person) -> None:
    hope = Hope(person=daniel.id, text="That Daniel calls.", since=START)
    document = pages(
        lived.people.all(), lived.moments.of(daniel.id), hopes={daniel.id: [(hope, ())]}, options=Options()
    )
    assert "“That D. calls.”" in lines(document)
    assert "That D. calls." not in lines(pages(lived.people.all(), [], hopes={daniel.id: [(hope, ())]}))


# --- black and white ---


def test_its_charts_are_grey(lived: Store, daniel: Person) -> None:
    drawn = drawings.in_grey(lived.impressions.columns, usual=0.4, today=TODAY, day_ends=240)
    for chart in drawn(daniel, "D.", str):
        found = {one[1:].lower() for one in re.findall(rb"#[0-9a-fA-F]{6}", save.svg(chart))}
        assert found
        assert [one for one in found if not one[:2] == one[2:4] == one[4:]] == []


def test_said_before_is_taken_up(lived: Store, daniel: Person) -> None:
    told = replace(bonds(lived), said=SaidBefore()).of(daniel.id, "Dani")
    assert told == bonds(lived).of(daniel.id, "Dani")
