"""How a SQLite file is looked at: by what its first page and its write-ahead log say, read beside SQLite.

Nothing is locked, so no writer ever waits for it, and nothing is made beside a file that has nothing there.
Transactions are counted: by the counter in the file's header, or where there is a log by those in it. Of a log that
goes away between two looks, the last ones are not seen.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar, Final
from urllib.parse import quote

import apsw

from lapwing.domain.errors import ConnectionLost, FileMissing, FileUnreadable
from lapwing.domain.monitoring.metrics import Denied, Lane, Metric, Reading
from lapwing.domain.monitoring.samples import ServerFacts
from lapwing.domain.monitoring.sqlite import METRICS
from lapwing.drivers.monitoring import Monitor, ServerReadings
from lapwing.drivers.sqlite.files import HEADER_BYTES, Header, PlainFile
from lapwing.drivers.sqlite.locks import lock_holding_processes
from lapwing.drivers.sqlite.opening import shown_path
from lapwing.drivers.sqlite.write_ahead_log import WriteAheadLog

_MOST_BYTES: Final = 32 << 20
"""The pages of a larger file are not counted by table: each of them would be read."""
_TABLES: Final = (
    "SELECT name, SUM(pgsize) FROM dbstat WHERE aggregate = TRUE GROUP BY name ORDER BY 2 DESC, name LIMIT 50"
)
_TOO_LARGE: Final = "The file is larger than 32 MB: its pages are not counted, because each of them would be read."
_NO_DBSTAT: Final = "This SQLite was built without dbstat."
_REPLACED: Final = "Another file lies under its name now."


class SqliteMonitor(Monitor):
    """Looks at one file. The session's connection is not used."""

    metrics: ClassVar[tuple[Metric, ...]] = METRICS

    def __init__(self, path: Path, product: str) -> None:
        """Look at the file under this name."""
        self._path = path
        self._product = product
        self._file: PlainFile | None = None
        self._identity: tuple[int, int] | None = None
        self._log = WriteAheadLog(path)
        self._counted: int | None = None
        self._changes = 0

    def read(self, lane: Lane) -> ServerReadings:
        """Take the readings of a lane.

        Raises:
            FileMissing, FileUnreadable
            ConnectionLost: Another file lies there now, which has to be opened anew.
        """
        try:
            header = self._header()
        except FileNotFoundError as error:
            raise FileMissing(path=shown_path(self._path)) from error
        except OSError as error:
            reason = f"{error.strerror or error}."
            raise FileUnreadable(path=shown_path(self._path), reason=reason) from error
        except UnicodeEncodeError as error:
            raise FileUnreadable(path=shown_path(self._path), reason="its name is no text.") from error
        readings, denied = self._tables(header) if lane is Lane.SLOW else (tuple(self._readings(header)), ())
        return ServerReadings(
            readings,
            "" if self._identity is None else "{}/{}".format(*self._identity),
            ServerFacts(self._product, notes=_notes(header)),
            denied,
            data_folder=os.fspath(self._path.absolute().parent),
        )

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _header(self) -> Header | None:
        """What the newest first page says; None while the file is empty."""
        facts = self._path.stat()
        identity = (facts.st_dev, facts.st_ino)
        if self._file is None:
            self._file, self._identity = PlainFile(self._path), identity
        if identity != self._identity:
            raise ConnectionLost(connection=shown_path(self._path), server=_REPLACED, lost="")
        header = Header.of(self._file.read(HEADER_BYTES, 0))
        if header is None:
            return None
        before, self._counted = self._counted, header.changes
        if not header.is_wal:
            self._changes += 0 if before is None else (header.changes - before) % (1 << 32)
            return header
        self._log.read()  # the counter in the file changes only with a checkpoint now, by what was seen in the log
        return header.with_log(self._log.header, self._log.pages)

    def _readings(self, header: Header | None) -> Iterator[Reading]:
        yield Reading("file_size", self._path.stat().st_size)
        yield Reading("wal_size", self._log.size_bytes)
        yield Reading("lock_holders", len(lock_holding_processes([self._path])))
        pages, free = (header.pages, header.free_pages) if header is not None else (0, 0)
        page_bytes = header.page_bytes if header is not None else 0
        yield Reading("pages", pages)
        yield Reading("free_pages", free)
        yield Reading("database_size", pages * page_bytes, (("database", "main"),))
        yield Reading("free_bytes", free * page_bytes)
        yield Reading("changes", self._changes + self._log.commits)
        if header is not None:
            yield Reading("schema_changes", header.schema_cookie)

    def _tables(self, header: Header | None) -> tuple[tuple[Reading, ...], tuple[Denied, ...]]:
        """The largest tables and indexes, as the last checkpoint left them: nothing is locked for it."""
        if header is None:
            return (), ()
        if header.pages * header.page_bytes > _MOST_BYTES:
            return (), (Denied(("table_size",), _TOO_LARGE, is_permission=False),)
        uri = f"file:{quote(os.fsencode(self._path))}?immutable=1"
        flags = apsw.SQLITE_OPEN_URI | apsw.SQLITE_OPEN_READONLY
        try:
            connection = apsw.Connection(uri, flags=flags)
            try:
                rows = connection.execute(_TABLES).fetchall()
            finally:
                connection.close()
        except apsw.SQLError:
            return (), (Denied(("table_size",), _NO_DBSTAT, is_permission=False),)
        except (apsw.Error, UnicodeDecodeError):
            return (), ()  # somebody wrote meanwhile: the next time it is read
        sizes = ((name, size) for name, size in rows if isinstance(name, str) and isinstance(size, int))
        return tuple(Reading("table_size", size, (("table", name),)) for name, size in sizes), ()


def _notes(header: Header | None) -> tuple[str, ...]:
    """How the file is kept."""
    if header is None:
        return ("The file is empty.",)
    kept = "a write-ahead log" if header.is_wal else "a rollback journal"
    return (f"Changes go to {kept}. Pages are of {header.page_bytes:,} bytes.",)
