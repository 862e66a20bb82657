"""The audit log: each line chained to the one before, over files, kills and full disks; and what verifying tells."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from helpers.command_line import lapwing, said
from helpers.counts import times
from helpers.plugin_contexts import CONNECTION, TestContext, outcome_of, query_of
from helpers.waiting import eventually
from lapwing.domain.audit import AuditFault, AuditFinding, AuditVerdict, first_number, head_in, verify_log
from lapwing.plugins.api import ServiceInfo, Veto, WebhookInfo
from lapwing.plugins.bundled.audit_log.chain import Chain, Keeping
from lapwing.plugins.bundled.audit_log.lines import Tip
from lapwing.plugins.bundled.audit_log.plugin import AuditLog


def files_of(log: Path) -> list[Path]:
    return sorted(
        (path for path in log.parent.iterdir() if path.suffix != ".head"),
        key=lambda path: first_number(path.read_bytes()) or 0,
    )


def verdict_of(log: Path, noted: tuple[str, ...] = ()) -> AuditVerdict:
    files = [(path.name, path.read_bytes().splitlines(keepends=True)) for path in files_of(log)]
    head = log.with_name(f"{log.name}.head")
    return verify_log(files, head_in(head.read_bytes()) if head.exists() else None, noted)


def events(log: Path) -> list[str]:
    return [json.loads(line)["event"] for path in files_of(log) for line in path.read_bytes().splitlines()]


def filled(log: Path, lines: int = 12, most_bytes: int = 10**6) -> Chain:
    chain = Chain(log, Keeping(most_bytes))
    chain.begin()
    for number in range(lines):
        chain.write({"level": "info", "event": "query.completed", "sql": f"SELECT {number} -- ‘ünï’\n\u2028"})
    return chain


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "log" / "audit.log"


def started(tmp_path: Path, **config: object) -> tuple[AuditLog, Path]:
    plugin = AuditLog()
    plugin.context = TestContext(tmp_path, dict(config))
    plugin.initialize()
    return plugin, tmp_path / "audit.log"


# what is told


def test_a_session_is_told_from_its_connection_to_its_end(tmp_path: Path) -> None:
    plugin, log = started(tmp_path / "data")
    plugin.on_database_connect(CONNECTION)
    query = query_of("DELETE FROM orders", kind="write")
    assert plugin.on_query_execute(query) is None
    plugin.on_query_complete(outcome_of(query, rows=3))
    plugin.on_query_fail(outcome_of(query, error="no such table", error_code="statement.failed"))
    plugin.on_query_fail(outcome_of(query, error="Not now.", error_code="plugin.vetoed"))
    plugin.on_service_error(ServiceInfo("webhooks", "Webhook listener", "port taken"))
    plugin.on_webhook(WebhookInfo("1", "github", "push", {"authorization": "Bearer s3cret"}, b'{"token":"s3cret"}'))
    plugin.on_database_disconnect(CONNECTION)
    plugin.shutdown()
    assert events(log) == [
        "log.opened",
        "audit.begun",
        "connection.connected",
        "query.started",
        "query.completed",
        "query.failed",
        "query.vetoed",
        "service.error",
        "webhook.received",
        "connection.disconnected",
        "audit.ended",
    ]
    line = json.loads(log.read_bytes().splitlines()[4])
    assert (line["sql"], line["rows"], line["connection"], line["user"]) == ("DELETE FROM orders", 3, "shop", "anna")
    assert b"s3cret" not in log.read_bytes()
    assert verdict_of(log).finding is None


@pytest.mark.parametrize(
    ("level", "told"),
    [
        ("debug", ["query.started", "query.completed", "query.failed", "service.error"]),
        ("info", ["query.completed", "query.failed", "service.error"]),
        ("warning", ["query.failed", "service.error"]),
        ("error", ["service.error"]),
    ],
)
def test_a_level_leaves_out_what_is_below_it(tmp_path: Path, level: str, told: list[str]) -> None:
    plugin, log = started(tmp_path / "data", logLevel=level)
    query = query_of("SELECT 1")
    plugin.on_query_execute(query)
    plugin.on_query_complete(outcome_of(query))
    plugin.on_query_fail(outcome_of(query, error="gone"))
    plugin.on_service_error(ServiceInfo("webhooks", "Webhook listener", "port taken"))
    assert [each for each in events(log) if each.startswith(("query", "service"))] == told


def test_the_settings_of_other_tools_are_understood_and_wrong_ones_told(tmp_path: Path) -> None:
    file = tmp_path / "var" / "audit.log"
    config = {"logLevel": "info", "logFile": str(file), "maxFileSize": "100MB", "retention": "90d"}
    started(tmp_path / "data", **config)
    assert events(file) == ["log.opened", "audit.begun"]
    with pytest.raises(ValueError, match="“plenty” is not a size"):
        AuditLog().on_config_load({"maxFileSize": "plenty"})
    with pytest.raises(ValueError, match="“90y” is not a duration"):
        AuditLog().on_config_load({"retention": "90y"})
    with pytest.raises(ValueError, match="no whole path"):
        started(tmp_path / "data", logFile="audit.log")
    other = tmp_path / "letter.txt"
    other.write_text("Dear Anna")
    with pytest.raises(ValueError, match="no audit log"):
        started(tmp_path / "data", logFile=str(other))
    assert other.read_text() == "Dear Anna"


def test_a_statement_that_cannot_be_logged_is_refused_only_when_that_is_asked_for(tmp_path: Path) -> None:
    query = query_of("DROP TABLE orders", kind="define")
    for required in (False, True):
        plugin, log = started(tmp_path / str(required), required=required)
        log.unlink()
        log.mkdir()  # nothing can be appended to a folder
        refused = plugin.on_query_execute(query)
        assert (refused is not None) == required
        assert not plugin.on_health_check().is_well
        log.rmdir()
        assert plugin.on_query_execute(query) is None
        assert plugin.on_health_check().is_well
    assert isinstance(refused, Veto)
    assert "audit log" in refused.reason


def test_a_text_without_end_is_told_by_its_beginning_and_its_hash(tmp_path: Path) -> None:
    plugin, log = started(tmp_path / "data")
    plugin.on_query_execute(query_of("X\ud800" + "é" * 500_000, kind="write"))
    line = json.loads(log.read_bytes().splitlines()[-1])
    assert (len(line["sql"]), line["sql_characters"], len(line["sql_sha256"])) == (64_000, 500_002, 64)
    assert verdict_of(log).finding is None


# what verifying tells


def changed(lines: list[bytes]) -> None:
    lines[5] = lines[5].replace(b"SELECT 4", b"SELECT 5")


def changed_with_its_hash(lines: list[bytes]) -> None:
    from hashlib import sha256

    body = lines[5].replace(b"SELECT 4", b"SELECT 5")[:-77]
    lines[5] = body + b',"sha256":"' + sha256(body).hexdigest().encode() + b'"}\n'


def inserted(lines: list[bytes]) -> None:
    lines.insert(5, b'{"seq":6,"event":"query.completed"}\n')


def moved(lines: list[bytes]) -> None:
    lines.insert(5, lines[2])


def removed(lines: list[bytes]) -> None:
    del lines[5:8]


def cut(lines: list[bytes]) -> None:
    del lines[5:]


def cut_within(lines: list[bytes]) -> None:
    lines[5:] = [lines[5][:40]]


@pytest.mark.parametrize(
    ("do", "fault", "line", "count"),
    [
        (changed, AuditFault.CHANGED, 6, 0),
        (changed_with_its_hash, AuditFault.CHANGED, 6, 0),
        (inserted, AuditFault.INSERTED, 6, 0),
        (moved, AuditFault.INSERTED, 6, 0),
        (removed, AuditFault.REMOVED, 6, 3),
        (cut, AuditFault.CUT_OFF, 5, 8),
        (cut_within, AuditFault.CUT_OFF, 6, 8),
    ],
)
def test_the_first_line_that_is_not_as_it_was_is_told(
    log: Path, do: Callable[[list[bytes]], None], fault: AuditFault, line: int, count: int
) -> None:
    filled(log)
    lines = log.read_bytes().splitlines(keepends=True)
    do(lines)
    log.write_bytes(b"".join(lines))
    assert verdict_of(log).finding == AuditFinding(fault, "audit.log", line, 6, count)


def test_any_byte_that_is_changed_is_told(log: Path) -> None:
    import random

    filled(log, lines=4)
    data = log.read_bytes()
    chance = random.Random(7)
    for _ in range(times(60, 5000)):
        at = chance.randrange(len(data))
        other = bytes([chance.choice([byte for byte in (10, 48, 122, 34, 255) if byte != data[at]])])
        log.write_bytes(data[:at] + other + data[at + 1 :])
        found = verdict_of(log).finding
        assert found is not None, (at, other)
        assert found.line <= data[:at].count(b"\n") + 1


def test_a_log_that_goes_on_behind_a_fault_still_tells_it(log: Path) -> None:
    chain = filled(log)
    lines = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(b"".join(lines[:5]))
    chain.write({"level": "info", "event": "query.completed"})
    assert events(log)[-2:] == ["log.damaged", "query.completed"]
    assert verdict_of(log).finding == AuditFinding(AuditFault.REMOVED, "audit.log", 6, 6, 8)


def test_a_log_that_was_written_anew_is_told_by_a_noted_hash(log: Path) -> None:
    filled(log)
    noted = (json.loads(log.read_bytes().splitlines()[3])["sha256"],)
    assert verdict_of(log, noted).finding is None
    log.unlink()
    log.with_name("audit.log.head").unlink()
    filled(log)
    assert verdict_of(log).finding is None
    found = verdict_of(log, noted).finding
    assert found is not None
    assert found.fault is AuditFault.REWRITTEN


# files


def test_files_are_chained_and_none_grows_too_large(log: Path) -> None:
    filled(log, lines=40, most_bytes=3000)
    paths = files_of(log)
    assert len(paths) > 3
    assert all(path.stat().st_size < 3700 and path.stat().st_mode & 0o077 == 0 for path in paths)
    assert verdict_of(log).finding is None
    for path in paths[:-1]:
        assert json.loads(path.read_bytes().splitlines()[-1])["event"] == "log.closed"


def test_a_file_between_that_is_gone_and_one_that_was_cut_off_are_told(log: Path) -> None:
    filled(log, lines=40, most_bytes=3000)
    second = files_of(log)[1]
    data = second.read_bytes()
    second.write_bytes(b"".join(data.splitlines(keepends=True)[:-2]))
    found = verdict_of(log).finding
    assert found is not None
    assert (found.fault, found.file, found.count) == (AuditFault.CUT_OFF, second.name, 2)
    second.unlink()
    found = verdict_of(log).finding
    assert found is not None
    assert (found.fault, found.count) == (AuditFault.REMOVED, data.count(b"\n"))


def test_old_files_are_removed_and_a_person_who_removes_them_is_told(log: Path) -> None:
    filled(log, lines=40, most_bytes=3000)
    first, second, *_ = files_of(log)
    os.utime(first, (0, 0))
    Chain(log, Keeping(3000, keep_s=86400.0)).begin()
    verdict = verdict_of(log)
    assert (first.exists(), verdict.finding, verdict.is_whole, verdict.is_begin_known) == (False, None, False, True)
    assert "log.removed" in events(log)
    second.unlink()
    assert not verdict_of(log).is_begin_known


def test_two_processes_write_one_chain(log: Path) -> None:
    first, second = filled(log, lines=0), Chain(log, Keeping(2000))
    for _ in range(10):
        first.write({"level": "info", "event": "a"})
        second.write({"level": "info", "event": "b"})
    assert verdict_of(log).finding is None
    assert [each for each in events(log) if len(each) == 1] == ["a", "b"] * 10


# kills


@pytest.mark.parametrize("left", [1, 40, 200])
def test_a_torn_last_line_is_no_tampering_and_the_log_goes_on_behind_it(log: Path, left: int) -> None:
    chain = filled(log)
    head = log.with_name("audit.log.head").read_bytes()
    chain.write({"level": "info", "event": "query.completed", "sql": "x" * 200})
    data = log.read_bytes()
    start = data[:-1].rindex(b"\n") + 1
    log.write_bytes(data[: start + left])
    log.with_name("audit.log.head").write_bytes(head)
    assert (verdict_of(log).finding, verdict_of(log).torn) == (None, 1)
    Chain(log, Keeping()).begin()
    chain.write({"level": "info", "event": "query.completed"})
    assert (verdict_of(log).finding, verdict_of(log).torn) == (None, 1)


def test_a_kill_while_a_new_file_is_begun_breaks_no_chain(log: Path) -> None:
    chain = filled(log, lines=9, most_bytes=2500)
    first, live = files_of(log)
    assert live == log
    live.unlink()
    data = first.read_bytes()
    last = json.loads(data.splitlines()[-1])
    log.with_name("audit.log.head").write_bytes(Tip(last["seq"], last["sha256"], len(data), 1).as_bytes)
    chain.write({"level": "info", "event": "query.completed"})
    assert events(log)[-3:] == ["log.closed", "log.opened", "query.completed"]
    assert verdict_of(log).finding is None


def test_a_log_without_its_head_goes_on_and_tells_it(log: Path) -> None:
    filled(log, lines=40, most_bytes=3000)
    log.with_name("audit.log.head").unlink()
    assert not verdict_of(log).is_end_known
    Chain(log, Keeping(3000)).begin()
    assert events(log)[-1] == "log.damaged"
    assert (verdict_of(log).finding, verdict_of(log).is_end_known) == (None, True)


_WRITER = """
import sys
from pathlib import Path
from lapwing.plugins.bundled.audit_log.chain import Chain, Keeping
chain = Chain(Path(sys.argv[1]), Keeping(20_000))
chain.begin()
number = 0
while True:
    chain.write({"level": "info", "event": "query.completed", "sql": "x" * 300, "number": number})
    number += 1
"""


def has_grown(log: Path, size: int) -> bool:
    return log.exists() and log.stat().st_size > size


def test_a_process_that_is_killed_leaves_a_log_that_is_whole(log: Path) -> None:
    for round_ in range(times(3, 200)):
        process = subprocess.Popen([sys.executable, "-c", _WRITER, str(log)])
        try:
            eventually(partial(has_grown, log, 3000 + round_ % 20 * 700))
        finally:
            process.send_signal(signal.SIGKILL)
            process.wait(30)
        assert verdict_of(log).finding is None
    Chain(log, Keeping()).begin()
    assert verdict_of(log).finding is None


# the command


def test_the_command_says_that_all_is_well_or_the_first_fault(log: Path) -> None:
    filled(log, lines=40, most_bytes=3000)
    good = lapwing("audit", "verify", log)
    assert good.returncode == 0, said(good)
    assert b"are as they were written" in good.stdout
    first = files_of(log)[0]
    data = first.read_bytes()
    first.write_bytes(data.replace(b"SELECT 3", b"SELECT 7"))
    bad = lapwing("audit", "verify", log)
    assert bad.returncode == 1
    assert f"line 5 of {first} was changed" in said(bad)
    (log.parent / "x").write_text("hello")
    assert lapwing("audit", "verify", log.parent / "x").returncode == 2


def test_without_a_name_the_log_of_the_plugin_is_looked_through(home: Path) -> None:
    place = home / "data" / "plugins" / "data" / "audit-log" / "audit.log"
    none = lapwing("audit", "verify")
    assert (none.returncode, str(place) in said(none)) == (2, True)
    filled(place, lines=3, most_bytes=100_000)
    whole = lapwing("audit", "verify")
    assert (whole.returncode, b"as they were written" in whole.stdout) == (0, True)
