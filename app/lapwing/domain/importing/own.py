"""Lapwing's own list of connections as text that a person can read, keep in git, and hand to others. No secrets."""

import json
from collections.abc import Iterable
from typing import Any, Final

from lapwing.domain.connections import Connection, Environment
from lapwing.domain.errors import LapwingError
from lapwing.domain.importing.candidates import Candidate, Candidates
from lapwing.domain.importing.json_text import mapping, mapping_in, words
from lapwing.domain.importing.making import unusable
from lapwing.domain.secrets import SecretKind
from lapwing.domain.urls import parse_url

PROGRAM: Final = "Lapwing"
_KEY: Final = "lapwing_connections"
_VERSION: Final = 1
_NEWER: Final = "A newer Lapwing wrote it; what this one does not know is left out."


def write_own(connections: Iterable[Connection]) -> str:
    """The list as JSON, a field a line, in the order of names: a change shows as few lines in a comparison."""
    ordered = sorted(connections, key=lambda each: (each.group.casefold(), each.name.casefold(), each.url))
    listed = [_told(connection) for connection in ordered]
    return json.dumps({_KEY: _VERSION, "connections": listed}, ensure_ascii=False, indent=2) + "\n"


def _told(connection: Connection) -> dict[str, Any]:
    told: dict[str, Any] = {"name": connection.name, "url": connection.url}
    if connection.group:
        told["group"] = connection.group
    if connection.environment is not Environment.NONE:
        told["environment"] = connection.environment.value
    if connection.read_only:
        told["read_only"] = True
    if connection.secret.kind is SecretKind.NONE:
        told["asks_for_password"] = False
    return told


def read_own(text: str) -> Candidates | None:
    """All connections; None when it is no such file."""
    whole = mapping_in(text)
    version = whole.get(_KEY)
    if not isinstance(version, int) or not isinstance(whole.get("connections"), list):
        return None
    found = tuple(_candidate(mapping(each)) for each in whole["connections"])
    return Candidates(PROGRAM, found, (_NEWER,) if version > _VERSION else ())


def _candidate(told: dict[str, Any]) -> Candidate:
    name, url, group = words(told.get("name")), words(told.get("url")), words(told.get("group"))
    try:
        parse_url(url)
    except LapwingError as error:
        return unusable(name, str(error), group=group)
    known = {environment.value: environment for environment in Environment}
    environment = known.get(words(told.get("environment")), Environment.NONE)
    return Candidate(
        name or url, url, group, environment, told.get("read_only") is True, told.get("asks_for_password") is not False
    )
