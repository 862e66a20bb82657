"""The kinds of servers that can be connected to."""

import asyncio

from lapwing.domain.drivers import DriverFacts, DriverList
from lapwing.domain.operations import Permission
from lapwing.drivers.base import Driver
from lapwing.drivers.registry import driver_named, known_drivers
from lapwing.engine.operations import operation


class DriversService:
    """Tells of drivers. Their modules are loaded when somebody asks."""

    @operation("driver.list", needs=Permission.CONNECTIONS_READ)
    async def list_drivers(self) -> DriverList:
        """The drivers that are here, and what each can do."""
        return await asyncio.to_thread(_all_facts)


def _all_facts() -> DriverList:
    return DriverList(tuple(_facts(driver_named(driver_id)) for driver_id in known_drivers()))


def _facts(driver: Driver) -> DriverFacts:
    can = driver.capabilities
    return DriverFacts(
        driver.id,
        driver.title,
        driver.dialect,
        driver.default_port,
        can.passwords,
        can.network,
        can.read_only,
        driver.read_only_limits,
    )
