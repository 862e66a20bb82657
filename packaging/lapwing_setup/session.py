"""The environment of what `make` starts: locale, run-time folder, display, and nothing that leaks in from outside."""

import locale
import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from lapwing_setup import system
from lapwing_setup.places import CACHE

PROBE_TIMEOUT_S = 3
PROBE_X11 = """
import ctypes, sys
xcb = ctypes.CDLL("libxcb.so.1")
xcb.xcb_connect.restype = ctypes.c_void_p
connection = xcb.xcb_connect(None, None)
sys.exit(xcb.xcb_connection_has_error(ctypes.c_void_p(connection)) != 0)
"""
"""xcb itself is asked, so that display names, cookies and sockets are read as Qt will read them."""

Probe = Callable[[Mapping[str, str]], bool]


def for_window(environ: Mapping[str, str]) -> dict[str, str]:
    """The environment for a person's window; QT_QPA_PLATFORM is `offscreen` in it when there is no display to use."""
    session = basics(environ)
    session["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"  # the sample needs no password of anybody's
    platform = platform_for(session)
    if platform:
        session["QT_QPA_PLATFORM"] = platform
    return session


def for_tests(environ: Mapping[str, str], runtime: Path) -> dict[str, str]:
    """The environment for tests and bench: off the screen, with no setting, session bus or keyring of the person's.

    Args:
        runtime: An empty folder of this user's own for sockets.
    """
    kept = {name: value for name, value in environ.items() if not name.startswith(("LAPWING_", "QT_", "DBUS_"))}
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "GNOME_KEYRING_CONTROL", "SSH_AUTH_SOCK", "XDG_SESSION_TYPE"):
        kept.pop(name, None)
    session = basics({**kept, "XDG_RUNTIME_DIR": str(runtime)})
    return {**session, "QT_QPA_PLATFORM": "offscreen"}


def basics(environ: Mapping[str, str]) -> dict[str, str]:
    """What every program of ours needs: UTF-8, a run-time folder, a home, and the unpacked packages' places."""
    session = {name: value for name, value in environ.items() if name not in {"PYTHONHOME", "PYTHONPATH"}}
    session.update(system.unpacked_environment(session))
    session.update(utf8_locale(session))
    session["XDG_RUNTIME_DIR"] = str(runtime_folder(session.get("XDG_RUNTIME_DIR", "")))
    home = session.get("HOME", "")
    if not os.access(home, os.W_OK):
        session["HOME"] = str(CACHE / "home")
        os.makedirs(session["HOME"], exist_ok=True)
    return session


def utf8_locale(environ: Mapping[str, str]) -> dict[str, str]:
    """The variable that makes the locale a UTF-8 one that exists; empty when it is. Qt warns about any other."""
    before = locale.setlocale(locale.LC_CTYPE)
    try:
        locale.setlocale(locale.LC_CTYPE, effective_locale(environ))
        if locale.nl_langinfo(locale.CODESET).upper() == "UTF-8":
            return {}
    except locale.Error:
        pass  # named but not installed, which is answered below like any other that will not do
    finally:
        locale.setlocale(locale.LC_CTYPE, before)
    return {"LC_ALL" if environ.get("LC_ALL") else "LC_CTYPE": "C.UTF-8"}


def effective_locale(environ: Mapping[str, str]) -> str:
    """The name that decides about characters, by POSIX's order."""
    return environ.get("LC_ALL") or environ.get("LC_CTYPE") or environ.get("LANG") or "C"


def runtime_folder(given: str) -> Path:
    """The given run-time folder if it is this user's own and nobody else's, else a private one of ours."""
    if given and is_private(given):
        return Path(given)
    ours = Path(tempfile.gettempdir()) / f"lapwing-{os.geteuid()}"
    try:
        ours.mkdir(mode=0o700)
    except FileExistsError:
        if not is_private(str(ours)):
            return Path(tempfile.mkdtemp(prefix="lapwing-"))
    return ours


def is_private(folder: str) -> bool:
    """Whether this is a folder, no link, of this user with no right for anybody else."""
    try:
        facts = os.lstat(folder)
    except OSError:
        return False
    return stat.S_ISDIR(facts.st_mode) and facts.st_uid == os.geteuid() and not facts.st_mode & 0o077


def platform_for(environ: Mapping[str, str]) -> str:
    """The Qt platform to name: `offscreen` without a usable display, `` to leave the choice to Qt."""
    wanted = environ.get("QT_QPA_PLATFORM", "")
    name = wanted.split(":")[0].split(";")[0]
    if name and name not in {"xcb", "wayland"}:
        return wanted
    x11, wayland = has_x11(environ), has_wayland(environ)
    if name:
        return wanted if (x11 if name == "xcb" else wayland) else "offscreen"
    if x11 and wayland:
        return ""
    return "xcb" if x11 else "wayland" if wayland else "offscreen"


def is_offscreen(session: Mapping[str, str]) -> bool:
    """Whether nobody will see the window."""
    return session.get("QT_QPA_PLATFORM", "").split(":")[0] in {"offscreen", "minimal"}


def has_x11(environ: Mapping[str, str]) -> bool:
    """Whether the display that DISPLAY names answers; a dead or hanging one does not."""
    if not environ.get("DISPLAY"):
        return False
    command = [sys.executable, "-IS", "-c", PROBE_X11]
    try:
        asked = subprocess.run(command, env=dict(environ), capture_output=True, timeout=PROBE_TIMEOUT_S, check=False)
    except subprocess.TimeoutExpired:
        return False
    return asked.returncode == 0


def has_wayland(environ: Mapping[str, str]) -> bool:
    """Whether a Wayland compositor accepts connections."""
    import socket  # only where a compositor is named: start-up counts

    name = environ.get("WAYLAND_DISPLAY")
    if not name:
        return False
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
        line.settimeout(PROBE_TIMEOUT_S)
        try:
            line.connect(os.path.join(environ.get("XDG_RUNTIME_DIR", ""), name))
        except OSError:
            return False
    return True
