"""Line icons in the colour of their text, and the app's own sign."""

from functools import cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPen, QPixmap

from connect_desktop import paths
from connect_desktop.charts.palette import LIGHT
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
    """Return the app's sign as a picture of `size` device-independent pixels, sharp up to 300 %.

    Drawn here as in connect.svg: the first window does not wait for a reader of SVG.
    """
    image = _blank(size)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(image.width() / 64, image.height() / 64)
    painter.setPen(QPen(QColor(LIGHT.accent), 5))
    painter.drawEllipse(QPointF(27, 32), 18, 18)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setOpacity(0.8)
    painter.setBrush(QColor(LIGHT.for_body(1)))
    painter.drawEllipse(QPointF(43, 32), 13, 13)
    painter.end()
    return _sharp(image)


@cache
def _pixmap(name: str, colour: str) -> QPixmap:
    source = paths.resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    return _drawn(source.replace("currentColor", colour).encode(), 20)


def _drawn(source: bytes, size: int) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - start-up: read after the first window shows

    image = _blank(size)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(source)).render(painter, QRectF(image.rect()))
    painter.end()
    return _sharp(image)


def _blank(size: int) -> QImage:
    image = QImage(QSize(size, size) * 3, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image


def _sharp(image: QImage) -> QPixmap:
    pixmap = QPixmap.fromImage(image)
    pixmap.setDevicePixelRatio(3)
    return pixmap
