"""Slots: the one data key of a vault, wrapped once for each way to open it."""

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from connect_desktop.domain.errors import WrongPassphrase
from connect_desktop.i18n import tr
from connect_desktop.store import recovery
from connect_desktop.store.derive import Cost, derived

KEY_BYTES = 32


class Way(StrEnum):
    """What opens a slot."""

    PASSPHRASE = "passphrase"
    CODE = "code"
    KEYRING = "keyring"
    """a secret in the keyring of the operating system: an extra way, never the only one"""
    OPEN = "open"
    """nothing: the key lies there as it is, by the user's explicit choice"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One way to the data key. All but `nonce` and `sealed` is authenticated with the key."""

    way: Way
    salt: bytes = b""
    cost: Cost | None = None
    nonce: bytes = b""
    sealed: bytes = field(default=b"", repr=False)

    def facts(self) -> dict[str, str | int]:
        """Return what is known of it without the key, ready for JSON."""
        found: dict[str, str | int] = {"way": self.way.value, "salt": self.salt.hex()}
        if self.cost is not None:
            found |= {
                "memory_kib": self.cost.memory_kib,
                "rounds": self.cost.rounds,
                "lanes": self.cost.lanes,
            }
        return found


def for_passphrase(key: bytes, passphrase: str, cost: Cost) -> Slot:
    """Return the slot that this passphrase opens; takes as long as `cost` says."""
    slot = Slot(way=Way.PASSPHRASE, salt=os.urandom(16), cost=cost)
    return _sealed(slot, derived(passphrase, slot.salt, cost), key)


def for_code(key: bytes, code: str) -> Slot:
    """Return the slot that this recovery code opens."""
    slot = Slot(way=Way.CODE, salt=os.urandom(16))
    return _sealed(slot, _from_code(code, slot.salt), key)


def for_keyring(key: bytes, secret: bytes) -> Slot:
    """Return the slot that a random secret opens, which the keyring keeps."""
    slot = Slot(way=Way.KEYRING, salt=os.urandom(16))
    return _sealed(slot, _stretched(secret, slot.salt, b"connect keyring"), key)


def for_anyone(key: bytes) -> Slot:
    """Return the slot that is open."""
    return Slot(way=Way.OPEN, sealed=key)


def of_way(found: Iterable[Slot], way: Way) -> Slot | None:
    """Return the slot that opens this way, None where there is none."""
    return next((slot for slot in found if slot.way is way), None)


def with_passphrase(slot: Slot, passphrase: str) -> bytes:
    """Return the data key; `WrongPassphrase` where it is not the one."""
    return _opened(slot, derived(passphrase, slot.salt, slot.cost or Cost()))


def with_code(slot: Slot, code: str) -> bytes:
    """Return the data key; `WrongPassphrase` where the code is not the one."""
    return _opened(slot, _from_code(code, slot.salt))


def with_keyring(slot: Slot, secret: bytes) -> bytes:
    """Return the data key; `WrongPassphrase` where the secret is not the one."""
    return _opened(slot, _stretched(secret, slot.salt, b"connect keyring"))


def _from_code(code: str, salt: bytes) -> bytes:
    return _stretched(recovery.read(code), salt, b"connect recovery code")


def _stretched(secret: bytes, salt: bytes, what: bytes) -> bytes:
    # 160 random bits need no slowing down.
    from cryptography.hazmat.primitives.hashes import SHA256  # noqa: PLC0415 - start-up: see derive.py
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF  # noqa: PLC0415 - start-up: see derive.py

    return HKDF(SHA256(), KEY_BYTES, salt, what).derive(secret)


def _sealed(slot: Slot, secret: bytes, key: bytes) -> Slot:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - start-up: see derive.py

    nonce = os.urandom(12)
    return replace(slot, nonce=nonce, sealed=AESGCM(secret).encrypt(nonce, key, _authenticated(slot)))


def _opened(slot: Slot, secret: bytes) -> bytes:
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - start-up: see derive.py
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - start-up: see derive.py

    try:
        return AESGCM(secret).decrypt(slot.nonce, slot.sealed, _authenticated(slot))
    except InvalidTag as error:
        raise WrongPassphrase(tr("That doesn’t open it. Nothing was changed; try again.")) from error


def _authenticated(slot: Slot) -> bytes:
    return json.dumps(["connect keys", slot.facts()], sort_keys=True).encode()
