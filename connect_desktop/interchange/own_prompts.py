"""The user's own prompts, which a connect.json keeps among its settings: a list of records, one an id."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from connect_desktop.domain import OwnPrompt
from connect_desktop.domain.errors import ConnectError, InvalidValue
from connect_desktop.i18n import tr
from connect_desktop.interchange import codec

_WHERE = "settings, prompts"
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def read(value: Any) -> Iterator[OwnPrompt]:
    """Yield the prompts of a file, or raise `InvalidValue`."""
    if value is None:
        return
    if not isinstance(value, list):
        raise InvalidValue(_WHERE, value, tr("it must be a list"))
    seen: set[str] = set()
    for raw in value:
        prompt = _prompt(raw)
        if prompt.id in seen:
            raise InvalidValue(_WHERE, prompt.id, tr("each may be in it once"))
        seen.add(prompt.id)
        yield prompt


def _prompt(raw: Any) -> OwnPrompt:
    if not isinstance(raw, dict):
        raise InvalidValue(_WHERE, raw, tr("a record must be an object, in curly brackets"))
    try:
        return codec.decode(OwnPrompt, raw, _NEVER)
    except ConnectError as error:
        raise InvalidValue(_WHERE, raw.get("id"), str(error)) from None
