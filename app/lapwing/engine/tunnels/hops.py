"""The way to an SSH server: itself and the jump hosts before it, each with what `~/.ssh/config` says of it."""

import os
import shlex
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import asyncssh

from lapwing.domain.connections import Phase
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.secrets import Secret
from lapwing.domain.ssh import KEEP_ALIVE_S, SshLogIn, SshPlace, SshTunnel, jump_places
from lapwing.domain.ssh_errors import SshConfigUnusable, SshKeyUnusable
from lapwing.engine.tunnels.known_hosts import EVERYBODYS_FILES, OWN_FILES

_MOST_HOPS: Final = 8
_WITHOUT: Final[dict[str, Any]] = {
    "agent_forwarding": False,
    "gss_host": None,
    "gss_kex": False,
    "gss_auth": False,
    "pkcs11_provider": None,
    "host_based_auth": False,
    "x509_trusted_certs": None,
    "x509_trusted_cert_paths": None,
    "connect_timeout": None,
    "canonicalize_hostname": False,
}
"""What a tunnel has no use for: the agent is lent to nobody, and what takes how long is decided by the connection."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """What one logs in with at the SSH server.

    Attributes:
        password: For `SshLogIn.PASSWORD`.
        passphrase: Of the key's file, for `SshLogIn.KEY`.
    """

    password: Secret | None = None
    passphrase: Secret | None = None


@dataclass(frozen=True, slots=True)
class Hop:
    """One SSH server on the way.

    Attributes:
        place: As it was asked for.
        options: All that is known of how to log in there.
        known_hosts: The files that are read for its host key.
    """

    place: SshPlace
    options: asyncssh.SSHClientConnectionOptions
    known_hosts: tuple[Path, ...]

    @property
    def host(self) -> str:
        return str(self.options.host)

    @property
    def port(self) -> int:
        return int(self.options.port)

    @property
    def user(self) -> str:
        return str(self.options.username)

    @property
    def key_host(self) -> str:
        """The name under which its host key is known (HostKeyAlias)."""
        return str(self.options.host_key_alias or self.options.host)

    @property
    def command(self) -> tuple[str, ...]:
        """The ProxyCommand of `~/.ssh/config` that connects to it, as words; none where it is connected to by TCP."""
        command = self.options.proxy_command
        return tuple(shlex.split(command) if isinstance(command, str) else command or ())


def hops_to(tunnel: SshTunnel, credentials: Credentials, connection: str) -> list[Hop]:
    """The servers in the order in which they are reached. Reads files; a `Match exec` of the config runs its command.

    A password is for the last one alone; jump hosts are logged in to by agent and keys.

    Raises:
        SshConfigUnusable, SshKeyUnusable
    """
    reader = _Reader(tunnel, credentials, connection)
    return reader.hops()


class _Reader:
    def __init__(self, tunnel: SshTunnel, credentials: Credentials, connection: str) -> None:
        self._tunnel = tunnel
        self._credentials = credentials
        self._facts = {"phase": Phase.SSH_CONNECT.value, "connection": connection}
        self._config = self._config_file()

    def _config_file(self) -> list[Path]:
        path = Path("~/.ssh/config").expanduser()
        if not self._tunnel.reads_config or not path.exists():
            return []
        try:
            facts = path.stat()
        except OSError as error:
            raise self._unusable(str(path), f"{error.strerror or error}.") from error
        if facts.st_uid not in {0, os.getuid()} or facts.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
            words = "others may write to it, and it can have commands run. ssh does not read it either."
            raise self._unusable(str(path), words)
        return [path]

    def _unusable(self, path: str, words: str) -> SshConfigUnusable:
        place = self._tunnel.place
        return SshConfigUnusable(**self._facts, ssh_host=place.host, ssh_port=place.port or 22, path=path, server=words)

    def hops(self) -> list[Hop]:
        last = self._hop(self._tunnel.place, is_last=True)
        given = self._tunnel.jumps.strip()
        before = jump_places(given) if given else self._jumps_of(last)
        return [*self._way_to(before, 1), self._behind(last) if before else last]

    def _way_to(self, places: tuple[SshPlace, ...], depth: int) -> list[Hop]:
        """Jump hosts, with those before the first of them; the others are reached from the one before."""
        if not places:
            return []
        if depth + len(places) > _MOST_HOPS:
            raise self._unusable("~/.ssh/config", f"the way has more than {_MOST_HOPS} jump hosts, or goes in circles.")
        first, *rest = (self._hop(place, is_last=False) for place in places)
        before = self._way_to(self._jumps_of(first), depth + len(places))
        return [*before, self._behind(first) if before else first, *map(self._behind, rest)]

    def _jumps_of(self, hop: Hop) -> tuple[SshPlace, ...]:
        found = hop.options.tunnel
        try:
            return jump_places(found) if isinstance(found, str) else ()
        except ValueError as error:
            raise self._unusable("~/.ssh/config", f"{error}") from error

    def _behind(self, hop: Hop) -> Hop:
        """The same, reached through another one: then no command connects to it."""
        return replace(hop, options=asyncssh.SSHClientConnectionOptions(hop.options, proxy_command=None, config=None))

    def _hop(self, place: SshPlace, *, is_last: bool) -> Hop:
        config = self._config or None
        options = self._made(
            lambda: asyncssh.SSHClientConnectionOptions(
                config=config,
                host=place.host,
                port=place.port or (),
                username=place.user or (),
                **self._log_in(is_last=is_last),
                **self._keep_alive(),
                **_WITHOUT,
            )
        )
        return Hop(place, options, self._known_hosts(options))

    def _made(self, make: Callable[[], asyncssh.SSHClientConnectionOptions]) -> asyncssh.SSHClientConnectionOptions:
        key = self._tunnel.key_file if self._tunnel.log_in is SshLogIn.KEY else ""
        try:
            return make()
        except (asyncssh.KeyImportError, asyncssh.KeyEncryptionError) as error:
            if key:
                place = self._tunnel.place
                facts = {**self._facts, "ssh_host": place.host, "path": key, "server": f"{error}."}
                raise SshKeyUnusable(**facts, ssh_port=place.port or 22) from error
            raise self._unusable("~/.ssh/config", f"{error}.") from error
        except OSError as error:
            path = str(error.filename or "~/.ssh/config")
            raise self._unusable(path, f"{error.strerror or error}.") from error
        except (ValueError, asyncssh.Error) as error:
            raise self._unusable("~/.ssh/config", f"{error}.") from error

    def _log_in(self, *, is_last: bool) -> dict[str, Any]:
        tunnel = self._tunnel
        if tunnel.log_in is SshLogIn.PASSWORD and is_last:
            password = self._credentials.password
            return {
                "client_keys": None,
                "agent_path": None,
                "password": password.reveal() if password else None,
                "preferred_auth": ("password", "keyboard-interactive"),
            }
        by_key: dict[str, Any] = {"password": None, "preferred_auth": ("publickey",)}
        if tunnel.log_in is SshLogIn.KEY:
            passphrase = self._credentials.passphrase
            by_key["client_keys"] = [str(Path(tunnel.key_file).expanduser())]
            by_key["passphrase"] = passphrase.reveal() if passphrase else None
            if is_last:
                by_key["agent_path"] = None
        return by_key

    def _keep_alive(self) -> dict[str, Any]:
        """Ours, or that of the config; where neither says any, the usual one."""
        if self._tunnel.keep_alive_s is not None:
            return {"keepalive_interval": self._tunnel.keep_alive_s}
        return {}

    def _known_hosts(self, options: asyncssh.SSHClientConnectionOptions) -> tuple[Path, ...]:
        if self._tunnel.known_hosts:
            return (Path(self._tunnel.known_hosts).expanduser(),)
        own = options.config.get("UserKnownHostsFile", list(OWN_FILES))
        everybodys = options.config.get("GlobalKnownHostsFile", list(EVERYBODYS_FILES))
        assert isinstance(own, list)
        assert isinstance(everybodys, list)
        return tuple(Path(path).expanduser() for path in (*own, *everybodys))


def keep_alive_of(options: asyncssh.SSHClientConnectionOptions, tunnel: SshTunnel) -> float:
    """Seconds between two questions whether the server is there; 0: never."""
    if tunnel.keep_alive_s is None and "ServerAliveInterval" not in options.config.get_options(reload=False):
        return KEEP_ALIVE_S
    return float(options.keepalive_interval)
