"""One kind of record and its table: rows and records are turned into each other here."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from connect_desktop.domain import Record
from connect_desktop.store.columns import PLAIN, WORDS, Column

R = TypeVar("R", bound=Record)
Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A set of ids, in a table of its own so that none can point at nothing."""

    table: str
    owner: str
    member: str

    @property
    def select(self) -> str:
        """The set as a sorted JSON list, for the row `t`."""
        return (
            f"(SELECT json_group_array({self.member} ORDER BY {self.member}) "
            f"FROM {self.table} WHERE {self.owner} = t.id)"
        )


class Table(Generic[R]):
    """How the records of one kind lie in the file."""

    def __init__(
        self,
        kind: type[R],
        name: str,
        order: str,
        columns: Mapping[str, Column],
        *,
        links: Mapping[str, Link] | None = None,
        derived: Mapping[str, Callable[[R], int]] | None = None,
    ) -> None:
        """Take every field of `kind` but the id in `columns` or `links`; `derived` is to find and order."""
        self.kind, self.name, self.order = kind, name, order
        self.links = dict(links or {})
        self._derived = dict(derived or {})
        self._columns = {"id": PLAIN, **columns}
        laid = {**self._columns, **dict.fromkeys(self.links, WORDS)}
        self._packs = [(name, column.pack) for name, column in laid.items()]
        self._unpacks = [(getattr(kind, name).__set__, column.unpack) for name, column in laid.items()]

    @property
    def fields(self) -> str:
        """What to select from the table, named `t`, to be given to `record`."""
        return ", ".join(
            [*(f't."{name}"' for name in self._columns), *(k.select for k in self.links.values())]
        )

    @property
    def columns(self) -> list[str]:
        """The names of what is in `fields`, but for the links."""
        return [*self._columns]

    @property
    def width(self) -> int:
        """How many columns `fields` are."""
        return len(self._packs)

    @property
    def insert(self) -> str:
        """The statement that writes one of `rows`."""
        names = [*self._columns, *self._derived]
        columns = ", ".join(f'"{name}"' for name in names)
        return f"INSERT INTO {self.name} ({columns}) VALUES ({', '.join('?' * len(names))})"

    def packed(self, record: R) -> Row:
        """Return the row of `fields` of a record; equal rows are equal records, offsets of times included."""
        row = []
        for name, pack in self._packs:
            value = getattr(record, name)
            row.append(pack(value) if pack is not None and value is not None else value)
        return tuple(row)

    def full(self, packed: Row, record: R) -> Row:
        """Return the row that `insert` takes."""
        return (*packed[: len(self._columns)], *(derive(record) for derive in self._derived.values()))

    def linked(self, field: str, record: R) -> Iterator[tuple[str, str]]:
        """Yield the rows of a link: the record's id and one of the ids it points at."""
        return ((record.id, member) for member in sorted(getattr(record, field)))

    def record(self, row: Row) -> R:
        """Return the record of a row of `fields`.

        It was checked when it was first made, and the cipher sees to it that nobody else has written here:
        so the checks are left out, which makes long lists four times as fast.
        """
        made = object.__new__(self.kind)
        for (put, unpack), value in zip(self._unpacks, row, strict=False):
            put(made, unpack(value) if unpack is not None and value is not None else value)
        return made
