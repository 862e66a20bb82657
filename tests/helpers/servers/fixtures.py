"""The fixtures that `helpers.servers` describes. What they need is imported when they are asked for."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING, TypeVar

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from helpers.certificates import Certificates
    from helpers.proxy import Proxy
    from helpers.servers.mariadb import MariaDB
    from helpers.servers.mysql import MySQL
    from helpers.servers.postgresql import PostgreSQL
    from helpers.servers.server import Server
    from helpers.servers.sshd import SshServer
    from helpers.servers.templates import Templates

Template = TypeVar("Template")


@pytest.fixture(scope="session")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> "Certificates":
    """The authority of the tests' servers and clients."""
    from helpers.certificates import Certificates

    return Certificates(tmp_path_factory.mktemp("certificates"))


@pytest.fixture(scope="session")
def templates() -> "Iterator[Templates]":
    """Data folders to copy, made when first asked for."""
    from helpers.servers.templates import Templates

    with Templates() as made:
        yield made


@pytest.fixture(scope="session")
def postgresql_of(templates: "Templates", certificates: "Certificates") -> "Iterator[Callable[[str], PostgreSQL]]":
    """The shared PostgreSQL of a version: `system`, `13`, `18`, ..."""
    from helpers.servers.postgresql import PostgreSQL

    running: dict[str, PostgreSQL] = {}
    with ExitStack() as ends:

        def server(version: str) -> "PostgreSQL":
            if version not in running:
                template = found(lambda: templates.postgresql(version))
                running[version] = ends.enter_context(PostgreSQL(template, certificates))
            return running[version]

        yield server


@pytest.fixture(scope="session")
def postgresql(postgresql_of: "Callable[[str], PostgreSQL]") -> "PostgreSQL":
    """This system's PostgreSQL, shared by all tests."""
    return postgresql_of("system")


@pytest.fixture
def own_postgresql(templates: "Templates", certificates: "Certificates") -> "Iterator[PostgreSQL]":
    """A PostgreSQL that nobody else uses."""
    from helpers.servers.postgresql import PostgreSQL

    with PostgreSQL(found(lambda: templates.postgresql("system")), certificates) as server:
        yield server


@pytest.fixture
def counting_mariadb(templates: "Templates", certificates: "Certificates") -> "Iterator[MariaDB]":
    """A MariaDB that nobody else uses, and whose performance schema is on."""
    from helpers.servers.mariadb import CountingMariaDB

    with CountingMariaDB(found(templates.mariadb), certificates) as server:
        yield server


@pytest.fixture
def postgresql_database(postgresql: "PostgreSQL") -> Iterator[str]:
    """A fresh database on the shared server."""
    name = postgresql.create_database()
    yield name
    postgresql.drop_database(name)


@pytest.fixture(scope="session")
def mariadb(templates: "Templates", certificates: "Certificates") -> "Iterator[MariaDB]":
    """This system's MariaDB, shared by all tests."""
    from helpers.servers.mariadb import MariaDB

    with MariaDB(found(templates.mariadb), certificates) as server:
        yield server


@pytest.fixture
def own_mariadb(templates: "Templates", certificates: "Certificates") -> "Iterator[MariaDB]":
    """A MariaDB that nobody else uses."""
    from helpers.servers.mariadb import MariaDB

    with MariaDB(found(templates.mariadb), certificates) as server:
        yield server


@pytest.fixture
def mariadb_database(mariadb: "MariaDB") -> Iterator[str]:
    """A fresh database on the shared server."""
    name = mariadb.create_database()
    yield name
    mariadb.drop_database(name)


@pytest.fixture(scope="session")
def mysql(templates: "Templates", certificates: "Certificates") -> "Iterator[MySQL]":
    """The MySQL of Debian's unstable suite, shared by all tests."""
    from helpers.servers.mysql import MySQL

    with MySQL(found(templates.mysql, needed=False), certificates) as server:
        yield server


@pytest.fixture
def own_mysql(templates: "Templates", certificates: "Certificates") -> "Iterator[MySQL]":
    """A MySQL that nobody else uses."""
    from helpers.servers.mysql import MySQL

    with MySQL(found(templates.mysql, needed=False), certificates) as server:
        yield server


@pytest.fixture
def mysql_database(mysql: "MySQL") -> Iterator[str]:
    """A fresh database on the shared server."""
    name = mysql.create_database()
    yield name
    mysql.drop_database(name)


@pytest.fixture(scope="session")
def ssh_key(tmp_path_factory: pytest.TempPathFactory) -> "Path":
    """A private key that the tests' SSH servers let in; `.pub` lies beside it."""
    from helpers.servers.sshd import make_key, sshd_program

    found(sshd_program)
    return make_key(tmp_path_factory.mktemp("ssh") / "id_ed25519")


@pytest.fixture(scope="session")
def sshd(ssh_key: "Path") -> "Iterator[SshServer]":
    """An SSH server, shared by all tests."""
    from helpers.servers.sshd import SshServer

    with SshServer(ssh_key.with_suffix(".pub")) as server:
        yield server


@pytest.fixture
def own_sshd(ssh_key: "Path") -> "Iterator[Callable[..., SshServer]]":
    """A function that starts an SSH server that nobody else uses; its arguments are settings of sshd."""
    from helpers.servers.sshd import SshServer

    with ExitStack() as ends:

        def start(**settings: str) -> "SshServer":
            return ends.enter_context(SshServer(ssh_key.with_suffix(".pub"), settings))

        yield start


@pytest.fixture
def proxy_to() -> "Iterator[Callable[..., Proxy]]":
    """A function that puts a proxy before a server and before its Unix socket if told so.

    By the socket it listens in a folder of its own, in a file that is named like the server's.
    """
    from helpers import unprivileged
    from helpers.proxy import Proxy
    from helpers.servers.sshd import SshServer

    with ExitStack() as ends:

        def between(server: "Server | SshServer", *, by_socket: bool = False) -> "Proxy":
            if not by_socket:
                return ends.enter_context(Proxy((server.host, server.port)))
            assert not isinstance(server, SshServer)
            folder = ends.enter_context(unprivileged.folder())
            path = unprivileged.socket_path(folder, server.socket.name)
            return ends.enter_context(Proxy(server.socket, path=path))

        yield between


def found(look: "Callable[[], Template]", *, needed: bool = True) -> "Template":
    """What looking finds. A missing server skips the test with the reason, or fails it on the build machine.

    Args:
        needed: False for a server that the build machine may lack too: nobody promises that it can be had tomorrow.
    """
    from helpers.servers.login import ServerMissing

    try:
        return look()
    except ServerMissing as missing:
        if needed and os.environ.get("CI", "") not in ("", "0", "false"):
            pytest.fail(str(missing))
        pytest.skip(str(missing))
