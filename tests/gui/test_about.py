"""About: versions, every licence with its text, and diagnostics that can be handed on."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from helpers.waiting import eventually_async
from lapwing import __version__, paths
from lapwing.domain.connections import Connection
from lapwing.engine.connections.store import SavedConnections, connections_document
from lapwing.gui.shell.about_dialog import AboutDialog
from lapwing.gui.shell.licences import all_parts, needed_packages, normalised
from lapwing.gui.shell.window import MainWindow

ROOT = Path(__file__).resolve().parents[2]


async def opened(window: MainWindow) -> AboutDialog:
    """The dialog, when everything has been read."""
    window.actions_of_window.set.action("application.describe").trigger()
    dialog = window.findChild(AboutDialog)
    assert dialog is not None
    await eventually_async(lambda: "SQLite" in dialog.facts and bool(dialog.licences.parts))
    return dialog


async def test_about_tells_versions_as_the_engine_has_them_and_shows_every_licence(window: MainWindow) -> None:
    dialog = await opened(window)
    assert dialog.facts["Lapwing"] == __version__
    assert re.fullmatch(r"apsw 3\.[\d.]+ +SQLite 3\.[\d.]+", dialog.facts["SQLite"])
    assert "libpq " in dialog.facts["PostgreSQL"]
    assert dialog.facts["Logs"] == str(paths.logs())
    page = dialog.licences
    page.search.setText("OFL")
    shown = [page.list.topLevelItem(row) for row in range(page.list.topLevelItemCount())]
    names = [item.text(0) for item in shown if item is not None and not item.isHidden()]
    assert names == ["Inter 3.19", "JetBrains Mono 2.242"]
    assert "SIL OPEN FONT LICENSE Version 1.1" in page.text.toPlainText()
    dialog.close()


async def test_diagnostics_hold_facts_of_the_window_and_of_the_engine_and_no_names(window: MainWindow) -> None:
    places = (Connection("1", "secret-project", "postgresql://ann@db.canary.example/shop"),)
    connections_document().write(SavedConnections(places))
    dialog = await opened(window)
    dialog.copy.click()
    await eventually_async(lambda: dialog.note.full_text != "")
    text = QGuiApplication.clipboard().text()
    for line in ("ok       Qt                 6.", "ok       Lapwing            0.", "1 postgresql"):
        assert line in text
    assert not [word for word in ("canary", "secret-project", "ann@") if word in text]
    dialog.close()


async def test_the_folder_of_logs_is_opened(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[QUrl] = []

    def note(url: QUrl) -> bool:
        seen.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    dialog = await opened(window)
    dialog.logs.click()
    assert seen == [QUrl.fromLocalFile(str(paths.logs()))]
    assert dialog.note.full_text == ""
    dialog.close()


def test_every_shipped_package_has_its_licence_and_text() -> None:
    lock = (ROOT / "packaging/requirements/run.txt").read_text("utf-8")
    lines = [Requirement(line.rstrip("\\")) for line in lock.splitlines() if re.match(r"\w", line)]
    wanted = {normalised(line.name) for line in lines if line.marker is None or line.marker.evaluate()}
    assert wanted <= set(needed_packages())
    parts = all_parts()
    assert wanted <= {normalised(part.name) for part in parts}
    assert [part.name for part in parts if not part.licence] == []
    assert [part.name for part in parts if len(part.text()) < 100] == []


def test_what_is_not_needed_is_not_listed() -> None:
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["dependency-groups"]
    tools = {normalised(Requirement(line).name) for line in groups["test"]}
    assert not tools & set(needed_packages())
