"""Which statements take a real server's time: its own counters, compared, without ours, and never reset."""

from collections.abc import AsyncIterator

import pytest

from helpers.engines import Asker, asker
from helpers.servers.mariadb import MariaDB
from helpers.servers.postgresql import PostgreSQL
from helpers.waiting import eventually_async
from lapwing.domain.monitoring.metrics import Lane
from lapwing.domain.monitoring.samples import MetricsSampled, WatchMonitor
from lapwing.domain.monitoring.statements import ReadStatements, StatementsAnswer
from lapwing.domain.secrets import Secret
from lapwing.engine.monitoring import pace
from lapwing.store.statements.keeping import statements_path

WORK = "SELECT count(*) FROM generate_series(1, 1000)"
CALLS = 7


@pytest.fixture
async def me(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Asker]:
    monkeypatch.setattr(pace, "SLOW_S", 0.3)  # a minute, otherwise
    monkeypatch.setattr(pace, "MOST", 1.0)  # and one per cent, which makes waits of many seconds of some looks
    monkeypatch.setattr(pace, "SLOW_MOST", 0.5)
    async with asker() as made:
        made.engine.start_services()
        yield made


async def watch(me: Asker, url: str, password: str | None) -> None:
    await me.ask("monitor.watch", WatchMonitor(url, 0.5, Secret(password or "")))


async def looked(me: Asker) -> None:
    """Wait until the counters were read twice more."""
    before = len(slow(me))
    await eventually_async(lambda: len(slow(me)) >= before + 2)


def slow(me: Asker) -> list[MetricsSampled]:
    return [each for each in me.heard(MetricsSampled) if each.lane is Lane.SLOW and not each.gap]


async def statements(me: Asker, url: str, *, since_reset: bool = False) -> StatementsAnswer:
    answer = await me.ask("statements.read", ReadStatements(url, 0, 0 if since_reset else 4e9))
    assert isinstance(answer, StatementsAnswer)
    return answer


async def test_a_postgresql_that_counts_says_what_statements_did(me: Asker, own_postgresql: PostgreSQL) -> None:
    server = own_postgresql
    database = server.create_database()
    url = f"postgresql://{server.owner.user}@{server.host}:{server.port}/{database}"
    await watch(me, url, server.owner.password)
    await looked(me)
    assert "CREATE EXTENSION pg_stat_statements" in (await statements(me, url)).note
    with server.settings(shared_preload_libraries="pg_stat_statements"):
        server.restart()
        with server.admin(database) as admin:
            admin.execute("CREATE EXTENSION pg_stat_statements; GRANT pg_read_all_stats TO lapwing")
        await looked(me)
        with server.admin(database) as admin:
            for _ in range(CALLS):
                admin.execute(WORK)
        await looked(me)
        with server.admin(database) as admin:
            admin.execute(f"ALTER ROLE {server.owner.user} VALID UNTIL 'infinity' PASSWORD '{server.owner.password}'")
        latin = server.create_database(encoding="LATIN1", template="template0")
        with server.admin(latin) as admin:
            admin.execute('SELECT 1 AS "caf\u00e9"')
        await looked(me)
        answer = await statements(me, url)
        assert answer.note == "", "texts in another encoding hide nothing"
        (work,) = [each for each in answer.statements if "generate_series" in each.counters.text]
        assert work.counters.calls == CALLS
        assert work.counters.rows == CALLS
        assert work.counters.key.database == database
        assert 0 < work.counters.total_ms <= answer.total_ms
        assert work.share == pytest.approx(work.counters.total_ms / answer.total_ms)
        assert answer.note == ""
        texts = [each.counters.text for each in answer.statements]
        assert any("ALTER ROLE" in text for text in texts)
        assert not any(str(server.owner.password) in text for text in texts), "the server keeps such a text as it was"
        assert str(server.owner.password).encode() not in statements_path().read_bytes()
        assert not [text for text in texts if "lapwing_monitor" in text or "pg_stat_statements" in text]
        whole = await statements(me, url, since_reset=True)
        assert {each.counters.key for each in answer.statements} <= {each.counters.key for each in whole.statements}
        with server.admin(database) as admin:
            admin.execute("SELECT pg_stat_statements_reset()")
            admin.execute(WORK)
        await looked(me)
        again = await statements(me, url)
        assert [each.counters.calls for each in again.statements if "generate_series" in each.counters.text] == [CALLS]


async def test_a_mariadb_that_counts_says_what_statements_did(me: Asker, counting_mariadb: MariaDB) -> None:
    server = counting_mariadb
    database = server.create_database()
    url = f"mysql://{server.owner.user}@{server.host}:{server.port}/{database}"
    await watch(me, url, server.owner.password)
    await looked(me)
    assert "GRANT SELECT ON performance_schema" in (await statements(me, url)).note
    server.ask(f"GRANT SELECT ON performance_schema.* TO '{server.owner.user}'@'%'")
    await looked(me)
    for number in range(CALLS):
        server.ask(f"SELECT {number} + seq FROM seq_1_to_10", database=database)
    server.ask("SELECT count(*) FROM information_schema.COLLATIONS")
    await looked(me)
    found = (await statements(me, url)).statements
    (work,) = [each for each in found if "seq_1_to_10" in each.counters.text]
    assert work.counters.calls == CALLS
    assert work.counters.rows == CALLS * 10
    assert work.counters.key.database == database
    assert work.counters.errors == 0
    texts = " ".join(each.counters.text for each in found).upper()
    assert "COLLATIONS" in texts, "who asks what there is does work of a person's"
    assert not [view for view in ("_STATUS", "INNODB_", "PROCESSLIST") if view in texts], "these are our own looks"


async def test_a_mariadb_that_counts_nothing_says_how_it_would(me: Asker, mariadb: MariaDB) -> None:
    url = f"mysql://{mariadb.owner.user}@{mariadb.host}:{mariadb.port}/"
    await watch(me, url, mariadb.owner.password)
    await looked(me)
    answer = await statements(me, url)
    assert answer.statements == ()
    assert "performance_schema=ON" in answer.note
