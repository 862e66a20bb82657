"""The filter of system calls alone, as on kernels whose rules about files are older: each attempt is made for real.

A process takes the filter on, as a plugin's does, tries one thing, and says what came of it.
"""

import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from lapwing.plugins.runner import seccomp

pytestmark = pytest.mark.skipif(not seccomp.is_known(), reason="the filter is for other systems")
CODE = """
    import ctypes, errno, fcntl, os, shutil, signal, socket, sqlite3, struct, subprocess, sys, tempfile, threading
    from lapwing.plugins.runner import seccomp

    victim, path = int(sys.argv[2]), sys.argv[3]
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
    try:
        globals()[sys.argv[1]]()
    except OSError as error:
        print(errno.errorcode[error.errno])
    else:
        print("done")
"""


@pytest.fixture
def victim() -> Iterator[subprocess.Popen[bytes]]:
    """Another process of the same person."""
    found = subprocess.Popen(["sleep", "600"])
    yield found
    found.kill()
    found.wait()


@pytest.mark.parametrize(
    ("attempt", "came"),
    [
        ("signal_by_a_pipe", "EPERM"),
        ("signal_by_a_socket", "EPERM"),
        ("truncate_by_reading", "EPERM"),
        ("truncate_without_any_right", "EPERM"),
        ("open_without_any_right", "EPERM"),
        ("keep_others_from_opening", "EPERM"),
        ("take_memory_that_nobody_counts", "EPERM"),
        ("take_disk_behind_the_end", "ENOTSUP"),
        ("type_into_a_terminal", "EPERM"),
        ("change_attributes", "EPERM"),
        ("make_a_pipe_in_a_folder", "EPERM"),
        ("ordinary", "done"),
    ],
)
def test_nothing_but_what_is_its_own_can_be_reached(tmp_path, victim, attempt, came):
    file = tmp_path / "file"
    file.write_bytes(b"theirs")
    app = Path(__file__).parents[2] / "app"
    code = f"import sys; sys.path.append({str(app)!r})\n{textwrap.dedent(CODE)}"
    command = [sys.executable, "-I", "-B", "-c", code, attempt, str(victim.pid), str(file)]
    found = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert (found.stdout.strip(), found.stderr) == (came, "")
    assert file.read_bytes() == b"theirs"
    assert victim.poll() is None
