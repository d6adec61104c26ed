"""A PDF locked with a passphrase: AES-256 as ISO 32000-2 has it (revision 6), its metadata too.

Whoever has the file needs the passphrase to see anything of it. Locked twice, the same pages give other
bytes: the key and the salts are new each time.
"""

import unicodedata
from io import BytesIO

from connect_desktop.domain.errors import InvalidValue
from connect_desktop.i18n import tr

LONGEST = 127
"""bytes of a passphrase that a PDF takes into account"""


def passphrase(text: str) -> str:
    """Return a passphrase as every reader of PDF takes it; InvalidValue for none or one too long."""
    found = unicodedata.normalize("NFKC", text)
    if not found:
        raise InvalidValue("passphrase", "", tr("there must be one"))
    if len(found.encode()) > LONGEST:
        raise InvalidValue("passphrase", "…", tr("a PDF takes at most {n} bytes of it", n=LONGEST))
    return found


def locked(pdf: bytes, word: str) -> bytes:
    """Return a PDF that opens only with `word`, which came from `passphrase`; then all is allowed with it."""
    import pikepdf  # noqa: PLC0415 - start-up: only where a file is to be locked

    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as found:
        key = pikepdf.Encryption(owner=word, user=word, R=6, aes=True, metadata=True)
        found.save(out, encryption=key, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()
