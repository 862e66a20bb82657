"""`lapwing history`: statements that were run, as a table."""

import contextlib
import datetime as dt
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Final, cast

from lapwing.cli.caller import SilentCaller
from lapwing.cli.engine_run import run_in_engine
from lapwing.cli.messages import say
from lapwing.cli.output import Output
from lapwing.domain.errors import in_full
from lapwing.domain.history import (
    FetchHistoryEntry,
    HistoryEntry,
    HistoryEntryGone,
    HistoryPage,
    HistoryState,
    SearchHistory,
)
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.results import Column
from lapwing.domain.values import Row
from lapwing.engine.engine import Engine
from lapwing.formats.registry import FormatName, format_named

_NAMES: Final = ("id", "started", "state", "connection", "database", "seconds", "rows", "error", "pinned", "sql")
_DAY_S: Final = 86_400
_MOST_AT_ONCE: Final = 1_000


@dataclass(frozen=True, slots=True)
class HistoryOptions:
    """What was typed; empty or None where nothing was."""

    text: str
    connection: str
    database: str
    state: str
    days: int | None
    slower_s: float | None
    plugins: bool
    limit: int
    output_format: FormatName

    def search(self) -> SearchHistory:
        """The first page of what is asked for."""
        return SearchHistory(
            text=self.text,
            connection=self.connection,
            database=self.database,
            states=(HistoryState(self.state),) if self.state else (),
            since=time.time() - self.days * _DAY_S if self.days else None,
            slower_than_s=self.slower_s,
            plugins=self.plugins,
            limit=min(self.limit, _MOST_AT_ONCE),
        )


def run_history(options: HistoryOptions) -> int:
    """Write the table; returns the exit code.

    Raises:
        HistoryUnusable, StoredNewer, OutputClosed, OutputRefused
    """
    caller = SilentCaller()

    async def ask(engine: Engine) -> list[HistoryEntry]:
        return [entry async for entry in _found(engine, caller, options)]

    found = run_in_engine(ask, caller)
    names = (*_NAMES, "plugin") if options.plugins else _NAMES
    rows = [_row(entry) + ((entry.plugin_id or None,) if options.plugins else ()) for entry in found]
    table = format_named(options.output_format)(tuple(Column(name) for name in names))
    with contextlib.closing(Output()) as output:
        output.write(table.head() + (table.rows(rows) if rows else b"") + table.rest() + table.tail())
    return 0


async def _found(engine: Engine, caller: SilentCaller, options: HistoryOptions) -> AsyncIterator[HistoryEntry]:
    """The entries with all of their texts, page after page."""
    wanted, count = options.search(), 0
    while True:
        page = cast("HistoryPage", await engine.serve(caller, "history.search", wanted))
        if page.problems:
            say(in_full(page.problems))
        for entry in page.entries[: options.limit - count]:
            count += 1
            yield await _whole(engine, caller, entry)
        if not page.next or count >= options.limit:
            return
        wanted = replace(wanted, after=page.next)


async def _whole(engine: Engine, caller: SilentCaller, entry: HistoryEntry) -> HistoryEntry:
    if len(entry.sql) == entry.characters:
        return entry
    try:
        return cast("HistoryEntry", await engine.serve(caller, "history.entry", FetchHistoryEntry(entry.id)))
    except HistoryEntryGone:
        return entry  # deleted meanwhile


def _row(entry: HistoryEntry) -> Row:
    started = dt.datetime.fromtimestamp(entry.started, dt.UTC).isoformat(timespec="milliseconds")
    rows = entry.rows_fetched if entry.rows_fetched is not None else entry.rows_affected
    return (
        str(entry.id),
        started.replace("+00:00", "Z"),
        entry.state.value,
        entry.connection,
        entry.database,
        None if entry.elapsed_s is None else f"{entry.elapsed_s:.6f}",
        None if rows is None else str(rows),
        entry.error or None,
        "yes" if entry.pinned else "no",
        entry.sql,
    )
