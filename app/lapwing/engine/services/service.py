"""What can be asked of the services of the engine."""

import asyncio
from typing import Final

from lapwing.domain.operations import Permission
from lapwing.domain.services import ServiceFacts, ServiceList, ServiceLog, ServiceNotFollowed, ServiceRequest
from lapwing.engine.operations import operation
from lapwing.engine.services.choices import Wish
from lapwing.engine.services.host import ServiceHost
from lapwing.engine.services.log_file import lines_of

_FOLLOWED_WITHIN_S: Final = 15.0
_ASKED_EVERY_S: Final = 0.05


class ServicesService:
    """Event loop's thread."""

    def __init__(self, host: ServiceHost) -> None:
        self._host = host

    @operation("service.list", needs=Permission.ENGINE)
    async def list_services(self) -> ServiceList:
        """The services of the engine: what goes on though nobody asks, how it is, and which engine does it."""
        return self._host.facts()

    @operation("service.start", needs=Permission.ENGINE)
    async def start(self, request: ServiceRequest) -> ServiceFacts:
        """Have a service run whenever an engine of the profile does, from now on; one that waits after a failure is
        started at once. Why it failed is in the answer.

        Raises:
            ServiceUnknown, ServiceStuck
            ServiceNotFollowed: Another engine does it, and does not answer. What was wanted is kept.
            StoredNewer, StoredDamaged, StoredUnreadable, DiskFull: Nothing was changed.
        """
        return await self._choose(request, Wish.START)

    @operation("service.stop", needs=Permission.ENGINE)
    async def stop(self, request: ServiceRequest) -> ServiceFacts:
        """Stop a service; it stays so, also when the engine is started again, until somebody starts it.

        Raises:
            ServiceUnknown, ServiceStuck
            ServiceNotFollowed: Another engine does it, and does not answer. What was wanted is kept.
            StoredNewer, StoredDamaged, StoredUnreadable, DiskFull: Nothing was changed.
        """
        return await self._choose(request, Wish.STOP)

    @operation("service.restart", needs=Permission.ENGINE)
    async def restart(self, request: ServiceRequest) -> ServiceFacts:
        """Stop a service and start it again; one that was stopped is started.

        Raises:
            ServiceUnknown, ServiceStuck
            ServiceNotFollowed: Another engine does it, and does not answer. What was wanted is kept.
            StoredNewer, StoredDamaged, StoredUnreadable, DiskFull: Nothing was changed.
        """
        return await self._choose(request, Wish.RESTART)

    @operation("service.log", needs=Permission.ENGINE)
    async def log(self, request: ServiceRequest) -> ServiceLog:
        """The last lines of a service's log; where another engine does it, or none, what engines wrote into their log.

        Raises:
            ServiceUnknown: There is none of that id.
        """
        life = self._host.life(request.service_id)
        if self._host.does(life):
            return ServiceLog(life.log.lines())
        return ServiceLog(await asyncio.to_thread(lines_of, life.service.logger))

    async def _choose(self, request: ServiceRequest, wish: Wish) -> ServiceFacts:
        choice = await self._host.choose(request.service_id, wish)
        facts = self._host.fact(request.service_id)
        if facts.process_id:
            await self._followed(facts, choice.id)
        return self._host.fact(request.service_id)

    async def _followed(self, facts: ServiceFacts, choice_id: str) -> None:
        """Wait until the other engine has done it.

        Raises:
            ServiceNotFollowed: It takes too long.
        """
        try:
            async with asyncio.timeout(_FOLLOWED_WITHIN_S):
                while not self._host.is_followed(facts.id, choice_id):
                    await asyncio.sleep(_ASKED_EVERY_S)
        except TimeoutError:
            raise ServiceNotFollowed(service=facts.title, process=facts.process_id) from None
