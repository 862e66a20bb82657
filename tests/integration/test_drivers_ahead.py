"""The drivers of saved connections are loaded before somebody waits for them, and no other ones."""

from pathlib import Path

from helpers.engine_processes import EngineProcess, engine_process
from helpers.waiting import eventually_async
from lapwing.domain.connections import Connection, SaveConnection


def has_libpq(engine: EngineProcess) -> bool:
    """Whether PostgreSQL's client library is in the process (man 5 proc_pid_maps)."""
    return "libpq" in Path(f"/proc/{engine.process.pid}/maps").read_text(encoding="utf-8")


async def test_the_driver_of_a_connection_is_loaded_when_it_is_saved(home: Path, tmp_path: Path) -> None:
    async with engine_process(tmp_path) as engine:
        await engine.ask("connection.save", SaveConnection(Connection("a", "a", f"sqlite:///{tmp_path}/a.db")))
        assert not has_libpq(engine)
        request = SaveConnection(Connection("b", "b", "postgresql://nobody@host.invalid/shop"))
        await engine.ask("connection.save", request)
        await eventually_async(lambda: has_libpq(engine))


async def test_the_drivers_of_saved_connections_are_loaded_soon_after_the_start(home: Path, tmp_path: Path) -> None:
    async with engine_process(tmp_path) as engine:
        request = SaveConnection(Connection("b", "b", "postgresql://nobody@host.invalid/shop"))
        await engine.ask("connection.save", request)
    async with engine_process(tmp_path) as engine:
        await eventually_async(lambda: has_libpq(engine))
