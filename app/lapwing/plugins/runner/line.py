"""The plugin's end of the line. Blocking; plain reads and writes of one descriptor, since sockets are forbidden."""

import os
import threading
import traceback
from typing import Any, Final

from lapwing.plugins.host.protocol import HEAD_BYTES, MOST_BYTES, Failure, Frame, Kind, ProtocolBroken, pack, unpack

_LONGEST_WORDS: Final = 4_000


class Line:
    """Frames over a descriptor. One thread reads; any may write."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._writing = threading.Lock()

    def read(self) -> Frame:
        """The next frame.

        Raises:
            EOFError: The other end is gone.
            ProtocolBroken: It is none.
        """
        length = int.from_bytes(self._exactly(HEAD_BYTES), "big")
        if length > MOST_BYTES:
            raise ProtocolBroken("A frame is too large.")
        return unpack(self._exactly(length))

    def _exactly(self, count: int) -> bytes:
        parts = bytearray()
        while len(parts) < count:
            part = os.read(self._descriptor, count - len(parts))
            if not part:
                raise EOFError
            parts += part
        return bytes(parts)

    def write(self, kind: Kind, number: int, name: str, body: Any) -> None:
        """Send a frame.

        Raises:
            ProtocolBroken: Its body cannot be sent. Nothing was.
            OSError: The other end is gone.
        """
        view = memoryview(pack(kind, number, name, body))
        with self._writing:
            while view:
                view = view[os.write(self._descriptor, view) :]

    def answer(self, call: Frame, answer: Any) -> None:
        """Answer a call; what cannot be sent is told as its failure."""
        try:
            self.write(Kind.ANSWER, call.id, call.name, answer)
        except ProtocolBroken as error:
            self.fail(call, TypeError(f"What it returned cannot be used. {error}"))

    def fail(self, call: Frame, error: BaseException) -> None:
        """Tell that a call failed; where, stands in the log."""
        words = "".join(traceback.format_exception(error))
        os.write(2, words[-16_000:].encode(errors="backslashreplace"))
        failure = Failure(type(error).__name__[:100], _words(error))
        self.write(Kind.FAILED, call.id, call.name, failure)


def _words(error: BaseException) -> str:
    try:
        words = str(error)
    except Exception:  # a hostile __str__
        words = ""
    return words[:_LONGEST_WORDS].encode(errors="backslashreplace").decode()
