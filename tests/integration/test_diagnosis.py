"""What an engine tells of its installation, for somebody who is to help."""

from pathlib import Path

import apsw
import pytest

from helpers.engines import asker
from lapwing import __version__, paths
from lapwing.domain.connections import Connection
from lapwing.domain.diagnosis import Diagnosis, Finding, State
from lapwing.engine.connections.store import SavedConnections, connections_document


async def diagnosed(tmp_path: Path) -> dict[str, dict[str, Finding]]:
    """Findings by title of their section and subject, while a file is open."""
    async with asker() as window:
        await window.session(tmp_path / "orders of ann.sqlite", create=True)
        diagnosis = await window.ask("engine.diagnose")
    assert isinstance(diagnosis, Diagnosis)
    return {section.title: {found.subject: found for found in section.findings} for section in diagnosis.sections}


async def test_versions_folders_and_files_are_told_but_nothing_of_servers_or_persons(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(home.parent))
    connections_document().write(
        SavedConnections(
            (
                Connection("1", "secret-project", "postgresql://ann@db.canary.example/shop"),
                Connection("2", "another", "postgresql://ann@db2.canary.example/shop"),
                Connection("3", "edited by hand", "mysql://me:canary42@db/shop"),
            )
        )
    )
    paths.logs().mkdir(parents=True, exist_ok=True)
    (paths.logs() / "window-1.crashed").write_text("Fatal Python error", "utf-8")
    found = await diagnosed(tmp_path)
    assert found["Versions"]["Lapwing"].words.startswith(__version__)
    assert f"SQLite {apsw.sqlite_lib_version()}" in found["Drivers"]["sqlite"].words
    for driver, library in {"postgresql": "libpq 1", "mysql": "PyMySQL 1", "generic": "SQLAlchemy 2"}.items():
        assert library in found["Drivers"][driver].words
    assert found["Folders"]["config"].words == f"~/{home.name}/config"
    assert found["Connections"]["saved"].words == "1 of a kind that is not known, 2 postgresql"
    assert found["Connections"]["sessions"].words == f"1 SQLite {apsw.sqlite_lib_version()}"
    assert found["Crashes"]["crash"].state is State.PROBLEM
    text = str(found)
    assert not [word for word in ("canary", "ann", "secret-project", "shop", str(home.parent)) if word in text]
