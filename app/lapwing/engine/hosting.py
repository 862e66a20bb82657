"""What a service of the engine is to whoever starts, stops and watches it."""

from typing import Protocol

from lapwing.domain.services import ServiceHealth


class HostedService(Protocol):
    """A service with a life: the monitor, the webhook listener, deliveries. Event loop's thread.

    Attributes:
        id: Such as `webhook-listener`.
        title: For the person.
        logger: The name of the logger whose lines are the service's.
        once_in_a_profile: Whether it may run only in the engine that holds the profile's service lock.
    """

    id: str
    title: str
    logger: str
    once_in_a_profile: bool

    def is_wanted(self) -> bool:
        """Whether it is to run whenever the engine does, as the settings say now."""
        ...

    async def start(self) -> None:
        """Begin; returns when it does its work.

        Raises:
            LapwingError: Why it cannot.
        """
        ...

    async def run(self) -> None:
        """Returns when it has ended by itself; raises why it failed. Cancelled when it is stopped."""
        ...

    async def stop(self) -> None:
        """End, and let go of everything. Also after a failure, and may be called twice."""
        ...

    def health(self) -> ServiceHealth:
        """How it is now. Quick; never raises."""
        ...
