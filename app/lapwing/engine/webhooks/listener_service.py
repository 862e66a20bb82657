"""The operations on the webhook listener: where it listens, and whom it believes."""

import asyncio
import contextlib
import math
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Final

from lapwing.domain.errors import LapwingError, to_wire
from lapwing.domain.operations import Permission
from lapwing.domain.secret_errors import SecretLeft
from lapwing.domain.secrets import Secret
from lapwing.domain.webhooks.incoming import (
    OUTSIDE,
    PATH,
    UNSIGNED,
    ConfigureListener,
    IncomingServiceFacts,
    IncomingServiceList,
    IncomingServiceRequest,
    ListenerChanged,
    ListenerStatus,
    RotateSigningSecret,
    SaveIncomingService,
    ShownSigningSecret,
    SigningScheme,
    SigningSecretFacts,
)
from lapwing.domain.webhooks.incoming_errors import IncomingServiceInvalid, SigningSecretHidden, SigningSecretInvalid
from lapwing.engine.operations import operation
from lapwing.engine.webhooks.incoming import Incoming
from lapwing.engine.webhooks.incoming_book import IncomingBook, SecretNote, StoredService, new_note
from lapwing.engine.webhooks.listener_probe import answers, authority, reachable_address
from lapwing.engine.webhooks.signing_secrets import made_secret
from lapwing.engine.webhooks.verifying import problem_of_secret

_MOST_SECRETS: Final = 2
_LONGEST_OVERLAP_S: Final = 90 * 86_400.0


class ListenerService:
    """Event loop's thread."""

    def __init__(self, incoming: Incoming) -> None:
        self._incoming = incoming
        self._bus = incoming.bus
        self._changing = asyncio.Lock()

    @property
    def _book(self) -> IncomingBook:
        return self._incoming.book

    @operation("listener.status", needs=Permission.CONNECTIONS_READ)
    async def status(self) -> ListenerStatus:
        """Where the webhook listener listens, whether it does, and what is dangerous about it.

        Whether one answers is found by asking it, since another engine of the profile may listen. It is started and
        stopped as every service, by `service.start` and `service.stop`.
        """
        settings = self._book.settings
        is_here = self._incoming.address is not None
        address, port = self._where()
        warnings = () if settings.is_local else (OUTSIDE,)
        waiting, problems = 0, to_wire(self._book.problem)
        try:
            waiting = await asyncio.to_thread(self._incoming.reader.waiting_count)
        except LapwingError as error:
            problems = to_wire(self._book.problem, error)
        return ListenerStatus(
            settings,
            is_here,
            is_here or bool(port and await answers(address, port)),
            self._url("{service}"),
            warnings,
            waiting,
            problems,
        )

    def _where(self) -> tuple[str, int]:
        settings = self._book.settings
        return self._incoming.address or (settings.address, settings.port)

    def _url(self, service: str) -> str:
        address, port = self._where()
        return f"http://{authority(reachable_address(address), port)}{PATH}{service}"

    @operation("listener.configure", needs=Permission.CONNECTIONS_WRITE)
    async def configure(self, request: ConfigureListener) -> ListenerStatus:
        """Keep where to listen and how much to keep. A listener that runs follows in a moment.

        Raises:
            ListenerSettingsInvalid: Nothing was changed, as for every other error.
            StoredNewer, StoredDamaged, StoredUnreadable, DiskFull: Nothing was changed.
        """
        self._book.configure(request.settings)
        self._bus.publish(ListenerChanged())
        return await self.status()

    # services

    @operation("listener.services", needs=Permission.CONNECTIONS_READ)
    async def services(self) -> IncomingServiceList:
        """The senders that are listened to, by their names, with what came of each. Secrets are never told by this."""
        stored = self._book.stored().services
        problems = to_wire(self._book.problem)
        try:
            counts = await asyncio.to_thread(self._incoming.reader.counts)
        except LapwingError as error:
            counts, problems = {}, to_wire(self._book.problem, error)
        return IncomingServiceList(tuple(self._facts(each, counts.get(each.service.name)) for each in stored), problems)

    def _facts(self, stored: StoredService, counts: tuple[int, int, float] | None) -> IncomingServiceFacts:
        accepted, refused, last_at = counts or (0, 0, None)
        service = stored.service
        secrets = tuple(
            SigningSecretFacts(note.id, note.made_at, note.ends_at, note.is_unseen)
            for note in stored.believed(time.time())
        )
        warning = UNSIGNED if service.scheme is SigningScheme.NONE else ""
        if not secrets and not warning:
            warning = "It has no secret yet, so all that comes is put off."
        return IncomingServiceFacts(service, self._url(service.name), secrets, warning, accepted, refused, last_at)

    @operation("listener.save_service", needs=Permission.CONNECTIONS_WRITE)
    async def save_service(self, request: SaveIncomingService) -> IncomingServiceList:
        """Add a sender, or replace the one of that name. Where it has no secret, one is made, to be shown once by
        `listener.show_secret`; Slack and Stripe give theirs, which must come along.

        Raises:
            IncomingServiceInvalid, IncomingServiceUnknown, SigningSecretInvalid: Nothing was changed.
            SecretUnavailable, SecretNotKept, StoredNewer, StoredDamaged, StoredUnreadable, DiskFull: Nothing was
                changed.
            SecretLeft: It was saved, and the place where its secrets were may still hold one.
        """
        service, replaces = request.service, request.replaces
        async with self._changing:
            self._book.check(service, replaces)
            old = self._book.find(replaces or service.name)
            stored = StoredService(service, old.secrets if old is not None else ())
            gone = () if old is None or old.service.scheme is service.scheme else old.secrets
            if gone:
                stored = replace(stored, secrets=())
            stored = await self._with_secret(stored, request.secret)
            async with self._undone(stored, old.secrets if old is not None else ()):
                if old is not None and not gone:
                    async with self._incoming.secrets.moving(old, service):
                        self._book.save(stored, replaces)
                else:
                    self._book.save(stored, replaces)
            self._bus.publish(ListenerChanged())
            if replaces and replaces != service.name:
                await self._incoming.rename(replaces, service.name)
            if old is not None:
                dropped = [note for note in old.secrets if note not in stored.secrets]
                await self._incoming.secrets.forget(old.service, dropped)
        return await self.services()

    async def _with_secret(self, stored: StoredService, given: Secret | None) -> StoredService:
        """With the secret that was given instead of others, or with one that is made where there is none."""
        service = stored.service
        if service.scheme is SigningScheme.NONE:
            return replace(stored, secrets=())
        if given is None and stored.believed(time.time()):
            return stored
        if given is None and service.scheme.is_given:
            reason = "its sender gives the secret: it has to be entered."
            raise IncomingServiceInvalid(service=service.name, reason=reason, field="secret")
        return replace(stored, secrets=(await self._new_secret(stored, given),))

    async def _new_secret(self, stored: StoredService, given: Secret | None) -> SecretNote:
        service = stored.service
        secret = given if given is not None else made_secret(service.scheme)
        reason = problem_of_secret(service.scheme, secret.reveal())
        if reason:
            raise SigningSecretInvalid(service=service.name, reason=reason, field="secret")
        note = new_note(is_unseen=given is None)
        await self._incoming.secrets.keep(service, note, secret)
        return note

    @asynccontextmanager
    async def _undone(self, stored: StoredService, before: Sequence[SecretNote]) -> AsyncIterator[None]:
        """Within it a service is saved; where that fails, secrets that are new are forgotten."""
        try:
            yield
        except BaseException:
            known = {note.id for note in before}
            with contextlib.suppress(SecretLeft):  # what went wrong before is what a person has to hear of
                new = [note for note in stored.secrets if note.id not in known]
                await self._incoming.secrets.forget(stored.service, new)
            raise

    @operation("listener.remove_service", needs=Permission.CONNECTIONS_WRITE)
    async def remove_service(self, request: IncomingServiceRequest) -> IncomingServiceList:
        """Listen to a sender no longer, and forget its secrets. What came of it is kept.

        Raises:
            IncomingServiceUnknown, StoredNewer, StoredDamaged, StoredUnreadable, DiskFull: Nothing was changed.
            SecretLeft: It was removed, but a secret may still be where it was kept.
        """
        async with self._changing:
            gone = self._book.remove(request.name)
            self._bus.publish(ListenerChanged())
            await self._incoming.secrets.forget(gone.service, gone.secrets)
        return await self.services()

    # secrets

    @operation("listener.rotate_secret", needs=Permission.CONNECTIONS_WRITE)
    async def rotate_secret(self, request: RotateSigningSecret) -> IncomingServiceList:
        """Give a sender a new secret. The one before is believed for as long as is said, so that none is refused while
        the sender is told; older ones are forgotten.

        Raises:
            IncomingServiceUnknown, IncomingServiceInvalid, SigningSecretInvalid: Nothing was changed.
            SecretUnavailable, SecretNotKept, StoredNewer, StoredDamaged, StoredUnreadable, DiskFull: Nothing was
                changed.
            SecretLeft: It was rotated, but an old secret may still be where it was kept.
        """
        async with self._changing:
            stored = self._book.service(request.name)
            self._check_rotation(stored, request)
            now = time.time()
            note = await self._new_secret(stored, request.secret)
            before = [replace(each, ends_at=now + request.overlap_s) for each in stored.secrets[-1:]]
            kept = (*(before if request.overlap_s > 0 else ()), note)[-_MOST_SECRETS:]
            changed = replace(stored, secrets=kept)
            async with self._undone(changed, stored.secrets):
                self._book.save(changed)
            self._bus.publish(ListenerChanged())
            left = {each.id for each in kept}
            dropped = [each for each in stored.secrets if each.id not in left]
            await self._incoming.secrets.forget(stored.service, dropped)
        return await self.services()

    def _check_rotation(self, stored: StoredService, request: RotateSigningSecret) -> None:
        service = stored.service
        if service.scheme is SigningScheme.NONE:
            raise IncomingServiceInvalid(service=service.name, reason="it asks for no signature, so it has no secret.")
        if request.secret is None and service.scheme.is_given:
            reason = "its sender gives the secret: it has to be entered."
            raise IncomingServiceInvalid(service=service.name, reason=reason, field="secret")
        if not (math.isfinite(request.overlap_s) and 0 <= request.overlap_s <= _LONGEST_OVERLAP_S):
            reason = "the secret before can be believed for up to 90 days."
            raise IncomingServiceInvalid(service=service.name, reason=reason)

    @operation("listener.show_secret", needs=Permission.CONNECTIONS_WRITE)
    async def show_secret(self, request: IncomingServiceRequest) -> ShownSigningSecret:
        """The newest secret of a sender, if it was made here: told once, to be entered there.

        Raises:
            IncomingServiceUnknown
            SigningSecretHidden: It was shown before, or somebody entered it.
            SecretUnavailable, StoredNewer, StoredDamaged, StoredUnreadable, DiskFull: It was not shown.
        """
        async with self._changing:
            stored = self._book.service(request.name)
            if not stored.secrets or not stored.secrets[-1].is_unseen:
                raise SigningSecretHidden(service=request.name)
            newest = stored.secrets[-1]
            secret = await self._incoming.secrets.reveal(stored.service, newest)
            seen = replace(newest, is_unseen=False)
            self._book.save(replace(stored, secrets=(*stored.secrets[:-1], seen)))
            self._bus.publish(ListenerChanged())
        return ShownSigningSecret(newest.id, secret)
