"""Words that lie in resources, a file for each language."""

import json
from typing import Any

from connect_desktop.paths import resource

SOURCE_LANGUAGE = "en"


def worded(folder: str, language: str | None) -> list[dict[str, Any]]:
    """Return what the file of a folder holds in a language, else in the source language."""
    path = resource(folder, f"{language}.json")
    if not path.is_file():
        path = resource(folder, f"{SOURCE_LANGUAGE}.json")
    found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return found
