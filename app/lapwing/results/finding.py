"""Finding text in a result: by bytes first, then confirmed cell by cell.

Text lies in a page as it is (UTF-8), so a rare word is found by searching the file's bytes and decoding only the pages
that hold a hit. What is not text in the file (numbers, binary shown as hex, escapes of invalid text) is searched by
decoding; so is text whose case is folded outside ASCII.
"""

import re
from collections.abc import Callable, Iterator

from lapwing.domain.errors import StatementCancelled
from lapwing.domain.values import Cell, LongCell, cell_text
from lapwing.results.layout import PageEntry
from lapwing.results.source import FileRowSource, whole_cell

_BLOCK_BYTES = 4 << 20
_IN_NUMBERS = re.compile(r"[0-9a-fx+.\-]+|-?i?n?f?", re.IGNORECASE)
"""Needles that can occur in the shown text of a number or of binary."""


def find_rows(
    source: FileRowSource,
    text: str,
    column: int | None = None,
    *,
    match_case: bool = False,
    stop: Callable[[], bool] = lambda: False,
) -> Iterator[int]:
    """Numbers of the announced rows that show `text` in a cell (of `column`, or any), in row order.

    Without `match_case`, text of ASCII alone ignores the case of ASCII letters, other text all case. NULL shows
    nothing.

    Raises:
        IndexError: There is no such column.
        StatementCancelled: `stop` said so.
        OSError, ResultBroken: The result cannot be read.
    """
    if column is not None and not 0 <= column < len(source.columns):
        raise IndexError(f"There is no column {column}.")
    if not text:
        return
    shows = text_test(text, match_case)
    columns = range(len(source.columns)) if column is None else (column,)
    for entry in _candidate_pages(source, text, match_case, stop):
        _heed(stop)
        for number, row in enumerate(source.rows(entry.first_row, entry.rows), entry.first_row):
            if any(row[place] is not None and shows(_shown(source, row[place])) for place in columns):
                yield number


def _heed(stop: Callable[[], bool]) -> None:
    if stop():
        raise StatementCancelled


def _shown(source: FileRowSource, cell: Cell) -> str:
    """All of the text that the cell stands for."""
    if isinstance(cell, str):
        return cell
    return cell_text(whole_cell(source, cell) if isinstance(cell, LongCell) else cell)


def text_test(text: str, match_case: bool) -> Callable[[str], bool]:
    """What tells whether a shown text holds `text`."""
    if match_case:
        return lambda shown: text in shown
    if text.isascii():
        search = re.compile(re.escape(text), re.IGNORECASE | re.ASCII).search
        return lambda shown: search(shown) is not None
    folded = text.casefold()
    return lambda shown: folded in shown.casefold()


def _candidate_pages(
    source: FileRowSource, text: str, match_case: bool, stop: Callable[[], bool]
) -> Iterator[PageEntry]:
    """The pages that may hold a hit, in order."""
    if not (match_case or text.isascii()) or _IN_NUMBERS.fullmatch(text) or "\\" in text:
        yield from source.entries()
        return
    needle = text.encode("utf-8", "surrogatepass")
    entries = source.entries()
    entry = next(entries, None)
    done = 0
    for offset in _hits(source, needle, match_case, stop):
        if offset < done:
            continue
        # a long cell lies before its page, so a hit belongs to the first page that ends behind it
        while entry is not None and entry.offset + entry.length <= offset:
            entry = next(entries, None)
        if entry is None:
            return
        yield entry
        done = entry.offset + entry.length


def _hits(source: FileRowSource, needle: bytes, match_case: bool, stop: Callable[[], bool]) -> Iterator[int]:
    """File offsets of every hit, ascending, read in blocks that overlap by the needle's length."""
    wanted = needle if match_case else needle.lower()
    keep = len(wanted) - 1
    base = 0
    tail = b""
    while block := source.raw(base, _BLOCK_BYTES):
        _heed(stop)
        data = tail + (block if match_case else block.lower())
        start = base - len(tail)
        at = data.find(wanted)
        while at >= 0:
            yield start + at
            at = data.find(wanted, at + 1)
        tail = data[max(0, len(data) - keep) :]
        base += len(block)
