"""Dashboards of a person's own lie in files that a text editor may change; the engine never harms one."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio

from helpers import engines
from helpers.engines import Asker
from lapwing import paths
from lapwing.domain.monitoring.dashboard_files import (
    DashboardBroken,
    DashboardChangedElsewhere,
    DashboardIsReady,
    DashboardList,
    DashboardMissing,
    DashboardsChanged,
    KeptDashboard,
    ReadDashboard,
    RemoveDashboard,
    SaveDashboard,
)
from lapwing.domain.monitoring.dashboards import Dashboard, Panel, PanelKind, PanelSeries
from lapwing.domain.operations import Subscribe

MINE = Dashboard("", "Käse & Brot", (Panel("one", "One", PanelKind.LINE, (PanelSeries("connections"),)),))


@pytest_asyncio.fixture
async def asker() -> AsyncIterator[Asker]:
    async with engines.asker() as asker:
        yield asker


@pytest.fixture
def folder(home: Path) -> Path:
    return paths.config() / "dashboards"


async def save(asker: Asker, dashboard: Dashboard, revision: str = "") -> KeptDashboard:
    kept = await asker.ask("dashboard.save", SaveDashboard(dashboard, revision))
    assert isinstance(kept, KeptDashboard)
    return kept


async def listed(asker: Asker) -> DashboardList:
    found = await asker.ask("dashboard.list")
    assert isinstance(found, DashboardList)
    return found


async def test_a_saved_dashboard_is_a_readable_file_that_is_listed_read_and_removed(asker: Asker, folder: Path) -> None:
    kept = await save(asker, MINE)
    assert (kept.dashboard.id, kept.is_ready) == ("kase-brot", False)
    assert (folder / "kase-brot.json").read_text().startswith('{\n  "version": 1,\n  "title": "Käse & Brot"')
    second = await save(asker, MINE)
    assert second.dashboard.id == "kase-brot-2"
    found = await listed(asker)
    ready = [each.dashboard.id for each in found.dashboards if each.is_ready]
    own = [each.dashboard.id for each in found.dashboards if not each.is_ready]
    assert "lapwing-postgresql-overview" in ready
    assert own == ["kase-brot", "kase-brot-2"]
    assert await asker.ask("dashboard.read", ReadDashboard("kase-brot")) == kept
    await asker.ask("dashboard.remove", RemoveDashboard("kase-brot"))
    assert not (folder / "kase-brot.json").exists()
    with pytest.raises(DashboardMissing):
        await asker.ask("dashboard.read", ReadDashboard("kase-brot"))


async def test_who_listens_hears_of_a_change(asker: Asker) -> None:
    await asker.ask("events.subscribe", Subscribe(("dashboards.*",)))
    await save(asker, MINE)
    assert (await asker.hears(DashboardsChanged)).dashboard_id == "kase-brot"


async def test_a_ready_dashboard_is_saved_as_a_copy_and_cannot_be_removed(asker: Asker) -> None:
    ready = await asker.ask("dashboard.read", ReadDashboard("lapwing-sqlite-overview"))
    copy = await save(asker, replace(ready.dashboard, title="Mine"), ready.revision)
    assert (copy.dashboard.id, copy.is_ready) == ("mine", False)
    assert copy.dashboard.panels == ready.dashboard.panels
    with pytest.raises(DashboardIsReady):
        await asker.ask("dashboard.remove", RemoveDashboard("lapwing-sqlite-overview"))


async def test_a_file_that_was_edited_by_hand_is_not_written_over(asker: Asker, folder: Path) -> None:
    kept = await save(asker, MINE)
    path = Path(kept.path)
    path.write_text(path.read_text().replace("Käse", "Ziegenkäse"))
    edited = path.read_bytes()
    with pytest.raises(DashboardChangedElsewhere):
        await save(asker, replace(kept.dashboard, title="Other"), kept.revision)
    assert path.read_bytes() == edited
    again = await asker.ask("dashboard.read", ReadDashboard("kase-brot"))
    assert again.dashboard.title == "Ziegenkäse & Brot"
    await save(asker, replace(again.dashboard, title="Other"), again.revision)
    assert '"Other"' in path.read_text()


async def test_a_file_with_a_mistake_is_told_with_its_place_and_never_written_over(asker: Asker, folder: Path) -> None:
    kept = await save(asker, MINE)
    path = Path(kept.path)
    path.write_text(path.read_text().replace('"line"', '"lien"'))
    broken = path.read_bytes()
    found = await listed(asker)
    assert [trouble.path for trouble in found.broken] == [str(path)]
    assert 'panels[0].kind: "lien" is none of line' in found.broken[0].reason
    with pytest.raises(DashboardBroken, match="lien"):
        await save(asker, kept.dashboard)
    assert path.read_bytes() == broken


@pytest.mark.parametrize("bad_id", ["../connections", "a/b", "", ".hidden", "x" * 200])
async def test_no_id_leads_out_of_the_folder(asker: Asker, bad_id: str) -> None:
    for operation, request in (
        ("dashboard.read", ReadDashboard(bad_id)),
        ("dashboard.remove", RemoveDashboard(bad_id)),
    ):
        with pytest.raises(DashboardMissing):
            await asker.ask(operation, request)


async def test_other_files_of_the_folder_are_named_or_left_alone(asker: Asker, folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "lapwing-own.json").write_text("{}")
    (folder / "binary.json").write_bytes(b"\xff\xfe")
    (folder / "notes.txt").write_text("hello")
    (folder / ".x.json.12.new").write_text("half")
    broken = {Path(trouble.path).name: trouble.reason for trouble in (await listed(asker)).broken}
    assert broken.keys() == {"lapwing-own.json", "binary.json"}
    assert "not begin with lapwing-" in broken["lapwing-own.json"]
    assert "no UTF-8" in broken["binary.json"]
