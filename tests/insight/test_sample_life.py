"""The people of the sample life each read as they were meant."""

from datetime import date

import pytest

from connect_desktop.domain import WORD_FEELING
from connect_desktop.insight.days import day
from connect_desktop.insight.readings import readings
from connect_desktop.interchange.sample import life
from connect_desktop.store import Store

MEANT = {
    "Daniel": "one_sided", "Maya": "met", "Mum": "they_reach", "Tom": "you_start_they_meet", "Priya": "met",
    "Ines": "hard_and_real", "Ben": "thin", "Clara": "thin", "Dad": "met", "Gran": "one_way",
    "Alex": "not_enough",
}  # fmt: skip


@pytest.fixture(scope="module", params=[date(2026, 11, 22), date(2027, 5, 4), date(2028, 2, 29)], ids=str)
def found(request):
    store = Store.memory()
    store.apply(life(request.param))
    result = readings(store.impressions.answers(), store.people.all(), request.param, 240, WORD_FEELING)
    store.close()
    return result


def of(found, name):
    return next(one for one in found.people if one.person.name == name)


def test_each_lands_where_the_sample_meant_and_who_rests_is_not_read(found):
    assert {one.person.name: one.state.value for one in found.people} == MEANT


def test_what_faded_and_what_warmed_is_said_and_since_when(found):
    for name, verb in (("Clara", "less"), ("Daniel", "less"), ("Dad", "more")):
        turned = of(found, name).changed
        assert turned is not None, name
        assert f"felt met {verb}" in turned.text
    since = day(int(found.look.figures.chapters.since[of(found, "Daniel").place]))
    assert 60 < (found.today - since).days < 140
    assert [one.person.name for one in found.people if one.changed] == ["Clara", "Dad", "Daniel"]


def test_most_are_not_unmet_and_nobody_doubts_the_one(found):
    assert not found.whole.mostly_unmet
    assert found.whole.doubt == ""


def test_where_one_exhales_the_body_agrees(found):
    assert of(found, "Maya").body.low > found.usual.body
    assert of(found, "Daniel").body.high < found.usual.body
    assert of(found, "Daniel").body_trend < -0.5
    assert of(found, "Dad").body_trend > 0.5
