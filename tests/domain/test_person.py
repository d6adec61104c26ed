"""Which colour somebody new is given."""

from itertools import islice

from connect_desktop.domain import COLOURS, Person, free_colours


def of_colours(*colours: int) -> list[Person]:
    return [Person(name=f"{place}", colour=colour) for place, colour in enumerate(colours)]


def test_each_of_several_new_people_has_a_colour_that_nobody_has() -> None:
    assert [*islice(free_colours(of_colours(0, 2, 2)), 3)] == [1, 3, 4]


def test_when_every_colour_is_taken_the_one_that_fewest_have_comes_next() -> None:
    everyone = of_colours(*range(COLOURS), 0, 1)
    assert [*islice(free_colours(everyone), 3)] == [2, 3, 4]
    assert [*islice(free_colours([]), COLOURS + 1)] == [*range(COLOURS), 0]
