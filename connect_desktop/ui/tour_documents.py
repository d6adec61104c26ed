"""The four documents of the sample life as PDF, and a page or two of each as pictures."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from connect_desktop.report.document import Document
from connect_desktop.report.options import Options
from connect_desktop.report.pdf import preview, write_pdf
from connect_desktop.ui.documents import Scope, What, gathered
from connect_desktop.ui.session import Session

WIDTH = 620
"""pixels of a page"""
_HALF_A_YEAR = timedelta(days=182)
_PAGES = {What.REFLECTIONS: (1,), What.PERSON: (1, 2), What.PERIOD: (3,), What.THERAPIST: (1, 3)}
"""those that show most of each document"""


def written(session: Session, person: str, folder: Path) -> Iterator[Path]:
    """Write the documents of half a year into `folder`; yield each file; NotWritten where that fails."""
    for what, pages in _PAGES.items():
        document = _document(session, what, person)
        path = folder / f"{what}.pdf"
        write_pdf(document, path)
        yield path
        for number in pages:
            (picture,) = preview(document, WIDTH, number, number)
            path = folder / f"document-{what}-{number}.png"
            path.write_bytes(picture)
            yield path


def _document(session: Session, what: What, person: str) -> Document:
    today = session.today()
    scope = Scope(
        what=what,
        start=today - _HALF_A_YEAR,
        end=today,
        person=person if what is What.PERSON else None,
        people=(person,) if what is What.THERAPIST else None,
    )
    return gathered(session, scope).document(Options(hopes=what is not What.THERAPIST), lambda: False)
