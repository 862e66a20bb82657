"""The data folders that servers are copied from: each is made once a run, when it is first asked for."""

from collections.abc import Callable
from contextlib import ExitStack, closing
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING, TypeVar, cast

from helpers.servers import embedded
from helpers.servers.data_folder import DataFolder
from helpers.servers.login import ServerMissing
from helpers.servers.mariadb_setup import MariadbData
from helpers.servers.postgresql_setup import PostgresqlData, system_installation

if TYPE_CHECKING:
    from helpers.servers.mysql_setup import MysqlData

Made = TypeVar("Made", bound=DataFolder)


class Templates:
    """Data folders by server and version; removed at the end. What could not be had once is not looked for again."""

    def __init__(self) -> None:
        self._ends = ExitStack()
        self._found: dict[str, DataFolder | ServerMissing] = {}

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
        find = system_installation if version == "system" else partial(embedded.installed, version)
        return self._once(f"PostgreSQL {version}", lambda: PostgresqlData(find))

    def mariadb(self) -> MariadbData:
        """That of this system's MariaDB.

        Raises:
            ServerMissing: Its programs are not here.
        """
        return self._once("MariaDB", MariadbData)

    def mysql(self) -> "MysqlData":
        """That of the MySQL which Debian's unstable suite has.

        Raises:
            ServerMissing: It cannot be fetched.
        """
        from helpers.servers.mysql_setup import MysqlData  # only here, since it needs `packaging` on the path

        return self._once("MySQL", MysqlData)

    def _once(self, name: str, make: Callable[[], Made]) -> Made:
        if name not in self._found:
            try:
                self._found[name] = self._ends.enter_context(closing(make()))
            except ServerMissing as missing:
                self._found[name] = missing
        found = self._found[name]
        if isinstance(found, ServerMissing):
            raise found
        return cast("Made", found)
