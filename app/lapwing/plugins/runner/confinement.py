"""What a plugin's process gives up before any of the plugin's code is imported: limits, rights, files, system calls."""

import ctypes
import os
import sys
import sysconfig
from pathlib import Path
from typing import Final

from lapwing.plugins.host.protocol import Begin, Begun
from lapwing.plugins.runner import landlock, seccomp

_OTHERS: Final = 1_000
"""So many threads may other programs of the person begin later, before a plugin can make none."""
_CAPABILITIES: Final = 0x20080522
"""_LINUX_CAPABILITY_VERSION_3 (linux/capability.h)."""
_SYSTEM_READABLE: Final = (
    "/lib",
    "/lib64",
    "/usr/lib",
    "/usr/lib64",
    "/usr/share/zoneinfo",
    "/etc/ld.so.cache",
    "/etc/localtime",
    "/etc/mime.types",
)
_DEVICES: Final = ("/dev/null", "/dev/zero", "/dev/full", "/dev/urandom", "/dev/random")
NOT_HERE: Final = "This system cannot enforce the permissions of plugins: trust is required."


def confine(begin: Begin) -> Begun:
    """Give up what the plugin is not to have; for ever, and for all threads, since there is one so far.

    Raises:
        OSError: The kernel can enforce it and refused to. Then nothing of the plugin may run.
    """
    _limit(begin)
    if sys.platform != "linux":
        return Begun(files=False, network=False, note=NOT_HERE)
    _drop_capabilities()
    files = landlock.restrict(readable(begin), writable(begin), _DEVICES)
    network = seccomp.restrict()
    return _told(files=files, network=network)


def expected() -> Begun:
    """What would be enforced of a plugin that is started on this machine. Nothing is given up."""
    if sys.platform != "linux":
        return Begun(files=False, network=False, note=NOT_HERE)
    return _told(files=landlock.version() > 0, network=seccomp.is_here())


def _told(*, files: bool, network: bool) -> Begun:
    """What that amounts to: each of both holds only together with the other one.

    Who can write anywhere writes into what other programs run, and into the memory of the engine; who can reach the
    session's bus or start programs has any file fetched by them.
    """
    if files and network:
        return Begun(files=True, network=True)
    found = ((files, "rules about files (Landlock)"), (network, "a filter of system calls (seccomp)"))
    missing = " and no ".join(words for has, words in found if not has)
    return Begun(
        files=False, network=False, note=f"This system has no {missing}: nothing is enforced, trust is required."
    )


def readable(begin: Begin) -> tuple[str, ...]:
    """What Python, Lapwing and the plugin itself consist of."""
    python = [sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")]
    frozen = [getattr(sys, "_MEIPASS", "")]
    found = [*python, *frozen, *sys.path, *_SYSTEM_READABLE, begin.folder, *begin.libraries]
    return tuple(dict.fromkeys(each for each in found if os.path.isabs(each or "") and os.path.exists(each)))


def writable(begin: Begin) -> tuple[str, ...]:
    """The plugin's own folders, and those that a person granted."""
    found = (begin.data_folder, begin.temporary, *begin.files)
    return tuple(each for each in found if Path(each).is_dir())


def _limit(begin: Begin) -> None:
    if os.name != "posix":
        return
    import resource

    for which, limit in (
        (resource.RLIMIT_AS, begin.memory_bytes),
        (resource.RLIMIT_CPU, begin.cpu_s),
        (resource.RLIMIT_NOFILE, begin.open_files),
        (resource.RLIMIT_FSIZE, begin.file_bytes),
        (resource.RLIMIT_CORE, 0),
        (getattr(resource, "RLIMIT_NPROC", -1), _tasks_now() + begin.threads + _OTHERS),
    ):
        if which < 0:
            continue
        hard = resource.getrlimit(which)[1]
        most = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        resource.setrlimit(which, (most, most))
    os.umask(0o077)


def _tasks_now() -> int:
    """How many threads the whole computer has: no fewer than the person, of whose threads the kernel keeps count.

    A plugin that made them without end would keep everybody from starting anything, until somebody looks
    (`host.watching`).
    """
    try:
        return int(Path("/proc/loadavg").read_text("ascii").split()[3].partition("/")[2])
    except (OSError, ValueError, IndexError):
        return 1 << 20


def _drop_capabilities() -> None:
    """Give up what root may do beside its own files; of no effect for anybody else (capset(2))."""
    head = (ctypes.c_uint32 * 2)(_CAPABILITIES, 0)
    none = (ctypes.c_uint32 * 6)()
    if ctypes.CDLL(None, use_errno=True).capset(head, none) != 0:
        raise OSError(ctypes.get_errno(), "The process cannot give up its capabilities.")
