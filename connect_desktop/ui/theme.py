"""The look of every window: colours, type sizes and style sheet, light or dark, following the system.

Widgets that paint themselves ask `palette()` while painting; a change reaches them as a style change event.
"""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from connect_desktop import paths
from connect_desktop.charts.palette import DARK, LIGHT, Palette

SMALLEST_POINTS = 10.5
"""14 pixels at 100 %: where a system names a smaller font for its menus, reading still wants this"""
UNLIMITED = 16_777_215
"""pixels: what Qt calls no limit to a width or a height"""
SIZES = {"tiny": 11 / 14, "small": 12 / 14, "base": 1.0, "heading": 16 / 14, "title": 24 / 14}
MARKS = {"box": 16, "round": 9, "arrow": 12, "drop": 22, "step": 10, "steps": 18}
"""pixels at 100 % of what is drawn beside words and grows with them"""

_current: Palette = LIGHT
_choice = "system"
_still = False


def palette() -> Palette:
    """Return the colours in force."""
    return _current


def scale() -> float:
    """Return how large text is, 1.0 for 14 pixels at 100 %."""
    return QApplication.font().pointSizeF() / SMALLEST_POINTS


def font(size: str = "base", *, strong: bool = False) -> QFont:
    """Return the system's font in one of SIZES."""
    found = QFont(QApplication.font())
    found.setPointSizeF(found.pointSizeF() * SIZES[size])
    if strong:
        found.setWeight(QFont.Weight.DemiBold)
    return found


def reduced_motion() -> bool:
    """Return whether nothing should move: the user's choice here or the system's."""
    from PySide6.QtWidgets import QStyle  # noqa: PLC0415 - start-up: a thousand names nobody else needs

    if _still or QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0:
        return True
    hints = QGuiApplication.styleHints()
    preference = getattr(getattr(hints, "accessibility", lambda: None)(), "motionPreference", None)
    return preference is not None and preference().name.startswith("Reduced")


def start(app: QApplication, choice: str = "system", *, still: bool = False) -> None:
    """Give the application its font and colours, and follow the system from now on; its style is Fusion."""
    base = app.font()
    base.setPointSizeF(max(SMALLEST_POINTS, base.pointSizeF()))
    app.setFont(base)
    choose(choice, still=still)
    app.styleHints().colorSchemeChanged.connect(_follow)


def choose(choice: str, *, still: bool = False) -> None:
    """Switch to system, light or dark, and to moving or still."""
    global _choice, _still
    _choice, _still = choice, still
    _follow()


def _follow() -> None:
    global _current  # noqa: PLW0603
    system_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    _current = DARK if _choice == "dark" or (_choice == "system" and system_dark) else LIGHT
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setPalette(_qt_palette(_current))
    sheet = _style_sheet(_current)
    if sheet != app.styleSheet():  # where it looks as before, no widget has to be dressed anew
        app.setStyleSheet(sheet)


def _style_sheet(colours: Palette) -> str:
    points = QApplication.font().pointSizeF()
    tokens = _tokens(colours)
    tokens |= {f"size-{name}": f"{points * factor:.2f}pt" for name, factor in SIZES.items()}
    tokens |= {f"px-{name}": f"{round(side * max(1.0, scale()))}px" for name, side in MARKS.items()}
    tokens["icons"] = paths.resource("icons").as_posix()
    tokens["tone"] = "dark" if colours.dark else "light"
    sheet = paths.resource("style", "app.qss").read_text(encoding="utf-8")
    return re.sub(r"@([a-z_-]+)", lambda found: tokens[found[1]], sheet)


def _tokens(colours: Palette) -> dict[str, str]:
    names = (
        "paper", "surface", "sunken", "line", "ink", "soft", "faint", "accent", "on_accent", "wash",
        "on_wash", "tight_wash", "on_tight_wash", "error",
    )  # fmt: skip
    return {name: getattr(colours, name) for name in names}


def _qt_palette(colours: Palette) -> QPalette:
    roles = QPalette.ColorRole
    found = QPalette()
    for role, colour in {
        roles.Window: colours.paper,
        roles.WindowText: colours.ink,
        roles.Base: colours.surface,
        roles.AlternateBase: colours.sunken,
        roles.Text: colours.ink,
        roles.Button: colours.surface,
        roles.ButtonText: colours.ink,
        roles.BrightText: colours.error,
        roles.ToolTipBase: colours.surface,
        roles.ToolTipText: colours.ink,
        roles.PlaceholderText: colours.faint,
        roles.Highlight: colours.wash,
        roles.HighlightedText: colours.on_wash,
        roles.Link: colours.accent,
        roles.LinkVisited: colours.accent,
        roles.Light: colours.surface,
        roles.Midlight: colours.line,
        roles.Mid: colours.line,
        roles.Dark: colours.faint,
        roles.Shadow: colours.line,
        roles.Accent: colours.accent,
    }.items():
        found.setColor(role, QColor(colour))
    for role in (roles.Text, roles.WindowText, roles.ButtonText):
        found.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.faint))
    return found
