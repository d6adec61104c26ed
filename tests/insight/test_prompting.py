"""A prompt to offer: it fits, rests for weeks, names nobody who is gone, and never insists."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from voice import FORBIDDEN

from connect_desktop.domain import Hope, Person
from connect_desktop.domain.prompts import Fits, Prompt, prompts
from connect_desktop.insight.company import Company, Someone
from connect_desktop.insight.prompting import (
    LOOKS_BACK,
    Asked,
    Asking,
    Occasion,
    asking,
    occasions,
    passed,
    reason,
    remembered,
    text,
    then,
)

TODAY = date(2026, 11, 22)
KNOWN = prompts()
MAYA, TOM, DANIEL, GRAN = (Person(id=n.lower(), name=n) for n in ("Maya", "Tom", "Daniel", "Gran"))
HURT = Occasion(person=DANIEL, fits=Fits.HURT)
HOPE = Occasion(person=DANIEL, fits=Fits.HOPE)
EXHALES = Occasion(person=MAYA, fits=Fits.EXHALE)


def offered(fitting=(), before=(), today=TODAY) -> Asking:
    found = asking(fitting, before, today, KNOWN.values())
    assert found is not None
    return found


def days(fitting, n):
    """What is shown on n days in a row."""
    before, seen = (), []
    for number in range(n):
        on = TODAY + timedelta(days=number)
        one = offered(fitting, before, on)
        before = then(before, one, on)
        seen.append((on, one))
    return seen


def hope(person, state="waiting"):
    closed = None if state == "waiting" else TODAY
    return Hope(person=person.id, text="a walk", since=TODAY, state=state, closed=closed)


def found(*people, hopes=(), hurts=None, company=()):
    return occasions(Company(people=tuple(company)), people, hopes, hurts or {}, TODAY)


def test_with_nothing_known_something_that_needs_nobody():
    one = offered()
    assert (one.person, reason(one)) == (None, "")
    assert one.prompt.need not in (Fits.HOPE, Fits.HURT)


def test_without_prompts_nothing():
    assert asking((), (), TODAY, ()) is None


def test_the_same_day_offers_the_same():
    assert offered([HURT, EXHALES]) == offered([HURT, EXHALES])


@pytest.mark.parametrize("fitting", [(), (EXHALES,), (HURT, HOPE, EXHALES)])
def test_no_prompt_is_offered_again_within_six_weeks(fitting):
    seen = days(fitting, 40)
    assert max(Counter(one.prompt.id for _, one in seen).values()) == 1


def test_what_is_open_comes_first_and_is_not_insisted_on():
    seen = days([HURT, HOPE, EXHALES], 60)
    assert seen[0][1].person == DANIEL and seen[0][1].prompt.need in (Fits.HURT, Fits.HOPE)
    named = [on for on, one in seen if one.person == DANIEL]
    assert 2 <= len(named) <= 5
    assert all((later - on).days >= 14 for on, later in pairwise(named))


def test_passed_by_name_they_rest_for_longer():
    first = offered([HURT])
    before = passed(then((), first, TODAY))
    assert before[0].passed
    for ahead in range(1, 45):
        assert offered([HURT], before, TODAY + timedelta(days=ahead)).person is None
    assert offered([HURT], before, TODAY + timedelta(days=45)).person == DANIEL


def test_families_take_turns_and_names_are_rare():
    seen = [one for _, one in days([HURT, HOPE, EXHALES, replace(EXHALES, person=TOM)], 40)]
    for one, after in pairwise(seen):
        assert one.prompt.family != after.prompt.family
        assert one.person is None or after.person is None


def test_another_one_gives_others_until_each_was_seen():
    before, seen = (), []
    for _ in range(90):
        one = offered([HURT, EXHALES], before)
        before = passed(then(before, one, TODAY))
        seen.append(one.prompt.id)
    assert len(set(seen[:50])) == 50
    assert len(seen) == 90


def test_what_was_answered_is_not_offered_soon():
    first = offered()
    again = offered((), [Asked(on=TODAY - timedelta(days=20), prompt=first.prompt.id)])
    assert again.prompt != first.prompt


def test_nobody_at_rest_ended_or_died_is_named():
    for status in ("resting", "ended", "died"):
        gone = replace(DANIEL, status=status)
        company = [Someone(person=gone, exhales=True, quiet=True)]
        hurts = {gone.id: TODAY - timedelta(days=10)}
        assert found(gone, hopes=[hope(gone)], hurts=hurts, company=company) == ()


def test_what_there_is_to_write_towards():
    company = [Someone(person=MAYA, exhales=True, quiet=True), Someone(person=TOM, hurt=TODAY)]
    hurts = {TOM.id: TODAY - timedelta(days=10), DANIEL.id: TODAY - timedelta(days=10)}
    made = found(MAYA, TOM, DANIEL, hopes=[hope(TOM), hope(MAYA, "let_go")], hurts=hurts, company=company)
    assert {(one.person, one.fits, one.safe) for one in made} == {
        (MAYA, Fits.EXHALE, True), (MAYA, Fits.QUIET, True), (TOM, Fits.HOPE, True), (TOM, Fits.HURT, True),
        (DANIEL, Fits.HURT, False),
    }  # fmt: skip


@pytest.mark.parametrize(("ago", "named"), [(2, False), (3, True), (120, True), (121, False)])
def test_a_hurt_is_left_alone_while_it_is_raw_and_after_long(ago, named):
    assert bool(found(DANIEL, hurts={DANIEL.id: TODAY - timedelta(days=ago)})) == named


def test_where_care_runs_one_way_no_hurt_is_brought_up():
    child = replace(DANIEL, one_way=True)
    assert found(child, hurts={child.id: TODAY - timedelta(days=10)}) == ()


def test_a_way_back_is_asked_only_where_nothing_speaks_against_it():
    seen = set()
    for number in range(400):
        on = TODAY + timedelta(days=50 * number)
        seen.add(offered([replace(HURT, safe=False)], (), on).prompt.id)
    assert seen <= {"after-a-hurt", "what-i-needed", "it-hurts"}


@pytest.mark.parametrize("one", KNOWN.values(), ids=lambda one: one.id)
def test_no_prompt_says_what_nothing_here_says(one: Prompt):
    said = " ".join((one.text, one.said("Maya"), reason(Asking(prompt=one, person=MAYA))))
    allowed = {"never", "must", "should", "ashamed", "always"}
    assert {word.group(0).lower() for word in FORBIDDEN.finditer(said)} <= allowed


def test_what_was_asked_is_remembered_for_a_while():
    old = Asked(on=TODAY - timedelta(days=LOOKS_BACK + 1), prompt="walls")
    kept = then([old], Asking(prompt=KNOWN["exhale"], person=MAYA), TODAY)
    assert kept == (Asked(on=TODAY, prompt="exhale", person="maya"),)
    assert remembered(text(passed(kept))) == passed(kept)
    assert passed(()) == ()


@pytest.mark.parametrize("broken", [None, "", "{", "[1]", '[["x","y"]]', '[["no day","a",null,false]]'])
def test_what_cannot_be_read_is_as_if_nothing_was(broken):
    assert remembered(broken) == ()


def test_a_prompt_that_is_no_longer_known_counts_for_nothing():
    assert offered((), [Asked(on=TODAY, prompt="long gone")]) == offered()
