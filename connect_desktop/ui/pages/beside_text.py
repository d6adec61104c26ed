"""Fills what lies beside a reflection, and does what is asked for there."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from connect_desktop.domain import Edit, OwnPrompt, Record, Reflection, Version
from connect_desktop.domain.history import on_this_day, told, version
from connect_desktop.domain.labels import BETWEEN, prompt_family_label
from connect_desktop.domain.prompts import prompts as known_here
from connect_desktop.domain.search import fold
from connect_desktop.domain.word_count import word_count
from connect_desktop.i18n import clock, long_date, plain_date, tr, tr_n
from connect_desktop.ui.drafts import Draft
from connect_desktop.ui.readings import BondReadings
from connect_desktop.ui.reflection_sitting import keeping
from connect_desktop.ui.session import Edits, Session
from connect_desktop.ui.widgets.prompt_panel import PromptRow
from connect_desktop.ui.widgets.quiet_list import Row
from connect_desktop.ui.widgets.reflection_list import heading
from connect_desktop.ui.widgets.writing_panel import EARLIER, PROMPTS, THIS_DAY, WritingPanel

if TYPE_CHECKING:
    from connect_desktop.insight.prompting import Asking


class BesideText(QObject):
    """Keeps a `WritingPanel` in step with the store and the reflection that is open."""

    prompt_chosen = Signal(str, object)
    """write to this prompt, about a person by id where one is named"""
    version_chosen = Signal(object)
    reflection_chosen = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.panel = WritingPanel()
        self._reflection: Reflection | None = None
        self._written: tuple[Reflection, ...] = ()
        self._versions: dict[str, Version] = {}
        self._asking: Asking | None = None
        self._readings: BondReadings | None = None
        self._draft = Draft(session, "question", self.panel.prompts.own)
        self._connect()

    def show_reflection(self, found: Reflection | None, written: Iterable[Reflection]) -> None:
        """Be about the reflection that is open, among all that was written."""
        self._reflection, self._written = found, tuple(written)
        self.refresh()

    def refresh(self) -> None:
        """Read anew what the shown part needs; nothing while it is folded away."""
        if not self.panel.isHidden():
            {PROMPTS: self._show_prompts, EARLIER: self._show_versions, THIS_DAY: self._show_days}[
                self.panel.part()
            ]()

    def hear(self, edits: Edits, written: Iterable[Reflection]) -> None:
        """Take in what was changed just now."""
        self._written = tuple(written)
        kinds = {PROMPTS: OwnPrompt, EARLIER: Version, THIS_DAY: Reflection}[self.panel.part()]
        if any(isinstance(edit.record, kinds) for edit in edits):
            self.refresh()

    def question(self, prompt: str | None, name: str) -> tuple[str, str]:
        """Return the family and the words of a prompt, with a name in them; empty where it is not known."""
        found = known_here(self._session.settings.language).get(prompt or "")
        if found is not None:
            return prompt_family_label(found.family), found.said(name)
        own = self._session.store.prompts.get(prompt) if prompt else None
        return (prompt_family_label(""), own.text) if own is not None else ("", "")

    def bring_back(self, wanted: Version) -> None:
        """Let a reflection be as it was, and keep how it is now among its versions."""
        now = self._session.store.reflections.get(wanted.reflection)
        if now is None:
            return
        kept = self._session.store.versions.of(now.id)
        then = replace(now, title=wanted.title, text=wanted.text, edited=self._session.now())
        self._apply(tr("Earlier version brought back"), Edit(now, then), *keeping(version(now, kept), kept))

    def when(self, one: Version) -> str:
        """Return when a reflection was so."""
        return tr("{day}, {time}", day=long_date(self._session.day_of(one.at)), time=clock(one.at))

    # Questions

    def _show_prompts(self) -> None:
        from connect_desktop.ui.prompt_offer import OWN, known_prompts  # noqa: PLC0415 - start-up: NumPy

        self._draft.bring_back()
        known = list(known_prompts(self._session).values())
        known.sort(key=lambda one: one.family != OWN)
        self.panel.prompts.show_prompts(
            [
                PromptRow(
                    id=one.id,
                    family=prompt_family_label(one.family),
                    text=one.text,
                    own=one.family == OWN,
                )
                for one in known
            ]
        )
        if self._readings is None:
            self._readings = BondReadings.of_session(self._session)
            self._readings.loaded.connect(self._offer)
        self._readings.load()

    def _offer(self) -> None:
        from connect_desktop.ui.prompt_offer import todays_prompt  # noqa: PLC0415 - start-up: NumPy

        if self._readings is not None and not self._session.closed:
            self._show_offer(todays_prompt(self._session, self._readings))

    def _offer_another(self) -> None:
        from connect_desktop.ui.prompt_offer import another_prompt  # noqa: PLC0415 - start-up: NumPy

        if self._readings is not None:
            self._show_offer(another_prompt(self._session, self._readings))

    def _show_offer(self, found: "Asking | None") -> None:
        from connect_desktop.insight.prompting import reason  # noqa: PLC0415 - start-up: NumPy

        self._asking = found
        if found is None:
            self.panel.prompts.offer("", "")
        else:
            name = found.person.name if found.person else ""
            self.panel.prompts.offer(found.prompt.said(name), reason(found))

    def _take_offer(self) -> None:
        if self._asking is not None:
            person = self._asking.person
            self.prompt_chosen.emit(self._asking.prompt.id, person.id if person else None)

    def _enter_question(self, prompt: str, text: str) -> None:
        """Keep a new question, or other words for one; what was typed stays where that is refused."""
        known = self._session.store.prompts
        before = known.get(prompt) if prompt else None
        if before is not None:
            label, after = tr("Question changed"), replace(before, text=text)
        else:
            before = {fold(one.text): one for one in known.all()}.get(fold(text))
            label = tr("Question added")
            after = replace(before, offered=True) if before is not None else OwnPrompt(text=text)
        with self._session.telling():
            self._draft.save(label, *([Edit(before, after)] if after != before else []))
            self.panel.prompts.own.begin()
            self.panel.prompts.choose(after.id)

    def _remove_prompt(self, prompt: str) -> None:
        found = self._session.store.prompts.get(prompt)
        if found is not None:
            self._apply(tr("Question taken off the list"), self._session.store.prompts.taking_off(found))

    def _apply(self, label: str, *edits: Edit[Record]) -> None:
        with self._session.telling():
            self._session.apply(label, *edits)

    # Earlier versions, and this day

    def _show_versions(self) -> None:
        now = self._reflection
        stored = self._session.store.reflections.get(now.id) if now is not None else None
        kept = told(self._session.store.versions.of(stored.id), stored) if stored is not None else []
        self._versions = {one.id: one for one in kept}
        self.panel.versions.show_rows([self._version_row(one) for one in kept], self.panel.versions.key())
        self.panel.versions.setVisible(bool(kept))
        self.panel.no_versions.setVisible(not kept)
        self.panel.no_versions.setText(
            tr("When you write on another time, how it was before is kept here and can be brought back.")
        )

    def _version_row(self, one: Version) -> Row:
        words = tr_n("{n} word", "{n} words", word_count(one.text))
        return Row(one.id, f"{self.when(one)}\n{words}")

    def _show_days(self) -> None:
        today = self._session.today()
        found = on_this_day(self._written, today)
        rows = []
        for one in found:
            ago = _ago((today.year - one.on.year) * 12 + today.month - one.on.month)
            rows.append(Row(one.id, f"{ago}{BETWEEN}{plain_date(one.on)}\n{heading(one)}"))
        self.panel.days.show_rows(rows)
        self.panel.days.setVisible(bool(found))
        self.panel.no_days.setVisible(not found)
        self.panel.no_days.setText(tr("Nothing was written on this day of an earlier month or year."))

    def _choose_version(self, key: str) -> None:
        if key in self._versions:
            self.version_chosen.emit(self._versions[key])

    def _connect(self) -> None:
        prompts = self.panel.prompts
        self.panel.turned.connect(lambda _part: self.refresh())
        prompts.offer_taken.connect(self._take_offer)
        prompts.other_asked.connect(self._offer_another)
        prompts.answered.connect(lambda prompt: self.prompt_chosen.emit(prompt, None))
        prompts.own.entered.connect(self._enter_question)
        prompts.removed.connect(self._remove_prompt)
        self.panel.versions.chosen.connect(self._choose_version)
        self.panel.versions.opened.connect(self._choose_version)
        self.panel.days.opened.connect(self.reflection_chosen)


def _ago(months: int) -> str:
    if months % 12 == 0:
        return tr_n("A year ago", "{n} years ago", months // 12)
    return tr_n("A month ago", "{n} months ago", months)
