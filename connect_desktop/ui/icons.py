"""Line icons in the colour of their text, and the app's own sign."""

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from connect_desktop import paths
from connect_desktop.charts.palette import LIGHT
from connect_desktop.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon


def icon(name: str, checked: str = "") -> "QIcon":
    """Return the icon called `name` in soft ink, in another colour when checked."""
    from PySide6.QtGui import QIcon  # noqa: PLC0415 - start-up: icons are drawn after the window shows

    found = QIcon(_pixmap(name, theme.palette().soft))
    if checked:
        found.addPixmap(_pixmap(name, checked), QIcon.Mode.Normal, QIcon.State.On)
    return found


@cache
def blank() -> "QIcon":
    """Return an icon that shows nothing and takes the room of one that is drawn later."""
    from PySide6.QtGui import QIcon  # noqa: PLC0415 - start-up: see above

    return QIcon(_sharp(_blank(20)))


def app_icon() -> "QIcon":
    """Return the app's own sign."""
    from PySide6.QtGui import QIcon  # noqa: PLC0415 - start-up: see above

    return QIcon(str(paths.resource("icons", "connect.svg")))


def sign(size: int) -> QPixmap:
    """Return the app's sign as a picture of `size` device-independent pixels, sharp up to 300 %.

    Drawn here as in connect.svg: the first window does not wait for a reader of SVG.
    """
    picture = _blank(size)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(picture.width() / 64, picture.height() / 64)
    painter.setPen(QPen(QColor(LIGHT.accent), 5))
    painter.drawEllipse(QPointF(27, 32), 18, 18)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setOpacity(0.8)
    painter.setBrush(QColor(LIGHT.for_body(1)))
    painter.drawEllipse(QPointF(43, 32), 13, 13)
    painter.end()
    return _sharp(picture)


@cache
def _pixmap(name: str, colour: str) -> QPixmap:
    source = paths.resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    return _drawn(source.replace("currentColor", colour).encode(), 20)


def _drawn(source: bytes, size: int) -> QPixmap:
    from PySide6.QtCore import QByteArray  # noqa: PLC0415 - start-up: as below
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - start-up: read after the first window shows

    picture = _blank(size)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(source)).render(painter, QRectF(picture.rect()))
    painter.end()
    return _sharp(picture)


def _blank(size: int) -> QPixmap:
    picture = QPixmap(3 * size, 3 * size)
    picture.fill(Qt.GlobalColor.transparent)
    return picture


def _sharp(picture: QPixmap) -> QPixmap:
    picture.setDevicePixelRatio(3)
    return picture
