"""Draws an SVG in a process of its own, which can be ended: a small file can ask for hours of drawing.

The request on standard input is a line of JSON (`color`, `ratio`) with the file behind it, up to the end. The answer is
a line of JSON, and behind it the pixels (`QImage.Format_ARGB32_Premultiplied`). The window's end is `pictures`.
"""

import json
import os
import signal
import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

LARGEST_PX: Final = 2_048
_MOST_S: Final = 20
"""More than the window waits."""
_MOST_MEMORY_BYTES: Final = 4 << 30


def main() -> int:
    """Answer one request."""
    _limit()
    head, _, data = sys.stdin.buffer.read().partition(b"\n")
    request = json.loads(head)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    sys.stdout.buffer.write(_answer(data, str(request["color"]), float(request["ratio"])))
    sys.stdout.buffer.flush()
    return 0


def _limit() -> None:
    """Have the system end this process, whatever it does then: the window may be gone."""
    if hasattr(signal, "setitimer"):
        import resource

        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, _MOST_S)
        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY_BYTES, _MOST_MEMORY_BYTES))


def _answer(data: bytes, color: str, ratio: float) -> bytes:
    from PySide6.QtGui import QGuiApplication, QImage

    from lapwing.gui.plugins.svg_reading import SvgRefused, safe_svg

    _application = QGuiApplication(["lapwing"])  # fonts need one
    try:
        safe = safe_svg(data, color)
        image, width, height = _drawn(safe.data, ratio)
    except SvgRefused as refused:
        return json.dumps({"refused": str(refused)}).encode() + b"\n"
    image = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    told = {
        "width": image.width(),
        "height": image.height(),
        "stride": image.bytesPerLine(),
        "size": [width, height],
        "needs_paper": not safe.follows_text,
    }
    return json.dumps(told).encode() + b"\n" + bytes(image.constBits())


def _drawn(data: bytes, ratio: float) -> "tuple[QImage, int, int]":
    """The picture, and the size that the file says."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
    from PySide6.QtGui import QImageReader

    from lapwing.gui.plugins.svg_reading import SvgRefused

    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"svg"))
    size = reader.size()
    if not size.isValid() or size.isEmpty():
        raise SvgRefused("damaged")
    wanted = QSize(round(min(size.width() * ratio, 1e6)), round(min(size.height() * ratio, 1e6)))
    if max(wanted.width(), wanted.height()) > LARGEST_PX:
        wanted = wanted.scaled(LARGEST_PX, LARGEST_PX, Qt.AspectRatioMode.KeepAspectRatio)
    reader.setScaledSize(wanted.expandedTo(QSize(1, 1)))
    image = reader.read()
    if image.isNull():
        raise SvgRefused("damaged")
    return image, size.width(), size.height()


if __name__ == "__main__":
    sys.exit(main())
