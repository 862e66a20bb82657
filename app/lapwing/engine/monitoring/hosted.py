"""Monitoring as a service of the engine: it looks though nobody does, and has what is seen kept and judged.

Where it is stopped, pages still see what they watch; it is neither kept nor judged by alerts.
"""

import asyncio
from typing import Final

from lapwing.domain.errors import LapwingError
from lapwing.domain.monitoring.samples import MonitorFacts, MonitorState
from lapwing.domain.services import ServiceHealth, ServiceNote
from lapwing.engine.monitoring.service import MonitoringService

MONITORING: Final = "monitoring"


class KeptMonitoring:
    """`engine.hosting.HostedService`. Event loop's thread."""

    id = MONITORING
    title = "Monitoring"
    logger = "lapwing.engine.monitoring"
    once_in_a_profile = True

    def __init__(self, monitors: MonitoringService) -> None:
        self._monitors = monitors
        self._problem: LapwingError | None = None

    def is_wanted(self) -> bool:
        """It is, until a person stops it."""
        return True

    async def start(self) -> None:
        """Look at what is kept monitored. Where it cannot be read which those are, what pages watch is kept all the
        same, and the health says why."""
        self._problem = self._monitors.begin_keeping()

    async def run(self) -> None:
        """Each connection has a sampler of its own that lasts: there is nothing that could end."""
        await asyncio.Event().wait()

    async def stop(self) -> None:
        """Let go of the servers that no page watches."""
        self._monitors.end_keeping()

    def health(self) -> ServiceHealth:
        """How many servers are looked at, and which cannot be."""
        facts = self._monitors.watched_now()
        away = [each for each in facts if each.state in (MonitorState.LOST, MonitorState.REFUSED)]
        figures = (("connections", str(len(facts))), ("unreachable", str(len(away))))
        if self._problem is not None:
            return ServiceHealth(is_well=False, figures=figures, problem=self._problem.to_wire())
        return ServiceHealth(not away, _note(facts, away), figures)


def _note(facts: list[MonitorFacts], away: list[MonitorFacts]) -> ServiceNote:
    if away:
        return ServiceNote("monitoring.away", len(away), len(facts))
    return ServiceNote("monitoring.some", len(facts)) if facts else ServiceNote("monitoring.none")
