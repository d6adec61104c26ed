"""The map in words: what stands where, what is said on pointing at somebody, and who belongs together."""

from datetime import date
from enum import Enum

from connect_desktop.i18n import month_of, plain_date, tr, tr_n
from connect_desktop.insight.lines import who_first
from connect_desktop.insight.places import Place, Places
from connect_desktop.insight.states import State


class Group(Enum):
    """People whose entries say the same, in the order in which they are listed."""

    EXHALE = "exhale"
    ONE_SIDED = "one_sided"
    THEY_REACH = "they_reach"
    HARD_AND_REAL = "hard_and_real"
    NOT_ENOUGH = "not_enough"
    UNCLEAR = "unclear"
    """nothing of this kind can be said; they are on the map and in its words only"""


_GROUPS = {
    State.MET: Group.EXHALE,
    State.YOU_START_THEY_MEET: Group.EXHALE,
    State.ONE_SIDED: Group.ONE_SIDED,
    State.THEY_REACH: Group.THEY_REACH,
    State.HARD_AND_REAL: Group.HARD_AND_REAL,
    State.NOT_ENOUGH: Group.NOT_ENOUGH,
}


def title() -> str:
    """Return what is drawn."""
    return tr("Who reaches out, and whether you are met")


def caption(found: Places) -> str:
    """Return how to read it."""
    if not any(place.enough for place in found.people):
        return tr("Nobody has enough moments yet: a place in a dotted ring may still move far")
    if all(place.enough for place in found.people):
        return tr("The wider the halo, the less is known")
    return tr("The wider the halo, the less is known. A dotted ring: not enough yet")


def nothing(found: Places) -> str:
    """Return what is said where nobody can be placed."""
    if not found.people:
        return tr("Everyone you log with appears here: who reaches out, and whether you are met.")
    return tr(
        "The moments logged don’t say yet who reached out, or whether you were met. Once some do, you see"
        " here where it lands."
    )


def group_name(group: Group) -> str:
    """Return the heading of a group."""
    return {
        Group.EXHALE: tr("Where you exhale"),
        Group.ONE_SIDED: tr("Likely one-sided"),
        Group.THEY_REACH: tr("They reach for you"),
        Group.HARD_AND_REAL: tr("Hard and real"),
        Group.NOT_ENOUGH: tr("Not enough yet"),
        Group.UNCLEAR: tr("Nothing clear either way"),
    }[group]


def grouped(found: Places) -> dict[Group, tuple[Place, ...]]:
    """Return people group by group, by name and never by how they do; groups without anybody are left out.

    Where most bonds read as unmet nobody is named as one-sided: that is said of all of them together.
    """
    groups = {group: tuple(p for p in found.people if group_of(p, found) is group) for group in Group}
    return {group: people for group, people in groups.items() if people}


def group_of(place: Place, found: Places) -> Group:
    """Return where somebody is listed."""
    group = _GROUPS.get(place.state, Group.UNCLEAR)
    return Group.UNCLEAR if group is Group.ONE_SIDED and found.whole.mostly_unmet else group


def short(place: Place) -> str:
    """Return the counts that matter most for somebody, in a few words."""
    match _GROUPS.get(place.state):
        case Group.NOT_ENOUGH:
            return f"{_moments(place)}; {_will_tell(place)}"
        case Group.THEY_REACH:
            return tr("they reached out {them} of {of} times", them=place.them, of=place.me + place.them)
        case Group.HARD_AND_REAL:
            return _hurts(place)
        case _:
            return _met(place)


def pointed_at(place: Place) -> str:
    """Return what is said of somebody on pointing at them: the counts, and how far they go."""
    parts = [place.name + ":", _moments(place) + "."]
    if of := place.me + place.them:
        parts.append(who_first(of, place.me, place.name))
    if place.met_of:
        parts.append(
            tr_n("You felt met in {met} of {n} moment.", "You felt met in {met} of {n} moments.",
                 place.met_of, met=place.met_often)
        )  # fmt: skip
    if place.since is not None and place.lately_of:
        parts.append(tr("Since {month}, in {met} of {of}.",
                        month=month_of(place.since), met=place.lately_met, of=place.lately_of))  # fmt: skip
    if not place.enough:
        parts.append(tr("Not enough yet: {what}.", what=_will_tell(place)))
    return " ".join(parts)


def twin(found: Places, today: date) -> str:
    """Return the map in words: everyone, by what their entries say."""
    groups = grouped(found)
    parts = [
        tr_n("{n} person, as of {day}.", "{n} people, as of {day}.", len(found.people), day=plain_date(today))
    ]
    if found.whole.picture:
        parts.append(found.whole.picture)
    for group, people in groups.items():
        listed = "; ".join(tr("{name}, {counts}", name=p.name, counts=short(p)) for p in people)
        parts.append(tr("{group}: {people}.", group=group_name(group), people=listed))
        if group is Group.ONE_SIDED and found.whole.doubt:
            parts.append(found.whole.doubt)
    return " ".join(parts)


def _moments(place: Place) -> str:
    return tr_n("{n} moment", "{n} moments", place.moments)


def _met(place: Place) -> str:
    if place.since is not None and place.lately_of:
        return tr("met in {met} of {of} since {month}",
                  met=place.lately_met, of=place.lately_of, month=month_of(place.since))  # fmt: skip
    return tr("met in {met} of {of}", met=place.met_often, of=place.met_of)


def _hurts(place: Place) -> str:
    if place.came_back == place.hurts:
        return tr_n("{n} hurt, and a way back", "{n} hurts, and each time a way back", place.hurts)
    return tr_n("{n} hurt, {back} with a way back", "{n} hurts, {back} with a way back",
                place.hurts, back=place.came_back)  # fmt: skip


def _will_tell(place: Place) -> str:
    moments, days, span = place.missing
    if moments:
        return tr_n("{n} more will tell", "{n} more will tell", moments)
    if days:
        return tr_n("{n} more day will tell", "{n} more days will tell", days)
    return tr_n("{n} more day will tell", "{n} more days will tell", span)
