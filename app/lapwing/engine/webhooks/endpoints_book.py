"""The endpoints of a profile: a file that can be edited by hand."""

from dataclasses import replace
from typing import Final

from lapwing import paths
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.webhooks.deliveries_errors import EndpointInvalid, EndpointUnknown
from lapwing.domain.webhooks.endpoints import Endpoint
from lapwing.settings.documents import Document, DocumentKind
from lapwing.settings.listed import ListedDocument

_MOST: Final = 1_000


@dataclass(frozen=True, slots=True)
class StoredEndpoints:
    """Without their secrets."""

    endpoints: tuple[Endpoint, ...] = ()


_KIND: Final = DocumentKind(StoredEndpoints, version=1, migrations={})


def endpoints_document() -> Document[StoredEndpoints]:
    """Where they are kept."""
    return Document(paths.config() / "webhooks.json", _KIND)


class EndpointsBook(ListedDocument[Endpoint, StoredEndpoints]):
    """Event loop's thread."""

    def __init__(self) -> None:
        super().__init__(endpoints_document(), lambda stored: stored.endpoints, StoredEndpoints, "endpoint")

    def find(self, endpoint_id: str) -> Endpoint:
        """By its id, or by its name.

        Raises:
            EndpointUnknown
        """
        found = self.found(endpoint_id)
        if found is None:
            raise EndpointUnknown(endpoint=endpoint_id)
        return found

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
        return endpoint if endpoint.id else replace(endpoint, id=self.new_id(endpoint.name))
