"""Pictures in values: told by their first bytes, decoded with limits, in a thread of their own."""

import asyncio
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from lapwing.gui.results.inspector.byte_source import ByteSource

MOST_BYTES: Final = 64 << 20
_MOST_PIXELS: Final = 100_000_000
_ALLOCATION_MB: Final = 512
_LARGEST_PX: Final = 2_048
"""Larger pictures are made smaller while they are read."""
_MAGIC: Final = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"BM", "bmp"),
)


class ImageRefused(ValueError):
    """The picture is not drawn; the reason says why, in a word for code: `large`, `damaged` or `unknown`."""


def image_format(start: bytes) -> str:
    """The name of the format that these first bytes are of; empty for none that is drawn. SVG is none: it is text that
    can ask for other files."""
    if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
        return "webp"
    return next((name for magic, name in _MAGIC if start.startswith(magic)), "")


async def decoded(source: ByteSource) -> tuple[QImage, QSize]:
    """The picture, at most 2048 pixels wide and high, and its true size.

    Raises:
        ImageRefused: It is too large, damaged, or of no known format.
        OSError, ValueError: Its bytes cannot be read.
    """
    if source.size > MOST_BYTES:
        raise ImageRefused("large")
    return await asyncio.to_thread(_decode, source)


def _decode(source: ByteSource) -> tuple[QImage, QSize]:
    data = source.read(0, source.size)
    name = image_format(data[:16])
    if name.encode() not in [bytes(found.data()) for found in QImageReader.supportedImageFormats()]:
        raise ImageRefused("unknown")
    QImageReader.setAllocationLimit(_ALLOCATION_MB)
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(name.encode()))
    reader.setDecideFormatFromContent(False)
    size = reader.size()
    if size.isValid() and size.width() * size.height() > _MOST_PIXELS:
        raise ImageRefused("large")
    if max(size.width(), size.height()) > _LARGEST_PX:
        reader.setScaledSize(size.scaled(_LARGEST_PX, _LARGEST_PX, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise ImageRefused("damaged")
    return image, size if size.isValid() else image.size()
