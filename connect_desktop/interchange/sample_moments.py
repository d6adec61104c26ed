"""What the moments of the sample life were like: what a scene leaves open is drawn as its person is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from typing import Any

from connect_desktop.domain import TRUTHS, Gift, Hold, Impression, Interaction, Moment, Reach, WayBack
from connect_desktop.interchange.sample_cast import Profile, Scene, level
from connect_desktop.interchange.sample_days import Dice, Slot

ZONE = timezone(timedelta(hours=1))

Fields = dict[str, Any]

_HOURS: Mapping[str, Sequence[float]] = {
    "in_person": (17.5, 21.5), "call": (17.5, 21), "video": (18.5, 21), "message": (8, 22.5),
    "letter": (17, 19), "other": (12, 18),
}  # fmt: skip
_WEEKEND_HOURS: Mapping[str, Sequence[float]] = {"in_person": (10, 20), "call": (10, 20)}
_LENGTHS: Mapping[str, Sequence[int]] = {
    "in_person": (20, 180), "call": (5, 60), "video": (20, 75), "letter": (15, 45),
}  # fmt: skip
_KNOWN = {
    "before": 0.15, "reach": 0.92, "met": 0.86, "openness": 0.55, "gifts": 0.7, "words": 0.62, "places": 0.2,
    "channel": 0.95, "minutes": 0.7,
}  # fmt: skip
"""how often what may stay open is filled in"""
_SILENT = (Reach.ME_UNANSWERED, Reach.THEM_UNANSWERED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Everyone a moment may be with."""

    today: date
    profiles: Mapping[str, Profile]
    ids: Mapping[str, str]
    """the record ids of people and circles, by name"""


def moment(profile: Profile, slot: Slot, cast: Cast, dice: Dice) -> Moment:
    """Return the moment with `profile` on one day, together with whoever else was there."""
    scene = slot.scene or Scene(note="")
    ago = (cast.today - slot.on).days
    felt = {profile.name: _felt(profile, ago, scene.given, dice)}
    interaction = _interaction(profile, slot, scene, felt[profile.name]["reach"] in _SILENT, cast, dice)
    for name, given in _company(profile, slot, interaction, dice).items():
        felt[name] = _felt(cast.profiles[name], ago, given, dice)
    impressions = (
        Impression(
            id=dice.ident(),
            interaction=interaction.id,
            person=cast.ids[name],
            **_with_way_back(fields, slot.on, cast.today),
        )
        for name, fields in felt.items()
    )
    return Moment(interaction=interaction, impressions=tuple(impressions))


def _interaction(
    profile: Profile, slot: Slot, scene: Scene, silent: bool, cast: Cast, dice: Dice
) -> Interaction:
    away = (cast.today - slot.on).days < profile.away_since
    channel = scene.given.get("channel", dice.pick(_channels(profile, away, silent)))
    minutes = scene.given.get("minutes", None if silent else _minutes(profile, channel, dice))
    at = datetime.combine(slot.on, _clock(profile, slot.on, channel, scene.time, dice), ZONE)
    gathers = channel == "in_person" and not away and slot.on.weekday() == profile.circle_day
    circle = scene.circle or (profile.circle if gathers else None)
    written = _written(at, minutes, cast.today, dice)
    return Interaction(
        id=dice.ident(),
        at=at,
        channel=channel if scene.given or dice.chance(_KNOWN["channel"]) else None,
        minutes=minutes,
        circle=cast.ids[circle] if circle else None,
        note=scene.note,
        created=written,
        edited=written,
    )


def _channels(profile: Profile, away: bool, silent: bool) -> Mapping[str, float]:
    if silent:
        return {"message": 2, "call": 1}
    return profile.away_channels if away else profile.channels


def _company(
    profile: Profile, slot: Slot, interaction: Interaction, dice: Dice
) -> Mapping[str, Mapping[str, Any]]:
    """Return who else was there, with what is fixed for them."""
    if slot.scene is not None:
        return slot.scene.also
    together = interaction.channel == "in_person"
    return {
        name: {"reach": "both"} for name, share in profile.company.items() if together and dice.chance(share)
    }


def _felt(profile: Profile, ago: int, given: Mapping[str, Any], dice: Dice) -> Fields:
    """Return the fields of an impression; `given` ones as they are."""
    reach = given.get("reach", _reach(profile, ago, bool(given), dice))
    silent = reach in _SILENT
    usual = level(profile.body, ago) - (0.8 if silent else 0.0)
    body = given.get("body", dice.whole(usual, profile.spread, -3, 3))
    met = level(profile.met, ago) + 0.4 * (body - usual) / profile.spread
    drawn: dict[str, Any] = {
        "before": dice.whole(0, 1.1, -3, 3),
        "openness": dice.whole(level(profile.openness, ago), 0.7, 0, 4),
        "words": _words(profile, body, dice),
        "places": _places(profile, body, dice),
        "met": dice.whole(met, 0.65, 0, 4),
        "gifts": _gifts(profile, body, dice),
    }
    if silent:
        drawn = {field: value for field, value in drawn.items() if field not in ("met", "gifts")}
    kept = {field: value for field, value in drawn.items() if dice.chance(_KNOWN[field] * profile.answered)}
    rare = {} if given or silent else _rare(profile, body, dice)
    fixed = {field: value for field, value in given.items() if field not in ("channel", "minutes")}
    gifts = kept.pop("gifts", {})
    return {"reach": reach, "body": body, **gifts, **kept, **rare, **fixed}


def _reach(profile: Profile, ago: int, told: bool, dice: Dice) -> str | None:
    """Return who reached out; a moment there is something to tell about was no attempt without an echo."""
    if not dice.chance(_KNOWN["reach"]):
        return None
    throw = dice.random()
    if throw < profile.both:
        return Reach.BOTH
    if throw < profile.both + profile.chance:
        return Reach.CHANCE
    mine = dice.chance(level(profile.mine, ago))
    if not told and dice.chance(profile.unanswered[0 if mine else 1]):
        return Reach.ME_UNANSWERED if mine else Reach.THEM_UNANSWERED
    return Reach.ME if mine else Reach.THEM


def _gifts(profile: Profile, body: int, dice: Dice) -> Fields:
    """Return what each gave; more is received in moments after which one breathes easier."""
    ease = 1 + 0.12 * body
    return {
        "gave": [gift for gift in Gift if dice.chance(profile.gave.get(gift, 0.0))],
        "received": [gift for gift in Gift if dice.chance(profile.received.get(gift, 0.0) * ease)],
    }


def _words(profile: Profile, body: int, dice: Dice) -> set[str]:
    if body == 0 and dice.chance(0.6):
        return set()
    likely = profile.easy if body > 0 or (body == 0 and dice.chance(0.5)) else profile.tight
    return {dice.pick(likely) for _ in range(1 + (abs(body) > 1) + dice.chance(0.3))}


def _places(profile: Profile, body: int, dice: Dice) -> dict[str, Hold]:
    if body == 0:
        return {}
    hold = Hold.TIGHT if body < 0 else Hold.LOOSE
    return {dice.choice(profile.places): hold for _ in range(1 + (abs(body) > 1))}


def _rare(profile: Profile, body: int, dice: Dice) -> Fields:
    """Return what is not there in most moments: a role, something said directly, a hurt."""
    found: Fields = {
        "role": next((role for role, share in profile.roles.items() if dice.chance(share)), None)
    }
    if dice.chance(profile.truths):
        found |= {"truth": dice.choice(TRUTHS), "response": dice.pick(profile.responses)}
    if body < 1 and dice.chance(profile.hurts):
        found |= {"hurt": True, "way_back": dice.pick(profile.way_back), "back_after": dice.randrange(8)}
    return found


def _with_way_back(fields: Fields, on: date, today: date) -> Fields:
    """Return the fields with the day of the way back, which may not have come yet."""
    rest = {key: value for key, value in fields.items() if key != "back_after"}
    if fields.get("way_back") in (None, WayBack.NOT_YET):
        return rest
    back = on + timedelta(days=fields["back_after"])
    return rest | ({"way_back_on": back} if back < today else {"way_back": WayBack.NOT_YET})


def _minutes(profile: Profile, channel: str | None, dice: Dice) -> int | None:
    """Return how long it took, in fives, as people write it down; short is commoner than long."""
    lengths = profile.lengths.get(channel or "", _LENGTHS.get(channel or ""))
    if lengths is None or not dice.chance(_KNOWN["minutes"]):
        return None
    low, high = lengths
    return 5 * round(dice.triangular(low, high, (2 * low + high) / 3) / 5)


def _clock(profile: Profile, on: date, channel: str | None, fixed: str | None, dice: Dice) -> time:
    if fixed is not None:
        return time.fromisoformat(fixed)
    usual = {**_HOURS, **(_WEEKEND_HOURS if on.weekday() > 4 else {}), **profile.hours}
    low, high = usual.get(channel or "", (8, 22))
    minutes = 5 * round(dice.uniform(low, high) * 12)
    return time(minutes // 60, minutes % 60)


def _written(at: datetime, minutes: int | None, today: date, dice: Dice) -> datetime:
    """Return when it was put down: mostly soon after, at times the next morning, always before today."""
    later = timedelta(minutes=minutes or 5, seconds=dice.randrange(60, 3600))
    if dice.chance(0.15):
        later += timedelta(hours=11)
    midnight = datetime.combine(today, time(), ZONE)
    return min(at + later, max(at, midnight - timedelta(minutes=1)))
