"""When an endpoint is tried again, and when it is left alone."""

import email.utils

from lapwing.domain.webhooks.endpoints import CircuitState
from lapwing.engine.webhooks.pace import Circuit, Pace, retry_after_s


def test_waits_double_up_to_a_limit_and_half_of_each_is_left_to_chance() -> None:
    pace = Pace(first_s=1.0, longest_s=300.0)
    assert [pace.wait_s(failed, 1.0) for failed in (1, 2, 3, 4, 100)] == [1.0, 2.0, 4.0, 8.0, 300.0]
    assert [pace.wait_s(failed, 0.0) for failed in (1, 2, 3)] == [0.5, 1.0, 2.0]
    assert len({pace.wait_s(9) for _ in range(20)}) > 1


def test_retry_after_is_read_as_seconds_and_as_a_date_and_nonsense_as_nothing() -> None:
    now = 1_700_000_000.0
    assert retry_after_s("120", now) == 120.0
    assert retry_after_s(email.utils.formatdate(now + 60, usegmt=True), now) == 60.0
    assert retry_after_s(email.utils.formatdate(now - 60, usegmt=True), now) == 0.0
    assert [retry_after_s(text, now) for text in ("", "soon", "-5", "\u0663", "1e9")] == [None] * 5


def test_a_circuit_opens_after_failures_in_a_row_and_each_failed_probe_doubles_its_time() -> None:
    circuit = Circuit(Pace(failures=3, open_s=30.0, longest_open_s=100.0))
    for at in (0.0, 1.0):
        circuit.fail(at)
    assert circuit.state(1.0) is CircuitState.CLOSED
    circuit.fail(2.0)
    assert circuit.state(31.0) is CircuitState.OPEN
    assert circuit.state(32.0) is CircuitState.HALF_OPEN
    circuit.fail(32.0)
    assert circuit.again_at == 92.0
    circuit.fail(92.0)
    assert circuit.again_at == 192.0  # the longest
    circuit.succeed()
    assert (circuit.state(192.0), circuit.failures) == (CircuitState.CLOSED, 0)


def test_a_success_between_failures_keeps_a_circuit_closed() -> None:
    circuit = Circuit(Pace(failures=2))
    for at in range(10):
        circuit.fail(at)
        circuit.succeed()
    assert circuit.state(10.0) is CircuitState.CLOSED
