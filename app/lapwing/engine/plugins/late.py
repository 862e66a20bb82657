"""Plugins are loaded when somebody asks for them: what they are made of takes a while."""

from lapwing.engine.bus import Bus
from lapwing.engine.hub import EventHub


class Plugins:
    """Event loop's thread."""

    def __init__(self, bus: Bus, hub: EventHub) -> None:
        self._made_of = (bus, hub)

    def services(self) -> tuple[object, ...]:
        """Those that have the operations `plugin.`."""
        from lapwing.engine.plugins.installing import InstallingService, NothingRuns
        from lapwing.plugins.installing.register import PluginRegister

        return (InstallingService(*self._made_of, PluginRegister(), NothingRuns()),)
