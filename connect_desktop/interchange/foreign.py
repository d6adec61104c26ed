"""Files that are no connect.json, told apart by how they begin."""

from codecs import BOM_UTF8, getincrementaldecoder

from connect_desktop.domain import checks
from connect_desktop.domain.errors import FileRefused
from connect_desktop.i18n import tr

ENOUGH = 200
"""bytes from the beginning of a file that say what it is"""

_SHOWN = 40


class Foreign(FileRefused):
    """A file is something else altogether; `str()` says what it looks like."""


def may_be_object(opening: bytes) -> bool:
    """Return whether a file that begins so may be a JSON object."""
    return _stripped(opening)[:1] in (b"{", b"")


def looks(opening: bytes) -> str:
    """Return what a file that begins so looks like: "it looks like a picture (PNG)"."""
    begins = _stripped(opening)
    for signs, what in _kinds():
        if begins.startswith(signs):
            return tr("it looks like {what}", what=what)
    shown = " ".join(checks.clean(_text(begins)).split())[:_SHOWN]
    if not shown:
        return tr("it holds no text")
    if begins.startswith(b"{"):
        return tr("it looks like the JSON of another app; it begins with “{shown}”", shown=shown)
    return tr("it begins with “{shown}”", shown=shown)


def _stripped(opening: bytes) -> bytes:
    return opening.removeprefix(BOM_UTF8).lstrip(b" \t\r\n")


def _text(begins: bytes) -> str:
    """Return it as text, as far as whole signs are there; "" where it is none."""
    try:
        return "" if b"\0" in begins else getincrementaldecoder("utf-8")().decode(begins)
    except UnicodeDecodeError:
        return ""


def _kinds() -> tuple[tuple[bytes | tuple[bytes, ...], str], ...]:
    return (
        (b"\x89PNG", tr("a picture (PNG)")),
        (b"\xff\xd8\xff", tr("a picture (JPEG)")),
        (b"%PDF-", tr("a PDF")),
        (b"PK\x03\x04", tr("a zip archive")),
        (b"\x1f\x8b", tr("a gzip archive")),
        (b"SQLite format 3", tr("a database (SQLite)")),
        ((b"\xff\xfe", b"\xfe\xff"), tr("text in UTF-16; a Connect file is UTF-8")),
        (b"BEGIN:VCARD", tr("contacts (vCard)")),
        (b"BEGIN:VCALENDAR", tr("a calendar (iCalendar)")),
    )
