"""The steps from moments to a reading, in words, with one person's figures at each."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from connect_desktop.i18n import plain_date, tr, tr_n
from connect_desktop.insight.chances import in_words
from connect_desktop.insight.config import CONFIG
from connect_desktop.insight.likely import Likely
from connect_desktop.insight.look import Look
from connect_desktop.insight.pooling import Pooled
from connect_desktop.insight.states import State
from connect_desktop.ui.widgets.steps import Step

_FIRST_DAY = date(1970, 1, 1)
CHANGE_WORTH_SAYING = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Working:
    """One person in a look at everyone."""

    look: Look
    place: int
    """of the person, among those looked at"""
    name: str
    said: str
    """the state as a sentence"""

    def steps(self) -> Iterator[Step]:
        """Return every step, and at the end what is not known."""
        yield self._moments()
        yield self._enough()
        yield self._weights()
        yield self._reach()
        yield self._met()
        yield self._body()
        yield self._together()
        yield self._mirror()
        yield self._change()
        yield self._saying()
        yield _not_known()

    def _moments(self) -> Step:
        counted = self.look.counts
        total = int(counted.moments[self.place])
        open_ = total - int(counted.met_of[self.place]) - int(counted.in_vain[self.place])
        here = [tr_n("{n} moment with {name}.", "{n} moments with {name}.", total, name=self.name)]
        if open_:
            here.append(tr_n("In {n} of them it is open whether you were met.",
                             "In {n} of them it is open whether you were met.", open_))  # fmt: skip
        return Step(
            heading=tr("What is looked at"),
            rule=tr(
                "Every moment you logged up to today, and in it only what you answered. "
                "What you left open is unknown: it says nothing either way."
            ),
            here=tuple(here),
        )

    def _enough(self) -> Step:
        missing = self.look.figures.enough
        moments, days, span = (
            int(part[self.place]) for part in (missing.moments, missing.days, missing.span)
        )
        here = []
        if moments:
            here.append(tr_n("{n} more such moment will tell.", "{n} more such moments will tell.", moments))
        if days:
            here.append(tr_n("{n} more day is needed.", "{n} more days are needed.", days))
        if span:
            here.append(tr_n("It takes {n} day more from the first to the last.",
                             "It takes {n} days more from the first to the last.", span))  # fmt: skip
        return Step(
            heading=tr("Whether there is enough"),
            rule=tr(
                "Nothing is said before {moments} moments tell who reached out and whether you were met, "
                "on {days} days, over at least {span} days.",
                moments=CONFIG.enough_moments, days=CONFIG.enough_days, span=CONFIG.enough_span,
            ),
            here=tuple(here) or (tr("There is enough."),),
        )  # fmt: skip

    def _weights(self) -> Step:
        figures = self.look.figures
        return Step(
            heading=tr("How much each moment counts"),
            rule=tr(
                "A moment counts half after {days} days. Several on one day count less than several days. "
                "Where something has clearly changed, what came before counts less. "
                "Moments that follow each other are alike, so each is a little less than one.",
                days=round(CONFIG.half_life),
            ),
            here=(
                tr(
                    "Together they are worth about {reach} fresh moments for who reaches out, {met} for "
                    "being met, {body} for your body.",
                    reach=round(float(figures.reaching.known[self.place])),
                    met=round(float(figures.met.alone.known[self.place])),
                    body=round(float(figures.body.alone.known[self.place])),
                ),
            ),
        )

    def _reach(self) -> Step:
        counted, found = self.look.counts, self.look.figures.reaching
        me, them, vain = (int(part[self.place]) for part in (counted.me, counted.them, counted.in_vain))
        here = [tr("Reached out first: you {me}, {name} {them}.", me=me, name=self.name, them=them)]
        if vain:
            here.append(tr_n("{n} of yours found no echo.", "{n} of yours found no echo.", vain))
        here += [
            tr(
                "Your share is likely about {share} in 100; 9 in 10 times it lies between {low} and {high}. "
                "With everyone, about {usual} in 100 is usual for you.",
                share=_hundred(found.share[self.place]), low=_hundred(found.low[self.place]),
                high=_hundred(found.high[self.place]), usual=_hundred(found.usual),
            ),
            tr("That most of the reaching is yours: {chance}.",
               chance=_chance(found.mostly_mine[self.place])),
        ]  # fmt: skip
        return Step(
            heading=tr("Who reaches out"),
            rule=tr(
                "Each time one of you reached out first counts for that side; both at once count half for "
                "each, chance meetings for neither. With few moments the share stays near what is usual for "
                "you with everyone. More than {most} in 100 is called most. Who reaches out is never enough "
                "by itself: many good bonds are uneven in this.",
                most=_hundred(CONFIG.mostly_mine),
            ),
            here=tuple(here),
        )

    def _met(self) -> Step:
        counted, figures = self.look.counts, self.look.figures
        met, of = int(counted.met[self.place]), int(counted.met_of[self.place])
        return Step(
            heading=tr("Whether you are met"),
            rule=tr(
                "From 0, not at all, to 4, truly met; reaching out without an echo counts as 0. The mean is "
                "read against your own usual with everyone, and drawn towards it while moments are few. "
                "Below {level} is less than is usual for you.",
                level=_one(figures.likely.unmet_below),
            ),
            here=(
                tr_n("You felt met in {met} of {n} moment.", "You felt met in {met} of {n} moments.",
                     of, met=met),
                *self._level(figures.met),
                tr("That you are met less than usual: {chance}.",
                   chance=_chance(figures.likely.unmet[self.place])),
            ),
        )  # fmt: skip

    def _body(self) -> Step:
        counted, figures = self.look.counts, self.look.figures
        easier, tighter, of = (
            int(part[self.place]) for part in (counted.easier, counted.tighter, counted.body_of)
        )
        return Step(
            heading=tr("How your body answers"),
            rule=tr(
                "From −3, tightened a lot, to +3, breathed freely, read in the same way. "
                "Below {level} is less at ease than is usual for you.",
                level=_signed(figures.likely.uneasy_below),
            ),
            here=(
                tr_n("Of {n} answer: easier {easier}, tighter {tighter}.",
                     "Of {n} answers: easier {easier}, tighter {tighter}.",
                     of, easier=easier, tighter=tighter),
                *self._level(figures.body, signed=True),
                tr("That it is less at ease than usual: {chance}.",
                   chance=_chance(figures.likely.uneasy[self.place])),
            ),
        )  # fmt: skip

    def _level(self, found: Pooled, *, signed: bool = False) -> Iterator[str]:
        number = _signed if signed else _one
        if float(found.alone.known[self.place]) > 0:
            yield tr("By themselves the answers come to {mean}.", mean=number(found.alone.mean[self.place]))
        yield tr(
            "Read against your usual of {usual}: likely about {mean}; 9 in 10 times between {low} and "
            "{high}.",
            usual=number(found.usual.expected), mean=number(found.mean[self.place]),
            low=number(found.low[self.place]), high=number(found.high[self.place]),
        )  # fmt: skip

    def _together(self) -> Step:
        return Step(
            heading=tr("Both together"),
            rule=tr(
                "One-sided means both: most of the reaching is yours, and you are met less than is usual for "
                "you. How far these go together is learned from your own people. Your body counts a little: "
                "it answers in the same moments. What each of you gave does not count here."
            ),
            here=(tr("Likely one-sided: {chance}.", chance=_chance(self._likely().one_sided[self.place])),),
        )

    def _mirror(self) -> Step:
        return Step(
            heading=tr("The mirror"),
            rule=tr(
                "The other way round: most of the reaching is theirs, and they give more than you do, "
                "against what is usual for you. It is said once giving was noted in {n} moments.",
                n=CONFIG.answers_needed,
            ),
            here=(
                tr_n("Giving was noted in {n} moment.", "Giving was noted in {n} moments.",
                     int(self.look.counts.givings[self.place])),
                tr("Likely the mirror: {chance}.", chance=_chance(self._likely().reverse[self.place])),
            ),
        )  # fmt: skip

    def _change(self) -> Step:
        found = self.look.figures.chapters
        down, up = float(found.down[self.place]), float(found.up[self.place])
        here = [
            tr("That it has become less: {chance}.", chance=_chance(down)),
            tr("That it has become more: {chance}.", chance=_chance(up)),
        ]
        if down + up >= CHANGE_WORTH_SAYING:
            first, last = (_day(part[self.place]) for part in (found.earliest, found.latest))
            here.append(
                tr(
                    "If so, likely between {first} and {last}.",
                    first=plain_date(first),
                    last=plain_date(last),
                )
            )
        return Step(
            heading=tr("Whether something has changed"),
            rule=tr(
                "Being met and your body, taken together, are searched for one lasting step up or down in "
                "the last {n} answers. It is said when it is more likely than {said} in 10.",
                n=CONFIG.change_looks_back, said=_ten(CONFIG.change_said_from),
            ),
            here=tuple(here),
        )  # fmt: skip

    def _saying(self) -> Step:
        one_way = self.look.states[self.place] is State.ONE_WAY
        marked = (
            (tr("You marked that care runs one way by nature here: nothing is judged."),) if one_way else ()
        )
        return Step(
            heading=tr("What is said"),
            rule=tr(
                "A bond is called one-sided when that is more likely than {said} in 10, and until it is less "
                "likely than {holds} in 10, so that words do not flicker. From {leaning} in 10 on it is said "
                "to lean that way. Where your body says the opposite, that is said too.",
                said=_ten(CONFIG.said_from), holds=_ten(CONFIG.holds_until),
                leaning=_ten(CONFIG.leaning_from),
            ),
            here=(*marked, self.said),
        )  # fmt: skip

    def _likely(self) -> Likely:
        return self.look.figures.likely


def _not_known() -> Step:
    return Step(
        heading=tr("What is not known"),
        rule=tr(
            "Only your side is here, and only what you logged. Some log hard days more, some good ones. "
            "When things are low, everything can read low. A bond that is changing has no fixed level. "
            "This is counting, not a clinical measurement, and it cannot see fear or violence. "
            "You know things that no moment here holds; what it means is yours to say."
        ),
    )


def _chance(probability: float) -> str:
    return in_words(float(probability))


def _hundred(share: float) -> int:
    """Return a share in steps of 5: no finer than it is known."""
    return 5 * round(20 * float(share))


def _ten(probability: float) -> int:
    return round(10 * probability)


def _one(level: float) -> str:
    return f"{float(level):.1f}"


def _signed(level: float) -> str:
    value = round(float(level), 1)
    return f"{value:+.1f}".replace("-", "−") if value else "0"


def _day(number: int) -> date:
    return _FIRST_DAY + timedelta(days=int(number))
