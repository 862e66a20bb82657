"""Kept samples as comma-separated values."""

import csv
import io
import itertools
import math
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import numpy as np

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.kept_errors import MetricsNotExported
from lapwing.domain.monitoring.series import ExportSeries, KeptSeries, ReadSeries, SeriesExported
from lapwing.settings.files import FileLayer, write_whole
from lapwing.store.series.reading import read
from lapwing.store.series.ticks import Tick

_MOST_ROWS: Final = 100_000


@dataclass(frozen=True, slots=True)
class _Column:
    """One series.

    Attributes:
        values: By times in milliseconds.
    """

    title: str
    values: dict[int, float]


def export(path: Path, wanted: ExportSeries, waiting: Sequence[Tick] = ()) -> SeriesExported:
    """Write what is kept to a file, in one step.

    Raises:
        LapwingError: What is kept cannot be read, or the file cannot be written.
    """
    found = read(path, ReadSeries(wanted.connection_id, wanted.metrics, wanted.start, wanted.end, _MOST_ROWS), waiting)
    columns = [_column(series) for series in found.series]
    times = sorted(set(itertools.chain.from_iterable(column.values for column in columns)))
    text = io.StringIO(newline="")
    lines = csv.writer(text)
    lines.writerow(["time", *(column.title for column in columns)])
    lines.writerows(_rows(times, columns))
    try:
        if not Path(wanted.path).is_absolute():
            raise OSError(None, "the path must be absolute")
        write_whole(Path(wanted.path), text.getvalue().encode(), FileLayer())
    except OSError as error:
        raise MetricsNotExported(path=wanted.path, reason=error.strerror or str(error)) from error
    return SeriesExported(wanted.path, len(times), found.step_s)


def _column(series: KeptSeries) -> _Column:
    times = np.rint(np.frombuffer(series.times) * 1_000).astype(np.int64).tolist()
    return _Column(series.key.text, dict(zip(times, np.frombuffer(series.average).tolist(), strict=True)))


def _rows(times: Sequence[int], columns: Sequence[_Column]) -> Iterator[list[str]]:
    for time in times:
        values = (column.values.get(time, math.nan) for column in columns)
        yield [_moment(time), *map(_text, values)]


def _text(value: float) -> str:
    """With the seven digits that fractions are kept with; nothing where there is a gap."""
    if math.isnan(value):
        return ""
    return f"{value:.0f}" if value.is_integer() else f"{value:.7g}"


def _moment(time_ms: int) -> str:
    moment = datetime.fromtimestamp(time_ms // 1_000, UTC).replace(microsecond=time_ms % 1_000 * 1_000)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
