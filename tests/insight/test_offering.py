"""One small step: fitted, varied, the same all day, and never the same again for weeks."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from voice import FORBIDDEN

from connect_desktop.domain import Circle, Person, Step, StepState
from connect_desktop.domain.practices import Need, practices
from connect_desktop.insight import shown
from connect_desktop.insight.company import Company, Someone
from connect_desktop.insight.offering import LOOKS_BACK, Offered, offer, past, possible
from connect_desktop.insight.shown import Shown
from connect_desktop.insight.why import why

TODAY = date(2026, 11, 22)
KNOWN = practices()
MAYA, TOM, GRAN = (Person(id=name.lower(), name=name) for name in ("Maya", "Tom", "Gran"))
FLAT = Circle(id="flat", name="The old flat", members={"maya"})
NOBODY = Company()


def exhaling(person=MAYA, **more):
    return Someone(person=person, exhales=True, easier=9, answers=10, met=4, rated=5, last=TODAY, **more)


def offered(found, before=(), today=TODAY):
    return offer(found, before, today, KNOWN.values())


def days(found, n, state=None):
    """Everything offered on n days in a row, each remembered."""
    before = []
    for number in range(n):
        on = TODAY + timedelta(days=number)
        if one := offer(found, before, on, KNOWN.values()):
            before.append(Offered(on=on, practice=one.practice.id, person=one.person, state=state))
    return before


def test_with_nothing_known_a_practice_for_oneself():
    found = offered(NOBODY)
    assert found.practice.need is Need.ONESELF
    assert (found.person, found.name, why(found, TODAY)) == (None, "", "")


def test_the_same_day_offers_the_same():
    assert offered(Company(people=(exhaling(),))) == offered(Company(people=(exhaling(),)))


@pytest.mark.parametrize("found", [NOBODY, Company(people=(exhaling(), exhaling(TOM)), circles=(FLAT,))])
def test_the_same_practice_is_not_offered_again_within_weeks(found):
    seen = days(found, 60)
    assert len(seen) == 60, "there is one for every day"
    for place, one in enumerate(seen):
        later = [two for two in seen[place + 1 :] if (two.on - one.on).days < 21]
        assert one.practice not in [two.practice for two in later]


def test_families_take_turns():
    seen = days(Company(people=(exhaling(), exhaling(TOM))), 60)
    for one, two in pairwise(seen):
        assert KNOWN[one.practice].family != KNOWN[two.practice].family


def test_nobody_is_offered_two_days_in_a_row():
    seen = days(Company(people=(exhaling(),)), 30)
    for one, two in pairwise(seen):
        assert one.person is None or two.person is None


def test_circles_come_now_and_then():
    seen = days(Company(people=(exhaling(),), circles=(FLAT,)), 28)
    assert 2 <= sum(KNOWN[one.practice].need is Need.CIRCLE for one in seen) <= 4


def test_a_kind_that_is_passed_comes_less():
    passed = {60: "half-done", 50: "as-to-a-friend", 10: "and-i-was-tired"}
    two = [one for one in KNOWN.values() if one.family in ("kindness", "truth") and one.need is Need.ONESELF]

    def families(state):
        before = [
            Offered(on=TODAY - timedelta(days=ago), practice=one, state=state) for ago, one in passed.items()
        ]
        later = [offer(NOBODY, before, TODAY + timedelta(days=n), two) for n in range(9)]
        return {one.practice.family for one in later}

    assert families(StepState.PASSED) == {"truth"}
    near = [Offered(on=TODAY - timedelta(days=5), practice="unsent", state=StepState.DONE)]
    past_passed = [
        Offered(on=TODAY - timedelta(days=ago + 20), practice=one, state=StepState.PASSED)
        for ago, one in passed.items()
    ]
    assert offer(NOBODY, past_passed + near, TODAY, two).practice.family == "kindness", "less, not gone"


def with_maya(before, *days):
    """The people offered on days after TODAY, where only steps with somebody are known."""
    near = [one for one in KNOWN.values() if one.need is Need.EXHALE]
    found = (offer(Company(people=(exhaling(),)), before, TODAY + timedelta(days=n), near) for n in days)
    return [one.person if one else None for one in found]


def test_with_somebody_who_was_passed_nothing_is_offered_for_two_weeks():
    one = Offered(on=TODAY - timedelta(days=9), practice="say-no", person="maya", state=StepState.PASSED)
    assert with_maya([one], 0, 4, 5) == [None, None, "maya"]


def test_a_step_that_landed_tight_is_not_repeated_with_the_same_person():
    on = TODAY - timedelta(days=40)
    tight, easy = (
        Offered(on=on, practice="say-no", person="maya", state=StepState.DONE, landed=n) for n in (-1, 2)
    )
    assert with_maya([tight], 0, 19, 20) == [None, None, "maya"]
    assert with_maya([easy], 0) == ["maya"]


def test_an_occasion_comes_first_and_once():
    around = Company(people=(exhaling(TOM), Someone(person=MAYA, called=TODAY - timedelta(days=2))))
    seen = days(around, 20)
    assert KNOWN[seen[0].practice].need is Need.UNANSWERED
    assert sum(KNOWN[one.practice].need is Need.UNANSWERED for one in seen) == 1


def test_what_asks_for_something_is_not_tried_where_care_runs_one_way():
    gran = Person(id="gran", name="Gran", one_way=True)
    one_way = {one.practice.id for one in possible(Company(people=(exhaling(gran),)), KNOWN.values())}
    both = {one.practice.id for one in possible(Company(people=(exhaling(),)), KNOWN.values())}
    assert both - one_way == {one.id for one in KNOWN.values() if one.asks and one.need is Need.EXHALE}
    hurt = Someone(person=gran, hurt=TODAY)
    assert {one.practice.need for one in possible(Company(people=(hurt,)), KNOWN.values())} == {Need.ONESELF}


def test_a_hurt_person_is_offered_the_way_back_only():
    around = Company(people=(Someone(person=MAYA, hurt=TODAY - timedelta(days=5)),))
    needs = {one.practice.need for one in possible(around, KNOWN.values()) if one.person}
    assert needs == {Need.HURT}


@pytest.mark.parametrize("need", list(Need))
def test_each_need_can_be_met(need):
    everyone = Company(
        people=(
            exhaling(quiet=True),
            Someone(person=TOM, hurt=TODAY - timedelta(days=5)),
            Someone(person=GRAN, called=TODAY),
        ),
        circles=(FLAT,),
    )
    for practice in KNOWN.values():
        if practice.need is need:
            found = list(possible(everyone, [practice]))
            assert found, practice.id
            for one in found:
                text = f"{why(one, TODAY)} {practice.said(one.name)}"
                assert "{" not in text
                assert not FORBIDDEN.search(text), text


def test_where_everything_rests_nothing_is_offered():
    before = [Offered(on=TODAY - timedelta(days=1), practice="half-done")]
    assert offer(NOBODY, before, TODAY, [KNOWN["half-done"]]) is None


def test_where_every_kind_rests_one_is_still_offered():
    before = [Offered(on=TODAY - timedelta(days=1), practice="half-done")]
    assert offer(NOBODY, before, TODAY, [KNOWN["thank-a-wall"]]).practice.id == "thank-a-wall"


def test_offers_this_connect_does_not_know_count_for_nothing():
    before = [Offered(on=TODAY - timedelta(days=1), practice="newer", person="maya")]
    assert offered(Company(people=(exhaling(),)), before).person is None


def test_the_day_itself_and_days_to_come_are_not_the_past():
    ahead = [Offered(on=TODAY, practice=one) for one in KNOWN]
    assert offered(NOBODY, ahead) == offered(NOBODY)


def test_steps_and_what_was_only_looked_at_are_one_past():
    step = Step(practice="say-no", person="maya", offered=TODAY, state=StepState.DONE, landed=1)
    same, other = (
        Offered(on=TODAY, practice="say-no"),
        Offered(on=TODAY - timedelta(days=2), practice="unsent"),
    )
    found = past([step], [same, other])
    assert [(one.practice, one.state, one.landed) for one in found] == [
        ("unsent", None, None), ("say-no", StepState.DONE, 1),
    ]  # fmt: skip


# --- why ---


def test_why_is_a_count_or_a_day():
    def said(need, someone):
        practice = next(one for one in KNOWN.values() if one.need is need)
        (found,) = possible(Company(people=(someone,)), [practice])
        return why(found, TODAY)

    ago = TODAY - timedelta(days=40)
    assert said(Need.EXHALE, exhaling()) == (
        "Your body breathed easier after 9 of your last 10 moments with Maya."
    )
    met = Someone(person=MAYA, exhales=True, met=4, rated=5)
    assert said(Need.EXHALE, met) == "You felt met in 4 of 5 moments with Maya."
    assert (
        said(Need.QUIET, Someone(person=MAYA, quiet=True, last=ago)) == "The last moment with Maya: 13 Oct."
    )
    assert said(Need.HURT, Someone(person=MAYA, hurt=ago)) == (
        "There was a hurt with Maya (13 Oct), and the way back is open."
    )
    assert said(Need.UNANSWERED, Someone(person=MAYA, called=TODAY)) == (
        "Maya reached out (today), and it is still open."
    )


# --- what was shown is remembered ---


def test_what_was_shown_is_remembered_for_as_long_as_it_counts():
    first = Offered(on=TODAY - timedelta(days=LOOKS_BACK + 1), practice="unsent")
    later = Offered(on=TODAY, practice="go-along")
    found = Shown().then(first, None).then(later, "flat")
    assert found == shown.remembered(found.text())
    assert found.offers == (later,)
    assert found.today(TODAY) == later
    assert found.today(TODAY + timedelta(days=1)) is None


@pytest.mark.parametrize(
    "text", [None, "", "[]", "{}", '{"offers": [["x", "y", null]], "circle": null}', "3"]
)
def test_what_cannot_be_read_is_as_if_nothing_had_been_shown(text):
    assert shown.remembered(text) == Shown()
