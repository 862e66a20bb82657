"""An HTTP server on a socket that is bound already: uvicorn's protocol, without its process around it.

`uvicorn.Server` would take the process's signals, and wake it ten times a second; neither is for an engine.
"""

import asyncio
import errno
import os
import socket
from typing import Any, Final

from uvicorn.config import Config
from uvicorn.server import ServerState

from lapwing.domain.webhooks.incoming_errors import ListenerAddressTaken
from lapwing.engine.webhooks.listener_probe import authority
from lapwing.server.limits import Limits
from lapwing.server.protocol import GuardedProtocol, Refused

_BACKLOG: Final = 1_024
_GRACE_S: Final = 3.0
_ADVICE: Final = {
    errno.EADDRINUSE: "Another program listens there, maybe Lapwing itself in another profile. Choose another port.",
    errno.EACCES: "The system reserves ports below 1024. Choose another port.",
    errno.EADDRNOTAVAIL: "This machine has no such address. Choose 127.0.0.1, or one that it has.",
}


def bound_socket(address: str, port: int) -> socket.socket:
    """Raises:
    ListenerAddressTaken: Why it cannot be.
    """
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    try:
        return socket.create_server((address, port), family=family, backlog=_BACKLOG)
    except (OSError, OverflowError) as error:
        number = getattr(error, "errno", 0) or 0
        reason = f"{os.strerror(number) if number else error}."
        advice = _ADVICE.get(number, "Choose another address or port.")
        raise ListenerAddressTaken(address=authority(address, port), reason=reason, advice=advice) from error


class HttpServer:
    """Serves an ASGI application. Event loop's thread.

    Attributes:
        address: Where it listens.
    """

    def __init__(self, application: Any, limits: Limits, refused: Refused) -> None:
        self._config = Config(
            application,
            http="h11",
            ws="none",
            lifespan="off",
            log_config=None,
            log_level="error",
            access_log=False,
            proxy_headers=False,  # anybody on this machine could say that he is somebody else
            server_header=False,
            date_header=False,
            timeout_keep_alive=limits.idle_s,  # type: ignore[arg-type]  # it goes to call_later, which takes fractions
            h11_max_incomplete_event_size=limits.most_head_bytes,
        )
        self._config.load()
        self._limits = limits
        self._refused = refused
        self._state = ServerState()
        self._server: asyncio.Server | None = None
        self.address: tuple[str, int] = ("", 0)

    async def open(self, bound: socket.socket) -> None:
        """Begin to take connections."""
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(
            lambda: GuardedProtocol(self._config, self._state, self._limits, self._refused, loop),
            sock=bound,
            backlog=_BACKLOG,
        )
        self.address = bound.getsockname()[:2]

    async def close(self) -> None:
        """Take no more connections; requests that were read are answered. May be called twice."""
        if self._server is None:
            return
        self._server.close()
        self._server = None
        for connection in list(self._state.connections):
            connection.shutdown()
        try:
            async with asyncio.timeout(_GRACE_S):
                while self._state.tasks:
                    await asyncio.wait(set(self._state.tasks))
        except TimeoutError:
            for task in self._state.tasks:
                task.cancel()
        for connection in list(self._state.connections):
            connection.transport.abort()
