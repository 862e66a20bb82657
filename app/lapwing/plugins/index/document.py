"""The document that an index is: JSON with the plugins, the key that signed it, and the signature.

What is signed are the bytes `lapwing-index-1`, a line end, and the document without its signature, written as JSON with
sorted keys and without blanks.
"""

import json
from collections.abc import Iterable
from typing import Any, Final

import msgspec
from packaging.version import InvalidVersion, Version

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.plugins.installing import IndexEntry
from lapwing.domain.plugins.installing_errors import IndexUnreadable
from lapwing.plugins import manifest_checks as checks
from lapwing.plugins.packages.signing import fingerprint, is_signed, sign

FORMAT: Final = "lapwing-plugin-index"
_VERSION: Final = 1
_HEAD: Final = b"lapwing-index-1\n"
_MOST_ENTRIES: Final = 20_000
_SIGNATURE: Final = "signature"
_SAID: Final = (
    *("id", "name", "version", "description", "author", "license", "homepage", "lapwing"),
    *("url", "sha256", "size", "permissions"),
)
"""The fields of an entry that stand in the document."""


@dataclass(frozen=True, slots=True)
class IndexDocument:
    """An index whose signature fits; whether its key is trusted is another question."""

    entries: tuple[IndexEntry, ...]
    key: str
    public: str


def index_bytes(entries: Iterable[IndexEntry], private_pem: bytes, passphrase: str = "") -> bytes:
    """A signed index.

    Raises:
        KeyInvalid
    """
    plugins = [{name: value for name in _SAID if (value := getattr(entry, name)) not in ("", 0)} for entry in entries]
    content: dict[str, Any] = {"format": FORMAT, "version": _VERSION, "plugins": plugins}
    content["key"], _ = sign(b"", private_pem, passphrase)
    _, content[_SIGNATURE] = sign(_signed(content), private_pem, passphrase)
    return json.dumps(content, indent=2, ensure_ascii=False).encode() + b"\n"


def _signed(content: dict[str, Any]) -> bytes:
    rest = {key: value for key, value in content.items() if key != _SIGNATURE}
    return _HEAD + json.dumps(rest, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def read_index(data: bytes, place: str) -> IndexDocument:
    """An index from its bytes.

    Raises:
        IndexUnreadable: It is damaged, newer, or was changed after it was signed.
    """
    try:
        content = json.loads(data)
        if not isinstance(content, dict) or content.get("format") != FORMAT:
            raise IndexUnreadable(place=place, reason="it is no index of plugins.")
        if content.get("version") != _VERSION:
            raise IndexUnreadable(place=place, reason="it is of a version that this Lapwing does not read.")
        public, signature = str(content.get("key")), str(content.get(_SIGNATURE))
        if not is_signed(_signed(content), public, signature):
            raise IndexUnreadable(
                place=place, reason="its signature does not fit: it was changed, or only half of it came."
            )
        entries = msgspec.convert(content["plugins"], tuple[IndexEntry, ...])
    except (ValueError, KeyError, RecursionError, msgspec.MsgspecError) as error:
        raise IndexUnreadable(place=place, reason="it is damaged.") from error
    for entry in entries[:_MOST_ENTRIES]:
        if problem := _problem(entry):
            raise IndexUnreadable(place=place, reason=f"an entry is wrong: {problem}")
    return IndexDocument(entries[:_MOST_ENTRIES], fingerprint(public), public)


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
