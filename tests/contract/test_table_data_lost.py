"""Changes of rows while the connection goes: what is told is what the server has."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from contract.asking import run
from contract.attempts import failure
from contract.subjects.network import NETWORKS, Network, network_to
from contract.table_tab import Tab
from helpers.counts import times
from helpers.proxy import Conduct
from lapwing.domain.errors import CommitUnknown, ConnectionLost, LapwingError
from lapwing.drivers.base import Session


@pytest.fixture(scope="module", params=NETWORKS)
def shared(request: pytest.FixtureRequest) -> Iterator[Network]:
    for network in network_to(request):
        session = network.open(direct=True)
        run(session, "CREATE TABLE counted(id integer PRIMARY KEY, note varchar(20))")
        session.close()
        yield network


def opened(network: Network, folder: Path) -> tuple[Session, Tab]:
    """A table with two rows in a tab, through the network."""
    network.tidy()
    network.server.ask("DELETE FROM counted", database=network.database)
    network.server.ask("INSERT INTO counted VALUES (1, 'a'), (2, 'b')", database=network.database)
    session = network.open()
    schema = session.surroundings().schema
    return session, Tab(session, schema, "counted", folder)


def change(tab: Tab) -> None:
    one, two = tab.rows()
    tab.commits(tab.update(one, {"note": "changed"}), tab.delete(two), tab.insert(id="3", note="new"))


def kept(network: Network) -> list[tuple[str, ...]]:
    rows = network.server.ask("SELECT id, note FROM counted ORDER BY id", database=network.database)
    return [tuple(map(str, row)) for row in rows]


def test_changes_whose_commit_gets_no_answer_are_unknown_and_all_others_are_as_told(
    shared: Network, tmp_path: Path
) -> None:
    session, tab = opened(shared, tmp_path / "whole")
    before = shared.passed("to_client")
    change(tab)
    whole = shared.passed("to_client") - before
    session.close()
    assert kept(shared) == [("1", "changed"), ("3", "new")]
    found: list[LapwingError | None] = []
    for number, after in enumerate([whole - 1, *range(0, whole - 1, max(1, whole // times(5, 60)))]):
        session, tab = opened(shared, tmp_path / str(number))
        cut = Conduct(cut_after_bytes=shared.passed("to_client") + after)
        shared.steer("to_client", cut, shared.proxy.connections)
        found.append(error := failure(lambda tab=tab: change(tab)))  # type: ignore[misc]
        session.close()
        assert isinstance(error, ConnectionLost), after
        if not isinstance(error, CommitUnknown):
            assert kept(shared) == [("1", "a"), ("2", "b")], after
    assert isinstance(found[0], CommitUnknown)
