"""What persons chose for services: kept for the profile, followed by whichever engine does them."""

from dataclasses import field, replace
from enum import StrEnum
from typing import Final

from lapwing import paths
from lapwing.domain.cloud_events import new_event_id
from lapwing.domain.errors import DiskFull, LapwingError
from lapwing.domain.late_dataclass import dataclass
from lapwing.settings.documents import Document, DocumentKind


class Wish(StrEnum):
    START = "start"
    STOP = "stop"
    RESTART = "restart"


@dataclass(frozen=True, slots=True)
class Choice:
    """The last thing that a person wanted of a service.

    Attributes:
        id: Another one for each time that something was wanted.
    """

    id: str
    wish: Wish

    @property
    def is_wanted(self) -> bool:
        """Whether it is to run whenever an engine does."""
        return self.wish is not Wish.STOP


@dataclass(frozen=True, slots=True)
class Choices:
    """By the ids of services."""

    services: dict[str, Choice] = field(default_factory=dict)


Stamp = tuple[int, int, int] | None
_KIND: Final = DocumentKind(Choices, version=1, migrations={})


class ChoicesFile:
    """The document that they are in; read anew when another process has changed it. Event loop's thread.

    Attributes:
        problem: Why it could not be read; what was known before is in force.
    """

    def __init__(self) -> None:
        self._document = Document(paths.config() / "services.json", _KIND)
        self._known = Choices()
        self._stamp: Stamp = None
        self.problem: LapwingError | None = None

    def look(self) -> bool:
        """Read it where it is another one than before; whether it was. Never raises."""
        stamp = self._stamp_now()
        if stamp == self._stamp:
            return False
        self._stamp = stamp
        try:
            self._known = self._document.read()
            self.problem = None
        except LapwingError as error:
            self.problem = error
        return True

    def of(self, service_id: str) -> Choice | None:
        """What was wanted of one; None: nothing yet."""
        return self._known.services.get(service_id)

    def choose(self, service_id: str, wish: Wish) -> Choice:
        """Keep what a person wants now.

        Raises:
            StoredNewer, StoredDamaged, StoredUnreadable, DiskFull: It is not kept.
        """
        choice = Choice(new_event_id(), wish)
        known = self._document.read()
        chosen = replace(known, services={**known.services, service_id: choice})
        try:
            self._document.write(chosen)
        except OSError as error:
            raise DiskFull(path=str(self._document.path), reason=error.strerror or str(error)) from error
        self._known, self._stamp, self.problem = chosen, self._stamp_now(), None
        return choice

    def _stamp_now(self) -> Stamp:
        try:
            found = self._document.path.stat()
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size
