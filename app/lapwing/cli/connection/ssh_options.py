"""The SSH tunnel of a connection as options of commands."""

from typing import Annotated, Final

import typer

from lapwing.cli.errors import UsageWrong
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.secrets import SSH_KEY, SSH_PASSWORD
from lapwing.domain.ssh import LONGEST_KEEP_ALIVE_S, SshLogIn, SshTunnel

_KEEP_ALIVE_HELP: Final = "Ask after so many silent seconds whether the SSH server is there; 0: never."
_VARIABLE_HELP: Final = "The variable that holds the SSH password, or the passphrase of --ssh-key."

SshHost = Annotated[str, typer.Option("--ssh-host", help="Go over this SSH server, or alias of ~/.ssh/config.")]
SshPort = Annotated[int | None, typer.Option("--ssh-port", min=1, max=65_535, help="22 when left out.")]
SshUser = Annotated[str, typer.Option("--ssh-user", help="Who logs in at the SSH server.")]
SshKey = Annotated[str, typer.Option("--ssh-key", metavar="FILE", help="Log in there by this private key.")]
SshPassword = Annotated[
    bool, typer.Option("--ssh-password", help="Log in there by a password; otherwise by the agent and the usual keys.")
]
SshSecretEnv = Annotated[str, typer.Option("--ssh-secret-env", metavar="NAME", help=_VARIABLE_HELP)]
SshJump = Annotated[
    str, typer.Option("--ssh-jump", metavar="HOSTS", help="Jump hosts before it: user@host:port,host2 (ProxyJump).")
]
SshNoConfig = Annotated[bool, typer.Option("--ssh-no-config", help="Do not read ~/.ssh/config.")]
SshKeepAlive = Annotated[
    int | None, typer.Option("--ssh-keep-alive", min=0, max=LONGEST_KEEP_ALIVE_S, metavar="S", help=_KEEP_ALIVE_HELP)
]
SshKnownHosts = Annotated[
    str, typer.Option("--ssh-known-hosts", metavar="FILE", help="Known host keys, instead of those of ~/.ssh.")
]


@dataclass(frozen=True, slots=True)
class SshOptions:
    """What was typed; empty where nothing was."""

    host: str = ""
    port: int | None = None
    user: str = ""
    key: str = ""
    by_password: bool = False
    secret_env: str = ""
    jump: str = ""
    no_config: bool = False
    keep_alive_s: int | None = None
    known_hosts: str = ""

    @property
    def are_given(self) -> bool:
        return self != SshOptions()

    @property
    def purpose(self) -> str:
        """Of the secret that `secret_env` names."""
        return SSH_PASSWORD if self.by_password else SSH_KEY

    def tunnel(self, command: str) -> SshTunnel | None:
        """The tunnel they say; None where they say nothing.

        Raises:
            UsageWrong: They contradict each other, or make no tunnel.
        """
        if not self.are_given:
            return None
        if not self.host:
            raise UsageWrong(reason="The SSH options need --ssh-host.", command=command)
        if self.by_password and self.key:
            raise UsageWrong(reason="Give either --ssh-key or --ssh-password, not both.", command=command)
        if self.secret_env and not (self.by_password or self.key):
            raise UsageWrong(reason="--ssh-secret-env goes with --ssh-key or --ssh-password.", command=command)
        log_in = SshLogIn.PASSWORD if self.by_password else SshLogIn.KEY if self.key else SshLogIn.AGENT
        tunnel = SshTunnel(
            self.host,
            self.port,
            self.user,
            log_in,
            self.key,
            self.jump,
            not self.no_config,
            self.keep_alive_s,
            self.known_hosts,
        )
        if problem := tunnel.problem():
            raise UsageWrong(reason=problem, command=command)
        return tunnel


NO_SSH: Final = SshOptions()
