"""How a run is steered: what is wished before, during and after a pause."""

import threading

import pytest

from lapwing.engine.running.control import RunControl, Wish

HOUR_S = 3_600.0


@pytest.mark.parametrize(
    ("act", "wish"),
    [
        (lambda control: control.fetch_more("a result", 50), (Wish.MORE, 50)),
        (lambda control: control.fetch_more("a result", None), (Wish.MORE, None)),
        (lambda control: control.make_way(), (Wish.MAKE_WAY, None)),
        (lambda control: control.cancel(), (Wish.CANCEL, None)),
    ],
)
def test_a_pause_ends_with_what_was_wished(act: object, wish: tuple[Wish, int | None]) -> None:
    assert callable(act)
    before = RunControl()
    before.will_pause("a result")
    act(before)
    assert before.pause(HOUR_S) == wish
    meanwhile = RunControl()
    meanwhile.will_pause("a result")
    answers: list[tuple[Wish, int | None]] = []
    pausing = threading.Thread(target=lambda: answers.append(meanwhile.pause(HOUR_S)))
    pausing.start()
    act(meanwhile)
    pausing.join(30)
    assert answers == [wish]
    assert before.paused_result == meanwhile.paused_result == ""


def test_a_pause_that_nobody_ends_ends_by_itself() -> None:
    control = RunControl()
    control.will_pause("a result")
    assert control.pause(0.01) == (Wish.TIMED_OUT, None)
    assert control.pause(0) == (Wish.TIMED_OUT, None)


def test_more_is_only_heard_by_the_paused_result_and_for_one_pause() -> None:
    control = RunControl()
    assert not control.fetch_more("a result", 5)
    control.will_pause("a result")
    assert not control.fetch_more("another", 5)
    assert control.fetch_more("a result", 5)
    assert control.pause(HOUR_S) == (Wish.MORE, 5)
    control.will_pause("a result")
    assert control.pause(0) == (Wish.TIMED_OUT, None)
    control.make_way()
    control.will_pause("a result")
    assert not control.fetch_more("a result", 5)
    assert control.pause(HOUR_S) == (Wish.MAKE_WAY, None)


def test_only_a_run_that_has_the_session_has_its_statement_ended() -> None:
    ended: list[str] = []
    control = RunControl()
    control.cancel(lambda: ended.append("before"))
    control.takes_session()
    control.cancel(lambda: ended.append("meanwhile"))
    control.leaves_session()
    control.cancel(lambda: ended.append("after"))
    assert ended == ["meanwhile"]
    assert control.cancelled


def test_the_session_is_not_left_before_the_statement_was_ended() -> None:
    control = RunControl()
    control.takes_session()
    order: list[str] = []
    inside, go_on = threading.Event(), threading.Event()

    def end_statement() -> None:
        inside.set()
        go_on.wait(30)
        order.append("ended")

    def leave() -> None:
        control.leaves_session()
        order.append("left")

    cancelling = threading.Thread(target=control.cancel, args=(end_statement,))
    cancelling.start()
    inside.wait(30)
    leaving = threading.Thread(target=leave)
    leaving.start()
    go_on.set()
    cancelling.join(30)
    leaving.join(30)
    assert order == ["ended", "left"]


def test_waiting_ends_with_a_cancel() -> None:
    control = RunControl()
    waiting = threading.Thread(target=control.wait, args=(HOUR_S,))
    waiting.start()
    control.cancel()
    waiting.join(30)
    assert not waiting.is_alive()
    control.wait(HOUR_S)
