"""Settings that are about the app, not about the user's life: plain JSON, no names, no text."""

import json
import os
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the user chose about the app."""

    theme: str = "system"
    """system, light or dark"""
    reduced_motion: bool = False
    """True: nothing moves, whatever the system says"""
    day_ends: int = 240
    """minutes after midnight at which "my day" ends, 0…720"""
    language: str | None = None
    paper: str = "a4"
    """a4 or letter"""
    names: str = "initials"
    """how people appear in documents: full, initials or letters"""
    document: str = "reflections"
    """the kind of document that was made last"""
    document_parts: tuple[str, ...] = ()
    """what was wanted in each kind of document: the kind and its parts, like "person charts hopes" """
    detail_open: bool = False
    """whether the details of a moment were open last time"""
    small_step: bool = True
    """whether one small step is offered on Today"""
    detail_parts: tuple[str, ...] = ("note", "reach", "words")
    """the parts of the details of a moment that the user tends to open, by their names"""
    lock_after: int = 5
    """minutes without a touch after which the window locks, 0 for never"""
    lock_minimised: bool = False
    """whether it locks when it is minimised"""
    window: tuple[int, int] | None = None
    """last size of the window in device-independent pixels"""

    def changed(self, **values: Any) -> "Settings":
        """Return a copy with `values` changed."""
        return replace(self, **values)


_CHOICES = {
    "theme": {"system", "light", "dark"},
    "paper": {"a4", "letter"},
    "names": {"full", "initials", "letters"},
    "document": {"reflections", "person", "period", "therapist"},
}


def load(path: Path) -> Settings:
    """Return the settings at `path`; what is missing or not understood is left at its default."""
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    return from_json(raw) if isinstance(raw, dict) else Settings()


def from_json(raw: dict[str, Any]) -> Settings:
    """Return settings from a JSON object, key by key, ignoring what does not fit."""
    known = {field.name for field in fields(Settings)}
    return Settings(**{key: _read(value) for key, value in raw.items()
                       if key in known and _fits(key, value)})  # fmt: skip


def save(settings: Settings, path: Path) -> None:
    """Write the settings whole or not at all; OSError when the folder cannot be written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(path.name + ".new")
    with new.open("w", encoding="utf-8", newline="\n") as file:
        file.write(json.dumps(asdict(settings), indent=2, sort_keys=True) + "\n")
        file.flush()
        os.fsync(file.fileno())
    os.replace(new, path)  # noqa: PTH105 - atomic on every platform


def _read(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _fits(key: str, value: Any) -> bool:
    if key in _CHOICES:
        return isinstance(value, str) and value in _CHOICES[key]
    if key == "day_ends":
        return type(value) is int and 0 <= value <= 720
    if key == "lock_after":
        return type(value) is int and 0 <= value <= 240
    if key == "window":
        return value is None or (
            isinstance(value, list)
            and len(value) == 2
            and all(type(v) is int and 0 < v < 20_000 for v in value)
        )
    if key in ("detail_parts", "document_parts"):
        return isinstance(value, list) and all(isinstance(part, str) for part in value)
    if key == "language":
        return value is None or isinstance(value, str)
    return isinstance(value, bool)
