"""Start servers as somebody who is not root: PostgreSQL and others refuse to run as root.

As an ordinary user everything here runs as that user. As root it runs as `nobody`, in a folder of nobody's own that
nobody can reach, wherever the checkout lies.
"""

import os
import pwd
import shutil
import stat
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

SOCKET_PATH_BYTES = 107
"""The longest path that a Unix socket can have on Linux, without the closing NUL."""

_BASES = (Path("/tmp"), Path("/var/tmp"))  # short, and open to everybody


def account() -> pwd.struct_passwd:
    """Whom servers run as: this user, or `nobody` when this user is root.

    Raises:
        RuntimeError: This is root and the system has no user `nobody`.
    """
    if os.geteuid() != 0:
        return pwd.getpwuid(os.geteuid())
    try:
        return pwd.getpwnam("nobody")
    except KeyError as missing:
        raise RuntimeError("Servers refuse to run as root, and there is no user `nobody` to run them as.") from missing


def write(path: Path, content: bytes) -> None:
    """Write a file that belongs to `account()` and that nobody else may read."""
    path.touch(mode=0o600)
    path.write_bytes(content)
    give(path)


def let_read(tree: Path) -> None:
    """Let everybody read a folder and run the programs in it, whatever the umask was when it was made."""
    subprocess.run(["chmod", "-R", "a+rX", tree], check=True)


def this_user() -> str:
    """The name of who runs the tests, as a server sees it at the other end of a Unix socket."""
    return pwd.getpwuid(os.geteuid()).pw_name


@contextmanager
def folder(prefix: str = "lw-") -> Iterator[Path]:
    """A temporary folder that belongs to `account()`, short enough for sockets; removed at the end.

    Whatever runs in it has to be ended first.
    """
    made = make_folder(prefix)
    try:
        yield made
    finally:
        shutil.rmtree(made)


def make_folder(prefix: str = "lw-") -> Path:
    """The same for somebody who removes it in another way."""
    made = Path(tempfile.mkdtemp(prefix=prefix, dir=_base()))
    give(made)
    return made


def give(path: Path) -> None:
    """Let a file or folder, but not what lies in it, belong to `account()`."""
    owner = account()
    os.chown(path, owner.pw_uid, owner.pw_gid)


def _base() -> Path:
    """The first temporary folder that everybody may enter and write to."""
    wanted = stat.S_IWOTH | stat.S_IXOTH
    for base in (*_BASES, Path(tempfile.gettempdir())):
        if base.is_dir() and base.stat().st_mode & wanted == wanted:
            return base
    raise RuntimeError(f"None of {', '.join(map(str, _BASES))} is open to everybody; a server needs such a folder.")


def socket_path(where: Path, name: str) -> Path:
    """A path for a Unix socket.

    Raises:
        ValueError: It would be longer than a socket's path can be.
    """
    path = where / name
    if len(os.fsencode(path)) > SOCKET_PATH_BYTES:
        raise ValueError(f"{path} is longer than the {SOCKET_PATH_BYTES} bytes that a socket's path may have")
    return path


def start(
    command: Sequence[str | Path],
    home: Path,
    environ: Mapping[str, str] | None = None,
    output: IO[bytes] | int = subprocess.DEVNULL,
) -> subprocess.Popen[bytes]:
    """Start a program as `account()` in its own session, so that a Ctrl+C for the tests does not hit it.

    Args:
        command: Program and arguments; nothing is read by a shell.
        home: Working folder and HOME, made by `folder()`.
        environ: Beside PATH, a UTF-8 locale, HOME, TMPDIR and the library path; nothing else is inherited.
        output: Where stdout and stderr go: a file, or a `subprocess` constant.
    """
    owner = account().pw_uid if os.geteuid() == 0 else None
    return subprocess.Popen(
        [os.fspath(part) for part in command],
        cwd=home,
        env=_environ(home, environ),
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        user=owner,
        group=None if owner is None else account().pw_gid,
        extra_groups=None if owner is None else [],
    )


def run(
    command: Sequence[str | Path], home: Path, environ: Mapping[str, str] | None = None, timeout_s: float = 120
) -> str:
    """Run a program as `account()` to its end; what it said.

    Raises:
        subprocess.CalledProcessError: It failed; `output` holds its words.
        subprocess.TimeoutExpired: It took longer than `timeout_s`; it has been killed.
    """
    with start(command, home, environ, subprocess.PIPE) as program:
        try:
            said = program.communicate(timeout=timeout_s)[0].decode("utf-8", "replace")
        except subprocess.TimeoutExpired:
            program.kill()
            raise
    if program.returncode != 0:
        raise subprocess.CalledProcessError(program.returncode, program.args, said)
    return said


def _environ(home: Path, environ: Mapping[str, str] | None) -> dict[str, str]:
    inherited = {name: os.environ[name] for name in ("LD_LIBRARY_PATH",) if name in os.environ}
    path = os.environ.get("PATH", os.defpath)
    own = {"PATH": path, "HOME": str(home), "TMPDIR": str(home), "LC_ALL": "C.UTF-8"}
    return {**inherited, **own, **(environ or {})}
