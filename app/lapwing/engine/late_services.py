"""Services that are loaded by the first of their operations: what they are made of takes a third of a start."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from lapwing.domain.late_dataclass import dataclass
from lapwing.engine.bus import Bus
from lapwing.engine.connections.confirming import Confirming
from lapwing.engine.connections.lanes import Lanes
from lapwing.engine.connections.opener import Opener
from lapwing.engine.connections.service import ConnectionsService
from lapwing.engine.connections.sessions import SessionsService
from lapwing.engine.jobs.service import JobsService
from lapwing.engine.operations import OperationTable
from lapwing.engine.plugins.late import Plugins
from lapwing.engine.running.recording import Records
from lapwing.engine.running.runs import Runs
from lapwing.engine.running.sinks import ResultFiles

if TYPE_CHECKING:
    from lapwing.engine.catalog.service import CatalogService
    from lapwing.engine.sample.service import SampleService
    from lapwing.engine.table.service import TableService
    from lapwing.engine.transfer.import_service import ImportService
    from lapwing.engine.transfer.service import TransferService


@dataclass(frozen=True, slots=True)
class LateServices:
    """What they are made of. None of them does anything before it is asked, or has anything to end."""

    bus: Bus
    connections: ConnectionsService
    opener: Opener
    sessions: SessionsService
    lanes: Lanes
    files: ResultFiles
    runs: Runs
    history: Records
    confirming: Confirming
    jobs: JobsService
    plugins: Plugins

    def enter(self, operations: OperationTable) -> None:
        """Have each loaded by the first operation of its noun."""
        operations.add_later("catalog", self._catalog)
        operations.add_later("table", self._table)
        operations.add_later("export", self._exports)
        operations.add_later("import", self._imports)
        operations.add_later("sample", self._sample)

    def _catalog(self) -> "Iterable[CatalogService]":
        from lapwing.engine.catalog.service import CatalogService

        return [CatalogService(self.connections, self.sessions, self.lanes)]

    def _table(self) -> "Iterable[TableService]":
        from lapwing.engine.table.service import TableService

        return [TableService(self.bus, self.sessions, self.files, self.runs, self.history, self.confirming, self.lanes)]

    def _exports(self) -> "Iterable[TransferService]":
        from lapwing.engine.transfer.service import TransferService
        from lapwing.engine.transfer.sessions import ExportSessions

        sessions = ExportSessions(self.connections, self.sessions, self.opener)
        return [TransferService(self.jobs, self.files, sessions, self.lanes, self.plugins)]

    def _imports(self) -> "Iterable[ImportService]":
        from lapwing.engine.transfer.import_service import ImportService

        return [
            ImportService(self.bus, self.jobs, self.sessions, self.runs, self.history, self.confirming, self.plugins)
        ]

    def _sample(self) -> "Iterable[SampleService]":
        from lapwing.engine.sample.service import SampleService

        return [SampleService(self.bus)]
