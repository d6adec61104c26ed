"""The seven-step body scale, the one answer every moment needs, and single marks of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from connect_desktop.domain.body import body_label
from connect_desktop.i18n import tr
from connect_desktop.ui import theme
from connect_desktop.ui.widgets.breath_shape import HIGH, LOW, paint_breath, shape
from connect_desktop.ui.widgets.group import STEPS, Group, Option, keep_one_stop
from connect_desktop.ui.widgets.tip import show_keys

if TYPE_CHECKING:
    from PySide6.QtCore import QVariantAnimation

__all__ = ["BreathMark", "BreathScale", "paint_breath", "shape"]

MOVES_FOR = 200
"""milliseconds"""
BOX, SMALL_BOX, GAP = 72, 44, 4
"""side of the box around a shape, also of a small one, and the space under it, at 100 %"""
BESIDE = 4
"""pixels from the words of one step to those of the next"""
LEAST, SMALL_LEAST = 56, 34
"""pixels a step can do with, however large its words: they break where they must"""


class BreathScale(Group):
    """How the body answered, −3 … +3 or None: keys 1–7, arrows, Home, End; Backspace clears, Enter commits.

    Signals tell what the user did; `set_value` is silent. A small one has shapes alone: whoever shows it says
    in words what is chosen.
    """

    changed = Signal(object)
    """int | None, when the user chose or cleared"""
    committed = Signal()

    def __init__(self, parent: QWidget | None = None, *, name: str = "", small: bool = False) -> None:
        super().__init__(name or tr("Afterwards, your body"), parent)
        self._small = small
        self.setAccessibleDescription(tr("Keys 1 to 7, or the arrows. Enter saves."))
        self._value: int | None = None
        self._heights: dict[int, int] = {}
        self._widest = 0
        self._cells = [_Cell(value, self, small=small) for value in range(LOW, HIGH + 1)]
        for cell in self._cells:
            cell.clicked.connect(lambda _checked=False, value=cell.value: self._choose(value))
        self._motion: QVariantAnimation | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._mark()

    def value(self) -> int | None:
        """Return the chosen body value −3 … +3, or None."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Show a value without telling anyone."""
        self._stop()
        self._value = value
        self._mark()
        self._settle()

    def moving(self) -> bool:
        """Return whether a shape is on its way."""
        return self._motion is not None and self._motion.state() == self._motion.State.Running

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, focused = Qt.Key(event.key()), self._focused()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.committed.emit()
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._choose(None)
        elif key == Qt.Key.Key_Space:
            self._choose(focused)
        elif plain and Qt.Key.Key_1 <= key <= Qt.Key.Key_7:
            self._choose(key - Qt.Key.Key_1 + LOW)
        elif plain and key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._choose(LOW if key == Qt.Key.Key_Home else HIGH)
        elif plain and key in STEPS:
            self._choose(min(HIGH, max(LOW, focused + self._step(key))))
        else:
            event.ignore()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.box(width) + (0 if self._small else GAP + self._label_height(width))

    def box(self, width: int | None = None) -> int:
        """Return the side of the box around each shape, in a width that is not its own where one is given."""
        return min(_box(self._small), self._each(self.width() if width is None else width))

    def label_font(self, width: int | None = None, *, strong: bool = False) -> QFont:
        """Return the font of the labels in a width, smaller where a word would not fit as a whole."""
        found = theme.font("small", strong=strong)
        if not self._widest:
            self._widest = max(cell.word_width() for cell in self._cells)
        usual, each = found.pointSizeF(), self._each(self.width() if width is None else width)
        least = min(usual, theme.SMALLEST_POINTS * theme.SIZES["small"])
        found.setPointSizeF(max(least, min(usual, usual * (each - BESIDE) / self._widest)))
        return found

    def sizeHint(self) -> QSize:
        widest = max(cell.label_width() for cell in self._cells) + 12
        each = _box(True) if self._small else max(widest, _box(False) + 2 * GAP)
        width = each * len(self._cells)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        least = SMALL_LEAST if self._small else LEAST
        width = min(least, max(cell.word_width() for cell in self._cells)) * len(self._cells)
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        count, across = len(self._cells), self.width()
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for number, cell in enumerate(self._cells):
            place = count - 1 - number if mirrored else number
            left, right = across * place // count, across * (place + 1) // count
            cell.setGeometry(left, 0, right - left, self.height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._heights.clear()
            self._widest = 0

    def _each(self, width: int) -> int:
        return max(1, width // len(self._cells))

    def _label_height(self, width: int) -> int:
        """Return how tall the tallest label is; layouts ask dozens of times, wrapping text is slow."""
        each = self._each(width)
        if each not in self._heights:
            metrics = QFontMetrics(self.label_font(width, strong=True))
            self._heights[each] = max(cell.label_height(each - BESIDE, metrics) for cell in self._cells)
        return self._heights[each]

    def _focused(self) -> int:
        return next((cell.value for cell in self._cells if cell.hasFocus()), self._value or 0)

    def _step(self, key: Qt.Key) -> int:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return -STEPS[key] if mirrored else STEPS[key]
        return -STEPS[key]

    def _choose(self, value: int | None) -> None:
        before, self._value = self._value, value
        self._mark()
        if value == before:
            return
        self._settle()
        if value is not None and self.isVisible() and not theme.reduced_motion():
            self._start(before or 0, value)
        self.changed.emit(value)

    def _mark(self) -> None:
        for cell in self._cells:
            cell.mark(cell.value == self._value)
        keep_one_stop(self, self._cells, self._cells[(self._value or 0) - LOW])

    def _start(self, before: int, after: int) -> None:
        if self._motion is None:
            self._motion = self._made_motion()
        self._motion.stop()
        self._motion.setStartValue(float(before))
        self._motion.setEndValue(float(after))
        self._motion.start()

    def _stop(self) -> None:
        if self._motion is not None:
            self._motion.stop()

    def _made_motion(self) -> "QVariantAnimation":
        from PySide6.QtCore import QEasingCurve, QVariantAnimation  # noqa: PLC0415 - start-up: not before one answers

        motion = QVariantAnimation(self)
        motion.setDuration(MOVES_FOR)
        motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        motion.valueChanged.connect(self._move)
        motion.finished.connect(self._settle)
        return motion

    def _move(self, shown: float) -> None:
        if self._value is not None:
            self._cells[self._value - LOW].show_shape(shown)

    def _settle(self) -> None:
        for cell in self._cells:
            cell.show_shape(cell.value)


class _Cell(Option):
    def __init__(self, value: int, scale: BreathScale, *, small: bool) -> None:
        super().__init__(body_label(value), scale)
        self.value = value
        self._scale = scale
        self._small = small
        self._shown: float = value
        key = value - LOW + 1
        show_keys(self, tr("{answer} (key {n})", answer=self.label, n=key), tr("key {n}", n=key))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_shape(self, value: float) -> None:
        if value != self._shown:
            self._shown = value
            self.update()

    def label_width(self) -> int:
        return self._metrics().horizontalAdvance(self.label)

    def word_width(self) -> int:
        return max(self._metrics().horizontalAdvance(word) for word in self.label.split())

    def label_height(self, width: int, metrics: QFontMetrics) -> int:
        room = QRect(0, 0, width, 10_000)
        text = in_lines(self.label, metrics, width)
        return metrics.boundingRect(room, _wrapped(self.label, metrics, width), text).height() + 2

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002 - all of it can be clicked
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._scale.box()
        box = QRectF((self.width() - side) / 2, 0, side, side)
        self._paint_box(painter, box)
        paint_breath(painter, box.adjusted(6, 6, -6, -6), self._shown, colours)
        if self._small:
            return
        strong = QFontMetrics(self._scale.label_font(strong=True))
        painter.setFont(self._scale.label_font(strong=self.isChecked()))
        painter.setPen(QColor(colours.ink if self.isChecked() else colours.soft))
        above = side + GAP
        below = QRect(BESIDE // 2, above, self.width() - BESIDE, self.height() - above)
        text = in_lines(self.label, strong, below.width())
        painter.drawText(below, _wrapped(self.label, strong, below.width()), text)

    def _paint_box(self, painter: QPainter, box: QRectF) -> None:
        colours = theme.palette()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.underMouse() and not self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.sunken))
            painter.drawRoundedRect(box.adjusted(5, 5, -5, -5), 13, 13)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.isChecked():
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRoundedRect(box.adjusted(5, 5, -5, -5), 13, 13)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 1.5))
            painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), 16, 16)

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(theme.font("small", strong=True))


class BreathMark(QLabel):
    """One body value as a still shape of a given size; None is a hollow ring, to be felt."""

    def __init__(self, value: int | None = None, size: int = 34, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(size, size)
        self.set_value(value)

    def value(self) -> int | None:
        """Return the value shown."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Show another value."""
        self._value = value
        text = tr("not felt yet") if value is None else body_label(value)
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_breath(QPainter(self), QRectF(self.rect()), self._value, theme.palette())


_LABEL = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


def in_lines(label: str, metrics: QFontMetrics, width: int) -> str:
    """Return a label in two lines about as long as one another where it does not fit in one."""
    words = label.split()
    if metrics.horizontalAdvance(label) <= width or len(words) == 1:
        return label
    broken = [f"{' '.join(words[:n])}\n{' '.join(words[n:])}" for n in range(1, len(words))]
    return min(broken, key=lambda text: max(metrics.horizontalAdvance(line) for line in text.split("\n")))


def _wrapped(label: str, metrics: QFontMetrics, width: int) -> int:
    """Return how a label is set: within a word only where a whole one does not fit."""
    fits = all(metrics.horizontalAdvance(word) <= width for word in label.split())
    return int(_LABEL if fits else _LABEL | Qt.TextFlag.TextWrapAnywhere)


def _box(small: bool) -> int:
    return round((SMALL_BOX if small else BOX) * max(1.0, theme.scale()))
