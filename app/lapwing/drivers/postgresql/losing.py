"""What is to be said when the connection is gone: what was lost with it, and what nobody knows."""

from lapwing.domain.connections import TransactionState
from lapwing.domain.errors import CommitUnknown, ConnectionLost, TransactionLost
from lapwing.domain.late_dataclass import dataclass

_NOT_SENT = "The statement was not sent."
_UNKNOWN = "Whether the server carried the statement out before that, nobody here knows."
_ASK = "On a new session, SELECT txid_status({number}) says whether it was committed."
_LOOK = "Look at the data it changed."


@dataclass(slots=True)
class UnderWay:
    """What the session was about when it was lost.

    Attributes:
        state: Of the transaction before the statement.
        sent: Whether anything of it had been sent.
        reads_only: Whether it changes nothing, for certain.
        commits: Whether it is a COMMIT.
        number: The transaction's number, where it was asked for; empty: it had none, so it had changed nothing.
    """

    state: TransactionState = TransactionState.IDLE
    sent: bool = False
    reads_only: bool = True
    commits: bool = False
    number: str = ""


def lost(connection: str, words: str, way: UnderWay) -> ConnectionLost:
    """The right error. `words` are the server's or the system's."""
    facts = {"connection": connection, "server": words if words.endswith(".") else f"{words}."}
    if way.commits and way.sent and way.state is TransactionState.OPEN and way.number:
        return CommitUnknown(**facts, lost="", how=_ASK.format(number=way.number))
    if way.state is not TransactionState.IDLE:
        return TransactionLost(**facts, lost="The transaction is rolled back by the server.")
    if way.sent:
        return ConnectionLost(**facts, lost="" if way.reads_only else f"{_UNKNOWN} {_LOOK}")
    return ConnectionLost(**facts, lost=_NOT_SENT)
