"""Where things stand on the pages: what a reader sees at a glance, in points from the upper left corner."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTCurve, LTTextContainer, LTTextLine

from connect_desktop.domain import WORD_FEELING, Edit, Hope, Impression, Moment, Person, Reflection
from connect_desktop.report import drawings
from connect_desktop.report.bonds import Bonds
from connect_desktop.report.documents import booklet, period, person, therapist
from connect_desktop.report.options import Names, Options
from connect_desktop.store import Store

TODAY, START = date(2026, 11, 22), date(2026, 9, 1)
FULL = Options(names=Names.FULL)
WORDS = "We walked to the lake and said little; it was enough, and the light stayed. "
Print = Callable[..., Any]


def seen(made: Any, *kinds: type) -> list[list[Any]]:
    """What of these kinds stands on each page, from its top to its foot."""
    pages = [list(within(page, *kinds)) for page in extract_pages(made.path)]
    return [sorted(page, key=lambda one: -one.y1) for page in pages]


def within(node: Any, *kinds: type) -> Iterator[Any]:
    for part in node:
        if isinstance(part, kinds):
            yield part
        elif isinstance(part, LTTextContainer):
            yield from within(part, *kinds)


def lines(made: Any) -> list[list[Any]]:
    """The lines of the body of each page: no running head, no foot."""
    rows = [[line for line in page if line.get_text().strip()] for page in seen(made, LTTextLine)]
    return [[one for one in page if 75 < one.y0 < 775] for page in rows]


def text(line: Any) -> str:
    return str(line.get_text()).strip()


@pytest.fixture
def lived(store: Store, daniel: Person, autumn: list[Moment]) -> Store:
    """The autumn with three people, everything with all of them."""
    people = [daniel, Person(name="Maya"), Person(name="Tom")]
    felt = [part for one in autumn for part in one.impressions]
    shared = [
        Impression(interaction=one.interaction, person=other.id, body=one.body, reach=one.reach, met=one.met)
        for one in felt
        for other in people[1:]
    ]
    records = [*people, *(one.interaction for one in autumn), *felt, *shared]
    store.apply([Edit(None, record) for record in records])
    return store


def pages_for_a_therapist(lived: Store, **changes: Any) -> Any:
    people, around = lived.people.all(), lived.moments.recent(100)
    bonds = Bonds(
        answers=lived.impressions.answers(), people=people, on=TODAY, day_ends=240, feelings=WORD_FEELING
    )
    drawn = drawings.in_grey(lived.impressions.columns, usual=0.4, today=TODAY, day_ends=240)
    given: dict[str, Any] = {"reflections": [], "options": FULL, "bonds": bonds, "charts": drawn, **changes}
    return therapist(people, start=START, end=TODAY, moments=around, today=TODAY, **given)


def test_a_person_begins_at_the_top_like_anything_else_and_is_not_torn_apart(
    printed: Print, lived: Store
) -> None:
    made = printed(pages_for_a_therapist(lived))
    contents, *people = lines(made)[1:]
    assert [text(page[0]) for page in people] == ["Daniel Fox", "Maya", "Tom"]
    assert [page[0].y1 for page in people] == pytest.approx([contents[0].y1] * 3, abs=4)
    assert [[text(line) for line in page].count("Who reached out, month by month") for page in people] == [
        1
    ] * 3


def test_hopes_that_go_over_to_the_next_page_say_from_whom(printed: Print, lived: Store) -> None:
    waited = {
        one.id: [
            (Hope(person=one.id, text=f"That {one.name} asks, {number} of {count}.", since=START), ())
            for number in range(count)
        ]
        for one, count in zip(lived.people.all(), (5, 6, 7), strict=True)
    }
    pages = lines(printed(pages_for_a_therapist(lived, hopes=waited)))
    tops = [text(page[0]) for page in pages[2:]]
    assert len(tops) > 3
    assert {top.replace("Hopes with ", "") for top in tops} == {"Daniel Fox", "Maya", "Tom"}


def test_drawings_begin_and_end_with_the_lines_of_the_text(printed: Print, lived: Store) -> None:
    made = printed(pages_for_a_therapist(lived))
    drawn = [[one for one in page if one.height < 100] for page in seen(made, LTCurve)]  # not their ground
    rules, *charts = filter(None, drawn)
    for parts in charts:
        assert min(one.x0 for one in parts) == pytest.approx(min(one.x0 for one in rules), abs=1)
        assert max(one.x1 for one in parts) == pytest.approx(max(one.x1 for one in rules), abs=1)


def test_what_leads_to_a_list_or_a_quote_stays_with_it(printed: Print) -> None:
    parts = [
        WORDS * (n % 4 + 1) + ("\n\nThree things:\n\n- one\n- two" if n % 2 else "\n\nI said:\n\n> Quoted.")
        for n in range(60)
    ]
    written = Reflection(on=TODAY, title="T", text="\n\n".join(parts))
    made = printed(booklet([written], [], start=TODAY, end=TODAY, options=FULL, today=TODAY))
    ends = [text(page[-1]) for page in lines(made)]
    assert len(ends) > 4
    assert not [end for end in ends if end.endswith(":")]


def test_lines_stand_closer_where_that_saves_an_almost_empty_last_page(printed: Print) -> None:
    def made(count: int) -> list[list[Any]]:
        written = Reflection(on=TODAY, title="T", text="\n\n".join([WORDS * 2] * count))
        return lines(printed(booklet([written], [], start=TODAY, end=TODAY, options=FULL, today=TODAY)))

    found = [made(count) for count in range(14, 24)]
    apart = [pages[0][-2].y0 - pages[0][-1].y0 for pages in found]
    full = max(place for place, pages in enumerate(found) if len(pages) == 1)
    assert apart[full] < 0.96 * apart[0]
    assert [number for number, far in enumerate(apart) if far < 0.96 * apart[0]] == [full]
    assert min(len(pages[-1]) for pages in found) > 3


@pytest.mark.parametrize("name", ["ليلى الحسن", "נועה"])
def test_a_name_from_the_right_heads_its_pages_where_other_names_do(
    printed: Print, store: Store, daniel: Person, autumn: list[Moment], name: str
) -> None:
    someone = Person(id=daniel.id, name=name)
    alone = person(someone, [someone], moments=autumn, reflections=[], options=FULL, today=TODAY)
    assert lines(printed(alone))[0][0].x0 < 100
    records = [
        someone,
        *(one.interaction for one in autumn),
        *(part for one in autumn for part in one.impressions),
    ]
    store.apply([Edit(None, record) for record in records])
    drawn = drawings.body(store.impressions.columns, usual=None, today=TODAY, day_ends=240)
    back = period(
        [someone], start=START, end=TODAY, moments=autumn, reflections=[], options=FULL, today=TODAY,
        charts=drawn,
    )  # fmt: skip
    headings = [line for line in lines(printed(back))[0] if text(line) == name[::-1]]
    assert [line.x0 < 100 for line in headings] == [True] * len(headings) and headings


def test_a_very_long_name_is_no_shout(printed: Print) -> None:
    someone = Person(name="Maximiliane from the allotment " * 6)
    alone = person(someone, [someone], moments=[], reflections=[], options=FULL, today=TODAY)
    other = Person(name="Max")
    short = person(other, [other], moments=[], reflections=[], options=FULL, today=TODAY)
    long, usual = (lines(printed(one))[0][0] for one in (alone, short))
    assert long.height < usual.height


def test_where_there_are_no_dates_there_is_no_empty_line(printed: Print, daniel: Person) -> None:
    alone = person(daniel, [daniel], moments=[], reflections=[], options=FULL, today=TODAY)
    assert [kind for kind, _ in printed(alone).structure()] == ["Document", "Title", "P"]
