"""Signatures by which a receiver knows who told it something: Standard Webhooks, symmetric (v1).

Specification: github.com/standard-webhooks/standard-webhooks, `spec/standard-webhooks.md`.
"""

import base64
import binascii
import hashlib
import hmac
import secrets
from collections.abc import Sequence
from typing import Final

from lapwing.domain.secrets import Secret

_PREFIX: Final = "whsec_"
_BYTES: Final = 32
"""The specification asks for 24 to 64."""


def new_signing_secret() -> Secret:
    """A secret of 256 random bits, as receivers take it: `whsec_` and base64."""
    return Secret(_PREFIX + base64.b64encode(secrets.token_bytes(_BYTES)).decode())


def is_signing_secret(secret: Secret) -> bool:
    """Whether it is one by which can be signed."""
    try:
        return 24 <= len(_key(secret)) <= 64
    except (ValueError, binascii.Error):
        return False


def _key(secret: Secret) -> bytes:
    return base64.b64decode(secret.reveal().removeprefix(_PREFIX), validate=True)


def signature_headers(
    message_id: str, at_s: int, body: bytes, signing_secrets: Sequence[Secret]
) -> list[tuple[str, str]]:
    """The headers `webhook-id`, `webhook-timestamp` and, where there is a secret, `webhook-signature`.

    What is signed is `id.timestamp.body` (HMAC-SHA256); with several secrets each has its signature, with spaces
    between.

    Args:
        at_s: When this attempt is made, whole Unix seconds.
    """
    headers = [("webhook-id", message_id), ("webhook-timestamp", str(at_s))]
    signed = b".".join((message_id.encode(), str(at_s).encode(), body))
    digests = [hmac.new(_key(secret), signed, hashlib.sha256).digest() for secret in signing_secrets]
    if digests:
        signatures = " ".join(f"v1,{base64.b64encode(digest).decode()}" for digest in digests)
        headers.append(("webhook-signature", signatures))
    return headers
