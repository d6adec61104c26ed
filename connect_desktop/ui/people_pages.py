"""The pages about people, and the ways to them: everyone, one person, circles, one circle, and how close."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt

from connect_desktop.ui.pages.page import Page
from connect_desktop.ui.session import Session

if TYPE_CHECKING:
    from connect_desktop.domain import Moment

NAMES = ("people", "person", "circles", "circle", "closeness")


class Ways(Protocol):
    """Where one can go from these pages."""

    session: Session

    def page(self, name: str) -> Page: ...
    def shown(self) -> tuple[str, Page]: ...
    def go(self, name: str) -> None: ...
    def log_with(self, person_id: str) -> None: ...
    def log_in(self, circle_id: str) -> None: ...
    def export(self, person: str | None = None) -> None: ...
    def catch_up(self, person_id: str | None = None) -> None: ...
    def edit_moment(self, moment: "Moment", person_id: str | None = None) -> None: ...
    def open_reflection(self, reflection_id: str) -> None: ...
    def new_reflection(self, person_id: str | None, circle_id: str | None = None) -> None: ...


class PeoplePages:
    """Makes them when they are first gone to, read from disk only then."""

    def __init__(self, ways: Ways) -> None:
        self._ways = ways
        self._person_from = "people"

    def under(self, name: str) -> str:
        """Return the page of the side bar that leads to a page, which is itself where it stands there."""
        place = self._person_from if name == "person" else name
        return "people" if place in NAMES else place

    def made(self, name: str) -> Page:
        """Return one of the pages, new."""
        make: dict[str, Callable[[], Page]] = {
            "people": self._people, "person": self._person, "circles": self._circles, "circle": self._circle,
            "closeness": self._closeness,
        }  # fmt: skip
        return make[name]()

    def show_person(self, person_id: str) -> None:
        """Open a person's page, from which one comes back to where one was."""
        from connect_desktop.ui.pages.person import PersonPage  # noqa: PLC0415 - start-up: charts

        page = self._ways.page("person")
        assert isinstance(page, PersonPage)
        here, shown = self._ways.shown()
        if shown is not page:
            self._person_from = here if here in ("map", "search", *NAMES) else "people"
        page.show_person(person_id)
        self._ways.go("person")

    def come_back_elsewhere(self, left: str, to: str) -> None:
        """Where one would come back from a person to a page that is left for good, come back to another."""
        if self._person_from == left:
            self._person_from = to

    def show_circle(self, circle_id: str) -> None:
        """Open a circle's page."""
        from connect_desktop.ui.pages.circle import CirclePage  # noqa: PLC0415 - start-up: charts

        page = self._ways.page("circle")
        assert isinstance(page, CirclePage)
        page.show_circle(circle_id)
        self._ways.go("circle")

    def show_closeness(self, person_id: str) -> None:
        """Open the rings with somebody chosen."""
        from connect_desktop.ui.pages.closeness import ClosenessPage  # noqa: PLC0415 - start-up

        page = self._ways.page("closeness")
        assert isinstance(page, ClosenessPage)
        self._ways.go("closeness")
        page.choose(person_id)

    def turn(self, name: str) -> None:
        """Go to another page about people by the choice in the head of all three, and stay on the choice."""
        from connect_desktop.ui.pages.people_head import PeopleHead  # noqa: PLC0415 - start-up

        _, left = self._ways.shown()
        self._ways.go(name)
        for page in (left, self._ways.page(name)):
            if isinstance(head := page.findChild(PeopleHead), PeopleHead):
                head.come()

    def _people(self) -> Page:
        from connect_desktop.ui.pages.people import PeoplePage  # noqa: PLC0415 - start-up

        page = PeoplePage(self._ways.session)
        page.person_asked.connect(self.show_person)
        page.view_asked.connect(self.turn, Qt.ConnectionType.QueuedConnection)
        return page

    def _person(self) -> Page:
        from connect_desktop.ui.pages.person import PersonPage  # noqa: PLC0415 - start-up

        ways, page = self._ways, PersonPage(self._ways.session)
        page.moment_asked.connect(ways.edit_moment)
        page.log_asked.connect(ways.log_with)
        page.back_asked.connect(lambda: ways.go(self._person_from))
        page.export_asked.connect(lambda person: ways.export(person=person))
        page.reflection_asked.connect(ways.open_reflection)
        page.new_reflection_asked.connect(ways.new_reflection)
        page.catch_up_asked.connect(ways.catch_up)
        page.circle_asked.connect(self.show_circle)
        page.closeness_asked.connect(self.show_closeness)
        return page

    def _circles(self) -> Page:
        from connect_desktop.ui.pages.circles import CirclesPage  # noqa: PLC0415 - start-up

        page = CirclesPage(self._ways.session)
        page.circle_asked.connect(self.show_circle)
        page.view_asked.connect(self.turn, Qt.ConnectionType.QueuedConnection)
        return page

    def _circle(self) -> Page:
        from connect_desktop.ui.pages.circle import CirclePage  # noqa: PLC0415 - start-up: charts

        page = CirclePage(self._ways.session)
        page.moment_asked.connect(self._ways.edit_moment)
        page.log_asked.connect(self._ways.log_in)
        page.person_asked.connect(self.show_person)
        page.reflection_asked.connect(self._ways.open_reflection)
        page.new_reflection_asked.connect(lambda circle: self._ways.new_reflection(None, circle))
        page.back_asked.connect(lambda: self._ways.go("circles"))
        return page

    def _closeness(self) -> Page:
        from connect_desktop.ui.pages.closeness import ClosenessPage  # noqa: PLC0415 - start-up

        page = ClosenessPage(self._ways.session)
        page.person_asked.connect(self.show_person)
        page.view_asked.connect(self.turn, Qt.ConnectionType.QueuedConnection)
        return page
