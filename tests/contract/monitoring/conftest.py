"""The subjects of the suite of monitors, one after the other."""

from collections.abc import Callable, Iterator
from typing import Final

import pytest

from contract.monitoring.monitored import Monitored
from contract.monitoring.postgresql_monitored import PostgresqlMonitored

SUBJECTS: Final[dict[str, Callable[[pytest.FixtureRequest], Monitored]]] = {
    f"postgresql-{version}": lambda request, version=version: PostgresqlMonitored(  # type: ignore[misc]
        request.getfixturevalue("postgresql_of")(version)
    )
    for version in ("13", "system", "18")
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
