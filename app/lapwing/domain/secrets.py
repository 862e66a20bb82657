"""Passwords and passphrases, where they are kept, and what may be asked about them."""

import math
import re
import shlex
import urllib.parse
from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from lapwing.domain.late_dataclass import dataclass

PASSWORD: Final = "password"  # noqa: S105 - the purpose's name
"""Purpose of the secret that logs a user in."""
TLS_KEY: Final = "tls-key"
"""Purpose of the passphrase of a client key; asked for only when the key is encrypted."""
SSH_PASSWORD: Final = "ssh-password"  # noqa: S105 - the purpose's name
"""Purpose of the secret that logs a user in at the SSH server of a tunnel."""
SSH_KEY: Final = "ssh-key"
"""Purpose of the passphrase of the key for an SSH server; asked for only when the key is encrypted."""
PURPOSES: Final = (PASSWORD, TLS_KEY, SSH_PASSWORD, SSH_KEY)
HIDDEN: Final = "•••"
"""Stands where a secret stood."""

_SHORT: Final = 4
"""Below this many characters a secret is only hidden where it stands alone: see `redact`."""
_VARIABLE: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


@dataclass(frozen=True, slots=True, repr=False)
class Secret:
    """A text that is shown nowhere: printing, logging or formatting it shows only that there is one.

    It crosses the line only inside a request, and bodies are never logged.
    """

    text: str

    def __repr__(self) -> str:
        return f"Secret({HIDDEN})"

    def __str__(self) -> str:
        return HIDDEN

    def reveal(self) -> str:
        """The text itself: only for who hands it to a server, a keyring or a cipher."""
        return self.text


class SecretKind(StrEnum):
    """Where a connection's secrets are kept."""

    NONE = "none"
    """Nowhere: the server needs none, or files of its own client answer (`~/.pgpass`, `my.cnf`, peer)."""
    KEYRING = "keyring"
    """The operating system's keyring."""
    FILE = "file"
    """Lapwing's own file, encrypted with a passphrase."""
    ENV = "env"
    """A variable of the environment."""
    COMMAND = "command"
    """The output of a command, such as a password manager's."""
    ASK = "ask"
    """Nowhere; a person is asked."""


@dataclass(frozen=True, slots=True)
class SecretPlace:
    """Where the secrets of a connection are found.

    Attributes:
        detail: The variable's name (ENV) or the command line (COMMAND); neither holds a secret.
        expires_s: How long an answer of the command, or of the person asked, is used again; 0 for one log-in only,
            None for as long as the engine lives.
    """

    kind: SecretKind = SecretKind.NONE
    detail: str = ""
    expires_s: float | None = None

    def problem(self) -> str:
        """What keeps this place from ever giving an answer, as a sentence; empty when nothing does."""
        if self.expires_s is not None and not 0 <= self.expires_s < math.inf:
            return "The time for which the password is remembered must be zero or more seconds."
        if self.kind is SecretKind.ENV and not _VARIABLE.fullmatch(self.detail):
            return "The variable needs a name of letters, digits and _, such as SHOP_PASSWORD."
        if self.kind is SecretKind.COMMAND:
            return _problem_of_command(self.detail)
        return ""


def _problem_of_command(line: str) -> str:
    try:
        words = shlex.split(line)
    except ValueError as error:
        return f"The command cannot be taken apart into words: {error}."
    if not words:
        return "The command is empty."
    return "The command holds a NUL character." if "\0" in line else ""


# requests and answers


@dataclass(frozen=True, slots=True)
class SaveSecret:
    """Keep a secret in the place that its saved connection names (keyring or encrypted file)."""

    connection_id: str
    purpose: str
    secret: Secret


@dataclass(frozen=True, slots=True)
class GiveSecret:
    """Keep a secret in the engine's memory, and use it rather than any saved one."""

    connection_id: str
    """Of a saved connection, or whatever names an unsaved one."""
    purpose: str
    secret: Secret


@dataclass(frozen=True, slots=True)
class ForgetSecret:
    """Remove a connection's secret from memory and from where it is kept."""

    connection_id: str
    purpose: str = ""
    """Empty: all of them."""


@dataclass(frozen=True, slots=True)
class UnlockSecrets:
    """Open the encrypted file for as long as the engine lives."""

    passphrase: Secret
    create: bool = False
    """Whether a file that does not exist is made, with this passphrase."""


@dataclass(frozen=True, slots=True)
class ChangePassphrase:
    """Encrypt everything in the encrypted file anew."""

    old: Secret
    new: Secret


@dataclass(frozen=True, slots=True)
class SecretPlaces:
    """Where secrets can be kept on this machine.

    Attributes:
        usable: The kinds that work here now; FILE also when the file is still to be made or unlocked.
        keyring: The keyring in words, such as `GNOME Keyring (Secret Service)`; empty when none answers.
        keyring_problem: Why none answers, and what to do about it; empty when one does.
        file_path: Where the encrypted file is or would be.
        file_exists: Whether it is there.
        file_unlocked: Whether this engine can read it.
        file_problem: Why it can be read by nobody, and what to do about it; empty when nothing is wrong with it.
    """

    usable: tuple[SecretKind, ...]
    keyring: str
    keyring_problem: str
    file_path: str
    file_exists: bool
    file_unlocked: bool
    file_problem: str = ""


def redact(text: str, secrets: Iterable[Secret | None], known: Iterable[str] = ()) -> str:
    """The text with every secret in it replaced, also in the spellings in which programs repeat one.

    Those are: percent-encoded, quoted for SQL, escaped with backslashes as in connection strings, Python and JSON. A
    secret of fewer than four characters is only replaced where it stands alone, because torn words would spell it out.

    Args:
        known: What is told anyway, such as the user's name: a password that equals it is left, since the gap where the
            name has to stand would tell more than the name does.
    """
    told = {name.casefold() for name in known}
    found = [
        match.span(1)
        for secret in secrets
        if secret is not None and secret.reveal().casefold() not in told
        for spelling in _spellings(secret.reveal())
        for match in re.finditer(_pattern(spelling), text)
    ]
    shown, end = [], 0
    for first, last in sorted(found):
        if first >= end:
            shown += [text[end:first], HIDDEN]
        end = max(end, last)
    return "".join([*shown, text[end:]])


def _spellings(secret: str) -> set[str]:
    import json  # only here: it would cost every start some milliseconds

    escaped = secret.replace("\\", r"\\")
    plain = secret.encode(errors="surrogateescape" if _is_from_bytes(secret) else "surrogatepass")
    percent = {urllib.parse.quote(plain, safe=""), urllib.parse.quote(plain), urllib.parse.quote_plus(plain)}
    found = {
        secret,
        secret.replace("'", "''"),
        secret.replace('"', '""'),
        escaped,
        escaped.replace("'", r"\'"),
        escaped.replace('"', r"\""),
        repr(secret)[1:-1],
        ascii(secret)[1:-1],
        json.dumps(secret)[1:-1],
        json.dumps(secret, ensure_ascii=False)[1:-1],
        *percent,
        *(re.sub("%..", lambda code: code[0].lower(), spelling) for spelling in percent),
    }
    return {spelling.strip() for spelling in found} - {""}


def _is_from_bytes(text: str) -> bool:
    """Whether its halves of characters are all bytes that were not UTF-8, as in names of files and variables."""
    return all("\udc80" <= letter <= "\udcff" for letter in text if "\ud800" <= letter <= "\udfff")


def _pattern(spelling: str) -> str:
    words = re.escape(spelling)
    return rf"(?<!\w)(?=({words})(?!\w))" if len(spelling) < _SHORT else f"(?=({words}))"
