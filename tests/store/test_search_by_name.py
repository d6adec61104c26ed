"""Search: words of which some were written, and the others name whom it is about."""

from dataclasses import replace
from datetime import date

from seeking import ASE, AT, CHOIR, MAYA, found, keep, moment, see_in_step

from connect_desktop.domain import (
    Edit,
    Hope,
    Impression,
    Interaction,
    Person,
    Reflection,
    Step,
    StepState,
)
from connect_desktop.domain.found import Kind
from connect_desktop.store import Store


def test_words_may_be_in_what_was_written_and_in_the_names_of_whom_it_is_about(store: Store) -> None:
    sofa, felt = moment("Soup on the sofa", words=frozenset({"hungry"}))
    other, also = moment("A new sofa", days=-1, who=ASE)
    singing = Interaction(at=AT, circle=CHOIR.id, note="A psalm")
    sung = Impression(interaction=singing.id, person=ASE.id)
    hope = Hope(person=ASE.id, text="That she asks", since=date(2026, 1, 1))
    step = Step(practice="ask", person=MAYA.id, offered=date(2026, 4, 1), state=StepState.DONE, note="Said")
    text = Reflection(
        on=date(2026, 3, 1), title="Winter", text="A long walk", people=frozenset({MAYA.id}),
        circles=frozenset({CHOIR.id}),
    )  # fmt: skip
    keep(store, MAYA, ASE, CHOIR, sofa, felt, other, also, singing, sung, hope, step, text)
    for question, one in (
        ("maya sofa", sofa), ("sofa MAYA", sofa), ("mayita sou", sofa), ("so may", sofa), ("ase sofa", other),
        ("maya response", sofa), ("øst psalm", singing), ("choir psa", singing),
        ("sunday psalm åse", singing), ("ase asks", hope), ("said maya", step), ("maya walk", text),
        ("winter choir", text),
    ):  # fmt: skip
        assert found(store, question) == [one.id], question
    assert found(store, "sofa") == [sofa.id, other.id]
    assert found(store, "maya psalm") == found(store, "maya ruth sofa") == []
    see_in_step(store)


def test_names_alone_find_only_those_who_bear_them(store: Store) -> None:
    both = moment("They sang")
    silent, felt = moment()
    keep(store, MAYA, ASE, *both, Impression(interaction=both[0].id, person=ASE.id), silent, felt)
    assert found(store, "maya ase") == []
    assert found(store, "maya may") == [MAYA.id]
    assert store.search("maya ase sang").counts == {Kind.MOMENT: 1}


def test_another_name_is_sought_as_soon_as_it_is_there(store: Store) -> None:
    talk, felt = moment("Soup")
    keep(store, MAYA, ASE, talk, felt)
    store.apply([Edit(MAYA, replace(MAYA, name="Mia Berg", aliases=()))])
    assert found(store, "maya soup") == [] and found(store, "berg soup mi") == [talk.id]
    store.apply([Edit(felt, replace(felt, person=ASE.id))])
    assert found(store, "mia soup") == [] and found(store, "ase soup") == [talk.id]
    see_in_step(store)


def test_names_that_small_words_grew_onto_are_found_inside(store: Store) -> None:
    yusuf = Person(name="ويوسف")
    talk, felt = moment("بيت", who=yusuf)
    keep(store, yusuf, talk, felt)
    assert found(store, "يوسف بيت") == [talk.id]


def test_ids_alike_but_for_case_and_signs_are_told_apart(store: Store) -> None:
    people = [Person(id=one, name=name) for one, name in (("aB", "Ilse"), ("Ab", "Omar"), ("a-b", "Piet"))]
    talks = [moment("tea", days=-n, who=one) for n, one in enumerate(people)]
    keep(store, *people, *(record for talk in talks for record in talk))
    assert [found(store, f"{one.name} tea") for one in people] == [[talk[0].id] for talk in talks]
    assert found(store, "b tea") == []
