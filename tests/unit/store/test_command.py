"""Secrets that a command prints."""

import os
import shlex
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers.processes import is_alive
from helpers.waiting import eventually
from lapwing.domain.secret_errors import SecretCommandFailed
from lapwing.domain.secrets import HIDDEN, Secret
from lapwing.store.secrets.command import SecretCommands


def program(source: str, *arguments: object) -> str:
    """The command line of a Python program."""
    return shlex.join([sys.executable, "-c", source, *map(str, arguments)])


def ask(line: str, patience_s: float = 30) -> str:
    return SecretCommands(patience_s).ask(line, "shop").reveal()


def refusal(line: str, patience_s: float = 30) -> str:
    with pytest.raises(SecretCommandFailed) as refused:
        ask(line, patience_s)
    assert "terminal" in refused.value.next_step()
    return str(refused.value)


@pytest.mark.parametrize(
    ("printed", "secret"),
    [
        (r"hunter2\n", "hunter2"),
        (r"hunter2", "hunter2"),
        (r"hunter2\r\n", "hunter2"),
        (r"hunter2\nuser: me\nurl: here\n", "hunter2"),
        (r"  hunter 2\t \n", "  hunter 2\t "),
        (r"hunter2\n\n", "hunter2"),
        (r"p\303\244ss\360\235\204\236\n", "päss𝄞"),
    ],
)
def test_the_first_line_without_its_end_is_the_secret(printed: str, secret: str) -> None:
    assert ask(f"printf '{printed}'") == secret


def test_a_long_output_is_read_to_its_end_and_only_the_first_line_kept() -> None:
    assert ask(program("print('x' * 60_000); print('y' * 5_000_000)")) == "x" * 60_000


def test_words_are_taken_apart_and_no_shell_sees_them() -> None:
    assert ask("printf %s 'a b'\"c  d\"e\\ f") == "a bc  de f"
    assert ask("printf %s '$HOME `id` ; echo * && ~'") == "$HOME `id` ; echo * && ~"
    assert ask("printf %s, a ; touch && b") == "a,;,touch,&&,b,"


def test_it_has_the_engines_environment_and_no_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LAPWING_TEST_VAULT", "canary")
    assert (
        ask(program("import os, sys; print(os.environ['LAPWING_TEST_VAULT'] + repr(sys.stdin.read()))")) == "canary''"
    )


def test_it_has_a_session_of_its_own() -> None:
    """It cannot ask anything at the terminal from which Lapwing was started."""
    session, group, pid = map(int, ask(program("import os; print(os.getsid(0), os.getpgrp(), os.getpid())")).split())
    assert session == group == pid


def test_it_inherits_no_open_file(tmp_path: Path) -> None:
    with (tmp_path / "open").open("w") as file:
        os.set_inheritable(file.fileno(), True)
        assert ask(program(f"import os; print(os.path.exists('/proc/self/fd/{file.fileno()}'))")) == "False"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("true", "it printed nothing"),
        ("printf '\\nhunter2\\n'", "the first line that it printed is empty"),
        ("printf '\\377hunter2\\n'", "no UTF-8 text"),
        (program("print('x' * 100_000)"), "longer than 64 kB"),
        ("false", "it ended with exit code 1."),
        ("sh -c 'exit 7'", "it ended with exit code 7."),
        ("sh -c 'kill -9 $$'", "it was ended by signal 9."),
        ("sh -c 'echo first >&2; echo; echo the vault is locked >&2; echo >&2; exit 1'", "code 1: the vault is locked"),
    ],
)
def test_a_command_that_gives_no_secret_says_why(line: str, reason: str) -> None:
    assert reason in refusal(line)


def test_a_program_that_cannot_be_started_is_not_named(tmp_path: Path) -> None:
    """Somebody may have typed the password into the wrong field."""
    (tmp_path / "c4nary").write_text("no program")
    for line in ("c4nary", str(tmp_path / "c4nary"), str(tmp_path)):
        told = refusal(line)
        assert "it cannot be started" in told
        assert "c4nary" not in told
        assert str(tmp_path) not in told


def test_what_it_printed_is_taken_out_of_what_it_complains() -> None:
    assert f"code 3: refused {HIDDEN}" in refusal("sh -c 'echo hunter2; echo \"refused hunter2\" >&2; exit 3'")


def test_hostile_complaints_are_made_visible_and_short() -> None:
    told = refusal(program("import sys; sys.stderr.write('\\x1b]0;title\\x07\\u202e' + 'x' * 10_000); sys.exit(1)"))
    assert r"\x1b]0;title\x07\u202e" in told
    assert len(told) < 400


def test_complaints_of_a_command_that_succeeds_are_dropped(capfd: pytest.CaptureFixture[str]) -> None:
    assert ask("sh -c 'echo warning: c4nary >&2; echo hunter2'") == "hunter2"
    assert capfd.readouterr() == ("", "")


STARTS_ANOTHER = """
import subprocess, sys, time
from pathlib import Path
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
Path(sys.argv[1]).write_text(str(child.pid))
print("hunter2", flush=True)
time.sleep(float(sys.argv[2]))
"""


def test_a_command_that_takes_too_long_is_ended_with_all_it_started(tmp_path: Path) -> None:
    """A shell starts another program soon, also where Python is slow to begin."""
    starts = shlex.join(["sh", "-c", 'sleep 600 & echo $! > "$0"; echo hunter2; sleep 600', str(tmp_path / "pid")])
    assert "longer than 2 s" in refusal(starts, patience_s=2)
    child = int((tmp_path / "pid").read_text())
    eventually(lambda: not is_alive(child))


def test_a_command_that_closes_its_output_and_goes_on_is_ended_too() -> None:
    assert "longer than 1 s" in refusal("sh -c 'exec >&- 2>&-; sleep 600'", patience_s=1)


def test_a_program_left_running_does_not_hold_up_the_answer(tmp_path: Path) -> None:
    """Agents are started this way, and keep the output open for as long as they live."""
    assert ask(program(STARTS_ANOTHER, tmp_path / "pid", 0), patience_s=600) == "hunter2"
    child = int((tmp_path / "pid").read_text())
    assert is_alive(child)
    os.kill(child, 9)


def test_closing_ends_what_runs_and_nothing_is_started_any_more(tmp_path: Path) -> None:
    commands = SecretCommands(600)
    told: list[str] = []

    def run(line: str) -> Callable[[], None]:
        def wait() -> None:
            with pytest.raises(SecretCommandFailed) as refused:
                commands.ask(line, "shop")
            told.append(str(refused.value))

        return wait

    waiting = threading.Thread(target=run(program(STARTS_ANOTHER, tmp_path / "pid", 600)))
    waiting.start()
    eventually(lambda: (tmp_path / "pid").exists() and (tmp_path / "pid").read_text())
    commands.close()
    waiting.join(30)
    run("printf hunter2")()
    assert ["Lapwing is ending" in text for text in told] == [True, True]
    eventually(lambda: not is_alive(int((tmp_path / "pid").read_text())))


def test_many_at_once_do_not_disturb_each_other() -> None:
    commands = SecretCommands()
    found: list[Secret] = []
    threads = [
        threading.Thread(target=lambda n=number: found.append(commands.ask(f"printf {n}", "shop")))
        for number in range(20)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(int(secret.reveal()) for secret in found) == list(range(20))
