"""The pages of an encrypted file, one by one: those that are whole can be read though others are damaged.

SQLCipher 4: each page is AES-256-CBC under the raw key, then 16 bytes of IV and 64 of HMAC-SHA512 over what
was written, the IV and the page's number. The first 16 bytes of the file are its salt. (SQLCipher, Design)
"""

import hashlib
import hmac
import struct
from collections.abc import Iterator
from pathlib import Path

SIZE, RESERVED = 4096, 80
USABLE = SIZE - RESERVED
SALT = 16
_IV, _MASK, _ROUNDS = 16, 0x3A, 2
_HEAD = b"SQLite format 3\0"
_WAL_HEAD, _FRAME_HEAD = 32, 24


def whole(file: Path, key: bytes) -> tuple[dict[int, bytes], int, int]:
    """Return the content of every page that bears its signature, how many do not, and how many there are.

    Where none does, the salt itself may be what is damaged: then every page is given, for what it may hold.
    """
    with file.open("rb") as stream:
        signing = _signing_key(key, stream.read(SALT))
    found: dict[int, bytes] = {}
    signed: dict[int, bytes] = {}
    damaged: set[int] = set()
    for number, page in _latest(file):
        found[number] = page
        if _signed(page, signing, number):
            signed[number] = page
            damaged.discard(number)
        else:  # what it was before says more than nothing
            damaged.add(number)
    content = {number: _decrypted(page, key, number) for number, page in (signed or found).items()}
    return content, len(damaged), len(found)


def _latest(file: Path) -> Iterator[tuple[int, bytes]]:
    """Yield pages as they lie in the file, then those that were written and not folded in yet."""
    with file.open("rb") as stream:
        number = 0
        while len(page := stream.read(SIZE)) == SIZE:
            number += 1
            yield number, page
    log = file.with_name(f"{file.name}-wal")
    if log.exists():
        yield from _logged(log.read_bytes())


def _logged(content: bytes) -> Iterator[tuple[int, bytes]]:
    salts, waiting = content[16:24], []
    for start in range(_WAL_HEAD, len(content) - _FRAME_HEAD - SIZE + 1, _FRAME_HEAD + SIZE):
        if content[start + 8 : start + 16] != salts:
            return
        number, is_last = struct.unpack_from(">II", content, start)
        waiting.append((number, content[start + _FRAME_HEAD : start + _FRAME_HEAD + SIZE]))
        if is_last:
            yield from waiting
            waiting = []


def _signing_key(key: bytes, salt: bytes) -> bytes:
    return hashlib.pbkdf2_hmac("sha512", key, bytes(byte ^ _MASK for byte in salt), _ROUNDS, 32)


def _signed(page: bytes, signing: bytes, number: int) -> bool:
    written = page[SALT if number == 1 else 0 : USABLE + _IV]
    found = hmac.digest(signing, written + struct.pack("<I", number), "sha512")
    return hmac.compare_digest(found, page[USABLE + _IV :])


def _decrypted(page: bytes, key: bytes, number: int) -> bytes:
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes  # noqa: PLC0415 - start-up: see derive.py

    turned = Cipher(algorithms.AES(key), modes.CBC(page[USABLE : USABLE + _IV])).decryptor()
    start = SALT if number == 1 else 0
    return (_HEAD if start else b"") + turned.update(page[start:USABLE])
