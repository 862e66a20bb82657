"""What a plugin may ask of Lapwing (`plugins.api.Context`), as far as a person granted it. Event loop's thread.

This is the only way from a plugin to anything: what is not granted is refused here, whatever its own code believes.
"""

from collections.abc import Awaitable, Callable, Sequence
from fnmatch import fnmatchcase
from typing import Any, Final

from lapwing.domain.errors import LapwingError
from lapwing.domain.event_log import type_problem
from lapwing.domain.event_types import OWN_WORDS
from lapwing.domain.plugins.documents import FieldKind
from lapwing.engine.hub import EventHub
from lapwing.engine.plugins.databases import PluginDatabases
from lapwing.engine.plugins.mail import PluginMail
from lapwing.engine.plugins.network import Network
from lapwing.engine.plugins.pace import Pace
from lapwing.engine.plugins.plain import plain
from lapwing.engine.plugins.secrets import PluginSecrets
from lapwing.plugins.api import ConnectionInfo, HttpAnswer, Mail, Rows
from lapwing.plugins.host.launch import Launch

_LONGEST_TYPE: Final = 200
_EVENTS_PER_S: Final = 50
_EVENTS_AT_ONCE: Final = 500
_BYTES_PER_S: Final = 256 << 10
_BYTES_AT_ONCE: Final = 4 << 20
_OWN: Final = "plugin"


class Permitted:
    """What one plugin is served with."""

    def __init__(
        self,
        launch: Launch,
        hub: EventHub,
        databases: PluginDatabases,
        network: Network,
        mail: PluginMail,
        secrets: PluginSecrets,
        log: Callable[[str, str], None],
    ) -> None:
        self._launch = launch
        self._hub = hub
        self._databases = databases
        self._network = network
        self._mail = mail
        self._secrets = secrets
        self._log = log
        self._events = Pace(_EVENTS_PER_S, _EVENTS_AT_ONCE)
        self._bytes = Pace(_BYTES_PER_S, _BYTES_AT_ONCE)
        self._served: dict[str, Callable[..., Awaitable[object]]] = {
            "log": self._logged,
            "connections": self._connections,
            "tables": self._tables,
            "query": self._query,
            "publish": self._publish,
            "http": self._http,
            "mail": self._mailed,
            "secret": self._secret,
            "keep_secret": self._keep_secret,
        }

    async def serve(self, name: str, arguments: tuple[Any, ...]) -> object:
        """Answer one question.

        Raises:
            PermissionError: It was not granted.
            OSError, RuntimeError, ValueError: As the contract says.
        """
        served = self._served.get(name)
        if served is None:
            raise ValueError(f"There is nothing named {name[:60]}.")
        try:
            return await served(*arguments)
        except LapwingError as error:
            raise RuntimeError(str(error)) from error

    def _demand(self, *permissions: str) -> None:
        if not any(each in self._launch.granted for each in permissions):
            raise PermissionError(f"The permission {permissions[0]} was not given.")

    async def _logged(self, text: str, level: str) -> None:
        self._log(level, text)

    async def _connections(self) -> Sequence[ConnectionInfo]:
        self._demand("schema:read")
        return await self._databases.connections()

    async def _tables(self, connection_id: str) -> Sequence[tuple[str, str]]:
        self._demand("schema:read")
        return await self._databases.tables(connection_id)

    async def _query(self, connection_id: str, sql: str, most: int, within_s: float) -> Rows:
        self._demand("query:read", "query:write")
        writes = "query:write" in self._launch.granted
        try:
            return await self._databases.query(self._launch.id, connection_id, sql, most, within_s, may_write=writes)
        except PermissionError as refusal:
            self._log("warning", f"A statement was not sent. {refusal}")
            raise

    async def _publish(self, event_type: str, data: dict[str, Any]) -> None:
        allowed, own = self._launch.named("events"), f"{_OWN}.{self._launch.id}."
        if len(event_type) > _LONGEST_TYPE or not any(fnmatchcase(event_type, each) for each in allowed):
            raise PermissionError(f"The permission events:{event_type[:_LONGEST_TYPE]} was not given.")
        if event_type.partition(".")[0] in OWN_WORDS and not event_type.startswith(own):
            raise PermissionError(f"Events of that name are told by Lapwing only; {own}... is the plugin's own.")
        if problem := type_problem(event_type, frozenset()):
            raise ValueError(problem)
        told, size = plain(data)
        await self._events.wait(1)
        await self._bytes.wait(size)
        self._hub.publish(event_type, told, source=f"{_OWN}/{self._launch.id}")

    async def _http(
        self, method: str, url: str, headers: dict[str, str] | None, body: bytes, within_s: float
    ) -> HttpAnswer:
        hosts = self._launch.named("network")
        return await self._network.request(hosts, method, url, headers, body, within_s, self._launch.id)

    async def _mailed(self, server: str, mail: Mail, user: str, secret: str, within_s: float) -> Sequence[str]:
        password = await self._secret(secret) if user and secret else ""
        hosts = self._launch.named("network")
        return await self._mail.send(self._launch.id, hosts, server, mail, user, password, within_s)

    async def _secret(self, name: str) -> str:
        self._demand_secret(name)
        return await self._secrets.get(self._launch.id, name)

    async def _keep_secret(self, name: str, value: str) -> None:
        self._demand("secrets:own")
        await self._secrets.keep(self._launch.id, name, value)

    def _demand_secret(self, name: str) -> None:
        """One that a person filled in for it is its own anyway."""
        fields = self._launch.manifest.config
        if not any(each.name == name and each.kind is FieldKind.SECRET for each in fields):
            self._demand("secrets:own")
