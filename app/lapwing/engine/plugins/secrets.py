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
        return next((found[name] for found in (await self._all(plugin_id)).values() if name in found), "")

    async def keep(self, plugin_id: str, name: str, value: str) -> None:
        """Keep one; an empty one is deleted, wherever it can be reached.

        Raises:
            ValueError: It is too long, or there are too many.
            LapwingError: Keyring or file cannot be written now.
        """
        async with self._changing:
            places = await self._all(plugin_id)
            having = [kind for kind, found in places.items() if name in found]
            if not value:
                for kind in having:
                    await self._put(plugin_id, kind, {key: text for key, text in places[kind].items() if key != name})
                return
            used = [*having, *(kind for kind, found in places.items() if found)]
            kind = used[0] if used else await self._place()
            before = places.get(kind, {})
            changed = {**before, name: value}
            if len(value) > LONGEST or len(name) > 100 or len(changed) > MOST:
                raise ValueError(f"At most {MOST} secrets of {LONGEST:,} characters can be kept.")
            if changed != before:
                await self._put(plugin_id, kind, changed)

    async def _put(self, plugin_id: str, kind: SecretKind, secrets: dict[str, str]) -> None:
        owner = _owner(plugin_id, kind)
        if secrets:
            await self._secrets.keep(owner, PASSWORD, Secret(json.dumps(secrets)))
        else:
            await self._secrets.forget(owner, (PASSWORD,))

    async def kept(self, plugin_id: str) -> KeptSecrets:
        """The names of those that are kept, and whether any of the places could be asked."""
        places = await self._all(plugin_id)
        names = {name for found in places.values() for name in found}
        return KeptSecrets(tuple(sorted(names)), is_known=bool(places))

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

    async def _all(self, plugin_id: str) -> dict[SecretKind, dict[str, str]]:
        """What is kept where. A place that cannot be asked now is not among them; it may have some of its own."""
        places: dict[SecretKind, dict[str, str]] = {}
        for kind in _KINDS:
            try:
                found = await self._find(plugin_id, kind)
                places[kind] = _read(found) if found is not None else {}
            except PasswordNeeded:  # that place has none
                places[kind] = {}
            except LapwingError:  # it cannot be asked now
                continue
        return places

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
