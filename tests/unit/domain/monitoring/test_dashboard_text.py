"""Dashboards as text: what is written is read back, and a mistake of a person's is said by its line or field."""

import json
from itertools import combinations
from pathlib import Path

import pytest

from lapwing import paths
from lapwing.domain.monitoring import host, mysql, postgresql, sqlite
from lapwing.domain.monitoring.dashboard_layout import overlap
from lapwing.domain.monitoring.dashboard_text import NoDashboard, read_dashboard, write_dashboard
from lapwing.domain.monitoring.dashboards import Dashboard, Panel, PanelKind, PanelSeries

WHOLE = Dashboard(
    "mine",
    "Mine – ☂",
    (
        Panel(
            "first",
            "First",
            PanelKind.AREA,
            (
                PanelSeries("sessions", (("state", "active"),), "active", "good", "other"),
                PanelSeries("connections"),
            ),
            width=6,
            height=9,
            lowest=0.0,
            highest=1.5,
            warning=0.5,
            bad=0.25,
            note="of {connections_max}",
        ),
        Panel("second", "", PanelKind.VALUE, (PanelSeries("uptime"),), x=6, width=6, height=4),
    ),
    dialect="postgresql",
    connection_ids=("one", "other"),
    description="Why",
)
DECLARED = {
    "postgresql": postgresql.METRICS,
    "mysql": mysql.METRICS,
    "sqlite": sqlite.METRICS,
    "": (),
}


def test_what_is_written_is_read_back_and_defaults_are_left_out() -> None:
    text = write_dashboard(WHOLE)
    assert read_dashboard(text, "mine") == WHOLE
    content = json.loads(text)
    assert content["version"] == 1
    assert content["panels"][1]["series"] == ["uptime"]
    assert "lowest" not in content["panels"][1]
    assert "☂" in text


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ('{\n  "version": 1,\n  "title" "x"}', "line 3, column 11"),
        ("[]", "must be an object"),
        ("[" * 100_000, "nested too deeply"),
        ('{"title": "x"}', '"version" is missing'),
        ('{"version": 7, "title": "x"}', "a newer Lapwing wrote it (version 7"),
        ('{"version": true, "title": "x"}', "version must be a whole number"),
        ('{"version": 1}', "title is missing"),
        ('{"version": 1, "title": "x", "panells": []}', "panells is no field of a dashboard"),
        ('{"version": 1, "title": "x", "panels": {}}', "panels must be a list"),
        ('{"version": 1, "title": "x", "connections": [1]}', "connections[0] must be a text"),
    ],
)
def test_a_text_that_is_no_dashboard_is_refused_with_the_place_of_the_mistake(changed: str, sentence: str) -> None:
    with pytest.raises(NoDashboard) as refused:
        read_dashboard(changed, "mine")
    assert sentence in str(refused.value)


@pytest.mark.parametrize(
    ("field", "told", "sentence"),
    [
        ("kind", '"lin"', 'panels[1].kind: "lin" is none of line, area, bar'),
        ("id", '"a"', 'panels[1].id: another panel has the id "a" already'),
        ("width", "13", "panels[1].width: 13 is outside of what can be: 1 to 12"),
        ("x", "2.5", "panels[1].x must be a whole number"),
        ("x", "11", "panels[1]: x and width go beyond the 12 columns"),
        ("bad", "NaN", "panels[1].bad must be a number"),
        ("heigth", "4", "panels[1].heigth is no field"),
        ("series", '[{"labels": {}}]', "panels[1].series[0].metric is missing"),
        ("series", '[{"metric": "m", "labels": {"state": 1}}]', "panels[1].series[0].labels.state must be a text"),
    ],
)
def test_a_wrong_field_of_a_panel_is_named(field: str, told: str, sentence: str) -> None:
    fields = {"id": '"b"', "kind": '"line"', "series": "[]", field: told}
    second = ", ".join(f'"{name}": {value}' for name, value in fields.items())
    text = f'{{"version": 1, "title": "t", "panels": [{{"id": "a", "kind": "bar"}}, {{{second}}}]}}'
    with pytest.raises(NoDashboard) as refused:
        read_dashboard(text, "mine")
    assert sentence in str(refused.value)


@pytest.mark.parametrize("path", sorted((paths.resources() / "dashboards").glob("*.json")), ids=lambda path: path.stem)
def test_a_ready_dashboard_names_metrics_that_its_servers_have_and_nothing_overlaps(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = read_dashboard(text, path.stem)
    declared = {metric.id: metric for metric in (*DECLARED[found.dialect], *host.METRICS)}
    assert path.stem.startswith(f"lapwing-{found.dialect or 'host'}")
    assert write_dashboard(found) == text
    assert not [pair for pair in combinations(found.panels, 2) if overlap(*pair)]
    for panel in found.panels:
        assert panel.series, panel.id
        named = {metric for metric in declared if f"{{{metric}}}" in panel.note}
        assert panel.note.count("{") == len(named), panel.note
        units = set()
        for series in panel.series:
            assert series.metric in declared, f"{panel.id} shows {series.metric}"
            metric = declared[series.metric]
            assert {name for name, _ in series.labels} <= set(metric.labels), panel.id
            units.add(metric.unit)
        assert len(units) == 1, f"{panel.id} has more than one unit"


def test_every_kind_of_server_has_a_ready_overview() -> None:
    found = {path.stem for path in (paths.resources() / "dashboards").glob("*.json")}
    assert {f"lapwing-{dialect}-overview" for dialect in DECLARED if dialect} <= found
