"""What a service of the engine is to whoever starts, stops and watches it.

**Where services are registered.** `Engine.services` (engine/services/host.py) is the one host. What the engine is made
of is registered in `engine/engine.py`, where it is made: `self.services.register(...)`. What lies above the engine (the
webhook listener in `server/`) is registered by who starts the engine, with `engine.services.register(...)` before
`engine.start_services()`, beside its operations (`engine.operations.add_service(...)`). A service that is registered
later begins at once where it is wanted. What has to happen before the first one starts, and after the last one ended
(hooks of plugins), is given to `engine.services.before(...)` and `.after(...)`.

**Who says whether it runs.** A person does, by `service.start` and `service.stop`; the host keeps that, for all engines
of the profile. A service keeps no switch of its own: `is_wanted` is only asked while no person has chosen.
"""

from typing import Protocol

from lapwing.domain.services import ServiceHealth


class HostedService(Protocol):
    """A service with a life: the monitor, the webhook listener, deliveries. Event loop's thread.

    Attributes:
        id: Such as `webhook-listener`.
        title: For the person.
        logger: The name of the logger whose lines are the service's (those of loggers below it, too).
        once_in_a_profile: Whether it may run only in the engine that holds the profile's service lock.
    """

    @property
    def id(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def logger(self) -> str: ...

    @property
    def once_in_a_profile(self) -> bool: ...

    def is_wanted(self) -> bool:
        """Whether it runs with the engine where no person has started or stopped it yet: False for one that is off
        by default. Quick; must load nothing."""
        ...

    async def start(self) -> None:
        """Begin; returns when it does its work. What is heavy is loaded here at the earliest, better with the first
        thing that there is to do.

        Raises:
            LapwingError: Why it cannot.
        """
        ...

    async def run(self) -> None:
        """Returns when it has ended by itself; raises why it failed. Cancelled when it is stopped."""
        ...

    async def stop(self) -> None:
        """End, and let go of everything, within a few seconds. Also after a failure, and may be called twice. It may
        be started again afterwards."""
        ...

    def health(self) -> ServiceHealth:
        """How it is now, asked once a second while it runs. Quick; never raises."""
        ...
