"""Unpacked packages at the places they were built for.

Libraries are found anywhere by the right variables, and a window needs no more. But Xvfb starts `/usr/bin/xkbcomp`, the
message bus reads `/usr/share/dbus-1/session.conf`: such paths are compiled in. So programs for tests are started in a
mount namespace of their own, in which the unpacked tree lies over `/usr` and `/etc`. Linux lets any user do that; some
containers and hardened kernels do not.
"""

from pathlib import Path

from lapwing_setup.failure import SetupFailure
from lapwing_setup.system import UNPACKED, by_hand, needs, succeeds

COVERED = ("usr", "etc")
NOTHING = Path("/nonexistent")


def prefix(unpacked: Path = UNPACKED) -> list[str]:
    """The words to put before a command that is to see what lies unpacked in its place; none when nothing does.

    Raises:
        SetupFailure: This system does not allow it; the sentence holds the command that installs the packages.
    """
    if not unpacked.is_dir():
        return []
    mounts = " && ".join(
        f"mount -t overlay overlay -o 'lowerdir={unpacked}/{folder}:/{folder}' /{folder}" for folder in COVERED
    )
    # The rights needed for mounting are given up again: tests about read-only folders must meet a real refusal.
    script = f'{mounts} && exec setpriv --ambient-caps -all --inh-caps -all "$@"'
    words = ["unshare", "--user", "--map-current-user", "--keep-caps", "--mount", "sh", "-c", script, "sh"]
    if not is_plain(unpacked) or not succeeds([*words, "true"]):
        missing = [need for need in needs("run", "test") if not need.is_met(NOTHING)]
        raise SetupFailure(by_hand(missing), SetupFailure.NEEDS_A_PERSON)
    return words


def is_plain(folder: Path) -> bool:
    """Whether overlayfs can be told this path: it reads some characters as its own signs."""
    return not set(str(folder)) & set(":,'\\")
