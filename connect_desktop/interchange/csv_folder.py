"""A bundle as a folder of CSV files, one a kind of record: RFC 4180, in UTF-8 that spreadsheets recognise.

For reading and counting elsewhere; what comes back into Connect is connect.json.
"""

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from connect_desktop.domain import Evidence, Hope, Impression, Interaction, Person, Record, outfile
from connect_desktop.interchange import codec
from connect_desktop.interchange.bundle import KEPT, POINTERS, Bundle

BETWEEN = "; "

# What makes a spreadsheet run a cell instead of showing it, in every width it is recognised in.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write(bundle: Bundle, folder: Path) -> None:
    """Write a bundle into a new folder, whole or not at all; `NotWritten` leaves nothing behind."""
    with outfile.new_folder(folder) as made:
        for name, kind in KEPT.items():
            with outfile.inside(made, f"{name}.csv") as stream:
                stream.write(b"\xef\xbb\xbf")
                for line in _lines(_rows(bundle, kind)):
                    stream.write(line.encode())


def _rows(bundle: Bundle, kind: type[Record]) -> Iterator[list[str]]:
    """Yield the header and the rows: the fields, and beside every id of a person their name."""
    beside = _beside(bundle, kind)
    header = list(codec.names(kind))
    yield [*header, *beside]
    for record in bundle.of(kind):
        plain = codec.encode(record)
        yield [_cell(plain[name]) for name in header] + [_cell(told(record)) for told in beside.values()]


def _beside(bundle: Bundle, kind: type[Record]) -> Mapping[str, Callable[[Any], Any]]:
    """Return the columns that are no fields: what a reader would otherwise have to look up."""
    names = {person.id: person.name for person in bundle.of(Person)}
    columns: dict[str, Callable[[Any], Any]] = {}
    for field, target in POINTERS.get(kind, {}).items():
        if target is Person:
            columns[f"{field}_name"] = partial(_names_in, names, field)
    if kind is Impression:
        when = {moment.id: moment.at.isoformat() for moment in bundle.of(Interaction)}
        columns["at"] = lambda record: when[record.interaction]
    if kind is Evidence:
        hopes = {hope.id: hope for hope in bundle.of(Hope)}
        lived = {moment.id: moment.at.isoformat() for moment in bundle.of(Interaction)}
        at = {felt.id: lived[felt.interaction] for felt in bundle.of(Impression)}
        columns["person_name"] = lambda record: names[hopes[record.hope].person]
        columns["hope_text"] = lambda record: hopes[record.hope].text
        columns["at"] = lambda record: at[record.impression]
    return columns


def _names_in(names: Mapping[str, str], field: str, record: Record) -> str | list[str] | None:
    value = getattr(record, field)
    if isinstance(value, frozenset):
        return sorted(names[one] for one in value)
    return None if value is None else names[value]


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool | int):
        return str(value).lower()
    if isinstance(value, dict):
        value = [f"{key}: {held}" for key, held in sorted(value.items())]
    text = BETWEEN.join(value) if isinstance(value, list) else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _lines(rows: Iterator[list[str]]) -> Iterator[str]:
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    for row in rows:
        writer.writerow(row)
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
