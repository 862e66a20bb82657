"""Finding an object of a database by a part of its name."""

from lapwing.domain.late_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class FindNames:
    """Ask for the objects whose names fit what a person typed.

    Attributes:
        query: Words that all have to be found; `^` before one and `$` behind it stand for the ends of the name.
        may_connect: Whether names are read of a connection on which nothing was opened or asked yet.
    """

    query: str
    connection_id: str = ""
    session_id: str = ""
    limit: int = 50
    may_connect: bool = False


@dataclass(frozen=True, slots=True)
class FoundName:
    """A relation, a routine or a schema, whose own `schema` is empty; identity as in `domain.catalog.CatalogObject`."""

    schema: str
    name: str
    kind: str
    signature: str = ""


@dataclass(frozen=True, slots=True)
class FoundNames:
    """The best first.

    Attributes:
        is_loading: Whether names are still being read, so that more may come (`NamesLoaded` tells when).
    """

    names: tuple[FoundName, ...] = ()
    is_loading: bool = False
