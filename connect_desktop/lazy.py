"""Packages whose modules are read when a name of theirs is first asked for: the window shows before."""

import sys
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from typing import Any


def lazily(package: str, names: Sequence[str], modules: Iterable[str]) -> Callable[[str], Any]:
    """Return the `__getattr__` of a package that gives `names`, which its `modules` hold."""

    def found(name: str) -> Any:
        if name not in names:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        given = vars(sys.modules[package])
        for module in modules:
            held = vars(import_module(f"{package}.{module}"))
            given.update((own, held[own]) for own in names if own in held)
        return given[name]

    return found
