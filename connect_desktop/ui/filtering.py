"""A filter of moments at work: what narrows a list, said above it, changed in a dialog."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from connect_desktop.domain import Moment, labels
from connect_desktop.domain.body import body_label
from connect_desktop.domain.filter import Filter
from connect_desktop.i18n import plain_date, tr
from connect_desktop.insight.told import short_name
from connect_desktop.ui.dialogs.filter import FilterDialog, Offers
from connect_desktop.ui.moments import Pages, Shown
from connect_desktop.ui.person_choice import told_apart
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.chips import Chip
from connect_desktop.ui.widgets.filter_bar import FilterBar

Part = tuple[tuple[str, ...], str]
"""the answers of a filter that belong together, and their words"""


class Filtering(QObject):
    """Keeps the filter of one list; `changed` when the user narrowed or widened it."""

    changed = Signal()

    def __init__(self, session: Session, bar: FilterBar, parent: QWidget, person: str | None = None) -> None:
        """`person` is whom the list is about, where it is about one."""
        super().__init__(parent)
        self._session, self._bar, self._parent, self._person = session, bar, parent, person
        self.filter = Filter()
        bar.asked.connect(self._ask)
        bar.removed.connect(lambda names: self.take(self.filter.without(*names)))
        bar.all_asked.connect(lambda: self.take(Filter()))

    def take(self, found: Filter) -> None:
        """Narrow the list to these."""
        self.filter = found
        self.changed.emit()

    def about(self, person: str) -> None:
        """Turn to the list of somebody; of somebody else all is shown."""
        if person != self._person:
            self._person, self.filter = person, Filter()

    def pages(self) -> Pages:
        """Return what is let through, page by page, and say above the list what that is."""
        store, day_ends = self._session.store, self._session.settings.day_ends
        shown, whole = Shown.now(self._session, about=self._person), self._whole(self.filter)

        def read(limit: int, after: Moment | None) -> list[Moment]:
            return store.moments.matching(whole, day_ends, limit, after)

        parts = [*self._parts(shown)]
        self._bar.show_filter(parts, self.count(self.filter) if parts else 0)
        return Pages(read, shown)

    def count(self, found: Filter) -> int:
        """Return how many moments a filter of this list lets through."""
        return self._session.store.moments.count(self._whole(found), self._session.settings.day_ends)

    def _whole(self, found: Filter) -> Filter:
        return found if self._person is None else replace(found, person=self._person)

    def _ask(self) -> None:
        dialog = FilterDialog(self.filter, self._offers(), self.count, self._parent)
        dialog.accepted.connect(lambda: self.take(dialog.value()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _offers(self) -> Offers:
        store = self._session.store
        people = told_apart(self._session, store.people.all()) if self._person is None else {}
        words = store.words.feelings()
        return Offers(
            people=[(one, short_name(name)) for one, name in people.items()],
            circles=[(one.id, short_name(one.name)) for one in store.circles.all()],
            words=[Chip(word, labels.word_label(word), feeling.value) for word, feeling in words.items()],
            today=self._session.today(),
        )

    def _parts(self, shown: Shown) -> Iterator[Part]:
        """Yield what the chips say, each with the answers it stands for."""
        found = self.filter
        if found.person is not None:
            person = shown.people.get(found.person)
            yield ("person",), tr("with {name}", name=person.name if person else "?")
        if found.circle is not None:
            circle = self._session.store.circles.get(found.circle)
            yield ("circle",), circle.name if circle else tr("a circle that is gone")
        if found.first or found.last:
            yield ("first", "last"), _days(found.first, found.last)
        yield from _felt(found)


def _felt(found: Filter) -> Iterator[Part]:
    if found.body:
        yield ("body",), _listed(body_label(n) for n in sorted(found.body))
    if found.reach:
        yield ("reach",), _listed(labels.reached_out(one, tr("they")) for one in sorted(found.reach))
    if found.met:
        yield ("met",), _listed(labels.met_tag(n) for n in sorted(found.met))
    if found.words:
        yield ("words",), _listed(labels.word_label(word) for word in sorted(found.words))
    for name, words in (("hurt", tr("a hurt")), ("unfelt", tr("to be felt")), ("noted", tr("with a note"))):
        if getattr(found, name):
            yield (name,), words


def _listed(words: Iterator[str]) -> str:
    return ", ".join(words)


def _days(first: date | None, last: date | None) -> str:
    if first is None:
        return tr("until {day}", day=plain_date(last)) if last else ""
    if last is None:
        return tr("since {day}", day=plain_date(first))
    return tr("{first} – {last}", first=plain_date(first), last=plain_date(last))
