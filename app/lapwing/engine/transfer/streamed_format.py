"""A format that somebody else writes, piece by piece on the event loop, while rows come from a thread."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import aclosing
from itertools import chain
from typing import ClassVar, Final

from lapwing.domain.results import Column
from lapwing.domain.transfer import WriteOptions
from lapwing.domain.transfer_errors import BytesAsEscapes
from lapwing.domain.values import RawText, Row
from lapwing.engine.jobs.job import Job
from lapwing.engine.transfer.converting import WritesRows
from lapwing.engine.transfer.on_loop import OnLoop
from lapwing.engine.transfer.target import Target
from lapwing.formats.base import Format

_MOST_ROWS: Final = 500
_MOST_SIZE: Final = 400_000
"""Characters and bytes: rows are gathered, since each batch costs a way to the writer and back."""


class StreamedFormat(Format):
    """Writes to its target itself, one piece after the other; its methods give no bytes.

    The thread that has the rows waits until the one before the last batch was taken, so that only a few are in memory.
    """

    between: ClassVar[bytes] = b""

    def __init__(
        self,
        columns: Sequence[Column],
        options: WriteOptions,
        writes: WritesRows,
        target: Target,
        job: Job,
        loop: asyncio.AbstractEventLoop,
    ) -> None:
        super().__init__(columns, options)
        self._writes = writes
        self._target = target
        self._on_loop = OnLoop(loop, job)
        self._gathered: list[Row] = []
        self._size = 0
        self._batches: asyncio.Queue[list[Row] | None] = asyncio.Queue(1)
        self._writing: asyncio.Task[None] | None = None

    # the thread that has the rows

    def head(self) -> bytes:
        self._on_loop.wait(self._begin())
        return b""

    def written(self, rows: Sequence[Row]) -> bytes:
        self._gathered += rows
        self._size += sum(len(cell) for row in rows for cell in row if isinstance(cell, str | bytes))
        if len(self._gathered) >= _MOST_ROWS or self._size >= _MOST_SIZE:
            self._hand_over()
        if RawText in set(map(type, chain.from_iterable(rows))):
            for number, row in enumerate(rows, self.row_count + 1):
                self._note(row, number)
        return b""

    def _note(self, row: Row, number: int) -> None:
        if count := sum(type(cell) is RawText for cell in row):
            self.notes.add(BytesAsEscapes, number, count)

    def rest(self) -> bytes:
        if self._gathered:
            self._hand_over()
        return b""

    def _hand_over(self) -> None:
        rows, self._gathered, self._size = self._gathered, [], 0
        self._on_loop.wait(self._give(rows))

    def tail(self) -> bytes:
        self._on_loop.wait(self._finish())
        return b""

    def close(self) -> None:
        """Nothing is written any more when this returns."""
        self._on_loop.wait(self._stop(), is_cancellable=False)

    # the event loop

    async def _begin(self) -> None:
        self._writing = asyncio.create_task(self._write(), name="export by a plugin")

    async def _write(self) -> None:
        async with aclosing(self._writes.written(self.columns, self._rows())) as pieces:
            async for piece in pieces:
                writing = asyncio.ensure_future(asyncio.to_thread(self._target.write, piece))
                try:
                    await asyncio.shield(writing)
                except asyncio.CancelledError:
                    await asyncio.wait([writing])  # or it would write to what is closed
                    raise

    async def _rows(self) -> AsyncIterator[list[Row]]:
        while (rows := await self._batches.get()) is not None:
            yield rows

    async def _give(self, rows: list[Row] | None) -> None:
        """Raises what ended the writing before it had all rows."""
        assert self._writing is not None
        giving = asyncio.ensure_future(self._batches.put(rows))
        try:
            await asyncio.wait((giving, self._writing), return_when=asyncio.FIRST_COMPLETED)
            if self._writing.done():
                self._writing.result()
        finally:
            giving.cancel()

    async def _finish(self) -> None:
        assert self._writing is not None
        await self._give(None)
        await asyncio.wait([self._writing])
        self._writing.result()

    async def _stop(self) -> None:
        if self._writing is not None and not self._writing.done():
            self._writing.cancel()
            await asyncio.wait([self._writing])
