"""The sample database as an operation."""

import asyncio

from lapwing import paths
from lapwing.domain.errors import DiskFull
from lapwing.domain.events import SampleProgress
from lapwing.domain.operations import Permission, SampleReady
from lapwing.domain.urls import sqlite_url
from lapwing.engine.bus import Bus
from lapwing.engine.operations import operation


class SampleService:
    """Makes the sample database when somebody wants it."""

    def __init__(self, bus: Bus) -> None:
        self._bus = bus
        self._making = asyncio.Lock()

    @operation("sample.ensure", needs=Permission.CONNECTIONS_WRITE)
    async def ensure(self) -> SampleReady:
        """Make the sample database where it is missing, and say where it lies.

        Raises:
            DiskFull: It cannot be written.
        """
        from lapwing.engine.sample.build import SAMPLE_QUERIES, ensure_sample  # 40 ms that only this needs

        path = paths.sample_database()

        def progress(done: float) -> None:
            self._bus.publish_from_thread(SampleProgress(done))

        async with self._making:
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                made = await asyncio.to_thread(ensure_sample, path, progress=progress)
            except OSError as error:
                raise DiskFull(path=str(path), reason=error.strerror or str(error)) from error
        return SampleReady(str(path), sqlite_url(path), made, SAMPLE_QUERIES[0].sql)
