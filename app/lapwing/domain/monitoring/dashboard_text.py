"""Dashboards as text: JSON that a person can read and edit, with a version.

What stands at its default is left out. A series of which nothing but the metric matters is the metric's name alone.
"""

import json
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, Final

from lapwing.domain.monitoring.dashboard_layout import COLUMNS, DEEPEST, settled
from lapwing.domain.monitoring.dashboards import Dashboard, Panel, PanelKind, PanelSeries

VERSION: Final = 1
_MOST_PANELS: Final = 200


class NoDashboard(ValueError):
    """A text is no dashboard; the sentence says at which line, or in which field."""


def read_dashboard(text: str, dashboard_id: str) -> Dashboard:
    """What a text says. Panels that lie over each other give way.

    Raises:
        NoDashboard: It is no JSON, of a newer version, or a field is wrong.
    """
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        raise NoDashboard(f"line {error.lineno}, column {error.colno}: {error.msg}.") from error
    except RecursionError as error:
        raise NoDashboard("it is nested too deeply.") from error
    whole = _Fields(found, "")
    version = whole.number("version", whole=True, lowest=1)
    if version is None:
        raise NoDashboard(f'the field "version" is missing; this Lapwing writes {VERSION}.')
    if version > VERSION:
        raise NoDashboard(f"a newer Lapwing wrote it (version {version:.0f}, this one knows {VERSION}).")
    panels = whole.list("panels", _panel)
    if len(panels) > _MOST_PANELS:
        raise NoDashboard(f"it has {len(panels)} panels; at most {_MOST_PANELS} are shown.")
    seen: set[str] = set()
    for place, panel in enumerate(panels):
        if panel.id in seen:
            raise NoDashboard(f'panels[{place}].id: another panel has the id "{panel.id[:60]}" already.')
        seen.add(panel.id)
    made = Dashboard(
        dashboard_id,
        whole.text("title", needed=True),
        settled(panels),
        dialect=whole.text("dialect"),
        connection_ids=whole.list("connections", _text),
        description=whole.text("description"),
    )
    whole.end()
    return made


def write_dashboard(dashboard: Dashboard) -> str:
    """Its text, ending with a line end. The id is the name of its file, and not in it."""
    content: dict[str, Any] = {"version": VERSION, "title": dashboard.title}
    _add(content, dialect=dashboard.dialect, description=dashboard.description)
    _add(content, connections=list(dashboard.connection_ids))
    content["panels"] = [_panel_content(panel) for panel in dashboard.panels]
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def _panel_content(panel: Panel) -> dict[str, Any]:
    content: dict[str, Any] = {"id": panel.id, "title": panel.title, "kind": panel.kind.value}
    content |= {"x": panel.x, "y": panel.y, "width": panel.width, "height": panel.height}
    content["series"] = [_series_content(series) for series in panel.series]
    numbers = {name: getattr(panel, name) for name in ("lowest", "highest", "warning", "bad")}
    content |= {name: number for name, number in numbers.items() if number is not None}
    _add(content, note=panel.note)
    return content


def _series_content(series: PanelSeries) -> dict[str, Any] | str:
    content: dict[str, Any] = {"metric": series.metric}
    _add(content, labels=dict(series.labels), title=series.title, color=series.color)
    _add(content, connection=series.connection_id)
    return content if len(content) > 1 else series.metric


def _add(content: dict[str, Any], **fields: object) -> None:
    content |= {name: told for name, told in fields.items() if told}


# reading fields, each with its place for the sentence


class _Fields:
    """The members of one JSON object. Each is asked for once; `end` refuses what is left."""

    def __init__(self, found: object, where: str) -> None:
        if not isinstance(found, dict):
            raise NoDashboard(f"{where or 'it'} must be an object in braces.")
        self._left: dict[str, Any] = dict(found)
        self._where = where

    def place(self, name: str) -> str:
        return f"{self._where}.{name}" if self._where else name

    def text(self, name: str, *, needed: bool = False) -> str:
        if needed and not self._left.get(name):
            raise NoDashboard(f"{self.place(name)} is missing.")
        return _text(self._left.pop(name, ""), self.place(name))

    def word(self, name: str, kind: type[StrEnum]) -> str:
        found = self.text(name, needed=True)
        if found not in list(kind):
            raise NoDashboard(f'{self.place(name)}: "{found[:60]}" is none of {", ".join(kind)}.')
        return found

    def number(
        self, name: str, *, whole: bool = False, lowest: float | None = None, highest: float | None = None
    ) -> float | None:
        found = self._left.pop(name, None)
        if found is None:
            return None
        if isinstance(found, bool) or not isinstance(found, int if whole else int | float) or not abs(found) < 1e300:
            raise NoDashboard(f"{self.place(name)} must be a {'whole ' if whole else ''}number.")
        if (lowest is not None and found < lowest) or (highest is not None and found > highest):
            upper = f" to {highest:g}" if highest is not None else " on"
            raise NoDashboard(f"{self.place(name)}: {found} is outside of what can be: {lowest:g}{upper}.")
        return float(found)

    def cells(self, name: str, default: int, lowest: int, highest: int) -> int:
        found = self.number(name, whole=True, lowest=lowest, highest=highest)
        return default if found is None else int(found)

    def list(self, name: str, read: Callable[[object, str], Any]) -> tuple[Any, ...]:
        found = self._left.pop(name, [])
        if not isinstance(found, list):
            raise NoDashboard(f"{self.place(name)} must be a list in brackets.")
        return tuple(read(each, f"{self.place(name)}[{place}]") for place, each in enumerate(found))

    def texts(self, name: str) -> tuple[tuple[str, str], ...]:
        """Names and texts, in the order of the names."""
        found = self._left.pop(name, {})
        if not isinstance(found, Mapping):
            raise NoDashboard(f"{self.place(name)} must be an object in braces.")
        return tuple(sorted((label, _text(told, f"{self.place(name)}.{label}")) for label, told in found.items()))

    def end(self) -> None:
        if self._left:
            raise NoDashboard(
                f"{self.place(next(iter(self._left)))[:120]} is no field of a dashboard; look for a typo."
            )


def _text(found: object, where: str) -> str:
    if not isinstance(found, str):
        raise NoDashboard(f"{where} must be a text in quotation marks.")
    return found


def _panel(found: object, where: str) -> Panel:
    fields = _Fields(found, where)
    made = Panel(
        fields.text("id", needed=True),
        fields.text("title"),
        PanelKind(fields.word("kind", PanelKind)),
        fields.list("series", _series),
        x=fields.cells("x", 0, 0, COLUMNS - 1),
        y=fields.cells("y", 0, 0, DEEPEST),
        width=fields.cells("width", 4, 1, COLUMNS),
        height=fields.cells("height", 12, 2, 60),
        lowest=fields.number("lowest"),
        highest=fields.number("highest"),
        warning=fields.number("warning"),
        bad=fields.number("bad"),
        note=fields.text("note"),
    )
    fields.end()
    if made.x + made.width > COLUMNS:
        raise NoDashboard(f"{where}: x and width go beyond the {COLUMNS} columns.")
    return made


def _series(found: object, where: str) -> PanelSeries:
    if isinstance(found, str):
        return PanelSeries(found)
    fields = _Fields(found, where)
    made = PanelSeries(
        fields.text("metric", needed=True),
        fields.texts("labels"),
        fields.text("title"),
        fields.text("color"),
        fields.text("connection"),
    )
    fields.end()
    return made
