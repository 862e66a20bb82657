"""Reading the machine that a server runs on, where that is this one.

psutil is asked only for what the system counts itself; sums over disks and interfaces are made here, because psutil's
count devices twice that lie on others.
"""

import ipaddress
import os
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import psutil

from lapwing.domain.connections import Target
from lapwing.domain.monitoring.host import METRICS
from lapwing.domain.monitoring.metrics import Denied, Lane, Metric, Reading
from lapwing.domain.ssh import SshTunnel
from lapwing.drivers.base import Session
from lapwing.drivers.monitoring import ServerReadings

_CHILDREN_EVERY_S: Final = 5.0
"""Looking for a server's processes goes through all of the machine."""
_VIRTUAL: Final = ("loop", "ram", "zram", "dm-", "md", "sr", "fd")
"""Block devices of Linux that lie on others, or on none."""
_NO_PID: Final = "The server does not tell its process, or it cannot be seen from here."
_OF_SERVER: Final = ("server_cpu", "server_memory")
_OF_FOLDER: Final = ("host_disk_use", "host_disk_free")
_NO_FOLDER: Final = "The server does not tell where its data lies, or this account may not see it."
_ELSEWHERE: Final = frozenset({"service", "passfile", "defaults_file"})
"""Options that may lead to another host than the one that is named."""
_HOSTS: Final[Mapping[str, tuple[str, ...]]] = {
    "postgresql": ("PGHOST", "PGHOSTADDR", "PGSERVICE"),
    "mysql": ("MYSQL_HOST",),
}
"""Variables that name the host where the connection does not."""


def is_local(target: Target, tunnel: SshTunnel | None, environ: Mapping[str, str] = os.environ) -> bool:
    """Whether a connection's server is certain to be on this machine: a file, a Unix socket, or the loopback, and not
    over SSH."""
    if tunnel is not None:
        return False
    if target.driver == "sqlite":
        return True
    hosts = [target.options.get("hostaddr", ""), target.host or target.options.get("host", "")]
    named = [host for text in hosts for host in text.split(",") if host]
    if not named:
        is_said = any(environ.get(name) for name in _HOSTS.get(target.driver, ()))
        return target.driver in _HOSTS and not is_said and not _ELSEWHERE & target.options.keys()
    return all(host.startswith(("/", "@")) or is_loopback(host) for host in named)


def is_loopback(host: str) -> bool:
    """Whether a name or address means this machine."""
    if host.lower().rstrip(".") in {"localhost", "ip6-localhost", "localhost.localdomain"}:
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


class HostReader:
    """Reads the figures of this machine, beside those of one server. One thread at a time."""

    def __init__(self) -> None:
        self._server: psutil.Process | None = None
        self._children: list[psutil.Process] = []
        self._children_at_s = 0.0

    def metrics(self) -> Sequence[Metric]:
        return METRICS

    def read(self, session: Session, lane: Lane, found: ServerReadings) -> tuple[Sequence[Reading], Sequence[Denied]]:
        """The readings of the fast lane; there are no others."""
        if lane is not Lane.FAST:
            return (), ()
        return self.readings(found.server_pid, found.data_folder)

    def readings(self, server_pid: int | None, data_folder: str) -> tuple[tuple[Reading, ...], tuple[Denied, ...]]:
        """The figures of the machine, of a server's processes, and of the disk on which its data lies.

        Args:
            server_pid: Of its main process; None: it is not known.
            data_folder: Empty: it is not known.
        """
        of_server, of_folder = tuple(self._of_server(server_pid)), tuple(_of_folder(data_folder))
        denied: list[Denied] = []
        if not of_server:
            denied.append(Denied(_OF_SERVER, _NO_PID, is_permission=False))
        if not of_folder:
            denied.append(Denied(_OF_FOLDER, _NO_FOLDER, is_permission=False))
        return (*_of_machine(), *of_server, *of_folder), tuple(denied)

    def _of_server(self, pid: int | None) -> Iterator[Reading]:
        """Of all its processes. What ended ones took is counted by the one that began them (man 2 times)."""
        if pid is None:
            return
        try:
            main = self._found(pid)
            alive = [usage for each in (main, *self._children) if (usage := _usage(each)) is not None]
        except psutil.Error:
            self._server = None
            return
        if alive:
            yield Reading("server_cpu", sum(cpu_s for cpu_s, _own, _shared in alive))
            shared = max(shared for _cpu, _own, shared in alive)
            yield Reading("server_memory", shared + sum(own for _cpu, own, _shared in alive))

    def _found(self, pid: int) -> psutil.Process:
        if self._server is None or self._server.pid != pid or not self._server.is_running():
            self._server, self._children_at_s = psutil.Process(pid), 0.0
        if time.monotonic() - self._children_at_s >= _CHILDREN_EVERY_S:
            self._children = self._server.children(recursive=True)
            self._children_at_s = time.monotonic()
        return self._server


def _usage(process: psutil.Process) -> tuple[float, int, int] | None:
    """Processor seconds, and bytes of its own and shared memory; None where it has ended or cannot be seen."""
    try:
        with process.oneshot():
            times, memory = process.cpu_times(), process.memory_info()
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return None
    cpu_s = times.user + times.system + getattr(times, "children_user", 0.0) + getattr(times, "children_system", 0.0)
    shared = min(getattr(memory, "shared", 0), memory.rss)
    return cpu_s, memory.rss - shared, shared


def _of_machine() -> Iterator[Reading]:
    yield from _processors()
    memory, swap = psutil.virtual_memory(), psutil.swap_memory()
    yield Reading("host_memory_use", 1 - memory.available / memory.total if memory.total else 0.0)
    yield Reading("host_swap_use", swap.used / swap.total if swap.total else 0.0)
    yield from _disks()
    counters = psutil.net_io_counters(pernic=True, nowrap=False)
    cards = [each for name, each in counters.items() if not name.startswith("lo")]
    yield Reading("host_network", sum(each.bytes_recv for each in cards), (("direction", "in"),))
    yield Reading("host_network", sum(each.bytes_sent for each in cards), (("direction", "out"),))


def _processors() -> Iterator[Reading]:
    """Seconds since the start of the machine, over the number of processors."""
    times, count = psutil.cpu_times(), psutil.cpu_count() or 1
    system = times.system + getattr(times, "irq", 0.0) + getattr(times, "softirq", 0.0)
    yield Reading("host_cpu", (times.user + getattr(times, "nice", 0.0)) / count, (("kind", "user"),))
    yield Reading("host_cpu", system / count, (("kind", "system"),))
    if hasattr(times, "iowait"):
        yield Reading("host_cpu", times.iowait / count, (("kind", "wait"),))
    yield Reading("host_processors", count)
    yield Reading("host_load", psutil.getloadavg()[0])


def _disks() -> Iterator[Reading]:
    """Of whole disks; nothing where the system has none to tell of."""
    counters = psutil.disk_io_counters(perdisk=True, nowrap=False) or {}
    known = Path("/sys/block")
    if known.is_dir():
        whole = [each for name, each in counters.items() if not name.startswith(_VIRTUAL) and (known / name).exists()]
    else:
        whole = list(counters.values())
    yield Reading("host_disk", sum(each.read_bytes for each in whole), (("direction", "read"),))
    yield Reading("host_disk", sum(each.write_bytes for each in whole), (("direction", "write"),))


def _of_folder(folder: str) -> Iterator[Reading]:
    """The disk that a folder lies on."""
    if not folder:
        return
    try:
        usage = psutil.disk_usage(folder)
    except (OSError, ValueError):
        return
    yield Reading("host_disk_use", usage.percent / 100)
    yield Reading("host_disk_free", usage.free)
