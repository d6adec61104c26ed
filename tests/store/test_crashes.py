"""Killed at any instant: nothing acknowledged is lost, and there is never half a vault."""

import os
import random
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from connect_desktop.domain import Edit, Person
from connect_desktop.domain.errors import VaultInUse
from connect_desktop.store import Store, vault
from connect_desktop.store.derive import Cost

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs SIGKILL")

# Dies at the nth time it touches a file or a name in the folder.
CREATE = """
import os, signal, sys
from pathlib import Path
from connect_desktop.store import vault
from connect_desktop.store.derive import Cost, derived
folder, left = Path(sys.argv[1]), int(sys.argv[2])
derived("warm up", bytes(16), Cost(memory_kib=64, rounds=1, lanes=1))

def watch(event, args):
    global left
    if event.startswith(("open", "os.")) and args and str(folder) in str(args[0]):
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(watch)
vault.create(folder, "passphrase", None, cost=Cost(memory_kib=64, rounds=1, lanes=1))
"""

SAVE = """
import itertools, sys
from datetime import datetime, timedelta, timezone
from pathlib import Path
from connect_desktop.domain import Edit, Impression, Interaction
from connect_desktop.store import Store, vault
folder, person = Path(sys.argv[1]), sys.argv[2]
store = Store.open(folder, vault.unlock_open(folder))
for n in itertools.count():
    talk = Interaction(at=datetime(2026, 11, 22, tzinfo=timezone.utc) + timedelta(minutes=n), note="x" * 3000)
    store.apply([Edit(None, talk), Edit(None, Impression(interaction=talk.id, person=person, body=1))])
    print(talk.id, flush=True)
"""


def create_killed_at(folder: Path, nth: int) -> bool:
    """Whether it died before it was done."""
    done = subprocess.run([sys.executable, "-c", CREATE, folder, str(nth)], capture_output=True, check=False)
    assert done.returncode in (0, -signal.SIGKILL), done.stderr
    return done.returncode != 0


def see_whole(folder: Path) -> None:
    store = Store.open(folder, vault.unlock(folder, "passphrase"))
    assert store.people.all() == []
    store.apply([Edit(None, Person(name="Maya"))])
    store.close()
    assert sorted(p.name for p in folder.iterdir()) == [
        "vault.db",
        "vault.keys",
        "vault.keys.bak",
        "vault.lock",
    ]


def test_a_killed_create_leaves_nothing_or_a_whole_vault(tmp_path: Path, cheap: Cost) -> None:
    states = []
    for nth in range(1, 100):
        folder = tmp_path / str(nth)
        killed = create_killed_at(folder, nth)
        states.append(vault.state(folder))
        if states[-1] is vault.State.MISSING:
            vault.create(folder, "passphrase", None, cost=cheap)
        see_whole(folder)
        if not killed:
            break
    assert states.count(vault.State.MISSING) > 10
    assert states[-2:] == [vault.State.PROTECTED] * 2  # between the last name and the end, and at the end


def test_a_create_killed_while_clearing_up_after_a_killed_one_can_still_be_run(
    tmp_path: Path, cheap: Cost
) -> None:
    left = tmp_path / "left"
    create_killed_at(left, 11)
    assert {"vault.keys", "vault.db.new"} <= {path.name for path in left.iterdir()}
    for nth in range(4, 18):
        folder = tmp_path / str(nth)
        shutil.copytree(left, folder)
        assert create_killed_at(folder, nth)
        if vault.state(folder) is vault.State.MISSING:
            vault.create(folder, "passphrase", None, cost=cheap)
        see_whole(folder)


def test_no_acknowledged_moment_is_lost_when_killed_while_saving(folder: Path) -> None:
    chance = random.Random(2026)
    person = Person(name="Maya")
    key = vault.create(folder, None, None)
    store = Store.open(folder, key)
    store.apply([Edit(None, person)])
    store.close()
    acknowledged: set[str] = set()
    for _ in range(20):
        with subprocess.Popen(
            [sys.executable, "-c", SAVE, folder, person.id], stdout=subprocess.PIPE, text=True
        ) as child:
            assert child.stdout is not None
            acknowledged |= {child.stdout.readline().strip() for _ in range(chance.randint(1, 120))}
            child.kill()
            # What it told before it died, but for a line cut off.
            acknowledged |= {line.strip() for line in child.stdout if line.endswith("\n")}
        store = Store.open(folder, key)
        found = store.moments.of(person.id)
        assert acknowledged <= {moment.interaction.id for moment in found}
        assert len(found) == store.interactions.count() == store.impressions.count()
        assert [row[0] for row in store._database.rows("PRAGMA integrity_check")] == ["ok"]
        assert store._database.rows("PRAGMA cipher_integrity_check") == []
        store.close()
    assert len(acknowledged) > 500


def test_one_writer_at_a_time_also_from_another_process(folder: Path) -> None:
    key = vault.create(folder, None, None)
    with subprocess.Popen(
        [
            sys.executable,
            "-c",
            SAVE.replace("for n in", "print('open', flush=True)\ninput()\nfor n in"),
            folder,
            "x",
        ],
        stdout=subprocess.PIPE,
        stdin=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None and child.stdout.readline() == "open\n"
        with pytest.raises(VaultInUse, match="open already"):
            Store.open(folder, key)
        child.kill()
    store = Store.open(folder, key)
    with pytest.raises(VaultInUse):
        Store.open(folder, key)
    store.close()
    store.close()
    Store.open(folder, key).close()
