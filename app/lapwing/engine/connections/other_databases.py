"""The way to another database of the same server."""

import dataclasses

from lapwing.domain.errors import RequestInvalid
from lapwing.engine.connections.ways import Way


def way_to_database(way: Way, database: str) -> Way:
    """The way to another database of the same server; the same way where there is none to go to.

    Raises:
        RequestInvalid: The server has no databases apart from schemas.
    """
    if database in {"", way.target.database}:
        return way
    if not way.driver.capabilities.databases:
        raise RequestInvalid(operation="session.open", reason="this server has no databases apart from its schemas.")
    return dataclasses.replace(way, target=dataclasses.replace(way.target, database=database))
