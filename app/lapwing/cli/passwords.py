"""Passwords on the command line: from a variable, from standard input, or from the person; never from an argument."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import field
from getpass import getpass
from typing import Final, TypeVar

from lapwing.cli.caller import SilentCaller
from lapwing.cli.errors import PasswordEmpty, PasswordVariableMissing
from lapwing.cli.host_keys import acceptance, asked_about
from lapwing.domain.errors import LapwingError, PasswordNeeded
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.secret_errors import KeyPassphraseNeeded, PassphraseWrong, SecretsFileMissing, SecretsLocked
from lapwing.domain.secrets import SSH_KEY, SSH_PASSWORD, TLS_KEY, GiveSecret, Secret, UnlockSecrets
from lapwing.domain.ssh import AcceptHostKey, KeyTrust
from lapwing.domain.ssh_errors import HostKeyUnknown, SshPassphraseNeeded, SshPasswordNeeded
from lapwing.engine.engine import Engine

Answer = TypeVar("Answer")
ASKED_FOR: Final = (PasswordNeeded, SecretsLocked, SecretsFileMissing, PassphraseWrong, HostKeyUnknown)
"""What a person can be asked for."""
_TRIES: Final = 6
"""A way over jump hosts may ask for several things, one after the other."""
_LONGEST: Final = 1 << 16


def from_variable(name: str, environ: Mapping[str, str], option: str) -> Secret:
    """What the variable holds that was named with an option such as `--password-env`.

    Raises:
        PasswordVariableMissing
    """
    if not environ.get(name):
        raise PasswordVariableMissing(option=option)
    return Secret(environ[name])


def from_standard_input() -> Secret:
    """The first line of standard input, without its end.

    Raises:
        PasswordEmpty
    """
    line = sys.stdin.readline(_LONGEST).rstrip("\r\n") if sys.stdin is not None else ""
    if not line:
        raise PasswordEmpty
    return Secret(line)


def can_ask() -> bool:
    """Whether somebody sits at a terminal: where standard error goes, that is where questions stand."""
    return sys.stderr is not None and sys.stderr.isatty() and sys.stdin is not None and _has_terminal()


def _has_terminal() -> bool:
    if sys.stdin.isatty():
        return True
    try:
        with open("/dev/tty", "rb"):
            return True
    except OSError:
        return False


def ask(question: str) -> Secret:
    """What the person types, unseen.

    Raises:
        PasswordEmpty: Nothing was typed.
        KeyboardInterrupt: Ctrl+C.
    """
    try:
        text = getpass(f"{question}: ", stream=sys.stderr)
    except EOFError:
        text = ""
    if not text:
        raise PasswordEmpty
    return Secret(text)


@dataclass(slots=True)
class Entered:
    """What was given beside the arguments, or a person was asked for, during one command.

    Attributes:
        password: Of the server.
        file_passphrase: Of the encrypted file of passwords; used when that file is.
        key_passphrase: Of the client's key.
        ssh_secrets: For SSH servers, by their purpose.
        accepts: The fingerprint of a host key that is believed without a question; empty: none.
        host_keys: Those that were accepted during the command.
    """

    password: Secret | None = None
    file_passphrase: Secret | None = None
    key_passphrase: Secret | None = None
    ssh_secrets: dict[str, Secret] = field(default_factory=dict)
    accepts: str = ""
    host_keys: list[AcceptHostKey] = field(default_factory=list)
    _unlocks: bool = False
    _makes_file: bool = False

    async def tell(self, engine: Engine, connection_id: str) -> None:
        """Let an engine have what it needs beside the password, which goes with the opening itself.

        Args:
            connection_id: Whose key it is; empty for a connection that is not saved.

        Raises:
            PassphraseWrong, PassphraseTooShort
        """
        caller = SilentCaller()
        if self._unlocks and self.file_passphrase is not None:
            await engine.serve(caller, "secret.unlock", UnlockSecrets(self.file_passphrase, self._makes_file))
        if self.key_passphrase is not None:
            await engine.serve(caller, "secret.give", GiveSecret(connection_id, TLS_KEY, self.key_passphrase))
        for purpose, secret in self.ssh_secrets.items():
            await engine.serve(caller, "secret.give", GiveSecret(connection_id, purpose, secret))
        for accepted in self.host_keys:
            await engine.serve(caller, "ssh.accept_host_key", accepted)

    def answers(self, error: LapwingError) -> bool:
        """Find what the error is about, asking where somebody can be asked; whether it was found.

        Raises:
            PasswordEmpty: Nothing was typed.
        """
        if isinstance(error, SecretsLocked | SecretsFileMissing) and self.file_passphrase and not self._unlocks:
            self._unlocks, self._makes_file = True, isinstance(error, SecretsFileMissing)
            return True
        if isinstance(error, HostKeyUnknown):
            return self._believes(error)
        if not can_ask():
            return False
        if isinstance(error, KeyPassphraseNeeded):
            self.key_passphrase = ask("Passphrase of the client's key")
        elif isinstance(error, SshPassphraseNeeded):
            self.ssh_secrets[SSH_KEY] = ask("Passphrase of the SSH key")
        elif isinstance(error, SshPasswordNeeded):
            user = error.facts.get("user")
            self.ssh_secrets[SSH_PASSWORD] = ask(f"SSH password of {user}" if user else "SSH password")
        elif isinstance(error, PasswordNeeded):
            user = error.facts.get("user")
            self.password = ask(f"Password of {user}" if user else "Password")
        else:
            self._unlocks, self._makes_file = True, isinstance(error, SecretsFileMissing)
            new = "New passphrase" if self._makes_file else "Passphrase"
            self.file_passphrase = ask(f"{new} of the file of passwords")
        return True

    def _believes(self, error: HostKeyUnknown) -> bool:
        """Whether the key is accepted: told beforehand, or by whoever sits at the terminal."""
        if self.accepts:
            accepted = acceptance(error, KeyTrust.REMEMBERED) if self.accepts == error.facts["fingerprint"] else None
        else:
            accepted = asked_about(error) if can_ask() and sys.stdin.isatty() else None
        if accepted is not None:
            self.host_keys.append(accepted)
        return accepted is not None


def with_answers(
    run: Callable[[Entered], Answer],
    entered: Entered,
    missing: Callable[[Answer], LapwingError | None] = lambda answer: None,
) -> Answer:
    """Run, and again with what is found or asked for when something is missing.

    Nothing is done twice: these errors come before a session is open.

    Args:
        missing: What stands in an answer that was to be asked for; None when nothing does.

    Raises:
        LapwingError: What `run` raises; that something is missing, where nobody can be asked.
    """
    for _ in range(_TRIES):
        try:
            answer = run(entered)
        except ASKED_FOR as error:
            if not entered.answers(error):
                raise
        else:
            lacks = missing(answer)
            if lacks is None or not entered.answers(lacks):
                return answer
    return run(entered)
