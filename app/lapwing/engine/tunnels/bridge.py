"""A bridge between a socket of this computer and a channel of an SSH connection; each side waits for the other."""

import asyncio
import socket
from collections.abc import Callable

import asyncssh


class FarEnd(asyncssh.SSHTCPSession[bytes]):
    """The channel's side. In the tunnels' loop."""

    def __init__(self, ended: Callable[[], None]) -> None:
        """Call `ended` once when the channel is gone."""
        self.near: NearEnd | None = None
        self.channel: asyncssh.SSHTCPChannel[bytes] | None = None
        self._early: list[bytes] = []
        self._ended = ended
        self.is_gone = False

    def connection_made(self, chan: "asyncssh.SSHTCPChannel[bytes]") -> None:
        self.channel = chan

    def data_received(self, data: bytes, datatype: int | None) -> None:
        if self.near is None:
            self._early.append(data)
        else:
            self.near.send(data)

    def join(self, near: "NearEnd") -> None:
        """From now on what comes goes to the socket."""
        self.near = near
        for data in self._early:
            near.send(data)
        self._early.clear()
        if self.is_gone:
            near.end()

    def eof_received(self) -> bool:
        """The server sends no more, which ends the connection: no database goes on in one direction."""
        if self.near is not None:
            self.near.end()
        return False

    def connection_lost(self, exc: Exception | None) -> None:
        self.is_gone = True
        if self.near is not None:
            self.near.end(at_once=exc is not None)
        self._ended()

    def pause_writing(self) -> None:
        if self.near is not None:
            self.near.pause(paused=True)

    def resume_writing(self) -> None:
        if self.near is not None:
            self.near.pause(paused=False)


class NearEnd(asyncio.Protocol):
    """The socket's side. In the tunnels' loop."""

    def __init__(self, channel: "asyncssh.SSHTCPChannel[bytes]") -> None:
        self._channel = channel
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        if not self._channel.is_closing():
            self._channel.write(data)

    def connection_lost(self, exc: Exception | None) -> None:
        self._transport = None
        if exc is None:
            self._channel.close()
        else:
            self._channel.abort()

    def pause_writing(self) -> None:
        self._channel.pause_reading()

    def resume_writing(self) -> None:
        self._channel.resume_reading()

    def send(self, data: bytes) -> None:
        if self._transport is not None:
            self._transport.write(data)

    def pause(self, *, paused: bool) -> None:
        """Take nothing more from the socket, or go on."""
        if self._transport is None or self._transport.is_closing():
            return
        if paused:
            self._transport.pause_reading()
        else:
            self._transport.resume_reading()

    def end(self, *, at_once: bool = False) -> None:
        """Close the socket, when all is sent unless `at_once`."""
        if self._transport is None:
            return
        if at_once:
            self._transport.abort()
        else:
            self._transport.close()


async def bridge(
    connection: asyncssh.SSHClientConnection, near: socket.socket, host: str, port: int, ended: Callable[[], None]
) -> None:
    """Lead a connected socket on to a host, as the far side of an SSH connection sees it.

    Args:
        near: Stays the caller's, who closes it: the bridge has a copy of its descriptor.
        ended: Called when the bridge is gone; not when it does not come about.

    Raises:
        asyncssh.Error: The far side does not lead there.
    """
    begun = False

    def gone() -> None:
        if begun:
            ended()

    copy = near.dup()
    try:
        channel, far = await connection.create_connection(lambda: FarEnd(gone), host, port)
        assert isinstance(far, FarEnd)
    except BaseException:
        copy.close()
        raise
    try:
        loop = asyncio.get_running_loop()
        _, near_end = await loop.create_connection(lambda: NearEnd(channel), sock=copy)
    except BaseException:
        channel.abort()
        copy.close()
        raise
    begun = True
    far.join(near_end)
    if far.is_gone:
        ended()
