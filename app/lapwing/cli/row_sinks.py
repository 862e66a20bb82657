"""From the session's thread straight to standard output: no result file, and no row is kept."""

import zlib
from collections.abc import Callable, Sequence

from lapwing.cli.errors import ResultChanged
from lapwing.cli.output import Output
from lapwing.domain.results import Column, ResultHandle
from lapwing.domain.values import Row
from lapwing.engine.running.sinks import RowSink
from lapwing.formats.base import Format
from lapwing.results.codecs import CELLS, rows_of
from lapwing.results.layout import EncodedPage


class OutputSinks:
    """A sink for each result of a run, all into one output (`SinkMaker`).

    What closes a result (JSON's bracket) is written when the next one begins, or by `finish` when the run has ended
    well: a result that an error cut off stays open, so that no reader takes it for whole.
    """

    def __init__(self, make_format: Callable[[Sequence[Column]], Format], output: Output) -> None:
        self._make_format = make_format
        self._output = output
        self._last: OutputSink | None = None

    def open(self, columns: tuple[Column, ...], run_id: str, codec: str = CELLS) -> "OutputSink":
        """The next result; the one before has ended well, since an error ends a run."""
        new_format = self._make_format(columns)
        if self._last is not None:
            self._last.end()
            self._output.write(new_format.between)
        self._last = OutputSink(new_format, _Stream(self._output), codec)
        return self._last

    def open_again(self, sink: RowSink, run_id: str) -> "OutputSink":
        """The same result from its first row; what is out already is not written twice."""
        assert sink is self._last
        again = self._make_format(sink.handle.columns)
        self._last = OutputSink(again, self._last.stream.repeated(), sink.handle.codec)
        return self._last

    def finish(self) -> None:
        """The run has ended well."""
        if self._last is not None:
            self._last.end()


class OutputSink:
    """One result on its way out. Raises what `Output.write` raises, and `ResultChanged`."""

    def __init__(self, new_format: Format, stream: "_Stream", codec: str = CELLS) -> None:
        self.handle = ResultHandle("", "", codec, new_format.columns)
        self.format = new_format
        self.stream = stream
        self._count = 0
        stream.write(new_format.head())

    def append(self, rows: Sequence[Row]) -> None:
        self.stream.write(self.format.rows(rows))
        self._count += len(rows)

    def append_pages(self, pages: Sequence[EncodedPage]) -> None:
        self.append(rows_of(pages, self.handle.codec, self.handle.columns))

    def flush(self) -> int:
        """Nothing is ever held back but what a format measures."""
        return self._count

    def close(self) -> None:
        """Write what the format held back, unless nothing can be written any more."""
        if not self.stream.has_failed:
            self.stream.write(self.format.rest())

    def end(self) -> None:
        """Nothing cut this result off: close it."""
        self.stream.write(self.format.tail())
        self.stream.see_all_repeated()


class _Stream:
    """The bytes of one result; when it is read again, those that are out already are compared instead of written.

    Attributes:
        has_failed: Whether a write failed, so that there is no use in another.
    """

    def __init__(self, output: Output, skip_bytes: int = 0, skip_sum: int = 0) -> None:
        self._output = output
        self._skip_bytes = skip_bytes
        self._skip_sum = skip_sum
        self._written_bytes = 0
        self._sum = 0
        self.has_failed = False

    def repeated(self) -> "_Stream":
        """A stream for the same result from its beginning."""
        return _Stream(self._output, self._written_bytes, self._sum)

    def write(self, data: bytes) -> None:
        self.has_failed = True  # until it has not
        left = self._skip_bytes - self._written_bytes
        if left > 0:
            self._count(data[:left])
            if self._written_bytes == self._skip_bytes and self._sum != self._skip_sum:
                raise ResultChanged
            data = data[left:]
        if data:
            self._output.write(data)
            self._count(data)
        self.has_failed = False

    def see_all_repeated(self) -> None:
        """A result that was read again must not be shorter than what is out already."""
        if self._written_bytes < self._skip_bytes:
            raise ResultChanged

    def _count(self, data: bytes) -> None:
        self._written_bytes += len(data)
        self._sum = zlib.crc32(data, self._sum)
