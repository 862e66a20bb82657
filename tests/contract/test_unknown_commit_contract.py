"""A COMMIT whose answer never came: it is told as unknown, and what is told to find out gives the truth."""

import re
from collections.abc import Callable, Iterator

import pytest

from contract.asking import run, told
from contract.attempts import Attempt, failure
from contract.subjects.network import NETWORKS, Direction, Network, network_to
from helpers.counts import times
from helpers.proxy import Conduct
from helpers.waiting import eventually
from lapwing.domain.connections import TransactionState
from lapwing.domain.errors import CommitUnknown, ConnectionLost, TransactionLost
from lapwing.drivers.base import Session

Commit = Callable[[Session], object]
COMMITS: dict[str, Commit] = {
    "method": lambda session: session.commit(),
    "statement": lambda session: run(session, "/* now */ COMMIT;"),
    "chain": lambda session: run(session, "COMMIT WORK AND CHAIN"),
}
_END_BYTES = 8
"""Without so many bytes at its end no server has all of a COMMIT. Of PostgreSQL's, the last five only say "now"."""
_TRUTH = re.compile(r"SELECT txid_status\(\d+\)")


@pytest.fixture(scope="module", params=NETWORKS)
def shared(request: pytest.FixtureRequest) -> Iterator[Network]:
    yield from network_to(request)


@pytest.fixture
def network(shared: Network) -> Network:
    shared.tidy()
    return shared


def begun(network: Network, *, tls: bool) -> Session:
    """A session with an open transaction that has written a row."""
    session = network.open(tls=tls)
    run(session, "BEGIN")
    run(session, "INSERT INTO log VALUES ('written')")
    return session


def commit_cut(
    network: Network, commit: Commit, direction: Direction, after: int, *, tls: bool
) -> ConnectionLost | None:
    """Commit while the connection is cut after so many further bytes in one direction; how that failed."""
    session = begun(network, tls=tls)
    network.steer(direction, Conduct(cut_after_bytes=network.passed(direction) + after), network.proxy.connections)
    error = failure(lambda: commit(session))
    assert session.is_lost == (error is not None)
    assert session.transaction() is TransactionState.IDLE or error is None
    assert isinstance(error, ConnectionLost | None)
    session.close()
    return error


def bytes_of(network: Network, commit: Commit, *, tls: bool) -> dict[Direction, int]:
    """How many bytes a commit that goes well takes in each direction."""
    session = begun(network, tls=tls)
    directions: tuple[Direction, Direction] = ("to_client", "to_server")
    before = {direction: network.passed(direction) for direction in directions}
    commit(session)
    found = {direction: network.passed(direction) - before[direction] for direction in directions}
    session.close()
    network.tidy()
    return found


def check_truth(network: Network, error: ConnectionLost | None) -> None:
    """What was said is what the server knows."""
    if error is None:
        assert network.notes() == ["written"]
    elif isinstance(error, CommitUnknown):
        _check_how(network, str(error.facts["how"]))
    else:
        assert type(error) is TransactionLost
        eventually(lambda: network.pids() == [])
        assert network.notes() == [], "what is told as rolled back is"


def _check_how(network: Network, how: str) -> None:
    """`how` names a way to the truth: for PostgreSQL a query, which says so."""
    assert how.endswith(".")
    eventually(lambda: network.pids() == [])
    is_committed = network.notes() == ["written"]
    found = _TRUTH.search(how)
    if network.driver.id == "postgresql":
        assert found is not None, how
        asking = network.open(direct=True)
        assert told(asking, found.group()) == ("committed" if is_committed else "aborted")
        asking.close()


@pytest.mark.parametrize("commit", COMMITS.values(), ids=COMMITS)
@pytest.mark.parametrize("tls", [False, True], ids=["plain", "tls"])
def test_a_commit_whose_last_byte_is_missing_is_unknown_and_can_be_found_out(
    network: Network, commit: Commit, tls: bool
) -> None:
    whole = bytes_of(network, commit, tls=tls)
    answer_cut = commit_cut(network, commit, "to_client", whole["to_client"] - 1, tls=tls)
    assert type(answer_cut) is CommitUnknown
    assert "Nobody here knows" in str(answer_cut)
    check_truth(network, answer_cut)
    assert network.notes() == ["written"]
    network.tidy()
    request_cut = commit_cut(network, commit, "to_server", whole["to_server"] - _END_BYTES, tls=tls)
    assert type(request_cut) is CommitUnknown
    check_truth(network, request_cut)
    assert network.notes() == []


@pytest.mark.parametrize("direction", ["to_client", "to_server"])
def test_a_commit_that_is_cut_anywhere_is_told_as_it_is(network: Network, direction: Direction) -> None:
    commit = COMMITS["method"]
    most = bytes_of(network, commit, tls=False)[direction]
    for after in range(0, most + 1, times(max(1, most // 6), 1)):
        network.tidy()
        check_truth(network, commit_cut(network, commit, direction, after, tls=False))


def test_a_commit_that_gets_no_answer_can_be_cancelled_and_is_never_sent_again(network: Network) -> None:
    session = begun(network, tls=True)
    network.proxy.steer(to_client=Conduct(stall="unread"))
    network.proxy.take_new("never answered")
    committing = Attempt(lambda _: session.commit())
    eventually(lambda: session.cancel() or committing.is_over)  # the first may come before it has begun
    error = committing.fails()
    assert isinstance(error, CommitUnknown | TransactionLost)
    network.proxy.heal()
    check_truth(network, error)
    session.close()


def test_a_transaction_lost_with_its_commit_is_not_taken_up_again(network: Network) -> None:
    session = begun(network, tls=True)
    network.proxy.reset_all()
    with pytest.raises(TransactionLost):
        session.commit()
    for ask in (session.begin, lambda: run(session, "COMMIT"), lambda: run(session, "SELECT 1")):
        with pytest.raises(ConnectionLost) as raised:
            ask()
        assert type(raised.value) is ConnectionLost, "the transaction was told as lost before"
    session.close()
    check_truth(network, TransactionLost())
