"""Each formatter is a function of one value."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

from lapwing.plugins.api import CellFacts, Plugin
from lapwing.plugins.bundled.cell_formatters.forms import compact_json, size, truth, uuid
from lapwing.plugins.bundled.cell_formatters.times import time_of

FORMATTERS: Final[Mapping[str, Callable[[str], str | None]]] = {
    "epoch-s": partial(time_of, digits=0),
    "epoch-ms": partial(time_of, digits=3),
    "epoch-us": partial(time_of, digits=6),
    "bytes-iec": partial(size, base=1024),
    "bytes-si": partial(size, base=1000),
    "uuid": uuid,
    "uuid-swapped": partial(uuid, is_swapped=True),
    "truth": truth,
    "json-compact": compact_json,
}


class CellFormatters(Plugin):
    """A value that a formatter does not understand is shown as it is."""

    def format_cells(self, formatter_id: str, cell: CellFacts, texts: Sequence[str | None]) -> Sequence[str | None]:
        form = FORMATTERS[formatter_id]
        return [None if text is None else form(text) for text in texts]
