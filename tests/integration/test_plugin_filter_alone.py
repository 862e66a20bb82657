"""The filter of system calls alone, as on kernels whose rules about files are older: each attempt is made for real.

A process takes the filter on, as a plugin's does, tries one thing after the other, and says what came of each.
"""

import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from lapwing.plugins.runner import landlock, seccomp

pytestmark = pytest.mark.skipif(not seccomp.is_known(), reason="the filter is for other systems")
CODE = """
    import ctypes, errno, fcntl, os, shutil, signal, socket, sqlite3, struct, subprocess, sys, tempfile, threading
    from lapwing.plugins.runner import seccomp

    victim, path = int(sys.argv[1]), sys.argv[2]
    libc = ctypes.CDLL(None, use_errno=True)

    def checked(answer):
        if answer < 0:
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))

    def signal_by_a_pipe():
        reading, writing = os.pipe()
        fcntl.fcntl(reading, fcntl.F_SETOWN, victim)
        fcntl.fcntl(reading, 10, signal.SIGKILL)
        fcntl.fcntl(reading, fcntl.F_SETFL, fcntl.fcntl(reading, fcntl.F_GETFL) | os.O_ASYNC)
        os.write(writing, b"x")

    def signal_by_a_socket():
        one, other = socket.socketpair()
        fcntl.ioctl(one, 0x8901, struct.pack("i", victim))

    def truncate_by_reading():
        os.close(os.open(path, os.O_RDONLY | os.O_TRUNC))

    def truncate_without_any_right():
        os.close(os.open(path, 3 | os.O_TRUNC))

    def open_without_any_right():
        os.close(os.open(path, 3))

    def keep_others_from_opening():
        fcntl.fcntl(os.open(path, os.O_RDONLY), 1024, fcntl.F_RDLCK)

    def take_memory_that_nobody_counts():
        os.ftruncate(os.memfd_create("x"), 1 << 30)

    def take_disk_behind_the_end():
        with open(path, "r+b") as file:
            checked(libc.fallocate(file.fileno(), 1, 0, ctypes.c_long(1 << 24)))

    def type_into_a_terminal():
        fcntl.ioctl(os.pipe()[0], 0x5412, b"x")

    def change_attributes():
        fcntl.ioctl(os.open(path, os.O_RDONLY), 0x40086602, struct.pack("l", 0x40))

    def keep_a_file_by_another_name():
        os.link(path, path + ".mine")

    def make_a_pipe_in_a_folder():
        os.mkfifo(path + ".fifo")

    def ordinary():
        assert not os.isatty(os.pipe()[0])
        one, other = socket.socketpair()
        one.setblocking(False)
        os.set_inheritable(one.fileno(), False)
        with tempfile.TemporaryDirectory() as folder:
            shutil.copyfile(path, folder + "/copy")
            with open(folder + "/copy", "r+b") as file:
                file.truncate(1)
                fcntl.lockf(file, fcntl.LOCK_EX)
            with sqlite3.connect(folder + "/base") as base:
                base.execute("CREATE TABLE t(a)")
            base.close()
        thread = threading.Thread(target=os.getpid)
        thread.start()
        thread.join()

    assert seccomp.restrict()
    for attempt in sys.argv[3:]:
        try:
            globals()[attempt]()
        except OSError as error:
            print(attempt, errno.errorcode[error.errno])
        else:
            print(attempt, "done")
"""


@pytest.fixture
def victim() -> Iterator[subprocess.Popen[bytes]]:
    """Another process of the same person."""
    found = subprocess.Popen(["sleep", "600"])
    yield found
    found.kill()
    found.wait()


OLDER = """
    import os, sys
    from lapwing.plugins.runner import landlock, seccomp

    version, folder = int(sys.argv[1]), sys.argv[2]
    landlock.version = lambda: version
    assert landlock.restrict([folder + "/readable"], [folder + "/own"], ["/dev/null"])
    assert seccomp.restrict()

    def tried(name, flags=os.O_RDONLY):
        try:
            os.close(os.open(folder + name, flags))
        except OSError as error:
            return error.errno
        return 0

    def linked():
        try:
            os.link(folder + "/readable/file", folder + "/own/link")
        except OSError:
            return False
        return True

    assert tried("/readable/file") == 0
    assert tried("/own/new", os.O_RDWR | os.O_CREAT) == 0
    assert tried("/own/new", os.O_WRONLY | os.O_TRUNC) == 0
    assert tried("/theirs") == 13
    assert tried("/readable/file", os.O_RDWR) == 13
    assert tried("/readable/file", os.O_WRONLY | os.O_TRUNC) == 13
    assert tried("/readable/file", os.O_RDONLY | os.O_TRUNC) == 1
    assert tried("/readable/new", os.O_WRONLY | os.O_CREAT) == 13
    assert not linked()
"""


@pytest.mark.parametrize("version", range(1, landlock.version() + 1))
def test_rules_of_older_kernels_hold_as_well(tmp_path, version):
    for folder in ("readable", "own"):
        (tmp_path / folder).mkdir()
    for name in ("theirs", "readable/file"):
        (tmp_path / name).write_bytes(b"theirs")
    found = run(OLDER, str(version), str(tmp_path))
    assert (found.returncode, found.stderr) == (0, "")
    assert (tmp_path / "readable" / "file").read_bytes() == b"theirs"


def run(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    app = Path(__file__).parents[2] / "app"
    whole = f"import sys; sys.path.append({str(app)!r})\n{textwrap.dedent(code)}"
    command = [sys.executable, "-I", "-B", "-c", whole, *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


def test_nothing_but_what_is_its_own_can_be_reached(tmp_path, victim):
    attempts = {
        "signal_by_a_pipe": "EPERM",
        "signal_by_a_socket": "EPERM",
        "truncate_by_reading": "EPERM",
        "truncate_without_any_right": "EPERM",
        "open_without_any_right": "EPERM",
        "keep_others_from_opening": "EPERM",
        "take_memory_that_nobody_counts": "EPERM",
        "take_disk_behind_the_end": "ENOTSUP",
        "type_into_a_terminal": "EPERM",
        "change_attributes": "EPERM",
        "keep_a_file_by_another_name": "EPERM",
        "make_a_pipe_in_a_folder": "EPERM",
        "ordinary": "done",
    }
    file = tmp_path / "file"
    file.write_bytes(b"theirs")
    found = run(CODE, str(victim.pid), str(file), *attempts)
    assert found.stderr == ""
    assert dict(line.split() for line in found.stdout.splitlines()) == attempts
    assert file.read_bytes() == b"theirs"
    assert victim.poll() is None
