"""Secrets of plugins, in the places where those of connections are kept: one entry for each plugin."""

import asyncio
import json
from functools import partial
from typing import Final

from lapwing.domain.connections import Connection
from lapwing.domain.errors import LapwingError, PasswordNeeded
from lapwing.domain.plugins.facts import KeptSecrets
from lapwing.domain.secrets import PASSWORD, Secret, SecretKind, SecretPlace
from lapwing.engine.connections.secrets import SecretsService
from lapwing.engine.plugins.own_threads import OwnThreads

MOST: Final = 100
LONGEST: Final = 20_000
_KINDS: Final = (SecretKind.KEYRING, SecretKind.FILE)


class PluginSecrets:
    """Event loop's thread."""

    def __init__(self, secrets: SecretsService) -> None:
        self._secrets = secrets
        self._changing = asyncio.Lock()
        self._threads = OwnThreads(1)  # a keyring may ask the person first

    async def get(self, plugin_id: str, name: str) -> str:
        """A secret of a plugin; empty: there is none, or it cannot be had now."""
        return (await self._all(plugin_id))[1].get(name, "")

    async def keep(self, plugin_id: str, name: str, value: str) -> None:
        """Keep one; an empty one is deleted.

        Raises:
            ValueError: It is too long, or there are too many.
            LapwingError: Keyring or file cannot be written now.
        """
        async with self._changing:
            kind, found = await self._all(plugin_id)
            changed = {key: text for key, text in found.items() if key != name} | ({name: value} if value else {})
            if len(value) > LONGEST or len(name) > 100 or len(changed) > MOST:
                raise ValueError(f"At most {MOST} secrets of {LONGEST:,} characters can be kept.")
            if changed == found:
                return
            owner = _owner(plugin_id, kind or await self._place())
            if changed:
                await self._secrets.keep(owner, PASSWORD, Secret(json.dumps(changed)))
            else:
                await self._secrets.forget(owner, (PASSWORD,))

    async def kept(self, plugin_id: str) -> KeptSecrets:
        """The names of those that are kept, and whether any of the places could be asked."""
        found: dict[str, str] = {}
        is_known = False
        for kind in _KINDS:
            try:
                secret = await self._find(plugin_id, kind)
            except PasswordNeeded:  # that place has none
                is_known = True
                continue
            except LapwingError:  # it cannot be asked now
                continue
            is_known = True
            found = _read(secret) if secret is not None else {}
            if found:
                break
        return KeptSecrets(tuple(sorted(found)), is_known)

    async def forget(self, plugin_id: str) -> None:
        """Forget all secrets of a plugin that was removed.

        Raises:
            SecretLeft: One of the places cannot be reached.
        """
        for kind in _KINDS:
            await self._secrets.forget(_owner(plugin_id, kind), (PASSWORD,))

    async def _place(self) -> SecretKind:
        """The keyring, or where none answers, the encrypted file."""
        places = await self._secrets.places()
        return SecretKind.FILE if not places.keyring and places.file_unlocked else SecretKind.KEYRING

    async def _all(self, plugin_id: str) -> tuple[SecretKind | None, dict[str, str]]:
        """Where they are kept, and what they are."""
        for kind in _KINDS:
            try:
                found = await self._find(plugin_id, kind)
            except LapwingError:  # there is none, or it cannot be had now
                continue
            if found is not None:
                return kind, _read(found)
        return None, {}

    async def _find(self, plugin_id: str, kind: SecretKind) -> Secret | None:
        """Raises LapwingError where there is none, or it cannot be had now."""
        owner = _owner(plugin_id, kind)
        return await self._threads.do(plugin_id, partial(self._secrets.find, owner, PASSWORD))


def _owner(plugin_id: str, kind: SecretKind) -> Connection:
    """What the secrets service takes a plugin for."""
    return Connection(f"plugin-{plugin_id}", plugin_id, f"plugin://{plugin_id}", secret=SecretPlace(kind))


def _read(secret: Secret) -> dict[str, str]:
    try:
        found = json.loads(secret.reveal())
    except ValueError:
        return {}
    return {str(key): str(value) for key, value in found.items()} if isinstance(found, dict) else {}
