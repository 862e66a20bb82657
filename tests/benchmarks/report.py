"""The report of a bench: medians, spans and ratios for people, and the same as JSON."""

from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from statistics import median
from typing import Any

from benchmarks.places import BenchPlace


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the report.

    Attributes:
        key: In what a round found; a round of a place that lacks it leaves the line out.
        against: The key of what the ratio is taken to, or empty.
        wanted: The wish where the place names none.
    """

    id: str
    title: str
    unit: str
    key: str
    against: str = ""
    wanted: str = ""


FIGURES = (
    Figure("window_shown", "window shown", "s", "window_shown_s", wanted="0.25"),
    Figure("engine_ready", "engine ready", "s", "engine_ready_s", wanted="0.30"),
    Figure("first_rows", "first 200 rows painted", "ms", "first_rows_ms", "client_first_ms"),
    Figure("all_rows", "all rows in the scrolled grid", "s", "all_rows_s", "client_s"),
    Figure("against_raw", "  the same, against raw psycopg", "s", "all_rows_s", "raw_s"),
    Figure("longest_gap", "longest gap, 5 ms timer", "ms", "longest_gap_ms", wanted="13"),
    Figure("p99_gap", "99th percentile gap", "ms", "p99_gap_ms"),
    Figure("three_gap", "longest gap, three sessions at once", "ms", "three_longest_gap_ms", wanted="13"),
    Figure("metrics", "metrics query while another streams", "ms", "metrics_ms", wanted="50"),
    Figure("cancel", "cancel while another streams", "ms", "cancel_ms", wanted="50"),
    Figure("repaint", "full repaint", "ms", "repaint_ms", wanted="4"),
    Figure("jump", "jump and repaint, 95th percentile", "ms", "jump_p95_ms", wanted="8"),
    Figure("sort", "sort by a number", "s", "sort_s", wanted="0.8"),
    Figure("find", "find a rare word", "s", "find_s", wanted="0.3"),
    Figure("window_pss", "window memory (PSS)", "MB", "window_pss_mb"),
    Figure("window_idle_pss", "  before the rows", "MB", "window_idle_pss_mb"),
    Figure("engine_pss", "engine memory (PSS)", "MB", "engine_pss_mb"),
    Figure("client", "the client, same statement to /dev/null", "s", "client_s"),
    Figure("raw", "raw psycopg, nothing decoded or kept", "s", "raw_s"),
    Figure("client_first", "the client's first 200 rows, with start", "ms", "client_first_ms"),
    Figure("client_peak", "the client's peak of memory (RSS)", "MB", "client_peak_mb"),
)
_ONLY_ONCE = {"window_shown", "engine_ready", "repaint", "jump", "window_idle_pss"}
"""What does not depend on the database is told of the first place alone."""


def write_report(
    places: Sequence[BenchPlace],
    found: dict[str, list[dict[str, Any]]],
    peaks: dict[str, dict[str, float]],
    rows: int,
) -> list[dict[str, Any]]:
    """Print all; gives it too."""
    report: list[dict[str, Any]] = []
    for number, place in enumerate(places):
        rounds = found[place.name]
        print(f"\n{place.name}: {rows:,} rows x 12 columns, {len(rounds)} rounds, medians (min to max).\n")
        print(f"{'':42}{'median':>10}  {'min to max':<20}{'wanted':<9}ratio")
        shown = [figure for figure in FIGURES if not (number and figure.id in _ONLY_ONCE)]
        report += [_line(place, figure, rounds) for figure in shown if _applies(figure, rounds[0])]
        report += _memory(place, peaks[place.name], median(one["client_peak_mb"] for one in rounds))
        gaps = [one["longest_gap_ms"] for one in rounds]
        below = [sum(gap < most for gap in gaps) for most in (16, 24)]
        print(f"longest gaps below 16 ms: {below[0]} of {len(gaps)}, below 24 ms: {below[1]} of {len(gaps)}")
    return report


TEXT_WISHES = {
    "lex_*_ms": "100",
    "edit_*_ms": "1",
    "key_ms": "16",
    "key_p99_ms": "16",
    "completion_ms": "30",
    "completion_p99_ms": "30",
}
"""By the name that `sql_run` gives a figure; a star stands for a dialect."""


def write_text_report(rounds: Sequence[dict[str, float]]) -> list[dict[str, Any]]:
    """Print what the editor does with text; gives it too."""
    print(f"\nSQL as text: {len(rounds)} rounds, medians (min to max); a megabyte, 60,000 lines, 10,000 tables.\n")
    print(f"{'':42}{'median':>10}  {'min to max':<20}wanted")
    report: list[dict[str, Any]] = []
    for name in rounds[0]:
        values = [one[name] for one in rounds]
        title, unit = name.rpartition("_")[::2]
        wanted = next((wish for pattern, wish in TEXT_WISHES.items() if fnmatch(name, pattern)), "")
        span = f"{min(values):.3g} to {max(values):.3g}"
        print(f"{title.replace('_', ' '):42}{median(values):>8.3g} {unit:<5}{span:<20}{wanted}")
        report.append({"id": f"sql.{title}", "value": median(values), "unit": unit, "ratio": None, "to": None})
    return report


def write_start_report(rounds: Sequence[dict[str, float]]) -> list[dict[str, Any]]:
    """Print how soon a person can work; gives it too. Ratios are to sqlitebrowser in the same round."""
    if not rounds:
        return []
    print(f"\nFrom start to use: {len(rounds)} rounds, medians (min to max); the same SQLite file, on Xvfb.\n")
    words = {"shown": "window on the screen", "usable": "nothing more to do", "cpu": "time of the processor"}
    report = []
    for key, title in words.items():
        to = [one[f"sqlitebrowser_{key}_s"] for one in rounds]
        report.append(
            _compared(f"start.{key}", title, "s", [one[f"lapwing_{key}_s"] for one in rounds], "sqlitebrowser", to)
        )
    return report


def write_catalogue_report(found: dict[str, list[dict[str, float]]]) -> list[dict[str, Any]]:
    """Print how soon 20,000 tables are in the navigator; gives it too."""
    report = []
    for name, rounds in found.items():
        print(f"\n20,000 tables of {name}: {len(rounds)} rounds, medians (min to max).\n")
        opened, listed = [one["opened_s"] for one in rounds], [one["client_s"] for one in rounds]
        client = {"sqlite": "sqlite3 .tables", "postgresql": r"psql \dt"}[name]
        report.append(_compared(f"{name}.tables_opened", "from click to list", "s", opened, client, listed))
        for key, title in (("longest_gap_ms", "longest gap meanwhile"), ("filter_ms", "slowest letter of a filter")):
            values = [one[key] for one in rounds]
            report.append(_compared(f"{name}.tables_{key.removesuffix('_ms')}", title, "ms", values))
    return report


def write_monitor_report(rounds: Sequence[dict[str, float]]) -> list[dict[str, Any]]:
    """Print what a dashboard takes of the window while samples come; gives it too. Nobody else's is compared with."""
    print(f"\nA dashboard of 8 panels with 4 series of 3,600 points: {len(rounds)} rounds, medians (min to max).\n")
    told = (
        ("calm_percent", "of a core, a sample a second", "%"),
        ("busy_percent", "of a core, ten samples a second", "%"),
        ("longest_gap_ms", "longest gap at ten samples a second", "ms"),
        ("opened_ms", "thirty days opened", "ms"),
    )
    return [
        _compared(f"monitor.{key.rpartition('_')[0]}", title, unit, [one[key] for one in rounds])
        for key, title, unit in told
    ]


def write_webhooks_report(rounds: Sequence[dict[str, float]]) -> list[dict[str, Any]]:
    """Print how fast events are delivered, and what that costs a query; gives it too."""
    print(f"\nWebhooks to a server on loopback: {len(rounds)} rounds, medians (min to max).\n")
    told = (
        ("deliveries_per_s", "deliveries to one endpoint, kept and signed", "/s"),
        ("cpu_us", "processor time of a delivery", "us"),
        ("publish_us", "telling an event that is delivered", "us"),
        ("query_alone_us", "a small statement that nobody hears of", "us"),
        ("query_beside_us", "the same while each is delivered twice", "us"),
    )
    return [
        _compared(f"webhooks.{key.rpartition('_')[0]}", title, unit, [one[key] for one in rounds])
        for key, title, unit in told
    ]


def write_listener_report(rounds: Sequence[dict[str, float]]) -> list[dict[str, Any]]:
    """Print how soon webhooks are acknowledged, each on the disk by then; gives it too."""
    print(f"\n500 webhooks a second to the listener: {len(rounds)} rounds, medians (min to max).\n")
    told = (
        ("median_ms", "acknowledged, half of them within", "ms"),
        ("p99_ms", "99 of 100 within", "ms"),
        ("longest_ms", "all within", "ms"),
        ("processor_ms", "processor time of one", "ms"),
    )
    return [
        _compared(f"listener.{key.rpartition('_')[0]}", title, unit, [one[key] for one in rounds])
        for key, title, unit in told
    ]


def _compared(
    line_id: str, title: str, unit: str, values: Sequence[float], to: str = "", others: Sequence[float] = ()
) -> dict[str, Any]:
    """One line, with the ratio to another program where there is one."""
    ratio = median(value / other for value, other in zip(values, others, strict=True)) if to else None
    shown = f"{ratio:.2f} x {to}" if ratio is not None else ""
    span = f"{min(values):.3g} to {max(values):.3g}"
    print(f"{title:42}{median(values):>8.3g} {unit:<3}{span:<20}{shown}")
    return {"id": line_id, "value": median(values), "unit": unit, "ratio": ratio, "to": to or None}


def _applies(figure: Figure, found: dict[str, Any]) -> bool:
    """Whether the round holds what the line tells; a line that repeats another one's figure is there for its ratio."""
    return figure.key in found and (figure.id != "against_raw" or figure.against in found)


def _line(place: BenchPlace, figure: Figure, rounds: list[dict[str, Any]]) -> dict[str, Any]:
    values = [one[figure.key] for one in rounds]
    middle = median(values)
    has_ratio = figure.against in rounds[0]
    ratio = median(one[figure.key] / one[figure.against] for one in rounds) if has_ratio else None
    client = {"raw_s": "raw psycopg", "client_first_ms": place.early.name if place.early else ""}
    to = client.get(figure.against, place.clients[0].name) if has_ratio else None
    shown = f"{ratio:.2f} x {to}" if ratio is not None else ""
    span = f"{min(values):.3g} to {max(values):.3g}"
    wanted = place.wanted.get(figure.id, figure.wanted)
    print(f"{figure.title:42}{middle:>8.3g} {figure.unit:<3}{span:<20}{wanted:<9}{shown}")
    return {"id": f"{place.name}.{figure.id}", "value": middle, "unit": figure.unit, "ratio": ratio, "to": to}


def _memory(place: BenchPlace, peaks: dict[str, float], client_mb: float) -> list[dict[str, Any]]:
    lines: list[dict[str, Any]] = []
    for name, title in (("window", "the window"), ("engine", "the engine"), ("both", "both together")):
        peak_mb = peaks[f"{name}_peak_mb"]
        ratio = peak_mb / client_mb if name == "both" and "peak" in place.wanted else None
        shown = f"{ratio:.2f} x {place.clients[0].name}" if ratio is not None else ""
        wanted = place.wanted.get("peak", "") if name == "both" else ""
        print(f"{f'peak memory of {title} (PSS)':42}{peak_mb:>8.3g} MB {'':<20}{wanted:<9}{shown}")
        to = place.clients[0].name if ratio is not None else None
        lines.append({"id": f"{place.name}.{name}_peak", "value": peak_mb, "unit": "MB", "ratio": ratio, "to": to})
    return lines
