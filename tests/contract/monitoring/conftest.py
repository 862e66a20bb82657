"""The subjects of the suite of monitors, one after the other."""

from collections.abc import Callable, Iterator
from typing import Final

import pytest

from contract.monitoring.monitored import Monitored
from contract.monitoring.mysql_monitored import MysqlMonitored
from contract.monitoring.postgresql_monitored import PostgresqlMonitored
from contract.monitoring.sqlite_monitored import SqliteMonitored


def _sqlite(request: pytest.FixtureRequest, journal_mode: str) -> SqliteMonitored:
    return SqliteMonitored(request.getfixturevalue("tmp_path_factory").mktemp("monitored"), journal_mode)


SUBJECTS: Final[dict[str, Callable[[pytest.FixtureRequest], Monitored]]] = {
    f"postgresql-{version}": lambda request, version=version: PostgresqlMonitored(
        request.getfixturevalue("postgresql_of")(version)
    )
    for version in ("13", "system", "18")
} | {
    "mariadb": lambda request: MysqlMonitored(request.getfixturevalue("mariadb")),
    "mysql": lambda request: MysqlMonitored(request.getfixturevalue("mysql")),
    "sqlite": lambda request: _sqlite(request, "delete"),
    "sqlite-wal": lambda request: _sqlite(request, "wal"),
}


@pytest.fixture(params=sorted(SUBJECTS), scope="module")
def subject(request: pytest.FixtureRequest) -> Iterator[Monitored]:
    """A server that is looked at, with what load and locks need; one for all tests of a module."""
    made = SUBJECTS[request.param](request)
    try:
        made.do(*made.setup)
        yield made
    finally:
        made.close()
