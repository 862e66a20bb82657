"""When the server is stopped, killed or frozen: every session is told in its own words, and nothing is sent twice."""

from collections.abc import Callable, Iterator

import pytest

from contract.asking import Answer, numbers_of, run, told
from contract.attempts import Attempt, attempt
from contract.subjects.network import NETWORKS, Network, network_to
from helpers.waiting import eventually
from lapwing.domain.errors import ConnectionLost, OpeningFailed, TransactionLost
from lapwing.drivers.base import Session

WRITE = "INSERT INTO log VALUES ('written')"
ENDS: dict[str, Callable[[Network], object]] = {
    "stopped": lambda network: network.server.stop(),
    "stopped at once": lambda network: network.server.stop(immediately=True),
    "killed": lambda network: network.server.kill(),
}


@pytest.fixture(params=NETWORKS)
def network(request: pytest.FixtureRequest) -> Iterator[Network]:
    """With a server for this test alone."""
    yield from network_to(request, "own_{kind}")


class Sessions:
    """One session in each state that a session can be in, all of them direct."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self.all = [network.open(tls=number % 2 == 0, direct=True) for number in range(5)]
        self.idle, self.in_transaction, running, writing, self.streaming = self.all
        run(self.in_transaction, "BEGIN")
        run(self.in_transaction, WRITE)
        self.running = self._busy(running, network.texts.sleeping)
        run(writing, "BEGIN")
        run(writing, WRITE)
        self.writing = self._busy(writing, network.texts.sleeping_write)
        self.rows = Answer()
        self.replies = self.streaming.execute(network.texts.endless_rows)
        while not self.rows.rows:
            self.rows.take(next(self.replies))

    def _busy(self, session: Session, sql: str) -> Attempt:
        pid = self._network.pid(session)
        begun = attempt(session, sql)
        eventually(lambda: self._network.is_busy(pid))
        return begun

    def stream_on(self) -> None:
        self.rows.take_all(self.replies)

    def close(self) -> None:
        for session in self.all:
            session.close()


@pytest.fixture
def sessions(network: Network) -> Iterator[Sessions]:
    made = Sessions(network)
    yield made
    made.close()


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
def test_every_session_of_a_server_that_ends_is_told_what_it_lost(
    network: Network, sessions: Sessions, end: Callable[[Network], object]
) -> None:
    end(network)
    assert type(sessions.running.fails()) is ConnectionLost
    assert type(sessions.writing.fails()) is TransactionLost
    with pytest.raises(ConnectionLost) as streamed:
        sessions.stream_on()
    assert type(streamed.value) is ConnectionLost
    assert numbers_of(sessions.rows.rows) == list(range(1, len(sessions.rows.rows or []) + 1))
    with pytest.raises(ConnectionLost) as idle:
        run(sessions.idle, WRITE)
    assert type(idle.value) is ConnectionLost
    with pytest.raises(TransactionLost):
        run(sessions.in_transaction, WRITE)
    with pytest.raises(OpeningFailed):
        network.open(direct=True)
    network.server.start()
    assert network.notes() == []
    again = network.open(direct=True)
    run(again, WRITE)
    again.close()
    assert network.notes() == ["written"]


def test_a_server_that_is_frozen_and_goes_on_loses_nothing(network: Network, sessions: Sessions) -> None:
    network.server.suspend()
    waiting = attempt(sessions.idle, WRITE)
    sessions.in_transaction.cancel()  # which is idle, so this is nobody's
    while len(sessions.rows.rows or []) < 200:
        sessions.rows.take(next(sessions.replies))
    assert not waiting.is_over
    network.server.resume()
    assert waiting.end() is None
    sessions.replies.close()  # type: ignore[attr-defined]
    assert told(sessions.streaming, "SELECT 7") == "7"
    sessions.in_transaction.commit()
    assert network.notes() == ["written", "written"]


def test_a_cancel_on_a_frozen_server_frees_the_session_and_leaves_no_doubt_unsaid(
    network: Network, sessions: Sessions
) -> None:
    network.server.suspend()
    waiting = attempt(sessions.idle, WRITE)
    eventually(lambda: sessions.idle.cancel() or waiting.is_over)  # the first may come before the statement has begun
    error = waiting.fails()
    assert type(error) is ConnectionLost
    assert "cancel" in str(error)
    assert "obody here knows" in str(error)
    network.server.resume()
    eventually(lambda: network.pid(sessions.in_transaction))
    assert network.notes().count("written") <= 1


def test_opening_on_a_frozen_server_is_timed_out(network: Network) -> None:
    network.server.suspend()
    with pytest.raises(OpeningFailed) as refused:
        network.open(direct=True, connect_timeout="1")
    assert refused.value.code == "connection.timed_out"
    network.server.resume()
