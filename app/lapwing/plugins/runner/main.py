"""Runs one plugin: reads what to become, confines itself, imports the plugin, and calls its hooks until the line ends.

Hooks are called one after the other in the main thread. Another thread reads the line, so that functions of the context
can be answered while a hook runs. The end of the line, or of the engine, ends the process at once.
"""

import contextlib
import ctypes
import faulthandler
import io
import os
import signal
import sys
from typing import Final

from lapwing.plugins.host.protocol import BEGIN, Begun, ProtocolBroken, arguments_of
from lapwing.plugins.runner.confinement import confine
from lapwing.plugins.runner.line import Line
from lapwing.plugins.runner.loading import load
from lapwing.plugins.runner.serving import Serving

_SET_PARENT_DEATH_SIGNAL: Final = 1
"""prctl(2), PR_SET_PDEATHSIG."""
ENDED: Final = 0
MISUSED: Final = 64


def main(arguments: list[str]) -> int:
    """Serve the line whose descriptor is the argument; returns the exit code."""
    if len(arguments) != 1 or not arguments[0].isdigit():
        sys.stderr.write("lapwing plugin-host is started by Lapwing itself, to run a plugin.\n")
        return MISUSED
    _end_with_parent()
    _as_told()
    faulthandler.enable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    line = Line(int(arguments[0]))
    try:
        first = line.read()
    except (EOFError, OSError):
        return ENDED
    if first.name != BEGIN:
        raise ProtocolBroken(f"The first call is {first.name[:60]!r}.")
    begin = arguments_of(first)[0]
    enforced = confine(begin)
    serving = Serving(line, begin)
    try:
        plugin = load(begin)
    except BaseException as error:  # whatever the plugin's module raises is the answer
        line.fail(first, error)
        with contextlib.suppress(EOFError, OSError):
            line.read()  # until the other end has read it
        return ENDED
    plugin.context = serving.context
    line.answer(first, Begun(enforced.files, enforced.network, enforced.note))
    serving.run(plugin)
    return ENDED


def _as_told() -> None:
    """What options of the interpreter say, also in a frozen program, which has none."""
    sys.dont_write_bytecode = True
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(line_buffering=True)


def _end_with_parent() -> None:
    """Have the kernel kill this process with the thread that started it; elsewhere the end of the line does."""
    if sys.platform != "linux":
        return
    parent = os.getppid()
    ctypes.CDLL(None).prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:  # it ended a moment ago
        os._exit(ENDED)
