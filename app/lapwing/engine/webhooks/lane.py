"""One endpoint's deliveries: one after the other, in the order in which they were accepted.

While the endpoint does not answer, or answers that it cannot, those behind wait: they would fare the same, and the
order stays. A message that is refused for itself steps aside until its next attempt. In either case each delivery has
its number of attempts, and then the next one has its turn.
"""

import asyncio
import logging
from collections.abc import Callable
from typing import Final

from lapwing import paths
from lapwing.domain.errors import DefectFound, ErrorFacts, LapwingError
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.webhooks.deliveries import DeliveryFacts, DeliveryState
from lapwing.domain.webhooks.deliveries_errors import DeliveryExpired, EndpointInvalid, EndpointUnknown
from lapwing.domain.webhooks.endpoints import CircuitState, Endpoint
from lapwing.engine.webhooks.endpoint_secrets import EndpointSecrets, EndpointVault
from lapwing.engine.webhooks.pace import LOGGER, Circuit, Pace, now
from lapwing.engine.webhooks.queue_keeper import QueueKeeper
from lapwing.engine.webhooks.sending import Message, Sender, Sent
from lapwing.store.deliveries.queue import Due, NextDeliveries, Outcome, next_due, note

_log: Final = logging.getLogger(LOGGER)
_AT_ONCE: Final = 32
_GONE: Final = 410
OF_THE_MESSAGE: Final = frozenset({400, 406, 411, 413, 414, 415, 422, 431})
"""Answers that say something of the message, not of the endpoint."""


@dataclass(slots=True)
class LaneParts:
    """What all lanes share.

    Attributes:
        find: The endpoint of an id as it is now; raises EndpointUnknown.
        told: Called with each delivery whose state changed, when that is on the disk.
        changed: Called when how an endpoint is may have changed.
        retire: Called with an endpoint that says it is gone for good.
    """

    keeper: QueueKeeper
    vault: EndpointVault
    pace: Pace
    find: Callable[[str], Endpoint]
    told: Callable[[DeliveryFacts], None]
    changed: Callable[[str], None]
    retire: Callable[[Endpoint], None]
    make_sender: Callable[[], Sender]


class Lane:
    """Event loop's thread.

    Attributes:
        error: What keeps the endpoint from being told now; None: nothing.
        again_at: When it goes on, Unix seconds; None: as soon as there is something.
    """

    def __init__(self, endpoint_id: str, parts: LaneParts) -> None:
        self._id = endpoint_id
        self._parts = parts
        self._sender = parts.make_sender()
        self._circuit = Circuit(parts.pace)
        self._news = asyncio.Event()
        self._unkept: list[tuple[Outcome, asyncio.Future[DeliveryFacts | None]]] = []
        self._is_ending = False
        self._is_renewed = False
        self.error: ErrorFacts | None = None
        self.again_at: float | None = None
        self._task = asyncio.create_task(self._run(), name=f"webhooks to {endpoint_id[:40]}")

    @property
    def circuit(self) -> CircuitState:
        return self._circuit.state(now())

    @property
    def failures(self) -> int:
        return self._circuit.failures

    def wake(self) -> None:
        """There may be something new to deliver."""
        self._news.set()

    def renew(self) -> None:
        """The endpoint is another one now: what failed before says nothing of it."""
        self._circuit.succeed()
        self.error = None
        self._is_renewed = True
        self.wake()

    async def _run(self) -> None:
        while not self._is_ending:
            self._news.clear()
            try:
                await self._step()
            except LapwingError as error:
                self._note_trouble(error)
                await self._pause(now() + self._parts.pace.blocked_s, alone=True)
            except Exception as error:  # an endpoint that is told no more, and says so nowhere, would be worse
                _log.exception("a defect while %s was told", self._id)
                self._note_trouble(DefectFound(kind=f"{type(error).__name__} in webhooks", log=str(paths.logs())))
                await self._pause(now() + self._parts.pace.blocked_s, alone=True)

    async def _step(self) -> None:
        """Deliver what is due, or wait.

        Raises:
            LapwingError: It is kept from it.
        """
        await self._settle()
        state = self.circuit
        if state is CircuitState.OPEN:
            await self._pause(self._circuit.again_at, alone=True)
            return
        endpoint = self._usable()
        if endpoint is None:
            await self._pause(None)
            return
        limit = 1 if state is CircuitState.HALF_OPEN else _AT_ONCE
        found = await self._next(limit)
        if not found.due:
            await self._pause(found.at)
            return
        for due in found.due:
            if not await self._deliver(due):
                break

    def _usable(self) -> Endpoint | None:
        """The endpoint, or None where it is not to be told.

        Raises:
            EndpointInvalid: Somebody edited it so.
        """
        try:
            endpoint = self._parts.find(self._id)
        except EndpointUnknown:
            return None
        field_name, reason = endpoint.problem()
        if reason:
            raise EndpointInvalid(endpoint=endpoint.name, reason=reason, field=field_name)
        return endpoint if endpoint.enabled else None

    async def _next(self, limit: int) -> NextDeliveries:
        most_wait_s = self._parts.pace.most_wait_s
        return await self._parts.keeper.do(lambda connection: next_due(connection, self._id, now(), limit, most_wait_s))

    async def _pause(self, until: float | None, *, alone: bool = False) -> None:
        """Wait for news or for a time.

        Args:
            alone: Only another endpoint counts as news.
        """
        self.again_at = until
        while not self._is_ending and not self._is_renewed and (until is None or now() < until):
            try:
                async with asyncio.timeout(None if until is None else until - now()):
                    await self._news.wait()
            except TimeoutError:
                break
            self._news.clear()
            if not alone:
                break
        self._is_renewed = False
        self.again_at = None

    async def _deliver(self, due: Due) -> bool:
        """Try one; whether the next one may follow at once.

        Raises:
            LapwingError: Its secrets cannot be fetched, or the endpoint cannot be used.
        """
        endpoint = self._usable()
        if endpoint is None or self._is_ending:
            return False
        kept_s = self._parts.pace.keep_s
        if now() - due.facts.created_at > kept_s and due.facts.attempts:
            expired = DeliveryExpired(hours=round(kept_s / 3600))
            self._keep(Outcome(due.facts.id, DeliveryState.FAILED, now(), error=expired))
            return True
        secrets = await self._parts.vault.of(endpoint)
        return self._note(due, endpoint, await self._send(due, endpoint, secrets))

    async def _send(self, due: Due, endpoint: Endpoint, secrets: EndpointSecrets) -> Sent:
        message = Message(due.facts.message_id, due.content_type, due.body.encode())
        return await self._sender.send(endpoint, secrets, message)

    def _note(self, due: Due, endpoint: Endpoint, sent: Sent) -> bool:
        """Keep what became of it, and see how the endpoint is; whether the next one may follow at once."""
        at, attempt = now(), sent.attempt
        had = self.error, self._circuit.state(at)
        self.error = attempt.error
        if sent.error is None:
            self._circuit.succeed()
            self._keep(Outcome(due.facts.id, DeliveryState.DELIVERED, at, attempt))
        else:
            is_of_message = attempt.status in OF_THE_MESSAGE
            if not is_of_message:
                self._circuit.fail(at)
            self._keep(self._failed(due, sent, at, endpoint.retries, holds=not is_of_message))
            _log.warning("%s was not told of %s: %s", endpoint.name, due.facts.event_type, sent.error)
        if had != (self.error, self._circuit.state(at)):
            self._parts.changed(self._id)
        if attempt.status == _GONE:
            self._parts.retire(endpoint)
            return False
        return sent.error is None or attempt.status in OF_THE_MESSAGE

    def _failed(self, due: Due, sent: Sent, at: float, retries: int, *, holds: bool) -> Outcome:
        """What becomes of a delivery that failed: another attempt later, or none."""
        tried = due.facts.attempts + 1
        if sent.attempt.status == _GONE or tried >= due.budget:
            return Outcome(due.facts.id, DeliveryState.FAILED, at, sent.attempt)
        before = due.budget - 1 - retries  # attempts until it was sent again by a person
        wait_s = self._parts.pace.wait_s(max(1, tried - before))
        if sent.retry_after_s is not None:
            wait_s = max(wait_s, min(sent.retry_after_s, self._parts.pace.obeyed_s))
        return Outcome(due.facts.id, DeliveryState.WAITING, at, sent.attempt, next_at=at + wait_s, holds=holds)

    def _note_trouble(self, error: LapwingError) -> None:
        facts = error.to_wire()
        if facts != self.error:
            _log.warning("%s is not told: %s", self._id, error)
            self.error = facts
            self._parts.changed(self._id)

    # what became of deliveries

    def _keep(self, outcome: Outcome) -> None:
        future = self._parts.keeper.do(lambda connection: note(connection, outcome))
        future.add_done_callback(self._tell)
        self._unkept.append((outcome, future))

    def _tell(self, future: "asyncio.Future[DeliveryFacts | None]") -> None:
        if not future.cancelled() and future.exception() is None:
            facts = future.result()
            if facts is not None:
                self._parts.told(facts)

    async def _settle(self) -> None:
        """See that what became of deliveries is kept, before others are asked for: one whose success is not on the disk
        would be sent again and again.

        Raises:
            LapwingError: It cannot be kept now.
        """
        while self._unkept:
            outcome, future = self._unkept.pop(0)
            try:
                await asyncio.shield(future)
            except LapwingError:
                self._keep(outcome)
                self._unkept.insert(0, self._unkept.pop())
                raise

    async def end(self) -> None:
        """Deliver no more. What is under way is waited for, for a moment: it would be sent again."""
        self._is_ending = True
        self._news.set()
        _, late = await asyncio.wait([self._task], timeout=self._parts.pace.end_s)
        for task in late:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
        await asyncio.gather(*(future for _, future in self._unkept), return_exceptions=True)
        await self._sender.close()
