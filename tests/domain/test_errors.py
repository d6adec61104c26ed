"""What can go wrong in the user's world is one family."""

import inspect

from connect_desktop.domain import errors
from connect_desktop.domain.errors import ConnectError

KINDS = [kind for kind in vars(errors).values() if inspect.isclass(kind)]


def test_every_error_is_one_of_the_users_world() -> None:
    assert len(KINDS) > 10
    assert all(issubclass(kind, ConnectError) for kind in KINDS)


def test_the_tree_at_the_top_of_the_module_is_the_real_one() -> None:
    tree = inspect.cleandoc(errors.__doc__ or "")
    lines = [line for line in tree.splitlines() if line.startswith(" ")]
    depths = {line.split()[0]: (len(line) - len(line.lstrip())) // 2 - 1 for line in lines}
    own = {kind.__name__: sum(issubclass(kind, other) for other in KINDS) for kind in KINDS}
    assert depths == own
