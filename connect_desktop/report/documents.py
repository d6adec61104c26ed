"""The documents Connect makes: records and choices in, pages as data out; `pdf` writes them."""

from connect_desktop.report.booklet import booklet
from connect_desktop.report.draft import ChartsOf
from connect_desktop.report.period import period
from connect_desktop.report.person import person
from connect_desktop.report.therapist import therapist

__all__ = ["ChartsOf", "booklet", "period", "person", "therapist"]
