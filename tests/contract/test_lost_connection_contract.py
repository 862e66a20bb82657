"""When the connection is gone: what is told, what is kept, and that nothing is ever sent twice."""

from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest

from contract.asking import Answer, numbers_of, run
from contract.attempts import attempt
from contract.subjects.network import NETWORKS, Network, network_to
from helpers.counts import SOAKING
from helpers.waiting import eventually
from lapwing.domain.connections import TransactionState
from lapwing.domain.errors import ConnectionLost, TransactionLost
from lapwing.drivers.base import Session

End = Callable[[Network, int], None]


ENDS: dict[str, End] = {
    "killed": lambda network, pid: network.kill(pid),
    "reset": lambda network, _: network.proxy.reset_all(),
    "closed": lambda network, _: network.proxy.close_all(),
}
WRITE = "INSERT INTO log VALUES ('written')"


def ends_by_route() -> list[pytest.ParameterSet]:
    """Each way to end a connection, with TLS or without; all of them with both when soaking."""
    both = [(name, tls) for name in ENDS for tls in (False, True)]
    few = [("killed", True), ("reset", False), ("closed", True)]
    return [pytest.param(each, id=f"{each[0]}-{'tls' if each[1] else 'plain'}") for each in (both if SOAKING else few)]


@pytest.fixture(scope="module", params=NETWORKS)
def shared(request: pytest.FixtureRequest) -> Iterator[Network]:
    yield from network_to(request)


@pytest.fixture
def network(shared: Network) -> Network:
    shared.tidy()
    return shared


@pytest.fixture(params=ends_by_route())
def route(request: pytest.FixtureRequest) -> tuple[str, bool]:
    """How the connection ends, and whether it is encrypted."""
    how, tls = request.param
    return how, tls


@pytest.fixture
def end(route: tuple[str, bool]) -> End:
    return ENDS[route[0]]


@pytest.fixture
def session(network: Network, route: tuple[str, bool]) -> Iterator[Session]:
    """A session through the proxy."""
    opened = network.open(tls=route[1])
    yield opened
    opened.close()


def loss(work: Callable[[], object]) -> ConnectionLost:
    """The error with which something ends because the connection is gone."""
    with pytest.raises(ConnectionLost) as raised:
        work()
    error = raised.value
    assert "canary" not in f"{error} {error.next_step()} {error.facts}"
    assert str(error.facts["server"]).endswith("."), error.facts
    assert error.facts["connection"]
    return error


def test_a_statement_on_a_session_that_died_is_not_sent_and_says_so(
    network: Network, session: Session, end: End
) -> None:
    end(network, network.pid(session))
    eventually(network.has_hung_up)  # a server takes a session off its list some time before it hangs up
    error = loss(lambda: run(session, WRITE))
    assert type(error) is ConnectionLost
    assert "nobody" not in str(error).lower(), "it cannot have been done"
    assert session.is_lost
    assert network.notes() == []


def test_a_session_that_died_says_so_when_asked_whether_it_lives(network: Network, session: Session, end: End) -> None:
    assert session.is_alive()
    end(network, network.pid(session))
    eventually(lambda: not session.is_alive())
    assert session.is_lost


def test_a_transaction_that_died_idle_is_told_as_lost(network: Network, session: Session, end: End) -> None:
    pid = network.pid(session)
    session.begin()
    run(session, WRITE)
    end(network, pid)
    error = loss(lambda: run(session, "INSERT INTO log VALUES ('behind')"))
    assert type(error) is TransactionLost
    assert session.transaction() is TransactionState.IDLE
    assert network.notes() == []


def test_a_transaction_that_died_idle_cannot_be_committed(network: Network, session: Session, end: End) -> None:
    """Nothing was sent, or else a server that was gone cannot have taken it: nobody is left in doubt."""
    pid = network.pid(session)
    session.begin()
    run(session, WRITE)
    end(network, pid)
    eventually(lambda: not session.is_alive())
    with pytest.raises(ConnectionLost):
        session.commit()
    assert network.notes() == []


def test_a_query_that_runs_when_the_connection_dies_is_told(network: Network, session: Session, end: End) -> None:
    pid = network.pid(session)
    running = attempt(session, network.texts.sleeping)
    eventually(lambda: network.is_busy(pid))
    end(network, pid)
    error = running.fails()
    assert type(error) is ConnectionLost
    assert "nobody" not in str(error).lower(), "it changed nothing, whatever became of it"
    assert session.is_lost


def test_a_change_that_runs_when_the_connection_dies_is_told_as_unknown_and_never_made_again(
    network: Network, session: Session, end: End
) -> None:
    pid = network.pid(session)
    running = attempt(session, network.texts.sleeping_write)
    eventually(lambda: network.is_busy(pid))
    end(network, pid)
    error = running.fails()
    assert type(error) is ConnectionLost
    assert "Nobody here knows" in str(error) or "nobody here knows" in str(error)
    loss(lambda: run(session, "SELECT 1"))
    for left in network.pids():
        network.kill(left)
    assert network.notes() == []


def test_a_transaction_in_which_a_statement_runs_is_told_as_lost(network: Network, session: Session, end: End) -> None:
    pid = network.pid(session)
    run(session, "BEGIN")
    run(session, WRITE)
    running = attempt(session, network.texts.sleeping)
    eventually(lambda: network.is_busy(pid))
    end(network, pid)
    assert type(running.fails()) is TransactionLost
    assert session.transaction() is TransactionState.IDLE
    assert network.notes() == []


def test_rows_that_came_before_the_loss_are_kept(network: Network, session: Session, end: End) -> None:
    pid = network.pid(session)
    answer = Answer()
    replies = session.execute(network.texts.endless_rows)
    while not answer.rows or len(answer.rows) < 500:
        answer.take(next(replies))
    end(network, pid)
    error = loss(lambda: answer.take_all(replies))
    assert type(error) is ConnectionLost
    assert numbers_of(answer.rows) == list(range(1, len(answer.rows or []) + 1))
    assert answer.ended is None


def test_what_is_lost_stays_lost_and_harms_nobody(network: Network, session: Session, end: End) -> None:
    end(network, network.pid(session))
    loss(lambda: run(session, "SELECT 1"))
    asked: list[Callable[[], object]] = [
        lambda: run(session, WRITE),
        session.begin,
        lambda: session.savepoint("a"),
        session.surroundings,
        session.catalog.schemas,
        lambda: session.set_isolation("SERIALIZABLE"),
    ]
    for ask in asked:
        assert type(loss(ask)) is ConnectionLost
    for harmless in (session.commit, session.rollback):
        with suppress(ConnectionLost):
            harmless()
    session.cancel()
    assert not session.is_alive()
    session.close()
    session.close()
    assert network.notes() == []


def test_a_paused_statement_whose_connection_dies_is_told_when_it_goes_on(
    network: Network, session: Session, end: End
) -> None:
    """Many rows lie in the buffers of the system and of the driver: those may still be given, then comes the end."""
    replies = session.execute(network.texts.endless_rows)
    answer = Answer()
    for _ in range(3):
        answer.take(next(replies))
    end(network, network.pids()[0])
    replies.close()  # type: ignore[attr-defined]
    eventually(lambda: session.is_lost or not session.is_alive())
    assert type(loss(lambda: run(session, "SELECT 1"))) is ConnectionLost
