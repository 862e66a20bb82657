"""How libpq goes through a passage: it connects to a port of this computer, and is led on from there."""

from lapwing.drivers.opening import Opening
from lapwing.drivers.passages import LOOPBACK, Meeting, Passage


class Gate:
    """A port of this computer that leads to one host for one session and its cancels. Any thread.

    It stays open as long as the session, since libpq sends a cancel to where the session went.
    """

    def __init__(self, passage: Passage, host: str, port: int) -> None:
        self.address = LOOPBACK
        self._meeting = Meeting()
        self.port = self._meeting.port
        self._passage = passage
        self._place = host, port

    def let_in(self, fd: int, opening: Opening) -> None:
        """Lead a socket on that libpq has begun to connect to `port`.

        Raises:
            OpeningFailed: The passage leads nowhere.
            OSError: The socket does not come.
        """
        self._passage.lead(opening, self._meeting.met(fd, opening.left_s()), *self._place)

    def close(self) -> None:
        """Let nobody in any more; what was led on stays. May be called twice."""
        self._meeting.close()
