from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from connect_desktop.domain import Edit, Reflection, Version
from connect_desktop.store import Store, vault
from connect_desktop.ui import sitting as sittings
from connect_desktop.ui.reflection_sitting import ReflectionSitting as Sitting
from connect_desktop.ui.session import Session

DAY = date(2026, 11, 22)
BLANK = Reflection(on=DAY)


class Page:
    """The fields as they stand on screen."""

    def __init__(self) -> None:
        self.fields: dict[str, Any] = {"on": DAY, "title": "", "text": "", "people": frozenset()}

    def type(self, sitting: Sitting, text: str) -> None:
        self.fields["text"] = text
        sitting.touch()


@pytest.fixture
def page() -> Page:
    return Page()


@pytest.fixture
def owner(qtbot: QtBot) -> Iterator[QObject]:  # noqa: ARG001 - a sitting has timers: they need the application
    made = QObject()
    yield made
    made.deleteLater()


@pytest.fixture
def new(session: Session, owner: QObject, page: Page) -> Sitting:
    return Sitting(session, BLANK, lambda: page.fields, stored=False, parent=owner)


def texts(session: Session) -> list[str]:
    return [found.text for found in session.store.reflections.all()]


def test_what_is_typed_is_saved_within_a_second_by_itself(
    new: Sitting, page: Page, session: Session, qtbot: QtBot
) -> None:
    assert sittings.PAUSE <= 1000
    with qtbot.waitSignal(new.saved):
        page.type(new, "a")
        page.type(new, "ab")
    assert texts(session) == ["ab"]


def test_flush_saves_now_and_the_whole_sitting_is_one_step(
    new: Sitting, page: Page, session: Session
) -> None:
    for text in ("a", "ab", "abc"):
        page.type(new, text)
        assert new.flush()
    assert texts(session) == ["abc"]
    assert session.undo_stack.count() == 1
    session.undo_stack.undo()
    assert texts(session) == []


def test_a_new_reflection_left_blank_leaves_nothing(new: Sitting, page: Page, session: Session) -> None:
    page.type(new, "  \n")
    assert new.end()
    assert texts(session) == []
    page.type(new, "a")
    new.flush()
    page.type(new, "")
    assert new.end()
    assert texts(session) == []
    assert session.undo_stack.count() == 0


def test_an_old_reflection_made_blank_stays(session: Session, owner: QObject, page: Page) -> None:
    old = Reflection(on=DAY, text="old")
    session.apply("Written", Edit(None, old))
    sitting = Sitting(session, old, lambda: page.fields, stored=True, parent=owner)
    page.type(sitting, "")
    assert sitting.end()
    assert texts(session) == [""]


def test_typing_what_is_there_already_writes_nothing(session: Session, owner: QObject, page: Page) -> None:
    old = Reflection(on=DAY, text="old")
    session.apply("Written", Edit(None, old))
    sitting = Sitting(session, old, lambda: page.fields, stored=True, parent=owner)
    page.type(sitting, "old")
    assert sitting.flush()
    assert session.store.reflections.get(old.id) == old
    assert session.undo_stack.count() == 1


def test_what_the_editor_does_not_show_is_kept(session: Session, owner: QObject, page: Page) -> None:
    old = Reflection(on=DAY, text="old", prompt="reality")
    session.apply("Written", Edit(None, old))
    sitting = Sitting(session, old, lambda: page.fields, stored=True, parent=owner)
    page.type(sitting, "new")
    sitting.flush()
    found = session.store.reflections.get(old.id)
    assert found is not None
    assert (found.prompt, found.created, found.edited) == ("reality", old.created, session.now())


def test_an_undo_elsewhere_is_shown_unless_something_is_being_typed(
    session: Session, owner: QObject, page: Page
) -> None:
    old = Reflection(on=DAY, text="old")
    session.apply("Written", Edit(None, old))
    sitting = Sitting(session, old, lambda: page.fields, stored=True, parent=owner)
    other = replace(old, text="from elsewhere")
    session.apply("Changed", Edit(old, other))
    assert sitting.take(other)
    page.type(sitting, "typed here")
    session.apply("Changed", Edit(other, old))
    assert not sitting.take(old)
    assert sitting.flush()
    assert texts(session) == ["typed here"]


def test_what_was_typed_survives_the_deletion_of_its_reflection(
    session: Session, owner: QObject, page: Page
) -> None:
    old = Reflection(on=DAY, text="old")
    session.apply("Written", Edit(None, old))
    sitting = Sitting(session, old, lambda: page.fields, stored=True, parent=owner)
    page.type(sitting, "typed")
    session.apply("Deleted", Edit(old, None))
    assert not sitting.take(None)
    assert sitting.flush()
    assert texts(session) == ["typed"]


def test_what_cannot_be_saved_is_kept_and_tried_again(
    tmp_path: Path, owner: QObject, page: Page, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sittings, "RETRY", 10)
    key = vault.create(tmp_path / "vault", None, None)
    session = Session(Store.open(tmp_path / "vault", key))
    sitting = Sitting(session, BLANK, lambda: page.fields, stored=False, parent=owner)
    long = "not lost " * 5000
    with _full(session.store):
        page.type(sitting, long)
        with qtbot.waitSignal(sitting.not_saved) as told:
            assert not sitting.flush()
        assert "full" in told.args[0]
        with qtbot.waitSignal(sitting.not_saved):
            pass
    with qtbot.waitSignal(sitting.saved):
        pass
    assert texts(session) == [long]
    session.store.close()


def test_the_text_of_an_earlier_sitting_is_kept_beside_the_new_one(
    session: Session, owner: QObject, page: Page
) -> None:
    old = Reflection(on=DAY, text="before", edited=session.now() - timedelta(days=3))
    session.store.apply([Edit(None, old)])
    sitting = Sitting(session, old, lambda: page.fields, stored=True, parent=owner)
    for text in ("a", "ab", "abc"):
        page.type(sitting, text)
        assert sitting.flush()
    (kept,) = session.store.versions.of(old.id)
    assert (kept.text, kept.at) == ("before", old.edited)
    assert session.undo_stack.count() == 1
    session.undo_stack.undo()
    assert (texts(session), session.store.versions.all()) == (["before"], [])
    session.undo_stack.redo()
    assert (texts(session), session.store.versions.of(old.id)) == (["abc"], [kept])


def test_versions_stay_few(session: Session, owner: QObject, page: Page) -> None:
    old = Reflection(on=DAY, text="last", edited=session.now() - timedelta(days=1))
    days = [Version(reflection=old.id, at=old.edited - timedelta(days=n), text=f"{n}") for n in range(1, 41)]
    session.store.apply(Edit(None, one) for one in (old, *days))
    sitting = Sitting(session, old, lambda: page.fields, stored=True, parent=owner)
    page.type(sitting, "now")
    assert sitting.flush()
    assert len(session.store.versions.of(old.id)) == 40
    assert session.store.versions.of(old.id)[-1].text == "last"
    session.undo_stack.undo()
    assert len(session.store.versions.of(old.id)) == 40


class _full:  # noqa: N801 - reads as a condition
    """A disk that has no page to spare, as SQLite sees it."""

    def __init__(self, store: Store) -> None:
        self._database = store._database

    def __enter__(self) -> None:
        (self._most,) = self._database.row("PRAGMA max_page_count") or (0,)
        (used,) = self._database.row("PRAGMA page_count") or (0,)
        self._database.row(f"PRAGMA max_page_count = {used}")

    def __exit__(self, *_: object) -> None:
        self._database.row(f"PRAGMA max_page_count = {self._most}")
