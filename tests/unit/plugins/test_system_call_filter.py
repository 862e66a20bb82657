"""The filter of system calls, as the kernel would go through it: also for the architecture that this machine is not."""

import struct

import pytest

from lapwing.plugins.runner.seccomp import program
from lapwing.plugins.runner.system_calls import ARCHITECTURES, NEWEST, REFUSED, Architecture

OWN = 4711
ALLOW, KILL, FORBIDDEN, UNKNOWN, NOT_HERE = 0x7FFF0000, 0x80000000, 0x00050001, 0x00050026, 0x0005005F
THREAD = 0x00010000


def verdict(code: bytes, number: int, *arguments: int, audit: int) -> int:
    """What the filter says of a call: a reader of classic BPF with the operations that such filters may have."""
    call = struct.pack("<IIQ6Q", number, audit, 0, *arguments, *[0] * (6 - len(arguments)))
    steps = [struct.unpack_from("<HBBI", code, place) for place in range(0, len(code), 8)]
    register, at = 0, 0
    while True:
        operation, if_so, if_not, constant = steps[at]
        at += 1
        match operation:
            case 0x20:
                (register,) = struct.unpack_from("<I", call, constant)
            case 0x54:
                register &= constant
            case 0x06:
                return int(constant)
            case _:
                so = {0x15: register == constant, 0x35: register >= constant, 0x45: bool(register & constant)}[
                    operation
                ]
                at += if_so if so else if_not


@pytest.fixture(params=sorted(ARCHITECTURES))
def architecture(request) -> Architecture:
    return ARCHITECTURES[request.param]


def judged(architecture: Architecture, number: int, *arguments: int) -> int:
    return verdict(program(architecture, OWN), number, *arguments, audit=architecture.audit)


def test_every_call_that_is_named_is_refused_and_others_are_allowed(architecture):
    named = set(architecture.refused())
    partly = {
        architecture.clone,
        architecture.clone3,
        architecture.socketpair,
        architecture.prctl,
        architecture.prlimit,
        architecture.fcntl,
        architecture.ioctl,
        architecture.fallocate,
        architecture.openat2,
        *(number for number, _ in architecture.opening),
    }
    for number in range(NEWEST + 1):
        if number in named:
            assert judged(architecture, number) == FORBIDDEN
        elif number not in partly | set(architecture.signals):
            assert judged(architecture, number) == ALLOW
    assert len(named) == len({row[architecture.column] for row in REFUSED.values()} - {None})


def test_what_came_later_and_other_numberings_do_not_exist(architecture):
    for number in (NEWEST + 1, 0x40000000 | 41, 0xFFFFFFFF):
        assert judged(architecture, number) == UNKNOWN
    assert verdict(program(architecture, OWN), 0, audit=0x40000003) == KILL


def test_threads_may_be_made_and_processes_may_not(architecture):
    assert judged(architecture, architecture.clone, THREAD | 0x100) == ALLOW
    assert judged(architecture, architecture.clone, 17) == FORBIDDEN
    assert judged(architecture, architecture.clone3, THREAD) == UNKNOWN


def test_signals_reach_the_process_itself_only(architecture):
    for number in architecture.signals:
        assert judged(architecture, number, OWN) == ALLOW
        for other in (OWN + 1, 0, 1, 0xFFFFFFFF):
            assert judged(architecture, number, other) == FORBIDDEN


def test_pairs_of_sockets_are_local_streams(architecture):
    assert judged(architecture, architecture.socketpair, 1, 1 | 0x80000 | 0x800) == ALLOW
    for family, kind in ((1, 2), (1, 5), (2, 1), (16, 1)):
        assert judged(architecture, architecture.socketpair, family, kind) == FORBIDDEN


def test_limits_can_be_read_and_not_set_and_the_death_of_the_engine_not_be_outlived(architecture):
    assert judged(architecture, architecture.prlimit, 0, 7, 0, 1) == ALLOW
    assert judged(architecture, architecture.prlimit, OWN + 1, 7, 0, 1) == FORBIDDEN
    for pointer in (1, 1 << 32):
        assert judged(architecture, architecture.prlimit, 0, 7, pointer) == FORBIDDEN
    assert judged(architecture, architecture.prctl, 15) == ALLOW
    for option in (1, 62):
        assert judged(architecture, architecture.prctl, option) == FORBIDDEN


def test_descriptors_and_devices_can_be_asked_and_no_signals_ordered(architecture):
    for command in (0, 3, 6, 1030, 1034):
        assert judged(architecture, architecture.fcntl, 5, command) == ALLOW
    for command in (8, 10, 15, 1024, 1026, 1031, 0x10):
        assert judged(architecture, architecture.fcntl, 5, command) == FORBIDDEN
    for command in (0x5401, 0x541B, 0x5451):
        assert judged(architecture, architecture.ioctl, 5, command) == ALLOW
    for command in (0x5412, 0x541C, 0x8901, 0x8902, 0x40086602, 1 << 32 | 0x5412):
        assert judged(architecture, architecture.ioctl, 5, command) == FORBIDDEN


def test_files_are_truncated_only_by_who_may_write_them(architecture):
    for number, place in architecture.opening:
        before = (0,) * place
        for flags in (0, 1, 2, 0x241, 0x242, 0x80000, 0x200000):
            assert judged(architecture, number, *before, flags) == ALLOW
        for flags in (0x200, 0x240, 3, 0x203, 0x80003):
            assert judged(architecture, number, *before, flags) == FORBIDDEN
    assert judged(architecture, architecture.openat2) == UNKNOWN
    assert judged(architecture, architecture.fallocate) == NOT_HERE
