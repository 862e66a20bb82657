"""Networks that are slow, deliver byte by byte, or change a bit: the same rows come, or it is told."""

import random
from collections.abc import Iterator

import pytest

from contract.asking import Answer, numbers_of, run, told
from contract.attempts import Attempt, attempt, failure
from contract.subjects.network import NETWORKS, Network, network_to
from helpers.counts import times
from helpers.proxy import Conduct
from helpers.waiting import eventually
from lapwing.domain.errors import ConnectionLost, OpeningFailed, ServerMisbehaved, StatementCancelled
from lapwing.drivers import cancelling
from lapwing.drivers.base import Session
from lapwing.results.layout import ResultBroken

ROWS = 300


@pytest.fixture(scope="module", params=NETWORKS)
def shared(request: pytest.FixtureRequest) -> Iterator[Network]:
    yield from network_to(request)


@pytest.fixture
def network(shared: Network) -> Network:
    shared.tidy()
    return shared


@pytest.fixture(params=[False, True], ids=["plain", "tls"])
def tls(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


BAD = {
    "byte by byte": Conduct(piece_bytes=1),
    "late": Conduct(delay_s=times(40, 300) / 1_000),
    "slow": Conduct(bytes_per_s=times(40_000, 10_000)),
}


@pytest.mark.parametrize("conduct", BAD.values(), ids=BAD)
def test_everything_comes_as_on_a_good_network(network: Network, tls: bool, conduct: Conduct) -> None:
    """From the first byte of the opening to the last one of a commit."""
    direct = network.open(direct=True)
    wanted = run(direct, network.texts.numbers(ROWS))
    direct.close()
    network.proxy.steer(to_server=conduct, to_client=conduct)
    session = network.open(tls=tls)
    found = run(session, network.texts.numbers(ROWS))
    assert (found.columns, found.rows, found.ended) == (wanted.columns, wanted.rows, wanted.ended)
    session.begin()
    run(session, "INSERT INTO log VALUES ('slowly')")
    session.commit()
    assert network.notes() == ["slowly"]
    assert session.catalog.schemas()
    session.close()


def test_rows_are_given_while_they_come(network: Network, tls: bool) -> None:
    """Nobody waits for the last row to see the first, however slow the network is."""
    session = network.open(tls=tls)
    before = network.passed("to_client")
    network.proxy.steer(to_client=Conduct(bytes_per_s=30_000))
    answer = Answer()
    replies = session.execute(network.texts.numbers(ROWS * 20))
    while not answer.rows:
        answer.take(next(replies))
    first_after = network.passed("to_client") - before
    network.proxy.heal()
    answer.take_all(replies)
    assert numbers_of(answer.rows) == list(range(1, ROWS * 20 + 1))
    assert first_after < (network.passed("to_client") - before) / 2
    session.close()


def answer_bytes(network: Network, *, tls: bool) -> int:
    """How many bytes the answer to a query for `ROWS` numbers has."""
    session = network.open(tls=tls)
    before = network.passed("to_client")
    run(session, network.texts.numbers(ROWS))
    size = network.passed("to_client") - before
    session.close()
    return size


def spoil(network: Network, place: int) -> None:
    """Turn over a bit of the newest connection, so many bytes after what has passed."""
    conduct = Conduct(corrupt_byte=network.passed("to_client") + place)
    network.proxy.steer(to_client=conduct, connection=network.proxy.connections)


def test_with_tls_a_changed_bit_is_never_taken_for_a_whole_result(network: Network, chance: random.Random) -> None:
    size = answer_bytes(network, tls=True)
    for _ in range(times(12, 1_000)):
        session = network.open(tls=True)
        spoil(network, chance.randrange(size))
        answer = Answer()
        with pytest.raises(ConnectionLost) as raised:
            answer.take_all(session.execute(network.texts.numbers(ROWS)))
        assert type(raised.value) is ConnectionLost
        assert answer.ended is None
        assert numbers_of(answer.rows or []) == list(range(1, len(answer.rows or []) + 1))
        assert session.is_lost
        session.close()


def test_without_tls_a_changed_bit_neither_hangs_nor_harms_anybody(
    network: Network, chance: random.Random, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A changed digit cannot be noticed; a changed length makes nonsense of what follows, or waits for bytes that
    never come, which can be cancelled."""
    monkeypatch.setattr(cancelling, "CANCEL_S", 0.3)
    size = answer_bytes(network, tls=False)
    for _ in range(times(25, 2_000)):
        session = network.open()
        place = chance.randrange(size)
        spoil(network, place)
        statement = attempt(session, network.texts.numbers(ROWS))
        over_or_cancelled(network, session, statement)
        try:
            error = statement.end()
        except ResultBroken:
            session.close()
            continue  # who reads the page is told
        if error is None:
            assert len(statement.answer.rows or []) == ROWS, place
        elif not session.is_lost:
            assert told(session, "SELECT 7") == "7", place
        else:
            assert isinstance(error, ConnectionLost | ServerMisbehaved), (place, error)
        session.close()


def over_or_cancelled(network: Network, session: Session, statement: Attempt) -> None:
    """Wait until it is over; when all has been passed on and it still waits, cancel it."""
    seen = -1

    def is_still() -> bool:
        """Whether it is over, or nothing has come for a while."""
        nonlocal seen
        before, seen = seen, network.passed("to_client")
        return statement.is_over or before == seen

    eventually(is_still, every_s=0.3)
    if not statement.is_over:
        session.cancel()


def test_an_opening_in_which_a_bit_is_changed_ends(
    network: Network, tls: bool, chance: random.Random, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a session that works, or with an error. Encrypted openings notice all but what is said before.

    A length that grew in the answer to a statement is waited for, until somebody cancels.
    """
    monkeypatch.setattr(cancelling, "CANCEL_S", 0.3)
    for _ in range(times(12, 2_000)):
        place = chance.randrange(2_000)
        network.proxy.steer(to_client=Conduct(corrupt_byte=place))
        error = failure(lambda: use(network, tls=tls))
        expected = OpeningFailed | ConnectionLost | ServerMisbehaved | StatementCancelled | None
        assert isinstance(error, expected), (place, error)


def use(network: Network, *, tls: bool) -> None:
    """Open a session, ask it something, close it."""
    session = network.open(tls=tls, connect_timeout="1")
    try:
        statement = attempt(session, "SELECT 1")
        over_or_cancelled(network, session, statement)
        error = statement.end()
        if error is not None:
            raise error
    finally:
        session.close()
