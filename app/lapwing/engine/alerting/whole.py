"""Alerting as a whole: its services, and how they know each other."""

from lapwing.engine.alerting.keeper import AlertKeeper
from lapwing.engine.alerting.rulebook import Rulebook
from lapwing.engine.alerting.rules import AlertRulesService
from lapwing.engine.alerting.service import AlertsService
from lapwing.engine.alerting.telling import Telling
from lapwing.engine.alerting.wanted import WantedRules
from lapwing.engine.bus import Bus
from lapwing.engine.connections.secrets import SecretsService
from lapwing.engine.connections.service import ConnectionsService


class WholeAlerting:
    """Hears samples by the bus alone.

    Attributes:
        alerts: Those that are.
        services: Those with operations.
    """

    def __init__(self, bus: Bus, connections: ConnectionsService, secrets: SecretsService) -> None:
        self._keeper = AlertKeeper()
        wanted = WantedRules(Rulebook())
        self.telling = Telling(bus, wanted, self._keeper, secrets)
        self.alerts = AlertsService(bus, connections, wanted, self._keeper, self.telling)
        rules = AlertRulesService(
            bus,
            wanted,
            self.telling,
            self._keeper,
            secrets,
            self.alerts.states,
            self.alerts.values,
            self.alerts.watched,
        )
        self.services = (self.alerts, rules)

    async def close(self) -> None:
        """Judge and tell no more; what was found is kept."""
        await self.alerts.close()
        await self.telling.close()
        await self._keeper.close()
