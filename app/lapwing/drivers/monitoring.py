"""What a server tells of itself: the contract for monitoring, fulfilled by each driver's `metrics.py`."""

from abc import ABC, abstractmethod
from dataclasses import field
from typing import ClassVar

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.activity import Activity, ActivitySession
from lapwing.domain.monitoring.advice import AdviceReading, ServerSetting
from lapwing.domain.monitoring.errors import PlanUnknown
from lapwing.domain.monitoring.metrics import Denied, Lane, Metric, Reading
from lapwing.domain.monitoring.samples import ServerFacts
from lapwing.domain.monitoring.statements import StatementsReading


@dataclass(frozen=True, slots=True)
class ServerReadings:
    """What one look at a server brought.

    Attributes:
        epoch: Another text when counters began anew: the server was started again, its statistics were reset. What grew
            since the last look is then not known.
        activity: What its sessions do; only with the fast lane, and only where there are sessions.
        server_pid: Of the server's main process, where it tells it; None otherwise.
        data_folder: Where its data lies, where it tells that, for the room on that disk.
        cost_s: How long the server worked for this look, in seconds; None: it does not tell, and the time that the
            look took here is taken for it.
    """

    readings: tuple[Reading, ...]
    epoch: str = ""
    server: ServerFacts = field(default_factory=ServerFacts)
    denied: tuple[Denied, ...] = ()
    activity: Activity | None = None
    server_pid: int | None = None
    data_folder: str = ""
    cost_s: float | None = None


class Monitor(ABC):
    """Looks at a server through one session that is there for nothing else (`Target.is_monitor`), by its thread.

    Our own statements, sessions and transactions are left out of every figure and list. Nothing waits for a lock. What
    this account may not read comes as `denied`; it never fails the rest.

    Attributes:
        metrics: All that it can measure.
    """

    metrics: ClassVar[tuple[Metric, ...]]

    @abstractmethod
    def read(self, lane: Lane) -> ServerReadings:
        """Take the readings of a lane.

        Raises:
            LapwingError: What running a statement raises.
        """

    def cancel_statement(self, session_id: str, began: str) -> bool:
        """End what a session runs; whether the server found that session, and did it.

        Args:
            session_id: As in `ActivitySession.id`.
            began: As in `ActivitySession.began`. Another session that has this id by now is left alone.

        Raises:
            StatementFailed: The server refused.
        """
        return False

    def end_session(self, session_id: str, began: str) -> bool:
        """End a session; its transaction is rolled back. Takes and raises what `cancel_statement` does."""
        return False

    def explaining(self, session: ActivitySession) -> str:
        """The statement that shows how the server goes about what a session runs, for a session of a person's in the
        same database. It changes nothing.

        Raises:
            PlanUnknown: There is none, or too little is known.
        """
        raise PlanUnknown(reason="this kind of server does not tell plans")

    def statements(self) -> StatementsReading | None:
        """The counters of all statements by their shape; None where this kind of server has none. Nothing is reset.

        Raises:
            LapwingError: What running a statement raises.
        """
        return None

    def explaining_shape(self, text: str) -> str:
        """The statement that shows the plan of a shape of statements, as `statements` tells it. It runs nothing of it.

        Raises:
            PlanUnknown: It has marks where its values were, or there is no plan for it.
        """
        raise PlanUnknown(reason="its values are not known: open it, put them in, and explain it there")


class Advisor(ABC):
    """Looks for what could be better on a server, through a metadata session, by its thread. Only reads, waits for no
    lock, and proposes: nothing it finds is changed by it."""

    @abstractmethod
    def findings(self) -> AdviceReading:
        """Everything that is found in the session's database.

        Raises:
            LapwingError: What running a statement raises.
        """

    def settings(self) -> tuple[ServerSetting, ...]:
        """The server's settings by name; none where there are none."""
        return ()
