"""Where starts of one profile meet: a Unix socket that only its owner can reach.

One connection carries one question and one answer, each a line of bounded length. A named pipe can become another
`Door` where there are no Unix sockets.
"""

import asyncio
import errno
import json
import logging
import os
import secrets
import socket
import struct
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, Protocol

from lapwing import paths

_log = logging.getLogger(__name__)
_PROTOCOL: Final = 1
_MOST_BYTES: Final = 4 << 20
"""Longest line: more than a system's longest command line, less than anything that could hurt."""
Answerer = Callable[[bytes], bytes]


class Door(Protocol):
    """Where starts of one profile meet."""

    def ask(self, question: bytes, timeout_s: float) -> bytes:
        """Send a line and return the line that comes back; blocking.

        Raises:
            FileNotFoundError | ConnectionError: Nobody listens.
            OSError: Anything else, `TimeoutError` included.
        """

    async def open(self, answer: Answerer) -> Callable[[], None]:
        """Listen on the running loop and give each line to `answer`. Returns what ends it, also after the loop."""


class UnixDoor:
    """A Unix socket that only its owner can reach."""

    def __init__(self, path: Path, timeout_s: float) -> None:
        self._path = path
        self._timeout_s = timeout_s

    def ask(self, question: bytes, timeout_s: float) -> bytes:
        """See `Door`."""
        end = time.monotonic() + timeout_s
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line, paths.socket_address(self._path) as address:
            line.settimeout(timeout_s)
            line.connect(address)
            line.sendall(question)
            received = bytearray()
            while not received.endswith(b"\n"):
                line.settimeout(max(end - time.monotonic(), 0.001))
                part = line.recv(65_536)
                if not part or len(received) + len(part) > _MOST_BYTES:
                    raise ConnectionResetError(errno.ECONNRESET, "the answer stops short")
                received += part
            return bytes(received)

    async def open(self, answer: Answerer) -> Callable[[], None]:
        """See `Door`. A socket that a dead process left is replaced."""
        listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        draft = self._path.with_name(f".{secrets.token_hex(4)}.sock")
        try:
            with paths.socket_address(draft) as address:
                listening.bind(address)
            draft.chmod(0o600)
            listening.listen(16)
            draft.replace(self._path)
        except OSError:
            listening.close()
            draft.unlink(missing_ok=True)
            raise
        listening.setblocking(False)

        async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await self._serve(reader, writer, answer)

        server = await asyncio.start_unix_server(serve, sock=listening, limit=_MOST_BYTES)
        loop = asyncio.get_running_loop()

        def close() -> None:
            self._path.unlink(missing_ok=True)
            if loop.is_closed():
                listening.close()
            else:
                server.close()

        return close

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, answer: Answerer) -> None:
        """One peer: one line in, one line out. Whatever is wrong with it ends its connection and nothing else."""
        try:
            if _is_own(writer.get_extra_info("socket")):
                question = await asyncio.wait_for(reader.readuntil(), self._timeout_s)
                writer.write(answer(question))
                await asyncio.wait_for(writer.drain(), self._timeout_s)
        except (OSError, EOFError, asyncio.LimitOverrunError, TimeoutError) as error:
            _log.warning("a start was not answered: %r", error)
        finally:
            writer.close()


def question(arguments: Sequence[str], cwd: str) -> bytes:
    """The line that asks for a window.

    Raises:
        ValueError: It would be too long.
    """
    line = json.dumps({"protocol": _PROTOCOL, "arguments": list(arguments), "cwd": cwd}).encode() + b"\n"
    if len(line) > _MOST_BYTES:
        raise ValueError("there are too many arguments")
    return line


def answer(asked: bytes, on_request: Callable[[list[str], str], None]) -> bytes:
    """Do what a line asks for; the line that tells how it went."""
    try:
        arguments, cwd = _request(json.loads(asked))
    except (ValueError, RecursionError):
        return _told("It was asked in a way it does not understand. Close every Lapwing and start it again.")
    try:
        on_request(arguments, cwd)
    except Exception:  # the first process goes on; the other one is told
        _log.exception("no window was opened for another start")
        return _told("It met a defect of its own; its log has the details.")
    return _told("")


def refusal(answered: bytes) -> str:
    """Why no window is opened; empty when one is.

    Raises:
        ValueError: It is no answer.
    """
    match json.loads(answered):
        case {"ok": True}:
            return ""
        case {"ok": False, "reason": str(reason)}:
            return reason
    raise ValueError("no answer of this version")


def _told(reason: str) -> bytes:
    return json.dumps({"ok": not reason, "reason": reason}).encode() + b"\n"


def _request(asked: object) -> tuple[list[str], str]:
    """Arguments and folder.

    Raises:
        ValueError: It is not a request of this version.
    """
    match asked:
        case {"protocol": 1, "arguments": [*arguments], "cwd": str(cwd)} if all(isinstance(a, str) for a in arguments):
            return arguments, cwd
    raise ValueError("not a request of this version")


def _is_own(peer: socket.socket) -> bool:
    """Whether the peer is this user; root could not get here by accident, and is refused like everybody else."""
    if not sys.platform.startswith("linux"):
        return True  # the folder and the socket are their owner's alone
    _pid, uid, _gid = struct.unpack("3i", peer.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))
    if uid != os.getuid():
        _log.warning("user %d was refused", uid)
        return False
    return True
