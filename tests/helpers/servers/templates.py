"""The data folders that servers are copied from: each is made once a run, when it is first asked for."""

from contextlib import ExitStack, closing
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING

from helpers.servers import embedded
from helpers.servers.mariadb_setup import MariadbData
from helpers.servers.postgresql_setup import PostgresqlData, system_installation

if TYPE_CHECKING:
    from helpers.servers.mysql_setup import MysqlData


class Templates:
    """Data folders by server and version; removed at the end."""

    def __init__(self) -> None:
        self._ends = ExitStack()
        self._postgresql: dict[str, PostgresqlData] = {}
        self._mariadb: MariadbData | None = None
        self._mysql: MysqlData | None = None

    def __enter__(self) -> "Templates":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ends.close()

    def postgresql(self, version: str = "system") -> PostgresqlData:
        """That of this system's PostgreSQL, or of a version of `embedded.BUILDS`.

        Raises:
            ServerMissing: Its programs are not here and cannot be had.
        """
        if version not in self._postgresql:
            find = system_installation if version == "system" else partial(embedded.installed, version)
            self._postgresql[version] = self._ends.enter_context(closing(PostgresqlData(find)))
        return self._postgresql[version]

    def mariadb(self) -> MariadbData:
        """That of this system's MariaDB.

        Raises:
            ServerMissing: Its programs are not here.
        """
        if self._mariadb is None:
            self._mariadb = self._ends.enter_context(closing(MariadbData()))
        return self._mariadb

    def mysql(self) -> "MysqlData":
        """That of the MySQL which Debian's unstable suite has.

        Raises:
            ServerMissing: It cannot be fetched.
        """
        from helpers.servers.mysql_setup import MysqlData  # only here, since it needs `packaging` on the path

        if self._mysql is None:
            self._mysql = self._ends.enter_context(closing(MysqlData()))
        return self._mysql
