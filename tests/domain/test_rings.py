"""Dated notes of how close someone is, read for a day, for the months, and as a history."""

from datetime import date

from connect_desktop.domain import Closeness
from connect_desktop.domain.rings import by_ring, changes, month_ends, rings_on


def note(person: str, on: date, ring: int, overlap: int | None = None) -> Closeness:
    return Closeness(person=person, on=on, ring=ring, overlap=overlap)


MARCH, JUNE, LATER = date(2026, 3, 10), date(2026, 6, 1), date(2026, 6, 20)
MAYA_NEAR, MAYA_OUT, MAYA_BACK = note("maya", MARCH, 1), note("maya", JUNE, 3), note("maya", LATER, 1)
BEN = note("ben", JUNE, 2)
NOTES = [MAYA_OUT, BEN, MAYA_NEAR, MAYA_BACK]


def test_the_latest_note_up_to_a_day_is_in_force() -> None:
    assert rings_on(NOTES, date(2026, 3, 9)) == {}
    assert rings_on(NOTES, MARCH) == {"maya": MAYA_NEAR}
    assert rings_on(NOTES, JUNE) == {"maya": MAYA_OUT, "ben": BEN}
    assert rings_on(NOTES, date(2027, 1, 1)) == {"maya": MAYA_BACK, "ben": BEN}


def test_of_two_notes_of_one_day_the_last_given_counts() -> None:
    again = note("ben", JUNE, 4)
    assert rings_on([*NOTES, again], JUNE)["ben"] == again
    assert changes([BEN, again], "ben") == [again]


def test_a_history_tells_only_where_the_ring_became_another() -> None:
    same = note("maya", date(2026, 4, 1), 1, overlap=6)
    assert changes([*NOTES, same], "maya") == [MAYA_NEAR, MAYA_OUT, MAYA_BACK]
    assert changes(NOTES, "nobody") == []


def test_months_run_from_the_first_note_to_today() -> None:
    assert month_ends(NOTES, date(2026, 6, 20)) == [
        date(2026, 3, 31), date(2026, 4, 30), date(2026, 5, 31), date(2026, 6, 20)
    ]  # fmt: skip
    assert month_ends([], JUNE) == [JUNE]
    assert month_ends([note("maya", date(2025, 12, 31), 1)], date(2026, 1, 31)) == [
        date(2025, 12, 31), date(2026, 1, 31)
    ]  # fmt: skip


def test_people_stand_on_their_ring_in_the_order_given() -> None:
    held = rings_on(NOTES, JUNE)
    assert by_ring(held, ["maya", "ben", "none"]) == {1: [], 2: ["ben"], 3: ["maya"], 4: []}
