"""The least each kind of record needs, and one field of it given a value."""

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest

from connect_desktop.domain import (
    CheckIn,
    Circle,
    Closeness,
    Evidence,
    Hope,
    Impression,
    Interaction,
    OwnPrompt,
    Person,
    Record,
    Reflection,
    Step,
    Version,
    Word,
)
from connect_desktop.domain.errors import InvalidValue

AT = datetime(2026, 11, 20, 22, 40, tzinfo=timezone(timedelta(hours=1)))
ON = date(2026, 11, 22)

WHOLE: dict[type[Record], dict[str, Any]] = {
    Person: {"name": "Maya"},
    Circle: {"name": "Choir"},
    Word: {"text": "playful"},
    OwnPrompt: {"text": "What did I not say?"},
    Interaction: {"at": AT},
    Impression: {"interaction": "i1", "person": "p1"},
    Hope: {"person": "p1", "text": "She will ask.", "since": ON},
    Evidence: {"hope": "h1", "impression": "f1", "direction": "away"},
    Reflection: {"on": ON},
    Version: {"reflection": "r1", "at": AT},
    Step: {"practice": "tiny-truth", "offered": ON, "state": "taken"},
    Closeness: {"person": "p1", "on": ON, "ring": 1},
    CheckIn: {"week": date(2026, 11, 16)},
}
"""the least each kind of record needs"""


Make = Callable[..., Any]


@pytest.fixture
def whole() -> dict[type[Record], dict[str, Any]]:
    return WHOLE


@pytest.fixture
def kept() -> Make:
    """What a record holds in a field after it was given a value."""

    def made(kind: type[Record], field: str, value: object) -> Any:
        return getattr(kind(**{**WHOLE[kind], field: value}), field)

    return made


@pytest.fixture
def refused(kept: Make) -> Make:
    """The error with which a value is refused: it names the field and holds the value."""

    def made(kind: type[Record], field: str, value: object) -> InvalidValue:
        with pytest.raises(InvalidValue) as caught:
            kept(kind, field, value)
        assert caught.value.field == field
        assert str(caught.value).startswith(f"{field}: ")
        return caught.value

    return made
