"""Which drivers there are. A driver's module is imported when its first connection is opened."""

from collections.abc import Callable
from functools import cache
from importlib import import_module

from lapwing.domain.errors import DriverUnknown
from lapwing.drivers.base import Driver

_BUILT_IN = {
    "generic": "lapwing.drivers.generic.driver:GenericDriver",
    "mysql": "lapwing.drivers.mysql.driver:MysqlDriver",
    "postgresql": "lapwing.drivers.postgresql.driver:PostgresqlDriver",
    "sqlite": "lapwing.drivers.sqlite.driver:SqliteDriver",
}


def known_drivers() -> list[str]:
    """Their ids."""
    return sorted(_BUILT_IN)


@cache
def driver_named(driver_id: str) -> Driver:
    """The driver of this id.

    Raises:
        DriverUnknown: There is none.
    """
    place = _BUILT_IN.get(driver_id)
    if place is None:
        raise DriverUnknown(driver=driver_id, known=", ".join(known_drivers()))
    module, _, name = place.partition(":")
    make: Callable[[], Driver] = getattr(import_module(module), name)
    return make()
