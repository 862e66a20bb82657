"""SSH tunnels: over which server a connection goes, how one logs in there, and whose host keys are believed."""

import re
from enum import StrEnum
from typing import Final

from lapwing.domain.late_dataclass import dataclass

PORT: Final = 22
KEEP_ALIVE_S: Final = 30
LONGEST_KEEP_ALIVE_S: Final = 86_400
_HOST: Final = re.compile(r"[\w.%:-]+")
"""Names, addresses, and aliases of `~/.ssh/config`; none begins with a dash, which programs take for an option."""
_JUMP: Final = re.compile(r"(?:(?P<user>[^@,\s]+)@)?(?P<host>\[[^\]\s]+\]|[^:@,\s\[\]]+)(?::(?P<port>\d{1,5}))?")
_USER: Final = re.compile(r"[^\s\x00-\x1f\x7f]*")


class SshLogIn(StrEnum):
    """How one logs in at the SSH server."""

    AGENT = "agent"
    """As `ssh` does it: by the agent, and by the usual keys that need no passphrase."""
    KEY = "key"
    """By one file with a key; its passphrase is a secret of the connection where it has one."""
    PASSWORD = "password"  # noqa: S105 - the way's name
    """By a password, also where the server asks for it in a dialogue (keyboard-interactive)."""


@dataclass(frozen=True, slots=True)
class SshPlace:
    """An SSH server.

    Attributes:
        host: A name, an address, or an alias of `~/.ssh/config`.
        port: None: as `~/.ssh/config` says, or 22.
        user: Empty: as `~/.ssh/config` says, or who runs Lapwing.
    """

    host: str
    port: int | None = None
    user: str = ""

    def __str__(self) -> str:
        user = f"{self.user}@" if self.user else ""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{user}{host}{f':{self.port}' if self.port else ''}"


@dataclass(frozen=True, slots=True)
class SshTunnel:
    """Over which SSH server a connection goes. It holds no secret.

    Attributes:
        host, port, user: As of `SshPlace`.
        key_file: The path of the private key, for `SshLogIn.KEY`.
        jumps: Servers to go through before, in the form of ssh's ProxyJump: `user@host:port,host2`; empty: as
            `~/.ssh/config` says.
        reads_config: Whether `~/.ssh/config` counts.
        keep_alive_s: Seconds of silence after which the server is asked whether it is there; 0: never; None: as
            `~/.ssh/config` says (ServerAliveInterval), or `KEEP_ALIVE_S`.
        known_hosts: A file of known host keys that is read instead of the person's own; empty: the usual ones.
    """

    host: str
    port: int | None = None
    user: str = ""
    log_in: SshLogIn = SshLogIn.AGENT
    key_file: str = ""
    jumps: str = ""
    reads_config: bool = True
    keep_alive_s: int | None = None
    known_hosts: str = ""

    @property
    def place(self) -> SshPlace:
        return SshPlace(self.host, self.port, self.user)

    def problem(self) -> str:
        """What keeps this tunnel from ever being opened, as a sentence; empty when nothing does."""
        try:
            jump_places(self.jumps)
        except ValueError as error:
            return str(error)
        if not is_host(self.host):
            return "The SSH server needs a name or an address, without blanks and not beginning with a dash."
        if self.port is not None and not 0 < self.port < 65_536:
            return "The port of the SSH server must be a number from 1 to 65535."
        if not _USER.fullmatch(self.user) or self.user.startswith("-"):
            return "The user of the SSH server has no blanks in its name, and does not begin with a dash."
        if self.log_in is SshLogIn.KEY and not self.key_file:
            return "For logging in at the SSH server by a key, name the key's file."
        if not 0 <= (self.keep_alive_s or 0) <= LONGEST_KEEP_ALIVE_S:
            return f"The keep-alive of the SSH tunnel must be a number of seconds from 0 to {LONGEST_KEEP_ALIVE_S}."
        if "\0" in self.key_file + self.known_hosts:
            return "A file's name holds a NUL character."
        return ""


def is_host(text: str) -> bool:
    """Whether it can be the name of a host, an address or an alias."""
    return bool(_HOST.fullmatch(text)) and not text.startswith("-")


def jump_places(text: str) -> tuple[SshPlace, ...]:
    """The servers of ssh's ProxyJump (man 5 ssh_config), the first one to be reached first; none of an empty text.

    Raises:
        ValueError: It has another form; its text is a sentence.
    """
    if not text.strip() or text.strip().lower() == "none":
        return ()
    return tuple(_jump(part.strip()) for part in text.split(","))


def _jump(text: str) -> SshPlace:
    found = _JUMP.fullmatch(text.removeprefix("ssh://").removesuffix("/"))
    host = found["host"].strip("[]") if found else ""
    port = int(found["port"]) if found and found["port"] else None
    user = (found["user"] or "") if found else ""
    if not is_host(host) or user.startswith("-") or (port is not None and not 0 < port < 65_536):
        raise ValueError("Jump hosts have the form user@host:port,host2; user and port may be left out.")
    return SshPlace(host, port, user)


def shown_tunnel(tunnel: SshTunnel) -> str:
    """Over which server, for messages: `through SSH me@bastion.example.org`."""
    return f"through SSH {tunnel.place}"


# host keys


class KeyTrust(StrEnum):
    """For how long a host key is believed."""

    ONCE = "once"
    """For as long as the engine lives."""
    REMEMBERED = "remembered"
    """For good: it is written to Lapwing's own file of known hosts."""


@dataclass(frozen=True, slots=True)
class AcceptHostKey:
    """A person has compared the fingerprint of an unknown host key: believe exactly this key.

    Attributes:
        host, port: As the error `HostKeyUnknown` names them.
        public_key: The key in OpenSSH's form, `ssh-ed25519 AAAA...`, as the error has it.
    """

    host: str
    port: int
    public_key: str
    trust: KeyTrust = KeyTrust.ONCE
