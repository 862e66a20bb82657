"""A table as a tab of the window reads and changes it, through a session alone."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from helpers.engines import rows_in
from lapwing.domain.connections import TransactionState
from lapwing.domain.errors import from_wire
from lapwing.domain.events import Event
from lapwing.domain.table_data import (
    ChangeKind,
    ChangesOutcome,
    ColumnSort,
    NamedValue,
    ReadTable,
    RowChange,
    TablePage,
    value_of,
)
from lapwing.domain.values import Cell, Row, ServerDefault
from lapwing.drivers.base import Session, capabilities_of
from lapwing.drivers.registry import driver_named
from lapwing.engine.running.control import RunControl
from lapwing.engine.running.outlet import Outlet
from lapwing.engine.running.sinks import ResultFiles
from lapwing.engine.table.changes import planned
from lapwing.engine.table.committing import Commit
from lapwing.engine.table.reading import TableReading
from lapwing.results.folder import ResultFolder


class Tab:
    """One table.

    Attributes:
        facts: As it was opened.
        events: What the owner was told.
        pages: Of the last read, in order.
        sent: The changes that were sent.
    """

    def __init__(self, session: Session, schema: str, name: str, folder: Path) -> None:
        self._session = session
        self._files = ResultFiles(lambda: ResultFolder(folder / "results", 1 << 30))
        self._control = RunControl()
        self.events: list[Event] = []
        self._outlet = Outlet(self.events.append, lambda: False, self._control)
        self._place = schema, name
        self.access = session.catalog.table(schema, name)
        self.facts = self.access.facts
        self.pages: list[TablePage] = []
        self.sent: list[str] = []

    def close(self) -> None:
        self._files.close()

    # reading

    def pages_of(
        self, where: str = "", order_by: str = "", sorts: Sequence[ColumnSort] = (), page_rows: int = 200
    ) -> Iterator[TablePage]:
        """Page by page: who asks may do something in between."""
        request = ReadTable("run", "session", *self._place, where, order_by, tuple(sorts), page_rows)
        reading = TableReading(request, self._files)
        try:
            while reading.has_more:
                page = reading.page(self._session, self.access, self._outlet, self._control, "run", page_rows)
                self.pages.append(page)
                yield page
        finally:
            reading.close()

    def rows(
        self, where: str = "", order_by: str = "", sorts: Sequence[ColumnSort] = (), page_rows: int = 200
    ) -> list[Row]:
        """All rows."""
        self.pages = list(self.pages_of(where, order_by, sorts, page_rows))
        return rows_in(self.pages[-1].result)

    @staticmethod
    def made_of(page: TablePage) -> list[Row]:
        """All rows up to a page."""
        return rows_in(page.result)

    def named(self, row: Row) -> dict[str, Cell]:
        """A row's cells by their columns, a hidden key included."""
        names = [*self.facts.columns, *([self.facts.hidden_key] if self.facts.hidden_key else [])]
        return dict(zip(names, row, strict=True))

    # changing

    def update(self, row: Row, values: Mapping[str, Cell | ServerDefault], *, checks: Sequence[str] = ()) -> RowChange:
        """Change cells of a row as it was read; its values in these columns and in `checks` must not have changed."""
        cells = self.named(row)
        originals = _values({name: cells[name] for name in dict.fromkeys([*values, *checks])})
        return RowChange(ChangeKind.UPDATE, self._key(row), originals, _values(values))

    def delete(self, row: Row) -> RowChange:
        cells = self.named(row)
        return RowChange(ChangeKind.DELETE, self._key(row), _values({name: cells[name] for name in self.facts.columns}))

    @staticmethod
    def insert(**values: Any) -> RowChange:
        return RowChange(ChangeKind.INSERT, values=_values(values))

    def _key(self, row: Row) -> tuple[Any, ...]:
        cells = self.named(row)
        return tuple(value_of(cells[name]) for name in self.facts.key)

    def commit(self, *changes: RowChange) -> ChangesOutcome:
        driver = driver_named(_driver_of(self._session))
        plans = planned(self.access, changes)
        commit = Commit(self._session, self.access, self._control, self._files, "run", self)
        return commit.run(plans, can_undo_part=capabilities_of(driver, self._session).savepoints)

    def commits(self, *changes: RowChange) -> dict[int, Row]:
        """Changes that are made; the rows that they made, by the places of the changes."""
        outcome = self.commit(*changes)
        assert outcome.done, outcome.error and (outcome.failed, str(from_wire(outcome.error)), outcome.error)
        return self.made(outcome)

    def refused(self, *changes: RowChange) -> ChangesOutcome:
        """Changes that are not made."""
        outcome = self.commit(*changes)
        assert not outcome.done
        assert outcome.error is not None
        return outcome

    def made(self, outcome: ChangesOutcome) -> dict[int, Row]:
        """The rows that an outcome brought."""
        if outcome.result is None:
            assert outcome.result_of == ()
            return {}
        return dict(zip(outcome.result_of, rows_in(outcome.result), strict=True))

    def sends_text(self, sql: str) -> None:
        """Told of each change before it is sent."""
        self.sent.append(sql)

    def ended(self, state: TransactionState, *_how: object, **_more: object) -> None:
        """Told when it has ended."""

    def sql_of(self, *changes: RowChange) -> list[str]:
        return [plan.sql for plan in planned(self.access, changes)]


def _values(values: Mapping[str, Cell | ServerDefault]) -> tuple[NamedValue, ...]:
    return tuple(NamedValue(name, value_of(cell)) for name, cell in values.items())


def _driver_of(session: Session) -> str:
    module = type(session).__module__
    return module.split(".")[2]
