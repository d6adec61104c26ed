"""What was offered as a small step and only looked at: remembered, so that it is not offered again soon."""

import json
from dataclasses import dataclass, replace
from datetime import date, timedelta

from connect_desktop.insight.offering import LOOKS_BACK, Offered


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Every offer of the last months, oldest first, and the circle of today's."""

    offers: tuple[Offered, ...] = ()
    circle: str | None = None
    """id of the circle that the last offer names"""

    def today(self, today: date) -> Offered | None:
        """Return what was offered today, None where nothing was."""
        return next((one for one in reversed(self.offers) if one.on == today), None)

    def then(self, offered: Offered, circle: str | None) -> "Shown":
        """Return the same with one more offer, without those too long ago to count."""
        kept = [one for one in self.offers if offered.on - one.on <= timedelta(days=LOOKS_BACK)]
        return replace(self, offers=(*kept, offered), circle=circle)

    def text(self) -> str:
        """Return it as text to be remembered."""
        offers = [[one.on.isoformat(), one.practice, one.person] for one in self.offers]
        return json.dumps({"offers": offers, "circle": self.circle}, separators=(",", ":"))


def remembered(text: str | None) -> Shown:
    """Return what `text` holds; what cannot be read is as if nothing had been offered."""
    try:
        parts = json.loads(text or "")
        offers = tuple(
            Offered(on=date.fromisoformat(on), practice=str(practice), person=person)
            for on, practice, person in parts["offers"]
        )
        return Shown(offers=offers, circle=parts["circle"])
    except (ValueError, TypeError, KeyError):
        return Shown()
