"""What a person chose of the webhook listener: a file that can be edited by hand. Secrets never stand in it."""

import secrets
import time
from dataclasses import field, replace
from typing import Final

from lapwing import paths
from lapwing.domain.errors import DiskFull, LapwingError
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.webhooks.incoming import IncomingService, ListenerSettings, SigningScheme
from lapwing.domain.webhooks.incoming_errors import (
    IncomingServiceInvalid,
    IncomingServiceUnknown,
    ListenerSettingsInvalid,
)
from lapwing.settings.documents import Document, DocumentKind

_MOST_SERVICES: Final = 200
_LOOK_EVERY_S: Final = 0.2


@dataclass(frozen=True, slots=True)
class SecretNote:
    """That there is a secret; it is kept under its id where its service says.

    Attributes:
        ends_at: From when it is no longer believed, Unix seconds; None: it stays.
        is_unseen: Whether it was made here and not shown yet.
    """

    id: str
    made_at: float
    ends_at: float | None = None
    is_unseen: bool = False


@dataclass(frozen=True, slots=True)
class StoredService:
    """A service and its secrets, the newest last."""

    service: IncomingService
    secrets: tuple[SecretNote, ...] = ()

    def believed(self, now: float) -> tuple[SecretNote, ...]:
        """Its secrets that count now."""
        return tuple(note for note in self.secrets if note.ends_at is None or note.ends_at > now)


@dataclass(frozen=True, slots=True)
class StoredListener:
    settings: ListenerSettings = field(default_factory=ListenerSettings)
    services: tuple[StoredService, ...] = ()


_KIND: Final = DocumentKind(StoredListener, version=1, migrations={})


def listener_document() -> Document[StoredListener]:
    return Document(paths.config() / "webhook-listener.json", _KIND)


class IncomingBook:
    """Event loop's thread; the file is small, and read anew when somebody changed it.

    Attributes:
        problem: What is wrong with the stored file (damaged, newer), or None.
    """

    def __init__(self) -> None:
        self._document = listener_document()
        self._known: tuple[tuple[int, int, int] | None, StoredListener] | None = None
        self._by_name: dict[str, StoredService] = {}
        self._settings = ListenerSettings()
        self._looked_s = 0.0
        self.problem: LapwingError | None = None

    def _stamp(self) -> tuple[int, int, int] | None:
        try:
            found = self._document.path.stat()
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size

    def stored(self) -> StoredListener:
        """All of it; where the file cannot be read, as it was known last. Whether somebody else changed it is looked at
        some times a second."""
        if self._known is not None and time.monotonic() - self._looked_s < _LOOK_EVERY_S:
            return self._known[1]
        self._looked_s = time.monotonic()
        if self._known is not None and self._known[0] == self._stamp():
            return self._known[1]
        try:
            stored = self._document.read()
            self.problem = None
        except LapwingError as error:
            self.problem = error
            stored = self._known[1] if self._known else StoredListener()
        self._know(stored)
        return stored

    def _know(self, stored: StoredListener) -> None:
        self._known = self._stamp(), stored
        self._by_name = {each.service.name: each for each in stored.services}
        self._settings = stored.settings if not stored.settings.problem()[1] else ListenerSettings()

    @property
    def settings(self) -> ListenerSettings:
        """Those that are kept; what was written there by hand and cannot be is as it is by default."""
        self.stored()
        return self._settings

    def find(self, name: str) -> StoredService | None:
        """A service by its name; quick."""
        self.stored()
        return self._by_name.get(name)

    def service(self, name: str) -> StoredService:
        """Raises:
        IncomingServiceUnknown
        """
        found = self.find(name)
        if found is None:
            raise IncomingServiceUnknown(service=name[:80])
        return found

    def configure(self, settings: ListenerSettings) -> None:
        """Keep settings.

        Raises:
            ListenerSettingsInvalid: Nothing was changed, as for every other error.
            StoredNewer, StoredDamaged, StoredUnreadable, DiskFull
        """
        stored = self._document.read()
        field_name, reason = settings.problem()
        open_ones = [each.service.name for each in stored.services if _is_open(each.service)]
        if not reason and not settings.is_local and open_ones:
            field_name, reason = "address", f"{open_ones[0]} asks for no signature, which is only for this machine."
        if reason:
            raise ListenerSettingsInvalid(reason=reason, field=field_name)
        self._write(replace(stored, settings=settings))

    def check(self, service: IncomingService, replaces: str) -> None:
        """Whether a service can be kept.

        Raises:
            IncomingServiceInvalid, IncomingServiceUnknown
        """
        field_name, reason = service.problem()
        if not reason and _is_open(service) and not self.settings.is_local:
            field_name, reason = "scheme", "Others reach the listener, so it needs a signature."
        others = {each.service.name for each in self.stored().services} - {replaces}
        if not reason and replaces and service.name in others:
            field_name, reason = "name", "there is one of that name already."
        if not reason and len(others) >= _MOST_SERVICES:
            reason = f"there are {_MOST_SERVICES} already."
        if reason:
            raise IncomingServiceInvalid(service=service.name[:80], reason=reason, field=field_name)
        if replaces:
            self.service(replaces)

    def save(self, kept: StoredService, replaces: str = "") -> None:
        """Keep a service, in place of the one of that name, or of its own.

        Raises:
            StoredNewer, StoredDamaged, StoredUnreadable, DiskFull: Nothing was changed.
        """
        stored = self._document.read()
        services = list(stored.services)
        names = [each.service.name for each in services]
        old = replaces or kept.service.name
        if old in names:
            services[names.index(old)] = kept
        else:
            services.append(kept)
        self._write(replace(stored, services=tuple(services)))

    def remove(self, name: str) -> StoredService:
        """Take a service off; what it was.

        Raises:
            IncomingServiceUnknown
            StoredNewer, StoredDamaged, StoredUnreadable, DiskFull: Nothing was changed.
        """
        gone = self.service(name)
        stored = self._document.read()
        self._write(replace(stored, services=tuple(each for each in stored.services if each.service.name != name)))
        return gone

    def _write(self, stored: StoredListener) -> None:
        try:
            self._document.write(stored)
        except OSError as error:
            raise DiskFull(path=str(self._document.path), reason=error.strerror or str(error)) from error
        self._know(stored)


def _is_open(service: IncomingService) -> bool:
    return service.enabled and service.scheme is SigningScheme.NONE


def new_note(*, is_unseen: bool) -> SecretNote:
    """For a secret that begins now."""
    return SecretNote(secrets.token_hex(8), time.time(), None, is_unseen)
