"""What a plugin prints, on its way into its log: by lines, cut where they are long, slowed down where they are many."""

import asyncio
from collections.abc import Callable
from typing import Final

_AT_ONCE_BYTES: Final = 64 << 10
_BETWEEN_S: Final = 0.02
_LONGEST_LINE: Final = 4_000
_LINES_AT_ONCE: Final = 100


async def follow_output(output: asyncio.StreamReader, log: Callable[[str, str], None]) -> None:
    """Log each line as it comes, until there are no more; a plugin that prints faster than that waits."""
    left = b""
    while piece := await output.read(_AT_ONCE_BYTES):
        *lines, left = (left + piece).split(b"\n")
        for line in lines[:_LINES_AT_ONCE]:
            _tell(line, log)
        if len(lines) > _LINES_AT_ONCE:
            log("warning", f"{len(lines) - _LINES_AT_ONCE:,} lines more were printed at once, and are left out.")
        if len(left) > _LONGEST_LINE:
            _tell(left, log)
            left = b""
        await asyncio.sleep(_BETWEEN_S)
    _tell(left, log)


def _tell(line: bytes, log: Callable[[str, str], None]) -> None:
    text = line[:_LONGEST_LINE].decode(errors="replace").rstrip()
    if text:
        log("print", text)
