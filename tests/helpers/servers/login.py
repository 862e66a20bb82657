"""Who can log in to a server of the tests, and what they have to show."""

from dataclasses import dataclass
from typing import Final

from helpers.certificates import Files

CANARY: Final = "canary-"
"""Every password of the tests' servers begins so: what must hold no secret must not hold this."""

ODD_PASSWORD: Final = f"{CANARY} p%40ss:w/rd?#&='\"\\@ü"
"""Of the account `odd name`: URLs, connection strings and SQL have to quote nearly all of it."""


@dataclass(frozen=True, slots=True)
class Login:
    """An account on a server.

    Attributes:
        password: What it logs in with; None where no password is asked for.
        identity: The client certificate and key that it has to show, or None.
    """

    user: str
    password: str | None = None
    identity: Files | None = None


def password_of(user: str) -> str:
    """The password that the account of that name has, if it has one."""
    return f"{CANARY}{user.replace(' ', '-')}-Xq7"


class ServerMissing(RuntimeError):
    """The server's program is not on this machine and cannot be had."""
