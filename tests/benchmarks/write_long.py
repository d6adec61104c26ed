"""Writes on in a reflection of 100,000 characters; prints milliseconds as JSON.

python tests/benchmarks/write_long.py

A key ends when nothing is left to be laid out or drawn; saving goes to an encrypted file.
"""

import json
import statistics
import tempfile
from pathlib import Path
from time import perf_counter

import long_life
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from connect_desktop import app
from connect_desktop.domain import Edit, Person, Reflection
from connect_desktop.paths import places
from connect_desktop.settings import Settings
from connect_desktop.store import Store, vault
from connect_desktop.ui import theme
from connect_desktop.ui.pages.reflections import ReflectionsPage
from connect_desktop.ui.session import Session

SIZE = (1240, 800)
LENGTH = 100_000
WORDS = "the lake was **quiet** and *so* were we, all day long. "
TYPED = "it was a long and quiet day by the lake, and we were both there. "
TEXTS = {"paragraphs": WORDS * 8 + "\n\n", "list": f"- {WORDS}\n", "one paragraph": WORDS}


def main() -> None:
    """Measure opening each text, keys in the middle of it, and saving it."""
    app.application()
    theme.start(QApplication.instance(), "light", still=True)  # type: ignore[arg-type]
    with tempfile.TemporaryDirectory() as folder:
        vault.create(places(Path(folder)).vault, None, None)
        store = Store.open(places(Path(folder)).vault, vault.unlock_open(places(Path(folder)).vault))
        written = {name: _reflection(text) for name, text in TEXTS.items()}
        store.apply(Edit(None, one) for one in (Person(name="Maya"), *written.values()))
        page = ReflectionsPage(Session(store, Settings()))
        page.resize(*SIZE)
        page.show()
        page.new_reflection()
        print(json.dumps({name: _measured(page, one) for name, one in written.items()}))
        page.flush()
        store.close()


def _reflection(text: str) -> Reflection:
    return Reflection(on=long_life.TODAY, text=(text * (LENGTH // len(text) + 1))[:LENGTH])


def _measured(page: ReflectionsPage, one: Reflection) -> dict[str, float]:
    opening = _timed(lambda: page.show_reflection(one.id))
    prose = page._editor.prose
    cursor = prose.textCursor()
    cursor.setPosition(LENGTH // 2)
    prose.setTextCursor(cursor)
    QApplication.processEvents()
    keys = sorted(_timed(lambda key=key: QTest.keyClicks(prose, key)) for key in TYPED)
    return {
        "opening": opening,
        "key": statistics.median(keys),
        "key_95": keys[len(keys) * 95 // 100],
        "saving": _timed(page.flush),
    }


def _timed(act) -> float:  # type: ignore[no-untyped-def]
    began = perf_counter()
    act()
    QApplication.processEvents()
    return round((perf_counter() - began) * 1000, 1)


if __name__ == "__main__":
    main()
