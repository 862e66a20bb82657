"""Which host keys are believed: files in OpenSSH's form (man 8 sshd, SSH_KNOWN_HOSTS), and what was accepted.

A host is looked up by its name alone, as OpenSSH does (CheckHostIP no): addresses change hands. Files of other programs
are only read.
"""

import threading
from collections.abc import Iterable, Sequence
from dataclasses import field
from pathlib import Path
from typing import Final

import asyncssh

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.ssh import PORT
from lapwing.settings.files import FileLayer, write_whole

OWN_FILES: Final = ("~/.ssh/known_hosts", "~/.ssh/known_hosts2")
EVERYBODYS_FILES: Final = ("/etc/ssh/ssh_known_hosts", "/etc/ssh/ssh_known_hosts2")
_PATTERN: Final = frozenset("|*?!")
_LARGEST_BYTES: Final = 16 << 20
_KEYS: Final = (
    "ssh-ed25519",
    "ecdsa-sha2-nistp256",
    "ecdsa-sha2-nistp384",
    "ecdsa-sha2-nistp521",
    "rsa-sha2-512",
    "rsa-sha2-256",
)
"""Host keys in the order in which a server is asked for them; signatures by SHA-1 (`ssh-rsa`) are not taken."""
_CERTIFIED: Final = "-cert-v01@openssh.com"


@dataclass(frozen=True, slots=True)
class KnownKey:
    """A key that a file has for a host.

    Attributes:
        line: From 1.
    """

    key: asyncssh.SSHKey
    path: str
    line: int

    @property
    def fingerprint(self) -> str:
        return self.key.get_fingerprint()


@dataclass(slots=True)
class HostKeys:
    """What is known of one host.

    Attributes:
        own: Of exactly this host and port; another key than these is a changed one.
        others: Of the same host without a port, which OpenSSH believes too.
        authorities: Those whose certificates are believed.
    """

    own: list[KnownKey] = field(default_factory=list)
    others: list[KnownKey] = field(default_factory=list)
    authorities: list[KnownKey] = field(default_factory=list)
    revoked: list[KnownKey] = field(default_factory=list)

    def trusted(self) -> list[asyncssh.SSHKey]:
        revoked = {each.key for each in self.revoked}
        return [each.key for each in (*self.own, *self.others) if each.key not in revoked]

    def revocation(self, key: asyncssh.SSHKey) -> KnownKey | None:
        return next((each for each in self.revoked if each.key == key), None)

    def instead_of(self, key: asyncssh.SSHKey) -> KnownKey | None:
        """The key that is known where another one was shown: of the same type, if there is one."""
        same = [each for each in self.own if each.key.algorithm == key.algorithm]
        return next(iter([*same, *self.own]), None)

    def algorithms(self) -> list[str]:
        """What the server is asked for: first what is known of it, so that it shows a key that can be compared."""
        known = {name.decode() for each in (*self.own, *self.others) for name in each.key.sig_algorithms}
        plain = sorted(_KEYS, key=lambda name: name not in known)
        return [f"{name}{_CERTIFIED}" for name in plain] * bool(self.authorities) + plain


def place_name(host: str, port: int) -> str:
    """A host as files of known hosts have it."""
    return host if port == PORT else f"[{host}]:{port}"


def usual_files() -> tuple[Path, ...]:
    """Where known host keys stand when nothing else is said: the person's own files, then everybody's."""
    return tuple(Path(path).expanduser() for path in (*OWN_FILES, *EVERYBODYS_FILES))


def keys_of(host: str, port: int, files: Iterable[Path]) -> HostKeys:
    """What files say of a host; files that are not there, and lines that cannot be read, say nothing.

    Raises:
        OSError: A file is there and cannot be read; its `filename` says which.
    """
    found = HostKeys()
    name, bare = place_name(host, port), host
    for path in files:
        for number, text in enumerate(_lines(path), 1):
            entry = text.strip()
            if entry and not entry.startswith("#") and _may_name(entry, name, bare):
                _take(found, entry, (name, bare), str(path), number)
    return found


def _lines(path: Path) -> list[str]:
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST_BYTES).decode("utf-8", "replace").split("\n")
    except (FileNotFoundError, NotADirectoryError):
        return []


def _may_name(entry: str, name: str, bare: str) -> bool:
    """Whether it is worth to read the line's key, which takes its time in a long file."""
    words = entry.split(None, 2)
    hosts = words[1] if entry.startswith("@") and len(words) > 1 else words[0]
    return not _PATTERN.isdisjoint(hosts) or not {name, bare}.isdisjoint(hosts.split(","))


def _take(found: HostKeys, entry: str, names: tuple[str, str], path: str, line: int) -> None:
    try:
        known = asyncssh.import_known_hosts(entry)
    except ValueError:
        return  # as OpenSSH does: a broken line means nothing
    seen: set[bytes] = set()
    for name, plain in zip(names, (found.own, found.others), strict=True):
        keys, authorities, revoked, *_ = known.match(name, "", None)
        for group, target in ((keys, plain), (authorities, found.authorities), (revoked, found.revoked)):
            fresh = [key for key in group if key.public_data not in seen]
            seen.update(key.public_data for key in fresh)
            target.extend(KnownKey(key, path, line) for key in fresh)


class AcceptedKeys:
    """Host keys that a person accepted: in Lapwing's own file, or only for as long as this lives. Any thread."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._guard = threading.Lock()
        self._once: dict[str, list[asyncssh.SSHKey]] = {}

    def accept(self, host: str, port: int, public_key: str, *, remember: bool) -> None:
        """Believe exactly this key of this host, of which none is known.

        Raises:
            ValueError: It is no public key, or another one is known; its text is a sentence.
            OSError: A file cannot be read, or ours not be written.
        """
        try:
            key = asyncssh.import_public_key(public_key)
        except asyncssh.KeyImportError as error:
            raise ValueError("the host key cannot be read.") from error
        known = keys_of(host, port, (self.path, *usual_files()))
        if any(each.key == key for each in known.own):
            return  # somebody has accepted it meanwhile
        if known.own:
            raise ValueError("a key of that host is known; it has to be removed from its file first.")
        name = place_name(host, port)
        with self._guard:
            if remember:
                self._write(f"{name} {key.export_public_key('openssh').decode().strip()}")
            else:
                self._once.setdefault(name, []).append(key)

    def _write(self, entry: str) -> None:
        try:
            before = self.path.read_bytes()
        except FileNotFoundError:
            before = b""
        gap = b"\n" if before and not before.endswith(b"\n") else b""
        write_whole(self.path, before + gap + entry.encode() + b"\n", FileLayer())

    def accepted_once(self, host: str, port: int) -> Sequence[asyncssh.SSHKey]:
        with self._guard:
            return tuple(self._once.get(place_name(host, port), ()))
