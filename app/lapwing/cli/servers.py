"""A server named by options of its own (`--driver --host --port --database --username`) instead of a URL."""

from typing import Final

from lapwing.cli.errors import UsageWrong
from lapwing.domain.connections import Target
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.urls import driver_of, target_url

_BY_PORT: Final = {5432: "postgresql", 3306: "mysql"}


@dataclass(frozen=True, slots=True)
class ServerOptions:
    """What was typed; empty where nothing was."""

    driver: str = ""
    host: str = ""
    port: int | None = None
    database: str = ""
    username: str = ""

    @property
    def are_given(self) -> bool:
        return self != NO_SERVER

    def url(self, command: str) -> str:
        """The URL that says the same.

        Args:
            command: As typed, for errors.

        Raises:
            UsageWrong: The driver is missing and the port does not tell it.
            UrlInvalid: They cannot be written as a URL.
        """
        driver = self.driver or _BY_PORT.get(self.port or 0, "")
        if not driver:
            raise UsageWrong(reason="Say what kind of server it is with --driver.", command=command)
        if driver_of(driver) == "generic":
            raise UsageWrong(reason=f"{driver} is not built in: give its SQLAlchemy URL with --url.", command=command)
        return target_url(Target(driver_of(driver), self.database, self.host, self.port, self.username))


NO_SERVER: Final = ServerOptions()
"""When none of the options was typed."""
