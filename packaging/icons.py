"""Draws the app's icon in the formats the platforms want, from resources/icons/connect.svg into build/icons/.

python packaging/icons.py
"""

import os
from pathlib import Path

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

PROJECT = Path(__file__).resolve().parent.parent
DRAWING = PROJECT / "resources" / "icons" / "connect.svg"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512, 1024)


def draw(size: int, path: Path) -> None:
    """Write the icon as a PNG of `size` × `size` pixels."""
    picture = QImage(size, size, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    picture.save(str(path))


def main() -> None:
    """Write every size as PNG, then connect.ico and connect.icns."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication([])
    folder = PROJECT / "build" / "icons"
    folder.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        draw(size, folder / f"connect-{size}.png")
    app.quit()
    with Image.open(folder / "connect-1024.png") as largest:
        largest.save(folder / "connect.ico", sizes=[(size, size) for size in SIZES if size <= 256])
        largest.save(folder / "connect.icns")


if __name__ == "__main__":
    main()
