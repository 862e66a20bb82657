"""Alerts in a real engine: judged by samples of its bus, kept through its end, told by log and mail."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from helpers.engines import Asker, asker
from helpers.mail_servers import mail_server
from helpers.processes import APP
from helpers.waiting import eventually_async
from lapwing import paths
from lapwing.domain.alerts.asking import (
    AcknowledgeAlert,
    AlertList,
    AlertName,
    CheckRule,
    ReadAlertHistory,
    RemoveRule,
    RuleOrigin,
    SaveChannel,
    SaveRule,
    SilenceAlert,
    SwitchRule,
)
from lapwing.domain.alerts.channels import AlertChannel, ChannelChanged, ChannelKind, MailSecurity, MailServer
from lapwing.domain.alerts.errors import ChannelInvalid, ExpressionInvalid, MailRefused
from lapwing.domain.alerts.instances import AlertChanged, AlertFacts, AlertState
from lapwing.domain.alerts.rules import AlertRule, QuietTime, Severity
from lapwing.domain.connections import Connection, RemoveConnection, SaveConnection
from lapwing.domain.errors import in_full
from lapwing.domain.monitoring.metrics import Labels, Lane, SeriesKey, SeriesValue
from lapwing.domain.monitoring.samples import MetricsSampled, MonitorChanged, MonitorEnded, MonitorFacts, MonitorState
from lapwing.domain.operations import Subscribe
from lapwing.domain.secrets import Secret, SecretKind, SecretPlace, UnlockSecrets

RULE = AlertRule("Blocked", "blocked_sessions > 2", "own-blocked", labels={"team": "db"})
SHOP = Connection("shop-id", "shop-prod", "postgresql://db.example.org/shop", environment="production")


class Server:
    """Samples of one connection, a second apart."""

    def __init__(self, some: Asker, connection_id: str = SHOP.id) -> None:
        self._bus = some.engine.bus
        self._id = connection_id
        self.at = time.time()

    def tells(self, value: float | None = None, seconds: int = 1, **more: Mapping[Labels, float | None]) -> None:
        found: dict[str, Mapping[Labels, float | None]] = {"blocked_sessions": {(): value}, **more}
        for _ in range(seconds):
            self.at += 1
            values = tuple(
                SeriesValue(SeriesKey(metric, labels), number)
                for metric, series in found.items()
                for labels, number in series.items()
            )
            self._bus.publish(MetricsSampled(self._id, self.at, 1.0, Lane.FAST, values, is_stored=True))

    def gap(self, why: str = "timeout") -> None:
        self.at += 1
        self._bus.publish(MetricsSampled(self._id, self.at, 1.0, Lane.FAST, gap=why, is_stored=True))


async def prepared(some: Asker, *rules: AlertRule) -> Server:
    await some.ask("events.subscribe", Subscribe(("alert.*", "alerts.*")))
    await some.ask("connection.save", SaveConnection(SHOP))
    for rule in rules or (RULE,):
        await some.ask("alert.save_rule", SaveRule(rule))
    await some.ask("alert.list")
    return Server(some)


async def alerts(some: Asker, rule_id: str = RULE.id) -> list[AlertFacts]:
    found = await some.ask("alert.list")
    assert isinstance(found, AlertList)
    return [each for each in found.alerts if each.instance.rule_id == rule_id]


def told(some: Asker) -> list[tuple[AlertState, AlertState]]:
    return [(event.change.before, event.change.after) for event in some.heard(AlertChanged)]


NAME = AlertName(RULE.id, SHOP.id)


async def test_an_alert_goes_from_pending_to_resolved_and_each_change_is_told_and_kept() -> None:
    async with asker() as some:
        server = await prepared(some, replace(RULE, duration="3s", clear="blocked_sessions == 0"))
        server.tells(5.0, 5)
        (alert,) = await alerts(some)
        assert (alert.instance.state, alert.instance.value, alert.connection) == (AlertState.FIRING, 5.0, "shop-prod")
        await some.ask("alert.acknowledge", AcknowledgeAlert(NAME, "me"))
        server.gap()
        server.tells(1.0)
        assert (await alerts(some))[0].instance.state is AlertState.ACKNOWLEDGED
        server.tells(0.0)
        assert [str(after) for _, after in told(some)] == [
            "pending",
            "firing",
            "acknowledged",
            "unknown",
            "acknowledged",
            "resolved",
        ]
        events = some.heard(AlertChanged)
        assert [bool(event.channels) for event in events] == [False, True, False, False, False, True]
        assert events[1].change.rule_labels == {"team": "db"}
        history = await some.ask("alert.history", ReadAlertHistory(rule_id=RULE.id))
        assert [change.after for change in reversed(history.changes)] == [after for _, after in told(some)]
        assert history.changes[3].by == "me"
    assert "WARNING Blocked on shop-prod: pending -> firing" in (paths.logs() / "alerts.log").read_text()


async def test_each_series_of_each_connection_is_an_alert_of_its_own_and_one_that_vanishes_is_not_over() -> None:
    async with asker() as some:
        lag = AlertRule("Lag", "replication_lag > 30s", "lag")
        server = await prepared(some, lag)
        one, other = (("standby", "a"),), (("standby", "b"),)
        server.tells(replication_lag={one: 60.0, other: 1.0})
        (alert,) = await alerts(some, "lag")
        assert alert.instance.labels == one
        server.tells(replication_lag={other: 1.0})
        assert (await alerts(some, "lag"))[0].instance.state is AlertState.UNKNOWN
        server.at += 700
        server.tells(replication_lag={other: 1.0})
        (alert,) = await alerts(some, "lag")
        assert alert.instance.state is AlertState.RESOLVED
        assert some.heard(AlertChanged)[-1].change.reason == "gone"


async def test_a_server_that_is_down_fires_and_nothing_else_is_over_by_that() -> None:
    async with asker() as some:
        down = AlertRule("Down", "connection_status == 'failed'", "down")
        stale = AlertRule("Stale", "last_sync_age > '2h'", "stale")
        errors = AlertRule("Errors", "error_rate > 0.3", "errors")
        server = await prepared(some, RULE, down, stale, errors)
        server.tells(5.0, 3)
        facts = MonitorFacts(SHOP.id, MonitorState.LOST, 1.0)
        some.engine.bus.publish(MonitorChanged(facts))
        server.gap("lost")
        assert (await alerts(some, "down"))[0].instance.text == "failed"
        assert (await alerts(some))[0].instance.state is AlertState.UNKNOWN
        assert (await alerts(some))[0].instance.before is AlertState.FIRING
        server.at += 3
        server.gap("lost")
        assert (await alerts(some, "errors"))[0].instance.value == pytest.approx(0.4)
        server.at += 3 * 3_600
        server.gap("lost")
        assert (await alerts(some, "stale"))[0].instance.state is AlertState.FIRING
        some.engine.bus.publish(MonitorEnded(SHOP.id))
        assert (await alerts(some, "down"))[0].instance.state is AlertState.UNKNOWN


async def test_nothing_is_judged_by_samples_that_another_engine_keeps() -> None:
    async with asker() as some:
        server = await prepared(some)
        values = (SeriesValue(SeriesKey("blocked_sessions"), 9.0),)
        some.engine.bus.publish(MetricsSampled(SHOP.id, server.at, 1.0, Lane.FAST, values))
        assert await alerts(some) == []


async def test_an_average_over_a_time_is_unknown_until_half_of_it_has_passed() -> None:
    async with asker() as some:
        server = await prepared(some, AlertRule("Average", "avg(blocked_sessions, 60s) > 2", "average"))
        server.tells(5.0, 29)
        assert await alerts(some, "average") == []
        server.tells(5.0, 3)
        (alert,) = await alerts(some, "average")
        assert alert.instance.value == 5.0
        server.tells(0.0, 60)
        assert (await alerts(some, "average"))[0].instance.state is AlertState.RESOLVED


_CHILD = """
import asyncio, os, signal, time
from lapwing.domain.alerts.asking import *
from lapwing.domain.monitoring.metrics import *
from lapwing.domain.monitoring.samples import MetricsSampled
from lapwing.engine.engine import Engine
async def main():
    engine = Engine()
    await engine.serve(None, "alert.list", None)
    values = tuple(SeriesValue(SeriesKey(name), 9.0) for name in ("blocked_sessions", "longest_lock_wait"))
    engine.bus.publish(MetricsSampled("shop-id", time.time(), 1.0, Lane.FAST, values, is_stored=True))
    await engine.serve(None, "alert.list", None)
    await engine.serve(None, "alert.acknowledge", AcknowledgeAlert(AlertName("own-wait", "shop-id"), "me"))
    await engine.serve(None, "alert.silence", SilenceAlert(AlertName("own-blocked", "shop-id"), 3600))
    while len((await engine.serve(None, "alert.history", ReadAlertHistory())).changes) < 3:
        await asyncio.sleep(0.01)
    os.kill(os.getpid(), signal.SIGKILL)
asyncio.run(main())
"""


async def test_alerts_and_silences_outlive_the_engine_that_is_killed(home: Path) -> None:
    wait = AlertRule("Wait", "longest_lock_wait > 5s", "own-wait")
    async with asker() as some:
        await prepared(some, RULE, wait)
    ended = await asyncio.to_thread(
        subprocess.run, [sys.executable, "-c", _CHILD], env={**os.environ, "PYTHONPATH": str(APP)}, timeout=120
    )
    assert ended.returncode == -signal.SIGKILL
    async with asker() as some:
        await some.ask("events.subscribe", Subscribe(("alert.*",)))
        (blocked,) = await alerts(some)
        (waiting,) = await alerts(some, "own-wait")
        assert (blocked.instance.state, blocked.is_quiet) == (AlertState.FIRING, True)
        assert (waiting.instance.state, waiting.instance.acknowledged) == (AlertState.ACKNOWLEDGED, "me")
        server = Server(some)
        server.gap()
        assert (await alerts(some, "own-wait"))[0].instance.state is AlertState.UNKNOWN
        server.tells(9.0, longest_lock_wait={(): 9.0})
        assert (await alerts(some, "own-wait"))[0].instance.state is AlertState.ACKNOWLEDGED
        assert (await alerts(some))[0].instance.state is AlertState.FIRING
        assert all(event.channels == () for event in some.heard(AlertChanged))


async def test_a_damaged_history_is_put_aside_and_judging_goes_on() -> None:
    path = paths.data() / "store" / "alerts.sqlite"
    path.parent.mkdir(parents=True, mode=0o700)
    path.write_bytes(b"no database " * 1_000)
    async with asker() as some:
        server = await prepared(some)
        server.tells(5.0)
        assert (await alerts(some))[0].instance.state is AlertState.FIRING
        history = await some.ask("alert.history", ReadAlertHistory())
        assert [change.after for change in history.changes] == [AlertState.FIRING]
        assert "is damaged" in in_full(history.problems)
    assert [each.name for each in path.parent.glob("alerts.sqlite.damaged-*")]


async def test_a_mail_that_was_not_sent_is_sent_by_the_next_engine(tmp_path: Path) -> None:
    with mail_server(tmp_path) as server:
        async with asker() as some:
            some.engine._alerting.whole().telling.pace.gather_s = 3_600.0
            values = await prepared(some)
            await some.ask("alert.save_channel", SaveChannel(channel(server.port)))
            values.tells(5.0)
            await some.ask("alert.history", ReadAlertHistory())
        assert server.mails == []
        async with asker() as some:
            some.engine._alerting.whole().telling.pace.gather_s = 0.0
            await some.ask("alert.list")
            await eventually_async(lambda: bool(server.mails))
        async with asker() as some:
            some.engine._alerting.whole().telling.pace.gather_s = 0.0
            await some.ask("alert.list")
            states = {each.channel.id: each.waiting for each in (await some.ask("alert.rules")).channels}
            assert states["ops"] == 0
    assert len(server.mails) == 1


async def test_what_fires_in_a_quiet_time_is_told_when_that_is_over() -> None:
    async with asker() as some:
        day = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
        server = await prepared(some, replace(RULE, quiet=(QuietTime("00:00", "00:00", day, "UTC"),)))
        server.tells(5.0)
        (alert,) = await alerts(some)
        assert alert.is_quiet
        assert [event.channels for event in some.heard(AlertChanged)] == [()]
        await some.ask("alert.save_rule", SaveRule(RULE))
        server.tells(5.0)
        last = some.heard(AlertChanged)[-1]
        assert (last.change.reason, last.channels) == ("quiet", ("desktop", "log"))
        await some.ask("alert.silence", SilenceAlert(NAME, 3_600.0, everywhere=True))
        assert (await alerts(some))[0].quiet_until is not None
        await some.ask("alert.silence", SilenceAlert(NAME, 0.0, everywhere=True))
        assert not (await alerts(some))[0].is_quiet


async def test_rules_are_checked_switched_changed_by_hand_and_put_back() -> None:
    async with asker() as some:
        server = await prepared(some)
        server.tells(5.0)
        with pytest.raises(ExpressionInvalid):
            await some.ask("alert.save_rule", SaveRule(AlertRule("Wrong", "blocked_session > 2")))
        checked = await some.ask("alert.check_rule", CheckRule("blocked_sessions > 2", duration="5m"))
        (series,) = checked.series
        assert (series.state, series.value, series.connection) == (AlertState.PENDING, 5.0, "shop-prod")
        assert (await some.ask("alert.check_rule", CheckRule("nothing > 2"))).error.code == "alert.expression"
        listed = await some.ask("alert.switch_rule", SwitchRule("postgresql-blocked", False))
        by_id = {each.rule.id: each for each in listed.rules}
        assert not by_id["postgresql-blocked"].rule.enabled
        assert by_id[RULE.id].states == {AlertState.FIRING: 1}
        own = replace(by_id["postgresql-blocked"].rule, expression="blocked_sessions > 50", enabled=True)
        listed = await some.ask("alert.save_rule", SaveRule(own))
        by_id = {each.rule.id: each for each in listed.rules}
        assert by_id["postgresql-blocked"].origin is RuleOrigin.CHANGED
        listed = await some.ask("alert.remove_rule", RemoveRule("postgresql-blocked"))
        by_id = {each.rule.id: each for each in listed.rules}
        assert by_id["postgresql-blocked"].rule.expression == "blocked_sessions > 5"
        path = paths.config() / "alerts.json"
        path.write_text(path.read_text().replace("blocked_sessions > 2", "blocked_sessionz > 2"))
        listed = await some.ask("alert.rules")
        problem = {each.rule.id: each.problem for each in listed.rules}[RULE.id]
        assert problem is not None
        assert some.heard(AlertChanged)[-1].change.reason == "rule"
        await some.ask("connection.remove", RemoveConnection(SHOP.id))
        assert await alerts(some) == []


def channel(server_port: int, **more: object) -> AlertChannel:
    mail = MailServer(
        "127.0.0.1",
        "lapwing@example.org",
        ("ops@example.org",),
        server_port,
        **{"security": MailSecurity.NONE, **more},  # type: ignore[arg-type]
    )
    return AlertChannel("", ChannelKind.EMAIL, "Ops", least=Severity.WARNING, mail=mail)


async def test_mail_goes_together_and_again_when_it_was_refused_and_hostile_names_make_no_header(
    tmp_path: Path,
) -> None:
    with mail_server(tmp_path) as server:
        server.refusing = 1
        async with asker() as some:
            pace = some.engine._alerting.whole().telling.pace
            pace.gather_s, pace.between_s, pace.again_s = 0.05, 0.05, 0.2
            hostile = replace(RULE, title="Blocked\r\nBcc: all@example.org\r\n\r\nbody")
            values = await prepared(some, hostile, AlertRule("Waits", "longest_lock_wait > 5s", "waits"))
            await some.ask("connection.save", SaveConnection(replace(SHOP, name="x\r\nX-Evil: 1")))
            await some.ask("alert.save_channel", SaveChannel(channel(server.port)))
            values.tells(5.0, longest_lock_wait={(): 9.0})
            await eventually_async(lambda: len(some.heard(ChannelChanged)) >= 2)
            refused, told_again = (event.state for event in some.heard(ChannelChanged)[:2])
            assert refused.error is not None
            assert (refused.waiting, refused.again_at is not None) == (2, True)
            assert (told_again.waiting, told_again.error) == (0, None)
    (mail,) = server.mails
    assert server.envelopes == [("lapwing@example.org", ["ops@example.org"])]
    assert mail["Bcc"] is None
    assert mail["X-Evil"] is None
    assert mail["Subject"].startswith("[Lapwing] 2 warning: Blocked\\r\\nBcc")
    assert "longest_lock_wait > 5s; now 9 s" in mail.get_content()


@pytest.mark.parametrize("tls", ["starttls", "tls"])
async def test_mail_is_encrypted_checked_and_logs_in_by_a_password_that_is_kept_elsewhere(
    tmp_path: Path, tls: str
) -> None:
    with mail_server(tmp_path, tls, "lapwing", "canary-pass") as server:
        async with asker() as some:
            more = {"security": MailSecurity(tls), "user": "lapwing", "secret": SecretPlace(SecretKind.FILE)}
            wanted = channel(server.port, **more, ca_file=str(server.ca))
            await some.ask("secret.unlock", UnlockSecrets(Secret("a long passphrase"), create=True))
            await some.ask("alert.save_channel", SaveChannel(wanted, Secret("canary-pass")))
            await some.ask("alert.test_channel", SaveChannel(replace(wanted, id="ops")))
            with pytest.raises(MailRefused) as refused:
                await some.ask("alert.test_channel", SaveChannel(wanted, Secret("canary-wrong")))
            assert "535" in str(refused.value)
            assert "canary" not in str(refused.value)
            with pytest.raises(MailRefused):  # nobody vouches for its certificate
                await some.ask("alert.test_channel", SaveChannel(channel(server.port, **more), Secret("canary-pass")))
    assert server.was_encrypted == [True]
    assert server.logins[0] == ("lapwing", "canary-pass")
    assert "canary" not in (paths.config() / "alerts.json").read_text()


async def test_mail_is_neither_sent_in_the_clear_elsewhere_nor_without_the_encryption_that_was_asked_for(
    tmp_path: Path,
) -> None:
    with mail_server(tmp_path) as server:
        async with asker() as some:
            plain = channel(25)
            assert plain.mail is not None
            away = replace(plain, mail=replace(plain.mail, host="mail.example.org"))
            with pytest.raises(ChannelInvalid):
                await some.ask("alert.save_channel", SaveChannel(away))
            asked = channel(server.port, security=MailSecurity.STARTTLS)
            with pytest.raises(MailRefused):
                await some.ask("alert.test_channel", SaveChannel(asked))
            mail = replace(plain.mail, recipients=("ops@example.org\r\nBcc: x@example.org",))
            with pytest.raises(ChannelInvalid):
                await some.ask("alert.save_channel", SaveChannel(replace(plain, mail=mail)))
    assert server.mails == []


async def test_alerts_of_a_connection_that_was_removed_meanwhile_are_over_at_the_next_start() -> None:
    async with asker() as some:
        server = await prepared(some)
        server.tells(5.0)
        assert len(await alerts(some)) == 1
    (paths.config() / "connections.json").unlink()
    async with asker() as some:
        assert await alerts(some) == []
        newest = (await some.ask("alert.history", ReadAlertHistory(limit=1))).changes[0]
        assert (newest.before, newest.after, newest.reason) == (AlertState.FIRING, AlertState.OK, "gone")
