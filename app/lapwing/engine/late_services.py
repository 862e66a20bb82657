"""Services that are loaded by the first of their operations: what they are made of takes a third of a start."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from lapwing.domain.late_dataclass import dataclass
from lapwing.engine.bus import Bus
from lapwing.engine.connections.whole import Connecting
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
    connecting: Connecting
    files: ResultFiles
    runs: Runs
    history: Records
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

        at = self.connecting
        return [CatalogService(at.saved, at.sessions, at.lanes)]

    def _table(self) -> "Iterable[TableService]":
        from lapwing.engine.table.service import TableService

        at = self.connecting
        return [TableService(self.bus, at.sessions, self.files, self.runs, self.history, at.confirming, at.lanes)]

    def _exports(self) -> "Iterable[TransferService]":
        from lapwing.engine.transfer.service import TransferService
        from lapwing.engine.transfer.sessions import ExportSessions

        at = self.connecting
        sessions = ExportSessions(at.saved, at.sessions, at.opener)
        return [TransferService(self.jobs, self.files, sessions, at.lanes, self.plugins)]

    def _imports(self) -> "Iterable[ImportService]":
        from lapwing.engine.transfer.import_service import ImportService

        at = self.connecting
        return [ImportService(self.bus, self.jobs, at.sessions, self.runs, self.history, at.confirming, self.plugins)]

    def _sample(self) -> "Iterable[SampleService]":
        from lapwing.engine.sample.service import SampleService

        return [SampleService(self.bus)]
