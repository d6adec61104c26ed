"""Erased for good: no page of the file, free ones included, and no file beside it holds a word of it."""

import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

from connect_desktop.domain import Edit, Impression, Interaction, Person, Record, Reflection
from connect_desktop.domain.errors import NotSaved
from connect_desktop.store import Store, vault

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
PAGE, RESERVED, IV, SALT = 4096, 80, 16, 16
MAYA, TOM = Person(name="Mayaqqx", note="her zebrafinch sings"), Person(name="Tom")
SECRETS = (b"Mayaqqx", b"mayaqqx", b"zebrafinch", b"marzipanlake")


def moments(person: Person, count: int) -> list[Edit[Record]]:
    made: list[Edit[Record]] = []
    for n in range(count):
        one = Interaction(
            at=NOON - timedelta(hours=n), note=f"marzipanlake {n} " + "and on and on " * (n % 9)
        )
        felt = Impression(interaction=one.id, person=person.id, body=1, note="marzipanlake again")
        made += [Edit(None, one), Edit(None, felt)]
    return made


def pages(folder: Path) -> bytes:
    """Every page of the vault as it is under the cipher, and the log before it is folded in."""
    key = vault.unlock_open(folder).raw
    plain = b""
    for name, head in (("vault.db", 0), ("vault.db-wal", 32)):
        file = folder / name
        content = file.read_bytes()[head:] if file.exists() else b""
        step = PAGE if head == 0 else PAGE + 24
        for start in range(0, len(content), step):
            page = content[start + step - PAGE : start + step]
            iv = page[PAGE - RESERVED : PAGE - RESERVED + IV]
            first = SALT if head == 0 and start == 0 else 0
            body = page[first : PAGE - RESERVED]
            if len(iv) == IV and len(body) % 16 == 0:
                reader = Cipher(AES(key), CBC(iv)).decryptor()
                plain += reader.update(body) + reader.finalize()
    return plain


@pytest.mark.parametrize("count", [3, 400])
def test_no_page_holds_a_word_of_a_person_who_was_erased(folder: Path, count: int) -> None:
    store = Store.open(folder, vault.create(folder, None, None))
    text = Reflection(on=date(2026, 11, 1), text="quiet", people=frozenset({MAYA.id}))
    store.apply([Edit(None, MAYA), Edit(None, TOM), Edit(None, text), *moments(MAYA, count)])
    store.apply([Edit(MAYA, found := Person(id=MAYA.id, name="Mayaqqx", note="zebrafinch, and more"))])
    store.remember("draft log", f'{{"people": ["{MAYA.id}"], "note": "marzipanlake soon"}}')
    store.remember(f"draft person {MAYA.id}", "zebrafinch")
    store.remember("draft other", "a letter")
    assert all(secret in pages(folder) for secret in SECRETS)  # the way of looking finds what is there
    store.erase(store.deletion(found))
    plain = pages(folder)
    assert [secret for secret in SECRETS if secret in plain] == []
    assert store.people.all() == [TOM]
    assert store.search("marzipanlake").hits == ()
    assert store.memos() == ["draft other"]
    assert (folder / "vault.db-wal").stat().st_size == 0
    assert store.faults() == []
    store.close()
    for path in folder.rglob("*"):
        if path.is_file():
            assert not any(secret in path.read_bytes() for secret in SECRETS)
    assert not any(secret in pages(folder) for secret in SECRETS)


def test_deleted_only_it_may_be_there_until_it_is_erased(folder: Path) -> None:
    store = Store.open(folder, vault.create(folder, None, None))
    store.apply([Edit(None, MAYA), *moments(MAYA, 3)])
    store.apply(store.deletion(MAYA))
    assert b"marzipanlake" in pages(folder)  # in the log that undo could still be written after
    store.close()
    shutil.rmtree(folder)


def test_what_cannot_be_erased_stays_whole(folder: Path) -> None:
    store = Store.open(folder, vault.create(folder, None, None))
    store.apply([Edit(None, MAYA)])
    with pytest.raises(NotSaved):
        store.erase([Edit(Person(id=MAYA.id, name="Someone else"), None)])
    assert store.people.all() == [MAYA]
    store.close()
