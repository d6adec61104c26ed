"""The pages on which one finds something again, and the ways there and on to it."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Protocol

from connect_desktop.ui.pages.page import Page
from connect_desktop.ui.people_pages import PeoplePages
from connect_desktop.ui.session import Session

if TYPE_CHECKING:
    from connect_desktop.domain import Moment
    from connect_desktop.ui.widgets.hit_rows import HitRow

NAMES = ("search", "moments")


class Ways(Protocol):
    """Where one can go from these pages."""

    session: Session
    people_pages: PeoplePages

    def page(self, name: str) -> Page: ...
    def shown(self) -> tuple[str, Page]: ...
    def where(self) -> tuple[str, str | None]: ...
    def go(self, name: str) -> None: ...
    def show_week(self, on: date) -> None: ...
    def show_hope(self, hope_id: str) -> None: ...
    def edit_moment(self, moment: "Moment", person_id: str | None = None) -> None: ...
    def open_reflection(self, reflection_id: str) -> None: ...


class Finding:
    """Makes them when they are first gone to, read from disk only then."""

    def __init__(self, ways: Ways) -> None:
        self._ways = ways
        self._from = self._under = "today"

    def under(self, name: str) -> str:
        """Return the page of the side bar that leads to a page, which is itself where it stands there."""
        if name == "search":
            return self._under
        return "today" if name == "moments" else name

    def made(self, name: str) -> Page:
        """Return one of the pages, new."""
        make: dict[str, Callable[[], Page]] = {"search": self._search, "moments": self._moments}
        return make[name]()

    def search(self, text: str = "") -> None:
        """Go to the search, with something to look for where given."""
        from connect_desktop.ui.pages.search import SearchPage  # noqa: PLC0415 - start-up

        page = self._ways.page("search")
        assert isinstance(page, SearchPage)
        here, shown = self._ways.shown()
        if shown is not page:
            self._under = self._ways.where()[0]
            self._ways.people_pages.come_back_elsewhere("search", self._under)
            self._from = here
        self._ways.go("search")
        if text:
            page.seek(text)

    def _open(self, hit: "HitRow") -> None:
        """Show what was found, where it is at home."""
        from connect_desktop.domain.found import Kind  # noqa: PLC0415 - start-up

        match hit.kind:
            case Kind.PERSON:
                self._ways.people_pages.show_person(hit.id)
            case Kind.CIRCLE:
                self._ways.people_pages.show_circle(hit.id)
            case Kind.MOMENT:
                moment = self._ways.session.store.moments.get(hit.id)
                if moment is not None:
                    self._ways.edit_moment(moment)
            case Kind.REFLECTION:
                self._ways.open_reflection(hit.id)
            case Kind.HOPE:
                self._ways.show_hope(hit.id)
            case _ if hit.on is not None:
                self._ways.show_week(hit.on)

    def _search(self) -> Page:
        from connect_desktop.ui.pages.search import SearchPage  # noqa: PLC0415 - start-up

        page = SearchPage(self._ways.session)
        page.opened.connect(self._open)
        page.back_asked.connect(lambda: self._ways.go(self._from))
        return page

    def _moments(self) -> Page:
        from connect_desktop.ui.pages.moments import MomentsPage  # noqa: PLC0415 - start-up

        page = MomentsPage(self._ways.session)
        page.moment_asked.connect(self._ways.edit_moment)
        page.log_asked.connect(lambda: self._ways.go("today"))
        page.back_asked.connect(lambda: self._ways.go("today"))
        return page
