"""What can be exported from a page or from a row of the navigator."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lapwing.domain.catalog import CatalogObject, Relation
from lapwing.domain.results import CellBand, Column, ResultState
from lapwing.domain.transfer import ExportSource, RowRange
from lapwing.domain.values import Row
from lapwing.gui.browser.names import dialect_of
from lapwing.gui.browser.nodes import Kind, Node, connection_of, rows_of
from lapwing.gui.results.view import ResultView
from lapwing.gui.transfer.offer import SAMPLE_ROWS, Offer, Part, file_name
from lapwing.gui.widgets.counts import with_grouped
from lapwing.results.selecting import cell_count
from lapwing.results.source import RowSource
from lapwing.sql.classify import statement_facts
from lapwing.sql.dialect import Dialect

if TYPE_CHECKING:
    from lapwing.gui.shell.query_tab import QueryTab
    from lapwing.gui.shell.table_tab import TableTab


def offer_of_result(tab: "QueryTab") -> Offer | None:
    """The result in front of an editor; None while there is none."""
    view = tab.results.current
    if view is None or view.model.source is None:
        return None
    parts = [_shown(view), *_selected(view), *_again(tab, view)]
    columns = view.handle.columns
    return Offer(file_name(tab.title), tuple(parts), _one_table(columns, tab.dialect), tab.dialect.id)


def _shown(view: ResultView) -> Part:
    source = view.model.source
    assert source is not None
    count = view.model.rowCount()
    title = with_grouped(QCoreApplication.translate("ExportOffers", "%n row(s) as shown", "", count), count)
    note = ""
    if view.state is not ResultState.COMPLETE:
        note = QCoreApplication.translate("ExportOffers", "The result is not complete: these rows are there.")
    of_result = ExportSource(view.handle.result_id, view.arrangement.path)
    return Part("shown", title, of_result, note, source.columns, tuple(source.rows(0, SAMPLE_ROWS)))


def _selected(view: ResultView) -> list[Part]:
    bands = view.grid.bands()
    source = view.model.source
    if source is None or cell_count(bands) < 2:
        return []
    columns = tuple(sorted({column for band in bands for column in band.columns}))
    ranges = _ranges(bands)
    rows = sum(part.count for part in ranges)
    title = with_grouped(QCoreApplication.translate("ExportOffers", "%n selected row(s)", "", rows), rows)
    is_all = len(columns) == len(source.columns)
    note = ""
    if not is_all:
        note = QCoreApplication.translate("ExportOffers", "Of {count} of {total} columns.")
        note = note.format(count=len(columns), total=len(source.columns))
    of_result = ExportSource(view.handle.result_id, view.arrangement.path, tuple(ranges), () if is_all else columns)
    sample = _sample(source, ranges, columns)
    return [Part("selected", title, of_result, note, tuple(source.columns[place] for place in columns), sample)]


def _ranges(bands: Sequence[CellBand]) -> list[RowRange]:
    """The rows that are selected anywhere, merged."""
    found: list[RowRange] = []
    for first, last in sorted((band.first, band.last) for band in bands):
        if found and first <= found[-1].first + found[-1].count:
            end = max(last + 1, found[-1].first + found[-1].count)
            found[-1] = RowRange(found[-1].first, end - found[-1].first)
        else:
            found.append(RowRange(first, last + 1 - first))
    return found


def _sample(source: RowSource, ranges: Sequence[RowRange], columns: Sequence[int]) -> tuple[Row, ...]:
    rows: list[Row] = []
    for part in ranges:
        rows += source.rows(part.first, min(part.count, SAMPLE_ROWS - len(rows)))
        if len(rows) >= SAMPLE_ROWS:
            break
    return tuple(tuple(row[place] for place in columns) for row in rows)


def _again(tab: "QueryTab", view: ResultView) -> list[Part]:
    """All rows of a result that was cut off, where its statement certainly only reads."""
    if view.state not in (ResultState.PAUSED, ResultState.PARTIAL) or not view.sql:
        return []
    if not statement_facts(tab.dialect, view.sql).reads_only:
        return []
    facts, place = tab.session.facts, tab.session.place
    note = QCoreApplication.translate(
        "ExportOffers", "The statement runs again, to the file; rows may have changed. This tab waits meanwhile."
    )
    source = view.model.source
    assert source is not None
    of_statement = ExportSource(
        connection_id=place.connection_id if facts is None else "",
        url=place.url if facts is None else "",
        database=place.database if facts is None else "",
        session_id=facts.session_id if facts is not None else "",
        sql=view.sql,
        parameters=tab.parameters.given(view.sql),
    )
    title = QCoreApplication.translate("ExportOffers", "All rows, by running it again")
    return [Part("again", title, of_statement, note, source.columns, tuple(source.rows(0, SAMPLE_ROWS)))]


def _one_table(columns: Sequence[Column], dialect: Dialect) -> str:
    """The table that all columns come from, as SQL writes it; empty where that is not one."""
    tables = {column.table for column in columns}
    if len(tables) != 1:
        return ""
    schema, dot, name = tables.pop().partition(".")
    if "." in name:
        return ""
    parts = [schema, name] if dot else [schema]
    return ".".join(dialect.quote_identifier(part) for part in parts if part)


def offer_of_table_tab(tab: "TableTab") -> Offer:
    """The table of a tab: all of it, or, with a condition or order, what these leave."""
    table, dialect, wanted = tab.data.table, tab.dialect, tab.filters.now
    place = tab.place
    base = ExportSource(
        connection_id=place.connection_id,
        url=place.url,
        database=place.database,
        schema=table.schema,
        table=table.name,
    )
    name = ".".join(dialect.quote_identifier(part) for part in (table.schema, table.name) if part)
    parts = [_whole_table(base)]
    keys = [_key(dialect, sort.column, descending=sort.descending) for sort in wanted.sorts]
    order = ", ".join([*keys, *([wanted.order_by.strip()] if wanted.order_by.strip() else [])])
    if wanted.where.strip() or order:
        sql = f"SELECT * FROM {name}"
        sql += f"\nWHERE ({wanted.where.strip()}\n)" if wanted.where.strip() else ""
        sql += f"\nORDER BY {order}" if order else ""
        parts.insert(0, _filtered(replace(base, schema="", table="", sql=sql, about_rows=None)))
    return Offer(file_name(table.name), tuple(parts), name, dialect.id)


def _filtered(source: ExportSource) -> Part:
    title = QCoreApplication.translate("ExportOffers", "Rows by this tab's condition and order")
    note = QCoreApplication.translate("ExportOffers", "They are read anew, on a session of its own.")
    return Part("filtered", title, source, note)


def _key(dialect: Dialect, column: str, *, descending: bool) -> str:
    return dialect.quote_identifier(column) + (" DESC" if descending else "")


def _whole_table(source: ExportSource) -> Part:
    title = QCoreApplication.translate("ExportOffers", "All rows of the table")
    note = QCoreApplication.translate("ExportOffers", "Read on a session of its own, which only reads.")
    return Part("table", title, source, note)


def offer_of_node(node: Node | None) -> Offer | None:
    """The table or view that a row of the navigator is, or is a part of; None where there is none."""
    found = rows_of(node) if node is not None else None
    connection = connection_of(node) if node is not None else None
    if found is None or connection is None:
        return None
    source = ExportSource(
        connection_id=connection.id,
        database=found.database,
        schema=found.schema,
        table=found.name,
        about_rows=_estimate(node),
    )
    dialect = dialect_of(connection)
    name = ".".join(dialect.quote_identifier(part) for part in (found.schema, found.name) if part)
    return Offer(file_name(found.name), (_whole_table(source),), name, dialect.id)


def _estimate(node: Node | None) -> int | None:
    """How many rows the catalogue thinks that a row's table has."""
    relation = node.above(Kind.RELATION) if node is not None else None
    fact = relation.fact if relation is not None else None
    return fact.rows_estimate if isinstance(fact, Relation | CatalogObject) else None
