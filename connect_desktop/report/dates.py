"""Two dates as one line."""

from datetime import date

from connect_desktop.i18n import month_name, plain_date


def span(start: date, end: date) -> str:
    """Return "22 May – 22 November 2026", nothing said twice."""
    if start == end:
        return plain_date(end)
    if start.year != end.year:
        return f"{plain_date(start)} – {plain_date(end)}"
    if start.month != end.month:
        return f"{start.day} {month_name(start.month)} – {plain_date(end)}"
    return f"{start.day} – {plain_date(end)}"
