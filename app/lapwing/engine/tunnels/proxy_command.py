"""A ProxyCommand of `~/.ssh/config` (man 5 ssh_config): a program whose input and output are the way to the server."""

import socket
import subprocess
from collections.abc import Sequence
from typing import Final

_PATIENCE_S: Final = 1.0


class ProxyCommand:
    """One that runs; without a shell. Any thread.

    Attributes:
        socket: What is sent into it is the program's input, and what it writes comes out.
    """

    def __init__(self, words: Sequence[str]) -> None:
        """Start it.

        Raises:
            OSError: It cannot be started.
        """
        self.socket, theirs = socket.socketpair()
        try:
            with theirs:
                end = theirs.fileno()
                self._process = subprocess.Popen(
                    list(words), stdin=end, stdout=end, stderr=subprocess.DEVNULL, start_new_session=True
                )
        except OSError:
            self.socket.close()
            raise

    def end(self) -> None:
        """End it; blocking for a moment. May be called twice."""
        self.socket.close()
        self._process.terminate()
        try:
            self._process.wait(_PATIENCE_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
