"""What the webhook listener does with messages, whatever brings them: judge, keep, tell."""

import asyncio
from collections.abc import Callable, Sequence
from typing import Final

from lapwing.domain.cloud_events import EventIds
from lapwing.domain.errors import LapwingError
from lapwing.domain.services import ServiceHealth
from lapwing.domain.visible import visible_text
from lapwing.domain.webhooks.inbox import Handling, InboxChanged, InboxEntry, Verdict
from lapwing.domain.webhooks.incoming import SigningScheme
from lapwing.domain.webhooks.kept_headers import kept_headers
from lapwing.engine.bus import Bus
from lapwing.engine.connections.secrets import SecretsService
from lapwing.engine.hub import EventHub
from lapwing.engine.webhooks.allowance import Allowance
from lapwing.engine.webhooks.arrivals import Arrival, Claim, Headers, Refusal, Taken, Understood
from lapwing.engine.webhooks.inbox_telling import Annotate, InboxTelling
from lapwing.engine.webhooks.inbox_writer import InboxWriter
from lapwing.engine.webhooks.incoming_book import IncomingBook, StoredService
from lapwing.engine.webhooks.signing_secrets import SigningSecrets
from lapwing.engine.webhooks.understanding import understand
from lapwing.engine.webhooks.verifying import Refused, verify
from lapwing.store.inbox.keeping import InboxStore, inbox_path
from lapwing.store.inbox.reading import InboxReader
from lapwing.store.inbox.trimming import Keep
from lapwing.store.inbox.writing import Batch, Handled, NewMessage

MOST_REFUSED_BYTES: Final = 16_384
"""Of a refused message's body, which may be anything, this much is kept."""
_LONGEST_HEADER: Final = 1_000
_LONGEST_NAME: Final = 64
_TOLD_EVERY_S: Final = 0.2
NOTED_PER_S: Final = 20.0
NOTED_BURST_S: Final = 10.0
"""Refused messages of one address that are written down: so many a second, and of so many seconds at once."""


class Incoming:
    """Event loop's thread. `begin` and `end` by the listener that brings messages; the rest by operations, too.

    Attributes:
        book: Settings and services.
        secrets: Those of the services.
        reader: What is kept.
        telling: What is told.
        address: Where the listener listens; None: it does not.
        accepted, refused: Since it began.
        unnoted: Refused ones that were only counted.
    """

    def __init__(self, bus: Bus, hub: EventHub, vault: SecretsService, annotate: Annotate) -> None:
        self.bus = bus
        self.hub = hub
        self.annotate = annotate
        self.book = IncomingBook()
        self.secrets = SigningSecrets(vault)
        path = inbox_path()
        self.reader = InboxReader(path)
        self.writer = InboxWriter(InboxStore(path), self._keep, self._tell_changed)
        self.telling = InboxTelling(self.reader, self.writer.mark, hub, self.book, annotate)
        self.address: tuple[str, int] | None = None
        self.accepted = 0
        self.refused = 0
        self.unnoted = 0
        self._taken = Allowance()
        self._noted = Allowance(NOTED_BURST_S)
        self._ids = EventIds()
        self._news: asyncio.TimerHandle | None = None

    def _keep(self) -> Keep:
        settings = self.book.settings
        return Keep(settings.keep_days, settings.keep_mb << 20)

    def _tell_changed(self) -> None:
        """Say that there is news, some times a second at most."""
        if self._news is None:
            self._news = asyncio.get_running_loop().call_later(_TOLD_EVERY_S, self._changed)

    def _changed(self) -> None:
        self._news = None
        self.bus.publish(InboxChanged())

    # the listener's life

    async def begin(self) -> None:
        """Open the inbox, and tell what waits in it.

        Raises:
            InboxUnusable, StoredNewer
        """
        await self.writer.begin()
        self.accepted = self.refused = self.unnoted = 0
        self.telling.begin()

    async def end(self) -> None:
        """Write what was taken, and let go of the inbox. May be called twice."""
        self.address = None
        await self.telling.end()
        await self.writer.end()

    async def mark(self, handled: Handled) -> None:
        """Keep that a message was told, whether this engine listens or not.

        Raises:
            InboxUnusable, StoredNewer
        """
        if self.writer.is_open:
            await self.writer.mark(handled)
        else:
            await self._beside(lambda store: store.write(Batch(handled=[handled]), self._keep()))

    async def rename(self, old: str, new: str) -> None:
        """Give a service's messages its new name.

        Raises:
            InboxUnusable, StoredNewer
        """
        if self.writer.is_open:
            await self.writer.rename(old, new)
        elif inbox_path().exists():
            await self._beside(lambda store: store.rename(old, new))

    async def _beside(self, act: Callable[[InboxStore], object]) -> None:
        """Write by a connection of its own; SQLite has each writer wait for the other."""
        store = InboxStore(inbox_path())
        try:
            await asyncio.to_thread(act, store)
        finally:
            await asyncio.to_thread(store.close)

    def health(self) -> ServiceHealth:
        """Quick."""
        problem = self.secrets.trouble or self.book.problem or self.writer.notice
        figures = [("Accepted", str(self.accepted)), ("Refused", str(self.refused))]
        if unnoted := self.unnoted + self.writer.unnoted:
            figures.append(("Not noted", str(unnoted)))
        if self.telling.under_way:
            figures.append(("Being told", str(self.telling.under_way)))
        wire = None if problem is None else problem.to_wire()
        return ServiceHealth(problem is None, figures=tuple(figures), problem=wire)

    # messages

    def knows(self, name: str) -> bool:
        """Whether there is such a service, and it is switched on."""
        found = self.book.find(name)
        return found is not None and found.service.enabled

    async def take(self, arrival: Arrival) -> Taken:
        """Judge a message of a service that is known, keep it, and have it told. When an accepted one is returned, it
        is on the disk."""
        try:
            stored = self._stored(arrival)
            secrets = await self._secrets(stored)
            claim = verify(stored.service.scheme, arrival, secrets, arrival.at)
            said = understand(stored.service.scheme, arrival)
            kept = await self._kept(arrival, claim, said)
        except Refused as refused:
            return self.refuse(
                Refusal(
                    refused.verdict,
                    refused.reason,
                    arrival.at,
                    arrival.service,
                    arrival.sender,
                    arrival.headers,
                    arrival.body,
                    len(arrival.body),
                )
            )
        if kept.verdict is Verdict.ACCEPTED:
            self.accepted += 1
            self.telling.add(kept)
            return Taken(kept.verdict, kept.id, challenge=said.challenge)
        self.refused += kept.verdict.is_refusal
        return Taken(kept.verdict, kept.id, kept.reason if kept.verdict.is_refusal else "")

    def _stored(self, arrival: Arrival) -> StoredService:
        found = self.book.find(arrival.service)
        if found is None or not found.service.enabled:
            raise Refused(Verdict.UNKNOWN, "There is no such service.")
        if found.service.scheme is SigningScheme.NONE and not self.book.settings.is_local:
            raise Refused(Verdict.UNSIGNED, "Messages without a signature are taken from this machine only.")
        return found

    async def _secrets(self, stored: StoredService) -> Sequence[str]:
        if stored.service.scheme is SigningScheme.NONE:
            return ()
        try:
            found = await self.secrets.of(stored)
        except LapwingError as error:
            raise Refused(Verdict.BUSY, "The secret of the service cannot be read now.") from error
        if not found:
            raise Refused(Verdict.BUSY, "The service has no secret yet.")
        return found

    async def _kept(self, arrival: Arrival, claim: Claim, said: Understood) -> InboxEntry:
        delivery = claim.delivery_id or said.delivery_id
        keys = [(f"id:{delivery}", Verdict.DUPLICATE)] if delivery else []
        if claim.once:
            keys.append((claim.once, Verdict.REPLAYED))
        entry = InboxEntry(
            self._ids.following(arrival.at),
            arrival.at,
            arrival.service,
            Verdict.ACCEPTED,
            said.event,
            delivery,
            arrival.sender,
            len(arrival.body),
            said.text,
            said.summary,
            handling=Handling.WAITING,
        )
        if self.writer.is_full:
            raise Refused(Verdict.BUSY, "More comes than can be kept.")
        return await self._counted(NewMessage(entry, _shown(arrival.headers), arrival.body, keys=keys))

    async def _counted(self, message: NewMessage) -> InboxEntry:
        """Keep a message, where no more came of its service than the settings take a second. Only what is verified and
        new counts, so that no stranger, and nobody who repeats what he overheard, uses up what the sender has."""
        service = message.entry.service
        if not self._taken.take(service, self.book.settings.most_per_s):
            raise Refused(Verdict.TOO_MANY, "More comes than is taken in a second.")
        is_new = False
        try:
            kept = await self.writer.keep(message)
            is_new = kept.verdict is Verdict.ACCEPTED
        except LapwingError as error:
            raise Refused(Verdict.BUSY, "The message cannot be kept now.") from error
        finally:
            if not is_new:
                self._taken.give_back(service)
        return kept

    def refuse(self, refusal: Refusal) -> Taken:
        """Note that a message was refused; nobody waits until that is kept. Of very many of one address some are only
        counted: they would drive those of others out of the list."""
        self.refused += 1
        if not self._noted.take(refusal.sender, NOTED_PER_S):
            self.unnoted += 1
            return Taken(refusal.verdict, reason=refusal.reason)
        body = refusal.body[:MOST_REFUSED_BYTES]
        entry = InboxEntry(
            self._ids.following(refusal.at),
            refusal.at,
            visible_text(refusal.service[:_LONGEST_NAME]),
            refusal.verdict,
            "",
            "",
            refusal.sender,
            max(refusal.size_bytes, len(refusal.body)),
            reason=refusal.reason,
        )
        is_whole = len(body) == entry.size_bytes
        self.writer.note(NewMessage(entry, _shown(refusal.headers), body, is_whole))
        return Taken(refusal.verdict, entry.id, refusal.reason)


def _shown(headers: Headers) -> list[tuple[str, str]]:
    """Headers as they are kept: what is very long is cut."""
    return [(name[:_LONGEST_HEADER], value[:_LONGEST_HEADER]) for name, value in kept_headers(headers)]
