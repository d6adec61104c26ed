"""Two hopes, moments that say something about them, and what one sees and does on their page."""

from datetime import date, timedelta

from hands import keep
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from connect_desktop.domain import Direction, Evidence, Hope, Impression, Interaction, Person, Tie
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.hope_card import HopeCard, KeptHope
from connect_desktop.ui.widgets.more_button import MoreButton

TODAY = date(2026, 11, 22)
DANIEL = Person(name="Daniel", ties={Tie.PARTNER}, colour=3)
MUM = Person(name="Mum", ties={Tie.FAMILY})
OPEN_UP = Hope(
    person=DANIEL.id, text="He will open up.", since=TODAY - timedelta(days=214), look_again=date(2026, 12, 6)
)
ASK = Hope(person=MUM.id, text="She will ask about my life.", since=TODAY - timedelta(days=61))


def signs(session: Session, hope: Hope, ways: str) -> list[str]:
    """Log a moment a letter, the last yesterday, that points toward (t), away (a) or neither (n)."""
    made = []
    for days, way in zip(range(len(ways), 0, -1), ways, strict=True):
        moment = Interaction(at=session.now() - timedelta(days=days))
        felt = Impression(interaction=moment.id, person=hope.person, body=1)
        direction = {"t": Direction.TOWARD, "a": Direction.AWAY, "n": Direction.NEITHER}[way]
        keep(session, moment, felt, Evidence(hope=hope.id, impression=felt.id, direction=direction))
        made.append(moment.id)
    return made


def cards(page: QWidget) -> list[HopeCard]:
    QApplication.processEvents()
    found = [one for one in page.findChildren(HopeCard) if one.isVisible()]
    return sorted(found, key=lambda one: (one.mapTo(page, QPoint()).y(), one.mapTo(page, QPoint()).x()))


def kept(page: QWidget) -> list[KeptHope]:
    return [one for one in page.findChildren(KeptHope) if one.isVisible()]


def words(widget: QWidget) -> str:
    """Return all that can be read in a widget."""
    labels = [one for one in widget.findChildren(QLabel) if one.isVisible()]
    return " | ".join(one.accessibleName() or one.text() for one in labels)


def click(qtbot: QtBot, widget: QWidget, text: str) -> None:
    button = next(one for one in widget.findChildren(QPushButton) if one.text() == text and one.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def choose(widget: QWidget, text: str) -> None:
    """Choose an entry of the menu behind the three dots."""
    menu = widget.findChild(MoreButton).findChild(QMenu)
    next(one for one in menu.actions() if one.text() == text).trigger()


def dialog(page: QWidget, kind: type[QDialog]) -> QDialog:
    return next(one for one in page.findChildren(kind) if one.isVisible())


def stored(session: Session, hope: Hope) -> Hope:
    found = session.store.hopes.get(hope.id)
    assert found is not None
    return found
