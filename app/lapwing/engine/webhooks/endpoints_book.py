"""The endpoints of a profile: a file that can be edited by hand."""

from dataclasses import replace
from typing import Final

from lapwing import paths
from lapwing.domain.errors import DiskFull, LapwingError
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.webhooks.deliveries_errors import EndpointInvalid, EndpointUnknown
from lapwing.domain.webhooks.endpoints import Endpoint
from lapwing.domain.webhooks.endpoints_files import endpoint_id
from lapwing.settings.documents import Document, DocumentKind

_MOST: Final = 1_000


@dataclass(frozen=True, slots=True)
class StoredEndpoints:
    """Without their secrets."""

    endpoints: tuple[Endpoint, ...] = ()


_KIND: Final = DocumentKind(StoredEndpoints, version=1, migrations={})


def endpoints_document() -> Document[StoredEndpoints]:
    """Where they are kept."""
    return Document(paths.config() / "webhooks.json", _KIND)


class EndpointsBook:
    """Event loop's thread; the file is small.

    Attributes:
        notice: Sentences about the stored file (damaged, newer), or empty.
    """

    def __init__(self) -> None:
        self._document = endpoints_document()
        self._known: tuple[tuple[int, int, int] | None, StoredEndpoints] | None = None
        self.notice = ""

    def _stamp(self) -> tuple[int, int, int] | None:
        try:
            found = self._document.path.stat()
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size

    @property
    def has_changed(self) -> bool:
        """Whether somebody edited the file since it was read last."""
        return self._known is None or self._known[0] != self._stamp()

    def all(self) -> tuple[Endpoint, ...]:
        """All of them; read anew when somebody edited the file. Where it cannot be read, those that were known last."""
        if self.has_changed:
            try:
                stored = self._document.read()
                self.notice = ""
            except LapwingError as error:
                self.notice = f"{error} {error.next_step()}".strip()
                stored = self._known[1] if self._known else StoredEndpoints()
            self._known = self._stamp(), replace(stored, endpoints=_with_ids(stored.endpoints))
        assert self._known is not None
        return self._known[1].endpoints

    def find(self, endpoint_id: str) -> Endpoint:
        """By its id, or by its name.

        Raises:
            EndpointUnknown
        """
        found = [each for each in self.all() if each.id == endpoint_id] or [
            each for each in self.all() if each.name == endpoint_id
        ]
        if len(found) != 1:
            raise EndpointUnknown(endpoint=endpoint_id)
        return found[0]

    def prepared(self, endpoint: Endpoint) -> Endpoint:
        """An endpoint as it can be kept: with an id.

        Raises:
            EndpointInvalid: It cannot.
        """
        field, reason = endpoint.problem()
        others = [each for each in self.all() if each.id != endpoint.id]
        if not reason and any(each.name == endpoint.name for each in others):
            field, reason = "name", "there is one of that name already."
        if not reason and len(others) >= _MOST:
            reason = f"there are {_MOST} already."
        if reason:
            raise EndpointInvalid(endpoint=endpoint.name or endpoint.id, reason=reason, field=field)
        taken = frozenset(each.id for each in self.all())
        return endpoint if endpoint.id else replace(endpoint, id=endpoint_id(endpoint.name, taken))

    def keep(self, endpoint: Endpoint) -> None:
        """Keep an endpoint that was prepared.

        Raises:
            StoredNewer, StoredDamaged, StoredUnreadable, DiskFull: Nothing was changed.
        """
        stored = self._to_change()
        ids = [each.id for each in stored]
        if endpoint.id in ids:
            stored[ids.index(endpoint.id)] = endpoint
        else:
            stored.append(endpoint)
        self._write(stored)

    def remove(self, endpoint_id: str) -> None:
        """Take one off the list. Raises as `keep`."""
        self._write([each for each in self._to_change() if each.id != endpoint_id])

    def _to_change(self) -> list[Endpoint]:
        """What is in the file, or the reason why it cannot be changed."""
        return list(_with_ids(self._document.read().endpoints))

    def _write(self, endpoints: list[Endpoint]) -> None:
        stored = StoredEndpoints(tuple(endpoints))
        try:
            self._document.write(stored)
        except OSError as error:
            raise DiskFull(path=str(self._document.path), reason=error.strerror or str(error)) from error
        self._known = self._stamp(), stored


def _with_ids(endpoints: tuple[Endpoint, ...]) -> tuple[Endpoint, ...]:
    """Each with an id of its own: who writes a file by hand may leave it out."""
    made: dict[str, Endpoint] = {}
    for each in endpoints:
        taken = frozenset(made) | {other.id for other in endpoints}
        own = each.id if each.id and each.id not in made else endpoint_id(each.name, taken)
        made[own] = replace(each, id=own)
    return tuple(made.values())
