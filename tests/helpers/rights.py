"""Rights: doing something as a user who is not root, for whom permissions hold."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from helpers.unprivileged import account


@contextmanager
def without_root() -> Iterator[None]:
    """Let this process be `account()` for a while; nothing changes for who is not root anyway."""
    if os.geteuid() != 0:
        yield
        return
    user = account()
    os.setresgid(user.pw_gid, user.pw_gid, 0)
    os.setresuid(user.pw_uid, user.pw_uid, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)
        os.setresgid(0, 0, 0)
