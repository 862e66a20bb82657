"""Where the rows of a run go: into result files, or straight to a command line's output."""

import threading
import uuid
from collections.abc import Callable, Sequence
from typing import Protocol

from lapwing.domain.errors import DiskFull, ResultUnknown
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.results import Column, ResultHandle
from lapwing.domain.values import Row
from lapwing.results.codecs import CELLS
from lapwing.results.folder import ResultFolder
from lapwing.results.layout import EncodedPage, ResultBroken
from lapwing.results.source import FileRowSource
from lapwing.results.writer import ResultWriter


class RowSink(Protocol):
    """Takes the rows of one result, in the run's thread. What it raises ends the result as partial."""

    handle: ResultHandle

    def append(self, rows: Sequence[Row]) -> None:
        """Take rows; may block while the reader is behind."""
        ...

    def append_pages(self, pages: Sequence[EncodedPage]) -> None:
        """Take rows as pages of the result's codec; otherwise as `append`."""
        ...

    def flush(self) -> int:
        """Make the rows so far readable; returns how many there are."""
        ...

    def close(self) -> None: ...


class SinkMaker(Protocol):
    """Makes a sink for each result of a run."""

    def open(self, columns: tuple[Column, ...], run_id: str, codec: str = CELLS) -> RowSink: ...

    def open_again(self, sink: RowSink, run_id: str) -> RowSink:
        """Close a sink whose rows are void, and make one for the same result, of which all rows come again."""
        ...


class FileSink:
    """A result file that grows."""

    def __init__(self, handle: ResultHandle, writer: ResultWriter, closed: Callable[[], None]) -> None:
        """Call `closed` when no more rows will come."""
        self.handle = handle
        self._writer = writer
        self._closed = closed

    def append(self, rows: Sequence[Row]) -> None:
        self._writer.append(rows)

    def append_pages(self, pages: Sequence[EncodedPage]) -> None:
        self._writer.append_pages(pages)

    def flush(self) -> int:
        self._writer.flush()
        return self._writer.flushed_rows

    def close(self) -> None:
        self._writer.close()
        self._closed()


@dataclass(slots=True)
class KeptResult:
    """A result file and the run that made it."""

    handle: ResultHandle
    run_id: str
    replaces: str = ""
    """The result whose rows are void since it was read again; it goes when this one goes."""


class ResultFiles:
    """The results of one engine, by id. Any thread.

    Attributes:
        when_removed: Called with the id of each result that is let go of.
    """

    def __init__(self, make_folder: Callable[[], ResultFolder]) -> None:
        self._make_folder = make_folder
        self._folder: ResultFolder | None = None
        self._kept: dict[str, KeptResult] = {}
        self._guard = threading.Lock()
        self.when_removed: list[Callable[[str], None]] = []

    @property
    def folder(self) -> ResultFolder:
        """The engine's folder, made when the first result needs it.

        Raises:
            DiskFull: It cannot be made.
        """
        with self._guard:
            if self._folder is None:
                try:
                    self._folder = self._make_folder()
                except OSError as error:
                    reason = error.strerror or str(error)
                    raise DiskFull(path=error.filename or "The folder of results", reason=reason) from error
            return self._folder

    @property
    def used_bytes(self) -> int:
        return self._folder.used_bytes if self._folder else 0

    def open(self, columns: tuple[Column, ...], run_id: str, codec: str = CELLS) -> FileSink:
        """A new result file.

        Raises:
            DiskFull, ResultSpaceUsed
        """
        result_id = uuid.uuid4().hex
        folder = self.folder
        path = folder.file(result_id)
        handle = ResultHandle(result_id, str(path), codec, columns)
        writer = ResultWriter(path, columns, folder.space_for(result_id), codec)
        self._kept[result_id] = KeptResult(handle, run_id)
        return FileSink(handle, writer, lambda: self._give_room_back(result_id))

    def open_again(self, sink: RowSink, run_id: str) -> FileSink:
        """A new file for a result that is read again from its first row; raises what `open` raises.

        The old file stays as long as the new one: its reader may not have heard of the change yet.
        """
        sink.close()
        again = self.open(sink.handle.columns, run_id, sink.handle.codec)
        self._kept[again.handle.result_id].replaces = sink.handle.result_id
        return again

    def _give_room_back(self, result_id: str) -> None:
        """A result that was removed while it grew has taken more room since."""
        if result_id not in self._kept and self._folder is not None:
            self._folder.remove(result_id)

    def find(self, result_id: str) -> KeptResult:
        """A result that is still kept.

        Raises:
            ResultUnknown: There is none.
        """
        found = self._kept.get(result_id)
        if found is None:
            raise ResultUnknown
        return found

    def has(self, result_id: str) -> bool:
        """Whether a result is still kept."""
        return result_id in self._kept

    def source(self, result_id: str) -> FileRowSource:
        """The rows of a result so far; the caller closes it.

        Raises:
            ResultUnknown: There is none, or its file is no longer one.
        """
        try:
            return FileRowSource(self.find(result_id).handle.path)
        except (OSError, ResultBroken) as error:
            raise ResultUnknown from error

    def remove(self, result_id: str) -> None:
        """Delete a result's files; who has them open can still read them."""
        while (kept := self._kept.pop(result_id, None)) is not None and self._folder is not None:
            self._folder.remove(result_id)
            for tell in self.when_removed:
                tell(result_id)
            result_id = kept.replaces

    def close(self) -> None:
        if self._folder is not None:
            self._folder.close()
