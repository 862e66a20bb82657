"""What is said of a connection that is gone: never more than is known, and never that something was undone that was
not."""

import pytest

from lapwing.domain.errors import CommitUnknown, ConnectionLost, TransactionLost
from lapwing.drivers.mysql.losing import Losing, lost_error


@pytest.mark.parametrize(
    ("losing", "kind", "says"),
    [
        (Losing(), ConnectionLost, ""),
        (Losing(was_sent=True), ConnectionLost, "Nobody here knows whether the statement took effect"),
        (Losing(was_sent=True, only_reads=True), ConnectionLost, ""),
        (Losing(was_sent=True, is_done=True), ConnectionLost, "What you ran was done"),
        (Losing(was_sent=True, is_done=True, only_reads=True), ConnectionLost, ""),
        (Losing(was_open=True), TransactionLost, "rolls it back"),
        (Losing(was_open=True, was_sent=True), TransactionLost, "rolls it back"),
        (Losing(was_open=True, was_sent=True, is_done=True), TransactionLost, "rolls it back"),
        (Losing(was_open=True, commits=True), TransactionLost, "rolls it back"),
        (Losing(was_open=True, was_sent=True, commits=True, only_reads=True), CommitUnknown, "COMMIT was under way"),
        (
            Losing(was_open=True, was_sent=True, commits=True, only_reads=True, is_done=True),
            ConnectionLost,
            "What you ran was done",
        ),
        (Losing(was_open=True, was_sent=True, commits_first=True), ConnectionLost, "the commit that comes with it"),
        (Losing(was_open=True, commits_first=True), TransactionLost, "rolls it back"),
        (Losing(was_open=True, was_sent=True, commits_first=True, is_done=True), ConnectionLost, "was done"),
    ],
)
def test_each_loss_has_its_own_words(losing: Losing, kind: type[ConnectionLost], says: str) -> None:
    error = lost_error("shop", "The server closed it.", losing)
    assert type(error) is kind
    assert "The server closed it." in str(error)
    assert says in str(error)
    if not says:
        assert "Nobody" not in str(error)
    assert error.next_step()
