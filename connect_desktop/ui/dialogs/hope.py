"""A hope to be named or changed, and one to be closed: values in, values out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from connect_desktop.domain import Hope, HopeState
from connect_desktop.domain.clock import months_later
from connect_desktop.domain.errors import ConnectError, InvalidValue
from connect_desktop.i18n import short_date, tr
from connect_desktop.ui.dialogs.form import FormDialog
from connect_desktop.ui.refusal import why
from connect_desktop.ui.widgets.day_field import DayField
from connect_desktop.ui.widgets.elided_label import ElidedLabel
from connect_desktop.ui.widgets.hope_row import quoted
from connect_desktop.ui.widgets.kept_answers import chosen_people, plain_people
from connect_desktop.ui.widgets.person_field import Choice, NewName, PersonField
from connect_desktop.ui.widgets.reveal import reveal_soon
from connect_desktop.ui.widgets.segmented import SegmentedChoice
from connect_desktop.ui.widgets.wrapped_label import WrappedLabel

LIMIT = 1000
"""characters of a hope"""


@dataclass(frozen=True, slots=True)
class HopeEntry:
    """What was named: whom it is about, None where that is known already, and the fields of the hope."""

    who: Choice | NewName | None
    fields: dict[str, Any]


class HopeDialog(FormDialog):
    """A hope that is waited for."""

    def __init__(
        self,
        hope: Hope | None,
        *,
        who: Choice | None,
        people: Sequence[Choice],
        today: date,
        keep: Callable[[HopeEntry], object],
        parent: QWidget | None = None,
    ) -> None:
        """`who` is whom it is about where that is known; a `ConnectError` from `keep` leaves it open."""
        title, verb = (tr("Change this hope"), tr("Save")) if hope else (tr("Name a hope"), tr("Name it"))
        super().__init__(title, verb, tr("What you wrote about this hope would be lost."), parent)
        self._who, self._today, self._keep = who, today, keep
        self.person = PersonField(name=tr("Who is it about?"))
        self.person.set_people(people)
        self.text = _lines(tr("What do you hope for?"))
        self.text.setPlaceholderText(tr("In your own words: “She will ask about my life.”"))
        self.since = _until(today, tr("Waiting since"))
        self.again = SegmentedChoice(_presets(), name=tr("Look again"))
        self.again_on = DayField(tr("Look again on"))
        self._when = WrappedLabel("small")
        self._fill(hope)
        self._lay_out()
        self.begin()
        self.text.setFocus() if who else self.person.focus_field()

    def typed(self) -> tuple[object, ...]:
        return self.text.toPlainText(), self.since.value(), self._look_again()

    def answers(self) -> dict[str, Any]:
        if not (self.differs() or self.person.people() or self.person.text()):
            return {}
        return {
            "people": plain_people(self.person.people()),
            "typed": self.person.text(),
            "text": self.text.toPlainText(),
            "since": self.since.value().isoformat(),
            "again": self.again.value(),
            "again_on": self.again_on.value().isoformat(),
        }

    def restore(self, kept: dict[str, Any]) -> None:
        self.person.set_known(chosen_people(kept.get("people", ())))
        self.person.set_text(kept.get("typed", ""))
        self.text.setPlainText("\n\n".join(filter(None, (kept.get("text"), kept.get("closing")))))
        self.since.set_value(date.fromisoformat(kept["since"]))
        self.again.set_value(kept.get("again", "never"))
        if "again_on" in kept:
            self.again_on.set_value(date.fromisoformat(kept["again_on"]))
        self._show_again()

    def keep(self) -> None:
        who = next(iter(self.person.people()), None)
        if self._who is None and who is None:
            raise InvalidValue("person", None, "")
        fields = {
            "text": self.text.toPlainText(), "since": self.since.value(), "look_again": self._look_again()
        }  # fmt: skip
        self._keep(HopeEntry(None if self._who else who, fields))

    def refuse(self, error: ConnectError) -> None:
        field = error.field if isinstance(error, InvalidValue) else ""
        if field in ("person", "name"):
            self.say(tr("Who is it about? A name is enough.") if field == "person" else str(error))
            self.person.focus_field()
        elif field == "text":
            long = tr("A hope has at most {n} characters.", n=f"{LIMIT:,}")
            blank = tr("Write what you hope for. A few words are enough.")
            self.say(long if len(self.text.toPlainText()) > LIMIT else blank)
            self.text.setFocus()
        else:
            self.say(why(error))

    def _look_again(self) -> date | None:
        chosen = str(self.again.value())
        return self.again_on.value() if chosen == "day" else _preset(chosen, self._today)

    def _fill(self, hope: Hope | None) -> None:
        self.since.set_value(hope.since if hope else self._today)
        on = hope.look_again if hope else None
        self.again.set_value("month" if hope is None else "day" if on else "never")
        self.again_on.set_value(on or months_later(self._today, 1))
        self.text.setPlainText(hope.text if hope else "")

    def _lay_out(self) -> None:
        if self._who is None:
            self.add(tr("Who is it about?"), self.person)
        else:
            who = ElidedLabel(self._who.name)
            who.setProperty("role", "strong")
            self.add(tr("Who it is about"), who)
        self.add(tr("What do you hope for?"), self.text)
        self.add(tr("Waiting since"), self.since)
        self.add(tr("Look again"), self.again, self.again_on, self._when)
        self.text.textChanged.connect(lambda: self.say(""))
        for signal in (self.text.textChanged, self.person.changed, self.person.typed, self.since.changed):
            signal.connect(self.changed)
        for choice in (self.again, self.again_on):
            choice.changed.connect(self.changed)
        self.person.changed.connect(self._keep_one)
        self.person.picked.connect(self.text.setFocus)
        self.again.changed.connect(lambda _chosen: self._show_again())
        self.again.changed.connect(lambda _chosen: reveal_soon(self._when, self.again))
        self._show_again()

    def _keep_one(self) -> None:
        """A hope is about one person: the last one chosen."""
        self.say("")
        chosen = self.person.people()
        if len(chosen) > 1:
            self.person.set_chosen(chosen[-1:])

    def _show_again(self) -> None:
        chosen = str(self.again.value())
        self.again_on.setVisible(chosen == "day")
        on = _preset(chosen, self._today)
        until = tr("Nothing asks before, and then only in one quiet line.")
        if chosen == "never":
            self._when.say(tr("Nothing will ask. The hope stays on its page."))
        elif on is not None:
            self._when.say(tr("On {day}. {until}", day=short_date(on, self._today), until=until))
        else:
            self._when.say(until)


class ClosingDialog(FormDialog):
    """How a hope ended, with words if one likes; also to change those afterwards."""

    def __init__(
        self,
        hope: Hope,
        state: HopeState,
        *,
        today: date,
        keep: Callable[[dict[str, Any]], object],
        parent: QWidget | None = None,
    ) -> None:
        """`keep` takes the fields of the hope that change."""
        title = tr("It came true") if state is HopeState.CAME_TRUE else tr("You let it go")
        verb = tr("Keep it so") if hope.state is HopeState.WAITING else tr("Save")
        super().__init__(title, verb, tr("The words you wrote would be lost."), parent)
        self._hope, self._state, self._keep = hope, state, keep
        self.text = _lines(tr("What you hoped for"))
        self.text.setPlainText(hope.text)
        self.since = _until(today, tr("Waiting since"))
        self.since.set_value(hope.since)
        self.closed = _until(today, tr("Until"))
        self.closed.set_value(hope.closed or today)
        self.closing = _lines(tr("A few words, if you like"))
        self.closing.setPlaceholderText(tr("What was it like? You can leave this empty."))
        self.closing.setPlainText(hope.closing)
        self._lay_out()
        self.begin()
        self.closing.setFocus()

    def typed(self) -> tuple[object, ...]:
        return self.text.toPlainText(), self.closing.toPlainText(), self.since.value(), self.closed.value()

    def answers(self) -> dict[str, Any]:
        if not self.differs():
            return {}
        return {
            "state": self._state.value,
            "text": self.text.toPlainText(),
            "closing": self.closing.toPlainText(),
            "since": self.since.value().isoformat(),
            "closed": self.closed.value().isoformat(),
        }

    def restore(self, kept: dict[str, Any]) -> None:
        self.text.setPlainText(kept["text"])
        self.closing.setPlainText(kept["closing"])
        self.since.set_value(date.fromisoformat(kept["since"]))
        self.closed.set_value(date.fromisoformat(kept["closed"]))

    def keep(self) -> None:
        self._keep(
            {
                "text": self.text.toPlainText(),
                "since": self.since.value(),
                "state": self._state,
                "closed": self.closed.value(),
                "closing": self.closing.toPlainText(),
            }
        )

    def refuse(self, error: ConnectError) -> None:
        if isinstance(error, InvalidValue) and error.field == "text":
            self.say(tr("Write what you hoped for, in at most {n} characters.", n=f"{LIMIT:,}"))
            self.text.setFocus()
        else:
            self.say(why(error))

    def _lay_out(self) -> None:
        if self._hope.state is HopeState.WAITING:
            self.add(tr("What you hoped for"), WrappedLabel("said", quoted(self._hope.text)))
        else:
            self.add(tr("What you hoped for"), self.text)
            self.add(tr("Waiting since"), self.since)
        self.add(tr("A few words, if you like"), self.closing)
        self.add(tr("Until"), self.closed)
        for field in (self.text, self.closing):
            field.textChanged.connect(lambda: self.say(""))
            field.textChanged.connect(self.changed)
        for day in (self.since, self.closed):
            day.changed.connect(self.changed)


def _lines(name: str) -> QPlainTextEdit:
    field = QPlainTextEdit()
    field.setAccessibleName(name)
    field.setTabChangesFocus(True)
    field.setFixedHeight(field.fontMetrics().lineSpacing() * 3 + 24)
    return field


def _until(today: date, name: str) -> DayField:
    """Return a field for a day that is not to come."""
    field = DayField(name)
    field.setMaximumDate(QDate(today.year, today.month, today.day))
    return field


def _presets() -> list[tuple[object, str]]:
    return [
        ("week", tr("In a week")), ("month", tr("In a month")), ("quarter", tr("In three months")),
        ("day", tr("On a day…")), ("never", tr("No date")),
    ]  # fmt: skip


def _preset(chosen: str, today: date) -> date | None:
    days = {
        "week": today + timedelta(days=7),
        "month": months_later(today, 1),
        "quarter": months_later(today, 3),
    }
    return days.get(chosen)
