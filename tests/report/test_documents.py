"""What each document says, and what it leaves out when asked to."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from lines import lines

from connect_desktop.charts.chart import Chart
from connect_desktop.domain import (
    WORD_FEELING,
    Circle,
    Edit,
    Feeling,
    Impression,
    Interaction,
    Moment,
    Person,
    Reach,
    Reflection,
    Status,
    Tie,
    WayBack,
    Word,
)
from connect_desktop.report import drawings
from connect_desktop.report.document import Document
from connect_desktop.report.documents import ChartsOf, booklet, period, person
from connect_desktop.report.options import Names, Options
from connect_desktop.store import Store
from tests.report.conftest import moment

TODAY = date(2026, 11, 22)
START = date(2026, 9, 1)
FULL = Options(names=Names.FULL)


def kinds(document: Document) -> list[str]:
    return [block["kind"] for block in document.body]


@pytest.fixture
def charts(store: Store, daniel: Person, autumn: list[Moment]) -> ChartsOf:
    records = [daniel, Word(text="Danny-ish", feeling=Feeling.TIGHT)]
    records += [one.interaction for one in autumn] + [part for one in autumn for part in one.impressions]
    store.apply([Edit(None, record) for record in records])
    feelings = {**WORD_FEELING, "Danny-ish": Feeling.TIGHT}
    return drawings.all_of(store.impressions.columns, usual=0.4, feelings=feelings, today=TODAY, day_ends=240)


# --- the booklet ---


def test_reflections_stand_in_the_order_they_were_lived(daniel: Person) -> None:
    written = [Reflection(on=START + timedelta(days=day), title=f"Day {day}") for day in (40, 3, 200, 0)]
    document = booklet(written, [daniel], start=START, end=TODAY, options=FULL, today=TODAY)
    titles = [line for line in lines(document) if line.startswith("Day")]
    assert titles == ["Day 0", "Day 3", "Day 40"]
    assert (document.title, document.dates) == ("Reflections", "1 September – 22 November 2026")


def test_a_reflection_names_its_day_people_and_circles() -> None:
    zoe, maya, choir = Person(name="Zoë"), Person(name="maya"), Circle(name="Choir")
    written = Reflection(
        on=TODAY, title="Title", people={zoe.id, maya.id, "gone"}, circles={choir.id, "gone"}
    )
    document = booklet(
        [written], [zoe, maya], start=TODAY, end=TODAY, options=FULL, today=TODAY, circles=[choir]
    )
    assert "Sunday, 22 November 2026 · maya · Zoë · Choir" in lines(document)


@pytest.mark.parametrize("wanted", [True, False])
def test_the_prompt_stands_above_the_text_where_wanted(wanted: bool) -> None:
    written = Reflection(on=TODAY, text="An answer.", prompt="p")
    document = booklet(
        [written], [], start=TODAY, end=TODAY, options=Options(prompts=wanted), today=TODAY,
        prompts={"p": "A question?"},
    )  # fmt: skip
    assert ("A question?" in lines(document)) is wanted


def test_charts_follow_the_first_reflection_about_one_person_alone(
    daniel: Person, autumn: list[Moment], charts: ChartsOf
) -> None:
    maya = Person(name="Maya")
    written = [
        Reflection(on=START, title="Both", people={daniel.id, maya.id}),
        Reflection(on=START + timedelta(days=1), title="First", people={daniel.id}),
        Reflection(on=START + timedelta(days=2), title="Second", people={daniel.id}),
    ]
    document = booklet(
        written,
        [daniel, maya],
        start=START,
        end=TODAY,
        options=FULL,
        today=TODAY,
        moments=autumn,
        charts=charts,
    )
    said = lines(document)
    chart = said.index("Daniel Fox: How your body felt afterwards")
    assert said.index("First") < chart < said.index("Second")
    assert len([line for line in said if "How your body" in line]) == 1
    assert [one for one in said if one.startswith("9 moments with Daniel Fox from 1 September 2026 to 27")]
    assert document.foot == "Self-reported, not a clinical measurement."


def test_words_alone_carry_no_remark_about_measuring() -> None:
    document = booklet([], [], start=TODAY, end=TODAY, options=FULL, today=TODAY)
    written = booklet([Reflection(on=TODAY, text="x")], [], start=TODAY, end=TODAY, options=FULL, today=TODAY)
    assert written.foot == document.foot == ""
    assert lines(document) == ["No reflections were written in these days."]


# --- a person ---


def about(subject: Person, moments: list[Moment], **changes: Any) -> Document:
    given: dict[str, Any] = {"reflections": [], "options": FULL, "today": TODAY, **changes}
    people = given.pop("people", [subject])
    return person(subject, people, moments=moments, **given)


def test_a_person_comes_with_counts_first(daniel: Person, autumn: list[Moment]) -> None:
    someone = replace(daniel, ties=frozenset({Tie.FRIEND, Tie.PARTNER}), since=date(2019, 3, 1))
    document = about(someone, autumn)
    assert document.title == "Daniel Fox"
    assert document.dates == "partner · friend · since March 2019 · 1 September – 27 October 2026"
    assert lines(document)[:6] == [
        "9 moments from 1 September 2026 to 27 October 2026.",
        "Of the 8 times one of you reached out first, 6 were you.",
        "Once you reached out, and no answer came.",
        "You felt met in 2 of 8 moments.",
        "Your body breathed easier after 3 of 9, tightened after 4, neither after 2.",
        "Moments",
    ]


def test_nothing_is_said_of_what_was_never_answered(daniel: Person) -> None:
    interaction = Interaction(at=datetime.fromisoformat("2026-09-01T12:00+02:00"))
    bare = Moment(
        interaction=interaction, impressions=(Impression(interaction=interaction.id, person=daniel.id),)
    )
    assert lines(about(daniel, [bare]))[:2] == ["1 moment on 1 September 2026.", "Moments"]


def test_one_reaching_out_is_said_in_words(daniel: Person, autumn: list[Moment]) -> None:
    assert "One of you reached out first once, and it was you." in lines(about(daniel, autumn[:1]))
    assert "One of you reached out first once, and it was Daniel Fox." in lines(about(daniel, autumn[2:3]))


def test_one_of_several_is_told_as_one(daniel: Person, autumn: list[Moment]) -> None:
    hurts = [moment(50 + n, daniel, hurt=True, way_back=back) for n, back in enumerate((WayBack.ME, None))]
    said = lines(about(daniel, [*autumn[1:3], *autumn[7:8], *hurts]))
    assert "Of the 3 times one of you reached out first, 1 was you." in said
    assert "There were 2 hurts, 1 of them with a way back." in said
    assert "There was a hurt, and a way back." in lines(about(daniel, hurts[:1]))
    assert "There was a hurt, without a way back yet." in lines(about(daniel, hurts[1:]))
    gone = replace(daniel, status=Status.DIED)
    assert "There was a hurt, without a way back." in lines(about(gone, hurts[1:]))


def test_moments_are_a_table_oldest_first_or_entries_with_their_notes(
    daniel: Person, autumn: list[Moment]
) -> None:
    table = about(daniel, autumn[::-1])
    (block,) = [block for block in table.body if block["kind"] == "table"]
    rows = [[lines(cell)[0] for cell in row] for row in block["rows"]]
    assert rows[0] == ["Tue, 1 Sep 2026", "tightened", "you reached out", "not met"]
    assert rows[3] == ["Tue, 22 Sep 2026", "a little easier", "you reached out, no answer", ""]
    assert "Daniel asked how I was." not in lines(table)
    noted = about(daniel, autumn, options=replace(FULL, notes=True))
    assert kinds(noted).count("entry") == 9
    said = lines(noted)
    assert said[said.index("Daniel asked how I was.") - 2] == "Tuesday, 29 September 2026 · 12:00"


def test_a_late_evening_belongs_to_its_day(daniel: Person, autumn: list[Moment]) -> None:
    late = replace(autumn[0].interaction, at=datetime.fromisoformat("2026-09-02T01:30+02:00"))
    document = about(daniel, [replace(autumn[0], interaction=late)], options=replace(FULL, notes=True))
    assert "1 moment on 1 September 2026." in lines(document)
    assert "Tuesday, 1 September 2026 · 01:30 the next day" in lines(document)


def test_what_is_not_wanted_is_left_out(daniel: Person, autumn: list[Moment], charts: ChartsOf) -> None:
    whole = about(daniel, autumn, charts=charts)
    assert len(whole.drawings) == 5, "the four that always are, and who reached out"
    bare = about(daniel, autumn, charts=charts, options=replace(FULL, charts=False, readings=False))
    assert not bare.drawings
    assert kinds(bare) == ["heading", "table"]


def test_charts_with_too_little_to_show_are_left_out(daniel: Person) -> None:
    def drawn(_person: Person, _name: str, _hide: Callable[[str], str]) -> Sequence[Chart]:
        from matplotlib.figure import Figure

        return [Chart(figure=Figure(), title="Soon", twin="Nothing yet.", empty=True)]

    assert not about(daniel, [], charts=drawn).drawings


@pytest.mark.parametrize(("names", "label"), [(Names.INITIALS, "D."), (Names.LETTERS, "A")])
def test_hidden_names_are_nowhere(
    printed: Callable[..., Any],
    daniel: Person,
    autumn: list[Moment],
    charts: ChartsOf,
    names: Names,
    label: str,
) -> None:
    options = Options(names=names, notes=True)
    written = Reflection(on=TODAY, title="Danny", text="For fox? For Fox.", people={daniel.id})
    document = about(daniel, autumn, charts=charts, options=options, reflections=[written])
    made = printed(document)
    everything = (made.text() + made.strings() + repr(document.body)).casefold()
    assert not [name for name in ("daniel", "danny", "fox.") if name in everything]
    alts = [alt for kind, alt in made.structure() if kind == "Figure"]
    assert f"{label}-ish" in " ".join(alts)


# --- a period ---


def test_a_period_lists_everyone_by_name_never_by_worth(daniel: Person, autumn: list[Moment]) -> None:
    ana, zoe = Person(name="ana"), Person(name="Zoe")
    first = autumn[0]
    both = replace(
        first,
        impressions=(
            *first.impressions,
            Impression(interaction=first.interaction.id, person=zoe.id, body=3),
            Impression(interaction=first.interaction.id, person=ana.id, reach=Reach.THEM),
        ),
    )
    document = period(
        [zoe, daniel, ana, Person(name="Absent")],
        start=START,
        end=date(2026, 9, 30),
        moments=[both, *autumn[1:]],
        reflections=[],
        options=FULL,
        today=TODAY,
    )
    (block,) = [block for block in document.body if block["kind"] == "table"]
    assert [[lines(cell)[0] for cell in row] for row in block["rows"]] == [
        ["ana", "1", "0", "1", "–", "–", "–", "–"],
        ["Daniel Fox", "5", "4", "1", "1 of 4", "2", "1", "2"],
        ["Zoe", "1", "0", "0", "–", "1", "0", "0"],
    ]
    assert lines(document)[0] == "In these days: 5 moments, 3 people, 0 reflections."


def test_notes_of_a_period_name_who_was_there(daniel: Person, autumn: list[Moment]) -> None:
    document = period(
        [daniel],
        start=START,
        end=TODAY,
        moments=autumn,
        reflections=[],
        options=Options(notes=True),
        today=TODAY,
    )
    said = lines(document)
    note = said.index("D. asked how I was.")
    assert said[note - 1] == "D.: breathed easier · you reached out · truly met · warmer"


def test_charts_show_the_days_they_are_given(store: Store, daniel: Person, charts: ChartsOf) -> None:
    assert charts
    some_days = store.impressions.columns(daniel.id).within(START, date(2026, 10, 6), 240)
    drawn = drawings.body(lambda _person: some_days, usual=None, today=TODAY, day_ends=240)
    (chart,) = drawn(daniel, "A", str)
    assert "6 moments with A, from 1 September 2026 to 6 October 2026." in chart.twin


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (date(2026, 5, 22), date(2026, 11, 22), "22 May – 22 November 2026"),
        (date(2026, 11, 3), date(2026, 11, 22), "3 – 22 November 2026"),
        (date(2025, 12, 30), date(2026, 1, 2), "30 December 2025 – 2 January 2026"),
        (TODAY, TODAY, "22 November 2026"),
    ],
)
def test_dates_say_nothing_twice(start: date, end: date, said: str) -> None:
    assert booklet([], [], start=start, end=end, options=FULL, today=TODAY).dates == said
