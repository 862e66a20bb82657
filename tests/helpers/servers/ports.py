"""Ports for servers: below those that the system gives to outgoing connections, so that a port stays ours."""

import os
import random
import socket
from pathlib import Path
from typing import Final

HOST: Final = "127.0.0.1"
_TRIES: Final = 200
_LOWEST: Final = 15_000
_chance = random.Random(os.urandom(16))


def free_port() -> int:
    """A port of 127.0.0.1 that nobody listens on.

    A server that is stopped and started again finds it free, since no outgoing connection is given it meanwhile.

    Raises:
        RuntimeError: Of two hundred ports none was free.
    """
    for _ in range(_TRIES):
        port = _chance.randrange(_LOWEST, _first_outgoing())
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as asked:
            try:
                asked.bind((HOST, port))
            except OSError:
                continue
            return port
    raise RuntimeError(f"of {_TRIES} ports of {HOST} none was free")


def _first_outgoing() -> int:
    """The first port of Linux's range for outgoing connections, or its usual one where ours would not fit below."""
    try:
        first = int(Path("/proc/sys/net/ipv4/ip_local_port_range").read_text("ascii").split()[0])
    except (OSError, ValueError):
        return 32_768
    return first if first > _LOWEST + 1_000 else 32_768
