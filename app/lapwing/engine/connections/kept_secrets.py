"""The secrets that are kept for connections, by where each of them says."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Iterable, Mapping

from lapwing.domain.connections import Connection
from lapwing.domain.errors import LapwingError
from lapwing.domain.secret_errors import KeyringMissing, SecretLeft, SecretNotKept
from lapwing.domain.secrets import PURPOSES, Secret, SecretKind
from lapwing.store.secrets.kept import KeepsSecrets

_log = logging.getLogger(__name__)


class KeptSecrets:
    """The places that keep secrets. What is no coroutine blocks, and may come from any thread.

    Attributes:
        kinds: Those of the places.
    """

    def __init__(self, places: Mapping[SecretKind, KeepsSecrets]) -> None:
        self._places = places
        self.kinds = tuple(places)

    def get(self, connection: Connection, purpose: str) -> Secret | None:
        """What is kept for it, or None when nothing is.

        Raises:
            SecretUnavailable, StoredNewer, StoredUnreadable: It cannot be fetched now.
        """
        place = self._places.get(connection.secret.kind)
        return place.get(_entry(connection.id, purpose)) if place else None

    def put(self, connection: Connection, purpose: str, secret: Secret) -> None:
        """Keep it where the connection says.

        Raises:
            SecretNotKept: That is no place to keep anything.
            SecretUnavailable, StoredNewer, StoredUnreadable, DiskFull: It cannot be kept now.
        """
        place = self._places.get(connection.secret.kind)
        if place is None:
            raise SecretNotKept(connection=connection.name)
        place.put(_entry(connection.id, purpose), secret)

    async def remove(self, kind: SecretKind, connection_id: str, label: str, purposes: Iterable[str]) -> None:
        """Remove what is kept in that place, if it is one.

        Args:
            label: What the connection is called in an error.

        Raises:
            SecretLeft: It could not be removed.
        """
        place = self._places.get(kind)
        if place is None:
            return
        try:
            for purpose in purposes:
                await asyncio.to_thread(place.remove, _entry(connection_id, purpose))
        except KeyringMissing:
            _log.info("no keyring answers, so there is nothing to forget in it")
        except LapwingError as error:
            raise SecretLeft(connection=label, place=place.in_words(), reason=str(error)) from error

    @contextlib.asynccontextmanager
    async def moving(self, old: Connection, new: Connection) -> AsyncIterator[None]:
        """Within it the connection is saved; its secrets go along to the place that it now names.

        They are copied before and removed from the old place after, so that one of both has them whatever fails.

        Raises:
            SecretUnavailable, StoredNewer, StoredUnreadable, DiskFull: Nothing was changed.
            SecretLeft: All was done, but the old place may still hold a secret.
        """
        source, target = (self._places.get(each.secret.kind) for each in (old, new))
        if source is None or source is target:
            yield
            return
        copied: list[str] = []
        try:
            if target:
                await asyncio.to_thread(_copy, new.id, source, target, copied)
            yield
        except BaseException:
            if target:
                await _undo(target, copied)
            raise
        await self.remove(old.secret.kind, new.id, new.name, PURPOSES)


def _copy(connection_id: str, source: KeepsSecrets, target: KeepsSecrets, copied: list[str]) -> None:
    """Copy all of a connection's secrets; the names of those that there were are added to `copied`."""
    for name in (_entry(connection_id, purpose) for purpose in PURPOSES):
        try:
            secret = source.get(name)
        except KeyringMissing:
            _log.info("no keyring answers, so there is nothing to move out of it")
            break
        if secret is not None:
            target.put(name, secret)
            copied.append(name)


async def _undo(target: KeepsSecrets, copied: list[str]) -> None:
    for name in copied:
        try:
            await asyncio.to_thread(target.remove, name)
        except LapwingError as error:  # what went wrong before is what a person has to hear of
            _log.warning("a copied secret was left in %s: %s", target.in_words(), error)


def _entry(connection_id: str, purpose: str) -> str:
    return f"{connection_id}/{purpose}"
