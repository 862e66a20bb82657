"""`make lock`: write `packaging/requirements/*.txt` from what pyproject.toml asks for.

Every file that the index lists for a chosen release is named by its SHA-256, for every platform and every Python that
Lapwing supports; markers say what is wanted where. The sets build on each other and repeat nothing:

    run.txt    the program's dependencies, complete: the set whose licences are tested
    build.txt  what `.venv` needs beside it to install the project itself: pip and the build backend
    test.txt   what the tests need beside those two
    lock.txt   the resolver that this script runs

Present pins stay while they fit; `--upgrade` takes the newest versions that do. Only the index is asked, never a
find-links folder or an extra index of the host: a lock has to hold for everybody.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

from lapwing_setup import pip_wheel
from lapwing_setup.places import CACHE, REQUIREMENTS, ROOT

TOOLS = CACHE / "lock"
SETS = ("run", "build", "test", "lock")
"""In the order in which they build on each other; `lock` stands alone."""
RESOLUTION = (
    *("--quiet", "--no-config", "--no-header", "--generate-hashes"),
    *("--universal", "--python-version", "3.11", "--fork-strategy", "fewest"),
)
"""One version of each package for all Pythons from the oldest on, wherever one exists."""


def main(arguments: list[str]) -> int:
    """Resolve every set; 0, or the exit code of what failed."""
    try:
        uv = resolver()
        for name in SETS:
            resolve(uv, name, arguments)
    except subprocess.CalledProcessError as failure:
        print(f"Nothing more was written: {failure.cmd[0]} ended with exit code {failure.returncode}.", file=sys.stderr)
        return failure.returncode
    return 0


def resolver() -> Path:
    """The locked uv, in a folder of its own."""
    lock = REQUIREMENTS / "lock.txt"
    uv = TOOLS / "bin/uv"
    done = TOOLS / "installed"
    if not done.exists() or done.read_text("utf-8") != lock.read_text("utf-8"):
        hashed = ["--require-hashes", "--only-binary", ":all:", "--requirement", str(lock)]
        pip = [sys.executable, str(pip_wheel.find() / "pip"), "install", "--quiet", "--upgrade", "--target", str(TOOLS)]
        subprocess.run([*pip, *hashed], check=True, env={**os.environ, "PIP_ROOT_USER_ACTION": "ignore"})
        done.write_text(lock.read_text("utf-8"), "utf-8")
    return uv


def resolve(uv: Path, name: str, arguments: list[str]) -> None:
    """Write one set, without what the sets before it hold already."""
    earlier = [] if name == "lock" else [REQUIREMENTS / f"{other}.txt" for other in SETS[: SETS.index(name)]]
    target = REQUIREMENTS / f"{name}.txt"
    work = TOOLS / f"{name}.txt"
    work.write_text(target.read_text("utf-8") if target.exists() else "", "utf-8")
    source = ["pyproject.toml"] if name == "run" else ["--group", name]
    options = [*RESOLUTION, "--output-file", str(work), *arguments]
    for other in earlier:
        options += ["--constraint", str(other)]
    subprocess.run([str(uv), "pip", "compile", *source, *options], check=True, cwd=ROOT, env=environment())
    held = {block.splitlines()[0] for other in earlier for block in blocks(other.read_text("utf-8"))}
    kept = [block for block in blocks(work.read_text("utf-8")) if not is_held(block.splitlines()[0], held)]
    target.write_text(f"# Written by `make lock`; see packaging/lock.py.\n{''.join(kept)}", "utf-8")
    print(f"{target.relative_to(ROOT)}: {len(kept)} packages")


def environment() -> dict[str, str]:
    """The host's index and certificates under the names that uv reads."""
    environ = dict(os.environ)
    settings = pip_wheel.pip_settings(environ)
    if "index-url" in settings:
        environ.setdefault("UV_DEFAULT_INDEX", settings["index-url"])
    if "cert" in settings:
        environ.setdefault("SSL_CERT_FILE", settings["cert"])
    return environ


def blocks(text: str) -> list[str]:
    """The requirements of a lock, each with its hash lines and without comments."""
    wanted = "".join(line for line in text.splitlines(keepends=True) if not line.lstrip().startswith("#"))
    return re.findall(r"^\S.*\n(?:[ \t].*\n)*", wanted, re.MULTILINE)


def is_held(first_line: str, held: set[str]) -> bool:
    """Whether an earlier set names this requirement under the same marker, or under none."""
    requirement = first_line.removesuffix("\\").partition(";")[0].strip()
    return first_line in held or any(line.removesuffix("\\").strip() == requirement for line in held)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
