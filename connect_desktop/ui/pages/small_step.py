"""One small step on Today: what is offered, what was taken, and how it landed."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from connect_desktop.domain import Edit, Status, Step, StepState
from connect_desktop.domain.errors import ConnectError
from connect_desktop.domain.practices import said
from connect_desktop.domain.standing import ASKED_FOR, Stand, Standing, standing
from connect_desktop.i18n import tr
from connect_desktop.insight.told import short_name
from connect_desktop.ui.readings import BondReadings
from connect_desktop.ui.session import Session
from connect_desktop.ui.step_sitting import StepSitting
from connect_desktop.ui.widgets.step_card import StepCard

if TYPE_CHECKING:
    from connect_desktop.insight.offering import Offer


class SmallStep(QObject):
    """Keeps one card; `made` when there is first something for it to show."""

    made = Signal(QWidget)
    """the card, to be given a place"""
    settled = Signal()
    """something was decided: on with the log"""
    refused = Signal(str)
    """a sentence: why something was not kept"""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._card: StepCard | None = None
        self._offer: Offer | None = None
        self._offered, self._why = date.min, ""
        self._sitting: StepSitting | None = None
        self._closed: Step | None = None

    def refresh(self) -> None:
        """Show what was taken or is to be told; an offer waits until it is worked out."""
        if not self._session.settings.small_step:
            self._hide()
            return
        now = self._standing()
        if not self._lived(now.step) and self.flush():
            self._end()
            self._hide()
            return
        if self._sitting is not None and self._still_told():
            return
        match now.stand:
            case Stand.TAKEN | Stand.DONE | Stand.ASK:
                self._show(now)
            case Stand.REST:
                self._hide()
            case Stand.OFFER if self._offer is not None and self._offered == self._session.today():
                self._show_offer(self._offer)
            case Stand.OFFER if self._closed is None:
                self._hide()

    def offer(self) -> None:
        """Offer today's step, where one is to be offered; it reads everyone's moments."""
        from connect_desktop.insight.why import why  # noqa: PLC0415 - start-up: NumPy
        from connect_desktop.ui.step_offer import todays_offer  # noqa: PLC0415 - start-up: NumPy

        wanted = self._session.settings.small_step and self._standing().stand is Stand.OFFER
        if not wanted or self._sitting is not None:
            return
        self._closed, self._offered = None, self._session.today()
        self._offer = todays_offer(self._session, BondReadings.of_session(self._session))
        if self._offer is None:
            self._hide()
        else:
            self._why = why(self._offer, self._offered)
            self._show_offer(self._offer)

    def flush(self) -> bool:
        """Save what was told and is not saved; False where that failed."""
        return self._sitting is None or self._sitting.flush()

    def _standing(self) -> Standing:
        today = self._session.today()
        return standing(self._session.store.steps.since(today - ASKED_FOR), today)

    def _lived(self, step: Step | None) -> bool:
        """Return whether a step may be spoken of: not once the bond it was for is lived no more."""
        person = self._session.store.people.get(step.person) if step and step.person else None
        return person is None or person.status is Status.ACTIVE

    def _show(self, now: Standing) -> None:
        assert now.step is not None
        self._closed = None
        words, card = self._words(now.step), self._shown()
        if now.stand is Stand.TAKEN:
            card.keep(words)
        elif now.stand is Stand.DONE:
            card.show_landed(words, now.step.landed)
        else:
            self._ask(now.step)

    def _show_offer(self, offer: "Offer") -> None:
        self._shown().offer(offer.practice.said(short_name(offer.name)), self._why)

    def _words(self, step: Step) -> str:
        return step_words(self._session, step)

    def _shown(self) -> StepCard:
        if self._card is None:
            card = self._card = StepCard()
            card.tried.connect(lambda: self._decide(StepState.TAKEN, tr("Step taken")))
            card.passed.connect(lambda: self._decide(StepState.PASSED, tr("Not today")))
            card.asked.connect(self._tell)
            card.told.connect(self._touch)
            card.closed.connect(self._close)
            self.made.emit(card)
        return self._card

    def _hide(self) -> None:
        if self._card is not None:
            self._card.hide()

    def _decide(self, state: StepState, label: str) -> None:
        offer = self._offer
        if offer is None:
            return
        step = Step(
            practice=offer.practice.id, person=offer.person, offered=self._session.today(), state=state
        )
        if self._write(label, Edit(None, step)):
            self.settled.emit()

    # How it landed

    def _tell(self) -> None:
        """Ask now, because the user wants to tell."""
        step = self._standing().step
        if step is not None:
            self._ask(step)
            self._shown().landing.scale.setFocus()

    def _ask(self, step: Step) -> None:
        card = self._shown()
        card.ask(self._words(step), step)
        self._sitting = StepSitting(self._session, step, card.landing.values, self)
        self._sitting.saved.connect(lambda _step: card.say(tr("Kept.")))
        self._sitting.not_saved.connect(card.say)

    def _touch(self) -> None:
        if self._sitting is not None:
            self._sitting.touch()
            self._sitting.flush()

    def _still_told(self) -> bool:
        """Return whether the step being told is still there; what changed elsewhere is shown."""
        assert self._sitting is not None
        found = self._session.store.steps.get(self._sitting.record.id)
        if found is None or found.state is StepState.PASSED:
            self._end()
            return False
        if self._sitting.take(found):
            self._shown().ask(self._words(found), found)
        return True

    def _close(self) -> None:
        sitting = self._sitting
        if sitting is None or not sitting.flush():
            return
        step, told = sitting.record, self._shown().landing.values()
        self._end()
        if step.state is StepState.TAKEN and not (told["landed"] is not None or told["note"]):
            if not self._write(tr("Step closed"), Edit(step, replace(step, state=StepState.DONE))):
                return
            step = replace(step, state=StepState.DONE)
        self._closed = step
        self._shown().show_landed(self._words(step), step.landed)
        self.settled.emit()

    def _end(self) -> None:
        if self._sitting is not None:
            self._sitting.drop()
            self._sitting.deleteLater()
        self._sitting = None

    def _write(self, label: str, edit: Edit[Step]) -> bool:
        try:
            self._session.apply(label, edit)
        except ConnectError as error:
            self.refused.emit(str(error))
            return False
        return True


def step_words(session: Session, step: Step) -> str:
    """Return what a step invited to, with the name of the person."""
    person = session.store.people.get(step.person) if step.person else None
    name = short_name(person.name) if person else ""
    return said(step.practice, name, session.settings.language) or tr("a small step")
