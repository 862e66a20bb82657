"""Rules: quiet times by the clocks of their zone, the file they stand in, and those that come with Lapwing."""

import json
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from lapwing.domain.alerts.errors import RuleInvalid, RulesUnreadable
from lapwing.domain.alerts.files import rules_in, rules_text
from lapwing.domain.alerts.known import known_metrics
from lapwing.domain.alerts.rules import AlertRule, QuietTime, Severity, Watched
from lapwing.domain.monitoring.declared import all_metrics
from lapwing.engine.alerting.judging import ready
from lapwing.engine.alerting.rulebook import shipped_rules


def at(text: str, zone: str) -> float:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).timestamp()


def test_a_weekly_quiet_time_follows_the_clocks_of_its_zone_over_midnight_and_summer_time() -> None:
    quiet = QuietTime("22:00", "06:00", ("sat",), "Europe/Prague")
    for day in ("2026-03-28", "2026-11-21"):  # in the first night the clocks are put forward
        after = day[:-2] + str(int(day[-2:]) + 1)
        assert quiet.covers(at(f"{day} 22:00", "Europe/Prague"))
        assert quiet.covers(at(f"{after} 05:59", "Europe/Prague"))
        assert not quiet.covers(at(f"{after} 06:00", "Europe/Prague"))
        assert not quiet.covers(at(f"{day} 21:59", "Europe/Prague"))
        assert not quiet.covers(at(f"{after} 22:30", "Europe/Prague"))
    assert quiet.covers(at("2026-11-21 21:30", "UTC"))


def test_a_quiet_time_is_once_from_a_moment_to_another() -> None:
    quiet = QuietTime("2026-11-22 22:00", "2026-11-23 02:00", (), "America/New_York")
    assert quiet.covers(at("2026-11-23 03:30", "UTC"))
    assert not quiet.covers(at("2026-11-22 22:30", "UTC"))


@pytest.mark.parametrize(
    "quiet",
    [
        QuietTime("22", "06:00", ("sat",)),
        QuietTime("22:00", "06:00", ("sunday",)),
        QuietTime("22:00", "06:00"),
        QuietTime("2026-11-23 02:00", "2026-11-22 22:00"),
        QuietTime("22:00", "06:00", ("sat",), "Mars/Olympus"),
        QuietTime("22:00", "06:00", ("sat",), "../../etc/passwd"),
    ],
)
def test_a_quiet_time_that_can_never_be_is_told(quiet: QuietTime) -> None:
    field, reason = AlertRule("t", "blocked > 1", quiet=(quiet,)).problem()
    assert field == "quiet"
    assert reason.endswith(".")
    assert not quiet.covers(0.0)


def test_rules_come_back_from_their_file_as_they_were() -> None:
    rules = (
        AlertRule(
            "Blocked \u202e",
            "blocked_sessions > 5",
            "blocked",
            "1m",
            "blocked_sessions < 2",
            Severity.CRITICAL,
            {"team": "db"},
            ("shop",),
            ("postgresql",),
            ("production",),
            False,
            ("log",),
            (QuietTime("22:00", "06:00", ("sat", "sun"), "Europe/Prague"),),
            "Help.",
        ),
        AlertRule("Second", "uptime < 5m", "second"),
    )
    assert rules_in(rules_text(rules), "f") == rules


def test_the_shape_that_other_programs_write_is_read() -> None:
    text = json.dumps(
        {
            "alerts": [
                {
                    "name": "Integration Failure",
                    "condition": "connection_status == 'failed'",
                    "severity": "critical",
                    "notification_channels": ["email", "slack"],
                },
                {"name": "High Error Rate", "condition": "error_rate > 0.05", "duration": "5m", "severity": "warning"},
                {"name": "Data Staleness", "condition": "last_sync_age > '2h'", "severity": "warning"},
            ]
        }
    )
    first, second, third = rules_in(text, "f")
    assert (first.id, first.severity, first.channels) == ("integration-failure", Severity.CRITICAL, ("email", "slack"))
    assert second.duration_s == 300
    known = known_metrics(all_metrics().values())
    assert all(ready(rule, known) for rule in (first, second, third))


@pytest.mark.parametrize(
    "text",
    ["", "[", "{}", '{"version": 99, "rules": []}', "[" * 100_000, '{"rules": 5}', "\ufffe"],
)
def test_a_file_without_rules_is_refused(text: str) -> None:
    with pytest.raises(RulesUnreadable):
        rules_in(text, "f")


@pytest.mark.parametrize(
    "fields",
    [
        {"severity": "awful"},
        {"enabled": "yes"},
        {"colour": "red"},
        {"labels": {"a": 5}},
        {"quiet": [{"start": "22:00"}]},
        {"quiet": [{"start": "22:00", "end": 5}]},
        {"connections": "shop"},
        {"title": 5},
        {"duration": 300},
    ],
)
def test_a_field_of_another_sort_is_told_by_its_name(fields: dict[str, object]) -> None:
    with pytest.raises(RuleInvalid) as refused:
        rules_in(json.dumps([{"title": "T", "expression": "blocked > 1", **fields}]), "f")
    assert next(iter(fields)) in {refused.value.facts["field"], "title"}


def test_every_rule_that_comes_with_lapwing_can_be_judged_on_the_servers_it_is_for() -> None:
    from lapwing.domain.monitoring.declared import host_metrics, metrics_of

    assert len(shipped_rules()) >= 30
    for rule in shipped_rules().values():
        assert rule.problem() == ("", "")
        assert rule.help.endswith(".")
        for dialect in rule.dialects or ("postgresql", "mysql", "sqlite"):
            found = ready(rule, known_metrics((*metrics_of(dialect), *host_metrics())))
            assert found.rule.is_for(Watched("c", "c", dialect, "production"))
