"""A connection that is cut after any number of bytes: while it is opened, while a statement goes, while rows come."""

import gc
import os
import random
import threading
from collections.abc import Iterator

import pytest

from contract.asking import numbers_of, run
from contract.attempts import Attempt, attempt, failure
from contract.subjects.network import NETWORKS, Direction, Network, network_to
from helpers.counts import times
from helpers.proxy import Conduct
from helpers.waiting import eventually
from lapwing.domain.connections import Phase
from lapwing.domain.errors import ConnectionLost, LoginRefused, OpeningCancelled, OpeningFailed, OpeningTimedOut
from lapwing.drivers.base import Session

LAST = 2_000
ROWS = 300
_NOT_FOR_CUTS = (LoginRefused, OpeningCancelled, OpeningTimedOut)
"""What would send a person looking in the wrong place, or make the program drop a password."""


@pytest.fixture(scope="module", params=NETWORKS)
def shared(request: pytest.FixtureRequest) -> Iterator[Network]:
    yield from network_to(request)


@pytest.fixture
def network(shared: Network) -> Iterator[Network]:
    """Behind the test no thread and no descriptor is left."""
    shared.tidy()
    gc.collect()
    before = descriptors()
    yield shared
    gc.collect()
    eventually(lambda: descriptors() <= before)
    eventually(lambda: not [each for each in threading.enumerate() if each.name in {"cancel", "opening aside"}])


@pytest.fixture(params=["to_client", "to_server"])
def direction(request: pytest.FixtureRequest) -> Direction:
    found: Direction = request.param
    return found


@pytest.fixture(params=[False, True], ids=["plain", "tls"])
def tls(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


def descriptors() -> int:
    return len(os.listdir("/proc/self/fd"))


def places(chance: random.Random, sample: int) -> list[int]:
    """After how many bytes to cut: a sample of all places, or all."""
    return sorted(chance.sample(range(1, LAST + 1), times(sample, LAST)))


def cut_after(network: Network, direction: Direction, count: int, chance: random.Random) -> None:
    """Cut the next connection after so many bytes, or the one that is open after so many more."""
    is_open = network.proxy.connections and network.proxy.passages[-1].is_open
    passed = network.passed(direction) if is_open else 0
    network.steer(direction, Conduct(cut_after_bytes=passed + count, cut_by=chance.choice(("close", "reset"))))


def opened(network: Network, *, tls: bool) -> Session | None:
    """A session, or None when it could not be opened, for a reason that fits."""
    made: list[Session] = []
    error = failure(lambda: made.append(network.open(tls=tls)))
    if error is None:
        return made[0]
    assert isinstance(error, OpeningFailed), error
    assert not isinstance(error, _NOT_FOR_CUTS), (error, error.facts)
    assert error.facts["phase"] in {Phase.CONNECT, Phase.TLS, Phase.LOG_IN, Phase.FIRST_QUERY}
    assert str(error.facts["server"]).endswith("."), error.facts
    return None


def test_an_opening_that_is_cut_anywhere_fails_and_says_in_which_phase(
    network: Network, direction: Direction, tls: bool, chance: random.Random
) -> None:
    reached = []
    for place in places(chance, 10):
        cut_after(network, direction, place, chance)
        session = opened(network, tls=tls)
        if session is not None:
            reached.append(place)
            run_or_lose(session)
            session.close()
        network.proxy.heal()
    assert reached == sorted(reached)
    whole = network.open(tls=tls)
    assert run(whole, network.texts.numbers(ROWS)).ended is not None
    whole.close()


def run_or_lose(session: Session) -> None:
    error = failure(lambda: run(session, "SELECT 1"))
    assert isinstance(error, ConnectionLost | None)
    assert session.is_lost == (error is not None)


def test_rows_that_are_cut_anywhere_are_kept_and_never_look_complete(
    network: Network, tls: bool, chance: random.Random
) -> None:
    for place in places(chance, 20):
        attempted = cut_statement(network, "to_client", place, chance, network.texts.numbers(ROWS), tls=tls)
        answer = attempted.answer
        if (error := attempted.end()) is None:
            assert len(answer.rows or []) == ROWS, place
        else:
            assert type(error) is ConnectionLost
            assert answer.ended is None
        assert numbers_of(answer.rows or []) == list(range(1, len(answer.rows or []) + 1))
        network.proxy.heal()


def cut_statement(
    network: Network, direction: Direction, place: int, chance: random.Random, sql: str, *, tls: bool
) -> Attempt:
    """A statement that is over, on a session of its own that was cut after so many bytes of it."""
    session = network.open(tls=tls)
    cut_after(network, direction, place, chance)
    made = attempt(session, sql)
    is_over_well = made.end() is None
    assert session.is_lost is not is_over_well
    session.close()
    return made


def test_a_change_that_is_cut_anywhere_is_made_once_or_not_at_all(
    network: Network, direction: Direction, chance: random.Random
) -> None:
    """Cut within the statement it cannot have been made; cut within its answer nobody knows, and so it is told."""
    longer = "x" * LAST if direction == "to_server" else ""
    allowed: dict[str, set[int]] = {}
    for place in places(chance, 15):
        note = f"cut at {place}"
        sql = f"INSERT INTO log VALUES ('{note}') /* {longer} */"
        error = cut_statement(network, direction, place, chance, sql, tls=place % 2 == 0).end()
        if error is None:
            allowed[note] = {1}
        else:
            assert type(error) is ConnectionLost
            allowed[note] = {0, 1} if "obody here knows" in str(error) else {0}
        network.proxy.heal()
    eventually(lambda: network.pids() == [])
    made = network.notes()
    wrong = {note: made.count(note) for note, counts in allowed.items() if made.count(note) not in counts}
    assert wrong == {}
