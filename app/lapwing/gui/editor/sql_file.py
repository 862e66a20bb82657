"""SQL files: read and written so that encoding, byte-order mark and line ends stay as they were. No Qt here."""

import codecs
import difflib
import hashlib
import os
import re
import stat
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Final

from lapwing.domain.errors import FileMissing, FileUnreadable, LapwingError
from lapwing.domain.late_dataclass import dataclass
from lapwing.settings.files import FileLayer, write_whole

MOST_BYTES: Final = 256 << 20
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BOM: Final = "\ufeff"
_LINE_END: Final = re.compile("\r\n|\r|\n")
_MOST_COMPARED: Final = 2_000
"""Lines between the first and the last that changed, up to which each keeps its own line end."""


class FileNotWritten(LapwingError):
    code = "file.not_written"
    message = "{path} cannot be written: {reason}."
    hint = "The text is kept here. Save it elsewhere, or put that right and save again."
    exit_code = 6


class FileChanged(LapwingError):
    """The file is not as it was read or written here."""

    code = "file.changed"
    message = "{path} was changed by another program; it was not written."
    hint = "Compare the two, then reload the file or write over it."
    exit_code = 6


class EncodingWrong(LapwingError):
    code = "file.encoding_wrong"
    message = "{path} is not written in {encoding}."
    hint = "Choose another encoding; UTF-8 and ISO 8859-1 are the most common."
    exit_code = 4


@dataclass(frozen=True, slots=True)
class FileStamp:
    """What a file was like when it was read or written: quick facts, and the SHA-256 of what it held."""

    size: int
    changed_ns: int
    digest: str


UNKNOWN: Final = FileStamp(-1, -1, "")
"""Of a file that was read before this start of the program: it is not written before it was looked at."""


@dataclass(frozen=True, slots=True)
class SqlFile:
    """A file's text with `\\n` line ends, and how it lies on disk.

    Attributes:
        encoding: Python's name; `utf-8-sig`, `utf-16` and `utf-32` begin with a byte-order mark.
        line_end: The line end that most lines have.
        stamp: As it was last read or written here; None when it was not.
    """

    path: Path
    text: str
    encoding: str = "utf-8"
    line_end: str = "\n"
    stamp: FileStamp | None = None


def read_sql_file(path: Path, encoding: str = "") -> SqlFile:
    """Read a file, in an encoding that is given or found; bytes that are no UTF-8 are then read as Latin-1, which loses
    none.

    Raises:
        FileMissing, FileUnreadable
        EncodingWrong: It is not in the encoding that was given.
    """
    data, stamp = _read(path)
    if encoding:
        try:
            text = data.decode(encoding).removeprefix(_BOM)
        except UnicodeError as error:
            raise EncodingWrong(path=str(path), encoding=encoding) from error
    else:
        text, encoding = _decode(data)
    return SqlFile(path, with_line_feeds(text), encoding, _usual_end(text), stamp)


def _read(path: Path) -> tuple[bytes, FileStamp]:
    try:
        with path.open("rb") as file:
            facts = os.fstat(file.fileno())
            if facts.st_size > MOST_BYTES:
                size = f"it is larger than {MOST_BYTES >> 20} MB; run it with `lapwing query --file`."
                raise FileUnreadable(path=str(path), reason=size)
            data = file.read()
    except FileNotFoundError as error:
        raise FileMissing(path=str(path)) from error
    except OSError as error:
        raise FileUnreadable(path=str(path), reason=f"{error.strerror or error}.") from error
    return data, FileStamp(len(data), facts.st_mtime_ns, hashlib.sha256(data).hexdigest())


def _decode(data: bytes) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding).removeprefix(_BOM), encoding
            except UnicodeDecodeError:
                break
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return data.decode("latin-1"), "latin-1"


def stamp_now(path: Path, known: FileStamp | None) -> FileStamp | None:
    """What the file is like now; None when it is not there. Read only when size or time differ from what is known.

    Raises:
        FileUnreadable
    """
    try:
        facts = path.stat()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise FileUnreadable(path=str(path), reason=f"{error.strerror or error}.") from error
    if known is not None and (facts.st_size, facts.st_mtime_ns) == (known.size, known.changed_ns):
        return known
    return _read(path)[1]


def write_sql_file(file: SqlFile, layer: FileLayer | None = None, *, even_if_changed: bool = False) -> SqlFile:
    """Write a file in one step; what its encoding cannot hold makes it UTF-8, which the returned `SqlFile` says.

    Lines that are as they were keep their own line ends.

    Raises:
        FileNotWritten: It is read-only, its folder is gone, the disk is full; the old file is as it was.
        FileChanged: It is not what `file.stamp` says.
    """
    old = _old_bytes(file, even_if_changed=even_if_changed)
    encoding = file.encoding
    text = file.text
    if old is not None:
        text = _with_old_ends(_decoded(old, encoding), text, file.line_end)
    elif file.line_end != "\n":
        text = text.replace("\n", file.line_end)
    try:
        data = _encode(text, encoding)
    except UnicodeEncodeError:
        encoding = "utf-8"
        data = text.encode("utf-8", "surrogatepass")
    try:
        write_whole(file.path, data, layer or FileLayer())
        changed_ns = file.path.stat().st_mtime_ns
    except OSError as error:
        raise FileNotWritten(path=str(file.path), reason=error.strerror or str(error)) from error
    stamp = FileStamp(len(data), changed_ns, hashlib.sha256(data).hexdigest())
    return replace(file, encoding=encoding, stamp=stamp)


def _old_bytes(file: SqlFile, *, even_if_changed: bool) -> bytes | None:
    """What the file holds now, after everything that forbids writing it; None when it is not there."""
    path = file.path
    if not path.parent.is_dir():
        raise FileNotWritten(path=str(path), reason=f"there is no folder {path.parent}")
    try:
        data, stamp = _read(path)
    except FileMissing:
        return None
    except FileUnreadable as error:
        raise FileNotWritten(path=str(path), reason=str(error.facts["reason"]).rstrip(".")) from error
    if not os.access(path, os.W_OK) or not path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        raise FileNotWritten(path=str(path), reason="it is read-only")
    if file.stamp is not None and stamp.digest != file.stamp.digest and not even_if_changed:
        raise FileChanged(path=str(path))
    return data


def _decoded(data: bytes, encoding: str) -> str:
    return data.decode(encoding, "replace").removeprefix(_BOM)


def _encode(text: str, encoding: str) -> bytes:
    return codecs.BOM_UTF16_BE + text.encode(encoding) if encoding == "utf-16-be" else text.encode(encoding)


# line ends


def with_line_feeds(text: str) -> str:
    """The text with `\\n` for every line end."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _usual_end(text: str) -> str:
    ends = Counter(_LINE_END.findall(text)) if "\r" in text else Counter()
    return ends.most_common(1)[0][0] if ends else "\n"


def _with_old_ends(old: str, text: str, usual: str) -> str:
    """`text` with the line ends that its lines have in `old`, new ones with the usual."""
    ends = _LINE_END.findall(old) if "\r" in old else []
    if not ends:
        return text if usual == "\n" else text.replace("\n", usual)
    if all(end == usual for end in ends):
        return text.replace("\n", usual)
    before, lines = with_line_feeds(old).split("\n"), text.split("\n")
    found = [usual] * (len(lines) - 1)
    for start, new_start, count in _same_lines(before, lines):
        for number in range(count):
            if start + number < len(ends) and new_start + number < len(found):
                found[new_start + number] = ends[start + number]
    return "".join(line + end for line, end in zip(lines, [*found, ""], strict=True))


def _same_lines(before: list[str], after: list[str]) -> list[tuple[int, int, int]]:
    """Stretches of lines that are the same: where in both, and how many."""
    least = min(len(before), len(after))
    head = next((n for n in range(least) if before[n] != after[n]), least)
    tail = next((n for n in range(least - head) if before[-1 - n] != after[-1 - n]), least - head)
    middle, new_middle = before[head : len(before) - tail], after[head : len(after) - tail]
    found = [(0, 0, head), (len(before) - tail, len(after) - tail, tail)]
    if max(len(middle), len(new_middle)) <= _MOST_COMPARED:
        blocks = difflib.SequenceMatcher(None, middle, new_middle, autojunk=False).get_matching_blocks()
        found += [(head + block.a, head + block.b, block.size) for block in blocks]
    return found
