"""The values of a panel as CSV, as they were sampled: RFC 4180, times in ISO 8601 with their offset."""

import csv
import io
from datetime import datetime

import numpy as np

from lapwing.gui.monitor.chart_content import Content
from lapwing.gui.monitor.panel_table import LatestTable


def series_csv(content: Content, time_title: str) -> str:
    """A line for each moment at which one of the series has a point; empty where a series has none or no value."""
    views = [series.source.view(series.key, content.start, content.end) for series in content.series]
    inside = [(view.times >= content.start) & (view.times <= content.end) for view in views]
    kept = [(view.times[marks], view.average[marks]) for view, marks in zip(views, inside, strict=True)]
    times = np.unique(np.concatenate([of for of, _ in kept])) if kept else np.empty(0)
    columns = []
    for own, values in kept:
        column = np.full(len(times), np.nan)
        column[np.searchsorted(times, own)] = values
        columns.append(column.tolist())
    rows = [[time_title, *(series.title for series in content.series)]]
    for place, at in enumerate(times.tolist()):
        rows.append([_moment(at), *(_number(column[place]) for column in columns)])
    return _written(rows)


def table_csv(table: LatestTable) -> str:
    """The rows of a table of latest values, in the metrics' own units."""
    rows = [[*table.names, *(column.title for column in table.columns)]]
    rows += [[*row.names, *("" if value is None else _number(value) for value in row.values)] for row in table.rows]
    return _written(rows)


def _moment(at: float) -> str:
    return datetime.fromtimestamp(at).astimezone().isoformat(timespec="milliseconds")


def _number(value: float) -> str:
    return "" if np.isnan(value) else repr(value).removesuffix(".0")


def _written(rows: list[list[str]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerows([[harmless(cell) for cell in row] for row in rows])
    return text.getvalue()


def harmless(cell: str) -> str:
    """A cell so that no spreadsheet takes it for a formula; numbers stay."""
    if cell[:1] in ("=", "+", "-", "@", "\t") and not _is_number(cell):
        return f"'{cell}"
    return cell


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True
