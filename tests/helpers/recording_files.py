"""File layers for proofs: one records everything and can be cut anywhere, one fails from a chosen operation on."""

import os
import random
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from lapwing.settings.files import FileLayer

_PAGE_BYTES: Final = 64
"""Size of what a power cut loses or keeps of unsynced bytes: far below a real page, so that small files have many."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation, after the fact.

    Attributes:
        kind: `names` (a creation, renaming or removal), `write`, `sync`, `sync_folder` or `close`.
        names: New meaning of each name it touches: the number of a file, or None for none.
        file: Number of the file written or synced.
        folder: The folder synced.
    """

    kind: str
    names: dict[Path, int | None] = field(default_factory=dict)
    file: int = -1
    data: bytes = b""
    folder: Path = Path()


class RecordingFiles(FileLayer):
    """Does everything for real below `root`, and keeps the list of what it did. One thread at a time."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.operations: list[Operation] = []
        self._names: dict[Path, int] = {}
        self._open: dict[int, int] = {}
        self.before: dict[Path, bytes] = {}
        """What lay there before the first operation; durable."""
        for number, path in enumerate(sorted(path for path in root.rglob("*") if path.is_file())):
            self.before[path] = path.read_bytes()
            self._names[path] = number
        self._count = len(self.before)

    def create(self, path: Path) -> int:
        return self._opened(super().create(path), path, is_new=True)

    def append_to(self, path: Path) -> int:
        is_new = not path.exists()
        return self._opened(super().append_to(path), path, is_new)

    def write(self, fd: int, data: bytes) -> None:
        super().write(fd, data)
        self.operations.append(Operation("write", file=self._open[fd], data=bytes(data)))

    def sync(self, fd: int) -> None:
        self.operations.append(Operation("sync", file=self._open[fd]))  # no need to bother the disk: see `disks`

    def close(self, fd: int) -> None:
        super().close(fd)
        self.operations.append(Operation("close", file=self._open.pop(fd)))

    def rename(self, old: Path, new: Path) -> None:
        super().rename(old, new)
        self._names[new] = self._names.pop(old)
        self.operations.append(Operation("names", {new: self._names[new], old: None}))

    def sync_folder(self, folder: Path) -> None:
        self.operations.append(Operation("sync_folder", folder=folder))

    def remove(self, path: Path) -> None:
        super().remove(path)
        if self._names.pop(path, None) is not None:
            self.operations.append(Operation("names", {path: None}))

    def _opened(self, fd: int, path: Path, is_new: bool) -> int:
        if is_new:
            self._names[path] = self._count
            self._count += 1
            self.operations.append(Operation("names", {path: self._names[path]}))
        self._open[fd] = self._names[path]
        return fd

    def disk_after(self, count: int, part_bytes: int = 0) -> "Disk":
        """The disk after `count` operations and the first bytes of the one that follows, if that is a write."""
        disk = Disk(self.root, self.before)
        for operation in self.operations[:count]:
            disk.do(operation)
        if part_bytes:
            under_way = self.operations[count]
            disk.do(Operation("write", file=under_way.file, data=under_way.data[:part_bytes]))
        return disk


class Disk:
    """What programs see of a disk, and what of it would survive a power cut.

    A file's bytes survive once it was synced; until then any of its pages may be lost or filled with zeros. Names
    survive once their folder was synced; until then each creation, renaming or removal may or may not have happened.
    """

    def __init__(self, root: Path, before: dict[Path, bytes]) -> None:
        self._root = root
        self._bytes = dict(enumerate(before.values()))
        self._synced = dict(self._bytes)
        self._names: dict[Path, int] = {path: number for number, path in enumerate(before)}
        self._synced_names = dict(self._names)
        self._unsynced: list[dict[Path, int | None]] = []

    def do(self, operation: Operation) -> None:
        """Let one operation happen."""
        if operation.kind == "write":
            self._bytes[operation.file] = self._bytes.get(operation.file, b"") + operation.data
        elif operation.kind == "sync":
            self._synced[operation.file] = self._bytes.get(operation.file, b"")
        elif operation.kind == "names":
            _rename(self._names, operation.names)
            self._unsynced.append(operation.names)
        elif operation.kind == "sync_folder":
            for names in [names for names in self._unsynced if any(p.parent == operation.folder for p in names)]:
                _rename(self._synced_names, names)
                self._unsynced.remove(names)

    def put_as_killed(self, target: Path) -> None:
        """Lay out what is there when only the process ends."""
        self._put(target, {path: self._bytes.get(number, b"") for path, number in self._names.items()})

    def put_as_cut(self, target: Path, chance: random.Random) -> None:
        """Lay out one of the states in which a power cut may leave it."""
        names = dict(self._synced_names)
        share = chance.choice((0.0, 0.5, 1.0))
        for change in self._unsynced:
            if chance.random() < share:
                _rename(names, change)
        self._put(target, {path: self._survivor(number, chance) for path, number in names.items()})

    def _survivor(self, number: int, chance: random.Random) -> bytes:
        synced, now = self._synced.get(number, b""), self._bytes.get(number, b"")
        if len(now) == len(synced):
            return synced
        end = chance.choice((len(synced), len(now), chance.randint(len(synced), len(now))))
        data = bytearray(now[:end])
        holes = chance.choice((0.0, 0.3, 1.0))
        for start in range(len(synced), end, _PAGE_BYTES):
            if chance.random() < holes:
                stop = min(start + _PAGE_BYTES, end)
                data[start:stop] = bytes(stop - start)
        return bytes(data)

    def _put(self, target: Path, files: dict[Path, bytes]) -> None:
        for path, data in files.items():
            copy = target / path.relative_to(self._root)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(data)


def _rename(names: dict[Path, int], change: dict[Path, int | None]) -> None:
    for path, number in change.items():
        if number is None:
            names.pop(path, None)
        else:
            names[path] = number


class FailingFiles(FileLayer):
    """Works until the n-th operation, then fails until it is healed; a failing write may leave a part behind.

    Attributes:
        done: Operations begun so far.
        failed: How many of them failed.
    """

    def __init__(self) -> None:
        self.done = 0
        self.failed = 0
        self._fails_from = -1
        self._fails_for = 0
        self._errno = 0
        self._lock = threading.Lock()

    def fail(self, from_now: int, code: int, count: int = 1 << 60) -> None:
        """Let operations fail with this `errno`, after `from_now` more have worked, `count` of them."""
        with self._lock:
            self._fails_from, self._fails_for, self._errno = self.done + from_now, count, code

    def heal(self) -> None:
        """From now on everything works."""
        with self._lock:
            self._fails_from = -1

    def _step(self) -> OSError | None:
        with self._lock:
            number = self.done
            self.done += 1
            if self._fails_from < 0 or not self._fails_from <= number < self._fails_from + self._fails_for:
                return None
            self.failed += 1
            return OSError(self._errno, os.strerror(self._errno))

    def _or_fail(self) -> None:
        if (error := self._step()) is not None:
            raise error

    def create(self, path: Path) -> int:
        self._or_fail()
        return super().create(path)

    def append_to(self, path: Path) -> int:
        self._or_fail()
        return super().append_to(path)

    def write(self, fd: int, data: bytes) -> None:
        if (error := self._step()) is not None:
            super().write(fd, data[: len(data) // 2])
            raise error
        super().write(fd, data)

    def sync(self, fd: int) -> None:
        self._or_fail()

    def rename(self, old: Path, new: Path) -> None:
        self._or_fail()
        super().rename(old, new)

    def sync_folder(self, folder: Path) -> None:
        self._or_fail()

    def remove(self, path: Path) -> None:
        self._or_fail()
        super().remove(path)


def cuts(files: RecordingFiles) -> Iterator[tuple[int, int]]:
    """Every place to cut: after each operation, and within each write after each of its bytes."""
    for count, operation in enumerate(files.operations):
        yield count, 0
        if operation.kind == "write":
            for part_bytes in range(1, len(operation.data)):
                yield count, part_bytes
    yield len(files.operations), 0
