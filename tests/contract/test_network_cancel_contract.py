"""Cancelling on a network that says nothing: it ends all the same, and nobody else's statement is hit."""

from collections.abc import Callable, Iterator

import pytest

from contract.asking import run, told
from contract.attempts import Attempt, attempt
from contract.subjects.network import NETWORKS, Network, network_to
from helpers.counts import SOAKING
from helpers.proxy import Conduct
from helpers.waiting import eventually
from lapwing.domain.connections import TransactionState
from lapwing.domain.errors import ConnectionLost, StatementCancelled, TransactionLost
from lapwing.drivers import cancelling
from lapwing.drivers.base import Session

SILENT = Conduct(stall="unread")
WRITE = "INSERT INTO log VALUES ('written')"
Trouble = Callable[[Network, int], None]
Begin = Callable[[Network, Session], Attempt]


def this_one_is_silent(network: Network, number: int) -> None:
    """As behind a firewall that has forgotten a connection, and lets new ones through."""
    network.proxy.steer(to_server=SILENT, to_client=SILENT, connection=number)


def answers_are_lost(network: Network, number: int) -> None:
    network.proxy.steer(to_client=Conduct(stall="swallowed"), connection=number)


def all_are_silent(network: Network, _number: int) -> None:
    network.proxy.take_new("never answered")
    network.proxy.steer(to_server=SILENT, to_client=SILENT)


def new_ones_are_refused(network: Network, _number: int) -> None:
    network.proxy.take_new("refused")


def new_ones_are_silent(network: Network, _number: int) -> None:
    network.proxy.take_new("never answered")


def query(network: Network, session: Session) -> Attempt:
    return attempt(session, network.texts.sleeping)


def change_in_transaction(network: Network, session: Session) -> Attempt:
    run(session, "BEGIN")
    run(session, WRITE)
    return attempt(session, network.texts.sleeping_write)


def stream(network: Network, session: Session) -> Attempt:
    streaming = attempt(session, network.texts.endless_rows)
    eventually(lambda: streaming.answer.rows)
    return streaming


TROUBLES: tuple[Trouble, ...] = (
    this_one_is_silent, answers_are_lost, all_are_silent, new_ones_are_refused, new_ones_are_silent,
)  # fmt: skip
LEAVE_CANCELS = (this_one_is_silent, answers_are_lost)
STATES: tuple[Begin, ...] = (query, change_in_transaction, stream)


def cases() -> list[pytest.ParameterSet]:
    """Every trouble in a state or two; in every state when soaking."""
    every = [(trouble, state) for trouble in TROUBLES for state in STATES]
    few = every if SOAKING else every[::2]
    return [pytest.param(*case, id=f"{case[0].__name__}-{case[1].__name__}") for case in few]


@pytest.fixture(scope="module", params=NETWORKS)
def shared(request: pytest.FixtureRequest) -> Iterator[Network]:
    yield from network_to(request)


@pytest.fixture
def network(shared: Network) -> Network:
    shared.tidy()
    return shared


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """What takes two seconds otherwise."""
    monkeypatch.setattr(cancelling, "CANCEL_S", 0.4)


@pytest.fixture
def session(network: Network) -> Iterator[Session]:
    opened = network.open(tls=True)
    yield opened
    opened.close()


@pytest.fixture
def bystander(network: Network) -> Iterator[Callable[[], bool]]:
    """Whether another session of the same person still works on its statement."""
    other = network.open(direct=True)
    pid = network.pid(other)
    working = attempt(other, network.texts.sleeping)
    eventually(lambda: network.is_busy(pid))
    yield lambda: network.is_busy(pid)
    other.cancel()
    working.fails()
    other.close()


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize(("trouble", "begin"), cases())
def test_a_cancel_ends_the_statement_whatever_the_network_does(
    network: Network, session: Session, bystander: Callable[[], bool], trouble: Trouble, begin: Begin
) -> None:
    pid, number = network.pid(session), network.proxy.connections
    running = begin(network, session)
    eventually(lambda: network.is_busy(pid))
    trouble(network, number)
    session.cancel()
    error = running.fails()
    assert type(error) is (TransactionLost if begin is change_in_transaction else ConnectionLost)
    assert "cancel" in str(error) or "told to end" in str(error)
    assert session.is_lost
    assert session.transaction() is TransactionState.IDLE
    with pytest.raises(ConnectionLost):
        run(session, "SELECT 7")
    is_told = trouble is not all_are_silent and (network.ends_what_nobody_waits_for or trouble in LEAVE_CANCELS)
    if is_told:
        if begin is stream and trouble is this_one_is_silent:
            network.proxy.heal()  # a server that has filled the network hears no cancel before somebody reads or leaves
        eventually(lambda: not network.is_busy(pid))
    assert bystander()
    assert network.notes() == []


@pytest.mark.usefixtures("impatient")
def test_a_cancel_that_gets_through_keeps_the_session_though_the_network_is_slow(
    network: Network, session: Session
) -> None:
    """What is still on its way is read away; that takes longer than a cancel may take, and still ends well."""
    network.proxy.steer(to_client=Conduct(bytes_per_s=1_500_000), connection=network.proxy.connections)
    streaming = stream(network, session)
    session.cancel()
    assert isinstance(streaming.fails(), StatementCancelled)
    network.proxy.heal()
    assert told(session, "SELECT 7") == "7"


@pytest.mark.usefixtures("impatient")
def test_a_cancel_is_not_given_up_because_nobody_reads(network: Network, session: Session) -> None:
    """The server has long ended it, and waits for us: that is no reason to lose the session."""
    replies = session.execute(network.texts.endless_rows)
    first = [next(replies) for _ in range(4)]
    session.cancel()
    sleeping = network.open(direct=True)
    run(sleeping, network.texts.naps(1))
    sleeping.close()
    with pytest.raises(StatementCancelled):
        for _ in replies:
            pass
    assert first
    assert told(session, "SELECT 7") == "7"


def test_a_catalogue_query_can_be_cancelled_on_a_silent_network(network: Network, session: Session) -> None:
    network.proxy.steer(to_client=SILENT)
    network.proxy.take_new("refused")
    reading = Attempt(lambda _: session.catalog.schemas())
    eventually(lambda: session.cancel() or reading.is_over)
    assert isinstance(reading.fails(), ConnectionLost)


def test_closing_a_session_ends_on_a_silent_network(network: Network, session: Session) -> None:
    replies = session.execute(network.texts.endless_rows)
    next(replies)
    network.proxy.take_new("never answered")
    network.proxy.steer(to_server=SILENT, to_client=SILENT)
    closing = Attempt(lambda _: session.close())
    assert closing.end() is None
