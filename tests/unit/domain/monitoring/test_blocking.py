"""Who blocks whom, whatever servers say."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from lapwing.domain.monitoring.activity import ActivitySession, ActivityState
from lapwing.domain.monitoring.blocking import Blocking, BlockingNode, blocking_of

_IDS = "abcdefgh"


def session(name: str, *blocked_by: str, transaction_s: float | None = None) -> ActivitySession:
    return ActivitySession(name, ActivityState.ACTIVE, blocked_by=blocked_by, transaction_age_s=transaction_s)


def drawn(blocking: Blocking) -> list[str]:
    """Each session in a line, indented as it stands."""

    def lines(node: BlockingNode, depth: int) -> Iterator[str]:
        yield "  " * depth + node.session_id
        for child in node.waiting:
            yield from lines(child, depth + 1)

    return [line for root in blocking.roots for line in lines(root, 0)]


def test_the_root_stands_above_those_that_wait_for_it_and_the_worst_root_comes_first() -> None:
    found = blocking_of(
        [
            session("1"),
            session("2", "1"),
            session("10"),
            session("11", "10"),
            session("12", "11"),
            session("13", "10"),
            session("free"),
        ]
    )
    assert drawn(found) == ["10", "  11", "    12", "  13", "1", "  2"]
    assert [(root.session_id, root.below) for root in found.roots] == [("10", 3), ("1", 1)]
    assert found.waiting == 4


def test_who_waits_in_a_queue_stands_below_who_holds_the_lock_and_names_those_before_it() -> None:
    """PostgreSQL names everybody who stands in the queue before a session, too."""
    found = blocking_of([session("a"), session("b", "a"), session("c", "b", "a"), session("d", "a", "b", "c")])
    assert drawn(found) == ["a", "  b", "  c", "  d"]
    assert [node.others for node in found.roots[0].waiting] == [(), ("b",), ("b", "c")]


def test_a_blocker_that_is_not_listed_is_a_root_without_a_session() -> None:
    found = blocking_of([session("a", "0"), session("b", "a")])
    assert drawn(found) == ["0", "  a", "    b"]
    assert found.roots[0].session is None


def test_a_deadlock_is_shown_from_the_oldest_transaction_on() -> None:
    found = blocking_of(
        [
            session("a", "b", transaction_s=3),
            session("b", "c", transaction_s=9),
            session("c", "a", transaction_s=1),
            session("d", "c"),
        ]
    )
    assert drawn(found) == ["b", "  a", "    c", "      d"]
    assert [node.in_cycle for node in (found.roots[0], found.roots[0].waiting[0])] == [True, True]
    assert found.roots[0].others == ("c",)


@given(st.lists(st.tuples(st.sampled_from(_IDS), st.lists(st.sampled_from(_IDS), max_size=4)), max_size=12))
def test_everybody_who_waits_or_is_waited_for_stands_there_once_whatever_the_server_says(
    said: list[tuple[str, list[str]]],
) -> None:
    listed: dict[str, ActivitySession] = {}
    for name, blocked_by in said:
        listed.setdefault(name, session(name, *blocked_by))
    found = blocking_of([session(name, *blocked_by) for name, blocked_by in said])
    waits_for = {each.id: set(each.blocked_by) - {each.id} for each in listed.values()}
    waiting = {name for name, others in waits_for.items() if others}
    shown = [line.strip() for line in drawn(found)]
    assert sorted(shown) == sorted(waiting.union(*waits_for.values()))
    assert found.waiting == len(waiting)
    assert sum(1 + root.below for root in found.roots) == len(shown)

    def see(node: BlockingNode) -> None:
        for child in node.waiting:
            assert set(child.others) | {node.session_id} == waits_for[child.session_id]
            see(child)

    for root in found.roots:
        assert root.in_cycle or root.session_id not in waiting
        see(root)


def test_ten_thousand_sessions_in_one_queue_are_no_depth_that_ends_the_program() -> None:
    found = blocking_of([session("0"), *(session(str(number), str(number - 1)) for number in range(1, 10_000))])
    assert [(root.session_id, root.below) for root in found.roots] == [("0", 9_999)]
