"""The keyring of the operating system: secrets of ours in it, through `keyring` where that is installed."""

from typing import Any

from connect_desktop.domain.errors import StoreError
from connect_desktop.i18n import tr

SERVICE = "Connect"


def available() -> bool:
    """Return whether there is a keyring that can keep a secret; takes a moment, for any thread."""
    try:
        import keyring  # noqa: PLC0415 - start-up: an extra, and slow to look around

        # A keyring that only fails has the lowest priority; the chain of several has that of its first.
        return float(keyring.get_keyring().priority) > 0
    except Exception:  # whatever stands in its way, there is none then
        return False


def keep(name: str, secret: bytes) -> None:
    """Keep a secret under a name; `StoreError` where that is refused."""
    _asked("set_password", name, secret.hex())


def found(name: str) -> bytes | None:
    """Return the secret of a name; None where there is none. `StoreError` where the keyring is not open."""
    text = _asked("get_password", name)
    return bytes.fromhex(text) if text else None


def forget(name: str) -> None:
    """Take a secret out of the keyring; `StoreError` where that is refused."""
    _asked("delete_password", name)


def _asked(what: str, *values: str) -> Any:
    try:
        import keyring  # noqa: PLC0415 - start-up: an extra

        return getattr(keyring, what)(SERVICE, *values)
    except Exception as error:
        raise StoreError(
            tr("The keyring of this computer does not answer. Nothing was lost; your passphrase opens it.")
        ) from error
