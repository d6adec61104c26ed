"""The map: where everyone stands, what isn't known, names that never touch, and the same in words."""

import itertools
import random
from datetime import date

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from connect_desktop.charts import map_labels, map_words, save, style
from connect_desktop.charts.map import MOST_NAMES, where_it_lands
from connect_desktop.charts.map_labels import Wish
from connect_desktop.charts.map_view import CLOSEST, WHOLE, View
from connect_desktop.charts.map_words import Group
from connect_desktop.charts.palette import DARK, LIGHT
from connect_desktop.insight.places import Place, Places, Region
from connect_desktop.insight.states import State
from connect_desktop.insight.whole import Whole

TODAY = date(2026, 11, 22)
SIZE = (7.4, 6.4)
QUIET = Whole(mostly_unmet=False, picture="", doubt="")
HALO = tuple(Region(left=w, right=w, below=4 * w, above=4 * w) for w in (0.2, 0.12, 0.06))


def place(name="Maya", share=0.5, met=3.0, state=State.MET, **more):
    """Return somebody with 30 moments of whom enough is known."""
    full = {
        "person": name.lower(), "name": name, "colour": len(name) % 12, "share": share, "met": met,
        "halo": HALO, "state": state, "one_sided": 0.1, "moments": 30, "me": 10, "them": 12,
        "met_often": 24, "met_of": 28, "since": None, "lately_met": 24, "lately_of": 28, "hurts": 0,
        "came_back": 0, "missing": (0, 0, 0), "placed": True, **more,
    }  # fmt: skip
    return Place(**full)


def unknown(name="Alex", missing=(3, 0, 0), **more):
    return place(name, 0.55, 2.6, State.NOT_ENOUGH, missing=missing, moments=3, **more)


def places(*people, whole=QUIET, usual=2.5):
    return Places(people=people, usual=usual, unmet_below=2.0, met_above=2.25, mine_above=0.6,
                  theirs_below=0.4, whole=whole)  # fmt: skip


def crowd(count, seed=1):
    chance = random.Random(seed)
    return places(
        *(
            place(f"Person {number}", min(0.9, max(0.1, chance.gauss(0.5, 0.12))),
                  min(3.8, max(0.3, chance.gauss(2.4, 0.5))))
            for number in range(count)
        )
    )  # fmt: skip


def drawn(found, palette=LIGHT, **how):
    return where_it_lands(found, palette, **{"size": SIZE, "today": TODAY, **how})


def boxes(chart):
    """Return every name and word with its box in pixels."""
    with style.applied():
        canvas = FigureCanvasAgg(chart.figure)
        canvas.draw()
        renderer = canvas.get_renderer()
        size = canvas.get_width_height()
        return [(t.get_text(), t.get_window_extent(renderer)) for t in chart.figure.texts], size


def check(chart):
    texts, (width, height) = boxes(chart)
    for text, box in texts:
        assert box.x0 >= -1 and box.x1 <= width + 1, f"{text!r} is cut off at a side"
        assert box.y0 >= -1 and box.y1 <= height + 1, f"{text!r} is cut off at top or bottom"
    for (one, a), (other, b) in itertools.combinations(texts, 2):
        across = min(a.x1, b.x1) - max(a.x0, b.x0)
        down = min(a.y1, b.y1) - max(a.y0, b.y0)
        assert across <= 1 or down <= 2, f"{one!r} and {other!r} touch"


def test_right_is_the_user_reaching_out_and_up_is_being_met():
    chart = drawn(places(place("Daniel", 0.85, 0.9), place("Maya", 0.5, 3.4), place("Mum", 0.2, 2.0)))
    daniel, maya, mum = chart.marks
    assert mum.x < maya.x < daniel.x
    assert daniel.y < mum.y < maya.y
    assert [mark.person for mark in chart.marks] == ["daniel", "maya", "mum"]


def test_the_parts_of_the_map_are_named_and_the_usual_is_a_dotted_line(parts):
    found = parts(drawn(places(place())))
    words = " ".join(found.texts("part"))
    for told in ("you both reach, and it lands", "you reach, and are met", "they reach; it doesn’t land",
                 "you reach, and are rarely met"):  # fmt: skip
        assert told in words or all(word in words for word in told.split())
    assert found.texts("usual-name") == ["your usual"]
    assert set(found.texts("axis")) == {"← they reach out", "you reach out →", "not met", "truly met"}
    assert found("usual")[0].get_linestyle()[0][1] is not None


def test_a_part_is_not_named_where_people_hide_its_words(parts):
    people = places(place("Maya", 0.5, 3.7), place("Ines", 0.47, 3.3), place("Dad", 0.53, 3.2))
    roomy, narrow = (" ".join(parts(drawn(people, scale=scale)).texts("part")) for scale in (1.0, 2.0))
    assert "lands" in roomy
    assert "lands" not in narrow
    assert "rarely" in narrow


def test_the_less_is_known_the_wider_the_halo(parts):
    wide = tuple(Region(left=0.3, right=0.3, below=1.5, above=1.0) for _ in range(3))
    known, vague = (parts(drawn(places(place(halo=halo)))) for halo in (HALO, wide))
    spans = [np.ptp(found("halo")[0].get_paths()[0].vertices[:, 0]) for found in (known, vague)]
    assert spans[1] > 1.4 * spans[0]
    layers = [np.ptp(layer.get_paths()[0].vertices[:, 0]) for layer in known("halo")]
    assert len(layers) == 3 and layers == sorted(layers, reverse=True)


def test_a_crowd_shows_only_the_likeliest_part_and_the_marks_hold_the_rest(parts):
    chart = drawn(crowd(40))
    assert len(parts(chart)("halo")) == 1
    assert all(len(mark.halo) == 3 for mark in chart.marks)


def test_who_has_too_few_moments_wears_a_dotted_ring(parts):
    assert not parts(drawn(places(place())))("ring")
    chart = drawn(places(place(), unknown()))
    (ring,) = parts(chart)("ring")
    assert len(ring.get_offsets()) == 1
    assert ring.get_linestyle()[0][1] is not None
    assert "dotted ring" in chart.caption
    assert "dotted" not in drawn(places(place())).caption
    assert "Nobody has enough" in drawn(places(unknown())).caption


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize("count", [1, 3, 12, 30, MOST_NAMES])
@pytest.mark.parametrize("seed", [1, 2])
def test_up_to_sixty_names_are_all_there_and_none_touches_another(parts, palette, count, seed):
    chart = drawn(crowd(count, seed), palette)
    check(chart)
    assert len(parts(chart).texts("name")) == count
    assert not any(mark.name for mark in chart.marks)


@pytest.mark.parametrize("size", [(3.75, 3.0), (5.0, 3.2), (12.0, 8.0)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_any_size_of_map_and_text_is_whole(size, scale):
    check(drawn(crowd(20), size=size, scale=scale, titled=True))


@pytest.mark.parametrize("size", [(0.1, 0.1), (0.5, 5.0), (30.0, 0.7)])
def test_even_absurd_sizes_are_drawn(size):
    boxes(drawn(crowd(20), size=size, titled=True))


def test_all_at_one_place_still_have_their_names(parts):
    chart = drawn(places(*(place(f"Twin {number}") for number in range(12))))
    check(chart)
    assert len(parts(chart).texts("name")) == 12
    assert parts(chart)("line")


def test_beyond_sixty_only_who_is_meant_has_a_name_until_one_looks_closer(parts):
    found = crowd(MOST_NAMES + 40)
    chart = drawn(found)
    assert parts(chart).texts("name") == []
    assert all(mark.name for mark in chart.marks)
    close = drawn(found, view=View(6.0, 0.4, 0.55))
    assert 0 < len(close.marks) <= MOST_NAMES
    assert len(parts(close).texts("name")) == len(close.marks)


def test_looking_closer_shows_only_whom_one_sees_and_nothing_outside_the_map():
    found = places(place("Maya", 0.5, 3.4), place("Daniel", 0.9, 0.4))
    chart = drawn(found, view=View(3.0, 0.5, 0.8))
    assert [mark.person for mark in chart.marks] == ["maya"]
    left, bottom, right, top = chart.area
    assert 0 < left < right < 1 and 0 < bottom < top < 1
    assert left < chart.marks[0].x < right
    check(chart)


def test_the_same_people_give_the_same_picture_in_whatever_order_they_come():
    people = crowd(30).people
    again = tuple(sorted(people, key=lambda one: one.share))
    assert save.png(drawn(places(*people)), 60) == save.png(drawn(places(*people)), 60)
    labels = {mark.person: (mark.x, mark.y) for mark in drawn(places(*again)).marks}
    assert labels == {mark.person: (mark.x, mark.y) for mark in drawn(places(*people)).marks}


@pytest.mark.parametrize(
    "name", ["مايا ابراهيم", "山田太郎", "🌻👩‍👧", "$x^2$ <b>&", "é́cole", "ßeta", "W" * 200]
)
def test_any_name_can_be_drawn(name):
    chart = drawn(places(place(name), unknown("B")))
    check(chart)
    assert name in chart.marks[0].text


def test_pointing_at_somebody_tells_the_counts():
    assert map_words.pointed_at(place()) == (
        "Maya: 30 moments. Of the 22 times one of you reached out first, 10 were you. You felt met in 24 of"
        " 28 moments."
    )
    changed = place(since=date(2026, 5, 3), lately_met=9, lately_of=11)
    assert map_words.pointed_at(changed).endswith("Since May 2026, in 9 of 11.")
    assert "Of the 22 times one of you reached out first, 1 was you." in map_words.pointed_at(
        place(me=1, them=21)
    )
    bare = unknown("Alex", me=0, them=0, met_of=0)
    assert map_words.pointed_at(bare) == "Alex: 3 moments. Not enough yet: 3 more will tell."


@pytest.mark.parametrize(
    ("one", "says"),
    [
        (place(), "met in 24 of 28"),
        (place(since=date(2026, 5, 3), lately_met=9, lately_of=11), "met in 9 of 11 since May 2026"),
        (place(state=State.ONE_SIDED), "met in 24 of 28"),
        (place(state=State.THEY_REACH), "they reached out 12 of 22 times"),
        (place(state=State.HARD_AND_REAL, hurts=3, came_back=3), "3 hurts, and each time a way back"),
        (place(state=State.HARD_AND_REAL, hurts=4, came_back=3), "4 hurts, 3 with a way back"),
        (unknown(), "3 moments; 3 more will tell"),
        (unknown(missing=(0, 1, 5)), "3 moments; 1 more day will tell"),
        (unknown(missing=(0, 0, 5)), "3 moments; 5 more days will tell"),
    ],
)
def test_the_counts_that_matter_most_in_a_few_words(one, says):
    assert map_words.short(one) == says


def test_people_are_listed_by_what_is_said_of_them_and_by_name():
    found = places(
        place("Abe", state=State.ONE_SIDED), place("Bea"), place("Cy", state=State.YOU_START_THEY_MEET),
        place("Di", state=State.OPEN), place("Ed", state=State.THIN), unknown("Flo"),
    )  # fmt: skip
    names = {group: [p.name for p in people] for group, people in map_words.grouped(found).items()}
    assert names == {
        Group.EXHALE: ["Bea", "Cy"], Group.ONE_SIDED: ["Abe"], Group.NOT_ENOUGH: ["Flo"],
        Group.UNCLEAR: ["Di", "Ed"],
    }  # fmt: skip


def test_where_most_read_as_unmet_nobody_is_named_for_it():
    whole = Whole(mostly_unmet=True, picture="It may say as much about other things.", doubt="x")
    found = places(place("Abe", state=State.ONE_SIDED), place("Bea", state=State.ONE_SIDED), whole=whole)
    assert Group.ONE_SIDED not in map_words.grouped(found)
    assert whole.picture in drawn(found).twin
    assert "one-sided" not in drawn(found).twin


def test_the_twin_says_the_map_in_words():
    doubt = "Some of these readings may not hold."
    found = places(
        place("Abe", state=State.ONE_SIDED), place("Bea", state=State.ONE_SIDED), place("Cy"),
        whole=Whole(mostly_unmet=False, picture="", doubt=doubt),
    )  # fmt: skip
    assert drawn(found).twin == (
        "3 people, as of 22 November 2026. Where you exhale: Cy, met in 24 of 28. Likely one-sided: Abe, met"
        f" in 24 of 28; Bea, met in 24 of 28. {doubt}"
    )


def test_with_nobody_to_place_it_says_what_will_appear():
    nobody = drawn(places())
    assert nobody.empty and "appears here" in nobody.twin
    unplaced = drawn(places(unknown(placed=False)), titled=True)
    assert unplaced.empty and "don’t say yet" in unplaced.twin


def test_the_file_holds_the_words_too():
    text = save.svg(drawn(places(place("Maya")), titled=True)).decode()
    assert "Maya, met in 24 of 28" in text


def test_a_label_that_fits_nowhere_is_left_out():
    assert map_labels.placed([Wish(5, 5, 2, 50, 10)], (0, 0, 20, 20), []) == [None]


def test_a_label_with_no_clear_way_out_crosses_what_it_must():
    ring = [(30.0, 30.0, 170.0, 36.0), (30.0, 164.0, 170.0, 170.0), (30.0, 30.0, 36.0, 170.0),
            (164.0, 30.0, 170.0, 170.0)]  # fmt: skip
    inner = [(60.0, 60.0, 90.0, 140.0), (110.0, 60.0, 140.0, 140.0), (60.0, 112.0, 140.0, 140.0),
             (60.0, 60.0, 140.0, 88.0)]  # fmt: skip
    (label,) = map_labels.placed([Wish(100, 100, 5, 40, 10)], (0, 0, 200, 200), [*ring, *inner])
    assert label is not None and label.line is not None


def test_the_view_never_leaves_the_map():
    assert WHOLE.whole() and WHOLE.zoomed(0.5) == WHOLE
    close = WHOLE.zoomed(4, 0.9, 0.1)
    assert close.under(0.9, 0.1) == pytest.approx((0.9, 0.1))
    assert close.shown(*close.under(0.3, 0.7)) == pytest.approx((0.3, 0.7))
    assert close.moved(10, -10) == View(4, 1 - 0.125, 0.125)
    assert close.zoomed(100).zoom == CLOSEST
    assert close.zoomed(0.01) == WHOLE
