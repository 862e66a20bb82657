"""Any database that SQLAlchemy has a dialect for. SQLAlchemy itself is loaded when the first connection is opened."""

from typing import TYPE_CHECKING

from lapwing.domain.connections import Target
from lapwing.domain.drivers import Library
from lapwing.domain.targets import shown_target
from lapwing.drivers.base import Driver, package
from lapwing.drivers.capabilities import Capabilities
from lapwing.drivers.generic.packages import PACKAGES
from lapwing.drivers.opening import Opening
from lapwing.drivers.passages import Passage

if TYPE_CHECKING:
    from lapwing.drivers.generic.session import GenericSession


class GenericDriver(Driver):
    """What a session of it can do depends on the dialect: `Session.capabilities` says it."""

    id = "generic"
    title = "SQLAlchemy"
    dialect = "ansi"
    capabilities = Capabilities(
        passwords=True, network=True, interleaves=False, mixes_read_only=False, column_sources=False
    )
    read_only_limits = (
        "Only DuckDB can be kept from changes here; other databases are not opened read-only. Use an account that may "
        "only read for them."
    )

    def open(self, target: Target, opening: Opening | None = None, passage: Passage | None = None) -> "GenericSession":
        """Connect by `target.database`, a URL of SQLAlchemy without its password."""
        from lapwing.drivers.generic.opening import connect, refused
        from lapwing.drivers.generic.session import GenericSession

        opening = opening or Opening(shown_target(target))
        connection, traits = connect(target, opening)
        try:
            session = GenericSession(connection, target, traits, shown_target(target), self.capabilities)
        except Exception as error:
            connection.close()
            raise refused(error, target) from error
        opening.passed_phase()
        return session

    def libraries(self) -> tuple[Library, ...]:
        found = [
            package(requirement.partition("[")[0]) for requirement in ("SQLAlchemy", *sorted(set(PACKAGES.values())))
        ]
        return tuple(library for library in found if library.version)
