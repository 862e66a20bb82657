"""Azure Data Studio's settings.json: connections and the groups that they are in."""

from typing import Any, Final

from lapwing.domain.connections import Target
from lapwing.domain.importing.candidates import Candidate, Candidates
from lapwing.domain.importing.json_text import mapping, mapping_in, words
from lapwing.domain.importing.making import candidate, port_of
from lapwing.domain.sqlalchemy_urls import generic_url
from lapwing.domain.url_text import escaped

_PROGRAM: Final = "Azure Data Studio"
_DRIVERS: Final = {"PGSQL": "postgresql", "MySQL": "mysql"}
_KERBEROS: Final = "It logs in with your Windows account (Kerberos); see how the driver does that."


def read_azure_data_studio(text: str) -> Candidates | None:
    """All connections; None when it is no such file."""
    whole = mapping_in(text, with_comments=True)
    told = whole.get("datasource.connections")
    if not isinstance(told, list):
        return None
    groups = {words(mapping(each).get("id")): mapping(each) for each in whole.get("datasource.connectionGroups") or []}
    return Candidates(_PROGRAM, tuple(_candidate(mapping(each), groups) for each in told))


def _group(groups: dict[str, dict[str, Any]], group_id: str) -> str:
    """The group's name, with those that it is in before it; the outermost one, ROOT, is none."""
    names: list[str] = []
    while group_id in groups and len(names) < len(groups):
        group = groups[group_id]
        if words(group.get("name")) != "ROOT":
            names.insert(0, words(group.get("name")))
        group_id = words(group.get("parentId"))
    return " / ".join(names)


def _candidate(told: dict[str, Any], groups: dict[str, dict[str, Any]]) -> Candidate:
    options = mapping(told.get("options"))
    server, database = words(options.get("server") or options.get("host")), words(options.get("database"))
    user, port = words(options.get("user")), words(options.get("port"))
    name = words(options.get("connectionName")) or "/".join(part for part in (server, database) if part)
    group = _group(groups, words(told.get("groupId")))
    driver = _DRIVERS.get(words(told.get("providerName")))
    if driver is not None:
        return candidate(
            name, Target(driver, database or words(options.get("dbname")), server, port_of(port), user), group=group
        )
    host, _, listed_port = server.removeprefix("tcp:").partition(",")
    place = f"{escaped(user)}@" if user else ""
    number = port_of(port) or port_of(listed_port.strip())
    url = f"mssql+pyodbc://{place}{host}{f':{number}' if number else ''}/{escaped(database)}"
    notes = (_KERBEROS,) if words(options.get("authenticationType")) == "Integrated" else ()
    return candidate(name, Target("generic", generic_url(url, "")), group=group, notes=notes)
