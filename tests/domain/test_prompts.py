"""The file of prompts: every id once, words in the right form, something for every evening."""

import json
from collections import Counter
from datetime import date

import pytest

from connect_desktop.domain import OwnPrompt, Reflection
from connect_desktop.domain.labels import prompt_family_label
from connect_desktop.domain.prompts import Fits, Prompt, prompts, wordings
from connect_desktop.paths import resource

FAMILIES = (
    "reality", "body", "walls", "edited", "direct", "hurt", "roles", "listening", "kindness", "tenderness",
    "belonging", "letter", "gratitude",
)  # fmt: skip
"""in the order in which they are shown"""

ALL = list(prompts().values())


def test_there_are_more_than_sixty_each_with_an_id_of_its_own() -> None:
    raw = json.loads(resource("prompts", "en.json").read_text(encoding="utf-8"))
    ids = [one["id"] for one in raw]
    assert len(ids) >= 60
    assert [name for name, n in Counter(ids).items() if n > 1] == []
    assert list(prompts("xx")) == ids


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.id)
def test_each_is_short_and_has_both_forms(one: Prompt) -> None:
    for text in filter(None, (one.text, one.named)):
        assert 30 <= len(text) <= 140
        assert text[0].isupper() or text.startswith(("“", "{name}"))
        assert text[-1] in ".?”"
        assert text == " ".join(text.split())
    assert "{" not in one.text
    assert ("{name}" in one.named) == (one.need is not Fits.NONE)
    assert "{" not in one.named.replace("{name}", "")


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.id)
def test_each_can_be_stored_with_a_reflection(one: Prompt) -> None:
    assert Reflection(on=date(2026, 11, 22), prompt=one.id).prompt == one.id


def test_every_family_has_several_and_every_need_some() -> None:
    families = Counter(one.family for one in ALL)
    assert tuple(families) == FAMILIES
    assert "Your own" not in map(prompt_family_label, families)
    assert min(families.values()) >= 4
    needs = Counter(one.need for one in ALL)
    assert set(needs) == set(Fits)
    assert needs[Fits.NONE] > 21


def test_a_name_is_filled_in_as_it_is_written() -> None:
    found = prompts()["exhale"]
    assert found.said("{Ma}ya").startswith("When did you last breathe out fully with {Ma}ya?")
    assert found.said() == found.text
    assert prompts()["walls"].said("Maya") == prompts()["walls"].text


def test_a_language_with_prompts_of_its_own_has_them() -> None:
    assert prompts("en") == prompts()


def test_the_users_own_prompts_stand_with_the_others() -> None:
    own = OwnPrompt(text="What did I not say?", offered=False)
    found = wordings([own])
    assert found[own.id] == own.text
    assert found["walls"] == prompts()["walls"].text


def test_the_sample_answers_prompts_that_are_there() -> None:
    raw = json.loads(resource("sample", "reflections.json").read_text(encoding="utf-8"))
    listed = raw if isinstance(raw, list) else raw["reflections"]
    assert {one["prompt"] for one in listed if "prompt" in one} <= set(prompts())
