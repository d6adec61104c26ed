"""Four rings around "you" with people on them, who can be dragged or sent from ring to ring by keys."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QEasingCurve, QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from connect_desktop.domain.labels import BETWEEN, ring_label
from connect_desktop.domain.rings import RINGS
from connect_desktop.i18n import tr
from connect_desktop.ui import theme
from connect_desktop.ui.widgets.colours import blend
from connect_desktop.ui.widgets.face_group import FaceGroup
from connect_desktop.ui.widgets.ring_face import RingFace, RingPerson
from connect_desktop.ui.widgets.ring_layout import Spot, edges, ring_at, spots

LARGEST = 38
"""pixels of a disc where there is room, at the usual size of text"""
LEAST = 280
"""pixels across, at the usual size of text"""
MOVES_FOR = 240
"""milliseconds in which people come to another place"""
_MARGIN, _AROUND = 14, 3
"""pixels outside the rings, and around a disc for what marks it"""
_NAME = 92
"""pixels that a name beside a disc takes at most, at the usual size of text"""
_TINTS = (0.16, 0.10, 0.06, 0.03)


class Rings(FaceGroup):
    """Shows people on rings; names stand beside them where there is room, and with whom one comes to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("How close"), parent)
        self.setAccessibleDescription(
            tr(
                "Arrows walk from one to the next. Keys 1 to 4 put someone on a ring, 1 is the closest; plus "
                "and minus bring nearer and further, 0 takes off, Enter opens their page."
            )
        )
        self._over = 0
        self._names: list[tuple[QRectF, str, bool]] = []
        self._from: dict[str, QRect] = {}
        self._to: dict[str, QRect] = {}
        self._tag = _NameTag(self)
        self._moving = QVariantAnimation(self)
        self._moving.setStartValue(0.0)
        self._moving.setEndValue(1.0)
        self._moving.setDuration(MOVES_FOR)
        self._moving.setEasingCurve(QEasingCurve.Type.InOutQuad)
        self._moving.valueChanged.connect(self._move)
        self._moving.finished.connect(self._settle)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_people(self, people: Sequence[RingPerson]) -> None:
        """Show these on their rings, in the order given; those who were elsewhere come there softly."""
        super().show_people(people)
        self._place(softly=True)

    def choose(self, person_id: str) -> None:
        other = person_id != self._current
        super().choose(person_id)
        if other:
            self._write_names()

    def ring_at(self, at: QPoint) -> int:
        """Return the ring at a place of the screen; 0 outside them all."""
        middle, radius = self._middle(), self._radius()
        away = QPointF(self.mapFromGlobal(at)) - middle
        distance = (away.x() ** 2 + away.y() ** 2) ** 0.5
        return ring_at(min(distance, radius) if distance <= radius + _MARGIN else distance, radius)

    def hold_over(self, ring: int) -> None:
        """Show the ring on which someone would come to stand; 0 for none."""
        if ring != self._over:
            self._over = ring
            self.update()

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint() * 1.6

    def minimumSizeHint(self) -> QSize:
        side = round(LEAST * max(1.0, theme.scale()))
        return QSize(side, side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(softly=False)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
            self._place(softly=False)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_bands(painter)
        self._paint_titles(painter)
        self._paint_you(painter)
        if self._moving.state() is not QVariantAnimation.State.Running:
            for area, text, strong in self._names:
                painter.setFont(theme.font("small", strong=strong))
                painter.setPen(QColor(theme.palette().ink))
                painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)

    def _made(self, person: RingPerson) -> RingFace:
        face = super()._made(person)
        face.came.connect(lambda: self._show_tag(face))
        face.pointed.connect(lambda here: self._show_tag(face) if here else self._tag.hide())
        face.show()
        return face

    # Where they stand

    def _middle(self) -> QPointF:
        return QRectF(self.rect()).center()

    def _radius(self) -> float:
        return max(1.0, min(self.width(), self.height()) / 2 - _MARGIN)

    def _places(self) -> Iterator[tuple[str, QRect]]:
        radius, largest = self._radius(), LARGEST * max(1.0, theme.scale())
        for ring in RINGS:
            here = [one.id for one in self.people() if one.ring == ring]
            free = _small().horizontalAdvance(ring_label(ring)) / 2 + 4
            for person, spot in zip(here, spots(len(here), ring, radius, largest, free), strict=True):
                yield person, self._square(spot)

    def _square(self, spot: Spot) -> QRect:
        side = round(spot.side) + 2 * _AROUND
        middle = self._middle() + QPointF(spot.x, spot.y)
        return QRect(round(middle.x() - side / 2), round(middle.y() - side / 2), side, side)

    def _place(self, *, softly: bool) -> None:
        self._moving.stop()
        self._tag.hide()
        self._from = {one: face.geometry() for one, face in self._faces.items()}
        self._to = dict(self._places())
        for one, face in self._faces.items():
            if not face.property("placed"):
                face.setProperty("placed", True)
                self._from[one] = self._to[one]
        if softly and self._from != self._to and self.isVisible() and not theme.reduced_motion():
            self._moving.start()
        else:
            self._settle()

    def _move(self, part: float) -> None:
        for one, to in self._to.items():
            face, start = self._faces.get(one), self._from.get(one, to)
            if face is not None:
                face.setGeometry(_between(start, to, part))
        self.update()

    def _settle(self) -> None:
        self._move(1.0)
        self._write_names()
        focused = self._focused()
        if focused is not None and self.isVisible():
            self._show_tag(focused)

    # Their names

    def _write_names(self) -> None:
        """Find places for names: beside a disc where nobody and no other name stands."""
        taken = [QRectF(square) for square in self._to.values()] + [area for area, _ in self._titles()]
        core = edges(self._radius())[0]
        middle = self._middle()
        taken.append(QRectF(middle.x() - core, middle.y() - core, 2 * core, 2 * core))
        self._names = []
        first = sorted(self.people(), key=lambda one: one.id != self._current)
        for person in first:
            found = self._name_beside(person, taken)
            if found is not None:
                self._names.append(found)
                taken.append(found[0])
        self.update()

    def _name_beside(self, person: RingPerson, taken: Sequence[QRectF]) -> tuple[QRectF, str, bool] | None:
        strong = person.id == self._current
        metrics = QFontMetrics(theme.font("small", strong=strong))
        room = round(_NAME * max(1.0, theme.scale()))
        text = metrics.elidedText(person.name, Qt.TextElideMode.ElideRight, room)
        size = QSize(metrics.horizontalAdvance(text) + 4, metrics.height())
        square = QRectF(self._to[person.id])
        for area in _beside(square, size):
            whole = QRectF(self.rect()).contains(area)
            if whole and not any(area.intersects(other) for other in taken if other != square):
                return area, text, strong
        return None

    def _show_tag(self, face: RingFace) -> None:
        """Show the whole name of someone whom the pointer or the keyboard is on."""
        person = face.person
        written = any(text == person.name and area.intersects(_around(self._to[person.id]))
                      for area, text, _ in self._names)  # fmt: skip
        if written and not person.status:
            self._tag.hide()
        elif person.id in self._to:
            self._tag.show_beside(
                BETWEEN.join(filter(None, (person.name, person.status))), self._to[person.id]
            )

    # What is painted

    def _titles(self) -> list[tuple[QRectF, str]]:
        """Return where the name of each ring stands: at the top, between its edges."""
        metrics, middle = _small(), self._middle()
        found = []
        for ring, (inner, outer) in zip(RINGS, pairwise(edges(self._radius())), strict=True):
            text = ring_label(ring)
            area = QRectF(0, 0, metrics.horizontalAdvance(text) + 2, metrics.height())
            area.moveCenter(QPointF(middle.x(), middle.y() - (inner + outer) / 2))
            found.append((area, text))
        return found

    def _paint_bands(self, painter: QPainter) -> None:
        colours, middle = theme.palette(), self._middle()
        bands = [*zip(RINGS, edges(self._radius())[1:], _TINTS, strict=True)]
        for ring, radius, tint in reversed(bands):
            over = ring == self._over
            painter.setPen(QPen(QColor(colours.accent if over else colours.line), 2 if over else 1))
            painter.setBrush(QColor(blend(colours.surface, colours.accent, 0.3 if over else tint)))
            painter.drawEllipse(middle, radius, radius)

    def _paint_titles(self, painter: QPainter) -> None:
        painter.setFont(theme.font("small"))
        painter.setPen(QColor(theme.palette().soft))
        for area, text in self._titles():
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_you(self, painter: QPainter) -> None:
        colours, core = theme.palette(), edges(self._radius())[0]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent))
        painter.drawEllipse(self._middle(), core - 3, core - 3)
        painter.setFont(theme.font("small", strong=True))
        painter.setPen(QColor(colours.on_accent))
        area = QRectF(0, 0, 2 * core, 2 * core)
        area.moveCenter(self._middle())
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, tr("you"))


class _NameTag(QLabel):
    """A name over everything else, never in the way of the pointer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = parent
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "tag")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_beside(self, text: str, square: QRect) -> None:
        """Show a text below a square, or above it where there is no room below."""
        around = self._around.rect()
        room = around.width() - 24
        self.setText(self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room))
        self.adjustSize()
        left = square.center().x() - self.width() // 2
        top = square.bottom() + 3
        if top + self.height() > around.height():
            top = square.top() - 3 - self.height()
        self.move(min(max(0, left), around.width() - self.width()), max(0, top))
        self.show()
        self.raise_()


def _beside(square: QRectF, size: QSize) -> Iterator[QRectF]:
    """Yield the places for a name: below, above, right, left."""
    area = QRectF(0, 0, size.width(), size.height())
    across, down = (square.width() + size.width()) / 2 - 1, (square.height() + size.height()) / 2 - 2
    for x, y in ((0, down), (0, -down), (across, 0), (-across, 0)):
        area.moveCenter(square.center() + QPointF(x, y))
        yield QRectF(area)


def _around(square: QRect) -> QRectF:
    return QRectF(square).adjusted(-4, -4, 4, 4)


def _between(start: QRect, to: QRect, part: float) -> QRect:
    def mixed(a: int, b: int) -> int:
        return round(a + (b - a) * part)

    return QRect(
        mixed(start.x(), to.x()), mixed(start.y(), to.y()),
        mixed(start.width(), to.width()), mixed(start.height(), to.height()),
    )  # fmt: skip


def _small() -> QFontMetrics:
    return QFontMetrics(theme.font("small"))
