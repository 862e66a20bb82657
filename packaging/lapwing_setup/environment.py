"""`.venv`: made when missing, made again when it belongs to another Python, place or lock.

A stamp written last says what a `.venv` was made for, so that a broken-off installation is never taken for a whole one.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from lapwing_setup import interpreter
from lapwing_setup.failure import SetupFailure
from lapwing_setup.places import PACKAGING, REQUIREMENTS, ROOT, VENV

Stamp = dict[str, str]

RUN_LOCKS = ("build", "run")
"""What a window needs: pip and the build backend that puts the project itself into `.venv`, then its packages."""
TEST_LOCKS = ("test",)
PROJECT_FILES = (ROOT / "pyproject.toml", PACKAGING / "hatch_build.py", ROOT / "app/lapwing/__init__.py")
"""A change in these changes the installed metadata or the commands; other code is read where it lies."""


def provide(*, with_tests: bool, venv: Path = VENV) -> None:
    """See that `venv` holds what the locks name, and the project.

    Raises:
        SetupFailure: Something could not be installed; pip's own words stand above.
    """
    wanted = wanted_stamp(with_tests, venv)
    present = read_stamp(venv)
    if is_whole(venv) and all(present.get(key) == value for key, value in wanted.items()):
        return
    if not is_whole(venv) or any(present.get(key) != wanted[key] for key in ("python", "path", "run")):
        if venv.exists():
            print(f"{venv} {why_rebuilt(present, wanted)}; making it again.", file=sys.stderr, flush=True)
        present = {}
        make(venv)
    (venv / "stamp.json").unlink(missing_ok=True)
    locks = ([] if present else [*RUN_LOCKS]) + ([*TEST_LOCKS] if with_tests else [])
    if locks and (not present or present.get("test") != wanted.get("test")):
        install(venv, locks)
    install_project(venv)
    write_stamp(venv, {**present, **wanted})


def wanted_stamp(with_tests: bool, venv: Path) -> Stamp:
    """What the stamp of a `.venv` for this Python, place and lock says."""
    stamp = {
        "python": interpreter.identity(),
        "path": str(venv),
        "run": digest(REQUIREMENTS / f"{name}.txt" for name in RUN_LOCKS),
        "project": digest(PROJECT_FILES),
    }
    if with_tests:
        stamp["test"] = digest(REQUIREMENTS / f"{name}.txt" for name in TEST_LOCKS)
    return stamp


def why_rebuilt(present: Stamp, wanted: Stamp) -> str:
    """The half-sentence that tells a person why their `.venv` goes."""
    reasons = (("python", "was made by another Python"), ("path", "was made elsewhere"), ("run", "is for another lock"))
    for key, reason in reasons:
        if present and present.get(key) != wanted[key]:
            return reason
    return "is not whole"


def digest(files: Iterable[Path]) -> str:
    """One SHA-256 over the contents of some files, in their order."""
    total = hashlib.sha256()
    for file in files:
        total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


def read_stamp(venv: Path) -> Stamp:
    """The stamp, or an empty one when there is none that can be read."""
    try:
        stamp = json.loads((venv / "stamp.json").read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def write_stamp(venv: Path, stamp: Stamp) -> None:
    part = venv / "stamp.part"
    part.write_text(json.dumps(stamp, indent=1, sort_keys=True), "utf-8")
    part.replace(venv / "stamp.json")


def is_whole(venv: Path) -> bool:
    """Whether the interpreter behind `venv` still exists and the project's command is there."""
    return os.access(venv / "bin/python", os.X_OK) and (venv / "bin/lapwing").exists()


def make(venv: Path) -> None:
    """An empty environment without pip: Debian's python3 alone cannot make one with it."""
    if venv.is_symlink():
        venv.unlink()
    elif venv.exists():
        shutil.rmtree(venv)
    made = subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(venv)], stdout=sys.stderr, check=False)
    if made.returncode != 0:
        raise SetupFailure(
            f"{sys.executable} could not make {venv}. On Debian this gives it the parts that are missing:\n\n"
            "    sudo apt-get install python3-venv\n",
            SetupFailure.NEEDS_A_PERSON,
        )


def install(venv: Path, locks: Iterable[str]) -> None:
    """Install exactly what some locks name, every file checked by its hash, nothing built from source."""
    files = [REQUIREMENTS / f"{name}.txt" for name in locks]
    count = sum(file.read_text("utf-8").count("==") for file in files)
    print(f"Installing about {count} locked packages into {venv}; this happens once.", file=sys.stderr, flush=True)
    arguments = [part for file in files for part in ("--requirement", str(file))]
    pip(venv, ["install", "--quiet", "--require-hashes", "--only-binary", ":all:", *arguments])


def install_project(venv: Path) -> None:
    """Install the checkout itself so that its code is read where it lies; the build backend comes from the lock."""
    options = ["--quiet", "--no-deps", "--no-index", "--no-build-isolation"]
    pip(venv, ["install", *options, "--editable", str(ROOT)])


def pip(venv: Path, arguments: list[str]) -> None:
    """Run pip for `venv`: its own, or, while it has none, one straight from a wheel.

    Raises:
        SetupFailure: pip failed.
    """
    from lapwing_setup import pip_wheel  # loads much that a start with everything there never needs

    own = next(venv.glob("lib/python3*/site-packages/pip"), None)
    start = ["-m", "pip"] if own else [str(pip_wheel.find() / "pip")]
    elsewhere = {"PIP_TARGET", "PIP_PREFIX", "PIP_ROOT"}
    environ = {name: value for name, value in os.environ.items() if name not in elsewhere}
    environ |= {"PIP_USER": "0", "PIP_NO_INPUT": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    environ.setdefault("PIP_KEYRING_PROVIDER", "disabled")
    command = [str(venv / "bin/python"), "-I", *start, *arguments]
    if subprocess.run(command, env=environ, stdout=sys.stderr, cwd=ROOT, check=False).returncode != 0:
        raise SetupFailure("pip could not install the packages; its own words stand above.")
