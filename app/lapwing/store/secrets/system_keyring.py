"""The operating system's keyring, through the `keyring` library, and only where that keeps secrets encrypted.

The library may also choose backends that keep nothing, refuse everything, or write plain text. Only those that ship
with it and hand over to the system's own service are used here, and it is said which one answered.
"""

import sys
import threading
import traceback
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeVar

from lapwing.domain.secret_errors import (
    KeyringFailed,
    KeyringLocked,
    KeyringMissing,
    KeyringSilent,
    SecretNotText,
    SecretUnavailable,
)
from lapwing.domain.secrets import Secret, redact
from lapwing.store.secrets import secret_service
from lapwing.store.secrets.patience import Impatience, PatientCalls

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

Answer = TypeVar("Answer")
SERVICE: Final = "Lapwing"
"""Under what name a person finds our entries in the keyring's own program."""
PATIENCE_S: Final = 60.0
"""A person may have to type the keyring's password meanwhile."""
_GLANCE_S: Final = 5.0
_SECRET_SERVICE: Final = "keyring.backends.SecretService.Keyring"  # noqa: S105 - a class
_KWALLET: Final = "keyring.backends.kwallet.DBusKeyring"
_OWN: Final = {
    "darwin": "keyring.backends.macOS.Keyring",
    "win32": "keyring.backends.Windows.WinVaultKeyring",
}
_TRUSTED: Final = {
    _SECRET_SERVICE: "The Secret Service",
    "keyring.backends.libsecret.Keyring": "The Secret Service",
    _KWALLET: "KWallet",
    _OWN["darwin"]: "The macOS keychain",
    _OWN["win32"]: "The Windows Credential Manager",
}
_CHAINS: Final = "keyring.backends.chainer.ChainerBackend"

_LINES: Final = frozenset({"jeepney", "socket"})
"""Libraries whose objects are lines to the bus."""


class SystemKeyring:
    """Secrets in the operating system's keyring (`kept.KeepsSecrets`)."""

    def __init__(self, patience_s: float = PATIENCE_S) -> None:
        self._patience_s = patience_s
        self._calls = PatientCalls()
        self._one_at_a_time = threading.Lock()
        """Two calls at once would have a person asked twice."""

    def get(self, name: str) -> Secret | None:
        text = self._ask(lambda backend: backend.get_password(SERVICE, name) if _unlocked(backend) else None)
        return None if text is None else Secret(text)

    def put(self, name: str, secret: Secret) -> None:
        if any("\ud800" <= letter <= "\udfff" for letter in secret.reveal()):
            raise SecretNotText

        def keep(backend: "KeyringBackend") -> None:
            _unlocked(backend, make=True)
            backend.set_password(SERVICE, name, secret.reveal())

        self._ask(keep, secret)

    def remove(self, name: str) -> bool:
        def forget(backend: "KeyringBackend") -> bool:
            if not _unlocked(backend) or backend.get_password(SERVICE, name) is None:
                return False
            backend.delete_password(SERVICE, name)
            return True

        return self._ask(forget)

    def in_words(self) -> str:
        return "the keyring"

    def who_answers(self) -> str:
        """The keyring in words. Nobody is asked to unlock it.

        Raises:
            KeyringMissing, KeyringSilent, KeyringFailed: It cannot be used, and why.
        """

        def look() -> str:
            backend = _choose()
            return secret_service.who_answers() if _path(backend) == _SECRET_SERVICE else _words(backend)

        patience_s = min(_GLANCE_S, self._patience_s)
        try:
            return self._calls.run(lambda: _translated(look), patience_s)
        except Impatience:
            raise KeyringSilent(keyring="The keyring", waited_s=f"{patience_s:g}") from None

    def close(self) -> None:
        """Nobody waits for the keyring any longer."""
        self._calls.close()

    def _ask(self, call: Callable[["KeyringBackend"], Answer], secret: Secret | None = None) -> Answer:
        silent = KeyringSilent(keyring="The keyring", waited_s=f"{self._patience_s:g}")
        if not self._one_at_a_time.acquire(timeout=self._patience_s):
            raise silent
        try:
            return self._calls.run(lambda: _translated(lambda: call(_choose()), secret), self._patience_s)
        except Impatience:
            raise silent from None
        finally:
            self._one_at_a_time.release()


def _translated(call: Callable[[], Answer], secret: Secret | None = None) -> Answer:
    """The call's answer; what it raises becomes an error that a person can act on."""
    import keyring.errors

    try:
        return call()
    except SecretUnavailable:
        raise
    except (secret_service.Dismissed, keyring.errors.KeyringLocked) as error:
        _hang_up(error)
        raise KeyringLocked(keyring=_program()) from error
    except UnicodeError:  # neither its text nor its chain goes on: it holds the secret
        raise KeyringFailed(keyring=_program(), server="what is kept there is no text.") from None
    except Exception as error:  # the border to a library whose backends raise what their systems do
        _hang_up(error)
        words = redact(str(error), [secret]) or type(error).__name__
        raise KeyringFailed(keyring=_program(), server=words) from None


def _hang_up(error: BaseException) -> None:
    """Close what the keyring library left open when it failed: it closes its line to the bus only after a success."""
    failed: BaseException | None = error
    while failed is not None:
        frames = (frame for frame, _ in traceback.walk_tb(failed.__traceback__))
        for local in (value for frame in frames for value in frame.f_locals.values()):
            if type(local).__module__.partition(".")[0] in _LINES and hasattr(local, "close"):
                local.close()
        failed = failed.__cause__ or failed.__context__


def _program() -> str:
    try:
        backend = _choose()
        return secret_service.program() if _path(backend) == _SECRET_SERVICE else _words(backend)
    except Exception:  # the name only adorns an error that is being raised already
        return "The keyring"


def _unlocked(backend: "KeyringBackend", *, make: bool = False) -> bool:
    """Whether there is a keyring behind the backend to look into, after asking a person to unlock it if need be."""
    return _path(backend) != _SECRET_SERVICE or secret_service.unlock(make=make)


def _choose() -> "KeyringBackend":
    """The backend that is configured, or else the best one for this system; chosen anew for every call.

    Raises:
        KeyringMissing: There is none, or the configured one is not to be trusted with secrets.
    """
    configured = _configured()
    if configured is not None and _path(configured) != _CHAINS:
        if _path(configured) not in _TRUSTED:
            raise KeyringMissing(
                reason=f"the keyring library is set to {_path(configured)}, which Lapwing does not trust with secrets."
            )
        return configured
    return _best()


def _configured() -> "KeyringBackend | None":
    """What PYTHON_KEYRING_BACKEND or keyringrc.cfg names."""
    from keyring import core

    try:
        return core.load_env() or core.load_config()
    except (ImportError, AttributeError, RuntimeError, ValueError) as error:
        raise KeyringMissing(
            reason=f"the one set for the keyring library cannot be loaded: {error or type(error).__name__}."
        ) from error


def _best() -> "KeyringBackend":
    """This system's own keyring.

    On Linux the Secret Service, which KWallet and KeePassXC offer as well, or KWallet's own protocol.
    """
    if sys.platform in _OWN:
        return _constructed(_OWN[sys.platform])
    try:
        return _constructed(_SECRET_SERVICE)
    except KeyringMissing as missing:
        try:
            return _constructed(_KWALLET)
        except KeyringMissing:
            raise missing from None


def _constructed(path: str) -> "KeyringBackend":
    from keyring import core

    try:
        return core.load_keyring(path)  # tries whether it works as well
    except TimeoutError as error:
        raise KeyringMissing(reason="the message bus of this session does not answer.") from error
    except Exception as error:  # the border to a library whose backends raise what their systems do
        raise KeyringMissing(reason=f"{error or type(error).__name__}.".replace("..", ".")) from error


def _path(backend: "KeyringBackend") -> str:
    return f"{type(backend).__module__}.{type(backend).__qualname__}"


def _words(backend: "KeyringBackend") -> str:
    return _TRUSTED[_path(backend)]
