"""Draws the sample life, for machines without a display: every page, light and dark, and the documents."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from connect_desktop.domain import Edit, Moment, Record
from connect_desktop.domain.errors import ConnectError
from connect_desktop.i18n import tr
from connect_desktop.interchange import sample
from connect_desktop.paths import Places
from connect_desktop.settings import Settings
from connect_desktop.store import Store
from connect_desktop.ui import theme, tour_documents
from connect_desktop.ui.dialogs.export import ExportDialog
from connect_desktop.ui.gate import Gate
from connect_desktop.ui.pages.today import TodayPage
from connect_desktop.ui.session import Session
from connect_desktop.ui.workspace import Workspace

SIZE = (1280, 800)
TO_BE_FELT, EARLIER = 5, 40
"""moments whose body is left open, and how far back they lie at the most"""
SETTLE = 700
"""milliseconds given to charts and previews to be drawn"""


def render(folder: Path) -> int:
    """Draw every page into `folder` and return the exit status; prints each file's name."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        print(tr("{folder} cannot be written: {why}", folder=folder, why=error.strerror))
        return 1
    session = _sample_session()
    for tone in ("light", "dark"):
        theme.choose(tone, still=True)
        for name, shown in _screens(session, folder).items():
            _draw(shown(), folder / f"{name}-{tone}.png")
    return _write_documents(session, folder)


def _sample_session() -> Session:
    store = Store.memory()
    session = Session(store, Settings())
    store.apply(sample.life(session.today()))
    store.apply(_unanswered(found) for found in store.moments.recent(EARLIER)[-TO_BE_FELT:])
    return session


def _unanswered(moment: Moment) -> Edit[Record]:
    """Return the edit that leaves a moment to be felt."""
    felt = moment.impressions[0]
    return Edit(felt, replace(felt, body=None))


def _screens(session: Session, folder: Path) -> dict[str, Callable[[], QWidget]]:
    someone = _someone(session)
    circle = max(
        session.store.circles.all(), key=lambda found: len(session.store.moments.in_circle(found.id))
    ).id

    def workspace(go: Callable[[Workspace], object]) -> Callable[[], QWidget]:
        def made() -> QWidget:
            found = Workspace(session, Places(data=folder, config=folder, cache=folder), protected=True)
            found.resize(*SIZE)
            found.start()
            go(found)
            return found

        return made

    return {
        "first-run": lambda: _gate(folder),
        "today": workspace(lambda _shown: None),
        "log": workspace(_open_detail),
        "week": workspace(lambda shown: shown.go("week")),
        "people": workspace(lambda shown: shown.go("people")),
        "person": workspace(lambda shown: shown.show_person(someone)),
        "catch_up": workspace(lambda shown: shown.catch_up()),
        "circles": workspace(lambda shown: shown.go("circles")),
        "circle": workspace(lambda shown: shown.people_pages.show_circle(circle)),
        "closeness": workspace(lambda shown: shown.people_pages.show_closeness(someone)),
        "map": workspace(lambda shown: shown.go("map")),
        "reflections": workspace(lambda shown: shown.go("reflections")),
        "hopes": workspace(lambda shown: shown.go("hopes")),
        "search": workspace(lambda shown: shown.finding.search("walk")),
        "settings": workspace(lambda shown: shown.go("settings")),
        "export": lambda: ExportDialog(session),
    }


def _someone(session: Session) -> str:
    """Return who is reached out to most without reaching back."""
    rows = [row for row in session.store.people.rows() if not row.person.one_way]
    return max(rows, key=lambda row: row.me - row.them).person.id


def _gate(folder: Path) -> QWidget:
    gate = Gate(folder / "vault")
    gate.resize(*SIZE)
    gate.start()
    return gate


def _open_detail(shown: Workspace) -> None:
    page = shown.page("today")
    assert isinstance(page, TodayPage)
    QTimer.singleShot(SETTLE // 2, page, page.show_detail)


def _draw(shown: QWidget, path: Path) -> None:
    shown.show()
    wait = QEventLoop()
    QTimer.singleShot(SETTLE, wait.quit)
    wait.exec()
    shown.grab().save(str(path))
    shown.close()
    shown.deleteLater()
    QApplication.processEvents()
    print(path)


def _write_documents(session: Session, folder: Path) -> int:
    try:
        for path in tour_documents.written(session, _someone(session), folder):
            print(path)
    except (ConnectError, OSError) as error:
        print(error)
        return 1
    return 0
