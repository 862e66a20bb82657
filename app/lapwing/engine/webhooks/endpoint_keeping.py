"""Keeping an endpoint in the list and its secrets where it says: both, or neither."""

import contextlib
from dataclasses import replace

from lapwing.domain.errors import LapwingError
from lapwing.domain.secrets import Secret
from lapwing.domain.webhooks.deliveries_errors import EndpointInvalid
from lapwing.domain.webhooks.endpoints import (
    Endpoint,
    EndpointHeader,
    EndpointSaved,
    SaveEndpoint,
    is_secret_header,
    without_secret,
)
from lapwing.engine.webhooks.endpoint_secrets import EndpointSecrets, EndpointVault, merged, rotated
from lapwing.engine.webhooks.endpoints_book import EndpointsBook


class EndpointKeeping:
    """Event loop's thread."""

    def __init__(self, book: EndpointsBook, vault: EndpointVault) -> None:
        self._book = book
        self._vault = vault

    def _old(self, endpoint_id: str) -> Endpoint | None:
        """The endpoint as it is kept so far; None: it is new."""
        found = [each for each in self._book.all() if endpoint_id and each.id == endpoint_id]
        return found[0] if found else None

    async def _kept(self, old: Endpoint | None) -> EndpointSecrets:
        return await self._vault.kept_for(old) if old is not None else EndpointSecrets()

    async def merged(self, request: SaveEndpoint) -> EndpointSecrets:
        """What an endpoint would have after it was saved.

        Raises:
            EndpointSecretsMissing: A header, or the URL, has no value.
            SecretUnavailable, StoredNewer, StoredUnreadable: What is kept cannot be fetched now.
        """
        return merged(request, await self._kept(self._old(request.endpoint.id)))

    async def save(self, request: SaveEndpoint) -> EndpointSaved:
        """Keep it; what was generated is in the answer.

        Raises:
            SecretLeft: It was kept, and its secrets may be where they were before, too.
            LapwingError: Nothing was changed.
        """
        request = _with_values_apart(request)
        endpoint = self._book.prepared(request.endpoint)
        old = self._old(endpoint.id)
        kept = await self._kept(old)
        secrets = merged(replace(request, endpoint=endpoint), kept)
        is_new = secrets != kept or (old is not None and old.secret != endpoint.secret)
        endpoint = replace(
            endpoint,
            secret_revision=(old.secret_revision if old is not None else 0) + is_new,
            old_secret_until=old.old_secret_until if old is not None else 0.0,
            disabled_because="" if endpoint.enabled or old is None else old.disabled_because,
        )
        await self._keep(endpoint, secrets if is_new else None, old, kept)
        if old is not None and (old.secret.kind is not endpoint.secret.kind or not endpoint.has_secrets):
            await self._vault.forget(old)
        return EndpointSaved(endpoint, secrets.signing[0] if secrets.signing and not kept.signing else None)

    async def _keep(
        self, endpoint: Endpoint, secrets: EndpointSecrets | None, old: Endpoint | None, before: EndpointSecrets
    ) -> None:
        """Keep secrets first, where they are others now: an endpoint without them would fail. They are put back when
        the list cannot be written."""
        if secrets is not None and endpoint.has_secrets:
            await self._vault.keep(endpoint, secrets)
        try:
            self._book.keep(endpoint)
        except LapwingError:
            if secrets is not None and endpoint.has_secrets:
                with contextlib.suppress(LapwingError):  # why the list cannot be written is what has to be told
                    await self._put_back(endpoint, old, before)
            raise

    async def _put_back(self, endpoint: Endpoint, old: Endpoint | None, before: EndpointSecrets) -> None:
        if old is None or old.secret.kind is not endpoint.secret.kind or not old.has_secrets:
            await self._vault.forget(endpoint)
        else:
            await self._vault.keep(old, before)

    async def rotate(self, endpoint: Endpoint, until: float) -> Secret:
        """Give it a new signing secret; the one before is used beside it until then.

        Raises:
            EndpointInvalid: It does not sign.
            LapwingError: Nothing was changed.
        """
        if not endpoint.signs:
            raise EndpointInvalid(endpoint=endpoint.name, reason="it does not sign what it sends.", field="signs")
        kept = await self._vault.kept_for(endpoint)
        changed, secrets = rotated(endpoint, kept, until)
        await self._keep(changed, secrets, endpoint, kept)
        return secrets.signing[0]


def _with_values_apart(request: SaveEndpoint) -> SaveEndpoint:
    """The same with values that stand plainly in headers of secrets, and in addresses of Slack and Discord, kept as
    secrets: what is in the list can be read by anybody who reads the file."""
    endpoint, values = request.endpoint, dict(request.header_values)
    headers = []
    for header in endpoint.headers:
        if header.value and is_secret_header(header.name):
            values.setdefault(header.name, Secret(header.value))
            headers.append(EndpointHeader(header.name, is_secret=True))
        else:
            headers.append(header)
    url, part = without_secret(endpoint.url)
    url_secret = Secret(part) if part else request.url_secret
    return SaveEndpoint(replace(endpoint, headers=tuple(headers), url=url), values, url_secret)
