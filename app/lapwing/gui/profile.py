"""One window process per profile: the first start holds the profile, later ones ask it for another window.

In the profile's runtime folder (its owner's alone) lie `profile.lock`, locked while the first process lives, and
`window.sock`, at which it listens (`profile_door`). This module is imported before the engine is started, so it loads
next to nothing by itself.
"""

import errno
import os
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lapwing import paths
from lapwing.domain.errors import LapwingError

if TYPE_CHECKING:
    from lapwing.gui.profile_door import Door

if os.name == "posix":
    import fcntl

if os.name == "posix":
    import fcntl

_AGAIN_S: Final = 0.02
OnRequest = Callable[[list[str], str], None]
"""Opens a window for these arguments, relative to this folder. Called on the loop."""


class ProfileUnusable(LapwingError):
    """The lock cannot be made."""

    code = "profile.unusable"
    message = "The folder {path} cannot be used: {reason}."
    hint = "Check its owner and permissions, or set XDG_RUNTIME_DIR to a folder of your own."


class ProfileSilent(LapwingError):
    """The first process holds the profile and does not answer."""

    code = "profile.silent"
    message = "Lapwing already runs on this profile{process}, but does not answer."
    hint = "End that process, then start Lapwing again. Texts are kept."
    exit_code = 1


class HandOverRefused(LapwingError):
    """The first process answered that it does not open a window."""

    code = "profile.refused"
    message = "The Lapwing that already runs on this profile opens no window: {reason}"
    exit_code = 1


class Profile:
    """The profile's one window process: becoming it, or asking it."""

    def __init__(self, folder: Path | None = None, timeout_s: float = 3.0, door: "Door | None" = None) -> None:
        self._folder = folder or paths.runtime()
        self._timeout_s = timeout_s
        self._given_door = door
        self._lock_path = self._folder / "profile.lock"
        self._lock_fd = -1
        self._close_door: Callable[[], None] | None = None

    def claim(self) -> bool:
        """Become the first process; False when another one is. The lock ends with this process, however it ends.

        Raises:
            ProfileUnusable: The lock cannot be made.
        """
        try:
            paths.private_folder(self._folder)
            while (fd := _open_locked(self._lock_path)) is not None:
                if _is_same(fd, self._lock_path):
                    self._lock_fd = fd
                    with suppress(OSError):  # a full disk: the number is only there to be told
                        os.truncate(fd, 0)
                        os.write(fd, b"%d\n" % os.getpid())
                    return True
                os.close(fd)  # somebody cleaned the folder in between
        except OSError as error:
            reason = error.strerror or str(error)
            raise ProfileUnusable(path=str(self._folder), reason=reason) from error
        return False

    def enter(self, arguments: Sequence[str], cwd: str) -> bool:
        """Become the first process (True), or have the first one open a window (False).

        Raises:
            ProfileUnusable: The lock cannot be made.
            ProfileSilent: The first process does not answer.
            HandOverRefused: It answered that it does not.
        """
        end = time.monotonic() + self._timeout_s
        while not self.claim():
            if self._asked(arguments, cwd, end):
                return False
            if time.monotonic() >= end:
                raise self._silent()
            time.sleep(_AGAIN_S)  # it is just starting, or just ending
        return True

    def hand_over(self, arguments: Sequence[str], cwd: str) -> bool:
        """Have the first process open a window; False when it does not answer, whatever the reason."""
        end = time.monotonic() + self._timeout_s
        try:
            while not self._asked(arguments, cwd, end):
                if time.monotonic() >= end:
                    return False
                time.sleep(_AGAIN_S)
        except (ProfileSilent, HandOverRefused):
            return False
        return True

    async def listen(self, on_request: OnRequest) -> None:
        """Open windows for later starts, until `release`. Only the first process may.

        Raises:
            OSError: The socket cannot be made.
        """
        from lapwing.gui import profile_door

        self._close_door = await self._door().open(lambda question: profile_door.answer(question, on_request))

    def release(self) -> None:
        """Stop listening and let the next start be the first. May be called twice, and without a running loop."""
        if self._close_door is not None:
            self._close_door()
            self._close_door = None
        if self._lock_fd >= 0:
            os.close(self._lock_fd)
            self._lock_fd = -1

    def _door(self) -> "Door":
        from lapwing.gui.profile_door import UnixDoor

        return self._given_door or UnixDoor(self._folder / "window.sock", self._timeout_s)

    def _asked(self, arguments: Sequence[str], cwd: str, end: float) -> bool:
        """Whether the first process took it; False when nobody listens."""
        from lapwing.gui import profile_door

        try:
            question = profile_door.question(arguments, cwd)
        except ValueError as error:
            raise HandOverRefused(reason=str(error)) from error
        try:
            answer = self._door().ask(question, max(end - time.monotonic(), 0.001))
            refusal = profile_door.refusal(answer)
        except (FileNotFoundError, ConnectionError):
            return False
        except (OSError, ValueError) as error:
            raise self._silent() from error
        if refusal:
            raise HandOverRefused(reason=refusal)
        return True

    def _silent(self) -> ProfileSilent:
        process = ""
        with suppress(OSError, ValueError):
            process = f" as process {int(self._lock_path.read_bytes())}"
        return ProfileSilent(process=process)


def _open_locked(path: Path) -> int | None:
    """The descriptor of the locked file; None when another process has it locked."""
    fd = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
    try:
        _lock(fd)
    except BlockingIOError:
        os.close(fd)
        return None
    except BaseException:
        os.close(fd)
        raise
    return fd


def _lock(fd: int) -> None:
    if os.name != "posix":
        raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP))
    fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _is_same(fd: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(fd), path.stat())
    except FileNotFoundError:
        return False
