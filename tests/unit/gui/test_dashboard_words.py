"""The words of ready dashboards are known to translators."""

from lapwing import paths
from lapwing.domain.monitoring.dashboard_text import read_dashboard
from lapwing.domain.monitoring.dashboards import Dashboard
from lapwing.gui.monitor.dashboard_words import WORDS
from lapwing.gui.shell.monitor_parts import PARTS


def words_of(dashboard: Dashboard) -> set[str]:
    panels = {text for panel in dashboard.panels for text in (panel.title, panel.note)}
    legends = {series.title for panel in dashboard.panels for series in panel.series}
    return ({dashboard.title, dashboard.description} | panels | legends) - {""}


def test_every_word_of_a_ready_dashboard_is_marked_for_translation_and_no_other() -> None:
    found: set[str] = set()
    for path in (paths.resources() / "dashboards").glob("*.json"):
        found |= words_of(read_dashboard(path.read_text(encoding="utf-8"), path.stem))
    assert found == set(WORDS)
    assert len(WORDS) == len(set(WORDS))


def test_no_part_of_a_monitor_has_the_name_of_a_ready_dashboard() -> None:
    ready = {path.stem.rpartition("-")[2] for path in (paths.resources() / "dashboards").glob("*.json")}
    assert not ready & {place.id for place in PARTS}
