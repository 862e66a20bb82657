"""The document that an index is: JSON with the plugins, when it was made, the key that signed it, and the signature.

What is signed are the bytes `lapwing-index-1`, a line end, and the document without its signature, written as JSON with
sorted keys and without blanks.
"""

import json
import time
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any, Final

import msgspec
from packaging.version import InvalidVersion, Version

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.plugins.installing_errors import IndexUnreadable
from lapwing.domain.plugins.sources import IndexEntry
from lapwing.plugins import manifest_checks as checks
from lapwing.plugins.packages.signing import fingerprint, is_signed, sign

FORMAT: Final = "lapwing-plugin-index"
_VERSION: Final = 1
_HEAD: Final = b"lapwing-index-1\n"
_MOST_ENTRIES: Final = 20_000
_MOST_REVOKED: Final = 1_000
_SIGNATURE: Final = "signature"
_SAID: Final = (
    *("id", "name", "version", "description", "author", "license", "homepage", "lapwing"),
    *("url", "sha256", "size", "permissions"),
)
"""The fields of an entry that stand in the document."""


@dataclass(frozen=True, slots=True)
class IndexDocument:
    """An index whose signature fits; whether its key is trusted is another question.

    Attributes:
        key, public: The key that signed it: its hash, and itself in base64.
        made_at: Unix seconds; a later document of the same index takes its place, an earlier one never does.
        expires_at: When it vouches for nothing any more; 0: never.
        revoked: Keys that nothing is to be signed by, with reasons.
    """

    entries: tuple[IndexEntry, ...]
    key: str
    public: str
    made_at: float = 0.0
    expires_at: float = 0.0
    revoked: tuple[tuple[str, str], ...] = ()


def index_bytes(
    entries: Iterable[IndexEntry],
    private_pem: bytes,
    passphrase: str = "",
    *,
    made_at: float | None = None,
    expires_at: float = 0.0,
    revoked: Mapping[str, str] | None = None,
) -> bytes:
    """A signed index.

    Args:
        made_at: Unix seconds; None: now.
        expires_at: Unix seconds; 0: it never does.
        revoked: Hashes of keys (`SHA256:...`), each with a reason.

    Raises:
        KeyInvalid
    """
    plugins = [{name: value for name in _SAID if (value := getattr(entry, name)) not in ("", 0)} for entry in entries]
    content: dict[str, Any] = {"format": FORMAT, "version": _VERSION}
    content["made"] = _text_of(time.time() if made_at is None else made_at)
    if expires_at:
        content["expires"] = _text_of(expires_at)
    if revoked:
        content["revoked"] = [{"key": key, "reason": reason} for key, reason in revoked.items()]
    content["plugins"] = plugins
    content["key"], _ = sign(b"", private_pem, passphrase)
    _, content[_SIGNATURE] = sign(_signed(content), private_pem, passphrase)
    return json.dumps(content, indent=2, ensure_ascii=False).encode() + b"\n"


def _text_of(moment: float) -> str:
    """RFC 3339, in UTC."""
    return datetime.fromtimestamp(moment, UTC).isoformat().replace("+00:00", "Z")


def _moment_of(text: object) -> float:
    """Unix seconds. Raises ValueError."""
    moment = datetime.fromisoformat(text if isinstance(text, str) else "")
    if moment.tzinfo is None:
        raise ValueError(text)
    return moment.timestamp()


def _signed(content: dict[str, Any]) -> bytes:
    rest = {key: value for key, value in content.items() if key != _SIGNATURE}
    return _HEAD + json.dumps(rest, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def read_index(data: bytes, place: str) -> IndexDocument:
    """An index from its bytes.

    Raises:
        IndexUnreadable: It is damaged, newer, too long, or was changed after it was signed.
    """
    try:
        content = json.loads(data.decode())
        if not isinstance(content, dict) or content.get("format") != FORMAT:
            raise IndexUnreadable(place=place, reason="it is no index of plugins.")
        if content.get("version") != _VERSION:
            raise IndexUnreadable(place=place, reason="it is of a version that this Lapwing does not read.")
        public, signature = str(content.get("key")), str(content.get(_SIGNATURE))
        if not is_signed(_signed(content), public, signature):
            reason = "its signature does not fit: it was changed, or only half of it came."
            raise IndexUnreadable(place=place, reason=reason)
        document = _document(content, public)
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError, msgspec.MsgspecError) as error:
        raise IndexUnreadable(place=place, reason="it is damaged.") from error
    if len(document.entries) > _MOST_ENTRIES or len(document.revoked) > _MOST_REVOKED:
        raise IndexUnreadable(place=place, reason=f"it has more than {_MOST_ENTRIES:,} entries.")
    for entry in document.entries:
        if problem := _problem(entry):
            raise IndexUnreadable(place=place, reason=f"an entry is wrong: {problem}")
    return document


def _document(content: dict[str, Any], public: str) -> IndexDocument:
    """Raises ValueError, KeyError, TypeError, OverflowError, MsgspecError."""
    revoked = msgspec.convert(content.get("revoked", ()), tuple[dict[str, str], ...])
    return IndexDocument(
        msgspec.convert(content["plugins"], tuple[IndexEntry, ...]),
        fingerprint(public),
        public,
        _moment_of(content["made"]),
        _moment_of(content["expires"]) if "expires" in content else 0.0,
        tuple((each["key"], each.get("reason", "")) for each in revoked),
    )


def _problem(entry: IndexEntry) -> str:
    """Why an entry cannot be shown or installed, in a sentence; empty: it can."""
    try:
        Version(entry.version)
    except InvalidVersion:
        return "it has no version."
    judged = (
        checks.id_problem(entry.id),
        checks.line_problem(entry.name),
        checks.text_problem(entry.description),
        checks.line_problem(entry.author),
        checks.line_problem(entry.license),
        checks.homepage_problem(entry.homepage) if entry.homepage else None,
        checks.range_problem(entry.lapwing),
        *map(checks.permission_problem, entry.permissions),
    )
    return next((problem[0] for problem in judged if problem), "")
