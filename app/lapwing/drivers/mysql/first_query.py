"""The first things said to a server that has let us in: the session's settings, and what it is."""

import re
from typing import Final

from lapwing.domain.connections import Phase, Target
from lapwing.domain.late_dataclass import dataclass
from lapwing.drivers.mysql.exchange import whole
from lapwing.drivers.mysql.link import Link
from lapwing.drivers.mysql.packets import ProtocolBroken
from lapwing.drivers.opening import Opening

_LONGEST_VERSION: Final = 100
_WRITE_TIMEOUT_S: Final = 600
"""For how long the server waits for somebody who does not read: a paused result must not end the session."""
_METADATA_LOCKS_S: Final = 2
_MONITOR_S: Final = 5
"""For how long a statement of a monitor may run."""
_PLAIN: Final = re.compile(r"[^\x20-\x7e]+")
_NUMBER: Final = re.compile(r"(?:5\.5\.5-)?(\d+\.\d+\.\d+)")
_FACTS: Final = "SELECT VERSION(), DATABASE(), @@sql_mode, @@max_allowed_packet, @@version_comment"


@dataclass(frozen=True, slots=True)
class ServerFacts:
    """What a session has to know of its server.

    Attributes:
        version: In its own words.
        product: Name and version, in plain characters.
        database: The one that the session began in; empty: none.
        sql_mode: As it was when the session began.
        most_bytes: Of one statement.
    """

    version: str
    product: str
    database: str
    sql_mode: frozenset[str]
    most_bytes: int


def prepare(link: Link, opening: Opening, target: Target) -> ServerFacts:
    """Settle the session and ask what the server is.

    Raises:
        ServerRefused, ProtocolBroken, LineGone, OpeningTimedOut, OpeningCancelled
    """
    opening.begin(Phase.FIRST_QUERY)
    collation = f" COLLATE {link.route.collation}" if link.route.collation else ""
    link.ask(f"SET NAMES utf8mb4{collation}, autocommit = 1, net_write_timeout = {_WRITE_TIMEOUT_S}")
    if target.is_metadata:
        link.try_to(f"SET lock_wait_timeout = {_METADATA_LOCKS_S}, innodb_lock_wait_timeout = {_METADATA_LOCKS_S}")
    if target.is_monitor:
        limit = f"max_statement_time = {_MONITOR_S}" if link.is_mariadb else f"max_execution_time = {_MONITOR_S * 1000}"
        link.try_to(f"SET SESSION {limit}")
    if target.read_only:
        link.ask("SET SESSION TRANSACTION READ ONLY")
    facts = link.ask(_FACTS, len(_FACTS.split(",")))
    if len(facts) != 1:
        raise ProtocolBroken("It does not say what it is.")
    version, database, mode, most, comment, *_ = facts[0]
    opening.passed_phase()
    link.take_over()
    return ServerFacts(
        version or "",
        product_of(version or "", comment or ""),
        database or "",
        frozenset((mode or "").upper().split(",")),
        whole(most),
    )


def product_of(version: str, comment: str) -> str:
    """Name and version, such as `MariaDB 10.11.18` or `MySQL 9.7.0`; whatever a server says, it stays plain."""
    found = _NUMBER.match(version)
    number = found[1] if found else _PLAIN.sub(" ", version)[:_LONGEST_VERSION].strip()
    name = "MariaDB" if "mariadb" in f"{version} {comment}".lower() else "MySQL"
    return f"{name} {number}"
