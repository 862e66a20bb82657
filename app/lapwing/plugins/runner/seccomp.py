"""seccomp: the kernel refuses this process the system calls by which it could reach beyond itself.

Source: seccomp(2), docs.kernel.org/userspace-api/seccomp_filter.html, linux/filter.h. The filter is made here: it looks
at the architecture, then at the number of the call, and at an argument of the few that are allowed in part.
"""

import ctypes
import errno
import os
import platform
import struct
import sys
from collections.abc import Sequence
from typing import Final

from lapwing.plugins.runner.system_calls import (
    ARCHITECTURES,
    NEWEST,
    OPEN_FLAGS,
    TO_DESCRIPTORS,
    TO_DEVICES,
    TO_OPEN,
    Architecture,
)

_NO_NEW_PRIVILEGES: Final = 38
_GET_SECCOMP: Final = 21
_SET_SECCOMP: Final = 22
_FILTER: Final = 2
"""prctl(2): PR_SET_NO_NEW_PRIVS, PR_GET_SECCOMP, PR_SET_SECCOMP, SECCOMP_MODE_FILTER."""

_LOAD, _IF_EQUAL, _IF_AT_LEAST, _IF_ANY, _AND, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x54, 0x06
"""Operations of classic BPF: a word of the call into the register, jumps by comparing it with a constant."""
_NUMBER, _ARCHITECTURE, _ARGUMENTS = 0, 4, 16
"""Where these lie in struct seccomp_data; each argument has eight bytes, the low half first on both architectures."""
_ALLOW: Final = 0x7FFF0000
_KILL: Final = 0x80000000
_FORBIDDEN: Final = 0x00050000 | errno.EPERM
_UNKNOWN: Final = 0x00050000 | errno.ENOSYS
_NOT_HERE: Final = 0x00050000 | errno.EOPNOTSUPP
_CLONE_THREAD: Final = 0x00010000
_UNIX, _STREAM, _TYPE_BITS = 1, 1, 0xF
_SET_PARENT_DEATH_SIGNAL: Final = 1
_SHARE_CORES: Final = 62
"""prctl(2): PR_SET_PDEATHSIG, PR_SCHED_CORE."""


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))


def is_known() -> bool:
    """Whether the system calls of this machine are known."""
    return sys.platform == "linux" and platform.machine() in ARCHITECTURES and sys.byteorder == "little"


def is_here() -> bool:
    """Whether the kernel has such filters, and they can be made for this machine (prctl(2), PR_GET_SECCOMP)."""
    return is_known() and int(ctypes.CDLL(None).prctl(_GET_SECCOMP, 0, 0, 0, 0)) >= 0


def restrict() -> bool:
    """Have the kernel refuse them from now on; whether it can do that here.

    Raises:
        OSError: It can, and refused to.
    """
    if not is_known():
        return False
    code = program(ARCHITECTURES[platform.machine()], os.getpid())
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "The process cannot give up new privileges.")
    made = _Program(len(code) // 8, code)
    if libc.prctl(_SET_SECCOMP, _FILTER, ctypes.byref(made), 0, 0) != 0:
        number = ctypes.get_errno()
        if number == errno.EINVAL:  # a kernel without it
            return False
        raise OSError(number, f"The kernel refused the filter of system calls: {os.strerror(number)}")
    return True


def program(architecture: Architecture, own: int) -> bytes:
    """The filter as the kernel reads it, for a process of that id."""
    code = [
        *_returns_unless(_ARCHITECTURE, architecture.audit, _KILL),
        _step(_LOAD, _NUMBER),
        _step(_IF_AT_LEAST, NEWEST + 1, 0, 1),  # also the second numbering of x86_64 (x32)
        _step(_RETURN, _UNKNOWN),
        *_refuse(architecture.clone3, [_step(_RETURN, _UNKNOWN)]),  # its flags lie in memory: libc falls back to clone
        *_refuse(architecture.clone, _unless_any(0, _CLONE_THREAD)),
        *_refuse(architecture.socketpair, [*_unless(0, _UNIX), *_unless_masked(1, _TYPE_BITS, _STREAM)]),
        *_refuse(architecture.prctl, _if_equal(0, _SET_PARENT_DEATH_SIGNAL, _SHARE_CORES)),
        *_refuse(architecture.prlimit, [*_unless_zero(2), *_unless(0, 0, own)]),
        *_refuse(architecture.fcntl, _unless(1, *TO_DESCRIPTORS)),
        *_refuse(architecture.ioctl, _unless(1, *TO_DEVICES)),
        *_refuse(architecture.openat2, [_step(_RETURN, _UNKNOWN)]),  # its flags lie in memory, too
        *_refuse(architecture.fallocate, [_step(_RETURN, _NOT_HERE)]),  # it can fill a disk behind a file's end
    ]
    for number, place in architecture.opening:
        code += _refuse(number, _unless_masked(place, OPEN_FLAGS, *TO_OPEN))
    for number in architecture.signals:
        code += _refuse(number, _unless(0, own))
    for number in architecture.refused():
        code += _refuse(number, [_step(_RETURN, _FORBIDDEN)])
    code.append(_step(_RETURN, _ALLOW))
    return b"".join(code)


def _step(operation: int, constant: int, if_so: int = 0, if_not: int = 0) -> bytes:
    """One instruction; jumps count the instructions that are left out."""
    return struct.pack("<HBBI", operation, if_so, if_not, constant)


def _refuse(number: int, judged: list[bytes]) -> list[bytes]:
    """For one call: what judges it, behind which the call is allowed; the register holds the number again elsewhere."""
    ends_always = len(judged) == 1
    inner = judged if ends_always else [*judged, _step(_RETURN, _ALLOW)]
    return [_step(_IF_EQUAL, number, 0, len(inner)), *inner]


def _argument(index: int) -> bytes:
    return _step(_LOAD, _ARGUMENTS + 8 * index)


def _unless(index: int, *allowed: int) -> list[bytes]:
    """Refuse, unless the low half of an argument is one of these."""
    return [_argument(index), *_unless_loaded(allowed)]


def _unless_masked(index: int, mask: int, *allowed: int) -> list[bytes]:
    """The same of some bits of it."""
    return [_argument(index), _step(_AND, mask), *_unless_loaded(allowed)]


def _unless_loaded(allowed: Sequence[int]) -> list[bytes]:
    tests = [_step(_IF_EQUAL, each, len(allowed) - place, 0) for place, each in enumerate(allowed)]
    return [*tests, _step(_RETURN, _FORBIDDEN)]


def _unless_any(index: int, bits: int) -> list[bytes]:
    return [_argument(index), _step(_IF_ANY, bits, 1, 0), _step(_RETURN, _FORBIDDEN)]


def _if_equal(index: int, *refused: int) -> list[bytes]:
    tests = [_step(_IF_EQUAL, each, len(refused) - place - 1, 0) for place, each in enumerate(refused[:-1])]
    return [_argument(index), *tests, _step(_IF_EQUAL, refused[-1], 0, 1), _step(_RETURN, _FORBIDDEN)]


def _unless_zero(index: int) -> list[bytes]:
    """Refuse, unless both halves of an argument are nothing: a pointer to none."""
    high = _step(_LOAD, _ARGUMENTS + 8 * index + 4)
    return [*_unless(index, 0), high, _step(_IF_EQUAL, 0, 1, 0), _step(_RETURN, _FORBIDDEN)]


def _returns_unless(place: int, allowed: int, answer: int) -> list[bytes]:
    return [_step(_LOAD, place), _step(_IF_EQUAL, allowed, 1, 0), _step(_RETURN, answer)]
