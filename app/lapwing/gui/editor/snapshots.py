"""Earlier versions of texts in editors, kept in files beside the journal. No Qt here; blocking, for a thread.

One file each, compressed, written in one step, named by time and occasion; so a damaged one costs no other.
"""

import hashlib
import logging
import os
import re
import threading
import time
import zlib
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Final

from lapwing import paths
from lapwing.domain.errors import LapwingError
from lapwing.domain.late_dataclass import dataclass
from lapwing.settings.files import FileLayer, write_whole

KEPT: Final = 50
KEPT_DAYS: Final = 30
_BYTES_OF_ONE: Final = 32 << 20
_BYTES_OF_ALL: Final = 512 << 20
_SUFFIX: Final = ".text"
_NAME: Final = re.compile(rf"(\d{{13}})-([a-z]+){re.escape(_SUFFIX)}")
_SAFE: Final = re.compile(r"[\w-]{1,100}")
_DAY_MS: Final = 86_400_000
_log = logging.getLogger(__name__)


class SnapshotDamaged(LapwingError):
    code = "snapshot.damaged"
    message = "This version cannot be read: {reason}."
    hint = "Choose another one."


class Occasion(StrEnum):
    """Why a version was kept."""

    OPEN = "open"
    SAVE = "save"
    RUN = "run"
    EDIT = "edit"
    FORMAT = "format"
    REPLACE = "replace"
    RELOAD = "reload"
    RESTORE = "restore"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One version of a text. `at_ms` counts milliseconds since 1970."""

    at_ms: int
    occasion: Occasion
    path: Path


_OCCASIONS: Final = frozenset(one.value for one in Occasion)


class Snapshots:
    """The versions of all editors. Any thread, one at a time."""

    def __init__(self, folder: Path | None = None, now_ms: Callable[[], int] | None = None) -> None:
        self._folder = folder or paths.state() / "versions"
        self._now_ms = now_ms or (lambda: time.time_ns() // 1_000_000)
        self._layer = FileLayer()
        self._lock = threading.Lock()
        self._newest: dict[str, bytes] = {}
        """The hash of the newest version of each editor, where it is known."""

    def keep(self, editor_id: str, text: str, occasion: Occasion) -> None:
        """Keep a version unless the newest is the same, and forget old ones.

        Raises:
            OSError: It cannot be written.
        """
        data = text.encode("utf-8", "surrogatepass")
        digest = hashlib.sha256(data).digest()
        with self._lock:
            folder = self._folder_of(editor_id)
            known = self._list(folder)
            if known and digest == self._newest_of(editor_id, known[0]):
                return
            at_ms = max(self._now_ms(), known[0].at_ms + 1 if known else 0)
            if not folder.is_dir():
                paths.private_folder(self._folder)
                paths.private_folder(folder)
            write_whole(folder / f"{at_ms:013d}-{occasion.value}{_SUFFIX}", zlib.compress(data, 6), self._layer)
            self._newest[editor_id] = digest
            self._forget_old(self._list(folder), KEPT, _BYTES_OF_ONE)

    def _newest_of(self, editor_id: str, newest: Snapshot) -> bytes:
        if editor_id not in self._newest:
            try:
                kept = self.read(newest).encode("utf-8", "surrogatepass")
                self._newest[editor_id] = hashlib.sha256(kept).digest()
            except SnapshotDamaged:
                self._newest[editor_id] = b""
        return self._newest[editor_id]

    def of(self, editor_id: str) -> list[Snapshot]:
        """The versions of one editor, the newest first."""
        return self._list(self._folder_of(editor_id))

    def read(self, snapshot: Snapshot) -> str:
        """The text of a version.

        Raises:
            SnapshotDamaged: Its file is gone or damaged.
        """
        try:
            return zlib.decompress(snapshot.path.read_bytes()).decode("utf-8", "surrogatepass")
        except (OSError, zlib.error, UnicodeDecodeError) as error:
            raise SnapshotDamaged(reason=getattr(error, "strerror", None) or str(error)) from error

    def sweep(self) -> None:
        """Forget what is too old, everywhere, and the oldest while all together take too much room."""
        with self._lock:
            everything: list[Snapshot] = []
            for folder in self._folder.glob("*/"):
                everything += self._list(folder)
            everything.sort(key=lambda one: one.at_ms, reverse=True)
            self._forget_old(everything, len(everything), _BYTES_OF_ALL)
            for folder in self._folder.glob("*/"):
                try:
                    if not any(folder.iterdir()):
                        folder.rmdir()
                except OSError as error:
                    _log.warning("%s cannot be removed: %s", folder, error.strerror)

    def _folder_of(self, editor_id: str) -> Path:
        assert _SAFE.fullmatch(editor_id), editor_id
        return self._folder / editor_id

    @staticmethod
    def _list(folder: Path) -> list[Snapshot]:
        found = []
        try:
            names = sorted(os.listdir(folder), reverse=True)
        except FileNotFoundError:
            return []
        for name in names:
            match = _NAME.fullmatch(name)
            if match and match[2] in _OCCASIONS:
                found.append(Snapshot(int(match[1]), Occasion(match[2]), folder / name))
        return found

    def _forget_old(self, newest_first: list[Snapshot], count: int, most_bytes: int) -> None:
        oldest = self._now_ms() - KEPT_DAYS * _DAY_MS
        room = most_bytes
        for number, one in enumerate(newest_first):
            try:
                room -= one.path.stat().st_size
                if number and (number >= count or room < 0 or one.at_ms < oldest):
                    self._layer.remove(one.path)
            except OSError as error:
                _log.warning("%s cannot be removed: %s", one.path, error.strerror)
