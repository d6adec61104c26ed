"""What a Linux machine lacks for Qt, and whether it has a screen.

Standard library only, since it runs before anything is installed:

    python system.py lacking apt|dnf|pacman|zypper|other    prints the missing packages, one a line
    python system.py screen                                 exit 0 when a screen answers, else 1
"""

import ctypes
import os
import sys
from pathlib import Path

COLUMNS = ("library", "apt", "dnf", "pacman", "zypper")
LIBRARIES = """
libglib-2.0.so.0         libglib2.0-0         glib2                glib2                libglib-2_0-0
libgthread-2.0.so.0      libglib2.0-0         glib2                glib2                libgthread-2_0-0
libdbus-1.so.3           libdbus-1-3          dbus-libs            dbus                 libdbus-1-3
libfontconfig.so.1       libfontconfig1       fontconfig           fontconfig           libfontconfig1
libfreetype.so.6         libfreetype6         freetype             freetype2            libfreetype6
libEGL.so.1              libegl1              libglvnd-egl         libglvnd             Mesa-libEGL1
libGL.so.1               libgl1               libglvnd-glx         libglvnd             Mesa-libGL1
libX11.so.6              libx11-6             libX11               libx11               libX11-6
libX11-xcb.so.1          libx11-xcb1          libX11-xcb           libx11               libX11-xcb1
libxkbcommon.so.0        libxkbcommon0        libxkbcommon         libxkbcommon         libxkbcommon0
libxkbcommon-x11.so.0    libxkbcommon-x11-0   libxkbcommon-x11     libxkbcommon-x11     libxkbcommon-x11-0
libxcb.so.1              libxcb1              libxcb               libxcb               libxcb1
libxcb-randr.so.0        libxcb-randr0        libxcb               libxcb               libxcb-randr0
libxcb-render.so.0       libxcb-render0       libxcb               libxcb               libxcb-render0
libxcb-shape.so.0        libxcb-shape0        libxcb               libxcb               libxcb-shape0
libxcb-shm.so.0          libxcb-shm0          libxcb               libxcb               libxcb-shm0
libxcb-sync.so.1         libxcb-sync1         libxcb               libxcb               libxcb-sync1
libxcb-xfixes.so.0       libxcb-xfixes0       libxcb               libxcb               libxcb-xfixes0
libxcb-xkb.so.1          libxcb-xkb1          libxcb               libxcb               libxcb-xkb1
libxcb-util.so.1         libxcb-util1         xcb-util             xcb-util             libxcb-util1
libxcb-cursor.so.0       libxcb-cursor0       xcb-util-cursor      xcb-util-cursor      libxcb-cursor0
libxcb-icccm.so.4        libxcb-icccm4        xcb-util-wm          xcb-util-wm          libxcb-icccm4
libxcb-image.so.0        libxcb-image0        xcb-util-image       xcb-util-image       libxcb-image0
libxcb-keysyms.so.1      libxcb-keysyms1      xcb-util-keysyms     xcb-util-keysyms     libxcb-keysyms1
libxcb-render-util.so.0  libxcb-render-util0  xcb-util-renderutil  xcb-util-renderutil  libxcb-render-util0
""".strip().splitlines()
FONT = ("a font", "fonts-dejavu-core", "dejavu-sans-fonts", "ttf-dejavu", "dejavu-fonts")


def lacking(column: int) -> list[str]:
    """Return what to install, in the words of one package manager, without repeats."""
    rows = [row for line in LIBRARIES if not _loads((row := line.split())[0])]
    if not _has_font():
        rows.append(list(FONT))
    return list(dict.fromkeys(row[column] for row in rows))


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _has_font() -> bool:
    try:
        fontconfig = ctypes.CDLL("libfontconfig.so.1")
    except OSError:
        return False
    fontconfig.FcInitLoadConfigAndFonts.restype = ctypes.c_void_p
    fontconfig.FcConfigGetFonts.restype = ctypes.POINTER(ctypes.c_int)
    config = ctypes.c_void_p(fontconfig.FcInitLoadConfigAndFonts())
    found = (fontconfig.FcConfigGetFonts(config, which) for which in (0, 1))
    return any(fonts and fonts[0] > 0 for fonts in found)


def screen() -> bool:
    """Return whether a Wayland or X11 screen answers."""
    return _wayland_answers() or _x11_answers()


def _wayland_answers() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY")
    return bool(name) and Path(os.environ.get("XDG_RUNTIME_DIR", "/run"), str(name)).is_socket()


def _x11_answers() -> bool:
    if not os.environ.get("DISPLAY"):
        return False
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    answers = bool(xcb.xcb_connection_has_error(connection) == 0)
    xcb.xcb_disconnect(connection)
    return answers


def main(arguments: list[str]) -> int:
    """Run one of the two questions."""
    if arguments[0] == "screen":
        return 0 if screen() else 1
    manager = arguments[1]
    for name in lacking(COLUMNS.index(manager) if manager in COLUMNS else 0):
        print(name)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
