"""Every test runs without a display and in a home of its own: nothing of the real user is read or written."""

import os
import sys
import tempfile
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from connect_desktop.store import Store
    from connect_desktop.ui.session import Session

sys.path.append(str(Path(__file__).parent))  # what several folders share lies beside them

# Before anything of Qt, matplotlib or the app is imported: all of them look these up once.
_home = tempfile.TemporaryDirectory(prefix="connect-tests-")
HOME = Path(_home.name)
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for _name, _part in {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "config",
    "LOCALAPPDATA": "cache",
    "XDG_CONFIG_HOME": "config",
    "XDG_CACHE_HOME": "cache",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
    "XDG_RUNTIME_DIR": "run",
    "MPLCONFIGDIR": "matplotlib",
    "CONNECT_DATA": "connect",
}.items():
    _place = HOME / _part
    _place.mkdir(mode=0o700, exist_ok=True)
    os.environ[_name] = str(_place)
for _name in ("CONNECT_STRETCH", "CONNECT_BENCHMARK", "QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE", "LANGUAGE"):
    os.environ.pop(_name, None)
if sys.platform == "linux":
    os.environ["LC_ALL"] = "C.UTF-8"  # Qt complains about any other encoding, and complaints fail a test

# The same inputs in every run: what a run covers does not hang on chance.
settings.register_profile("steady", derandomize=True)
settings.load_profile("steady")

NOW = datetime(2026, 11, 22, 21, 14, tzinfo=timezone(timedelta(hours=1)))
"""the present of every test: a Sunday evening"""


def pytest_sessionfinish() -> None:
    if "PySide6.QtGui" in sys.modules:
        from PySide6.QtGui import QGuiApplication

        if (
            QGuiApplication.instance() is not None
        ):  # text left there brings the offscreen plug-in down at the end
            QGuiApplication.clipboard().clear()


def pytest_unconfigure() -> None:
    _home.cleanup()


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder of this test, not yet there; whatever asks for the default places lands in it."""
    data = tmp_path / "connect-data"
    monkeypatch.setenv("CONNECT_DATA", str(data))
    return data


@pytest.fixture(autouse=True)
def quick_passphrases(monkeypatch: pytest.MonkeyPatch) -> None:
    """New passphrases cost the least they may, not a second; that they take one is seen where it is meant."""
    monkeypatch.setattr("connect_desktop.store.derive.AIM", 0.0)


@pytest.fixture(scope="session")
def qapp_cls() -> type["QApplication"]:
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
            QSettings.setPath(kind, scope, str(HOME / "config"))
    return QApplication


@pytest.fixture
def now() -> datetime:
    """The present as the app sees it in tests."""
    return NOW


@pytest.fixture
def store() -> Iterator["Store"]:
    """An empty store in memory, with the schema of a real one."""
    from connect_desktop.store import Store

    opened = Store.memory()
    yield opened
    opened.close()


@pytest.fixture
def session(qapp: "QApplication", store: "Store") -> Iterator["Session"]:
    """An unlocked session on `store`, on the evening of 22 November 2026."""
    from connect_desktop.ui.session import Session

    opened = Session(store, clock=lambda: NOW, parent=qapp)
    yield opened
    opened.close()
    opened.deleteLater()


@pytest.fixture
def themed(qapp: "QApplication") -> Iterator["QApplication"]:
    """The application in its own light look, still, as a window shows it."""
    from connect_desktop.ui import theme

    if not qapp.styleSheet():
        theme.start(qapp, "light", still=True)
    theme.choose("light", still=True)
    yield qapp
    theme.choose("light", still=True)
