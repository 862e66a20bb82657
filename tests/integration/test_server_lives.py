"""Servers of tests are stopped, killed and frozen as real ones are, and end with the tests, however those end."""

import threading
from pathlib import Path
from typing import Any

import psycopg
import pymysql
import pytest

from helpers.processes import hears, is_alive, python
from helpers.servers.family import descendants, state
from helpers.servers.guarded import Guarded, ProgramFailed
from helpers.servers.ports import free_port
from helpers.servers.postgresql import PostgreSQL
from helpers.servers.server import Server
from helpers.waiting import eventually

STARTED = """
import sys, time
from pathlib import Path
from helpers.certificates import Certificates
from helpers.servers.{module} import {server}
from helpers.servers.templates import Templates

folder = Path(sys.argv[1])
with Templates() as templates, {server}(templates.{module}(), Certificates(folder)) as server:
    {action}
    print(server.folder, *server.processes(), flush=True)
    time.sleep(600)
"""


@pytest.fixture(params=["own_postgresql", "own_mariadb"])
def server(request):
    return request.getfixturevalue(request.param)


def opened(server: Server, wait_s: int = 10):
    """A session of the account of the tests, by TCP."""
    login = server.logins["lapwing"]
    told: dict[str, Any] = {"host": server.host, "port": server.port, "user": login.user, "password": login.password}
    if isinstance(server, PostgreSQL):
        return psycopg.connect(**told, dbname="postgres", connect_timeout=wait_s, autocommit=True)
    return pymysql.connect(**told, connect_timeout=wait_s, read_timeout=wait_s)


def answer(session):
    with session.cursor() as cursor:
        cursor.execute("SELECT 41 + 1")
        return cursor.fetchone()[0]


LOST = (psycopg.OperationalError, pymysql.err.OperationalError)


def test_a_stopped_server_refuses_and_a_restarted_one_has_its_port_and_its_data(server):
    name, port = server.create_database(), server.port
    session = opened(server)
    server.stop()
    with pytest.raises(LOST):
        answer(session)
    session.close()
    with pytest.raises(LOST, match=r"refused"):
        opened(server)
    assert server.pid is None
    server.start()
    assert server.port == port
    server.ask("SELECT 1", database=name)


def test_a_killed_server_is_gone_at_once_and_comes_again(server):
    name = server.create_database()
    session, processes = opened(server), server.processes()
    server.kill()
    assert not any(is_alive(pid) for pid in processes)
    with pytest.raises(LOST):
        answer(session)
    session.close()
    server.start()
    server.ask("SELECT 1", database=name)


def test_a_server_that_is_stopped_at_once_comes_again(server):
    server.stop(immediately=True)
    server.start()
    session = opened(server)
    assert answer(session) == 42
    session.close()


def test_a_suspended_server_answers_nobody_until_it_is_resumed(server):
    session = opened(server)
    server.suspend()
    assert {state(pid) for pid in server.processes()} == {"T"}
    answers: list[int] = []
    asking = threading.Thread(target=lambda: answers.append(answer(session)))
    asking.start()
    with pytest.raises(LOST):
        opened(server, wait_s=2)
    assert answers == []
    server.resume()
    eventually(lambda: answers == [42])
    asking.join()
    session.close()


def test_a_suspended_server_can_be_stopped_and_killed(server):
    server.suspend()
    server.stop()
    server.start()
    server.suspend()
    server.kill()
    assert server.processes() == []


def test_one_backend_is_suspended_alone(own_postgresql):
    with opened(own_postgresql) as frozen, opened(own_postgresql) as free:
        pid = frozen.info.backend_pid
        own_postgresql.suspend(pid)
        assert (state(pid), answer(free)) == ("T", 42)
        own_postgresql.resume(pid)
        assert answer(frozen) == 42


def test_two_servers_are_strangers_to_each_other(server, postgresql, mariadb):
    assert len({server.port, postgresql.port, mariadb.port}) == 3
    server.kill()
    assert postgresql.ask("SELECT 1") == mariadb.ask("SELECT 1") == [(1,)]


def test_a_server_that_cannot_start_says_what_its_log_says(own_postgresql):
    own_postgresql.stop()
    (own_postgresql.folder / "data" / "postgresql.conf").write_text("no_such_setting = on\n", "utf-8")
    with pytest.raises(ProgramFailed, match="no_such_setting"):
        own_postgresql.start()


@pytest.mark.parametrize(
    ("module", "name", "action"), [("postgresql", "PostgreSQL", "server.suspend()"), ("mariadb", "MariaDB", "pass")]
)
def test_killed_tests_leave_no_server_and_no_file(postgresql, mariadb, tmp_path, module, name, action):
    with python(STARTED.format(module=module, server=name, action=action), tmp_path) as tests:
        folder, *pids = hears(tests).split()
        guards = descendants(tests.pid)
        assert len(pids) >= 1
        tests.kill()
        eventually(lambda: not any(is_alive(int(pid)) for pid in pids))
        eventually(lambda: not any(is_alive(pid) for pid in guards))
    assert not Path(folder).exists()


def test_what_a_program_leaves_behind_is_ended_with_it():
    with Guarded() as guarded:
        guarded.run(["/bin/sh", "-c", "setsid sleep 600 & sleep 0"])
        (left,) = guarded.processes()
    assert not is_alive(left)
    assert not guarded.folder.exists()


def test_a_program_that_fails_says_what_it_said():
    with Guarded() as guarded:
        with pytest.raises(ProgramFailed, match=r"code 3:\nno luck"):
            guarded.run(["/bin/sh", "-c", "echo no luck; exit 3"])
        with pytest.raises(ProgramFailed, match="No such file"):
            guarded.run(["/nowhere/at-all"])


def test_ports_are_not_those_of_outgoing_connections():
    first = int(Path("/proc/sys/net/ipv4/ip_local_port_range").read_text().split()[0])
    ports = {free_port() for _ in range(50)}
    assert len(ports) > 10
    assert max(ports) < max(first, 32_768)
