"""The secrets of endpoints: values of headers, a part of the URL, and what deliveries are signed with.

All of an endpoint's lie together under one name, as JSON, so that they change together.
"""

import asyncio
import json
import urllib.parse
from collections.abc import Mapping
from dataclasses import field, replace

from lapwing.domain.connections import Connection
from lapwing.domain.errors import PasswordNeeded
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.secrets import PASSWORD, Secret
from lapwing.domain.webhooks.deliveries_errors import EndpointSecretsMissing
from lapwing.domain.webhooks.deliveries_signing import is_signing_secret, new_signing_secret
from lapwing.domain.webhooks.endpoints import SECRET_PART, Endpoint, SaveEndpoint
from lapwing.engine.connections.secrets import SecretsService


@dataclass(frozen=True, slots=True)
class EndpointSecrets:
    """Attributes:
    signing: The one that is used first; the one before it behind, until the endpoint's `old_secret_until`.
    headers: By the headers' names.
    """

    signing: tuple[Secret, ...] = ()
    headers: Mapping[str, Secret] = field(default_factory=dict)
    url: Secret | None = None

    def all(self) -> tuple[Secret, ...]:
        """Each of them, for taking them out of texts."""
        return (*self.signing, *self.headers.values(), *((self.url,) if self.url is not None else ()))

    def missing_for(self, endpoint: Endpoint) -> str:
        """What an endpoint needs and has not here, as a fact of `EndpointSecretsMissing`; empty: nothing."""
        for header in endpoint.headers:
            if header.is_secret and header.name not in self.headers:
                return f"the header {header.name}"
        if SECRET_PART in endpoint.url and self.url is None:
            return f"{SECRET_PART} in its URL"
        return "its signature" if endpoint.signs and not self.signing else ""

    def signing_at(self, endpoint: Endpoint, at: float) -> tuple[Secret, ...]:
        """What a delivery is signed with then."""
        if not endpoint.signs:
            return ()
        return self.signing if at < endpoint.old_secret_until else self.signing[:1]


def merged(request: SaveEndpoint, kept: EndpointSecrets) -> EndpointSecrets:
    """What an endpoint has after it was saved: new values before those that are kept, nothing that it does not use.

    Raises:
        EndpointSecretsMissing: A header, or the URL, has no value.
    """
    endpoint = request.endpoint
    values = {**kept.headers, **request.header_values}
    headers = {each.name: values[each.name] for each in endpoint.headers if each.is_secret and each.name in values}
    url = (request.url_secret or kept.url) if SECRET_PART in endpoint.url else None
    signing = kept.signing or (new_signing_secret(),) if endpoint.signs else ()
    found = EndpointSecrets(signing, headers, url)
    if what := found.missing_for(endpoint):
        raise EndpointSecretsMissing(endpoint=endpoint.name, what=what)
    return found


class EndpointVault:
    """Event loop's thread; keyring and file are asked in a thread. What was fetched is remembered until it changes."""

    def __init__(self, secrets: SecretsService) -> None:
        self._secrets = secrets
        self._known: dict[str, tuple[Endpoint, EndpointSecrets]] = {}

    async def of(self, endpoint: Endpoint) -> EndpointSecrets:
        """All that an endpoint needs.

        Raises:
            EndpointSecretsMissing: Something of it is not kept, as when somebody edited the list by hand.
            SecretUnavailable, StoredNewer, StoredUnreadable: It cannot be fetched now.
        """
        found = await self._found(endpoint)
        if what := found.missing_for(endpoint):
            raise EndpointSecretsMissing(endpoint=endpoint.name, what=what)
        return found

    async def _found(self, endpoint: Endpoint) -> EndpointSecrets:
        if not endpoint.has_secrets:
            return EndpointSecrets()
        known = self._known.get(endpoint.id)
        if known is not None and (known[0].secret, known[0].secret_revision) == (
            endpoint.secret,
            endpoint.secret_revision,
        ):
            return known[1]
        try:
            found = await asyncio.to_thread(self._secrets.find, _owner(endpoint), PASSWORD)
        except PasswordNeeded:
            found = None
        if found is None:
            raise EndpointSecretsMissing(endpoint=endpoint.name, what="it")
        self._known[endpoint.id] = endpoint, _decoded(endpoint, found)
        return self._known[endpoint.id][1]

    async def kept_for(self, endpoint: Endpoint) -> EndpointSecrets:
        """What is kept for it, as much as there is.

        Raises:
            SecretUnavailable, StoredNewer, StoredUnreadable
        """
        try:
            return await self._found(endpoint)
        except EndpointSecretsMissing:
            return EndpointSecrets()

    async def keep(self, endpoint: Endpoint, secrets: EndpointSecrets) -> None:
        """Keep all of an endpoint's, in place of those before.

        Raises:
            SecretNotKept, SecretUnavailable
        """
        await self._secrets.keep(_owner(endpoint), PASSWORD, _encoded(secrets))
        self._known[endpoint.id] = endpoint, secrets

    async def forget(self, endpoint: Endpoint) -> None:
        """Remove what is kept for an endpoint.

        Raises:
            SecretLeft
        """
        self._known.pop(endpoint.id, None)
        if endpoint.has_secrets:
            await self._secrets.forget(_owner(endpoint))


def _owner(endpoint: Endpoint) -> Connection:
    """What the secrets service takes an endpoint for: the place of its secrets, under a name of its own."""
    host = urllib.parse.urlsplit(endpoint.url).hostname or "endpoint"
    shown = f"[{host}]" if ":" in host else host
    return Connection(f"webhook-endpoint-{endpoint.id}", endpoint.name, f"https://{shown}", secret=endpoint.secret)


def _encoded(secrets: EndpointSecrets) -> Secret:
    whole = {
        "signing": [each.reveal() for each in secrets.signing],
        "headers": {name: value.reveal() for name, value in secrets.headers.items()},
        "url": secrets.url.reveal() if secrets.url is not None else None,
    }
    return Secret(json.dumps(whole))


def _decoded(endpoint: Endpoint, secret: Secret) -> EndpointSecrets:
    """Raises:
    EndpointSecretsMissing: It is something else, as when somebody changed it in the keyring.
    """
    try:
        whole = json.loads(secret.reveal())
        signing = tuple(Secret(str(each)) for each in whole["signing"])
        headers = {str(name): Secret(str(value)) for name, value in whole["headers"].items()}
        url = Secret(str(whole["url"])) if whole["url"] is not None else None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise EndpointSecretsMissing(endpoint=endpoint.name, what="it") from None
    if not all(is_signing_secret(each) for each in signing):
        raise EndpointSecretsMissing(endpoint=endpoint.name, what="its signature")
    return EndpointSecrets(signing, headers, url)


def rotated(endpoint: Endpoint, kept: EndpointSecrets, until: float) -> tuple[Endpoint, EndpointSecrets]:
    """An endpoint that signs with a new secret, and until a time with the one before too."""
    changed = replace(endpoint, secret_revision=endpoint.secret_revision + 1, old_secret_until=until)
    return changed, replace(kept, signing=(new_signing_secret(), *kept.signing[:1]))
