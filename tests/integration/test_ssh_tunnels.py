"""Databases behind a real sshd: one tunnel for a whole connection, cancels and TLS through it, its deaths, no leaks."""

import asyncio
import os
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest

from helpers.engines import Asker, asker
from helpers.proxy import Conduct, Proxy
from helpers.server_places import KINDS, ServerPlace, server_place
from helpers.servers.sshd import SshServer
from helpers.ssh_people import ID, SshPerson, error_of, outcome_of, save, session
from helpers.waiting import eventually_async
from lapwing.domain.catalog import ListSchemas
from lapwing.domain.connections import CancelOpening, CloseSession, ConnectionTest, OpenSession, Phase, TransactionMode
from lapwing.domain.errors import CertificateRefused, OpeningCancelled, OpeningTimedOut, TransactionLost
from lapwing.domain.events import OpeningProgressed, SessionReopened, StatementStarted
from lapwing.domain.query import CancelRun, RunOutcome
from lapwing.domain.ssh_errors import SshForwardRefused, TunnelInvalid

OwnSshd = Callable[..., SshServer]
SSH_PHASES = [Phase.SSH_RESOLVE, Phase.SSH_CONNECT, Phase.SSH_HOST_KEY, Phase.SSH_LOG_IN, Phase.SSH_FORWARD]


@pytest.fixture(params=KINDS)
def place(request: pytest.FixtureRequest) -> Iterator[ServerPlace]:
    yield from server_place(request)


@pytest.fixture
def person(home: Path, ssh_key: Path, monkeypatch: pytest.MonkeyPatch) -> SshPerson:
    return SshPerson(home, ssh_key, monkeypatch)


@pytest.fixture
async def me() -> AsyncIterator[Asker]:
    async with asker() as made:
        yield made


@pytest.fixture
def log(place: ServerPlace) -> str:
    """A table that counts what was done."""
    place.ask("CREATE TABLE log(n integer)")
    if place.is_postgresql:
        place.ask("GRANT ALL ON log TO lapwing")
    return "log"


def rows(place: ServerPlace) -> list[int]:
    return [int(row[0]) for row in place.ask("SELECT n FROM log ORDER BY n")]


def code(outcome: RunOutcome) -> str:
    """The code of the error that the run ended with, or empty."""
    error = outcome.statements[-1].error
    return error.code if error else ""


def descriptors() -> int:
    return len(os.listdir("/proc/self/fd"))


def tunnel_threads() -> list[str]:
    return [each.name for each in threading.enumerate() if each.name == "tunnels"]


async def test_sessions_metadata_and_cancels_share_one_tunnel_that_ends_with_the_engine(
    place: ServerPlace, person: SshPerson, own_sshd: OwnSshd
) -> None:
    server = own_sshd()
    person.knows(server)
    before = descriptors()
    async with asker() as me:
        await save(me, place, person.through(server))
        first, second = await asyncio.gather(session(me), session(me))
        await me.ask("catalog.schemas", ListSchemas(ID))
        running = me.begin(first.session_id, place.sleeping)
        await me.hears(StatementStarted)
        await me.ask("query.cancel", CancelRun(f"run {me.last_number}"))
        assert code(await running) == "statement.cancelled"
        assert code(await me.run(first.session_id, "SELECT 1")) == ""
        assert first.surroundings.server_pid != second.surroundings.server_pid
        assert [facts.surroundings.server_pid in place.pids() for facts in (first, second)] == [True, True]
    assert server.log().count("Accepted publickey") == 1
    assert tunnel_threads() == []
    await eventually_async(lambda: len(server.processes()) == 1)
    await eventually_async(lambda: descriptors() <= before)
    await eventually_async(lambda: place.pids() == [])


async def test_the_certificate_is_checked_against_the_databases_own_name(
    place: ServerPlace, person: SshPerson, sshd: SshServer, me: Asker
) -> None:
    person.knows(sshd)
    trust = {"sslmode": "verify-full", "sslrootcert": str(place.server.certificates.authority)}
    found = await outcome_of(me, place, person.through(sshd), options=trust)
    assert found.error is None
    assert f"SSH to {sshd.host}, from there TLS" in found.surroundings.encryption
    assert "certificate verified" in found.surroundings.encryption
    with place.server.presenting("wrong host"):
        refused = await outcome_of(me, place, person.through(sshd), options=trust)
    error = error_of(refused)
    assert isinstance(error, CertificateRefused)
    assert "elsewhere.invalid" in str(error)


async def test_a_test_tells_the_steps_of_the_tunnel_before_those_of_the_database(
    place: ServerPlace, person: SshPerson, sshd: SshServer, me: Asker
) -> None:
    person.knows(sshd)
    found = await outcome_of(me, place, person.through(sshd), opening_id="test")
    assert found.error is None
    phases = [each.phase for each in found.phases]
    own = [Phase.CONNECT] * place.is_postgresql + [Phase.TLS, Phase.LOG_IN, Phase.FIRST_QUERY]
    assert phases == [Phase.SECRET, *SSH_PHASES, *own]
    details = {each.phase: each.detail for each in found.phases}
    assert details[Phase.SSH_LOG_IN] == f"{sshd.user}@{sshd.host}"
    assert "SHA256:" in details[Phase.SSH_HOST_KEY]
    assert details[Phase.SSH_FORWARD] == f"{place.server.host}, port {place.port}"
    await eventually_async(lambda: [each.phase for each in me.heard(OpeningProgressed)][1:6] == SSH_PHASES)


async def test_what_the_ssh_server_does_not_lead_to_is_told_as_such(
    place: ServerPlace, person: SshPerson, sshd: SshServer, own_sshd: OwnSshd, me: Asker
) -> None:
    strict = own_sshd(AllowTcpForwarding="no")
    person.knows(sshd, strict)
    forbidden = await outcome_of(me, place, person.through(strict))
    place.port = 1
    closed = await outcome_of(me, place, person.through(sshd))
    for found in (forbidden, closed):
        assert found.failed is Phase.SSH_FORWARD
        assert isinstance(error_of(found), SshForwardRefused)
    assert "AllowTcpForwarding" in error_of(forbidden).next_step()
    assert "forbids" in str(error_of(forbidden))
    assert f"{place.server.host}, port 1" in str(error_of(closed))


async def test_a_dead_tunnel_is_opened_again_between_statements_and_nothing_is_sent_twice(
    place: ServerPlace, person: SshPerson, own_sshd: OwnSshd, me: Asker, log: str
) -> None:
    server = own_sshd()
    person.knows(server)
    await save(me, place, person.through(server))
    idle, manual, busy = await session(me), await session(me, mode=TransactionMode.MANUAL), await session(me)
    assert code(await me.run(idle.session_id, "INSERT INTO log VALUES (1)")) == ""
    assert code(await me.run(manual.session_id, "INSERT INTO log VALUES (2)")) == ""
    sleep = "pg_sleep(3600)" if place.is_postgresql else "SLEEP(3600)"
    running = me.begin(busy.session_id, f"INSERT INTO log SELECT 3 FROM (SELECT {sleep}) AS s")
    await eventually_async(lambda: "INSERT INTO log SELECT 3" in str(place.ask(_ACTIVITY[place.driver])))
    server.kill()
    assert code(await running) == "connection.lost"
    server.start()
    assert code(await me.run(idle.session_id, "INSERT INTO log VALUES (4)")) == ""
    with pytest.raises(TransactionLost):
        await me.run(manual.session_id, "INSERT INTO log VALUES (5)")
    assert [event.session_id for event in me.heard(SessionReopened)] == [idle.session_id]
    await eventually_async(lambda: rows(place) == [1, 4])
    assert server.log().count("Accepted publickey") == 2


_ACTIVITY = {
    "postgresql": "SELECT query FROM pg_stat_activity WHERE usename = 'lapwing'",
    "mysql": "SELECT info FROM information_schema.processlist WHERE user = 'lapwing'",
}


@pytest.mark.parametrize("place", ["postgresql"], indirect=True)
async def test_a_silent_ssh_server_is_given_up_in_time_and_by_cancelling(
    place: ServerPlace, person: SshPerson, sshd: SshServer, me: Asker, proxy_to: Callable[..., Proxy]
) -> None:
    proxy = proxy_to(sshd)
    proxy.steer(to_client=Conduct(stall="unread"))
    tunnel = person.through(sshd)
    tunnel = type(tunnel)(proxy.host, proxy.port, tunnel.user, tunnel.log_in, tunnel.key_file, reads_config=False)
    late = await outcome_of(me, place, tunnel, options={"connect_timeout": 1})
    assert isinstance(error_of(late), OpeningTimedOut)
    assert late.failed is Phase.SSH_HOST_KEY
    await save(me, place, tunnel)
    opening = asyncio.ensure_future(me.ask("session.open", OpenSession(ID, opening_id="one")))
    await eventually_async(
        lambda: Phase.SSH_HOST_KEY in [e.phase for e in me.heard(OpeningProgressed) if e.opening_id == "one"]
    )
    await me.ask("session.cancel_opening", CancelOpening("one"))
    with pytest.raises(OpeningCancelled):
        await opening
    proxy.heal()  # who stalls does not see that the server closed too
    await eventually_async(lambda: not any(passage.is_open for passage in proxy.passages))


@pytest.mark.parametrize("place", ["postgresql"], indirect=True)
async def test_keep_alive_finds_out_that_a_tunnel_is_dead(
    place: ServerPlace, person: SshPerson, sshd: SshServer, me: Asker, proxy_to: Callable[..., Proxy]
) -> None:
    proxy = proxy_to(sshd)
    person.write("known_hosts", f"[{proxy.host}]:{proxy.port} {sshd.public_key}\n")
    person.write(
        "config",
        f"Host shop-bastion\n HostName {proxy.host}\n Port {proxy.port}\n User {sshd.user}\n"
        f" IdentityFile {person.key}\n ServerAliveInterval 1\n ServerAliveCountMax 1\n",
    )
    await save(me, place, type(person.through(sshd))("shop-bastion"))
    facts = await session(me)
    running = me.begin(facts.session_id, place.sleeping)
    await me.hears(StatementStarted)
    proxy.steer(to_client=Conduct(stall="unread"))
    assert code(await running) == "connection.lost"


@pytest.mark.parametrize("place", ["postgresql"], indirect=True)
async def test_a_tunnel_that_nothing_goes_through_is_closed(
    place: ServerPlace, person: SshPerson, own_sshd: OwnSshd, me: Asker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lapwing.engine.tunnels.tunnels.IDLE_S", 0.2)
    server = own_sshd()
    person.knows(server)
    await save(me, place, person.through(server))
    facts = await session(me)
    assert len(server.processes()) > 1
    await me.ask("session.close", CloseSession(facts.session_id))
    await eventually_async(lambda: len(server.processes()) == 1)
    assert code(await me.run((await session(me)).session_id, "SELECT 1")) == ""


async def test_a_file_is_not_led_through_a_tunnel(
    me: Asker, person: SshPerson, sshd: SshServer, tmp_path: Path
) -> None:
    request = ConnectionTest(url=f"sqlite:///{tmp_path}/x.db", ssh=person.through(sshd))
    found = await me.ask("connection.test", request)
    assert isinstance(error_of(found), TunnelInvalid)


@pytest.mark.parametrize("place", ["postgresql"], indirect=True)
async def test_libpqs_password_file_is_read_for_the_databases_own_place(
    place: ServerPlace, person: SshPerson, sshd: SshServer, me: Asker
) -> None:
    person.knows(sshd)
    path = person.folder.parent / ".pgpass"
    password = place.password.reveal().replace("\\", "\\\\").replace(":", "\\:")
    path.write_text(f"{place.server.host}:{place.port}:*:{place.user}:{password}\n")
    path.chmod(0o600)
    found = await me.ask("connection.test", ConnectionTest(url=place.url(), ssh=person.through(sshd)))
    assert found.error is None
