"""What can be said of this installation to somebody who is to help with it."""

import asyncio
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from lapwing import paths
from lapwing.domain.connections import Connection, SessionFacts
from lapwing.domain.diagnosis import Diagnosis, Finding, Section, State
from lapwing.domain.errors import LapwingError
from lapwing.domain.operations import Permission
from lapwing.domain.urls import parse_url
from lapwing.drivers.registry import driver_named, known_drivers
from lapwing.engine.connections.sessions import SessionsService
from lapwing.engine.diagnosis.documents import (
    check_environments,
    check_put_aside,
    check_saved_connections,
    check_settings,
)
from lapwing.engine.diagnosis.folders import check_folders
from lapwing.engine.diagnosis.leftovers import check_crashes, check_results
from lapwing.engine.diagnosis.versions import check_versions
from lapwing.engine.operations import operation

_UNREADABLE: Final = "of a kind that is not known"


class DiagnosisService:
    """Looks where `lapwing doctor` looks, but connects to nothing and names no connection. Event loop's thread."""

    def __init__(self, sessions: SessionsService) -> None:
        self._sessions = sessions

    @operation("engine.diagnose", needs=Permission.ENGINE)
    async def diagnose(self) -> Diagnosis:
        """Versions, folders, files and what is left of crashes; nothing that tells of servers or data."""
        return await asyncio.to_thread(_diagnose, self._sessions.all_facts())


def _diagnose(sessions: tuple[SessionFacts, ...]) -> Diagnosis:
    saved_finding, saved = check_saved_connections()
    sections = {
        "Versions": check_versions(),
        "Drivers": _drivers(),
        "Folders": check_folders(),
        "Files": [*check_settings(), saved_finding, *check_environments(), *check_put_aside(paths.config())],
        "Connections": [_saved(saved), _open(sessions)],
        "Results": check_results(),
        "Crashes": check_crashes(),
    }
    return Diagnosis(tuple(Section(title, tuple(map(_at_home, found))) for title, found in sections.items()))


def _drivers() -> Iterable[Finding]:
    for driver_id in known_drivers():
        try:
            libraries = driver_named(driver_id).libraries()
        except (LapwingError, ImportError) as error:
            yield Finding(driver_id, f"cannot be loaded: {type(error).__name__}", State.PROBLEM)
            continue
        yield Finding(driver_id, ", ".join(f"{library.name} {library.version}" for library in libraries))


def _saved(connections: tuple[Connection, ...]) -> Finding:
    return Finding("saved", _counted(map(_driver_of, connections)))


def _driver_of(connection: Connection) -> str:
    try:
        return parse_url(connection.url).driver
    except LapwingError:
        return _UNREADABLE


def _open(sessions: tuple[SessionFacts, ...]) -> Finding:
    return Finding("sessions", _counted(facts.product for facts in sessions))


def _counted(kinds: Iterable[str]) -> str:
    return ", ".join(f"{count} {kind}" for kind, count in sorted(Counter(kinds).items())) or "none"


def _at_home(finding: Finding) -> Finding:
    """The same with `~` for the home folder, whose name is a person's."""
    home = str(Path.home())
    if len(home) < 2:
        return finding
    words = re.sub(rf"{re.escape(home)}(?![\w.-])", "~", finding.words)
    return Finding(finding.subject, words, finding.state)
