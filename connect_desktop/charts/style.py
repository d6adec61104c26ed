"""The style every chart is drawn in: `resources/style/chart.mplstyle`, in force only while we draw."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, wraps
from threading import RLock
from typing import ParamSpec, TypeVar

from matplotlib import RcParams, rc_context, rc_params_from_file

from connect_desktop import paths

P = ParamSpec("P")
R = TypeVar("R")

_lock = RLock()


@contextmanager
def applied() -> Iterator[None]:
    """Put our style in force, and take it away afterwards; one thread at a time, as it is one for all."""
    with _lock, rc_context(_settings()):
        yield


def styled(draw: Callable[P, R]) -> Callable[P, R]:
    """Return `draw`, made to run in our style."""

    @wraps(draw)
    def drawn(*args: P.args, **kwargs: P.kwargs) -> R:
        with applied():
            return draw(*args, **kwargs)

    return drawn


@cache
def _settings() -> RcParams:
    return rc_params_from_file(paths.resource("style", "chart.mplstyle"), use_default_template=False)
