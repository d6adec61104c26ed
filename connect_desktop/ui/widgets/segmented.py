"""One answer out of a few, side by side; a second line where there is no room for all."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from connect_desktop.i18n import tr
from connect_desktop.ui import theme
from connect_desktop.ui.widgets.group import STEPS, Group, Option, keep_one_stop
from connect_desktop.ui.widgets.tip import show_keys, tip

PAD, ABOVE = 9, 8
LINE_GAP = 6
RADIUS = 9


class SegmentedChoice(Group):
    """Chooses one of `options`, pairs of a value and its label, or None.

    Arrows move the choice, digits choose by place, Space or a click chooses. Where `clearable`, choosing
    the same again clears, and so does Backspace. `changed` tells what the user did; `set_value` is silent.
    """

    changed = Signal(object)

    def __init__(
        self,
        options: Sequence[tuple[object, str]] = (),
        *,
        name: str,
        clearable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self._clearable = clearable
        self._value: object = None
        self._segments: list[_Segment] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[object, str]]) -> None:
        """Offer these instead; the chosen value stays where it is still offered."""
        values = [value for value, _ in options]
        if values == [segment.value for segment in self._segments]:
            for segment, (_, label) in zip(self._segments, options, strict=True):
                segment.set_label(label)
        else:
            self._replace(options)
        if self._value not in values:
            self._value = None
        self._mark()
        self._place()
        self.updateGeometry()

    def hint(self, keys: Mapping[Any, str], *, shown: bool = False) -> None:
        """Say on each option, by its value, the key that chooses it from elsewhere; `shown`: on it, too."""
        for segment in self._segments:
            key = keys[segment.value]
            tooltip = "" if shown else tip(tr("{answer} (key {n})", answer=segment.label, n=key))
            show_keys(segment, tooltip, tr("key {n}", n=key))
            segment.key = key if shown else ""

    def value(self) -> object:
        """Return the chosen value, or None."""
        return self._value

    def set_value(self, value: object) -> None:
        """Show a value, None for no answer; one that is not offered is no answer."""
        self._value = value if any(segment.value == value for segment in self._segments) else None
        self._mark()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, focused = Qt.Key(event.key()), self._focused()
        if focused is None:
            event.ignore()
        elif key == Qt.Key.Key_Space:
            self._toggle(focused)
        elif Qt.Key.Key_1 <= key < Qt.Key.Key_1 + len(self._segments) and not _modified(event):
            self._choose(self._segments[key - Qt.Key.Key_1].value)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._choose(self._segments[0 if key == Qt.Key.Key_Home else -1].value)
        elif key in STEPS:
            self._choose(self._beside(focused, key).value)
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) and self._clearable:
            self._choose(None)
        else:
            event.ignore()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = max(1, len(self._lines(width)))
        return lines * _height() + (lines - 1) * LINE_GAP

    def sizeHint(self) -> QSize:
        return QSize(sum(segment.width_wanted() for segment in self._segments), _height())

    def minimumSizeHint(self) -> QSize:
        widest = max((segment.width_wanted() for segment in self._segments), default=0)
        return QSize(min(widest, _widest_alone()), _height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _replace(self, options: Sequence[tuple[object, str]]) -> None:
        for segment in self._segments:
            segment.hide()
            segment.deleteLater()
        self._segments = [_Segment(value, label, self) for value, label in options]
        for segment in self._segments:
            segment.clicked.connect(lambda _checked=False, segment=segment: self._toggle(segment))
            segment.show()

    def _toggle(self, segment: "_Segment") -> None:
        self._choose(None if self._clearable and segment.value == self._value else segment.value)
        segment.setFocus()

    def _choose(self, value: object) -> None:
        before, self._value = self._value, value
        self._mark()
        if value != before:
            self.changed.emit(value)

    def _mark(self) -> None:
        for segment in self._segments:
            segment.mark(self._value is not None and segment.value == self._value)
        if self._segments:
            chosen = next((segment for segment in self._segments if segment.isChecked()), None)
            keep_one_stop(self, self._segments, chosen or self._focused() or self._segments[0])

    def _focused(self) -> "_Segment | None":
        focused = next((segment for segment in self._segments if segment.hasFocus()), None)
        return focused or (self.stop if isinstance(self.stop, _Segment) else None)

    def _beside(self, segment: "_Segment", key: Qt.Key) -> "_Segment":
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        flipped = mirrored and key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        place = self._segments.index(segment) + (-STEPS[key] if flipped else STEPS[key])
        return self._segments[min(len(self._segments) - 1, max(0, place))]

    def _lines(self, width: int) -> list[list["_Segment"]]:
        """Return the segments by line: as few lines as `width` allows, about as long as one another."""
        found = self._filled(width)
        widest = max((segment.width_wanted() for segment in self._segments), default=0)
        narrower = _longest(found) - 1
        while len(found) > 1 and widest <= narrower < width:
            tighter = self._filled(narrower)
            if len(tighter) > len(found):
                break
            found, narrower = tighter, _longest(tighter) - 1
        return found

    def _filled(self, width: int) -> list[list["_Segment"]]:
        lines: list[list[_Segment]] = []
        used = 0
        for segment in self._segments:
            wanted = min(segment.width_wanted(), width)
            if not lines or used + wanted > width:
                lines.append([])
                used = 0
            lines[-1].append(segment)
            used += wanted
        return lines

    def _place(self) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        top = 0
        for line in self._lines(self.width()):
            left = 0
            for segment in line:
                width = min(segment.width_wanted(), self.width())
                x = self.width() - left - width if mirrored else left
                segment.setGeometry(QRect(x, top, width, _height()))
                segment.set_ends(segment is line[0], segment is line[-1])
                left += width
            top += _height() + LINE_GAP


def _modified(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)


def _longest(lines: Sequence[Sequence["_Segment"]]) -> int:
    return max((sum(segment.width_wanted() for segment in line) for line in lines), default=0)


class _Segment(Option):
    def __init__(self, value: object, label: str, parent: QWidget) -> None:
        super().__init__(label, parent)
        self.value = value
        self.key = ""
        self._first = self._last = False

    def set_ends(self, first: bool, last: bool) -> None:
        self._first, self._last = first, last
        self.update()

    def width_wanted(self) -> int:
        return _metrics().horizontalAdvance(self._shown()) + 2 * PAD

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002 - all of it can be clicked
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, off = self.isChecked(), not self.isEnabled()
        painter.setPen(QPen(QColor(colours.line), 1))
        ground = colours.wash if on else colours.sunken if self.underMouse() and not off else colours.surface
        painter.setBrush(QColor(ground))
        painter.drawPath(self._outline(0.5))
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(self._outline(2))
        painter.setFont(theme.font("small", strong=on))
        painter.setPen(QColor(colours.on_wash if on else colours.faint if off else colours.soft))
        room = self.width() - PAD
        text = _metrics().elidedText(self._shown(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, text)

    def _shown(self) -> str:
        return f"{self.label}  {self.key}" if self.key else self.label

    def _outline(self, inset: float) -> QPainterPath:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self._last if mirrored else self._first
        right = self._first if mirrored else self._last
        # Neighbours share one line: each but the last leaves out its own trailing edge.
        over = 0 if right or inset > 1 else 1
        area = QRectF(self.rect()).adjusted(inset, inset, over - inset, -inset)
        return _rounded(area, RADIUS - inset, left=left, right=right)


def _rounded(area: QRectF, radius: float, *, left: bool, right: bool) -> QPainterPath:
    whole, cut = QPainterPath(), QPainterPath()
    whole.addRoundedRect(area, radius, radius)
    half = area.width() / 2
    if not left:
        cut.addRect(area.adjusted(0, 0, -half, 0))
    if not right:
        cut.addRect(area.adjusted(half, 0, 0, 0))
    return whole.united(cut).simplified()


def _metrics() -> QFontMetrics:
    return QFontMetrics(theme.font("small", strong=True))


def _height() -> int:
    return _metrics().height() + 2 * ABOVE + 2


def _widest_alone() -> int:
    return _metrics().averageCharWidth() * 28
