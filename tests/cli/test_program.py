"""The program as a shell runs it: passphrases, pipes, other terminals, other writers, full disks."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from connect_desktop import paths
from connect_desktop.domain import Edit, Person
from connect_desktop.store import Store, vault
from connect_desktop.store.derive import FLOOR

Command = Callable[..., Any]
posix = pytest.mark.skipif(os.name != "posix", reason="as POSIX has it")


@pytest.fixture
def guarded(own_data: Path) -> Path:
    """A store behind the passphrase "open says me"."""
    vault.create(paths.places(own_data).vault, "open says me", None, cost=FLOOR)
    return own_data


def test_the_main_story(program: Command, own_data: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_bytes("grüne Tür\r\nnot this line\r\n".encode())
    made = program("init", "--passphrase-file", secret)
    assert made.status == 0, made
    code = next(line.strip() for line in made.out.splitlines() if line.count("-") == 7)
    assert vault.unlock_with_code(paths.places(own_data).vault, code)
    assert vault.state(paths.places(own_data).vault) is vault.State.PROTECTED

    kept = program("--passphrase-file", "-", "log", "Zoë", "--new", "--body", "-2", given="grüne Tür\n")
    assert kept.status == 0, kept
    people = json.loads(program("people", "--json", "--passphrase-file", secret).out)
    assert [person["name"] for person in people] == ["Zoë"]
    refused = program("people", "--passphrase-file", "-", given="green door\n")
    assert len(refused.line) > 20
    assert "Traceback" not in refused.err


@pytest.mark.usefixtures("guarded")
def test_without_a_terminal_nobody_is_asked(program: Command, own_data: Path) -> None:
    assert "name a file with --passphrase-file" in program("people").line
    other = own_data.parent / "other"
    assert "name a file with --passphrase-file" in program("init", "--data", other).line
    assert not paths.places(other).vault.exists()


@pytest.mark.usefixtures("guarded")
def test_a_passphrase_file_that_holds_none(program: Command, tmp_path: Path) -> None:
    assert "No such file" in program("people", "--passphrase-file", tmp_path / "none").line
    (tmp_path / "latin").write_bytes(b"gr\xfcn\n")
    assert "is not UTF-8 text" in program("people", "--passphrase-file", tmp_path / "latin").line
    assert "no passphrase in standard input" in program("people", "--passphrase-file", "-", given="").line
    (tmp_path / "long").write_bytes(b"x" * 20_000)  # cut off it would open what another long one made
    assert "is too long to be a passphrase" in program("people", "--passphrase-file", tmp_path / "long").line


def test_where_there_is_no_store_and_where_there_is_one(program: Command, own_data: Path) -> None:
    assert "“connect-desktop init” makes one" in program("people").line
    assert program("init", "--no-passphrase").out.endswith("It is not protected.\n")
    assert "There is a store in" in program("init", "--no-passphrase").line
    assert "There is a store in" in program("init").line
    (own_data / "empty").write_text("\n", encoding="utf-8")
    other = own_data.parent / "other"
    empty = program("init", "--data", other, "--passphrase-file", own_data / "empty").line
    assert empty == f"There is no passphrase in {own_data / 'empty'}: its first line is empty."
    assert not other.exists()


def test_a_second_writer_is_refused(program: Command, inside: Callable[[], Any]) -> None:
    with inside() as store:
        assert len(program("log", "Tom", "--new", "--body", 1).line) > 20
        assert store.people.count() == 0
    assert program("log", "Tom", "--new", "--body", 1).status == 0


@pytest.mark.usefixtures("guarded")
@pytest.mark.parametrize(
    "command",
    [
        ("people",),
        ("log", "Tom", "--new", "--body", "1"),
        ("export", "--out", "x.json"),
        ("import", "x.json"),
    ],
    ids=" ".join,
)
def test_a_store_in_use_is_told_before_anyone_is_asked_for_its_passphrase(
    program: Command, own_data: Path, command: tuple[str, ...]
) -> None:
    folder = paths.places(own_data).vault
    store = Store.open(folder, vault.unlock(folder, "open says me"))
    try:
        assert "Connect is open already with this store" in program(*command).line
    finally:
        store.close()


@posix
def test_a_folder_that_is_no_folder(program: Command, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    answer = program("init", "--no-passphrase", "--data", tmp_path / "file")
    assert "Traceback" not in answer.err
    assert len(answer.line) > 20


def fill(data: Path, people: int) -> None:
    folder = paths.places(data).vault
    store = Store.open(folder, vault.unlock_open(folder))
    store.apply([Edit(None, Person(name=f"Nº {n} Zoë 李")) for n in range(people)])
    store.close()


def started(data: Path, *arguments: str, **how: Any) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "connect_desktop", *arguments],
        env={**os.environ, "CONNECT_DATA": str(data)}, stderr=subprocess.PIPE, **how,
    )  # fmt: skip


@posix
@pytest.mark.parametrize("arguments", [("people",), ("people", "--json"), ("export", "--out", "-")])
def test_a_reader_that_leaves_is_no_fault(data: Path, arguments: tuple[str, ...]) -> None:
    fill(data, 3000)
    with started(data, *arguments, stdout=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stdout.read(10)
        running.stdout.close()
        assert running.stderr is not None
        assert running.stderr.read() == b""
        assert running.wait(60) == 0


@posix
@pytest.mark.parametrize("arguments", [("people",), ("export", "--out", "-")])
def test_a_full_disk_behind_standard_output_is_told(data: Path, arguments: tuple[str, ...]) -> None:
    fill(data, 3000)
    with Path("/dev/full").open("wb") as full, started(data, *arguments, stdout=full) as running:
        assert running.stderr is not None
        said = running.stderr.read().decode()
        assert running.wait(60) == 1
    assert said == "The answer could not be written: No space left on device.\n"


@posix
def test_a_full_disk_leaves_the_last_export_alone(data: Path, tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    fill(data, 300)
    out = tmp_path / "life.json"
    out.write_text("the last one", encoding="utf-8")
    # The store itself is larger than what may be written, and is only read.
    limit = 20_000
    with started(
        data, "export", "--out", str(out), stdout=subprocess.PIPE,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    ) as running:  # fmt: skip
        assert running.stderr is not None
        said = running.stderr.read().decode()
        assert running.wait(60) == 1
    assert said.startswith(f"{out} was not written: ")
    assert said.count("\n") == 1
    assert out.read_text(encoding="utf-8") == "the last one"
    assert [path.name for path in tmp_path.iterdir() if "part" in path.name] == []


@posix
@pytest.mark.usefixtures("data")
@pytest.mark.parametrize("out", ["/dev/full", "/dev/null"])
def test_a_device_is_no_place_for_a_file(program: Command, out: str) -> None:
    assert "is not an ordinary file" in program("export", "--out", out).line
    assert not Path(out).is_file()


@posix
def test_stopping_with_the_keyboard_is_quiet(guarded: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with started(guarded, "people", "--passphrase-file", str(pipe), stdout=subprocess.PIPE) as running:
        with pipe.open("wb"):  # opens once the other side waits for the passphrase
            running.send_signal(signal.SIGINT)
            assert running.wait(60) == 130
        assert running.stderr is not None
        assert running.stderr.read() == b"Stopped.\n"


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_any_terminal_shows_what_it_can(program: Command, data: Path, encoding: str) -> None:
    fill(data, 1)
    answer = program("people", PYTHONIOENCODING=encoding)
    assert answer.status == 0, answer
    assert "?" in answer.out
    found = json.loads(program("people", "--json", PYTHONIOENCODING=encoding).out)
    assert found[0]["name"] == "Nº 0 Zoë 李"


@posix
def test_a_name_in_another_encoding_is_refused(data: Path) -> None:
    with started(data, "log", b"Zo\xeb", "--new", "--body", "1", stdout=subprocess.PIPE) as running:  # type: ignore[arg-type]
        assert running.stderr is not None
        assert b"What was typed is not UTF-8 text: 'Zo\\udceb'." in running.stderr.read()
        assert running.wait(60) == 1


def test_what_the_store_notes_for_a_log_is_no_second_line(program: Command, data: Path) -> None:
    file = paths.places(data).vault / "vault.db"
    whole = file.read_bytes()
    file.write_bytes(whole[:20] + bytes([whole[20] ^ 1]) + whole[21:])
    assert "The store is damaged" in program("people").line


@posix
@pytest.mark.parametrize("closed", [0, 1, 2])
def test_a_closed_stream_is_no_fault_and_nothing_takes_its_place(data: Path, closed: int) -> None:
    arguments = [sys.executable, "-m", "connect_desktop", "log", "Tom", "--new", "--body", "1"]
    for _ in range(2):
        found = subprocess.run(
            arguments, env={**os.environ, "CONNECT_DATA": str(data)}, timeout=60, check=False,
            stdin=subprocess.DEVNULL, capture_output=True, preexec_fn=lambda: os.close(closed),
        )  # fmt: skip
        assert (found.returncode, found.stderr) == (0, b"")
        assert found.stdout.startswith(b"Kept: Tom" if closed != 1 else b"")
    folder = paths.places(data).vault
    store = Store.open(folder, vault.unlock_open(folder))
    assert store.interactions.count() == 2
    store.close()


@posix
@pytest.mark.usefixtures("guarded")
def test_a_passphrase_from_a_closed_stream_is_none(own_data: Path) -> None:
    for more in ((), ("--passphrase-file", "-")):
        found = subprocess.run(
            [sys.executable, "-m", "connect_desktop", "people", *more],
            env={**os.environ, "CONNECT_DATA": str(own_data)},
            capture_output=True, timeout=60, check=False, preexec_fn=lambda: os.close(0),
        )  # fmt: skip
        assert found.returncode == 1
        assert found.stderr.count(b"\n") == 1
        assert b"passphrase" in found.stderr


def test_a_home_folder_of_nobody_is_a_folder_like_others(program: Command) -> None:
    assert "There is no store in" in program("people", "--data", "~nobody-of-this-name/life").line
    assert "There is no store in" in program("people", CONNECT_DATA="~nobody-of-this-name/life").line
    assert program("people", "--data", "").status == 2


def test_a_passphrase_is_never_an_argument(program: Command, own_data: Path) -> None:
    assert program("init", "--passphrase", "open says me").status == 2
    assert program("--pass", "open says me", "people").status == 2
    both = program("init", "--no-passphrase", "--passphrase-file", "-", given="open says me\n")
    assert both.status == 2
    assert "one of the two, please" in both.err
    assert not own_data.exists()


def test_help_and_wrong_usage(program: Command, own_data: Path) -> None:
    everything = program("--help").out
    for command in ("init", "demo", "log", "people", "interactions", "report", "chart", "import", "export"):
        assert f"    {command} " in everything
    assert "--body" in program("log", "--help").out
    assert program("--version").out.startswith("Connect ")
    wrong = program("sing")
    assert wrong.status == 2
    assert "sing" in wrong.err
    assert not own_data.exists()


def test_a_command_needs_no_qt_and_a_list_no_drawing(data: Path) -> None:
    code = (
        "import sys; from connect_desktop import cli; assert cli.main(['people']) == 0;"
        "heavy = {'PySide6', 'shiboken6', 'numpy', 'matplotlib', 'typst'} & sys.modules.keys();"
        "sys.exit(f'imported {heavy}' if heavy else 0)"
    )
    found = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "CONNECT_DATA": str(data)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert found.returncode == 0, found.stderr
