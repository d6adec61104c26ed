"""A document as it is sent to be set: all of it JSON."""

import re
from typing import Any

from connect_desktop.i18n import tr
from connect_desktop.report.blocks import Block, line, written
from connect_desktop.report.document import Document

_LANG = re.compile(r"([a-z]{2,3})(?:[_-]([A-Z]{2}))?")


def request(document: Document) -> dict[str, Any]:
    """Return a document and the few words around it, as `resources/report/document.typ` reads them."""
    headings = sum(block["kind"] == "heading" for block in document.body)
    return {
        "title": document.title,
        "name": line(document.title),
        "dates": line(document.dates) if document.dates else None,
        "line": written(document.line) if document.line else None,
        "foot": line(document.foot),
        "on": document.on.isoformat(),
        "lang": _lang(document.lang),
        "paper": document.paper,
        "entries": headings,
        "words": {"page": tr("page {page} of {pages}")},
        "body": list[Block](document.body),
        "drawings": {name: svg.decode() for name, svg in document.drawings.items()},
    }


def _lang(lang: str) -> dict[str, str | None]:
    found = _LANG.fullmatch(lang)
    return {"language": found[1], "region": found[2]} if found else {"language": "en", "region": None}
