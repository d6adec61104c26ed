"""Any number of words out of many: chips that tint, and carry a check mark, when chosen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from connect_desktop.i18n import tr
from connect_desktop.ui import theme
from connect_desktop.ui.widgets.flow_group import FlowGroup
from connect_desktop.ui.widgets.group import STEPS, keep_one_stop
from connect_desktop.ui.widgets.tab_order import keep_together
from connect_desktop.ui.widgets.tip import show_whole

PAD, ABOVE = 11, 5
TICK = 10
WORD_LIMIT = 40


@dataclass(frozen=True, slots=True)
class Chip:
    """A word that can be chosen; `kind` is easy, tight or neither and gives its tint."""

    value: str
    label: str
    kind: str = "neither"


class ChipChoice(FlowGroup):
    """Chooses any of `chips`: arrows move, Space or a click toggles; Tab stops once.

    `changed` tells that the user chose; `set_value` is silent and keeps values it has no chip for.
    With `own_words` a field at the end takes a word of the user's own and tells it through `added`.
    `single` lets at most one be chosen.
    """

    changed = Signal()
    added = Signal(str)

    def __init__(
        self,
        chips: Sequence[Chip] = (),
        *,
        name: str,
        own_words: bool = False,
        single: bool = False,
        limit: int = WORD_LIMIT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self._single = single
        self._buttons: list[_ChipButton] = []
        self._own = _OwnWords(self, name, limit) if own_words else None
        if self._own is not None:
            self.insert_part(0, self._own)
            self._own.entered.connect(self._add)
        self.set_chips(chips)

    def set_chips(self, chips: Sequence[Chip]) -> None:
        """Offer these instead; what is chosen stays chosen."""
        if [*chips] == [button.chip for button in self._buttons]:
            return  # and what has the focus keeps it
        chosen = self.value()
        for button in self._buttons:
            self.remove_part(button)
        self._buttons = []
        for chip in chips:
            self._make(chip)
        self._keep_stops()
        self.set_value(chosen)

    def add_chip(self, chip: Chip, *, checked: bool = False) -> None:
        """Offer one more at the end."""
        self._make(chip, checked=checked)
        self._keep_stops()

    def tint(self, value: str, kind: str) -> None:
        """Let the chip of a value say another kind."""
        for button in self._buttons:
            if button.chip.value == value:
                button.chip = replace(button.chip, kind=kind)
                button.update()

    def stop_at(self, button: QCheckBox) -> None:
        """Let Tab come back to this chip."""
        keep_one_stop(self, self._buttons, button)

    def typing(self) -> bool:
        """Return whether a word of the user's own is just being typed."""
        return self._own is not None and self._own.hasFocus()

    def value(self) -> frozenset[str]:
        """Return the chosen values."""
        return frozenset(button.chip.value for button in self._buttons if button.isChecked())

    def one(self) -> str | None:
        """Return the chosen value where at most one can be, or None."""
        return next(iter(self.value()), None)

    def set_value(self, values: Iterable[str]) -> None:
        """Show these as chosen; a value without a chip gets one of its own."""
        values = frozenset(values)
        for value in sorted(values - {button.chip.value for button in self._buttons}):
            self.add_chip(Chip(value, value))
        for button in self._buttons:
            button.blockSignals(True)
            button.setChecked(button.chip.value in values)
            button.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        place = next((n for n, button in enumerate(self._buttons) if button.hasFocus()), None)
        if place is None or key not in STEPS:
            event.ignore()
            return
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        flipped = mirrored and key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        after = place + (-STEPS[key] if flipped else STEPS[key])
        self._buttons[min(len(self._buttons) - 1, max(0, after))].setFocus(Qt.FocusReason.TabFocusReason)

    def _make(self, chip: Chip, *, checked: bool = False) -> None:
        button = _ChipButton(chip, self)
        button.setChecked(checked)
        button.toggled.connect(lambda _on: self._tell(button))
        self.insert_part(len(self._buttons), button)
        self._buttons.append(button)

    def _keep_stops(self) -> None:
        """Let Tab come to the chips, once, where the whole choice stands, whenever they were made."""
        if self._buttons:
            keep_one_stop(self, self._buttons, self._buttons[0])
        own = [self._own] if self._own is not None else []
        keep_together(self, [*self._buttons, *own], new=not own)

    def _tell(self, button: "_ChipButton") -> None:
        if self._single and button.isChecked():
            self._leave_only(button)
        self.changed.emit()

    def _leave_only(self, button: "_ChipButton") -> None:
        for other in self._buttons:
            if other is not button:
                other.blockSignals(True)
                other.setChecked(False)
                other.blockSignals(False)
                other.update()

    def _add(self, text: str) -> None:
        known = next((button for button in self._buttons if button.means(text)), None)
        if known is not None:
            known.setChecked(True)
            return
        self.add_chip(Chip(text, text), checked=True)
        if self._single:
            self._leave_only(self._buttons[-1])
        self.added.emit(text)
        self.changed.emit()


class _ChipButton(QCheckBox):
    def __init__(self, chip: Chip, parent: ChipChoice) -> None:
        super().__init__(parent)
        self.chip = chip
        # Not as button text, where & would make a shortcut of a word.
        self.setAccessibleName(chip.label)
        show_whole(self, chip.label, cut=len(chip.label) > WORD_LIMIT)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._group = parent

    def means(self, text: str) -> bool:
        return text.casefold() in (self.chip.value.casefold(), self.chip.label.casefold())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._group.stop_at(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        metrics = _metrics()
        return QSize(
            metrics.horizontalAdvance(self.chip.label) + 2 * PAD + TICK, metrics.height() + 2 * ABOVE
        )

    def minimumSizeHint(self) -> QSize:
        metrics = _metrics()
        wanted = self.sizeHint()
        return QSize(min(wanted.width(), metrics.averageCharWidth() * 14), wanted.height())

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002 - all of it can be clicked
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        ground, ink = _tint(self.chip.kind) if on else _plain(hovered=self.underMouse())
        _paint_pill(painter, QRectF(self.rect()), ground, focused=self.hasFocus())
        area = self.rect().adjusted(PAD, 0, -PAD, 0)
        if on:
            self._paint_tick(painter, ink)
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            area.adjust(0 if mirrored else TICK, 0, -TICK if mirrored else 0, 0)
        painter.setFont(theme.font("small", strong=on))
        painter.setPen(QColor(ink))
        text = _metrics().elidedText(
            self.chip.label, Qt.TextElideMode.ElideRight, self.width() - 2 * PAD - TICK + 1
        )
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_tick(self, painter: QPainter, ink: str) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = self.width() - PAD - TICK + 4 if mirrored else PAD - 2
        y = self.height() / 2
        painter.setPen(QPen(QColor(ink), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF([QPointF(x, y), QPointF(x + 2.6, y + 2.8), QPointF(x + 7.6, y - 3.2)]))


class _OwnWords(QLineEdit):
    """Takes one more word on Enter, and what was typed when it is left: nothing typed is lost."""

    entered = Signal(str)

    def __init__(self, parent: QWidget, name: str, limit: int) -> None:
        super().__init__(parent)
        self.setProperty("role", "bare")
        self.setPlaceholderText(tr("your words…"))
        self.setAccessibleName(tr("{question} in your own words", question=name))
        self.setToolTip(tr("Enter adds it"))
        self.setMaxLength(limit)
        self.setTextMargins(PAD, 0, PAD, 0)
        self.returnPressed.connect(self._enter)

    def sizeHint(self) -> QSize:
        metrics = _metrics()
        return QSize(metrics.averageCharWidth() * 18 + 2 * PAD, metrics.height() + 2 * ABOVE)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text().strip():
            self._enter()
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self._enter()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, _ = _plain(hovered=False)
        _paint_pill(painter, QRectF(self.rect()), ground, focused=self.hasFocus())
        painter.end()
        super().paintEvent(event)

    def _enter(self) -> None:
        text = " ".join(self.text().split())
        if text:
            self.clear()
            self.entered.emit(text)


def _paint_pill(painter: QPainter, area: QRectF, ground: str, *, focused: bool) -> None:
    inside = area.adjusted(1, 1, -1, -1)
    painter.setPen(QPen(QColor(theme.palette().accent), 2) if focused else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(inside, inside.height() / 2, inside.height() / 2)


def _plain(*, hovered: bool) -> tuple[str, str]:
    colours = theme.palette()
    return (colours.line if hovered else colours.sunken), colours.ink


def _tint(kind: str) -> tuple[str, str]:
    colours = theme.palette()
    if kind == "tight":
        return colours.tight_wash, colours.on_tight_wash
    if kind == "easy":
        return colours.wash, colours.on_wash
    return colours.line, colours.ink


def _metrics() -> QFontMetrics:
    return QFontMetrics(theme.font("small", strong=True))
