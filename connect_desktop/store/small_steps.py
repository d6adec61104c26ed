"""Small steps and weekly looks, by day and by week."""

from datetime import date

from connect_desktop.domain import CheckIn, Step, StepState
from connect_desktop.store.database import Database
from connect_desktop.store.shelf import Shelf


class SmallSteps(Shelf[Step]):
    """Reads steps, the oldest first."""

    def since(self, on: date) -> list[Step]:
        """Return the steps offered on a day or later."""
        return self.where("t.offered >= ?", (on.isoformat(),))

    def latest(self, limit: int) -> list[Step]:
        """Return the newest `limit` steps that were not passed, the newest first."""
        condition = "t.id IN (SELECT id FROM step WHERE state <> ? ORDER BY offered DESC, id DESC LIMIT ?)"
        return self.where(condition, (StepState.PASSED.value, limit))[::-1]

    def first_day(self) -> date | None:
        """Return the day of the first step; None where there is none."""
        return _first(self._database, "SELECT min(offered) FROM step")


class CheckIns(Shelf[CheckIn]):
    """Reads weekly looks, the oldest first."""

    def of_week(self, monday: date) -> CheckIn | None:
        """Return the look at a week; None where there is none, the last one where files brought several."""
        return next(reversed(self.where("t.week = ?", (monday.isoformat(),))), None)

    def since(self, monday: date) -> list[CheckIn]:
        """Return the looks at a week and all later ones."""
        return self.where("t.week >= ?", (monday.isoformat(),))

    def first_week(self) -> date | None:
        """Return the Monday of the first look; None where there is none."""
        return _first(self._database, "SELECT min(week) FROM checkin")


def _first(database: Database, question: str) -> date | None:
    row = database.row(question)
    return date.fromisoformat(row[0]) if row and row[0] else None
