"""SVG and PNG of plugins become pictures: beside Qt's thread, within limits, without asking for anything else."""

import asyncio
import json
import subprocess
import sys
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.plugins.documents import PartKind
from lapwing.gui.plugins.picture_worker import LARGEST_PX
from lapwing.gui.plugins.svg_reading import MOST_BYTES

PATIENCE_S: Final = 6.0
_MOST_PIXELS: Final = 40_000_000
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_FROZEN: Final = bool(getattr(sys, "frozen", False))
_WORKER: Final = ("picture-worker",) if _FROZEN else ("-X", "utf8", "-m", "lapwing", "picture-worker")


class PictureRefused(ValueError):
    """It is not drawn; the reason says why, in a word for code: `large`, `damaged` or `slow`."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it is drawn.

    Attributes:
        image: At most 2048 pixels wide and high.
        size: As the file says, in pixels.
        needs_paper: Whether it was made for white ground.
    """

    image: QImage
    size: QSize
    needs_paper: bool


async def drawn(kind: PartKind, data: bytes, color: str, ratio: float, patience_s: float = PATIENCE_S) -> Picture:
    """The picture in a file.

    Args:
        kind: SVG or PNG.
        data: The file.
        color: `#rrggbb`, which an SVG may ask for as `currentColor`.
        ratio: Pixels of the screen for each of an SVG's own.
        patience_s: How long drawing an SVG may take.

    Raises:
        PictureRefused: It is too large, damaged, or takes too long.
    """
    if len(data) > MOST_BYTES:
        raise PictureRefused("large")
    if kind is PartKind.PNG:
        return await asyncio.to_thread(_read_png, data)
    return await asyncio.to_thread(_ask_worker, data, color, ratio, patience_s)


def _ask_worker(data: bytes, color: str, ratio: float, patience_s: float) -> Picture:
    request = json.dumps({"color": color, "ratio": ratio}).encode() + b"\n" + data
    try:
        done = subprocess.run(
            [sys.executable, *_WORKER], input=request, capture_output=True, timeout=patience_s, check=False
        )
    except subprocess.TimeoutExpired as late:
        raise PictureRefused("slow") from late
    head, _, pixels = done.stdout.partition(b"\n")
    if done.returncode or not head:
        raise PictureRefused("damaged")
    told = json.loads(head)
    if "refused" in told:
        raise PictureRefused(told["refused"])
    width, height, stride = told["width"], told["height"], told["stride"]
    image = QImage(pixels, width, height, stride, QImage.Format.Format_ARGB32_Premultiplied).copy()
    return Picture(image, QSize(*told["size"]), told["needs_paper"])


def _read_png(data: bytes) -> Picture:
    if not data.startswith(_PNG):
        raise PictureRefused("damaged")
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"png"))
    reader.setDecideFormatFromContent(False)
    size = reader.size()
    if not size.isValid() or size.isEmpty():
        raise PictureRefused("damaged")
    if size.width() * size.height() > _MOST_PIXELS:
        raise PictureRefused("large")
    if max(size.width(), size.height()) > LARGEST_PX:
        reader.setScaledSize(size.scaled(LARGEST_PX, LARGEST_PX, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise PictureRefused("damaged")
    return Picture(image, size, needs_paper=False)
