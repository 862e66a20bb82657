"""OpenSSH's own server for tests: run by an unprivileged account, to whom alone it lets one log in, by keys."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Final

from helpers import unprivileged
from helpers.servers.guarded import Guarded, ProgramFailed
from helpers.servers.login import ServerMissing
from helpers.servers.ports import HOST, free_port
from helpers.servers.server import TRIES
from helpers.waiting import eventually

_PATH: Final = f"{os.environ.get('PATH', os.defpath)}:/usr/sbin:/usr/local/sbin"
PASSPHRASE: Final = "canary-passphrase-Xq7"
_SETTINGS: Final = {
    "UsePAM": "yes" if os.geteuid() == 0 else "no",  # without it another account counts as locked
    "StrictModes": "no",
    "PasswordAuthentication": "no",
    "KbdInteractiveAuthentication": "no",
    "AllowTcpForwarding": "yes",
    "MaxStartups": "100",
    "LogLevel": "VERBOSE",
    "PidFile": "none",
}


def sshd_program() -> Path:
    """Where sshd is; it insists on being started by its whole path.

    Raises:
        ServerMissing
    """
    found = shutil.which("sshd", path=_PATH)
    if found is None:
        raise ServerMissing("sshd is not installed; packaging/system/test.txt lists it.")
    return Path(found)


def make_key(path: Path, *, kind: str = "ed25519", passphrase: str = "") -> Path:
    """A new private key beside its `.pub`."""
    path.unlink(missing_ok=True)
    command = ["ssh-keygen", "-q", "-t", kind, "-N", passphrase, "-C", "test", "-f", str(path)]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL, timeout=60)
    return path


def fingerprint(key: Path) -> str:
    """`SHA256:...`, as ssh-keygen has it."""
    said = subprocess.run(["ssh-keygen", "-lf", str(key)], check=True, capture_output=True, timeout=60).stdout
    return said.decode().split()[1]


class SshServer:
    """An sshd of its own. Ended and removed by `close`, and when the tests end in any way.

    Attributes:
        port: The same as long as it lives.
        user: Who can log in.
        host_key: Its private key; `.pub` lies beside it.
    """

    host: Final = HOST

    def __init__(self, authorized: Path, settings: Mapping[str, str] | None = None) -> None:
        """Let in whoever has the private key of one of these public ones (a file of authorized keys)."""
        self._program = sshd_program()
        self._guarded = Guarded()
        self.folder = self._guarded.folder
        self.user = unprivileged.account().pw_name
        self.port = 0
        self.settings = dict(settings or {})
        self._pid: int | None = None
        self._keys = self.folder / "authorized_keys"
        unprivileged.write(self._keys, authorized.read_bytes())
        self.host_key = self.folder / "host_key"
        self.change_host_key()

    def __enter__(self) -> "SshServer":
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def change_host_key(self, *, kind: str = "ed25519") -> None:
        """Make another host key; it is shown after the next start."""
        make_key(self.host_key, kind=kind)
        unprivileged.give(self.host_key)

    @property
    def known(self) -> str:
        """Its line in a file of known hosts."""
        return f"[{self.host}]:{self.port} {self.public_key}\n"

    @property
    def public_key(self) -> str:
        return " ".join(self.host_key.with_suffix(".pub").read_text().split()[:2])

    def start(self) -> None:
        """Start it; returns when it listens."""
        fixed = self.port
        for _ in range(TRIES):
            self.port = fixed or free_port()
            before = len(self.log())
            self._pid = self._guarded.start([self._program, "-D", "-e", "-f", self._config()])
            if eventually(lambda at=before: self._outcome(at), within_s=60) == "ready":  # type: ignore[misc]
                return
            self.port = fixed
        raise ProgramFailed(f"sshd did not start:\n{self.log()}")

    def _outcome(self, before: int) -> str:
        assert self._pid is not None
        if f"Server listening on {HOST} port {self.port}" in self.log()[before:]:
            return "ready"
        return "ended" if self._guarded.code(self._pid) is not None else ""

    def _config(self) -> Path:
        settings = {
            "Port": str(self.port),
            "ListenAddress": HOST,
            "HostKey": str(self.host_key),
            "AuthorizedKeysFile": str(self._keys),
            **_SETTINGS,
            **self.settings,
        }
        path = self.folder / "sshd_config"
        unprivileged.write(path, "".join(f"{name} {value}\n" for name, value in settings.items()).encode())
        return path

    def kill(self) -> None:
        """SIGKILL for it and for everything that serves somebody."""
        self._guarded.kill()

    def restart(self) -> None:
        self.kill()
        self.start()

    def processes(self) -> list[int]:
        return self._guarded.processes()

    def log(self) -> str:
        """All that it said so far."""
        return self._guarded.said()

    def close(self) -> None:
        self._guarded.close()
