"""Where the list, the text and what lies beside it go in a window of any width."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from connect_desktop.ui import theme
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.reflection_editor import ReflectionEditor
from connect_desktop.ui.widgets.writing_panel import PROMPTS, WritingPanel

MEMO = "beside the text"
"""the name under which the store remembers whether something lies beside the text, and what"""
ROOMY, WIDE = 1040, 1200
"""pixels of the page, at 100 %, from which all three fit, and are shown unless the user folded them"""


class ReflectionRoom(QObject):
    """Shows and folds away what lies beside the text; without room it takes the place of the list."""

    opened = Signal()
    """what lies beside the text is shown now, and was not before"""

    def __init__(
        self, session: Session, page: QWidget, left: QWidget, panel: WritingPanel, editor: ReflectionEditor
    ) -> None:
        super().__init__(page)
        self._session = session
        self._page, self._left, self._panel, self._editor = page, left, panel, editor
        self._in_place_of_list = False
        panel.hide()
        panel.turned.connect(lambda _part: self._remember(shown=True))

    def arrive(self) -> None:
        """Show what was shown here last."""
        kept = self._session.store.memo(MEMO)
        self._panel.turn(kept.partition(" ")[2] if kept else PROMPTS)
        self.make()

    def make(self) -> None:
        """Place everything anew in the width there is."""
        if not self._page.isVisible():
            return
        roomy, was = self._is_roomy(), not self._panel.isHidden()
        shown = self._is_wanted() if roomy else self._in_place_of_list
        self._panel.make_room(self._page.width())
        # One goes before the other comes: for an instant with both the window would grow.
        beside = ((self._left, roomy or not shown), (self._panel, shown))
        for part, visible in sorted(beside, key=lambda pair: pair[1]):
            part.setVisible(visible)
        self._editor.beside.setChecked(shown)
        if shown and not was:
            self.opened.emit()

    def turn(self) -> None:
        """Show it, or fold it away; the focus goes with it."""
        shown, focused = self._panel.isHidden(), self._page.focusWidget()
        inside = focused is not None and self._panel.isAncestorOf(focused)
        if self._is_roomy():
            self._remember(shown=shown)
        else:
            self._in_place_of_list = shown
        self.make()
        if shown:
            self._panel.choice.setFocus()
        elif inside:
            self._editor.prose.setFocus()

    def give_list_back(self) -> None:
        """Fold it away where it took the place of the list."""
        self._in_place_of_list = False
        self.make()

    def _is_roomy(self) -> bool:
        return self._page.width() >= ROOMY * theme.scale()

    def _is_wanted(self) -> bool:
        kept = self._session.store.memo(MEMO)
        return self._page.width() >= WIDE * theme.scale() if kept is None else kept.startswith("open")

    def _remember(self, *, shown: bool) -> None:
        if self._is_roomy():
            self._session.remember(MEMO, f"{'open' if shown else 'closed'} {self._panel.part()}")
