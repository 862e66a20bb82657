"""From the settings of any form to a target in our own words."""

import os
import re
from dataclasses import field
from typing import Final

from lapwing.domain.connections import Target
from lapwing.domain.errors import LapwingError
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.pasting.found import Found, Pasted
from lapwing.domain.pasting.generic import made_url
from lapwing.domain.pasting.hosts import pasted_hosts, socket_place, sql_server_host
from lapwing.domain.pasting.names import (
    FIELDS,
    OPTIONS,
    PRODUCTS,
    RUN_TIME,
    TLS_WORDS,
    family_at,
    family_of,
    normal,
)
from lapwing.domain.pasting.option_values import is_yes, option_value, run_time_options
from lapwing.domain.pasting.placeholders import is_placeholder
from lapwing.domain.pasting.tls import mode_said
from lapwing.domain.secrets import Secret
from lapwing.domain.url_text import Malformed, host_fields
from lapwing.domain.urls import MEMORY, parse_url, target_url

_SHOWABLE: Final = re.compile(r"[A-Za-z][\w .\-]{0,39}", re.ASCII)
_MOST_NAMED: Final = 12
_HOST_ENDS: Final = {
    ".postgres.database.azure.com": "postgresql", ".neon.tech": "postgresql", ".supabase.co": "postgresql",
    ".supabase.com": "postgresql", ".mysql.database.azure.com": "mysql", ".psdb.cloud": "mysql",
    ".database.windows.net": "mssql",
}  # fmt: skip
_FILE_ENDS: Final = {".db": "sqlite", ".sqlite": "sqlite", ".sqlite3": "sqlite", ".db3": "sqlite", ".duckdb": "duckdb"}


@dataclass(slots=True, repr=False)
class Said:
    """Settings in our own words, and what there is to tell about them."""

    form: str
    family: str
    fields: dict[str, str] = field(default_factory=dict)
    options: dict[str, str] = field(default_factory=dict)
    run_time: dict[str, str] = field(default_factory=dict)
    tls: dict[str, str] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    assumed: list[str] = field(default_factory=list)
    read_only: bool = False
    is_behind_password: bool = False


def settled(found: Found) -> Pasted:
    """The target that the settings mean.

    Raises:
        Malformed: They mean none, or none that can be kept.
    """
    said = Said(found.form, found.family, ignored=list(found.ignored), assumed=list(found.assumed))
    if not said.family and not found.url:
        said.family = _family(found, said)
    for name, value in found.settings:
        _sort(said, name, value, in_ms=found.in_ms)
    target = _generic_target(found.url, said) if found.url else _target(said)
    if said.unknown:
        said.ignored.append(_no_effect(said.unknown))
    secrets = [said.fields.get(name, "") for name in ("password", "key_password")]
    if any("\0" in secret for secret in secrets):
        raise Malformed("it holds a NUL character.")
    password, key_password = (Secret(secret) if secret else None for secret in secrets)
    ignored, assumed = (tuple(dict.fromkeys(told)) for told in (said.ignored, said.assumed))
    return Pasted(_kept(target), password, found.form, ignored, assumed, key_password)


def _kept(target: Target) -> Target:
    """The target as it comes back from the list of saved connections."""
    try:
        url = target_url(target)
    except LapwingError:
        url = ""
    return _strict(url)


def _strict(url: str) -> Target:
    try:
        return parse_url(url)
    except LapwingError:
        pass
    raise Malformed("it says something that no connection here can have.")


# which kind of server


def _family(found: Found, said: Said) -> str:
    values = {FIELDS[normal(name)]: value for name, value in found.settings if value and normal(name) in FIELDS}
    if family_of(values.get("family", "")):
        return family_of(values["family"])
    if values.get("family") and not is_placeholder("family", values["family"]):
        raise Malformed("it names a kind of database that is not known here.")
    host, database = values.get("host", "").lower(), values.get("database", "").lower()
    guess = next((kind for end, kind in _HOST_ENDS.items() if host.endswith(end)), "")
    guess = guess or family_at(values.get("port", "") or host.rpartition(":")[2])
    guess = guess or ("" if host else _FILE_ENDS.get(os.path.splitext(database)[1], ""))
    if not guess:
        raise Malformed("it does not say which kind of database it is for.")
    said.assumed.append(f"Its host, port or file was taken for one of {PRODUCTS.get(guess, guess)}.")
    return guess


# settings


def _sort(said: Said, name: str, value: str, *, in_ms: bool) -> None:
    word = normal(name)
    options = OPTIONS.get(said.family, {})
    is_schema = word == "schema" and said.family == "mysql"
    if word in TLS_WORDS and not said.family.startswith("sqlite"):
        said.tls[word] = value
    elif word in options:
        _take_option(said, name, options[word], value, in_ms=in_ms)
    elif word in FIELDS or is_schema:
        _take_field(said, "database" if is_schema else FIELDS[word], value)
    elif said.family == "postgresql" and word in RUN_TIME:
        said.run_time[RUN_TIME[word]] = value
    else:
        # behind a password an unknown name may be a part of it that was not escaped: it is only counted
        said.unknown.append(f"\0{name}" if said.is_behind_password else name)
        return
    said.is_behind_password = word in FIELDS and FIELDS[word] == "password"


def _take_field(said: Said, meaning: str, value: str) -> None:
    if not value:
        return
    if is_placeholder(meaning, value):
        if meaning != "family":
            said.ignored.append(f"The {meaning} in it is only a placeholder: fill it in.")
        return
    said.fields[meaning] = value


def _take_option(said: Said, name: str, option: str, value: str, *, in_ms: bool) -> None:
    if option == "key_password":
        _take_field(said, option, value)
        return
    if option in {"read_only", "mode"}:
        said.read_only = is_yes(value)
        return
    ours = None if is_placeholder(option, value) else option_value(option, value, in_ms=in_ms)
    if ours:
        said.options[option] = ours
    elif value:
        said.unknown.append(name)


def _no_effect(names: list[str]) -> str:
    shown = [name for name in dict.fromkeys(names) if _SHOWABLE.fullmatch(name)][:_MOST_NAMED]
    others = len(set(names)) - len(shown)
    if not shown:
        return "An option in it has no effect here." if others == 1 else f"{others} of its options have no effect here."
    return f"These options have no effect here: {', '.join(shown)}{f', and {others} more' if others else ''}."


# targets


def _target(said: Said) -> Target:
    if said.family == "sqlite":
        return _sqlite_target(said)
    mode, assumed = mode_said(said.tls, said.form)
    if assumed:
        said.assumed.append(assumed)
    if said.family not in {"postgresql", "mysql"}:
        return _generic_target(_made_url(said, mode), said)
    if mode:
        said.options["sslmode"] = mode
    if said.run_time:
        options = [said.options.get("options", ""), run_time_options(said.run_time)]
        said.options["options"] = " ".join(filter(None, options))
    return _server_target(said)


def _server_target(said: Said) -> Target:
    fields = said.fields
    hosts = pasted_hosts(fields.get("host", ""), fields.get("port", ""))
    socket = fields.get("socket", "")
    if said.family == "postgresql":
        hosts = [socket_place(socket)] if socket else hosts
    else:
        if len(hosts) > 1:
            said.ignored.append("Only the first of its hosts is used: MySQL is reached at one.")
            hosts = hosts[:1]
        if socket or hosts[0].name.startswith("/"):
            said.options["unix_socket"] = socket or hosts[0].name
            hosts = [hosts[0]._replace(name="", port=None)]
    host, port, ports = host_fields(hosts)
    options = said.options | ({"port": ports} if ports else {})
    database, user = fields.get("database", ""), fields.get("user", "")
    return Target(said.family, database, host, port, user, options, said.read_only)


def _sqlite_target(said: Said) -> Target:
    path = said.fields.get("database", "") or said.fields.get("host", "")
    if said.fields.pop("password", ""):
        said.ignored.append("Its password was left out: encrypted SQLite files cannot be opened here.")
    if not path:
        raise Malformed("it names no file.")
    if path.lower().startswith("file:"):
        target = _strict(path)
        return Target("sqlite", target.database, options=said.options, read_only=target.read_only or said.read_only)
    if path != MEMORY and not os.path.isabs(os.path.expanduser(path)):
        said.assumed.append("Its path was taken from the folder in which Lapwing runs.")
    full = path if path == MEMORY else os.path.abspath(os.path.expanduser(path))
    return Target("sqlite", full, options=said.options, read_only=said.read_only)


def _generic_target(url: str, said: Said) -> Target:
    return Target("generic", url, read_only=said.read_only)


def _made_url(said: Said, mode: str) -> str:
    host, port = said.fields.get("host", ""), said.fields.get("port", "")
    if said.family == "mssql":
        host, port = sql_server_host(host, port)
        if mode:
            said.options["encryption"] = {"disable": "off", "prefer": "request"}.get(mode, "require")
        if mode.startswith("verify"):
            said.ignored.append("How far the server's certificate is verified is said in freetds.conf, not here.")
    elif mode:
        said.unknown += list(said.tls)
    hosts = pasted_hosts(host, port)
    return made_url(said.family, hosts, said.fields.get("user", ""), said.fields.get("database", ""), said.options)
