"""The import rule and the house rules that a reader cannot see at a glance, as tests."""

import ast
import re
import string
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
PACKAGE = PROJECT / "connect_desktop"
SOURCES = sorted(PACKAGE.rglob("*.py"))
TESTS = sorted((PROJECT / "tests").rglob("*.py"))
SCRIPTS = sorted((PROJECT / "packaging").rglob("*.py"))
VAGUE = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "base", "core"}
LONGEST = 400


def named(path: Path) -> str:
    """The name of a file in the project, for the list of a failed test."""
    return path.relative_to(PROJECT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield node


def nowhere(found: Iterator[tuple[Path, ast.AST]]) -> None:
    """Fail with the file and line of everything that was found."""
    lines = sorted(f"{named(path)}:{node.lineno}" for path, node in found)  # type: ignore[attr-defined]
    assert not lines, "\n".join(["found in", *lines])


def no_files(found: Iterator[Path]) -> None:
    names = sorted(named(path) for path in found)
    assert not names, "\n".join(["found in", *names])


# --- the import rule ---


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as main; main()",
         "--no-cache", "--no-logo", "--config", "pyproject.toml"],
        cwd=folder, capture_output=True, text=True, check=False, env={"PATH": "", "COLUMNS": "200"},
    )  # fmt: skip


def contracts() -> list[str]:
    configuration = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    return [contract["name"] for contract in configuration["tool"]["importlinter"]["contracts"]]


def broken(output: str) -> set[str]:
    return {name for name in contracts() if re.search(re.escape(name) + r" BROKEN", output)}


def test_every_import_follows_the_contracts() -> None:
    found = lint_imports(PROJECT)
    assert found.returncode == 0, found.stdout + found.stderr


LAYERS = "Imports point right: app, screens, documents, charts, reading and store, records, ground"
OFFENCES = [
    (LAYERS, "domain/person.py", "import connect_desktop.store"),
    (LAYERS, "store/__init__.py", "import connect_desktop.insight"),
    (LAYERS, "insight/__init__.py", "import connect_desktop.charts"),
    (LAYERS, "charts/__init__.py", "import connect_desktop.report"),
    (LAYERS, "report/__init__.py", "import connect_desktop.interchange"),
    (LAYERS, "interchange/__init__.py", "import connect_desktop.ui"),
    (LAYERS, "cli.py", "import connect_desktop.ui"),
    (LAYERS, "ui/session.py", "import connect_desktop.app"),
    (LAYERS, "paths.py", "import connect_desktop.settings"),
    (LAYERS, "unplaced.py", ""),
    ("Nothing imports in a circle", "domain/person.py", "import connect_desktop.domain.record"),
    ("Qt only in ui and app", "cli.py", "import PySide6"),
    ("Qt only in ui and app", "report/__init__.py", "from PySide6.QtGui import QImage"),
    ("The database and the cipher only in store", "ui/session.py", "import peewee"),
    ("The database and the cipher only in store", "interchange/__init__.py", "import sqlite3"),
    ("matplotlib only in charts", "ui/widgets/__init__.py", "from matplotlib.figure import Figure"),
    ("NumPy only in insight and charts", "ui/session.py", "import numpy as np"),
    ("Typst and pikepdf only in report", "ui/session.py", "import typst"),
    ("Typst and pikepdf only in report", "cli.py", "import pikepdf"),
    ("charts and report never import store", "charts/__init__.py", "import connect_desktop.store"),
    ("widgets know no session and no store", "ui/widgets/__init__.py", "import connect_desktop.ui.session"),
    ("widgets know no session and no store", "ui/widgets/__init__.py", "import connect_desktop.store"),
    ("Nothing on the network", "report/__init__.py", "from urllib.request import urlopen"),
]


@pytest.fixture
def skeleton(tmp_path: Path) -> Path:
    """The package without its contents: every module a contract names, and one import that is allowed."""
    for name in ("charts", "domain", "insight", "interchange", "report", "store", "ui", "ui/widgets"):
        folder = tmp_path / "connect_desktop" / name
        folder.mkdir(parents=True)
        (folder / "__init__.py").touch()
    package = tmp_path / "connect_desktop"
    for name in ("__init__", "__main__", "app", "cli", "i18n", "lazy", "paths", "settings", "ui/session"):
        (package / f"{name}.py").touch()
    (package / "domain" / "person.py").touch()
    (package / "domain" / "record.py").write_text("import connect_desktop.domain.person\n", encoding="utf-8")
    pyproject = (PROJECT / "pyproject.toml").read_text(encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(pyproject, encoding="utf-8")
    return tmp_path


def test_an_empty_package_follows_the_contracts(skeleton: Path) -> None:
    found = lint_imports(skeleton)
    assert found.returncode == 0, found.stdout + found.stderr


@pytest.mark.parametrize(("contract", "module", "line"), OFFENCES)
def test_each_contract_notices(skeleton: Path, contract: str, module: str, line: str) -> None:
    (skeleton / "connect_desktop" / module).write_text(line + "\n", encoding="utf-8")
    found = lint_imports(skeleton)
    assert found.returncode == 1
    if module == "unplaced.py":  # refused before any contract is checked
        assert "connect_desktop.unplaced" in found.stdout
    else:
        assert contract in broken(found.stdout), found.stdout


def test_every_contract_was_broken_once() -> None:
    assert {contract for contract, _, _ in OFFENCES} == set(contracts())


# --- what is imported, and where ---


def imports(path: Path) -> Iterator[tuple[ast.stmt, str]]:
    """Every import of a file with the dotted name it asks for."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node, f"{node.module}.{alias.name}") for alias in node.names)


def importing(paths: list[Path], *names: str) -> Iterator[tuple[Path, ast.AST]]:
    def hit(dotted: str) -> bool:
        return any(dotted == name or dotted.startswith(name + ".") for name in names)

    return ((path, node) for path in paths for node, dotted in imports(path) if hit(dotted))


def test_records_need_only_the_standard_library() -> None:
    found = [
        (path, node)
        for path in sorted((PACKAGE / "domain").rglob("*.py"))
        for node, dotted in imports(path)
        if (top := dotted.partition(".")[0]) not in sys.stdlib_module_names and top != "connect_desktop"
    ]
    nowhere(iter(found))


def test_qt_brings_no_network_either() -> None:
    parts = (
        "Network",
        "NetworkAuth",
        "WebSockets",
        "HttpServer",
        "WebEngineCore",
        "WebEngineWidgets",
        "WebView",
    )
    nowhere(importing(SOURCES, *(f"PySide6.Qt{part}" for part in parts)))


def test_charts_leave_no_state_behind() -> None:
    nowhere(importing(SOURCES, "matplotlib.pyplot", "pylab"))
    found = (
        (path, node)
        for path in SOURCES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and node.attr in {"rcParams", "rcdefaults"}
    )
    nowhere(found)


def test_packages_that_start_up_walks_through_hold_no_imports() -> None:
    no_files(path for name in ("charts", "report") if list(imports(path := PACKAGE / name / "__init__.py")))


def test_imports_hide_in_functions_only_to_start_fast() -> None:
    reason = "noqa: PLC0415 - start-up"

    def hidden(path: Path) -> Iterator[tuple[Path, ast.AST]]:
        lines = path.read_text(encoding="utf-8").splitlines()
        for node in (node for function in functions(path) for node in ast.walk(function)):
            if isinstance(node, ast.Import | ast.ImportFrom) and reason not in lines[node.lineno - 1]:
                yield path, node

    nowhere(found for path in SOURCES for found in hidden(path))


def test_nobody_reaches_into_a_neighbour() -> None:
    found = (
        (path, node)
        for path in SOURCES
        for node, dotted in imports(path)
        if dotted.startswith("connect_desktop.") and re.search(r"\._[a-z]", dotted)
    )
    nowhere(found)


# --- files, names, output ---


def test_a_file_is_one_thing() -> None:
    lengths = {
        named(path): len(path.read_text(encoding="utf-8").splitlines())
        for path in [*SOURCES, *TESTS, *SCRIPTS]
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def test_every_module_says_what_it_is() -> None:
    def words(path: Path) -> set[str]:
        return set(re.split(r"[_/]", path.relative_to(PACKAGE).with_suffix("").as_posix()))

    no_files(path for path in SOURCES if VAGUE & words(path))
    no_files(path for path in SOURCES if not ast.get_docstring(tree(path)))


def test_only_the_command_line_prints() -> None:
    def prints(path: Path) -> Iterator[tuple[Path, ast.AST]]:
        for node in ast.walk(tree(path)):
            stray = isinstance(node, ast.Call) and called(node) == "print"
            if stray and not any(keyword.arg == "file" for keyword in node.keywords):
                yield path, node

    speaking = {"cli", "tour"}  # the tour is asked for in a terminal and answers there
    others = [path for path in SOURCES if not speaking & set(path.relative_to(PACKAGE).with_suffix("").parts)]
    nowhere(found for path in others for found in prints(path))


def test_tests_use_the_real_thing() -> None:
    nowhere(importing(TESTS, "unittest.mock", "mock"))
    found = (
        (path, node)
        for path in TESTS
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and called(node) in {"sleep", "qSleep", "qWait"}
    )
    nowhere(found)


# --- words ---


def called(node: ast.Call) -> str:
    """The last part of what is called: "setText" for `label.setText(…)`."""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def calls(path: Path, *names: str) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, ast.Call) and called(node) in names)


def literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def templates(path: Path) -> Iterator[tuple[ast.Call, list[ast.expr]]]:
    """Every call of tr and tr_n with its templates."""
    yield from ((node, node.args[:1]) for node in calls(path, "tr"))
    yield from ((node, node.args[:2]) for node in calls(path, "tr_n"))


FILLED_BY_TYPST = {"page", "pages"}  # known only when the pages are set
I18N = PACKAGE / "i18n.py"
NAME_OF_THE_APP = "Connect"
SPEAKING = {
    "setText", "setPlainText", "setWindowTitle", "setTitle", "setToolTip", "setStatusTip", "setWhatsThis",
    "setPlaceholderText", "setAccessibleName", "setAccessibleDescription", "setInformativeText",
    "setLabelText", "addAction", "addMenu", "addTab", "addRow", "addButton", "addItem",
    "setHorizontalHeaderLabels", "QLabel", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton",
    "QGroupBox", "QAction", "QDockWidget",
}  # fmt: skip


def test_translated_words_are_literals_so_that_they_can_be_collected() -> None:
    found = (
        (path, node)
        for path in SOURCES
        if path != I18N
        for node, messages in templates(path)
        if any(literal(message) is None for message in messages)
    )
    nowhere(found)


def test_translated_words_are_filled_with_the_names_they_ask_for() -> None:
    def wrong(node: ast.Call, messages: list[ast.expr]) -> bool:
        asked = {
            field
            for message in messages
            for _, field, _, _ in string.Formatter().parse(literal(message) or "")
        } - {None}
        given = {keyword.arg for keyword in node.keywords}
        counted = {"n"} if called(node) == "tr_n" else set()
        return None not in given and asked - counted - FILLED_BY_TYPST != given - counted - FILLED_BY_TYPST

    found = ((path, node) for path in SOURCES for node, messages in templates(path) if wrong(node, messages))
    nowhere(found)


def test_translated_words_wait_for_the_language_to_be_chosen() -> None:
    def at_import(path: Path) -> Iterator[tuple[Path, ast.AST]]:
        late = {node for function in functions(path) for node in ast.walk(function)}
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and called(node) in {"tr", "tr_n"} and node not in late:
                yield path, node

    nowhere(found for path in SOURCES for found in at_import(path))


def test_words_on_the_screen_are_translated() -> None:
    def says(node: ast.expr) -> bool:
        if isinstance(node, ast.JoinedStr):
            return any(says(value) for value in node.values)
        words = literal(node) or ""
        return words != NAME_OF_THE_APP and bool(re.search(r"[^\W\d_X]", words))  # X: any character

    found = (
        (path, node)
        for path in sorted((PACKAGE / "ui").rglob("*.py"))
        for node in calls(path, *SPEAKING)
        if any(says(argument) for argument in node.args)
    )
    nowhere(found)


def test_words_on_the_screen_are_those_of_the_product() -> None:
    not_ours = re.compile(
        r"!|\.\.\.|\w'\w|\b(users?|data|entry|entries|invalid|errors?|warnings?|streaks?|items?)\b",
        re.IGNORECASE,
    )
    found = (
        (path, node)
        for path in SOURCES
        for node, messages in templates(path)
        if any(not_ours.search(literal(message) or "") for message in messages)
    )
    nowhere(found)
