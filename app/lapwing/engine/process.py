"""The engine as a process of its own: `lapwing engine`, started by a window, spoken to over its standard streams."""

import asyncio
import gc
import logging
import os
import signal
import sys
import threading
from collections.abc import Callable
from typing import Final

from lapwing import __version__
from lapwing.domain.errors import LapwingError
from lapwing.domain.operations import Hello
from lapwing.engine.engine import Engine, defect
from lapwing.ipc.frames import PROTOCOL
from lapwing.ipc.peer import LineEnded, Peer
from lapwing.ipc.pipes import open_pipes
from lapwing.settings.logs import end_logs, start_logs

_log = logging.getLogger(__name__)
_NICE: Final = 10
_ASKED_TO_END: Final = "the engine was asked to end"
_LAST_RESORT_S: Final = 4.0
"""A server that hangs in its own code cannot keep the process longer than this after its window has gone."""


def main(attach: Callable[[Engine], None]) -> int:
    """Serve one window until it closes the line; returns the exit code.

    Args:
        attach: Gives the engine what lies above it: the HTTP face.
    """
    incoming, outgoing = _take_streams()
    start_logs("engine")
    _be_modest()
    if os.environ.get("LAPWING_DEBUG_ENGINE"):
        _wait_for_debugger()
    asyncio.run(_serve(incoming, outgoing, attach))
    end_logs()
    return 0


def _take_streams() -> tuple[int, int]:
    """The line's own descriptors; from now on a stray print goes to stderr and stdin is empty."""
    incoming, outgoing = os.dup(0), os.dup(1)
    with open(os.devnull, "rb") as nothing:
        os.dup2(nothing.fileno(), 0)
    os.dup2(2, 1)
    return incoming, outgoing


def _be_modest() -> None:
    """Leave the processor to the window; ignore the terminal's Ctrl+C, which is the window's to act on."""
    if hasattr(os, "nice") and not os.environ.get("LAPWING_NO_NICE"):
        os.nice(_NICE)
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _wait_for_debugger() -> None:
    """`LAPWING_DEBUG_ENGINE=1`: stop until a debugger has attached and sends SIGCONT."""
    sys.stderr.write(f"lapwing engine waits for a debugger: attach to process {os.getpid()}, then send it SIGCONT\n")
    sys.stderr.flush()
    os.kill(os.getpid(), signal.SIGSTOP)


async def _serve(incoming: int, outgoing: int, attach: Callable[[Engine], None]) -> None:
    reader, writer = await open_pipes(incoming, outgoing)
    engine = Engine()
    attach(engine)
    hello = Hello(PROTOCOL, __version__, os.getpid(), "engine")
    peer = Peer(reader, writer, hello, server=engine, defect=defect)
    loop = asyncio.get_running_loop()
    loop.call_soon(_begin_to_collect)
    ends: list[asyncio.Task[None]] = []
    if os.name == "posix":
        loop.add_signal_handler(signal.SIGTERM, lambda: ends.append(loop.create_task(peer.close(_ASKED_TO_END))))
    try:
        await peer.greet()
        engine.load_drivers_soon()
        engine.start_services()
        reason = await peer.run()
    except (LineEnded, LapwingError) as error:
        reason = str(error)
    _log.info("the line ended: %s", reason)
    _arm_last_resort(engine)
    await engine.leave(peer)
    await engine.close()


def _begin_to_collect() -> None:
    """What there is by now stays to the end: it is never looked through again."""
    gc.freeze()
    gc.enable()


def _arm_last_resort(engine: Engine) -> None:
    """Delete the results and end the process when it has not ended in time by itself."""

    def give_up() -> None:
        engine.delete_files()
        end_logs()
        os._exit(75)

    timer = threading.Timer(_LAST_RESORT_S, give_up)
    timer.daemon = True
    timer.start()
