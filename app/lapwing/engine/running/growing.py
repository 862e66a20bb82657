"""One result while its rows come: where they are kept, and when the owner hears of them."""

import threading
import time
from collections.abc import Callable
from typing import Final

from lapwing.domain.errors import LapwingError
from lapwing.domain.events import RowsAvailable
from lapwing.domain.results import ResultHandle
from lapwing.domain.values import Row
from lapwing.engine.running.outlet import Outlet
from lapwing.engine.running.sinks import RowSink
from lapwing.results.layout import EncodedPage

NEWS_S: Final = 0.1
"""Rows are announced ten times a second ..."""
_EARLY_NEWS_S: Final = 0.015
_EARLY_ROWS: Final = 1_000
"""... but for the first thousand, which a person is waiting for."""


class GrowingResult:
    """Rows on their way into a sink. Run's thread, but for `tell_late_rows`.

    Attributes:
        sink: Takes the rows.
        outlet: The way to the owner; another one when somebody else reads on.
        row_count: Rows appended; after `end` those that are kept.
    """

    def __init__(self, sink: RowSink, outlet: Outlet, first_rows: int) -> None:
        """Announce the first `first_rows` as soon as they are there."""
        self.sink = sink
        self.row_count = 0
        self.outlet = outlet
        self._first_rows = first_rows
        self._announced = 0
        self._last_news = time.monotonic()
        self._using_sink = threading.Lock()
        self._failure: LapwingError | None = None
        self._ended = False

    @property
    def handle(self) -> ResultHandle:
        return self.sink.handle

    def append(self, rows: list[Row]) -> None:
        """Keep rows.

        Raises:
            LapwingError: What the sink raises, now or when it was flushed in between.
        """
        self._take(lambda: self.sink.append(rows), len(rows))

    def append_pages(self, pages: list[EncodedPage]) -> None:
        """Keep rows that come as pages; raises what `append` raises."""
        self._take(lambda: self.sink.append_pages(pages), sum(page.rows for page in pages))

    def _take(self, keep: Callable[[], None], count: int) -> None:
        with self._using_sink:
            if self._failure is not None:
                raise self._failure
            keep()
            self.row_count += count
            has_news = self._news_are_due()
            if has_news:
                self._announce()
        if has_news:
            self.outlet.wait_for_room()

    def _news_are_due(self) -> bool:
        if self._announced == 0 and self.row_count >= self._first_rows:
            return True
        pace = _EARLY_NEWS_S if self.row_count <= _EARLY_ROWS else NEWS_S
        return time.monotonic() - self._last_news >= pace

    def announce(self) -> None:
        """Let the owner see every row so far; raises what the sink raises."""
        with self._using_sink:
            self._announce()

    def _announce(self) -> None:
        count = self.sink.flush()
        self._last_news = time.monotonic()
        if count != self._announced:
            self._announced = count
            self.outlet.post(RowsAvailable(self.handle.result_id, count))

    def tell_late_rows(self) -> None:
        """Announce rows that wait longer than they should, since no more have come. Any thread; never waits."""
        if not self._using_sink.acquire(blocking=False):
            return
        try:
            is_late = time.monotonic() - self._last_news >= NEWS_S
            if is_late and self.row_count != self._announced and not self._ended and self._failure is None:
                self._announce()
        except LapwingError as error:
            self._failure = error  # raised in the run's thread with the next rows, or at the end
        finally:
            self._using_sink.release()

    def end(self) -> LapwingError | None:
        """Close the sink; gives why the last rows could not be kept, or None when they are."""
        with self._using_sink:
            self._ended = True
            try:
                self.row_count = self.sink.flush()
            except LapwingError as error:
                self._failure = self._failure or error
                self.row_count = self._announced
            finally:
                self.sink.close()
        return self._failure
