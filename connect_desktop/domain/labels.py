"""Screen words for every enumeration value and every step of a scale."""

from collections.abc import Iterable

from connect_desktop.domain import (
    Channel,
    Direction,
    Feeling,
    Gift,
    Hold,
    HopeState,
    Place,
    Reach,
    Response,
    Status,
    Tie,
    WayBack,
)
from connect_desktop.domain.body import body_label as body_label  # noqa: PLC0414 - one of the labels
from connect_desktop.i18n import tr

BETWEEN = " · "


def reach_label(value: Reach, name: str) -> str:
    """Return the answer to "Who reached out?"."""
    return {
        Reach.ME: tr("I did"),
        Reach.THEM: tr("{name} did", name=name),
        Reach.BOTH: tr("Both"),
        Reach.CHANCE: tr("By chance"),
        Reach.ME_UNANSWERED: tr("I did, unanswered"),
        Reach.THEM_UNANSWERED: tr("{name} did, unanswered", name=name),
    }[value]


def reached_out(value: Reach, name: str) -> str:
    """Return who reached out as a fact about a moment."""
    return {
        Reach.ME: tr("you reached out"),
        Reach.THEM: tr("{name} reached out", name=name),
        Reach.BOTH: tr("you both reached out"),
        Reach.CHANCE: tr("by chance"),
        Reach.ME_UNANSWERED: tr("you reached out, no answer"),
        Reach.THEM_UNANSWERED: tr("{name} reached out, you didn’t answer", name=name),
    }[value]


def met_label(value: int) -> str:
    """Return the answer 0 … 4 to "Were you met?"."""
    return (tr("Not at all"), tr("Barely"), tr("In part"), tr("Mostly"), tr("Truly met"))[value]


def met_tag(value: int) -> str:
    """Return how met 0 … 4 as words that stand alone."""
    return (tr("not met"), tr("barely met"), tr("met in part"), tr("mostly met"), tr("truly met"))[value]


def openness_label(value: int) -> str:
    """Return the answer 0 … 4 to "You were…"."""
    return (tr("Performing"), tr("Guarded"), tr("In between"), tr("Mostly open"), tr("Unguarded"))[value]


def gift_label(value: Gift) -> str:
    """Return what one gave the other."""
    return {
        Gift.LISTENED: tr("Asked and listened"),
        Gift.SHARED: tr("Shared something true"),
        Gift.HELPED: tr("Helped or supported"),
        Gift.REMEMBERED: tr("Remembered, noticed"),
        Gift.APPRECIATED: tr("Appreciated out loud"),
    }[value]


def word_label(value: str) -> str:
    """Return a word for afterwards; the user's own words are their own label."""
    return {
        "warmer": tr("warmer"),
        "calmer": tr("calmer"),
        "clearer": tr("clearer"),
        "alive": tr("alive"),
        "seen": tr("seen"),
        "relieved": tr("relieved"),
        "anxious": tr("anxious"),
        "tense": tr("tense"),
        "drained": tr("drained"),
        "replaying": tr("replaying it"),
        "hungry": tr("hungry for a response"),
        "off": tr("something is off"),
    }.get(value, value)


def feeling_label(value: Feeling) -> str:
    """Return which way a word for afterwards points."""
    return {Feeling.EASY: tr("easy"), Feeling.TIGHT: tr("tight"), Feeling.NEITHER: tr("neither")}[value]


def place_label(value: Place) -> str:
    """Return a place in the body."""
    return {
        Place.JAW: tr("jaw"),
        Place.THROAT: tr("throat"),
        Place.SHOULDERS: tr("shoulders"),
        Place.CHEST: tr("chest"),
        Place.STOMACH: tr("stomach"),
        Place.HANDS: tr("hands"),
    }[value]


def hold_label(value: Hold) -> str:
    """Return how a place in the body felt."""
    return {Hold.TIGHT: tr("tight"), Hold.LOOSE: tr("loose")}[value]


def role_label(value: str) -> str:
    """Return a role someone plays; the user's own wording is its own label."""
    return {
        "rescuer": tr("the rescuer"),
        "carer": tr("the carer"),
        "strong": tr("the strong one"),
        "pleaser": tr("the convenient one"),
        "student": tr("the student"),
        "invisible": tr("the invisible one"),
    }.get(value, value)


def truth_label(value: str) -> str:
    """Return something said directly; the user's own wording is its own label."""
    return {
        "hurts": tr("It hurts"),
        "matters": tr("It matters to me"),
        "miss": tr("I miss you"),
        "angry": tr("I’m angry"),
    }.get(value, value)


def response_label(value: Response, name: str = "") -> str:
    """Return what came of it: "opened up", or with a name "Maya opened up"."""
    if name:
        return {
            Response.OPENED: tr("{name} opened up", name=name),
            Response.STAYED: tr("{name} stayed", name=name),
            Response.AWAY: tr("{name} moved away", name=name),
            Response.NONE_YET: tr("no answer yet from {name}", name=name),
        }[value]
    return {
        Response.OPENED: tr("opened up"),
        Response.STAYED: tr("stayed"),
        Response.AWAY: tr("moved away"),
        Response.NONE_YET: tr("no answer yet"),
    }[value]


def way_back_label(value: WayBack, name: str) -> str:
    """Return who came back after a hurt."""
    return {
        WayBack.NOT_YET: tr("not yet"),
        WayBack.ME: tr("I came back"),
        WayBack.THEM: tr("{name} did", name=name),
        WayBack.BOTH: tr("we both"),
    }[value]


def channel_label(value: Channel) -> str:
    """Return how a contact happened."""
    return {
        Channel.IN_PERSON: tr("in person"),
        Channel.CALL: tr("call"),
        Channel.VIDEO: tr("video call"),
        Channel.MESSAGE: tr("message"),
        Channel.LETTER: tr("letter"),
        Channel.OTHER: tr("another way"),
    }[value]


def tie_label(value: Tie) -> str:
    """Return what someone is to the user."""
    return {
        Tie.PARTNER: tr("partner"),
        Tie.FAMILY: tr("family"),
        Tie.FRIEND: tr("friend"),
        Tie.COLLEAGUE: tr("colleague"),
        Tie.NEIGHBOUR: tr("neighbour"),
        Tie.OTHER: tr("someone else"),
    }[value]


def ties(values: Iterable[Tie]) -> str:
    """Return several ties in one line, always in the same order; empty for none."""
    known = set(values)
    return BETWEEN.join(tie_label(tie) for tie in Tie if tie in known)


def status_label(value: Status) -> str:
    """Return whether a bond is lived now."""
    return {
        Status.ACTIVE: tr("active"),
        Status.RESTING: tr("resting"),
        Status.ENDED: tr("ended"),
        Status.DIED: tr("has died"),
    }[value]


def hope_label(value: HopeState) -> str:
    """Return where a hope stands."""
    return {
        HopeState.WAITING: tr("waiting"),
        HopeState.CAME_TRUE: tr("came true"),
        HopeState.LET_GO: tr("let go"),
    }[value]


def direction_label(value: Direction) -> str:
    """Return which way a moment points from a hope."""
    return {
        Direction.TOWARD: tr("toward it"),
        Direction.AWAY: tr("away from it"),
        Direction.NEITHER: tr("neither"),
    }[value]


def seen_label(value: int) -> str:
    """Return the answer 0 … 4 to "How seen did you feel?"."""
    return (tr("Not at all"), tr("Barely"), tr("In part"), tr("Mostly"), tr("Truly seen"))[value]


def someone_label(value: int) -> str:
    """Return the answer 0 … 4 to "Was there someone you could have called?"."""
    return (tr("No one"), tr("Hardly"), tr("Perhaps"), tr("Yes"), tr("Yes, at any hour"))[value]


def alone_label(value: int) -> str:
    """Return the answer 0 … 4 to "How alone did you feel?"."""
    return (tr("Not alone"), tr("A little"), tr("At times"), tr("Mostly alone"), tr("Very alone"))[value]


def ring_label(value: int) -> str:
    """Return how close someone is, ring 1 (innermost) … 4."""
    return (tr("innermost"), tr("close"), tr("further out"), tr("at the edge"))[value - 1]


def overlap_label(value: int) -> str:
    """Return how two circles 1 … 7 lie."""
    return (
        tr("apart"),
        tr("just touching"),
        tr("a little in common"),
        tr("some in common"),
        tr("much in common"),
        tr("very much in common"),
        tr("almost one"),
    )[value - 1]


def prompt_family_label(family: str) -> str:
    """Return what a family of prompts is called; the user's own where it is none of them."""
    return {
        "reality": tr("Reality and fantasy"),
        "body": tr("The body"),
        "walls": tr("Walls"),
        "edited": tr("What I edited out"),
        "direct": tr("Saying it directly"),
        "hurt": tr("After a hurt"),
        "roles": tr("Roles I play"),
        "listening": tr("Listening"),
        "kindness": tr("Kindness to myself"),
        "tenderness": tr("Earned tenderness"),
        "belonging": tr("Belonging"),
        "letter": tr("An unsent letter"),
        "gratitude": tr("Gratitude for one thing"),
    }.get(family) or tr("Your own")
