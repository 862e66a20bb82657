"""Lapwing's own list of connections as text that a person can read, keep in git, and hand to others. No secrets."""

import json
from collections.abc import Iterable
from typing import Any, Final

from lapwing.domain.connections import Confirmation, Connection, Environment, SqlInEvents, TransactionMode
from lapwing.domain.environments import is_color
from lapwing.domain.errors import LapwingError
from lapwing.domain.importing.candidates import Candidate, Candidates
from lapwing.domain.importing.json_text import mapping, mapping_in, words
from lapwing.domain.importing.making import unusable
from lapwing.domain.importing.tunnels import read_tunnel, told_tunnel
from lapwing.domain.secrets import SecretKind
from lapwing.domain.urls import parse_url

PROGRAM: Final = "Lapwing"
_KEY: Final = "lapwing_connections"
_VERSION: Final = 1
_SHOWN: Final = 200
_STARTUP: Final = "On each of its sessions this is run first: {sql}"
"""Who takes a list from somebody else is to see what of it will be run."""
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
    if connection.environment != Environment.NONE:
        told["environment"] = str(connection.environment)
    if connection.read_only:
        told["read_only"] = True
    if connection.mode is not None:
        told["commit"] = TransactionMode(connection.mode).value
    if connection.confirmation != Confirmation.NONE:
        told["confirm"] = Confirmation(connection.confirmation).value
    if connection.sql_in_events != SqlInEvents.FULL:
        told["sql_in_events"] = SqlInEvents(connection.sql_in_events).value
    texts = {"color": connection.color, "startup_sql": connection.startup_sql, "schemas": list(connection.schemas)}
    told |= {name: value for name, value in texts.items() if value}
    if connection.ssh is not None:
        told["ssh"] = told_tunnel(connection.ssh)
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
    startup_sql, schemas = words(told.get("startup_sql")), told.get("schemas")
    color, commit, confirm = (words(told.get(name)) for name in ("color", "commit", "confirm"))
    in_events = words(told.get("sql_in_events"))
    ssh, about_ssh = read_tunnel(told.get("ssh"))
    return Candidate(
        name or url,
        url,
        group,
        words(told.get("environment")) or Environment.NONE,
        told.get("read_only") is True,
        told.get("asks_for_password") is not False,
        (*about_ssh, *((_STARTUP.format(sql=" ".join(startup_sql.split())[:_SHOWN]),) if startup_sql else ())),
        mode=TransactionMode(commit) if commit in list(TransactionMode) else None,
        confirmation=Confirmation(confirm) if confirm in list(Confirmation) else Confirmation.NONE,
        color=color if is_color(color) else "",
        startup_sql=startup_sql,
        schemas=tuple(words(each) for each in schemas if words(each)) if isinstance(schemas, list) else (),
        ssh=ssh,
        sql_in_events=SqlInEvents(in_events) if in_events in list(SqlInEvents) else SqlInEvents.FULL,
    )
