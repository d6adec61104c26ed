"""What tests of the search are made of: people, moments, and what is found."""

from datetime import UTC, datetime, timedelta

from connect_desktop.domain import Circle, Edit, Impression, Interaction, Person, Record
from connect_desktop.store import Store, index

AT = datetime(2026, 11, 20, 19, tzinfo=UTC)
MAYA = Person(name="Maya", aliases=("Mayita",), note="Lives above the bakery")
ASE = Person(name="Åse Øst")
CHOIR = Circle(name="Sunday choir", members=frozenset({ASE.id}), note="We sing badly")


def keep(store: Store, *records: Record) -> None:
    store.apply([Edit(None, record) for record in records])


def moment(text: str = "", /, *, days: int = 0, who: Person = MAYA, **felt: object) -> tuple[Record, Record]:
    talk = Interaction(at=AT + timedelta(days=days), note=text)
    return talk, Impression(interaction=talk.id, person=who.id, **felt)  # type: ignore[arg-type]


def found(store: Store, text: str) -> list[str]:
    return [hit.id for hit in store.search(text).hits]


def see_in_step(store: Store) -> None:
    """The index is what it would be if it were made anew."""

    def whole() -> list[tuple[object, ...]]:
        rows = "SELECT rowid, id, name, text, more FROM fts ORDER BY rowid"
        return [*store._database.rows(rows), *store._database.rows("SELECT * FROM fts_row ORDER BY id")]

    before = whole()
    with store._database.transaction():
        store._database.write("INSERT INTO fts (fts) VALUES ('integrity-check')")
        index._make_anew(store._database)
    assert whole() == before
