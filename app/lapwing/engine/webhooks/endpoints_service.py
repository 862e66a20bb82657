"""Endpoints: listed, saved, removed, brought in from elsewhere and tested."""

import contextlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from lapwing.domain.cloud_events import new_event_id
from lapwing.domain.errors import LapwingError, to_wire
from lapwing.domain.operations import Permission
from lapwing.domain.webhooks.deliveries import CheckEndpoint, EndpointChecked
from lapwing.domain.webhooks.deliveries_errors import EndpointGone, EndpointInvalid, EndpointSecretsMissing
from lapwing.domain.webhooks.deliveries_payloads import payload_of, sample_event
from lapwing.domain.webhooks.endpoints import (
    Endpoint,
    EndpointFacts,
    EndpointList,
    EndpointRequest,
    EndpointSaved,
    EndpointSecret,
    EndpointsImported,
    ImportEndpoints,
    RotateEndpointSecret,
    SaveEndpoint,
    SwitchEndpoint,
)
from lapwing.domain.webhooks.endpoints_files import ImportOptions, endpoints_in
from lapwing.engine.operations import operation
from lapwing.engine.webhooks.endpoint_keeping import EndpointKeeping
from lapwing.engine.webhooks.endpoint_secrets import EndpointVault
from lapwing.engine.webhooks.endpoints_book import EndpointsBook
from lapwing.engine.webhooks.lane import Lane
from lapwing.engine.webhooks.pace import now
from lapwing.engine.webhooks.queue_keeper import QueueKeeper
from lapwing.engine.webhooks.sending import Message, Sender
from lapwing.store.deliveries.queue import counts, give_up_waiting, release

_MOST_OLD_S: Final = 30 * 86_400.0
"""How long the secret before the newest is used at most."""


class EndpointsService:
    """Event loop's thread.

    Args:
        saved: To be called with an endpoint's id when it is there, another one, or gone.
        lanes: What this engine knows of those that it delivers to.
    """

    def __init__(
        self,
        book: EndpointsBook,
        vault: EndpointVault,
        keeper: QueueKeeper,
        saved: Callable[[str], None],
        lanes: Callable[[], Mapping[str, Lane]],
        make_sender: Callable[[], Sender],
    ) -> None:
        self._book = book
        self._vault = vault
        self._keeping = EndpointKeeping(book, vault)
        self._keeper = keeper
        self._saved = saved
        self._lanes = lanes
        self._make_sender = make_sender

    @operation("webhook.list", needs=Permission.CONNECTIONS_READ)
    async def list_endpoints(self) -> EndpointList:
        """All endpoints, and how each of them is. Secrets are not told."""
        endpoints = self._book.all()
        known: dict[str, tuple[int, float | None]] = {}
        failure: LapwingError | None = None
        if endpoints:
            try:
                known = await self._keeper.do(counts)
            except LapwingError as error:
                failure = error
        found = tuple(self._facts(each, *known.get(each.id, (0, None))) for each in endpoints)
        return EndpointList(found, to_wire(self._book.problem, failure, self._keeper.problem))

    def _facts(self, endpoint: Endpoint, waiting: int, last_at: float | None) -> EndpointFacts:
        lane = self._lanes().get(endpoint.id)
        if lane is None:
            return EndpointFacts(endpoint, waiting, last_delivery_at=last_at)
        return EndpointFacts(endpoint, waiting, lane.circuit, lane.again_at, lane.failures, lane.error, last_at)

    @operation("webhook.save", needs=Permission.CONNECTIONS_WRITE)
    async def save(self, request: SaveEndpoint) -> EndpointSaved:
        """Add an endpoint, or replace the one with its id; a signing secret is made where it has none.

        What waits for it is tried at once.

        Raises:
            EndpointInvalid, EndpointSecretsMissing: Nothing was changed, as for every other error but the last.
            SecretNotKept, SecretUnavailable: Its secrets cannot be kept.
            StoredNewer, StoredDamaged, StoredUnreadable, DiskFull: The list cannot be written.
            SecretLeft: It was saved; its secrets may still be where they were kept before, too.
        """
        saved = await self._keeping.save(request)
        await self._release(saved.endpoint.id)
        self._saved(saved.endpoint.id)
        return saved

    async def _release(self, endpoint_id: str) -> None:
        """What waits for a time is tried at once; where the queue cannot be used, it is tried at that time."""
        with contextlib.suppress(LapwingError):  # told by the list, which asks the same file
            await self._keeper.do(lambda connection: release(connection, endpoint_id))

    @operation("webhook.remove", needs=Permission.CONNECTIONS_WRITE)
    async def remove(self, request: EndpointRequest) -> EndpointList:
        """Take an endpoint off the list with its secrets; what waits for it is given up, and stays in the log.

        Raises:
            EndpointUnknown, StoredNewer, StoredDamaged, StoredUnreadable, DiskFull: Nothing was changed.
            SecretLeft: It was removed, but its secrets may still be where they were kept.
        """
        gone = self._book.find(request.endpoint_id)
        self._book.remove(gone.id)
        self._saved(gone.id)
        with contextlib.suppress(LapwingError):  # what stays in a file that cannot be used is told by the list
            await self._keeper.do(lambda connection: give_up_waiting(connection, gone.id, EndpointGone(), now()))
        await self._vault.forget(gone)
        return await self.list_endpoints()

    @operation("webhook.switch", needs=Permission.CONNECTIONS_WRITE)
    async def switch(self, request: SwitchEndpoint) -> EndpointList:
        """Enable or disable an endpoint. A disabled one hears of nothing new; what waits for it, waits.

        Raises:
            EndpointUnknown, StoredNewer, StoredDamaged, StoredUnreadable, DiskFull: Nothing was changed.
        """
        found = self._book.find(request.endpoint_id)
        self._book.keep(replace(found, enabled=request.enabled, disabled_because=""))
        await self._release(found.id)
        self._saved(found.id)
        return await self.list_endpoints()

    @operation("webhook.secret", needs=Permission.CONNECTIONS_WRITE)
    async def secret(self, request: EndpointRequest) -> EndpointSecret:
        """The secret by which a receiver checks that deliveries are ours.

        Raises:
            EndpointUnknown
            EndpointSecretsMissing: It does not sign, or none is kept.
            SecretUnavailable: It cannot be fetched now.
        """
        endpoint = self._book.find(request.endpoint_id)
        kept = await self._vault.of(endpoint)
        if not kept.signing:
            raise EndpointSecretsMissing(endpoint=endpoint.name, what="its signature")
        return EndpointSecret(kept.signing[0])

    @operation("webhook.rotate", needs=Permission.CONNECTIONS_WRITE)
    async def rotate(self, request: RotateEndpointSecret) -> EndpointSecret:
        """Sign with a new secret from now on, and for a time with the one before it too.

        Raises:
            EndpointUnknown
            EndpointInvalid: It does not sign.
            SecretNotKept, SecretUnavailable: Nothing was changed.
            StoredNewer, StoredDamaged, StoredUnreadable, DiskFull: Nothing was changed.
        """
        found = self._book.find(request.endpoint_id)
        made = await self._keeping.rotate(found, now() + max(0.0, min(request.keep_old_s, _MOST_OLD_S)))
        self._saved(found.id)
        return EndpointSecret(made)

    @operation("webhook.import", needs=Permission.CONNECTIONS_WRITE)
    async def bring_in(self, request: ImportEndpoints) -> EndpointsImported:
        """Take endpoints out of a JSON text; values of headers that are secrets are kept as such.

        Raises:
            EndpointsUnreadable, EndpointInvalid: Nothing was changed.
            SecretNotKept, SecretUnavailable, StoredNewer, StoredDamaged, StoredUnreadable, DiskFull: Those before the
                one that failed were taken.
        """
        options = ImportOptions(request.secret, request.allows_private, request.signs)
        found = endpoints_in(request.text.reveal(), options)
        known = {each.name: each.id for each in self._book.all()}
        wanted = [
            replace(each, endpoint=replace(each.endpoint, id=known.get(each.endpoint.name, ""))) for each in found
        ]
        for each in wanted:
            self._book.prepared(each.endpoint)
        for each in wanted:
            await self.save(each)
        names = [each.endpoint.name for each in wanted]
        added = tuple(name for name in names if name not in known)
        return EndpointsImported(added, tuple(name for name in names if name in known))

    @operation("webhook.test", needs=Permission.CONNECTIONS_WRITE)
    async def check(self, request: CheckEndpoint) -> EndpointChecked:
        """Send a made-up event to an endpoint as it is given, saved or not; what came of it is in the answer.

        Raises:
            EndpointInvalid, EndpointSecretsMissing, SecretUnavailable: Nothing was sent.
        """
        endpoint = request.save.endpoint
        field_name, reason = endpoint.problem()
        if reason:
            raise EndpointInvalid(endpoint=endpoint.name, reason=reason, field=field_name)
        secrets = await self._keeping.merged(request.save)
        event = sample_event(request.event_type, new_event_id(), now())
        content_type, body = payload_of(event, endpoint.payload)
        sender = self._make_sender()
        try:
            sent = await sender.send(endpoint, secrets, Message(f"msg_{event.id}", content_type, body.encode()))
        finally:
            await sender.close()
        return EndpointChecked(endpoint, body, sent.attempt)
