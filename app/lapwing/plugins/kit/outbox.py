"""Messages that are sent by a thread of their own, so that no hook waits for a service."""

import contextlib
import random
import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Final, Generic, TypeVar

from lapwing.plugins.kit.json_service import ServiceRefused

Message = TypeVar("Message")
_LONGEST_WAIT_S: Final = 3_600.0


class Outbox(Generic[Message]):
    """Sends messages in the order in which they came, and each again while the service is away or asks for patience.

    It is kept in memory: what is not sent when the plugin ends is lost, and told in its log.

    Args:
        send: Sends one; raises `ServiceRefused` or `OSError`. It runs in the outbox's thread.
        tell: Writes a text with a level into the plugin's log.
        most: Messages that wait; beyond it the oldest is dropped, and told.
        attempts: How often one is sent before it is given up.
        back_off_s: The first wait; doubled with each further one.
    """

    def __init__(
        self,
        send: Callable[[Message], None],
        tell: Callable[[str, str], None],
        most: int = 1_000,
        attempts: int = 8,
        back_off_s: float = 1.0,
    ) -> None:
        self._send = send
        self._tell = tell
        self._most = most
        self._attempts = attempts
        self._back_off_s = back_off_s
        self._waiting: deque[Message] = deque()
        self._changed = threading.Condition()
        self._ends = False
        self._dropped = 0
        self.problem = ""
        """Why the last attempt failed, in words; empty: it did not."""
        self._thread = threading.Thread(target=self._work, name="outbox", daemon=True)
        self._thread.start()

    def put(self, message: Message) -> None:
        """Send it soon. Any thread; never waits."""
        with self._changed:
            self._waiting.append(message)
            if len(self._waiting) > self._most:
                self._waiting.popleft()
                self._dropped += 1
            self._changed.notify_all()

    def close(self, within_s: float = 1.0) -> None:
        """Send what waits for so long, then give the rest up."""
        end = time.monotonic() + within_s
        with self._changed:
            self._changed.wait_for(lambda: not self._waiting or bool(self.problem), within_s)
            self._ends = True
            self._changed.notify_all()
        self._thread.join(max(0.0, end - time.monotonic()) + 0.1)
        if self._waiting:
            self._tell(f"{len(self._waiting)} messages were not sent before the end.", "warning")

    def _work(self) -> None:
        while (message := self._next()) is not None:
            is_done = self._deliver(message)
            with self._changed:
                if is_done:
                    with contextlib.suppress(ValueError):  # it was dropped meanwhile
                        self._waiting.remove(message)
                self._changed.notify_all()

    def _next(self) -> Message | None:
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._ends)
            dropped, self._dropped = self._dropped, 0
            message = None if self._ends else self._waiting[0]
        if dropped:
            self._tell(f"{dropped} messages were dropped, since more than {self._most} waited.", "warning")
        return message

    def _deliver(self, message: Message) -> bool:
        """Whether it was sent, or given up; otherwise the end came before."""
        for attempt in range(self._attempts):
            wait_s = self._attempt(message, attempt)
            if wait_s is None:
                return True
            with self._changed:
                if self._changed.wait_for(lambda: self._ends, wait_s):
                    return False
        self._tell(f"A message was given up after {self._attempts} attempts. {self.problem}", "error")
        return True

    def _attempt(self, message: Message, attempt: int) -> float | None:
        """Send it once; how long to wait before the next time, None: it is done with."""
        try:
            self._send(message)
        except ServiceRefused as refusal:
            self.problem = str(refusal)
            if not refusal.is_passing:
                self._tell(f"A message was refused. {refusal}", "error")
                return None
            asked = refusal.retry_after_s
        except PermissionError as error:
            self.problem = str(error)
            self._tell(f"A message may not be sent. {error}", "error")
            return None
        except OSError as error:
            self.problem = str(error) or "The service cannot be reached."
            asked = None
        except Exception as error:  # a defect of the plugin's: told, and the next message goes on
            self.problem = f"{type(error).__name__}: {error}"
            self._tell(f"A message could not be made. {self.problem}", "error")
            return None
        else:
            self.problem = ""
            return None
        own = self._back_off_s * 2**attempt * random.uniform(0.5, 1.0)
        return min(_LONGEST_WAIT_S, own if asked is None else asked)
