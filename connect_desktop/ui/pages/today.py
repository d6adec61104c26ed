"""Today: how did it land? The quick log, and what was logged lately.

It can be typed into before the store is read: the lists come after, and whoever is faster waits for nobody.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from connect_desktop import domain
from connect_desktop.domain.errors import ConnectError
from connect_desktop.i18n import long_date, tr, tr_n
from connect_desktop.ui.drafts import Answers, Draft, let_go
from connect_desktop.ui.pages.page import Page
from connect_desktop.ui.session import Edits, Session
from connect_desktop.ui.widgets.log_card import LogCard, LogEntry
from connect_desktop.ui.widgets.page_scroll import scrolled
from connect_desktop.ui.widgets.people_match import Choice, short

if TYPE_CHECKING:
    from connect_desktop.ui.pages.lately import Lately
    from connect_desktop.ui.widgets.hope_strip import HopeStrip

OBSERVE_AFTER = 1500
"""milliseconds after coming here, when nobody waits for anything; not while moments are being logged"""


class TodayPage(Page):
    """Logs moments and shows the latest."""

    person_asked = Signal(str)
    moment_asked = Signal(object)
    all_moments_asked = Signal()
    search_asked = Signal(str)
    """what was typed so far"""
    catch_up_asked = Signal()
    hope_asked = Signal(str)
    week_asked = Signal(object)
    """the Monday of a week to look back at"""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(OBSERVE_AFTER)
        self._date = QLabel(long_date(session.today()))
        self._date.setProperty("role", "soft")
        self._date.setWordWrap(True)
        self._card = LogCard()
        self._draft = Draft(session, "log", self._card)
        self._hopes: list[domain.Hope] = []
        self._strip: HopeStrip | None = None
        self._lately: Lately | None = None
        self._lay_out()
        self._card.people_asked.connect(self._offer)
        self._card.offers_asked.connect(self._offer_detail)
        self._card.people_changed.connect(lambda _people: self._ask_hopes())
        self._card.entered.connect(self._log)
        self._card.clear_asked.connect(self._clear)
        self._card.detail_toggled.connect(lambda shown: session.save_settings(detail_open=shown))
        self._card.folded.connect(lambda names: session.save_settings(detail_parts=names))
        self._card.set_opened(session.settings.detail_parts)

    def arrive(self) -> None:
        super().arrive()
        self._card.begin()
        self._idle.start()

    def begin_log(self, person_id: str | None = None) -> None:
        """Put the cursor into the quick log, with someone chosen where given."""
        self._scroll.ensureVisible(0, 0, 0, 0)
        self._card.begin(*filter(None, [self._choice(person_id) if person_id else None]))

    def begin_log_in(self, circle_id: str) -> None:
        """Put the cursor into the quick log, with a circle and those in it chosen."""
        from connect_desktop.ui.offers import circle_choices  # noqa: PLC0415 - start-up: after the window shows

        self._scroll.ensureVisible(0, 0, 0, 0)
        for circle in circle_choices(self.session):
            if circle.id == circle_id:
                self._card.begin_in(circle)

    def show_detail(self) -> None:
        """Open the optional answers of the quick log."""
        self._card.show_detail(True)

    def flush(self) -> bool:
        return self._lately is None or self._lately.flush()

    def take_up(self, name: str, answers: Answers) -> None:
        """Go on in the quick log with what another draft holds, which is then this one."""
        if self._draft.take_up(answers):
            let_go(self.session, name)
        else:
            self._card.tell(tr("You had begun this moment. Save or clear it, then go on with the other."))

    def concerns(self, edits: Edits) -> bool:
        return not all(isinstance(edit.record, domain.Reflection) for edit in edits)

    def refresh(self) -> None:
        if self._card.people():
            self._offer()
        else:  # nobody is needed before a name is typed, and then they are asked for
            self._card.forget_people()
            self._offer_more()
        if self._lately is None:
            self._lately = self._made_lately()
            self._draft.bring_back()
        count = self._lately.refresh()
        week = tr_n("{n} moment this week", "{n} moments this week", count) if count else ""
        if self._idle.isActive():
            self._idle.start()  # something is being done: wait for leisure anew
        self._date.setText(" · ".join(filter(None, (long_date(self.session.today()), week))))

    def _offer(self) -> None:
        """Tell the quick log whom and what it can offer."""
        from connect_desktop.ui.offers import circle_choices  # noqa: PLC0415 - start-up: after the window shows
        from connect_desktop.ui.person_choice import choices  # noqa: PLC0415 - start-up: as above

        if self.session.closed:
            return
        self._card.set_people(choices(self.session, self.session.store.people.by_recency()))
        self._card.set_circles(circle_choices(self.session))
        self._offer_more()

    def _offer_more(self) -> None:
        """Tell it what else it can offer and ask."""
        if self._card.asks_detail():
            self._offer_detail()
        self._hopes = self.session.store.hopes.open()
        self._ask_hopes()

    def _offer_detail(self) -> None:
        from connect_desktop.ui.offers import offers  # noqa: PLC0415 - start-up: as above

        self._card.set_offers(offers(self.session))

    def _ask_hopes(self) -> None:
        """Ask about the open hopes of those who are chosen; who has none is asked nothing."""
        from connect_desktop.ui.hopes import HOPES  # noqa: PLC0415 - start-up: as above
        from connect_desktop.ui.widgets.hope_strip import HopeStrip  # noqa: PLC0415 - start-up: as above

        if self._strip is None:
            self._strip = HopeStrip()
            self._card.add_strip(HOPES, self._strip)
        chosen = [one for one in self._card.people() if isinstance(one, Choice)]
        alike = len({one.name for one in chosen}) < len(chosen)
        called = {one.id: short(one.name) for one in chosen}
        names = {one.id: f"{called[one.id]} · {one.detail}" if alike else called[one.id] for one in chosen}
        hopes = [hope for hope in self._hopes if hope.person in names]
        self._strip.set_hopes(hopes, names if len(names) > 1 else {})

    def _choice(self, person_id: str) -> Choice | None:
        from connect_desktop.ui.person_choice import choice_of  # noqa: PLC0415 - start-up: as above

        return choice_of(self.session, person_id)

    def _log(self, entry: LogEntry) -> None:
        from connect_desktop.ui.moments import logged  # noqa: PLC0415 - start-up: nothing is saved before
        from connect_desktop.ui.refusal import why  # noqa: PLC0415 - start-up: as above

        try:
            self._draft.save(tr("Moment saved"), *logged(self.session, entry))
        except ConnectError as error:
            self._card.tell(why(error))
        else:
            self._card.clear()

    def _clear(self) -> None:
        from connect_desktop.ui.dialogs.confirm import Confirm  # noqa: PLC0415 - start-up: seldom asked

        if not self._card.note() or Confirm.ask(
            self, tr("Clear what you began?"), tr("The note you typed goes with it."), tr("Clear")
        ):
            self._card.clear()
            self._draft.forget()

    def _made_lately(self) -> "Lately":
        from connect_desktop.ui.pages.lately import Lately  # noqa: PLC0415 - start-up: after the window shows

        lately = Lately(self.session, self)
        lately.moment_asked.connect(self.moment_asked)
        lately.person_asked.connect(self.person_asked)
        lately.catch_up_asked.connect(self.catch_up_asked)
        lately.hope_asked.connect(self.hope_asked)
        lately.week_asked.connect(self.week_asked)
        lately.refused.connect(self._card.tell)
        lately.all_asked.connect(self.all_moments_asked)
        lately.settled.connect(self._card.begin)
        self._idle.timeout.connect(lately.observe)
        self._column.insertWidget(self._column.indexOf(self._card) + 1, lately)
        self._add_search_box()
        self._card.show_detail(self.session.settings.detail_open)
        return lately

    def _add_search_box(self) -> None:
        from connect_desktop.ui.widgets.search_box import SearchBox  # noqa: PLC0415 - start-up: as above

        box = SearchBox("Ctrl+K")
        box.typed.connect(self.search_asked)
        self._head.addWidget(box, 0, Qt.AlignmentFlag.AlignVCenter)
        self._card.follow(box)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("role", "clear")
        down = self._column = QVBoxLayout(inside)
        down.setContentsMargins(32, 24, 32, 24)
        down.setSpacing(18)
        title = QLabel(tr("How did it land?"))
        title.setProperty("role", "title")
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(title)
        head.addWidget(self._date)
        self._head = QHBoxLayout()
        self._head.setSpacing(18)
        self._head.addLayout(head, 1)
        down.addLayout(self._head)
        down.addWidget(self._card)
        down.addStretch(1)
        self._scroll = scrolled(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
