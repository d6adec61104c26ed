"""What the moments with one person say: the sentence, its counts, and the ways to look behind them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMargins, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from connect_desktop.i18n import tr
from connect_desktop.insight.told import Told
from connect_desktop.ui import theme
from connect_desktop.ui.widgets.flow_group import FlowGroup
from connect_desktop.ui.widgets.push_button import push_button
from connect_desktop.ui.widgets.state_mark import StateMark, colour

EDGE, RADIUS = 4, 14
MARGINS = QMargins(22, 16, 20, 12)
MOST_LINES, FEW_LINES = 4, 3
"""of counts that are shown before more is asked for, also in a low window"""
LEAST_LINES = 2
"""that can be seen of the rest, however low the window"""
LINE_LENGTH = 105
"""in average characters"""


class ReadingCard(QFrame):
    """Shows what is told; asks for what lies behind it."""

    moments_asked = Signal()
    """which moments say so"""
    worked_out_asked = Signal()
    help_asked = Signal()
    one_way_asked = Signal(bool)
    """that care runs one way by nature here, or no longer does"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._told: Told | None = None
        self._most = MOST_LINES
        self._mark = StateMark()
        self._said = Words("heading")
        self._changed = Words("strong")
        self._counts = Words("")
        self._no_longer = Words("soft")
        self._aside = Words("small")
        self._rest = Words("")
        self._would_change = Words("small")
        self._more = _link("")
        self._fold = Fold()
        self._moments = _link(tr("Which moments say so?"))
        self._worked_out = _link(tr("How is this worked out?"))
        self._one_way = QCheckBox(tr("Care runs one way by nature here"))
        self._one_way.setToolTip(
            tr("As with a small child or somebody who is very ill. Nothing is then read as one-sided.")
        )
        self._afraid = Words("small")
        self._help = _link(tr("People who can help"))
        self._ways = self._made_ways()
        self._lay_out()
        self._connect()

    def show_told(self, told: Told, aside: str) -> None:
        """Show what is told of somebody; `aside` says in a few words what it is and what it is not."""
        self._told = told
        self._mark.set_state(told.state)
        self._mark.setAccessibleName(told.short)
        self._mark.setVisible(bool(told.short))
        _say(self._said, told.said)
        _say(self._changed, told.changed.text if told.changed else "")
        _say(self._no_longer, " ".join(filter(None, (told.no_longer, told.wider))))
        _say(self._aside, " ".join(filter(None, (told.likely, aside))))
        _say(self._would_change, told.would_change)
        self._moments.setVisible(bool(told.sentences()))
        self._worked_out.setVisible(told.state is not None)
        self._one_way.setVisible(told.one_way is not None)
        self._one_way.setChecked(bool(told.one_way))
        folds = bool(told.would_change or told.one_way is not None)
        self._more.setVisible(folds)
        self.unfold(folds and not self._fold.isHidden())
        self._ways.updateGeometry()
        self.setAccessibleName(told.said)
        self.update()

    def offer_help(self, offered: bool) -> None:
        """Say where help is, or nothing of it: beside the name of someone who has died it is out of place."""
        self._afraid.setVisible(offered)
        self._help.setVisible(offered)
        self._ways.updateGeometry()

    def make_short(self, short: bool) -> None:
        """Keep more of the counts for when more is asked for, where the window is low."""
        most = FEW_LINES if short else MOST_LINES
        if most != self._most:
            self._most = most
            self._share_out()

    def unfold(self, unfolded: bool) -> None:
        """Show everything, or only what matters most."""
        self._fold.setVisible(unfolded)
        self._more.setText(tr("Less") if unfolded else tr("More"))
        self._share_out()

    def text(self) -> str:
        """Return every sentence on the card, also those folded away."""
        first = (self._said, self._changed, self._counts, self._no_longer, self._aside)
        labels = (*first, self._rest, self._would_change)
        return "\n".join(label.text() for label in labels if label.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._share_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._share_out()

    def _share_out(self) -> None:
        """Show as many sentences at once as fit into a few lines, the others below."""
        texts = [line.text for line in self._told.lines] if self._told else []
        width = min(self.width() - MARGINS.left() - MARGINS.right(), self._counts.maximumWidth())
        first = _fitting(texts, self._counts.fontMetrics(), width, self._most)
        _say(self._counts, " ".join(texts[:first]))
        _say(self._rest, " ".join(texts[first:]))
        self._fold.renew()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._told is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        edge = QRectF(area)
        edge.setWidth(EDGE)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            edge.moveRight(area.right())
        whole = QPainterPath()
        whole.addRoundedRect(area, RADIUS, RADIUS)
        painter.setClipRect(edge)
        painter.fillPath(whole, QColor(colour(self._told.state, theme.palette())))

    def _connect(self) -> None:
        self._moments.clicked.connect(self.moments_asked)
        self._worked_out.clicked.connect(self.worked_out_asked)
        self._help.clicked.connect(self.help_asked)
        self._one_way.clicked.connect(self.one_way_asked)
        self._more.clicked.connect(lambda: self.unfold(self._fold.isHidden()))

    def _lay_out(self) -> None:
        down = QVBoxLayout(self)
        down.setContentsMargins(MARGINS)
        down.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._mark)
        head.addWidget(self._said, 100)
        head.addStretch(1)
        down.addLayout(head)
        for label in (self._changed, self._counts, self._no_longer, self._aside):
            down.addWidget(label)
        for part in (self._rest, self._would_change, self._one_way):
            self._fold.column.addWidget(part)
        down.addWidget(self._fold)
        down.addWidget(self._ways)

    def _made_ways(self) -> FlowGroup:
        ways = FlowGroup(tr("Behind what is said"))
        self._afraid.setWordWrap(False)
        self._afraid.setText(tr("If you are afraid of someone, ratings can’t judge that."))
        parts = (self._moments, self._worked_out, self._more, self._afraid, self._help)
        for place, part in enumerate(parts):
            ways.insert_part(place, part)
        return ways


class Fold(QScrollArea):
    """What is shown when more is asked for: as high as its `column` where there is room, else it scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self._inside = QWidget()
        self._inside.setProperty("role", "clear")
        self.column = QVBoxLayout(self._inside)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def renew(self) -> None:
        """Be as high as what is inside now."""
        high = self.column.heightForWidth(self.viewport().width())
        if high < 0:  # nothing inside depends on the width
            high = self.column.sizeHint().height()
        self._inside.setFixedHeight(high)
        self.setMaximumHeight(high)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(0, self._inside.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, min(self.sizeHint().height(), LEAST_LINES * self.fontMetrics().lineSpacing()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.renew()


def _fitting(texts: Sequence[str], metrics: QFontMetrics, width: int, most: int) -> int:
    """Return how many of these sentences, at least one, fit into so many lines."""
    room = QRect(0, 0, max(width, 1), 100 * metrics.lineSpacing())
    for count in range(len(texts), 1, -1):
        text = " ".join(texts[:count])
        high = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap.value, text).height()
        if round(high / metrics.lineSpacing()) <= most:
            return count
    return min(1, len(texts))


class Words(QLabel):
    """Text that is never cut off, in lines that stay readable however wide the card is."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = self.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)
        self._narrow()

    def heightForWidth(self, width: int) -> int:
        return super().heightForWidth(min(width, self.maximumWidth()))  # which layouts leave out of account

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._narrow()

    def _narrow(self) -> None:
        self.setMaximumWidth(round(self.fontMetrics().averageCharWidth() * LINE_LENGTH))


def _link(text: str) -> QPushButton:
    button = push_button(text, "link")
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button


def _say(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
