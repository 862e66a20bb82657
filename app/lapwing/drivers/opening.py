"""The way to an open session: which phase it is in, how long each took, how long it may take, and how it is ended."""

import select
import threading
import time
from collections.abc import Callable
from typing import Final

from lapwing.domain.connections import Phase, PhaseTime
from lapwing.domain.errors import OpeningCancelled, OpeningTimedOut

CONNECT_TIMEOUT_S: Final = 10.0
_LOOK_S: Final = 0.05
"""How often a wait looks whether it was cancelled."""
_DOING: Final = {
    Phase.SECRET: "its password was fetched",
    Phase.SSH_RESOLVE: "the SSH server's name was looked up",
    Phase.SSH_CONNECT: "connecting to the SSH server",
    Phase.SSH_HOST_KEY: "the SSH server showed its host key",
    Phase.SSH_LOG_IN: "logging in at the SSH server",
    Phase.SSH_FORWARD: "the SSH server connected on",
    Phase.RESOLVE: "its name was looked up",
    Phase.CONNECT: "connecting",
    Phase.TLS: "encryption was negotiated",
    Phase.LOG_IN: "logging in",
    Phase.FIRST_QUERY: "the first query ran",
    Phase.STARTUP: "its start-up SQL ran",
}


class Opening:
    """Shared by the thread that opens a session and those who watch it.

    Methods belong to the opening thread, but for `cancel` and `passed`.

    Attributes:
        connection: What is opened, in words, for messages.
        phase: The one that is under way; None before the first.
    """

    def __init__(
        self,
        connection: str = "the server",
        timeout_s: float = CONNECT_TIMEOUT_S,
        told: Callable[[Phase], None] = lambda phase: None,
    ) -> None:
        """Give all phases together `timeout_s`; `told` hears of each that begins, in the opening thread."""
        self.connection = connection
        self.timeout_s = timeout_s
        self.phase: Phase | None = None
        self._told = told
        self._passed: list[PhaseTime] = []
        self._began = self._phase_began = time.monotonic()
        self._cancelled = threading.Event()

    def begin(self, phase: Phase) -> None:
        """The phase before, if any, went well and this one begins.

        Raises:
            OpeningCancelled, OpeningTimedOut
        """
        self.passed_phase()
        self.phase = phase
        self._phase_began = time.monotonic()
        self._told(phase)
        self.left_s()

    def passed_phase(self, detail: str = "") -> None:
        """What is under way went well; nothing happens when nothing is."""
        if self.phase is not None:
            self._passed.append(PhaseTime(self.phase, time.monotonic() - self._phase_began, detail))
            self.phase = None

    def passed(self) -> tuple[PhaseTime, ...]:
        """The phases that went well so far, in order. Any thread."""
        return tuple(self._passed)

    def allow(self, timeout_s: float) -> None:
        """Let all phases together take so long, counted from now."""
        self._began = time.monotonic()
        self.timeout_s = timeout_s

    def try_again(self, pause_s: float, timeout_s: float) -> None:
        """Wait before another attempt, which may take `timeout_s`; only what was fetched before the first one counts.

        Raises:
            OpeningCancelled
        """
        self.phase = None
        self._passed = [passed for passed in self._passed if passed.phase is Phase.SECRET]
        self._cancelled.wait(pause_s)
        self.allow(timeout_s)
        self.left_s()

    def cancel(self) -> None:
        """End the opening at its next look. Any thread."""
        self._cancelled.set()

    @property
    def is_cancelled(self) -> bool:
        return self._cancelled.is_set()

    def left_s(self) -> float:
        """Seconds left for everything, above zero.

        Raises:
            OpeningCancelled, OpeningTimedOut
        """
        phase = self.phase.value if self.phase else None
        doing = _DOING[self.phase] if self.phase else "it had not begun"
        if self.is_cancelled:
            raise OpeningCancelled(connection=self.connection, phase=phase, doing=doing, server="")
        left = self._began + self.timeout_s - time.monotonic()
        if left <= 0:
            raise OpeningTimedOut(
                connection=self.connection, phase=phase, waited_s=round(self.timeout_s, 1), doing=doing, server=""
            )
        return left

    def wait(self, fd: int, *, to_write: bool = False, to_read: bool = True) -> bool:
        """Wait until a descriptor is ready, outside the interpreter's lock; whether it can be read.

        Raises:
            OpeningCancelled, OpeningTimedOut
        """
        poll = select.poll()
        poll.register(fd, (select.POLLIN if to_read else 0) | (select.POLLOUT if to_write else 0))
        while True:
            ready = poll.poll(min(self.left_s(), _LOOK_S) * 1000)
            if ready:
                return bool(ready[0][1] & ~select.POLLOUT)

    def run_aside(self, work: Callable[[], object]) -> object:
        """Do in another thread what cannot be ended (looking up a name), and stop waiting when it takes too long.

        Raises:
            OpeningCancelled, OpeningTimedOut
            BaseException: What `work` raised.
        """
        answer: list[object] = []
        refusal: list[BaseException] = []
        done = threading.Event()

        def do() -> None:
            try:
                answer.append(work())
            except BaseException as error:  # handed to who waits
                refusal.append(error)
            finally:
                done.set()

        threading.Thread(target=do, name="opening aside", daemon=True).start()
        while not done.wait(min(self.left_s(), _LOOK_S)):
            pass
        if refusal:
            raise refusal[0]
        return answer[0]
