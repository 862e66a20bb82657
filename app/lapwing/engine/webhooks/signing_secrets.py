"""The secrets of services that are listened to: made, kept in the vault, and fetched when a message comes."""

import asyncio
import base64
import contextlib
import logging
import secrets
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Final

from lapwing.domain.connections import Connection
from lapwing.domain.errors import LapwingError
from lapwing.domain.secrets import PASSWORD, Secret, SecretPlace
from lapwing.domain.webhooks.incoming import IncomingService, SigningScheme
from lapwing.domain.webhooks.incoming_errors import SigningSecretLate
from lapwing.engine.connections.secrets import SecretsService
from lapwing.engine.webhooks.arrivals import LOGGER
from lapwing.engine.webhooks.incoming_book import SecretNote, StoredService

_log: Final = logging.getLogger(LOGGER)
_BYTES: Final = 32
_PATIENCE_S: Final = 5.0
"""How long a sender is let wait for a vault; most senders give up after ten seconds."""
_AGAIN_S: Final = 1.0
"""How long a vault that did not open is not asked again: each message would ask."""


def made_secret(scheme: SigningScheme) -> Secret:
    """A new one, as its scheme writes them: 256 random bits."""
    if scheme is SigningScheme.STANDARD:
        return Secret(f"whsec_{base64.b64encode(secrets.token_bytes(_BYTES)).decode()}")
    return Secret(secrets.token_hex(_BYTES))


def _owner(service: str, place: SecretPlace, note: SecretNote) -> Connection:
    """What the secrets service takes a secret for: an entry of its own, under the id of the secret."""
    return Connection(f"webhook-secret-{note.id}", f"the webhooks of {service}", "webhook://lapwing", secret=place)


class SigningSecrets:
    """Event loop's thread. Fetched secrets stay in memory: a message must not wait for a keyring."""

    def __init__(self, vault: SecretsService) -> None:
        self._vault = vault
        self._fetched: dict[str, str] = {}
        self._failed: dict[str, tuple[float, LapwingError]] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}

    @property
    def trouble(self) -> LapwingError | None:
        """Why a secret could not be fetched the last time; None: all could."""
        return next((error for _, error in self._failed.values()), None)

    async def of(self, stored: StoredService) -> Sequence[str]:
        """The secrets that are believed now.

        Raises:
            LapwingError: The vault does not give one.
        """
        notes = stored.believed(time.time())
        missing = [note for note in notes if note.id not in self._fetched]
        if missing:
            tasks = [self._fetching(stored.service, note) for note in missing]
            _, late = await asyncio.wait(tasks, timeout=_PATIENCE_S)
            if late:
                raise SigningSecretLate(service=stored.service.name, waited_s=_PATIENCE_S)
            for task in tasks:
                await task
        return [self._fetched[note.id] for note in notes]

    def _fetching(self, service: IncomingService, note: SecretNote) -> asyncio.Task[None]:
        """One fetch for all who wait for it; it goes on when they have gone."""
        found = self._tasks.get(note.id)
        if found is None:
            found = asyncio.create_task(self._fetch(service, note), name=f"secret of {service.name}")
            self._tasks[note.id] = found
            found.add_done_callback(lambda done: self._end(note.id, done))
        return found

    def _end(self, note_id: str, done: asyncio.Task[None]) -> None:
        del self._tasks[note_id]
        if not done.cancelled():
            done.exception()  # who waited has heard of it, and the log

    async def _fetch(self, service: IncomingService, note: SecretNote) -> None:
        failed_at, error = self._failed.get(note.id, (0.0, None))
        if error is not None and time.monotonic() - failed_at < _AGAIN_S:
            raise error
        owner = _owner(service.name, service.place, note)
        try:
            found = await asyncio.to_thread(self._vault.find, owner, PASSWORD)
            if found is None:
                raise self._vault.needed(owner, PASSWORD)
        except LapwingError as refused:
            _log.warning("the secret of %s cannot be fetched: %s", service.name, refused)
            self._failed[note.id] = time.monotonic(), refused
            raise
        self._fetched[note.id] = found.reveal()
        self._failed.pop(note.id, None)

    async def reveal(self, service: IncomingService, note: SecretNote) -> Secret:
        """One secret, for a person.

        Raises:
            LapwingError: The vault does not give it.
        """
        self._failed.pop(note.id, None)
        if note.id not in self._fetched:
            await self._fetching(service, note)
        return Secret(self._fetched[note.id])

    async def keep(self, service: IncomingService, note: SecretNote, secret: Secret) -> None:
        """Keep one in the vault.

        Raises:
            LapwingError: It cannot be kept now.
        """
        await self._vault.keep(_owner(service.name, service.place, note), PASSWORD, secret)
        self._fetched[note.id] = secret.reveal()
        self._failed.pop(note.id, None)

    @asynccontextmanager
    async def moving(self, old: StoredService, new: IncomingService) -> AsyncIterator[None]:
        """Within it the service is saved with another place for its secrets; they go along.

        Raises:
            LapwingError: One of the places cannot be reached.
        """
        async with contextlib.AsyncExitStack() as stack:
            if old.service.place != new.place:
                for note in old.secrets:
                    owners = (_owner(new.name, place, note) for place in (old.service.place, new.place))
                    await stack.enter_async_context(self._vault.moving(*owners))
            yield

    async def forget(self, service: IncomingService, notes: Sequence[SecretNote]) -> None:
        """Remove secrets from memory and from the vault.

        Raises:
            SecretLeft: One could not be removed from where it is kept.
        """
        for note in notes:
            self._fetched.pop(note.id, None)
            self._failed.pop(note.id, None)
        for note in notes:
            await self._vault.forget(_owner(service.name, service.place, note), (PASSWORD,))
