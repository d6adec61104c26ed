"""Under initials or letters no name is left anywhere in any document: a whole life, written and read back."""

import re
from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pdfminer.high_level import extract_text

from connect_desktop.domain import Edit, Hope, Impression, Interaction, Person, Reach, Reflection, Response
from connect_desktop.report.as_markdown import markdown
from connect_desktop.report.options import Names, Options
from connect_desktop.report.pdf import write_pdf
from connect_desktop.ui.documents import Scope, What, gathered
from connect_desktop.ui.session import Session

ODD = ("Zorabella Quillón", "Vexley", "莉々香", "زينبورة", "Wrenna-Lou", "Oksanka")
ALIASES = ("Zozobar", "Quillie")
SAID = (
    "Zorabella's hat, ZOZOBAR, quillie’s; Quillon and zorabella; Wrenna-Lou, wrenna-lou's and Wrenna. "
    "**Vex**ley wrote to Oksankas. 莉々香さんと話した。 مع زينبورة وبزينبورة. (Vexley), _Quillie_ [Oksanka](https://x.y/Oksanka)"
)


@pytest.fixture
def lived(session: Session) -> Session:
    people = [Person(name=name) for name in ODD]
    people[0] = Person(name=ODD[0], aliases=ALIASES, note=SAID)
    records: list[Any] = list(people)
    for number in range(60):
        at = session.now() - timedelta(days=2 * number, hours=1)
        met = Interaction(at=at, note=SAID if number % 5 == 0 else "")
        who = people[number % 6]
        felt = Impression(
            interaction=met.id, person=who.id, body=number % 7 - 3, before=number % 5 - 2, reach=Reach.ME,
            met=number % 5, words={"Vexley-ish", "tense"}, truth=f"Dear {who.name}", response=Response.STAYED,
            hurt=number % 4 == 0, note="To Vexley" if number % 7 == 0 else "", role="Oksanka's carer",
        )  # fmt: skip
        records += [met, felt]
    for who in people:
        records.append(Hope(person=who.id, text=f"That {who.name} calls.", since=session.today()))
    for number in range(6):
        on = session.today() - timedelta(days=number)
        records.append(Reflection(on=on, title=f"For {ODD[number]}", text=SAID, people={people[number].id}))
    session.store.apply([Edit(None, one) for one in records])
    return session


def every_text(path: Path) -> str:
    """All that can be read of a PDF: its text, its strings and metadata, every stream of it decoded."""

    with pikepdf.open(path) as pdf:
        parts = [extract_text(BytesIO(path.read_bytes()))]
        for found in pdf.objects:
            parts += _strings(found)
            if isinstance(found, pikepdf.Stream):
                parts += _decoded(found)
        return "\n".join(parts)


def _strings(node: Any) -> Iterator[str]:
    if isinstance(node, pikepdf.String):
        yield str(node)
        return
    inside: list[Any] = []
    if isinstance(node, pikepdf.Array):
        inside = list(node)
    elif isinstance(node, pikepdf.Dictionary | pikepdf.Stream):
        inside = list((node if isinstance(node, pikepdf.Dictionary) else node.stream_dict).values())
    for part in inside:
        if not getattr(part, "is_indirect", False):
            yield from _strings(part)


def _decoded(stream: pikepdf.Stream) -> list[str]:
    data = stream.read_bytes(pikepdf.StreamDecodeLevel.generalized)
    return [data.decode("utf-8", "replace"), data.decode("utf-16-be", "replace")]


TELLING = [
    "zorabella", "quillón", "quillon", "zozobar", "quillie", "vexley", "wrenna", "oksanka", "莉々香",
    "زينبورة", "ةروبنيز",
]  # fmt: skip


@pytest.mark.parametrize("names", [Names.INITIALS, Names.LETTERS])
@pytest.mark.parametrize("what", [What.REFLECTIONS, What.PERSON, What.PERIOD, What.THERAPIST])
def test_no_name_is_left_anywhere(lived: Session, tmp_path: Path, what: What, names: Names) -> None:
    person = lived.store.people.named("Zorabella Quillón")[0].id if what is What.PERSON else None
    start = lived.today() - timedelta(days=100)
    scope = Scope(what=what, start=start, end=lived.today(), person=person)
    options = Options(names=names, notes=True, line="With Oksanka")
    document = gathered(lived, scope).document(options, lambda: False)
    path = tmp_path / "out.pdf"
    write_pdf(document, path)
    for text in (every_text(path), markdown(document)):
        folded = re.sub(r"[\u200b-\u200f\u2068\u2069]", "", text).casefold()
        assert [name for name in TELLING if name in folded] == []
    assert document.drawings or what is What.CHOSEN


def test_with_full_names_they_are_all_found(lived: Session, tmp_path: Path) -> None:
    scope = Scope(what=What.THERAPIST, start=lived.today() - timedelta(days=100), end=lived.today())
    options = Options(names=Names.FULL, notes=True, charts=False)
    path = tmp_path / "out.pdf"
    write_pdf(gathered(lived, scope).document(options, lambda: False), path)
    folded = every_text(path).casefold()
    assert [name for name in TELLING[:9] if name not in folded] == []
