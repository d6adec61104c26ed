"""The whole store as one file, connect.json: read whole or refused whole, written the same way every time."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

from connect_desktop.domain import OwnPrompt, Record, Word, checks, outfile
from connect_desktop.domain.errors import ConnectError, FileRefused
from connect_desktop.i18n import tr
from connect_desktop.interchange import codec, foreign, own_words
from connect_desktop.interchange.bundle import FORMAT, LISTS, VERSION, Bundle
from connect_desktop.interchange.foreign import Foreign
from connect_desktop.interchange.outline import FILE_LIMIT, Outline, too_large
from connect_desktop.interchange.reading import Reading, newer

_EDGE = 300
_SENTENCE = 600
_OURS = re.compile(rb'"format"\s*:\s*"connect"|"checkins"\s*:')
_MAY_BE_OURS = re.compile(rb'"settings"\s*:')
_VERSION = re.compile(rb'"version"\s*:\s*([1-9][0-9]{0,8})\s*[,}]')


def write(bundle: Bundle, path: Path) -> None:
    """Write a bundle whole or not at all, readable by its owner only; `NotWritten` leaves what was there."""
    with outfile.replacing(path) as stream:
        for line in lines(bundle):
            stream.write(line.encode())


def lines(bundle: Bundle) -> Iterator[str]:
    """Yield the text of a connect.json line by line: sorted keys, one record a line."""
    members: dict[str, Any] = {
        "exported": _instant(bundle.exported),
        "format": FORMAT,
        "settings": _settings(bundle),
        "version": VERSION,
    }
    yield "{\n"
    for key in sorted((*members, *LISTS)):
        end = "\n}\n" if key == max((*members, *LISTS)) else ",\n"
        if key in members:
            yield f'  "{key}": {_text(members[key])}{end}'
        else:
            yield from _list(key, bundle.of(LISTS[key]), end)


def read(path: Path) -> Bundle:
    """Return what a connect.json holds; `FileRefused` for the whole file if any of it does not fit."""
    with _refusals(path), path.open("rb") as stream:
        ours = _check_edges(stream)
        opening = stream.read(foreign.ENOUGH)
        if not foreign.may_be_object(opening):
            raise Foreign(foreign.looks(opening))
        outline = Outline(stream, opening)
        if outline.is_blank():
            raise FileRefused(tr("it is empty"))
        reading = Reading(outline, None if ours else foreign.looks(opening))
        for piece in outline.pieces(reading.expect):
            reading.add(piece)
        return reading.bundle()


def _list(key: str, records: tuple[Record, ...], end: str) -> Iterator[str]:
    if not records:
        yield f'  "{key}": []{end}'
        return
    yield f'  "{key}": [\n'
    for record in records[:-1]:
        yield f"    {_text(codec.encode(record))},\n"
    yield f"    {_text(codec.encode(records[-1]))}\n  ]{end}"


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _settings(bundle: Bundle) -> dict[str, Any]:
    settings = {"day_ends": bundle.day_ends, "words": own_words.plain(bundle.of(Word))}
    prompts = [codec.encode(one) for one in bundle.of(OwnPrompt)]
    return {**settings, "prompts": prompts} if prompts else settings


def _instant(at: datetime | None) -> str | None:
    return None if at is None else f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


@contextmanager
def _refusals(path: Path) -> Iterator[None]:
    """Turn whatever can be wrong with a file into one sentence that names it."""
    try:
        yield
    except FileNotFoundError:
        raise FileRefused(tr("There is no file {path}.", path=path)) from None
    except IsADirectoryError:
        raise FileRefused(tr("{path} is a folder, not a file.", path=path)) from None
    except PermissionError:
        raise FileRefused(tr("{path} may not be read: permission denied.", path=path)) from None
    except OSError as error:
        raise FileRefused(tr("{path} could not be read: {why}.", path=path, why=error.strerror)) from None
    except Foreign as looks:
        raise FileRefused(
            tr("This is not a file Connect knows how to read ({file}: {looks}). Nothing was changed.",
               file=path.name, looks=_one_line(str(looks)))
        ) from None  # fmt: skip
    except ConnectError as error:
        why = _one_line(str(error))
        raise FileRefused(
            tr("{file} was refused and nothing was changed: {why}.", file=path.name, why=why)
        ) from None


def _one_line(sentence: str) -> str:
    """Return a sentence that may quote the file, fit for any terminal."""
    folded = " ".join(checks.clean(sentence).split())
    return folded if len(folded) <= _SENTENCE else folded[:_SENTENCE] + "…"


def _check_edges(stream: BinaryIO) -> bool:
    """Refuse a file by its size, and a newer version by its first or last words, before reading it all.

    Return whether these words are those of a Connect file.
    """
    if not stream.seekable():
        return False
    size = stream.seek(0, 2)
    if size > FILE_LIMIT:
        raise FileRefused(too_large())
    stream.seek(max(0, size - _EDGE))
    ending = stream.read()
    stream.seek(0)
    edges = stream.read(_EDGE) + b" " + ending
    stream.seek(0)
    ours = _OURS.search(edges) is not None
    if ours or _MAY_BE_OURS.search(edges):
        for found in map(int, _VERSION.findall(edges)):
            if found > VERSION:
                raise FileRefused(newer(found))
    return ours
