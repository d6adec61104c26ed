"""Moments in a document: as a table of what was answered, or one by one with their notes."""

from collections.abc import Container, Iterable

from connect_desktop.domain import Impression, Moment, labels
from connect_desktop.i18n import brief_date, clock, long_date, tr, tr_n, weekday_name
from connect_desktop.report import blocks
from connect_desktop.report.draft import Draft
from connect_desktop.report.wording import felt, joined


def oldest_first(moments: Iterable[Moment]) -> list[Moment]:
    """Return moments in the one order in which they are read."""
    return sorted(moments, key=lambda one: (one.at, one.interaction.id))


def add_table(draft: Draft, moments: Iterable[Moment], person: str) -> None:
    """Add a table of moments with one person, a row for each."""
    head = [tr("Day"), tr("Your body"), tr("Who reached out"), tr("Were you met?")]
    rows = [
        [_day(draft, moment), *_answers(draft, one)]
        for moment in moments
        for one in moment.impressions
        if one.person == person
    ]
    draft.add(blocks.table(head, rows, numbers=False))


def add_entries(
    draft: Draft, moments: Iterable[Moment], person: str | None = None, among: Container[str] | None = None
) -> None:
    """Add moments one by one with all that was noted: by name, of `among` where given, or about `person`."""
    known = draft.cast if among is None else among
    for moment in moments:
        draft.go_on()
        if person is None:
            found = [one for one in moment.impressions if one.person in known]
            _add_entry(draft, moment, found, [_named(draft, one) for one in found])
        else:
            found = [one for one in moment.impressions if one.person == person]
            _add_entry(draft, moment, found, [_felt(draft, one) for one in found])


def _day(draft: Draft, moment: Moment) -> str:
    on = draft.day(moment)
    return f"{weekday_name(on)[:3]}, {brief_date(on)}"


def _answers(draft: Draft, one: Impression) -> list[str]:
    """Return what was answered, an unknown as nothing."""
    return [
        "" if one.body is None else labels.body_label(one.body),
        "" if one.reach is None else labels.reached_out(one.reach, draft.cast.label(one.person)),
        "" if one.met is None else labels.met_tag(one.met),
    ]


def _add_entry(draft: Draft, moment: Moment, found: list[Impression], said: list[str]) -> None:
    interaction = moment.interaction
    when = [
        long_date(draft.day(moment)),
        _time(draft, moment),
        labels.channel_label(interaction.channel) if interaction.channel else "",
        tr_n("{n} minute", "{n} minutes", interaction.minutes) if interaction.minutes else "",
    ]
    notes = [interaction.note, *(one.note for one in found)]
    draft.add(
        blocks.entry(
            joined(when),
            said,
            [block for note in notes for block in blocks.plain(draft.cast.hide(note))],
        )
    )


def _time(draft: Draft, moment: Moment) -> str:
    """Return the time on a clock; after midnight and before the user's day ends it is of the next day."""
    said = clock(moment.at)
    return said if moment.at.date() == draft.day(moment) else tr("{time} the next day", time=said)


def _felt(draft: Draft, one: Impression) -> str:
    return felt(one, draft.cast.label(one.person), draft.cast.hide)


def _named(draft: Draft, one: Impression) -> str:
    return tr("{name}: {felt}", name=draft.cast.label(one.person), felt=_felt(draft, one))
