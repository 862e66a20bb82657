"""Debian packages: which are missing, and the ways to get them.

Nothing is asked of dpkg: a need is met when the library, command or file that it stands for can be found, wherever it
came from. Looking takes a millisecond, so it is done at every start.
"""

import glob
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from lapwing_setup.failure import SetupFailure
from lapwing_setup.places import CACHE, SYSTEM_LISTS

UNPACKED = CACHE / "system"
"""Packages unpacked for a person who may not install any: a tree like that of `/`."""
APT = CACHE / "apt"

TRIPLET = f"{platform.machine()}-linux-gnu"
LIBRARY_FOLDERS = (f"/usr/lib/{TRIPLET}", f"/lib/{TRIPLET}", "/usr/lib64", "/usr/lib", "/usr/local/lib")
COMMAND_FOLDERS = ("/usr/local/bin", "/usr/bin", "/bin", "/usr/sbin", "/sbin")


class Need(NamedTuple):
    """One line of `packaging/system/*.txt`."""

    names: tuple[str, ...]
    """The package under all its names; the first that a Debian knows is the one to install."""
    kind: str
    """`lib`, `command` or `file`."""
    target: str
    """A soname, a command, or an absolute path in which `*` may stand for a version."""

    def is_met(self, unpacked: Path = UNPACKED) -> bool:
        if self.kind == "lib":
            given = os.environ.get("LD_LIBRARY_PATH", "").split(":")
            folders = [*given, *LIBRARY_FOLDERS, *(f"{unpacked}{folder}" for folder in LIBRARY_FOLDERS)]
            return any(folder and os.path.exists(f"{folder}/{self.target}") for folder in folders)
        if self.kind == "command":
            places = [*COMMAND_FOLDERS, *(f"{unpacked}{folder}" for folder in COMMAND_FOLDERS)]
            path = os.pathsep.join([os.environ.get("PATH", ""), *places])
            return shutil.which(self.target, path=path) is not None
        return bool(glob.glob(self.target) or glob.glob(f"{unpacked}{self.target}"))


def needs(*lists: str) -> list[Need]:
    """The lines of the named lists (`run`, `test`).

    Raises:
        ValueError: A line is not of the form that `run.txt` explains.
    """
    found: list[Need] = []
    for name in lists:
        lines = (SYSTEM_LISTS / f"{name}.txt").read_text("utf-8").splitlines()
        found += [parsed(line) for line in lines if line.strip() and not line.startswith("#")]
    return found


def parsed(line: str) -> Need:
    """One line as a need."""
    packages, _, shown_by = line.partition(":")
    kind, _, target = shown_by.strip().partition(" ")
    if kind not in {"lib", "command", "file"} or not target or not packages.strip():
        raise ValueError(f"Not a line of a package list: {line!r}")
    return Need(tuple(packages.strip().split("|")), kind, target.strip())


def provide(*lists: str) -> None:
    """See that everything the lists name is there, installing or unpacking what is missing.

    Raises:
        SetupFailure: Something is still missing; the sentence holds the command that installs it (exit code 3).
    """
    wanted = needs(*lists)
    for way in (install_as_root, install_with_sudo, unpack):
        missing = [need for need in wanted if not need.is_met()]
        if not missing:
            return
        way(missing)
    missing = [need for need in wanted if not need.is_met()]
    if missing:
        raise SetupFailure(by_hand(missing), SetupFailure.NEEDS_A_PERSON)


def by_hand(missing: Iterable[Need]) -> str:
    """The sentence for a person who has to install the packages."""
    packages = " ".join(chosen(need) for need in missing)
    command = f"sudo apt-get update && sudo apt-get install --no-install-recommends {packages}"
    if shutil.which("apt-get") is None:
        wanted = ", ".join(f"{need.target} (Debian: {need.names[0]})" for need in missing)
        return f"Lapwing also needs {wanted}. On Debian this installs it:\n\n    {command}\n"
    return f"Some Debian packages are missing and could not be installed from here. Please run:\n\n    {command}\n"


def chosen(need: Need) -> str:
    """The first of a package's names that this Debian's lists know, else the last."""
    if len(need.names) > 1 and shutil.which("apt-cache") is not None:
        for name in need.names[:-1]:
            command = [*private_apt("apt-cache"), "show", "--no-all-versions", name]
            if succeeds(command) or succeeds(["apt-cache", "show", "--no-all-versions", name]):
                return name
    return need.names[-1]


def succeeds(command: list[str]) -> bool:
    return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode == 0


def announce(missing: Iterable[Need], how: str) -> None:
    print(f"{how} {', '.join(need.names[-1] for need in missing)}.", file=sys.stderr, flush=True)


def install_as_root(missing: list[Need]) -> None:
    """Through apt-get, when this is root on a Debian. A failure is left to show itself as still missing."""
    if os.geteuid() == 0 and shutil.which("apt-get") is not None:
        announce(missing, "Installing with apt-get:")
        run_installer([], missing)


def install_with_sudo(missing: list[Need]) -> None:
    """Through sudo, when it asks for no password."""
    if os.geteuid() == 0 or shutil.which("apt-get") is None or shutil.which("sudo") is None:
        return
    if succeeds(["sudo", "-n", "true"]):
        announce(missing, "Installing with sudo apt-get:")
        proxies = [f"{name}={value}" for name, value in os.environ.items() if name.lower().endswith("_proxy")]
        run_installer(["sudo", "-n", "env", *proxies], missing)


def run_installer(prefix: list[str], missing: Iterable[Need]) -> None:
    names = ["|".join(need.names) for need in missing]
    script = str(SYSTEM_LISTS / "install.sh")
    # What apt says is for stderr: stdout belongs to what is being started.
    subprocess.run([*prefix, "sh", script, *names], stdout=sys.stderr, stdin=subprocess.DEVNULL, check=False)


def unpack(missing: list[Need]) -> None:
    """Fetch the packages and all they depend on with an apt state of our own, and unpack them below `.cache/`."""
    if shutil.which("apt-get") is None or shutil.which("dpkg-deb") is None:
        return
    announce(missing, "No right to install packages here; unpacking into .cache/system:")
    archives = APT / "archives"
    for folder in (APT / "lists/partial", archives / "partial"):
        folder.mkdir(parents=True, exist_ok=True)
    apt = private_apt("apt-get")
    if not reports([*apt, "update"]):
        return
    packages = [chosen(need) for need in missing]
    if reports([*apt, "install", "--yes", "--download-only", "--no-install-recommends", *packages]):
        for archive in sorted(archives.glob("*.deb")):
            extract(archive, UNPACKED)
            archive.unlink()


def extract(archive: Path, tree: Path) -> None:
    """Unpack one package into a tree in which, as in Debian's own, `/lib` and `/bin` lead into `/usr`.

    Raises:
        subprocess.CalledProcessError: It is no package, or there is no room.
    """
    for name in ("bin", "lib", "lib64", "sbin"):
        (tree / "usr" / name).mkdir(parents=True, exist_ok=True)
        if not (tree / name).is_symlink():
            (tree / name).symlink_to(f"usr/{name}")
    into = ["tar", "--extract", "--keep-directory-symlink", f"--directory={tree}"]
    with subprocess.Popen(["dpkg-deb", "--fsys-tarfile", str(archive)], stdout=subprocess.PIPE) as packed:
        subprocess.run(into, stdin=packed.stdout, stdout=sys.stderr, check=True)
    if packed.returncode != 0:
        raise subprocess.CalledProcessError(packed.returncode, packed.args)


def private_apt(tool: str) -> list[str]:
    """apt-get or apt-cache with lists, cache and lock of our own; sources and keys are the host's."""
    options = {
        "Dir::State::lists": f"{APT}/lists/",
        "Dir::Cache::archives": f"{APT}/archives/",
        "Dir::Cache::pkgcache": "",
        "Dir::Cache::srcpkgcache": "",
        "Debug::NoLocking": "true",
        "APT::Sandbox::User": "",
        "APT::Update::Post-Invoke": "",
    }
    if tool == "apt-get":
        return [tool, "-q", *(f"-o{name}={value}" for name, value in options.items())]
    return [tool, *(f"-o{name}={value}" for name, value in options.items())]


def reports(command: list[str]) -> bool:
    """Run a command with its words on stderr; whether it succeeded."""
    return subprocess.run(command, stdout=sys.stderr, stdin=subprocess.DEVNULL, check=False).returncode == 0


def unpacked_environment(environ: Mapping[str, str], unpacked: Path = UNPACKED) -> dict[str, str]:
    """The variables with which programs find what lies unpacked; empty when nothing does."""
    if not unpacked.is_dir():
        return {}

    def joined(name: str, folders: Iterable[str]) -> str:
        ours = [f"{unpacked}{folder}" for folder in folders]
        return os.pathsep.join([*ours, *filter(None, [environ.get(name)])])

    variables = {
        "LD_LIBRARY_PATH": joined("LD_LIBRARY_PATH", LIBRARY_FOLDERS[:2]),
        "PATH": joined("PATH", ("/usr/bin", "/usr/sbin")),
        "XDG_DATA_DIRS": f"{environ.get('XDG_DATA_DIRS') or '/usr/local/share:/usr/share'}:{unpacked}/usr/share",
    }
    for name, folder in (("FONTCONFIG_PATH", "/etc/fonts"), ("XKB_CONFIG_ROOT", "/usr/share/X11/xkb")):
        if name not in environ and not os.path.exists(folder):
            variables[name] = f"{unpacked}{folder}"
    return variables
