"""From a passphrase to a key, slowly: Argon2id, with as much work as takes about a second here."""

import time
import unicodedata
from dataclasses import dataclass

AIM = 1.0
"""seconds that one try should take on the computer the vault was made on"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one try costs; the defaults are the least there is outside tests."""

    memory_kib: int = 64 * 1024
    rounds: int = 3
    lanes: int = 4


FLOOR = Cost()
DEAREST = Cost(memory_kib=1024 * 1024, rounds=1000, lanes=16)
"""beyond this a key file is damaged, not careful"""


def calibrated() -> Cost:
    """Return the cost of about a second here: more rounds, not more memory, which a small computer lacks."""
    few, more = FLOOR.rounds, 4 * FLOOR.rounds
    short, long = _seconds(few), _seconds(more)
    each = max((long - short) / (more - few), 0.001)
    rounds = few + round((AIM - short) / each)
    return Cost(rounds=min(max(rounds, few), DEAREST.rounds))


def derived(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """Return 32 bytes; the same for a passphrase however its accents were typed."""
    # Not needed to open a vault without a passphrase, and the window is not to wait for it.
    from argon2.low_level import Type, hash_secret_raw  # noqa: PLC0415 - start-up: see above

    return hash_secret_raw(
        unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass"),
        salt,
        time_cost=cost.rounds,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=32,
        type=Type.ID,
    )


def _seconds(rounds: int) -> float:
    start = time.perf_counter()
    derived("how long does it take", bytes(16), Cost(rounds=rounds))
    return time.perf_counter() - start
