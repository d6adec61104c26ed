"""Two dates as one line."""

from datetime import date

from connect_desktop.i18n import month_name, month_short, plain_date


def span(start: date, end: date) -> str:
    """Return "22 May – 22 November 2026", nothing said twice."""
    if start == end:
        return plain_date(end)
    if start.year != end.year:
        return f"{plain_date(start)} – {plain_date(end)}"
    if start.month != end.month:
        return f"{start.day} {month_name(start.month)} – {plain_date(end)}"
    return f"{start.day} – {plain_date(end)}"


def short_span(start: date, end: date) -> str:
    """Return "22 May – 22 Nov", for the head of a narrow column; with the years where they differ."""
    years = start.year != end.year
    first, last = (f"{on.day} {month_short(on.month)}{f' {on.year}' if years else ''}" for on in (start, end))
    return last if start == end else f"{first} – {last}"
