"""What the Makefile starts: `python3 packaging/bootstrap.py run|test|bench|soak|lock|plugin-index|clean [ARGUMENTS]`.

Needs nothing but Python's standard library. Exit codes: that of the program which was started; 1 when the setup failed;
3 when something has to be installed by hand first (the sentence on stderr holds the command).
"""

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

from lapwing_setup import environment, interpreter, overlay, session, system
from lapwing_setup.failure import SetupFailure
from lapwing_setup.places import CACHE, PACKAGING, ROOT, VENV

TOUR = CACHE / "tour"

WINDOW = ("lapwing", "--sample")
"""What `make run` starts on a display."""
TOUR_WITHOUT_DISPLAY = ("lapwing", "--sample", "--tour", str(TOUR))
"""What it starts where there is none: the window off the screen, which prints the first rows and leaves a picture."""

QUICK_CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
)
LONG_CHECKS = (
    ("mypy",),
    ("lint-imports", "--no-logo"),
)
"""Those that take one processor a minute: they run beside the tests and are told after them."""

SIDE_BY_SIDE = (
    "pytest",
    f"--numprocesses={(os.cpu_count() or 1) + 1}",
    "--dist=loadfile",
    "--no-loadscope-reorder",
    "--max-worker-restart=0",
)
"""The tests in several processes, each with servers of its own; they wait more than they compute. `-n0` undoes it."""


def main(arguments: list[str]) -> int:
    """Do what the first argument says with the rest; the exit code."""
    verbs: dict[str, Callable[[list[str]], int]] = {
        "run": run,
        "test": test,
        "bench": bench,
        "soak": soak,
        "lock": lock,
        "plugin-index": plugin_index,
        "clean": clean,
    }
    verb = verbs.get(arguments[0]) if arguments else None
    if verb is None:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        interpreter.use_a_supported_one(__file__, arguments)
        return verb(arguments[1:])
    except SetupFailure as failure:
        print(failure, file=sys.stderr)
        return failure.exit_code
    except KeyboardInterrupt:
        return 130


def run(arguments: list[str]) -> int:
    """Open the window on the sample database. Only returns by raising: the program takes this process over."""
    with one_at_a_time():
        system.provide("run")
        environment.provide(with_tests=False)
    environ = session.for_window(os.environ)
    offscreen = session.is_offscreen(environ)
    if offscreen:
        TOUR.mkdir(parents=True, exist_ok=True)
    command = TOUR_WITHOUT_DISPLAY if offscreen else WINDOW
    sys.stdout.flush()
    sys.stderr.flush()
    os.execve(VENV / "bin" / command[0], [*command, *arguments], environ)


def test(arguments: list[str]) -> int:
    """Lint, types, imports, then the tests; all of them even after a failure. Arguments go to pytest."""
    with prepared_for_tests() as environ:
        return run_all([*QUICK_CHECKS, (*SIDE_BY_SIDE, *arguments)], environ, beside=LONG_CHECKS)


def soak(arguments: list[str]) -> int:
    """The tests with the full counts of every loop; hours rather than minutes."""
    with prepared_for_tests() as environ:
        return run_all([(*SIDE_BY_SIDE, *arguments)], {**environ, "LAPWING_SOAK": "1"})


def bench(arguments: list[str]) -> int:
    """Print the figures that the program is held to; BENCH_JSON names a file for them."""
    with prepared_for_tests("bench") as environ:
        found_as_in_tests = {**environ, "PYTHONPATH": str(ROOT / "tests")}
        return run_all([("python", "-m", "tests.benchmarks", *arguments)], found_as_in_tests)


def lock(arguments: list[str]) -> int:
    """Write `packaging/requirements/*.txt` anew; `--upgrade` takes the newest versions that fit."""
    return subprocess.run([sys.executable, "-E", str(PACKAGING / "lock.py"), *arguments], check=False).returncode


def plugin_index(arguments: list[str]) -> int:
    """Write the index of the plugins that come with Lapwing; an argument names the private key that signs it."""
    with one_at_a_time():
        environment.provide(with_tests=False)
    command = [str(VENV / "bin" / "python"), str(PACKAGING / "plugin_index.py"), *arguments]
    return subprocess.run(command, check=False).returncode


def clean(_arguments: list[str]) -> int:
    """Remove what is made from the checkout, and nothing else."""
    leftovers = [VENV, CACHE, ROOT / "dist", ROOT / "build", *ROOT.glob(".*_cache"), ROOT / ".hypothesis"]
    for folder in [*leftovers, *ROOT.glob("app/**/__pycache__"), *ROOT.glob("tests/**/__pycache__")]:
        shutil.rmtree(folder, ignore_errors=True)
    for file in ROOT.glob(".coverage*"):
        file.unlink()
    return 0


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Let two `make` in one checkout prepare it one after the other."""
    CACHE.mkdir(exist_ok=True)
    with open(CACHE / "setup.lock", "w", encoding="utf-8") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


@contextmanager
def prepared_for_tests(*more: str) -> Iterator[dict[str, str]]:
    """See that everything for tests is there; the environment for them, with a run-time folder removed at the end.

    Args:
        more: Further lists of system packages.
    """
    with one_at_a_time():
        system.provide("run", "test", *more)
        environment.provide(with_tests=True)
    with tempfile.TemporaryDirectory(prefix="lapwing-test-", ignore_cleanup_errors=True) as runtime:
        environ = session.for_tests(os.environ, Path(runtime))
        environ.pop("PYTHONDONTWRITEBYTECODE", None)  # or each of thousands of processes would compile everything anew
        environ["PATH"] = f"{VENV / 'bin'}{os.pathsep}{environ.get('PATH', os.defpath)}"
        yield environ


def run_all(
    commands: Sequence[tuple[str, ...]], environ: dict[str, str], *, beside: Sequence[tuple[str, ...]] = ()
) -> int:
    """Run commands of `.venv` one after the other and name those that failed; the first bad exit code, or 0.

    Args:
        beside: Commands that run meanwhile, all at once; what they say is told after the others.
    """
    failed: list[tuple[str, int]] = []
    start = overlay.prefix()

    def told(command: tuple[str, ...], code: int) -> None:
        if code != 0:
            failed.append((" ".join(command), code))

    with ExitStack() as ends:
        begun = [(command, *ends.enter_context(begin(words_of(start, command), environ))) for command in beside]
        for command in commands:
            print(f"\n=== {' '.join(command)}", flush=True)
            told(command, subprocess.run(words_of(start, command), env=environ, cwd=ROOT, check=False).returncode)
        for command, running, said in begun:
            code = running.wait()
            print(f"\n=== {' '.join(command)}", flush=True)
            said.seek(0)
            sys.stdout.write(said.read())
            told(command, code)
    for line, code in failed:
        print(f"Failed with exit code {code}: {line}", file=sys.stderr)
    return failed[0][1] if failed else 0


def words_of(start: list[str], command: tuple[str, ...]) -> list[str]:
    """A command of `.venv` as it is started."""
    return [*start, str(VENV / "bin" / command[0]), *command[1:]]


@contextmanager
def begin(words: list[str], environ: dict[str, str]) -> Iterator[tuple["subprocess.Popen[bytes]", IO[str]]]:
    """A command that runs, and the file in which it says what it says; ended with what it was begun for."""
    with (
        tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as said,
        subprocess.Popen(words, env=environ, cwd=ROOT, stdout=said, stderr=subprocess.STDOUT) as running,
    ):
        try:
            yield running, said
        finally:
            running.terminate()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
