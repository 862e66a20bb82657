"""Opening a session: it can be ended, and is given up in time, in each of its phases."""

import errno
import gc
import os
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace

import pytest

from contract.asking import run
from contract.attempts import Attempt, failure
from contract.subjects.network import NETWORKS, Network, network_to
from helpers.proxy import Conduct
from helpers.waiting import eventually
from lapwing.domain.connections import Phase, Target
from lapwing.domain.errors import OpeningCancelled, OpeningFailed, OpeningTimedOut
from lapwing.drivers.opening import Opening

SILENT = Conduct(stall="unread")
HANGS_IN = [Phase.RESOLVE, Phase.CONNECT, Phase.TLS, Phase.LOG_IN, Phase.FIRST_QUERY]


@pytest.fixture(scope="module", params=NETWORKS)
def shared(request: pytest.FixtureRequest) -> Iterator[Network]:
    yield from network_to(request)


@pytest.fixture
def network(shared: Network) -> Iterator[Network]:
    """Behind the test no thread and no descriptor is left, and no session at the server."""
    shared.tidy()
    gc.collect()
    before = len(os.listdir("/proc/self/fd"))
    yield shared
    shared.proxy.heal()
    eventually(lambda: shared.pids() == [])
    gc.collect()
    eventually(lambda: len(os.listdir("/proc/self/fd")) <= before)
    eventually(lambda: not [each for each in threading.enumerate() if each.name == "opening aside"])


@pytest.fixture
def names_hang(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Looking up a name takes as long as the test does; there is no name server here that could be silent."""
    answers = threading.Event()
    usual = socket.getaddrinfo

    def look_up(host: str, *arguments: object, **more: object) -> object:
        if host.endswith(".invalid"):
            answers.wait()
            raise socket.gaierror(socket.EAI_AGAIN, "no name server answers")
        return usual(host, *arguments, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    yield
    answers.set()


@contextmanager
def port_that_takes_nobody() -> Iterator[int]:
    """A port whose queue of new connections is full: whoever connects waits for an answer that never comes."""
    with ExitStack() as open_sockets:
        listener = open_sockets.enter_context(socket.create_server(("127.0.0.1", 0), backlog=0))
        waiting: list[socket.socket] = []
        while len(waiting) < 2 or waiting[-1].connect_ex(listener.getsockname()) != errno.EALREADY:
            waiting.append(open_sockets.enter_context(socket.socket()))
            waiting[-1].setblocking(False)
            waiting[-1].connect_ex(listener.getsockname())
        yield listener.getsockname()[1]


@contextmanager
def hanging(network: Network, phase: Phase, reached: Callable[[], object]) -> Iterator[tuple[Target, Opening]]:
    """A target, and an opening that will hang in this phase; `reached` is called when it has got there."""

    def told(begun: Phase) -> None:
        if begun is phase:
            network.proxy.steer(to_server=SILENT, to_client=SILENT)
            reached()

    opening = Opening("the server", told=told)
    target = network.target(tls=True, connect_timeout="1")
    if phase is Phase.RESOLVE:
        yield replace(target, host="nobody.invalid"), opening
    elif phase is Phase.CONNECT:
        with port_that_takes_nobody() as port:
            yield replace(target, port=port), opening
    else:
        yield target, opening


@pytest.mark.parametrize("phase", HANGS_IN)
def test_an_opening_that_hangs_is_given_up_and_says_in_which_phase(
    network: Network, names_hang: None, phase: Phase
) -> None:
    with hanging(network, phase, lambda: None) as (target, opening):
        error = failure(lambda: network.driver.open(target, opening))
    assert type(error) is OpeningTimedOut
    assert error.facts["phase"] == phase
    assert error.facts["waited_s"] == 1
    assert [passed.phase for passed in opening.passed()] == HANGS_IN[: HANGS_IN.index(phase)]


@pytest.mark.parametrize("phase", HANGS_IN)
def test_an_opening_can_be_cancelled_in_each_phase(network: Network, names_hang: None, phase: Phase) -> None:
    reached = threading.Event()
    with hanging(network, phase, reached.set) as (target, opening):
        patient = replace(target, options={**target.options, "connect_timeout": "600"})
        attempt = Attempt(lambda _: network.driver.open(patient, opening))
        assert reached.wait(30)
        opening.cancel()
        error = attempt.fails()
    assert type(error) is OpeningCancelled
    assert error.facts["phase"] == phase


@pytest.mark.parametrize("phase", HANGS_IN)
def test_an_opening_that_is_cancelled_as_a_phase_begins_goes_no_further(network: Network, phase: Phase) -> None:
    before = network.proxy.connections
    opening = Opening("the server", told=lambda begun: opening.cancel() if begun is phase else None)
    error = failure(lambda: network.driver.open(network.target(tls=True), opening))
    assert type(error) is OpeningCancelled
    if phase in {Phase.RESOLVE, Phase.CONNECT}:
        assert network.proxy.connections == before


@pytest.mark.parametrize("phase", [Phase.TLS, Phase.LOG_IN, Phase.FIRST_QUERY])
def test_a_connection_that_breaks_in_a_phase_is_told_with_it(network: Network, phase: Phase) -> None:
    before = network.proxy.connections

    def told(begun: Phase) -> None:
        if begun is phase:
            eventually(lambda: network.proxy.connections > before)
            network.proxy.reset_all()

    error = failure(lambda: network.open(Opening("the server", told=told), tls=True))
    assert isinstance(error, OpeningFailed)
    assert error.facts["phase"] == phase
    session = network.open(tls=True)
    run(session, "SELECT 1")
    session.close()


def test_a_server_that_nobody_reaches_any_more_is_told_for_each_address(network: Network) -> None:
    network.proxy.take_new("refused")
    error = failure(network.open)
    assert isinstance(error, OpeningFailed)
    assert error.facts["phase"] == Phase.CONNECT
    assert "127.0.0.1" in str(error)
    assert "refused" in str(error)
