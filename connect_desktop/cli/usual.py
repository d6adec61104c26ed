"""What is usual for the body with everyone, on this day."""

from datetime import date

from connect_desktop.store import Store


def usual_body(store: Store, today: date, day_ends: int) -> float | None:
    """Return the usual body answer with everyone; None where there is too little."""
    from connect_desktop.insight import usual  # noqa: PLC0415 - start-up: counts with NumPy
    from connect_desktop.insight.readings import readings  # noqa: PLC0415 - start-up: counts with NumPy

    answers, people = store.impressions.answers(), store.people.all()
    return usual.usual_body(readings(answers, people, today, day_ends, store.words.feelings()).look)
