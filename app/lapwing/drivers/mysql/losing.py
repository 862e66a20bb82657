"""What is said when the connection is gone: what was lost with it, and what nobody knows."""

from typing import Final

from lapwing.domain.errors import CommitUnknown, ConnectionLost, TransactionLost
from lapwing.domain.late_dataclass import dataclass

_HOW: Final = "Connect again and look whether the last change of the transaction is there."
_UNKNOWN: Final = "Nobody here knows whether the statement took effect: look before you run it again."
_DONE: Final = "What you ran was done before that."
_COMMITTED_BEFORE: Final = "Nobody here knows whether the statement, and the commit that comes with it, took effect."


@dataclass(frozen=True, slots=True)
class Losing:
    """What was under way.

    Attributes:
        was_open: Whether a transaction was open before it.
        was_sent: Whether the server may have read all of it.
        commits: Whether it was a COMMIT.
        commits_first: Whether the server commits the open transaction before it.
        only_reads: Whether it certainly changed nothing.
        is_done: Whether the server had said that it was done.
    """

    was_open: bool = False
    was_sent: bool = False
    commits: bool = False
    commits_first: bool = False
    only_reads: bool = False
    is_done: bool = False


def lost_error(connection: str, reason: str, losing: Losing) -> ConnectionLost:
    """The right error.

    Args:
        reason: A sentence of the server, of the system or of ours.
    """
    facts = {"connection": connection, "server": reason}
    if losing.is_done and (losing.commits or losing.commits_first or not losing.was_open):
        return ConnectionLost(**facts, lost="" if losing.only_reads and not losing.commits else _DONE)
    if losing.was_open and losing.was_sent and losing.commits:
        return CommitUnknown(**facts, lost="", how=_HOW)
    if losing.was_open and losing.was_sent and losing.commits_first:
        return ConnectionLost(**facts, lost=_COMMITTED_BEFORE)
    if losing.was_open:
        return TransactionLost(**facts, lost="")
    return ConnectionLost(**facts, lost=_UNKNOWN if losing.was_sent and not losing.only_reads else "")
