"""PostgreSQL through libpq."""

from typing import Final

from psycopg import pq

from lapwing.domain.connections import Phase, Target
from lapwing.domain.drivers import Library
from lapwing.domain.errors import SessionRefused, StatementFailed
from lapwing.domain.secrets import redact
from lapwing.domain.targets import shown_target
from lapwing.drivers.base import Driver, package
from lapwing.drivers.capabilities import Capabilities, ParameterMarks
from lapwing.drivers.opening import Opening
from lapwing.drivers.passages import Passage
from lapwing.drivers.postgresql.login import login_for
from lapwing.drivers.postgresql.opening import open_connection
from lapwing.drivers.postgresql.read_only import READ_ONLY_LIMITS
from lapwing.drivers.postgresql.session import LEVELS, PostgresqlSession
from lapwing.drivers.postgresql.wire import Wire, WireLost

_ADVICE: Final = "Connect again. If it stays so, see to what stands between here and the server."


class PostgresqlDriver(Driver):
    """PostgreSQL 13 and later, through the libpq that psycopg brings."""

    id = "postgresql"
    title = "PostgreSQL"
    dialect = "postgresql"
    capabilities = Capabilities(
        isolation_levels=LEVELS,
        chooses_schema=True,
        passwords=True,
        network=True,
        interleaves=False,
        parameter_marks=ParameterMarks.NUMBERED,
        databases=True,
        tunnels=True,
    )
    default_port = 5432
    read_only_limits = READ_ONLY_LIMITS

    def open(self, target: Target, opening: Opening | None = None, passage: Passage | None = None) -> PostgresqlSession:
        """Connect, log in, and ask where we are.

        `options` may hold libpq's connection parameters (PostgreSQL's manual, 34.1.2), but for secrets, `service` among
        them. What they leave open comes from the service, then from the PG variables of the environment.
        """
        opening = opening or Opening(shown_target(target))
        login = login_for(target, opening.connection, passage=passage)
        if "connect_timeout" in target.options and passage is None:
            opening.allow(login.timeout_s)
        opened = open_connection(login, opening)
        try:
            opening.begin(Phase.FIRST_QUERY)
            wire = Wire(opened.conn, lambda fd, to_write: opening.wait(fd, to_write=to_write), opened.gate)
            session = PostgresqlSession(
                wire, opening.connection, login, encryption=opened.encryption, notes=opened.notes, target=target
            )
        except (WireLost, StatementFailed) as refused:
            opened.close()
            facts = {"phase": Phase.FIRST_QUERY.value, "connection": opening.connection}
            raise SessionRefused(**facts, server=redact(str(refused), login.secrets.values()), advice=_ADVICE) from None
        except BaseException:
            opened.close()
            raise
        wire.wait = wire.poll
        opening.passed_phase(session.product)
        return session

    def libraries(self) -> tuple[Library, ...]:
        return package("psycopg"), Library("libpq", pq.version_pretty(pq.version()))
