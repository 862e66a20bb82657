"""Pictures of views compared with those that were accepted.

Only what is the same on every machine is drawn: the shipped fonts, a fixed size, no blinking caret. Glyphs may still be
smoothed a little otherwise, so pictures are compared by the mean colours of small blocks. Accept new ones with
`LAPWING_GOLDEN=accept make test ARGS=tests/gui/test_golden_views.py`, and look at them before they are committed.
"""

import asyncio
import os
from pathlib import Path
from typing import Final

import numpy as np
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

FOLDER: Final = Path(__file__).parents[1] / "golden" / "views"
ACCEPTS: Final = os.environ.get("LAPWING_GOLDEN") == "accept"
_BLOCK_PX: Final = 8
_TOLERANCE: Final = 20
"""Of 255, for the mean of a block in any channel: smoothing stays below, a letter more or less does not."""
_MOST_BLOCKS: Final = 10
"""So many blocks may differ: a rounding at an edge, never a word."""
_SETTLES_S: Final = 2.0
"""Facts that are read beside a view are there by then when a picture is taken to be accepted."""
_ATTEMPTS: Final = 60
"""Looks until a view is called another one."""

_Means = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


def _blocks(image: QImage) -> _Means:
    """Mean colours, by row and column of blocks; what is left at the edges counts as a block of its own."""
    rgb = image.convertToFormat(QImage.Format.Format_RGB888)
    lines = np.frombuffer(rgb.constBits(), np.uint8).reshape(rgb.height(), rgb.bytesPerLine())
    pixels = lines[:, : rgb.width() * 3].reshape(rgb.height(), rgb.width(), 3).astype(np.float64)
    below, beside = -rgb.height() % _BLOCK_PX, -rgb.width() % _BLOCK_PX
    whole = np.pad(pixels, ((0, below), (0, beside), (0, 0)), mode="edge")
    rows, columns = whole.shape[0] // _BLOCK_PX, whole.shape[1] // _BLOCK_PX
    means: _Means = whole.reshape(rows, _BLOCK_PX, columns, _BLOCK_PX, 3).mean(axis=(1, 3))
    return means


def difference(seen: QImage, golden: QImage) -> str:
    """Where two pictures differ, in words; empty where they are the same within the tolerance."""
    if seen.size() != golden.size():
        return f"{seen.width()} x {seen.height()} pixels instead of {golden.width()} x {golden.height()}"
    apart = (abs(_blocks(seen) - _blocks(golden)) > _TOLERANCE).any(axis=2)
    if apart.sum() <= _MOST_BLOCKS:
        return ""
    rows, columns = np.nonzero(apart)
    left, top, right, bottom = columns.min(), rows.min(), columns.max() + 1, rows.max() + 1
    place = ", ".join(str(int(edge) * _BLOCK_PX) for edge in (left, top, right, bottom))
    return f"{int(apart.sum())} blocks of {_BLOCK_PX} pixels differ, between {place} (left, top, right, bottom)"


async def looks_as_accepted(view: QWidget, name: str, folder: Path) -> str:
    """Wait until a view looks like its accepted picture, or accept how it looks now.

    Args:
        folder: Where the picture is left when it stays another one.

    Returns:
        What is wrong in words, else an empty text.
    """
    path = FOLDER / f"{name}.png"
    if ACCEPTS:
        await asyncio.sleep(_SETTLES_S)
        FOLDER.mkdir(parents=True, exist_ok=True)
        picture = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
        picture.save(str(path), "PNG", 0)  # type: ignore[call-overload]
        return ""
    golden = QImage(str(path))
    if golden.isNull():
        return f"{name}: there is no accepted picture"
    wrong = ""
    for _ in range(_ATTEMPTS):
        seen = view.grab().toImage()
        wrong = difference(seen, golden)
        if not wrong:
            return ""
        await asyncio.sleep(_SETTLES_S / 10)
    seen.save(str(folder / f"{name}.png"))
    return f"{name}: {wrong}; it is {folder / name}.png, accepted was {path}"
