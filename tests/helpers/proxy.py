"""A network that misbehaves as it is told: a proxy before one server, by TCP or a Unix socket.

    with Proxy((server.host, server.port)) as proxy:
        ... connect to proxy.host and proxy.port ...
        proxy.steer(to_client=Conduct(stall="unread"))      # every connection, at once
        proxy.steer(to_client=Conduct(cut_after_bytes=900, cut_by="reset"), connection=2)   # the second one only
        proxy.heal()

Every call returns when what it asked for is in force. Positions are counted from the connection's first byte in that
direction; `proxy.passages[-1].to_client.passed` says where it is now. What a proxy cannot do is lose packets: the
kernel acknowledges whatever reaches it, so keep-alive probes are answered in every stall.
"""

import queue
import select
import socket
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Final, Literal

from helpers.passages import PASS, Address, Conduct, Lane, Passage
from helpers.servers.ports import HOST, free_port

__all__ = ["PASS", "Conduct", "Passage", "Proxy"]

NewConnections = Literal["passed on", "refused", "never answered"]
_ENDS_WITHIN_S: Final = 30.0
_LOOK_EVERY_S: Final = 0.2
_BACKLOG: Final = 128


class Proxy:
    """Stands before one server in a thread of its own, which ends with it.

    Attributes:
        host, port: Where it listens by TCP; port 0 when it listens on a Unix socket.
        path: The Unix socket it listens on, or None.
        passages: The connections that came, in their order, ended ones too.
    """

    def __init__(self, server: Address, path: Path | None = None) -> None:
        """Listen before a server.

        Args:
            server: Host and port, or the path of its Unix socket.
            path: Listen on this Unix socket, and by TCP when it is None.
        """
        self.host = HOST
        self.path = path
        self.port = free_port() if path is None else 0
        self.passages: list[Passage] = []
        self._open: list[Passage] = []
        self._server = server
        self._conducts: dict[tuple[str, int | None], Conduct] = {}
        self._new: NewConnections = "passed on"
        self._orders: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._wake, self._woken = socket.socketpair()
        self._woken.setblocking(False)
        self._listener: socket.socket | None = self._listen()
        self._closing = False
        self._failure: BaseException | None = None
        self._thread = threading.Thread(target=self._serve, name=f"proxy {path or self.port}", daemon=True)
        self._thread.start()

    def __enter__(self) -> "Proxy":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def connections(self) -> int:
        """How many connections came so far, those that were never answered among them."""
        return len(self.passages)

    def steer(
        self, *, to_server: Conduct | None = None, to_client: Conduct | None = None, connection: int | None = None
    ) -> None:
        """Tell how bytes are passed from now on; None leaves a direction as it is.

        Args:
            connection: The number of a connection, the first being 1, which may come yet. What is told for it counts
                more than what is told for all. None: all, present and coming.
        """
        told = {("to_server", connection): to_server, ("to_client", connection): to_client}
        self._order(lambda: self._conducts.update({key: value for key, value in told.items() if value is not None}))

    def heal(self) -> None:
        """Pass everything on again, as it comes, and take new connections. What was not read is passed on now."""
        self._order(self._conducts.clear)
        self.take_new("passed on")

    def take_new(self, how: NewConnections) -> None:
        """What happens to new connections.

        `refused`: nobody listens. `never answered`: they are accepted and nothing is read; once they are passed on
        again, these go on too.
        """

        def take() -> None:
            self._new = how
            if how == "refused":
                self._stop_listening()
            elif self._listener is None:
                self._listener = self._listen()
            if how == "passed on":
                for passage in self._open:
                    passage.connect(self._server)

        self._order(take)

    def reset_all(self) -> None:
        """Cut every connection with a reset, at both ends."""
        self._order(lambda: self._end_all("reset"))

    def close_all(self) -> None:
        """End every connection in order, at both ends."""
        self._order(lambda: self._end_all("close"))

    def seen(self) -> bytes:
        """Every byte that clients and the server have sent through it, connection by connection.

        Raises:
            OverflowError: It was more than is kept.
        """
        return b"".join(passage.to_server.seen() + passage.to_client.seen() for passage in self.passages)

    def close(self) -> None:
        """End all connections and the thread; an error that the thread met is raised here."""
        if not self._closing:
            self._closing = True
            self._wake.send(b"!")
            self._thread.join(_ENDS_WITHIN_S)
            self._wake.close()
            self._woken.close()
        if self._failure is not None:
            raise self._failure

    def _order(self, order: Callable[[], None]) -> None:
        """Have the thread do something, and wait until it has."""
        done = threading.Event()

        def obey() -> None:
            order()
            done.set()

        self._orders.put(obey)
        self._wake.send(b"!")
        while not done.wait(_LOOK_EVERY_S):
            if not self._thread.is_alive():
                raise RuntimeError("the proxy's thread has ended") from self._failure

    # What follows runs in the proxy's thread.

    def _serve(self) -> None:
        try:
            while not self._closing:
                self._turn()
        except BaseException as failure:  # raised by `close` in the test's own thread
            self._failure = failure
        finally:
            self._end_all("close")
            self._stop_listening()
            if self.path is not None:
                self.path.unlink(missing_ok=True)

    def _turn(self) -> None:
        wanted: dict[int, int] = {self._woken.fileno(): select.POLLIN}
        if self._listener is not None:
            wanted[self._listener.fileno()] = select.POLLIN
        now = time.monotonic()
        waits = [lane.wish(wanted, now) for lane in self._lanes()]
        ready = self._poll(wanted, min((wait for wait in waits if wait is not None), default=None))
        if self._woken.fileno() in ready:
            self._woken.recv(4096)
            self._obey()
        if self._listener is not None and self._listener.fileno() in ready:
            self._accept(self._listener)
        for lane in self._lanes():
            lane.move(ready, time.monotonic())

    def _lanes(self) -> list[Lane]:
        """Those of open connections, told how to behave at present."""
        self._open = [passage for passage in self._open if passage.is_open]
        lanes = []
        for passage in self._open:
            for name, lane in (("to_server", passage.to_server), ("to_client", passage.to_client)):
                for_all = self._conducts.get((name, None), PASS)
                lane.conduct = self._conducts.get((name, passage.number), for_all)
                lanes.append(lane)
        return lanes

    @staticmethod
    def _poll(wanted: dict[int, int], wait_s: float | None) -> dict[int, int]:
        poller = select.poll()
        for descriptor, events in wanted.items():
            poller.register(descriptor, events)
        return dict(poller.poll(None if wait_s is None else wait_s * 1000))

    def _obey(self) -> None:
        while not self._orders.empty():
            self._orders.get()()

    def _accept(self, listener: socket.socket) -> None:
        try:
            client = listener.accept()[0]
        except (BlockingIOError, ConnectionAbortedError):
            return  # the client has given up meanwhile
        passage = Passage(len(self.passages) + 1, client)
        self.passages.append(passage)
        self._open.append(passage)
        if self._new == "passed on":
            passage.connect(self._server)

    def _listen(self) -> socket.socket:
        family = socket.AF_INET if self.path is None else socket.AF_UNIX
        listener = socket.socket(family, socket.SOCK_STREAM)
        if self.path is None:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind((self.host, self.port))
        else:
            self.path.unlink(missing_ok=True)
            listener.bind(str(self.path))
        listener.setblocking(False)
        listener.listen(_BACKLOG)
        return listener

    def _stop_listening(self) -> None:
        if self._listener is not None:
            self._listener.close()
            self._listener = None

    def _end_all(self, how: Literal["close", "reset"]) -> None:
        for passage in self._open:
            passage.end(how)
