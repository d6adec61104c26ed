"""The window. The only package that knows Qt."""

import sys

import PySide6.QtCore  # noqa: F401 - what is changed below comes with it


def _leave_sources_unread() -> None:
    """Keep PySide from reading the source of every module that is imported after it.

    It looks for its own name there, to tell where spellings could be switched, which nobody here asks for.
    Every line would stay in memory: 24 MB once the code of charts is there.
    """
    feature = sys.modules.get("shibokensupport.feature")
    if feature is not None and hasattr(feature, "_mod_uses_pyside"):
        vars(feature)["_mod_uses_pyside"] = lambda _module: False


_leave_sources_unread()
