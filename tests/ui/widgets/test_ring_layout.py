"""Nobody stands on somebody else, whatever the number and the size."""

from itertools import combinations
from math import hypot

import pytest

from connect_desktop.ui.widgets.ring_layout import edges, ring_at, spots


@pytest.mark.parametrize("radius", [120, 180, 280, 420])
@pytest.mark.parametrize("ring", [1, 2, 3, 4])
@pytest.mark.parametrize("count", [0, 1, 2, 7, 30])
def test_people_stand_within_their_ring_beside_one_another(radius: int, ring: int, count: int) -> None:
    found = spots(count, ring, radius, 38, 30)
    inner, outer = edges(radius)[ring - 1 : ring + 1]
    assert len(found) == count
    for spot in found:
        away = hypot(spot.x, spot.y)
        assert inner <= away - spot.side / 2 and away + spot.side / 2 <= outer
    for one, other in combinations(found, 2):
        assert hypot(one.x - other.x, one.y - other.y) >= one.side


@pytest.mark.parametrize(("radius", "side"), [(280, 11), (126, 5)])
def test_sixty_fit_on_the_innermost_ring(radius: int, side: int) -> None:
    found = spots(60, 1, radius, 38, 30)
    assert len(found) == 60
    assert {spot.side >= side for spot in found} == {True}
    for one, other in combinations(found, 2):
        assert hypot(one.x - other.x, one.y - other.y) >= one.side - 0.5


def test_where_there_is_room_discs_are_large() -> None:
    assert {spot.side for spot in spots(12, 3, 280, 38, 30)} == {38}


def test_the_top_stays_free_for_the_name_of_the_ring() -> None:
    for ring in (1, 2, 3, 4):
        for spot in spots(20, ring, 280, 38, 30):
            assert abs(spot.x) > 20 or spot.y > 0


def test_a_distance_is_on_one_ring_or_none() -> None:
    inner = edges(280)
    assert ring_at(0, 280) == ring_at(inner[0] + 1, 280) == 1
    assert [ring_at(edge + 1, 280) for edge in inner[:4]] == [1, 2, 3, 4]
    assert (ring_at(280, 280), ring_at(281, 280)) == (4, 0)
