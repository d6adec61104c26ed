"""Why a step is offered: the count or the date behind it, in a sentence."""

from datetime import date

from connect_desktop.domain.practices import Need
from connect_desktop.i18n import relative_day, tr, tr_n
from connect_desktop.insight.company import FEW, Someone
from connect_desktop.insight.offering import Offer


def why(offer: Offer, today: date) -> str:
    """Return what the moments say that makes this offer fit; empty where it fits by itself."""
    one, name = offer.someone, offer.name
    if one is None:
        return ""
    if offer.practice.need is Need.HURT and one.hurt is not None:
        return tr("There was a hurt with {name} ({day}), and the way back is open.",
                  name=name, day=relative_day(one.hurt, today))  # fmt: skip
    if offer.practice.need is Need.UNANSWERED and one.called is not None:
        return tr("{name} reached out ({day}), and it is still open.",
                  name=name, day=relative_day(one.called, today))  # fmt: skip
    if offer.practice.need is Need.QUIET and one.last is not None:
        return tr("The last moment with {name}: {day}.", name=name, day=relative_day(one.last, today))
    return _at_ease(one, name)


def _at_ease(one: Someone, name: str) -> str:
    if one.answers >= FEW and one.easier > 0:
        return tr_n("Your body breathed easier after {easier} of your last {n} moment with {name}.",
                    "Your body breathed easier after {easier} of your last {n} moments with {name}.",
                    one.answers, easier=one.easier, name=name)  # fmt: skip
    return tr_n("You felt met in {met} of {n} moment with {name}.",
                "You felt met in {met} of {n} moments with {name}.",
                one.rated, met=one.met, name=name)  # fmt: skip
