"""Where data, settings, logs, caches and packaged resources lie."""

from pathlib import Path

import pytest

from connect_desktop import paths
from connect_desktop.paths import Places, places, resource


@pytest.fixture
def no_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CONNECT_DATA")


def test_a_folder_that_is_named_holds_everything(tmp_path: Path) -> None:
    found = places(tmp_path / "mine")
    assert found.data == found.config == tmp_path / "mine"
    assert found.vault == tmp_path / "mine" / "vault"
    assert found.settings == tmp_path / "mine" / "settings.json"
    assert found.log == tmp_path / "mine" / "cache" / "connect.log"


def test_asking_makes_no_folder(tmp_path: Path) -> None:
    places(tmp_path / "mine")
    assert not list(tmp_path.iterdir())


def test_the_variable_is_used_where_no_folder_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONNECT_DATA", str(tmp_path / "env"))
    assert places().data == tmp_path / "env"
    assert places(tmp_path / "named").data == tmp_path / "named"


@pytest.mark.usefixtures("no_variable")
def test_the_home_folder_and_relative_names_are_made_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert places(Path("~/mine")).data == tmp_path / "mine"
    assert places(Path("mine")).data == tmp_path / "mine"
    assert places(Path("~nobody-of-this-name/mine")).data == tmp_path / "~nobody-of-this-name" / "mine"


@pytest.mark.usefixtures("no_variable")
@pytest.mark.parametrize("empty", [False, True])
def test_without_either_the_platform_says_where(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, empty: bool
) -> None:
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    for name, part in (("XDG_DATA_HOME", "d"), ("XDG_CONFIG_HOME", "c"), ("XDG_CACHE_HOME", "k")):
        monkeypatch.setenv(name, str(tmp_path / part))
    if empty:
        monkeypatch.setenv("CONNECT_DATA", "")
    found = places()
    assert isinstance(found, Places)
    for folder in (found.data, found.config, found.cache):
        assert folder.is_relative_to(tmp_path)
        assert "Connect" in folder.parts
    assert found.data != found.cache
    assert found.vault.parent == found.data
    assert found.settings.parent == found.config
    assert found.log.parent == found.cache


def test_resources_are_there() -> None:
    assert resource("sample", "people.json").is_file()
    assert resource().name == "resources"


def test_resources_inside_the_installed_package_come_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = tmp_path / "connect_desktop" / "resources"
    inside.mkdir(parents=True)
    monkeypatch.setattr(paths, "__file__", str(inside.parent / "paths.py"))
    assert resource("icons", "a.svg") == inside.resolve() / "icons" / "a.svg"
