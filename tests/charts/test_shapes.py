"""The body's shapes and the places of dots."""

import numpy as np
import pytest

from connect_desktop.charts import breath, swarm


def extent(path):
    return np.ptp(path.vertices[:, 0])


@pytest.mark.parametrize("shape", [breath.shape, breath.cell_shape])
def test_the_more_ease_the_larger_and_no_two_alike(shape):
    easy = [extent(shape(value)) for value in (1, 2, 3)]
    assert easy == sorted(easy) and len(set(easy)) == 3
    assert extent(shape(3)) > extent(shape(-3))
    assert len({shape(value).vertices.tobytes() for value in breath.VALUES}) == 7


def test_a_tight_shape_is_a_star_with_deeper_notches_the_tighter():
    notches = []
    for value in (-3, -2, -1):
        radii = np.hypot(*breath.shape(value).vertices.T)
        notches.append(radii.min() / radii.max())
    assert notches == sorted(notches)
    assert notches[0] < 0.4
    assert 0.7 < notches[2] < 1


@pytest.mark.parametrize(
    ("mean", "value"), [(0, 0), (0.5, 0), (0.51, 1), (-0.5, 0), (-0.6, -1), (2.5, 2), (-2.51, -3), (3, 3)]
)
def test_a_mean_is_shown_as_the_nearest_value(mean, value):
    assert breath.nearest(mean) == value


def test_dots_apart_stay_where_they_are():
    x, level = np.array([0.0, 20, 40]), np.zeros(3)
    assert swarm.lifts(x, level, 5, 10).tolist() == [0, 0, 0]


def test_dots_together_are_stacked_around_the_middle():
    x, level = np.zeros(5), np.ones(5)
    assert swarm.lifts(x, level, 5, 100).tolist() == [0, 5, -5, 10, -10]
    assert swarm.lifts(x, level, 5, 4).tolist() == [0, 2, -2, 4, -4], "closer where there is little room"


def test_dots_of_other_levels_are_not_in_the_way():
    x, level = np.zeros(4), np.array([1.0, 2, 1, 2])
    assert swarm.lifts(x, level, 5, 100).tolist() == [0, 0, 5, 5]
    assert swarm.lifts(np.empty(0), np.empty(0), 5, 100).tolist() == []
