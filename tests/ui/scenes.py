"""The pages of the window over the sample life, each gone to as one goes there."""

from collections.abc import Callable
from dataclasses import replace

from connect_desktop.domain import Closeness, Edit
from connect_desktop.domain.rings import rings_on
from connect_desktop.ui.pages.today import TodayPage
from connect_desktop.ui.widgets.section import Section
from connect_desktop.ui.widgets.segmented import SegmentedChoice
from connect_desktop.ui.widgets.still_open import StillOpen
from connect_desktop.ui.workspace import Workspace


def today(workspace: Workspace) -> TodayPage:
    page = workspace.page("today")
    assert isinstance(page, TodayPage)
    return page


def open_person(workspace: Workspace) -> None:
    workspace.show_person(workspace.session.store.people.named("Daniel")[0].id)


def open_circle(workspace: Workspace) -> None:
    workspace.people_pages.show_circle(workspace.session.store.circles.all()[0].id)


def open_closeness(workspace: Workspace) -> None:
    """With everyone on the rings: the card is about the one whom the keyboard comes to, placed or not."""
    session = workspace.session
    held = rings_on(session.store.closeness.all(), session.today())
    notes = [
        Closeness(person=one.id, on=session.today(), ring=4)
        for one in session.store.people.all()
        if one.id not in held
    ]
    session.store.apply([Edit(None, note) for note in notes])
    workspace.go("closeness")


def open_detail(workspace: Workspace) -> None:
    """With every part of it open."""
    page = today(workspace)
    page.show_detail()
    for section in page.findChildren(Section):
        section.open(True)


def open_tab(tab: str) -> Callable[[Workspace], None]:
    def opened(workspace: Workspace) -> None:
        open_person(workspace)
        tabs = next(
            one
            for one in workspace.page("person").findChildren(SegmentedChoice)
            if one.accessibleName() == "What to look at"
        )
        tabs.set_value(tab)
        tabs.changed.emit(tab)

    return opened


def open_what_is_open(workspace: Workspace) -> None:
    open_person(workspace)
    workspace.page("person").findChild(StillOpen).unfold(True)


def open_catch_up(workspace: Workspace) -> None:
    store = workspace.session.store
    for moment in store.moments.recent(3):
        felt = moment.impressions[0]
        store.apply([Edit(felt, replace(felt, body=None))])
    workspace.catch_up()


PAGES: dict[str, Callable[[Workspace], None]] = {
    "today": lambda workspace: workspace.go("today"),
    "detail": open_detail,
    "people": lambda workspace: workspace.go("people"),
    "person": open_person,
    "still open": open_what_is_open,
    **{f"person, {tab}": open_tab(tab) for tab in ("moments", "reflections", "hopes", "about")},
    "catch up": open_catch_up,
    "circles": lambda workspace: workspace.go("circles"),
    "circle": open_circle,
    "closeness": open_closeness,
    "reflections": lambda workspace: workspace.go("reflections"),
    "hopes": lambda workspace: workspace.go("hopes"),
    "map": lambda workspace: workspace.go("map"),
    "week": lambda workspace: workspace.go("week"),
    "moments": lambda workspace: workspace.go("moments"),
    "search": lambda workspace: workspace.finding.search("walk"),
    "settings": lambda workspace: workspace.go("settings"),
    "safety": lambda workspace: workspace.go("safety"),
}
