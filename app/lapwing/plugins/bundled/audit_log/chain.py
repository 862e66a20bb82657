"""The files of an audit log: one that grows, older ones beside it with numbers, and `.head`, which says where it ends.

The head is written behind each line. A process that was killed between the two leaves a log that is one line ahead of
its head; a head that is ahead of its log says that somebody cut the log off.
"""

import contextlib
import errno
import os
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from lapwing.plugins.bundled.audit_log.lines import Tip, follows, line_behind, standing_alone, tip_in
from lapwing.plugins.bundled.audit_log.locking import locked

_TAIL_BYTES: Final = 1 << 20
_HEAD_BYTES: Final = 200
FORMAT: Final = "lapwing-audit 1"


@dataclass(frozen=True, slots=True)
class Keeping:
    """How much of a log is kept.

    Attributes:
        most_bytes: Of one file; with the line that would make it larger the next one begins.
        keep_s: How long a file is kept after its last line; 0: always.
        is_synced: Whether each line is on the disk before its writer goes on, so that a power cut loses none.
    """

    most_bytes: int = 100_000_000
    keep_s: float = 0.0
    is_synced: bool = False


class Chain:
    """Writes lines to a log that other processes may be writing too. Nothing is held open between two lines.

    Args:
        clock: Unix seconds.
    """

    def __init__(self, path: Path, keeping: Keeping, clock: Callable[[], float] = time.time) -> None:
        self._path = path
        self._head = path.with_name(f"{path.name}.head")
        self._keeping = keeping
        self._clock = clock

    def begin(self) -> None:
        """Make the log's folder, look whether its end is as it was left, and remove what is too old.

        Raises:
            ValueError: The file is there, and is no audit log.
            OSError: It cannot be written.
        """
        self._path.parent.mkdir(parents=True, exist_ok=True)
        _refuse_foreign(self._path)
        with locked(self._head) as head:
            self._keep(head, self._without_old(self._caught_up(head)))

    def write(self, facts: dict[str, Any]) -> None:
        """Append one line.

        Raises:
            OSError: It cannot be written; then nothing of it is in the file.
        """
        with locked(self._head) as head:
            tip = self._caught_up(head)
            line, behind = line_behind(tip, self._clock(), facts)
            if tip.size and behind.size <= self._keeping.most_bytes:
                self._append(line, tip.size)
            else:
                tip = self._without_old(self._rotated(head, tip)) if tip.size else tip
                behind = self._appended(tip, facts)
            self._keep(head, behind)

    # the end of the log

    def _keep(self, head: int, tip: Tip) -> None:
        os.lseek(head, 0, os.SEEK_SET)
        os.write(head, tip.as_bytes)

    def _caught_up(self, head: int) -> Tip:
        """Where the log really ends; what is not as it was left is told in the log itself, never mended in silence."""
        os.lseek(head, 0, os.SEEK_SET)
        known = tip_in(os.read(head, _HEAD_BYTES))
        if known is None:
            return self._without_head()
        found = _size(self._path)
        if not found and known.size and self._numbered(known.file).exists():  # killed while a new file was begun
            known = replace(known, size=0, file=known.file + 1)
        if found == known.size:
            return known
        if found > known.size:
            return self._read_on(known)
        return self._cut_off(known, found)

    def _cut_off(self, known: Tip, found: int) -> Tip:
        tip = replace(known, size=found)
        if found and _last_byte(self._path) != b"\n":
            tip = self._with_newline(tip)
        return self._appended(tip, _damage("The file is shorter than it was left.", known, found))

    def _read_on(self, known: Tip) -> Tip:
        """Take the lines behind the known end; a torn one, as a kill leaves it, is closed and told."""
        with self._path.open("rb") as file:
            file.seek(known.size)
            *lines, torn = file.read().split(b"\n")
        tip = known
        for line in lines:
            behind = follows(tip, line)
            if behind is None:
                size = _size(self._path)
                ended = self._with_newline(replace(tip, size=size)) if torn else replace(tip, size=size)
                return self._appended(ended, _damage("Lines were found that are not of this log.", known, size))
            tip = behind
        if not torn:
            return tip
        facts = {"level": "warning", "event": "log.recovered", "torn_bytes": len(torn)}
        ended = self._with_newline(replace(tip, size=tip.size + len(torn)))
        return self._appended(ended, {**facts, "torn_sha256": sha256(torn).hexdigest()})

    def _without_head(self) -> Tip:
        older = self._older()
        number = int(older[-1].suffix[1:]) if older else 0
        newest = self._path if _size(self._path) else older[-1] if older else None
        if newest is None:
            return Tip()
        size = _size(self._path)
        with newest.open("rb") as file:
            file.seek(max(0, newest.stat().st_size - _TAIL_BYTES))
            lines = file.read().split(b"\n")
        last = next((tip for line in reversed(lines) if (tip := standing_alone(line))), Tip())
        tip = replace(last, size=size, file=number + 1)
        if lines[-1] and newest == self._path:
            tip = self._with_newline(tip)
        return self._appended(tip, _damage("The file .head was missing.", tip, size))

    # writing

    def _with_newline(self, tip: Tip) -> Tip:
        self._append(b"\n", tip.size)
        return replace(tip, size=tip.size + 1)

    def _appended(self, tip: Tip, facts: dict[str, Any]) -> Tip:
        data = b""
        behind = tip
        if not tip.size:
            opening = {"level": "info", "event": "log.opened", "format": FORMAT, "file": tip.file}
            data, behind = line_behind(tip, self._clock(), opening)
        line, behind = line_behind(behind, self._clock(), facts)
        self._append(data + line, tip.size)
        return behind

    def _append(self, data: bytes, size: int) -> None:
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
        number = os.open(self._path, flags, 0o600)
        try:
            if os.write(number, data) != len(data):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self._path))
            if self._keeping.is_synced:
                os.fsync(number)
        except OSError:
            with contextlib.suppress(OSError):  # what is torn is told when the next line is written
                os.ftruncate(number, size)
            raise
        finally:
            os.close(number)

    # files

    def _numbered(self, file: int) -> Path:
        return self._path.with_name(f"{self._path.name}.{file:05d}")

    def _older(self) -> list[Path]:
        form = re.compile(re.escape(self._path.name) + r"\.[0-9]{5,9}")
        return sorted(
            (each for each in self._path.parent.iterdir() if form.fullmatch(each.name)),
            key=lambda each: int(each.suffix[1:]),
        )

    def _rotated(self, head: int, tip: Tip) -> Tip:
        tip = self._appended(tip, {"level": "info", "event": "log.closed", "file": tip.file})
        self._keep(head, tip)
        self._path.rename(self._numbered(tip.file))
        tip = replace(tip, size=0, file=tip.file + 1)
        self._keep(head, tip)
        return tip

    def _without_old(self, tip: Tip) -> Tip:
        """Remove files whose last line is too old, told in the log before."""
        if not self._keeping.keep_s:
            return tip
        limit = self._clock() - self._keeping.keep_s
        for path in self._older():
            if path.stat().st_mtime >= limit:
                break  # the later ones are younger
            last = _last_line(path)
            facts = {"level": "info", "event": "log.removed", "name": path.name, "last_seq": last.sequence}
            tip = self._appended(tip, {**facts, "last_sha256": last.digest})
            path.unlink()
        return tip


def _damage(words: str, known: Tip, found: int) -> dict[str, Any]:
    return {"level": "error", "event": "log.damaged", "words": words, "known_bytes": known.size, "found_bytes": found}


def _size(path: Path) -> int:
    """0: it is empty, or not there."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def _last_byte(path: Path) -> bytes:
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read()


def _last_line(path: Path) -> Tip:
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _TAIL_BYTES))
        lines = file.read().split(b"\n")
    return next((tip for line in reversed(lines) if (tip := standing_alone(line))), Tip())


def _refuse_foreign(path: Path) -> None:
    if not path.exists():
        return
    if not path.is_file():
        raise ValueError(f"{path} is no file. Name another one in the settings.")
    with path.open("rb") as file:
        start = file.read(7)
    if start and not start.startswith(b'{"seq":'):
        raise ValueError(f"{path} is there, and is no audit log. Name another file in the settings.")
