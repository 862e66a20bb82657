"""Whether an audit log is as it was written.

The log is JSON lines. The last two members of each are `previous`, the SHA-256 of the line before (64 zeros: there is
none), and `sha256`, of the line's own bytes before `,"sha256":`; `seq` counts from 1 over all files. A file begins with
the event `log.opened` and ends, when the next one begins, with `log.closed`. Files that are removed for their age are
named by `log.removed` with the hash of their last line. A line that a kill has torn is closed with an end of line, and
`log.recovered` behind it tells its hash. The file `.head` beside the log says where it ended.

Whoever may write the files and the head can write all of it anew; only a hash that was noted elsewhere tells that.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from enum import StrEnum
from hashlib import sha256
from typing import Any, Final

from lapwing.domain.late_dataclass import dataclass

LONGEST_LINE: Final = 4_000_000
"""Bytes; what writes the log stays far below."""
_NOTHING: Final = "0" * 64
_LINE: Final = re.compile(
    rb'\{"seq":([0-9]{1,18}),.*,"previous":"([0-9a-f]{64})","sha256":"([0-9a-f]{64})"\}\n', re.DOTALL
)
_OWN_END: Final = len(',"sha256":""}\n') + 64


class AuditFault(StrEnum):
    CHANGED = "changed"
    REMOVED = "removed"
    INSERTED = "inserted"
    CUT_OFF = "cut off"
    REWRITTEN = "rewritten"


@dataclass(frozen=True, slots=True)
class AuditFinding:
    """The first thing that is not as it was written.

    Attributes:
        file: Its name.
        line: Its number in that file, from 1.
        sequence: Its number in the log.
        count: Of lines that are missing; 0: it is not about that.
    """

    fault: AuditFault
    file: str
    line: int
    sequence: int
    count: int = 0


@dataclass(frozen=True, slots=True)
class AuditVerdict:
    """What was found in files of one log.

    Attributes:
        first, last: Numbers of the first and last good line; 0: there is none.
        last_digest: The hash of the last good line, to be noted elsewhere.
        torn: Lines that were torn by a kill or a full disk; they are no sign of tampering.
        is_whole: Whether the first line is the log's very first one.
        is_begin_known: Whether what was before the first line was removed by age, as the log itself says.
        is_end_known: Whether there was a head to check the end by.
    """

    lines: int = 0
    first: int = 0
    last: int = 0
    last_digest: str = _NOTHING
    torn: int = 0
    is_whole: bool = True
    is_begin_known: bool = True
    is_end_known: bool = False
    finding: AuditFinding | None = None


@dataclass(frozen=True, slots=True)
class AuditHead:
    """Where a log ended when its last line was written."""

    sequence: int
    digest: str


def head_in(data: bytes) -> AuditHead | None:
    """What a file `.head` says; None: it cannot be read."""
    parts = data[:400].split()
    if len(parts) != 4 or not parts[0].isdigit() or not re.fullmatch(rb"[0-9a-f]{64}", parts[1]):
        return None
    return AuditHead(int(parts[0]), parts[1].decode())


def first_number(line: bytes) -> int | None:
    """The `seq` of a line, by which files are put in order; None: it is none of an audit log."""
    found = re.match(rb'\{"seq":([0-9]{1,18}),', line)
    return int(found[1]) if found else None


def verify_log(
    files: Sequence[tuple[str, Iterable[bytes]]], head: AuditHead | None = None, noted: Sequence[str] = ()
) -> AuditVerdict:
    """Look through files of one log, the oldest first.

    Args:
        files: Names, and lines with their ends of line.
        noted: Hashes of lines that were noted elsewhere, and have to be there.
    """
    return _Reading(files, head, noted).verdict()


@dataclass(frozen=True, slots=True)
class _Line:
    """`is_sound`: its own hash is right."""

    file: str
    number: int
    data: bytes
    sequence: int = 0
    previous: str = ""
    digest: str = ""
    is_sound: bool = False

    def follows(self, sequence: int, digest: str) -> bool:
        return self.is_sound and self.sequence == sequence + 1 and self.previous == digest

    def facts(self) -> dict[str, Any]:
        try:
            found = json.loads(self.data)
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}


def _lines(files: Sequence[tuple[str, Iterable[bytes]]]) -> Iterator[_Line]:
    for name, file in files:
        for number, data in enumerate(file, 1):
            found = _LINE.fullmatch(data)
            if found is None:
                yield _Line(name, number, data)
                continue
            digest = found[3].decode()
            is_sound = sha256(data[:-_OWN_END]).hexdigest() == digest
            yield _Line(name, number, data, int(found[1]), found[2].decode(), digest, is_sound)


@dataclass(slots=True)
class _Progress:
    lines: int = 0
    first: int = 0
    first_previous: str = _NOTHING
    sequence: int = 0
    digest: str = _NOTHING
    torn: int = 0
    removed: set[str] = field(default_factory=set)
    """Last hashes of files that the log says were removed."""
    seen: set[str] = field(default_factory=set)
    """Noted hashes that were found."""
    last: _Line | None = None


class _Reading:
    """Goes through lines with one line of foresight, which tells a changed line from an inserted one."""

    def __init__(
        self, files: Sequence[tuple[str, Iterable[bytes]]], head: AuditHead | None, noted: Sequence[str]
    ) -> None:
        self._source = _lines(files)
        self._next = next(self._source, None)
        self._head = head
        self._noted = set(noted)
        self._at = _Progress()

    def verdict(self) -> AuditVerdict:
        finding = None
        while finding is None and self._next is not None:
            line, self._next = self._next, next(self._source, None)
            finding = self._look_at(line)
        at, head = self._at, self._head
        return AuditVerdict(
            at.lines,
            at.first,
            at.sequence,
            at.digest,
            at.torn,
            is_whole=at.first <= 1,
            is_begin_known=at.first <= 1 or at.first_previous in at.removed,
            is_end_known=head is not None,
            finding=finding or self._missing_end(),
        )

    def _look_at(self, line: _Line) -> AuditFinding | None:
        at = self._at
        if not at.lines and line.is_sound:  # the first one is believed
            at.sequence, at.digest = line.sequence - 1, line.previous
            at.first, at.first_previous = line.sequence, line.previous
        if line.follows(at.sequence, at.digest):
            return self._take(line)
        if not line.is_sound and self._is_torn(line):
            at.torn += 1
            at.last = line
            return None
        return self._finding(line)

    def _take(self, line: _Line) -> AuditFinding | None:
        at, head = self._at, self._head
        at.lines += 1
        at.sequence, at.digest, at.last = line.sequence, line.digest, line
        if line.digest in self._noted:
            at.seen.add(line.digest)
        if b'"log.removed"' in line.data and (facts := line.facts()).get("event") == "log.removed":
            at.removed.add(str(facts.get("last_sha256")))
        if head is not None and line.sequence == head.sequence and line.digest != head.digest:
            return AuditFinding(AuditFault.REWRITTEN, line.file, line.number, line.sequence)
        return None

    def _is_torn(self, line: _Line) -> bool:
        """Whether it is the beginning of a line that was never finished, rather than one that was changed."""
        behind = self._next
        if behind is None:
            return not line.data.endswith(b"\n") and not self._is_behind_head()
        if not behind.follows(self._at.sequence, self._at.digest) or b'"log.recovered"' not in behind.data:
            return False
        told = behind.facts()
        return told.get("event") == "log.recovered" and told.get("torn_sha256") == sha256(line.data[:-1]).hexdigest()

    def _is_behind_head(self) -> bool:
        return self._head is not None and self._at.sequence < self._head.sequence

    def _finding(self, line: _Line) -> AuditFinding:
        """What became of the log at a line that is not the next one."""
        at, behind = self._at, self._next
        due = at.sequence + 1
        if behind is not None and behind.follows(at.sequence, at.digest):
            return AuditFinding(AuditFault.INSERTED, line.file, line.number, due)
        if behind is None and not line.data.endswith(b"\n"):
            return AuditFinding(AuditFault.CUT_OFF, line.file, line.number, due, self._missing())
        if not line.is_sound:
            return AuditFinding(AuditFault.CHANGED, line.file, line.number, due)
        if line.sequence > due:
            return self._gap(line, line.sequence - due)
        if line.sequence < due or at.last is None:
            return AuditFinding(AuditFault.INSERTED, line.file, line.number, due)
        # The right number, and another line before: that one was changed, and its own hash made to fit.
        return AuditFinding(AuditFault.CHANGED, at.last.file, at.last.number, at.sequence)

    def _gap(self, line: _Line, count: int) -> AuditFinding:
        last = self._at.last
        if last is not None and last.file != line.file and b'"log.closed"' not in last.data:
            return AuditFinding(AuditFault.CUT_OFF, last.file, last.number, self._at.sequence + 1, count)
        return AuditFinding(AuditFault.REMOVED, line.file, line.number, self._at.sequence + 1, count)

    def _missing(self) -> int:
        return max(0, self._head.sequence - self._at.sequence) if self._head is not None else 0

    def _missing_end(self) -> AuditFinding | None:
        at = self._at
        file, number = (at.last.file, at.last.number) if at.last is not None else ("", 0)
        if self._is_behind_head():
            return AuditFinding(AuditFault.CUT_OFF, file, number, at.sequence + 1, self._missing())
        if self._noted - at.seen:
            return AuditFinding(AuditFault.REWRITTEN, file, number, at.sequence)
        return None
