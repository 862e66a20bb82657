"""What keeps a driver from putting together how it connects, said as errors that a person can act on."""

from collections.abc import Iterator
from contextlib import contextmanager

from lapwing.domain.errors import OptionInvalid
from lapwing.domain.secret_errors import KeyPassphraseNeeded
from lapwing.domain.secrets import TLS_KEY


class Refused(Exception):
    """An option has no meaning, or no such value."""

    def __init__(self, option: str, reason: str) -> None:
        super().__init__(option)
        self.option = option
        self.reason = reason


class KeyLocked(Exception):
    """The client's key is encrypted, and its passphrase is not known."""


@contextmanager
def refusals_of(connection: str, user: str) -> Iterator[None]:
    """Say with the connection's name what is refused inside.

    Raises:
        OptionInvalid: For `Refused`, and for its own kind without the name.
        KeyPassphraseNeeded: For `KeyLocked`.
    """
    try:
        yield
    except Refused as refused:
        raise OptionInvalid(option=refused.option, connection=connection, reason=refused.reason, server="") from None
    except OptionInvalid as error:
        error.facts["connection"] = connection
        raise
    except KeyLocked:
        raise KeyPassphraseNeeded(connection=connection, user=user, purpose=TLS_KEY) from None
