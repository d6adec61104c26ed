"""Line icons in the colour of their text, and the app's own sign."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from connect_desktop import paths
from connect_desktop.ui import theme


def icon(name: str, colour: str | None = None, checked: str | None = None) -> QIcon:
    """Return the icon called `name` in `colour` (soft ink unless told), another colour when checked."""
    found = QIcon(_pixmap(name, colour or theme.palette().soft))
    if checked:
        found.addPixmap(_pixmap(name, checked), QIcon.Mode.Normal, QIcon.State.On)
    return found


def app_icon() -> QIcon:
    """Return the app's own sign."""
    return QIcon(str(paths.resource("icons", "connect.svg")))


def sign(size: int) -> QPixmap:
    """Return the app's sign as a picture of `size` device-independent pixels, sharp up to 300 %."""
    return _drawn(paths.resource("icons", "connect.svg").read_bytes(), size)


@cache
def _pixmap(name: str, colour: str) -> QPixmap:
    source = paths.resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    return _drawn(source.replace("currentColor", colour).encode(), 20)


def _drawn(source: bytes, size: int) -> QPixmap:
    image = QImage(QSize(size, size) * 3, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(source)).render(painter, QRectF(image.rect()))
    painter.end()
    pixmap = QPixmap.fromImage(image)
    pixmap.setDevicePixelRatio(3)
    return pixmap
