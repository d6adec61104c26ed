"""The pieces of a connect.json checked and put together; whatever does not fit refuses the whole file."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from connect_desktop.domain import KINDS, OwnPrompt, Record, Word, checks
from connect_desktop.domain.errors import ConnectError, FileRefused, InvalidValue
from connect_desktop.i18n import tr
from connect_desktop.interchange import codec, own_prompts, own_words
from connect_desktop.interchange.bundle import FORMAT, LISTS, PAIRS, VERSION, Bundle, arranged, pointers
from connect_desktop.interchange.foreign import Foreign
from connect_desktop.interchange.outline import Outline, Piece

DAY_ENDS_HIGH = 720

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
_SETTINGS = ("day_ends", "prompts", "words")


@dataclass(slots=True)
class Reading:
    """What has been read so far of one file, and what is still to be checked once all of it is there."""

    outline: Outline
    looks: str | None
    """what the file looks like, as long as it is not known to be ours"""
    members: dict[str, Any] = field(default_factory=dict)
    day_ends: int | None = None
    records: dict[type[Record], list[Record]] = field(default_factory=lambda: {kind: [] for kind in KINDS})
    positions: dict[type[Record], dict[str, int]] = field(default_factory=lambda: {k: {} for k in KINDS})
    """where in its list each id stands, from 1"""
    unstamped: list[tuple[type[Record], int, tuple[str, ...]]] = field(default_factory=list)

    def expect(self, key: str) -> None:
        """Take note of the next key; `FileRefused` where no Connect file has it."""
        known = ("exported", "format", "settings", "version", *LISTS)
        if key in known:
            return
        if self.looks is not None:
            raise Foreign(self.looks)
        shown, names = key[:60], ", ".join(sorted(known))
        raise FileRefused(tr("it has “{key}”; a Connect file has only {known}", key=shown, known=names))

    def add(self, piece: Piece) -> None:
        """Take one piece in; `ConnectError` says what is wrong with it and where it is."""
        if piece.key in LISTS:
            self._add_item(piece)
        elif piece.position == 0:
            raise InvalidValue(piece.key, [], tr("it is no list"))
        elif piece.key == "settings":
            self._add_settings(piece.value)
        else:
            self._add_member(piece.key, piece.value)

    def bundle(self) -> Bundle:
        """Return it all, once every piece is in; `ConnectError` if something is missing or dangling."""
        if "format" not in self.members:
            raise FileRefused(tr("it does not say “format”: “{ours}”", ours=FORMAT))
        if "version" not in self.members:
            raise FileRefused(tr("it does not say its “version”"))
        _check_version(self.members["version"])
        exported = self.members.get("exported")
        if exported is not None:
            self._stamp(exported)
        for key in LISTS:
            self._check_pointers(key)
            self._check_pairs(key)
        return Bundle(records=arranged(self.records), exported=exported, day_ends=self.day_ends)

    def _add_item(self, piece: Piece) -> None:
        if piece.position is None and piece.value is not None:
            raise InvalidValue(piece.key, piece.value, tr("it must be a list"))
        if not piece.position:
            return
        kind, raw = LISTS[piece.key], piece.value
        with self._naming(piece.key, piece.position, raw, by_line=True):
            if not isinstance(raw, dict):
                raise FileRefused(tr("a record must be an object, in curly brackets"))
            record = codec.decode(kind, raw, _NEVER)
            first = self.positions[kind].setdefault(record.id, piece.position)
            if first != piece.position:
                raise InvalidValue("id", record.id, tr("record {first} has it already", first=first))
        if names := codec.unstamped(kind, raw):
            self.unstamped.append((kind, len(self.records[kind]), names))
        self.records[kind].append(record)

    def _add_member(self, key: str, value: Any) -> None:
        if key == "format":
            if value != FORMAT:
                raise InvalidValue(key, value, tr("a Connect file says “{ours}”", ours=FORMAT))
            self.looks = None
        elif key == "version":
            # Until the format is known it may be another app's file, with a version of its own.
            if self.looks is None:
                _check_version(value)
        else:
            value = None if value is None else checks.moment(key, codec.instant(key, value))
        self.members[key] = value

    def _add_settings(self, value: Any) -> None:
        if value is None:
            return
        if not isinstance(value, dict):
            raise InvalidValue("settings", value, tr("it must be an object, in curly brackets"))
        for key in value:
            if key not in _SETTINGS:
                known = ", ".join(_SETTINGS)
                raise FileRefused(tr("settings has “{key}”; it has only {known}", key=key[:60], known=known))
        self.day_ends = checks.whole("settings, day_ends", value.get("day_ends"), 0, DAY_ENDS_HIGH)
        self.records[Word] = list(own_words.read(value.get("words")))
        self.records[OwnPrompt] = list(own_prompts.read(value.get("prompts")))

    def _stamp(self, exported: datetime) -> None:
        """Give records that do not say when they were made the time of the file, the best that is known."""
        for kind, index, names in self.unstamped:
            stamps: dict[str, Any] = dict.fromkeys(names, exported)
            self.records[kind][index] = replace(self.records[kind][index], **stamps)

    def _check_pointers(self, key: str) -> None:
        kinds = {kind: name for name, kind in LISTS.items()}
        for position, record in enumerate(self.records[LISTS[key]], 1):
            for name, kind, ident in pointers(record):
                if ident not in self.positions[kind]:
                    with self._naming(key, position, {"id": record.id}):
                        raise InvalidValue(name, ident, tr("there is no such id in {list}", list=kinds[kind]))

    def _check_pairs(self, key: str) -> None:
        pair = PAIRS.get(LISTS[key])
        if pair is None:
            return
        seen: dict[tuple[str, ...], int] = {}
        for position, record in enumerate(self.records[LISTS[key]], 1):
            first = seen.setdefault(tuple(getattr(record, name) for name in pair), position)
            if first != position:
                with self._naming(key, position, {"id": record.id}):
                    raise FileRefused(
                        tr("record {first} has the same {pair}", first=first, pair=" + ".join(pair))
                    )

    @contextmanager
    def _naming(self, key: str, position: int, raw: Any, *, by_line: bool = False) -> Iterator[None]:
        """Let whatever is refused inside say which record it is about."""
        try:
            yield
        except ConnectError as error:
            where = tr("{list}, record {position}", list=key, position=position)
            if isinstance(raw, dict) and isinstance(raw.get("id"), str):
                where = tr("{where} (id {id})", where=where, id=raw["id"][:64])
            if by_line:
                where = tr("line {line}, {where}", line=self.outline.line, where=where)
            raise FileRefused(tr("{where}: {why}", where=where, why=str(error))) from None


def _check_version(version: object) -> None:
    if type(version) is not int or version < 1:
        raise InvalidValue("version", version, tr("it must be a whole number from 1"))
    if version > VERSION:
        raise FileRefused(newer(version))


def newer(version: int) -> str:
    """Return why a file of a newer Connect is refused."""
    return tr(
        "a newer Connect wrote it (version {found}, this one reads {ours}); update Connect to read it",
        found=version,
        ours=VERSION,
    )
