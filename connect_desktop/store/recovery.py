"""The recovery code: 160 random bits, shown once, to be kept on paper."""

import os

from connect_desktop.domain.errors import WrongPassphrase
from connect_desktop.i18n import tr

# Crockford's base 32: no I, L, O, which look like 1 and 0, and no U.
_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD = str.maketrans("OIL", "011")
_LENGTH, _GROUP = 32, 4


def new_code() -> str:
    """Return a new code, as "XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX"."""
    digits = "".join(_DIGITS[byte % 32] for byte in os.urandom(_LENGTH))
    return "-".join(digits[i : i + _GROUP] for i in range(0, _LENGTH, _GROUP))


def read(code: str) -> bytes:
    """Return the 20 bytes of a code as someone typed it; `WrongPassphrase` where it can't be one."""
    digits = "".join(c for c in code.upper() if c.isalnum()).translate(_MISREAD)
    if len(digits) != _LENGTH or not set(digits) <= set(_DIGITS):
        raise WrongPassphrase(
            tr("A recovery code has 32 letters and digits in 8 groups, without U. Look at it once more.")
        )
    number = 0
    for digit in digits:
        number = number * 32 + _DIGITS.index(digit)
    return number.to_bytes(_LENGTH * 5 // 8, "big")
