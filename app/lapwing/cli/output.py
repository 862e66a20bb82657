"""Standard output as bytes, at the reader's pace."""

import errno
import os
import select
import stat
from typing import Final

from lapwing.cli.errors import OutputClosed, OutputRefused
from lapwing.domain.errors import StatementCancelled

_PIPE_BYTES: Final = 4096
"""A pipe that poll(2) calls writable takes so many bytes without blocking (PIPE_BUF in POSIX; Linux has 4096)."""


class Output:
    """Writes to a descriptor at once, nothing held back; waits while its reader is behind.

    One thread writes at a time; `abandon` may be called from any.

    Raises:
        OutputRefused: It is not open.
    """

    def __init__(self, descriptor: int = 1) -> None:
        self.descriptor = descriptor
        try:
            mode = os.fstat(descriptor).st_mode
        except OSError as error:
            raise OutputRefused(reason=_reason(error)) from error
        self.can_lose_reader = stat.S_ISFIFO(mode) and hasattr(select, "poll")
        """Whether a program at its other end may go away, and the system tells."""
        self._may_stall = not stat.S_ISREG(mode)
        self._most = _PIPE_BYTES if self._may_stall else 1 << 30
        self._woken, self._wake = os.pipe()
        self._poll = select.poll() if hasattr(select, "poll") else None
        if self._poll is not None:
            self._poll.register(descriptor, select.POLLOUT)
            self._poll.register(self._woken, select.POLLIN)

    def write(self, data: bytes) -> None:
        """Write all of it.

        Raises:
            OutputClosed: Its reader has gone.
            OutputRefused: The system does not take it, a full disk for example.
            StatementCancelled: `abandon` was called while the reader was behind.
        """
        view = memoryview(data)
        while view:
            if self._may_stall:
                self._wait_for_room()
            try:
                view = view[os.write(self.descriptor, view[: self._most]) :]
            except BlockingIOError:
                self._wait_for_room()
            except BrokenPipeError as error:
                raise OutputClosed from error
            except OSError as error:
                raise OutputRefused(reason=_reason(error)) from error

    def _wait_for_room(self) -> None:
        """Only where the system has poll(2); elsewhere a write that blocks cannot be abandoned."""
        if self._poll is not None and any(descriptor == self._woken for descriptor, _ in self._poll.poll()):
            raise StatementCancelled

    def reader_has_gone(self) -> bool:
        """Whether nobody can read any more what is written from now on."""
        poll = select.poll()
        poll.register(self.descriptor, 0)
        return any(events & (select.POLLERR | select.POLLHUP) for _, events in poll.poll(0))

    def abandon(self) -> None:
        """End a write that waits, and refuse those to come. Any thread."""
        os.write(self._wake, b"x")

    def close(self) -> None:
        """Let go of what belongs to it; the descriptor stays open."""
        os.close(self._woken)
        os.close(self._wake)


def _reason(error: OSError) -> str:
    return "it is closed" if error.errno == errno.EBADF else (error.strerror or str(error)).lower()
