"""What could be better on a server, looked for when somebody asks."""

import asyncio
from dataclasses import replace

from lapwing.domain.errors import LapwingError
from lapwing.domain.monitoring.advice import (
    AdviceFinding,
    AdviceKind,
    AdviceReading,
    CompareSettings,
    ReadAdvice,
    ServerSetting,
    ServerSettings,
    SettingsAnswer,
)
from lapwing.domain.monitoring.advice_texts import COVERED_BY, TABLE
from lapwing.domain.operations import Permission
from lapwing.drivers.base import Session
from lapwing.engine.connections.lanes import Lanes
from lapwing.engine.operations import operation

_NOTHING = "Lapwing knows no advice for this kind of server."


class AdviceService:
    """Asks servers on metadata sessions. Event loop's thread."""

    def __init__(self, lanes: Lanes) -> None:
        self._lanes = lanes

    @operation("advice.read", needs=Permission.QUERY_READ)
    async def read(self, request: ReadAdvice) -> AdviceReading:
        """What could be better in a database, with the evidence and the statement that would change it. Only reads.

        Raises:
            ConnectionUnknown
            LapwingError: What opening a session or reading raises.
        """
        return _consistent(await self._lanes.do(request.connection_id, _findings, request.database))

    @operation("advice.settings", needs=Permission.QUERY_READ)
    async def settings(self, request: CompareSettings) -> SettingsAnswer:
        """The settings of several servers; what kept one from being read stands in its `note`."""
        servers = await asyncio.gather(*map(self._settings, request.connection_ids))
        return SettingsAnswer(tuple(servers))

    async def _settings(self, connection_id: str) -> ServerSettings:
        try:
            found = await self._lanes.do(connection_id, _settings_of)
        except LapwingError as error:
            return ServerSettings(connection_id, (), error.in_full)
        return ServerSettings(connection_id, found)


def _findings(session: Session) -> AdviceReading:
    advisor = session.advisor
    return AdviceReading(notes=(_NOTHING,)) if advisor is None else advisor.findings()


def _consistent(reading: AdviceReading) -> AdviceReading:
    """Without findings that, followed together, would take away an index and the one that stands in for it: what covers
    a duplicate is not called unused, and what is a duplicate is called so only once."""
    duplicates = [each for each in reading.findings if each.kind is AdviceKind.DUPLICATE_INDEX]
    doubled = {each.subject for each in duplicates}
    needed = [dict(each.evidence) for each in duplicates]

    def stands(finding: AdviceFinding) -> bool:
        if finding.kind is not AdviceKind.UNUSED_INDEX:
            return True
        table = dict(finding.evidence).get(TABLE)
        covers = (each for each in needed if each.get(TABLE) == table)
        return finding.subject not in doubled and not any(
            finding.subject.endswith(f".{each[COVERED_BY]}") for each in covers
        )

    return replace(reading, findings=tuple(filter(stands, reading.findings)))


def _settings_of(session: Session) -> tuple[ServerSetting, ...]:
    advisor = session.advisor
    return () if advisor is None else advisor.settings()
