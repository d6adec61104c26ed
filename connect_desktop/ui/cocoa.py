"""Words to macOS's own objects, sent through its Objective-C runtime.

Written from Apple's documentation of the runtime; on macOS itself not run yet.
"""

import ctypes
from collections.abc import Callable
from functools import cache
from typing import Any

LIBRARY = "/usr/lib/libobjc.A.dylib"

Pointer, Whole = ctypes.c_void_p, ctypes.c_ulong
"""an object, a class or a selector; an NSUInteger"""
_Heard = ctypes.CFUNCTYPE(None, Pointer, Pointer, Pointer)
_AN_OBJECT_HEARD = b"v@:@"
"""returns nothing, takes itself, its own name and an object"""


def named(name: str) -> int:
    """Return a class by its name; 0 where there is none, and what is sent to that is nothing."""
    return _runtime().objc_getClass(name.encode()) or 0


def send(to: int, what: str, *values: Any, types: tuple[Any, ...] = ()) -> int:
    """Send an object a message, and return the object or number it answers; `types` are of the values."""
    runtime = _runtime()
    # Every call as its own function: on arm64 it must not be called as one of any arguments.
    call = ctypes.CFUNCTYPE(Pointer, Pointer, Pointer, *types)(("objc_msgSend", runtime))
    return call(to, runtime.sel_registerName(what.encode()), *values) or 0


def text(words: str) -> int:
    """Return an NSString."""
    return send(
        named("NSString"), "stringWithUTF8String:", words.encode(), types=(ctypes.c_char_p,)
    )  # fmt: skip


def listener(name: str, hear: str, act: Callable[[], object]) -> tuple[int, object]:
    """Return an object that calls `act` on the message `hear`, and what is to be held as long as it.

    It is of a new class of this name, which no other may have yet.
    """
    runtime = _runtime()
    heard = _Heard(lambda _self, _name, _told: act() and None)
    made = runtime.objc_allocateClassPair(named("NSObject"), name.encode(), 0)
    runtime.class_addMethod(made, selector(hear), ctypes.cast(heard, Pointer), _AN_OBJECT_HEARD)
    runtime.objc_registerClassPair(made)
    return send(send(made, "alloc"), "init"), heard


def selector(name: str) -> int:
    """Return the selector of a message, to be told in another."""
    return _runtime().sel_registerName(name.encode()) or 0


@cache
def _runtime() -> ctypes.CDLL:
    library = ctypes.CDLL(LIBRARY)
    for name, answers, takes in (
        ("objc_getClass", Pointer, (ctypes.c_char_p,)),
        ("sel_registerName", Pointer, (ctypes.c_char_p,)),
        ("objc_allocateClassPair", Pointer, (Pointer, ctypes.c_char_p, ctypes.c_size_t)),
        ("class_addMethod", ctypes.c_bool, (Pointer, Pointer, Pointer, ctypes.c_char_p)),
        ("objc_registerClassPair", None, (Pointer,)),
    ):
        function = getattr(library, name)
        function.restype, function.argtypes = answers, takes
    return library
