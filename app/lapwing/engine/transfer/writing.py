"""Between rows and a target: one format, one pass, a look at the job now and then."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import replace

from lapwing.domain.errors import StatementCancelled
from lapwing.domain.results import Column
from lapwing.domain.transfer import WriteOptions
from lapwing.domain.transfer_errors import ExportNoRows
from lapwing.domain.values import Row
from lapwing.drivers.base import PagesCame, Reply, ResultBegan, ResultBeganAgain, RowsCame
from lapwing.engine.jobs.job import Job
from lapwing.engine.transfer.target import Target
from lapwing.formats.base import Format
from lapwing.results.codecs import CELLS, rows_of

MakesFormat = Callable[[tuple[Column, ...], WriteOptions, Target, Job], Format]
"""Makes what writes rows of these columns. It may write to the target itself, between the calls of its methods."""


class RowWriter:
    """Writes the rows of one export. One thread."""

    def __init__(self, make: MakesFormat, options: WriteOptions, dialect: str, target: Target, job: Job) -> None:
        """As a format; SQL in `dialect` where the options name none."""
        self._make = make
        self._options = options if options.dialect else replace(options, dialect=dialect)
        self._target = target
        self._job = job
        self._format: Format | None = None
        self._columns: tuple[Column, ...] = ()

    def begin(self, columns: tuple[Column, ...]) -> None:
        """Rows with these columns follow; what came before is void."""
        if self._format is not None:
            self._format.close()
            self._target.restart()
        self._columns = columns
        self._format = self._make(columns, self._options, self._target, self._job)
        self._target.write(self._format.head())

    def write(self, rows: list[Row]) -> None:
        """Raises StatementCancelled: the job was, and what the target raises."""
        if self._job.is_cancelled:
            raise StatementCancelled
        if rows:
            assert self._format is not None
            self._target.write(self._format.rows(rows))
            self._job.advance(self._format.row_count)

    def write_all(self, columns: tuple[Column, ...], batches: Iterable[list[Row]]) -> None:
        """A result that is there, to its end."""
        try:
            self.begin(columns)
            for rows in batches:
                self.write(rows)
            self.end()
        finally:
            self.close()

    def write_replies(self, replies: Iterator[Reply]) -> None:
        """What a statement brings, to its end; of several results the first one.

        Raises:
            ExportNoRows: It has no result.
            StatementCancelled
        """
        codec = CELLS
        with closing(self), closing(replies):  # type: ignore[type-var]
            for reply in replies:
                if isinstance(reply, ResultBegan):
                    if self._format is not None:
                        break
                    codec = reply.codec
                    self.begin(reply.columns)
                elif isinstance(reply, ResultBeganAgain):
                    self.begin(self._columns)
                elif isinstance(reply, RowsCame):
                    self.write(reply.rows)
                elif isinstance(reply, PagesCame):
                    self.write(rows_of(reply.pages, codec, self._columns))
                if self._job.is_cancelled:
                    raise StatementCancelled
            if self._format is None:
                raise ExportNoRows
            self.end()

    def end(self) -> None:
        """Everything was written: close the format, and tell what was written otherwise than it was."""
        assert self._format is not None
        self._target.write(self._format.rest() + self._format.tail())
        self._job.note(self._format.notes.facts())

    def close(self) -> None:
        """Nothing more is written."""
        if self._format is not None:
            self._format.close()

    @property
    def row_count(self) -> int:
        return self._format.row_count if self._format is not None else 0
