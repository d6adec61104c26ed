"""The table of people, painted row by row."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from connect_desktop.domain import Status, labels
from connect_desktop.i18n import relative_day, tr, tr_n
from connect_desktop.insight.told import Told
from connect_desktop.store import PersonRow
from connect_desktop.ui import theme
from connect_desktop.ui.table_model import RECORD, Column, Index, TableModel
from connect_desktop.ui.widgets.avatar import paint_avatar
from connect_desktop.ui.widgets.few_lines import paint_few_lines
from connect_desktop.ui.widgets.person_head import status_offer
from connect_desktop.ui.widgets.row_ground import leading, mirrored
from connect_desktop.ui.widgets.spark import paint_reach_bar, paint_spark
from connect_desktop.ui.widgets.state_mark import SIDE, paint_state

NAME, BODY, REACH, SAYS, MOMENTS, LAST = range(6)
WIDE = {NAME: 0.25, BODY: 0.19, REACH: 0.18, SAYS: 0.38}
NARROW = {NAME: 0.26, BODY: 0.155, REACH: 0.165, SAYS: 0.42}
NARROWEST = {NAME: 0.36, SAYS: 0.64}
"""of the width that the columns of numbers leave"""
ALL_COLUMNS, PICTURES = 760, 520
"""pixels at 100 % from which the number of moments has room, and from which the two pictures have"""
AVATAR, NAME_GAP = 34, 2
LINES, MORE_LINES = 2, 3
"""of a row, also where only words are left in it"""
RIGHT = Qt.AlignmentFlag.AlignRight


class PeopleTable(QTableView):
    """Emits the `PersonRow` that was opened, or is to be edited, marked with a status or deleted."""

    opened = Signal(object)
    edit_asked = Signal(object)
    status_asked = Signal(object, object)
    """the row, and the Status that is to be"""
    delete_asked = Signal(object)

    def __init__(self, day_of: Callable[[datetime], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day_of = day_of
        self._today = date.min
        self._told: Mapping[str, Told] = {}
        self._model: TableModel[PersonRow] = TableModel(self._columns(), self)
        self.setModel(self._model)
        self.setItemDelegate(_PersonDelegate(self))
        self.setAccessibleName(tr("People"))
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        self._size_columns()

    def show_people(self, rows: Sequence[PersonRow], today: date, told: Mapping[str, Told]) -> None:
        """Show these people, keeping the one that was current; `told` is by person, as far as it is known."""
        kept = self.current()
        self._today = today
        self._told = told
        self._model.show_records(rows)
        ids = [row.person.id for row in rows]
        place = ids.index(kept.person.id) if kept and kept.person.id in ids else 0
        if rows:
            self.setCurrentIndex(self._model.index(place, NAME))

    def current(self) -> PersonRow | None:
        """Return the row the keyboard is on."""
        index = self.currentIndex()
        found = index.data(RECORD) if index.isValid() else None
        return found if isinstance(found, PersonRow) else None

    def told(self, row: PersonRow) -> Told | None:
        """Return what the moments with somebody say, where it is known."""
        return self._told.get(row.person.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current()
        keys = {
            Qt.Key.Key_Return: self.opened, Qt.Key.Key_Enter: self.opened, Qt.Key.Key_Space: self.opened,
            Qt.Key.Key_F2: self.edit_asked, Qt.Key.Key_Delete: self.delete_asked,
        }  # fmt: skip
        signal = keys.get(Qt.Key(event.key()))
        if row is not None and signal is not None:
            signal.emit(row)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        row = self.current()
        inside = self.indexAt(event.position().toPoint()).isValid()
        if row is not None and inside and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(row)

    def _columns(self) -> list[Column[PersonRow]]:
        return [
            Column(title=tr("Person"), text=lambda row: row.person.name),
            Column(title=tr("Body, afterwards"), text=_body_text),
            Column(title=tr("Who reaches out"), text=_reach_text),
            Column(title=tr("What the moments say"), text=self._says),
            Column(title=tr("Moments"), text=lambda row: f"{row.moments:,}", align=RIGHT),
            Column(title=tr("Last"), text=self._last, align=RIGHT),
        ]

    def _last(self, row: PersonRow) -> str:
        return relative_day(self._day_of(row.last), self._today) if row.last else "–"

    def _says(self, row: PersonRow) -> str:
        told = self.told(row)
        return told.short if told else ""

    def _share_width(self) -> None:
        """Give pictures and words what the numbers leave; where it is narrow, moments are not counted."""
        room = self.viewport().width() / theme.scale()
        narrow, shares = room < ALL_COLUMNS, WIDE if room >= ALL_COLUMNS else NARROW
        if room < PICTURES:
            shares = NARROWEST
        narrowest = room < PICTURES
        for column in (BODY, REACH, MOMENTS):
            self.setColumnHidden(column, narrow if column == MOMENTS else room < PICTURES)
        header = self.horizontalHeader()
        left = self.viewport().width() - sum(header.sectionSize(column) for column in (MOMENTS, LAST))
        for column, share in shares.items():
            header.resizeSection(column, int(left * share))
        # Where columns are narrow, their names take two lines.
        header.setTextElideMode(Qt.TextElideMode.ElideNone if narrow else Qt.TextElideMode.ElideRight)
        header.setMinimumHeight(2 * header.fontMetrics().height() + 16 if narrow and not narrowest else 0)
        lines = MORE_LINES if narrowest else LINES
        high = max(AVATAR, lines * self.fontMetrics().height() + 4) + 24
        self.verticalHeader().setDefaultSectionSize(high)

    def _size_columns(self) -> None:
        header, rows = self.horizontalHeader(), self.verticalHeader()
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(60)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        metrics = self.fontMetrics()
        for column, sample in ((MOMENTS, tr("Moments") + "  "), (LAST, tr("Wednesday") + "  ")):
            header.resizeSection(column, metrics.horizontalAdvance(sample) + 12)
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _menu(self, at: QPoint) -> None:
        row = self.current()
        if row is None:
            return
        menu = QMenu(self)
        menu.addAction(tr("Open")).triggered.connect(lambda: self.opened.emit(row))
        menu.addAction(tr("Change…")).triggered.connect(lambda: self.edit_asked.emit(row))
        menu.addSeparator()
        for status in (one for one in Status if one is not row.person.status):
            offer = menu.addAction(status_offer(status, row.person.status))
            offer.triggered.connect(lambda _on=False, status=status: self.status_asked.emit(row, status))
        menu.addSeparator()
        menu.addAction(tr("Delete…")).triggered.connect(lambda: self.delete_asked.emit(row))
        menu.popup(self.viewport().mapToGlobal(at))


class _PersonDelegate(QStyledItemDelegate):
    """Paints one cell; the row's ground runs under all of them."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(60, 2 * QFontMetrics(option.font).height() + 28)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: PersonRow = index.data(RECORD)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, option, index)
        area = QRectF(option.rect).adjusted(6, 8, -6, -8)
        colours = theme.palette()
        if index.column() == NAME:
            _paint_name(painter, option, row, area)
        elif index.column() == BODY:
            paint_spark(painter, area.adjusted(0, 6, -12, -6), row.body, colours)
        elif index.column() == REACH:
            middle = QRectF(area.left(), area.center().y() - 8, area.width() - 16, 16)
            paint_reach_bar(painter, middle, row.me, row.them, colours)
        elif index.column() == SAYS:
            _paint_told(painter, option, row, area)
        else:
            painter.setPen(QColor(colours.ink if index.column() == MOMENTS else colours.soft))
            align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(area, align, str(index.data()))
        painter.restore()


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
    colours, area = theme.palette(), QRectF(option.rect)
    painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), QColor(colours.line))
    view = option.widget
    current = isinstance(view, QTableView) and view.currentIndex().row() == index.row() and view.hasFocus()
    if current:
        painter.fillRect(area.adjusted(0, 1, 0, -1), QColor(colours.wash))
        if index.column() == NAME:
            edge = QRectF(area.left(), area.top() + 1, 3, area.height() - 2)
            if mirrored(option):
                edge.moveRight(area.right())
            painter.fillRect(edge, QColor(colours.accent))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(area.adjusted(0, 1, 0, -1), QColor(colours.sunken))


def _paint_name(painter: QPainter, option: QStyleOptionViewItem, row: PersonRow, area: QRectF) -> None:
    colours = theme.palette()
    middle = area.center().y()
    avatar = QRectF(area.left() + 2, middle - AVATAR / 2, AVATAR, AVATAR)
    text = area.adjusted(AVATAR + 16, 0, 0, 0)
    if mirrored(option):
        avatar.moveRight(area.right() - 2)
        text = area.adjusted(0, 0, -AVATAR - 16, 0)
    paint_avatar(painter, avatar, row.person.name, row.person.colour, colours)
    align = leading(option)
    below = labels.ties(row.person.ties)
    if row.person.status is not Status.ACTIVE:
        below = labels.BETWEEN.join(filter(None, (labels.status_label(row.person.status), below)))
    strong = QFont(option.font)
    strong.setWeight(QFont.Weight.DemiBold)
    names, ties = QFontMetrics(strong).height(), QFontMetrics(theme.font("small")).height()
    top = middle - (names + NAME_GAP + ties) / 2
    upper = QRectF(text.left(), top, text.width(), names) if below else text
    ink = colours.ink if row.person.status is Status.ACTIVE else colours.soft
    _paint_line(painter, upper, align | Qt.AlignmentFlag.AlignVCenter, strong, ink, row.person.name)
    if below:
        lower = QRectF(text.left(), top + names + NAME_GAP, text.width(), ties)
        _paint_line(
            painter, lower, align | Qt.AlignmentFlag.AlignVCenter, theme.font("small"), colours.faint, below
        )


def _paint_told(painter: QPainter, option: QStyleOptionViewItem, row: PersonRow, area: QRectF) -> None:
    view = option.widget
    told = view.told(row) if isinstance(view, PeopleTable) else None
    if told is None or not told.short:
        return
    side = SIDE * theme.scale()
    mark = QRectF(area.left(), area.center().y() - side / 2, side, side)
    words = area.adjusted(side + 10, 0, -8, 0)
    if option.direction == Qt.LayoutDirection.RightToLeft:
        mark.moveRight(area.right())
        words = area.adjusted(8, 0, -side - 10, 0)
    paint_state(painter, mark, told.listed, theme.palette())
    painter.setFont(option.font)
    painter.setPen(QColor(theme.palette().ink))
    fitting = int(words.height() // painter.fontMetrics().lineSpacing())
    paint_few_lines(painter, words, told.short, fitting)


def _paint_line(
    painter: QPainter, area: QRectF, align: Qt.AlignmentFlag, font: QFont, colour: str, text: str
) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    elided = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()))
    painter.drawText(area, align, elided)


def _body_text(row: PersonRow) -> str:
    if not row.body:
        return tr("no answers yet")
    return tr("lately {body}", body=labels.body_label(row.body[-1]))


def _reach_text(row: PersonRow) -> str:
    total = row.me + row.them
    if not total:
        return tr("not noted yet")
    return tr_n(
        "you, {me} of the {n} time one of you reached out first",
        "you, {me} of the {n} times one of you reached out first",
        total,
        me=row.me,
    )
