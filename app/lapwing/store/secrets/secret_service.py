"""The Secret Service of a Linux desktop, as far as the `keyring` library leaves it out.

`keyring` cannot say who answers, nor whether the collection is locked, without asking a person to unlock it; and where
that person says no, it leaves its connection to the bus open. Protocol: the freedesktop.org Secret Service API 0.2.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

_BUS_NAME: Final = "org.freedesktop.secrets"
_WORDS: Final = {
    "gnome-keyring-d": "GNOME Keyring",
    "kwalletd5": "KWallet",
    "kwalletd6": "KWallet",
    "ksecretd": "KWallet",
    "keepassxc": "KeePassXC",
}
"""Names of processes as Linux keeps them: their first fifteen characters."""


class Dismissed(Exception):
    """The collection stays locked, or unmade: whoever was asked said no, or nobody could be asked."""


@contextmanager
def _bus() -> Iterator[Any]:
    import secretstorage

    connection = secretstorage.dbus_init()
    try:
        yield connection
    finally:
        connection.close()


def who_answers() -> str:
    """The service's program in words, and whether its collection is locked. Asks nobody to unlock anything."""
    import secretstorage

    with _bus() as bus:
        words = f"{_owner(bus)} (Secret Service)"
        try:
            locked = secretstorage.get_collection_by_alias(bus, "default").is_locked()
        except secretstorage.ItemNotFoundException:
            return f"{words}, without a keyring so far"
        return f"{words}, locked" if locked else words


def program() -> str:
    """The service's program in words."""
    with _bus() as bus:
        return _owner(bus)


def _owner(bus: Any) -> str:
    """Who owns the name on the bus, which may start it for that."""
    from jeepney import DBusErrorResponse
    from jeepney.bus_messages import message_bus
    from jeepney.io.blocking import Proxy

    proxy = Proxy(message_bus, bus)
    try:
        proxy.StartServiceByName(_BUS_NAME)
        (pid,) = proxy.GetConnectionUnixProcessID(_BUS_NAME)
        return _WORDS.get(Path(f"/proc/{pid}/comm").read_text("utf-8").strip(), "The keyring")
    except (DBusErrorResponse, OSError):
        return "The keyring"  # it says itself what is wrong with it when it is used


def unlock(*, make: bool) -> bool:
    """See that the default collection is open, by asking a person if need be; whether there is one at all.

    Args:
        make: Whether one is made where there is none, which asks a person for its password.

    Raises:
        Dismissed: It stays locked, or unmade.
    """
    import secretstorage

    with _bus() as bus:
        try:
            if make:
                collection = secretstorage.get_default_collection(bus)
            else:
                collection = secretstorage.get_collection_by_alias(bus, "default")
        except secretstorage.PromptDismissedException as error:
            raise Dismissed from error
        except secretstorage.ItemNotFoundException:
            if make:
                raise
            return False
        if collection.is_locked() and (collection.unlock() or collection.is_locked()):
            raise Dismissed
        return True
