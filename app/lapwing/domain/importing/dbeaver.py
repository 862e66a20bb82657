"""DBeaver's data-sources.json. Names of users and passwords are encrypted in another file, and stay there."""

from typing import Any, Final

from lapwing.domain.connections import Environment, Target
from lapwing.domain.errors import LapwingError
from lapwing.domain.importing.candidates import Candidate, Candidates
from lapwing.domain.importing.json_text import mapping, mapping_in, words
from lapwing.domain.importing.making import candidate, port_of, unusable
from lapwing.domain.importing.tunnels import Found, found_tunnel
from lapwing.domain.pasted import parse_pasted
from lapwing.domain.ssh import SshLogIn

_PROGRAM: Final = "DBeaver"
_TYPES: Final = {"dev": Environment.DEVELOPMENT, "test": Environment.TEST, "prod": Environment.PRODUCTION}
_DRIVERS: Final = {"postgresql": "postgresql", "mysql": "mysql", "mariadb": "mysql"}
_USER: Final = "DBeaver keeps the name of the user with the password; fill it in."
_SSH_USER: Final = "DBeaver keeps the name of the SSH user with the password; fill it in."
_LOG_INS: Final = {"PASSWORD": SshLogIn.PASSWORD, "PUBLIC_KEY": SshLogIn.KEY}


def read_dbeaver(text: str) -> Candidates | None:
    """All data sources; None when it is no such file."""
    whole = mapping_in(text)
    sources = whole.get("connections")
    if not isinstance(sources, dict) or not all(isinstance(each, dict) for each in sources.values()):
        return None
    if sources and not any("configuration" in each for each in sources.values()):
        return None
    return Candidates(_PROGRAM, tuple(_candidate(source) for source in sources.values()))


def _candidate(source: dict[str, Any]) -> Candidate:
    name, group = words(source.get("name")), words(source.get("folder"))
    settings = mapping(source.get("configuration"))
    try:
        target = _target(source, settings)
    except LapwingError as error:
        return unusable(name, str(error), group=group)
    notes = []
    if target.driver in _DRIVERS.values() and not target.username:
        notes.append(_USER)
    ssh, about_ssh = _tunnel(mapping(mapping(settings.get("handlers")).get("ssh_tunnel")))
    notes.extend(about_ssh)
    environment = _TYPES.get(words(settings.get("type")), Environment.NONE)
    return candidate(name, target, group=group, environment=environment, notes=tuple(notes), ssh=ssh)


def _tunnel(handler: dict[str, Any]) -> Found:
    """The handler `ssh_tunnel` of a source; jump hosts are numbered properties (`jumpServer0.host`)."""
    if handler.get("enabled") is not True:
        return None, ()
    told = mapping(handler.get("properties"))
    jump = ""
    if words(told.get("jumpServer0.enabled")) == "true" or told.get("jumpServer0.enabled") is True:
        host, port = words(told.get("jumpServer0.host")), words(told.get("jumpServer0.port"))
        jump = f"{host}:{port}" if port_of(port) else host
    user = words(told.get("user")) or words(handler.get("user"))
    ssh, notes = found_tunnel(
        words(told.get("host")),
        words(told.get("port")),
        user,
        _LOG_INS.get(words(told.get("authType")), SshLogIn.AGENT),
        words(told.get("keyPath")),
        jump,
    )
    return ssh, notes if user else (*notes, _SSH_USER)


def _target(source: dict[str, Any], settings: dict[str, Any]) -> Target:
    """Where a source leads. Raises what an unusable URL raises."""
    driver = _driver(source)
    read_only = source.get("read-only") is True
    url = words(settings.get("url"))
    if driver == "sqlite":
        return Target("sqlite", words(settings.get("database")) or url.rpartition(":")[2], read_only=read_only)
    if driver and words(settings.get("host")):
        return Target(
            driver,
            words(settings.get("database")),
            words(settings.get("host")),
            port_of(words(settings.get("port"))),
            words(settings.get("user")),
            read_only=read_only,
        )
    found = parse_pasted(url).target
    return Target(found.driver, found.database, found.host, found.port, found.username, found.options, read_only)


def _driver(source: dict[str, Any]) -> str:
    told = f"{words(source.get('driver'))} {words(source.get('provider'))}".lower()
    if "sqlite" in told:
        return "sqlite"
    return next((driver for word, driver in _DRIVERS.items() if word in told), "")
