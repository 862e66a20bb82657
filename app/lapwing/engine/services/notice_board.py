"""What the engine that does the services tells the other engines of its profile: a small file beside the lock."""

import logging
import os
from dataclasses import field, replace
from typing import Final

from lapwing import paths
from lapwing.domain.errors import LapwingError
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.services import ServiceFacts
from lapwing.settings.documents import Document, DocumentKind
from lapwing.settings.files import FileLayer

_log: Final = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Notice:
    """How services are in the engine that holds the lock.

    Attributes:
        followed: The last choice that it has acted on, by the service's id.
    """

    process_id: int = 0
    services: dict[str, ServiceFacts] = field(default_factory=dict)
    followed: dict[str, str] = field(default_factory=dict)


class _Unsynced(FileLayer):
    """It tells of a process that lives, so nobody needs it after a power cut."""

    def sync(self, fd: int) -> None:
        """Not waited for."""

    def sync_folder(self, folder: object) -> None:
        """Not waited for."""


_KIND: Final = DocumentKind(Notice, version=1, migrations={})


class NoticeBoard:
    """Only who holds the lock writes. Event loop's thread."""

    def __init__(self) -> None:
        self._document = Document(paths.state() / "services-now.json", _KIND, _Unsynced())
        self._last: Notice | None = None

    def post(self, services: dict[str, ServiceFacts], followed: dict[str, str]) -> None:
        """Say how they are, where that is news; figures, which change all the time, are left out.

        A folder that cannot be written costs the others the news.
        """
        plain = {name: replace(each, health=replace(each.health, figures=())) for name, each in services.items()}
        notice = Notice(os.getpid(), plain, followed)
        if notice == self._last:
            return
        self._last = notice
        try:
            self._document.write(notice)
        except OSError as error:
            _log.warning("other engines cannot be told how services are: %s", error)

    def read(self) -> Notice:
        """What was said last; an empty one where that cannot be read."""
        try:
            return self._document.read()
        except LapwingError as error:
            _log.info("how services are in another engine cannot be read: %s", error)
            return Notice()

    def take_down(self) -> None:
        """Nothing is done here any more."""
        if self._last is not None:
            self._last = None
            self._document.path.unlink(missing_ok=True)
