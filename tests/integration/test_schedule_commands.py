"""`lapwing schedule` as people and scripts use it."""

import asyncio
import json

import pytest

from helpers.http_receivers import http_receiver
from helpers.webhooks import came, endpoint_at, teller
from lapwing.cli import engine_run
from lapwing.cli.main import main


class Shell:
    """The commands in this process: each makes an engine of its own."""

    def __init__(self, capture: pytest.CaptureFixture[bytes]) -> None:
        self._capture = capture

    def schedule(self, *arguments: str) -> tuple[int, str, str]:
        """Exit code, standard output, standard error."""
        self._capture.readouterr()
        code = main(["schedule", *arguments])
        out, err = self._capture.readouterr()
        return code, out.decode(), err.decode()

    def rows(self, *arguments: str) -> list[dict[str, object]]:
        found: list[dict[str, object]] = json.loads(self.schedule(*arguments, "--format", "json")[1])
        return found


@pytest.fixture
def shell(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Shell:
    for name in ("start_logs", "end_logs"):  # a process starts its logs once; here every command would
        monkeypatch.setattr(engine_run, name, lambda *_: None)
    return Shell(capfdbinary)


NIGHTLY = ("Nightly export", "0 3 * * *", "--zone", "Europe/Berlin")


def test_a_schedule_is_added_listed_replaced_switched_and_removed(shell: Shell) -> None:
    code, _, said = shell.schedule("add", *NIGHTLY, "--data", '{"keep": 7}', "--missed", "once")
    assert (code, said.startswith("lapwing: Nightly export tells workflow.nightly-export at 2")) == (0, True)
    (row,) = shell.rows("list")
    assert (row["event"], row["when"], row["zone"], row["enabled"]) == (
        "workflow.nightly-export",
        "0 3 * * *",
        "Europe/Berlin",
        "yes",
    )
    assert str(row["next"])[10:19] == " 03:00:00"
    assert shell.schedule("add", "Nightly export", "every 2 h", "--workflow", "export")[0] == 0
    assert shell.schedule("disable", "Nightly export")[2] == "lapwing: Nightly export is switched off.\n"
    (row,) = shell.rows("list")
    assert (row["event"], row["when"], row["enabled"], row["next"]) == ("workflow.export", "every 2 h", "no", None)
    assert shell.schedule("enable", "Nightly export")[0] == 0
    assert shell.schedule("remove", "Nightly export")[2] == "lapwing: Nightly export was removed.\n"
    assert shell.rows("list") == []


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("add", "N", "0 25 * * *"), "25 is no hour"),
        (("add", "N", "0 3 * * *", "--zone", "Mars"), "There is no time zone Mars here."),
        (("add", "N", "0 3 * * *", "--data", "[1]"), "--data is a JSON object"),
        (("add", "N", "0 3 * * *", "--missed", "twice"), "--missed is skip or once."),
        (("add", "N", "0 3 * * *", "--overlap", "twice"), "--overlap is refuse or queue."),
        (("add", "N", "at 2020-01-01 00:00"), "The time of N is over: at 2020-01-01 00:00."),
        (("run", "N"), "There is no schedule N."),
        (("next", "whenever it suits"), "A cron expression has five parts, and this one has 3."),
    ],
)
def test_what_is_wrong_is_a_sentence_and_an_exit_code(shell: Shell, arguments: tuple[str, ...], sentence: str) -> None:
    code, out, said = shell.schedule(*arguments)
    assert (code, out, sentence in said) == (2, "", True), said


def test_the_next_times_of_an_expression_and_of_a_schedule_are_written_by_the_clocks_of_its_zone(shell: Shell) -> None:
    out = shell.schedule("next", "30 2 L * *", "--zone", "Europe/Berlin", "--count", "12")[1]
    offsets = {line[-6:] for line in out.splitlines()}
    assert (len(out.splitlines()), offsets) == (12, {"+01:00", "+02:00"})
    shell.schedule("add", "Last day", "30 2 L * *", "--zone", "Europe/Berlin")
    assert shell.schedule("next", "Last day", "--count", "12")[1] == out


def test_where_no_engine_runs_schedules_the_command_runs_one_and_webhooks_are_told_later(shell: Shell) -> None:
    async def endpoint() -> None:
        async with teller(delivers=False) as some:
            await some.save(endpoint_at(receiver))

    async def delivered() -> None:
        async with teller():
            await came(receiver, 1)

    with http_receiver() as receiver:
        asyncio.run(endpoint())
        assert shell.schedule("add", *NIGHTLY)[0] == 0
        code, out, said = shell.schedule("run", "Nightly export")
        assert (code, out, "No window is open" in said) == (0, "", True)
        (row,) = shell.rows("runs", "Nightly export")
        assert (row["cause"], row["state"]) == ("person", "done")
        asyncio.run(delivered())
        assert b'"workflow.nightly-export"' in receiver.received[0].body
