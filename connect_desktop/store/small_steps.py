"""Small steps and weekly looks, by day and by week."""

from datetime import date

from connect_desktop.domain import CheckIn, Step
from connect_desktop.store.shelf import Shelf


class SmallSteps(Shelf[Step]):
    """Reads steps, the oldest first."""

    def since(self, on: date) -> list[Step]:
        """Return the steps offered on a day or later."""
        return self.where("t.offered >= ?", (on.isoformat(),))


class CheckIns(Shelf[CheckIn]):
    """Reads weekly looks, the oldest first."""

    def of_week(self, monday: date) -> CheckIn | None:
        """Return the look at a week; None where there is none, the last one where files brought several."""
        return next(reversed(self.where("t.week = ?", (monday.isoformat(),))), None)

    def since(self, monday: date) -> list[CheckIn]:
        """Return the looks at a week and all later ones."""
        return self.where("t.week >= ?", (monday.isoformat(),))
