"""Room that is kept for a full disk."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from connect_desktop.store import reserve

# On a disk of 8 MB: fill it, fail to save, give up the room, save.
FULL = """
import os, sys
from pathlib import Path
from connect_desktop.domain import Edit, Person
from connect_desktop.domain.errors import NotSaved
from connect_desktop.store import Store, reserve, vault
reserve.PLENTY = 1
folder = Path(sys.argv[1]) / "vault"
store = Store.open(folder, vault.create(folder, None, None))
reserve.keep(folder)
assert (folder / reserve.FILE).stat().st_size == reserve.SIZE
with open(folder.parent / "film", "wb", buffering=0) as film:
    try:
        while film.write(bytes(4096)):
            pass
    except OSError:
        pass
maya = Person(name="Maya", note="x" * 100_000)
try:
    store.apply([Edit(None, maya)])
except NotSaved as error:
    assert "The disk is full" in str(error), error
else:
    raise SystemExit("it was not full")
assert reserve.give_up(folder)
store.apply([Edit(None, maya)])
store.close()
again = Store.open(folder, vault.unlock_open(folder))
assert again.people.all() == [maya]
assert again.faults() == []
print("saved")
"""


def test_room_is_kept_once_and_given_up_once(tmp_path: Path) -> None:
    reserve.keep(tmp_path)
    before = (tmp_path / reserve.FILE).stat()
    assert before.st_size == reserve.SIZE
    reserve.keep(tmp_path)
    assert (tmp_path / reserve.FILE).stat().st_mtime_ns == before.st_mtime_ns
    assert reserve.give_up(tmp_path)
    assert not reserve.give_up(tmp_path)
    reserve.keep(tmp_path / "nowhere")
    assert [*tmp_path.iterdir()] == []


def test_where_little_is_free_none_of_it_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reserve, "PLENTY", shutil.disk_usage(tmp_path).total + 1)
    reserve.keep(tmp_path)
    assert [*tmp_path.iterdir()] == []


def test_on_a_full_disk_what_was_typed_is_saved_once_the_room_is_given_up(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = f'mount -t tmpfs -o size=8m none "{disk}" && exec "$@"'
    inside = ["unshare", "-Urm", "sh", "-c"]
    if (
        shutil.which("unshare") is None
        or subprocess.run([*inside, mount, "sh", "true"], capture_output=True, check=False).returncode
    ):
        pytest.skip("needs a small disk of its own, which this machine does not give")
    done = subprocess.run(
        [*inside, mount, "sh", sys.executable, "-c", FULL, disk],
        capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": str(Path.cwd())},
    )  # fmt: skip
    assert done.stdout == "saved\n", done.stderr
