"""SQL files: read and written so that encoding, byte-order mark and line ends stay as they were."""

import codecs
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from lapwing.domain.errors import DiskFull, FileMissing, FileUnreadable
from lapwing.settings.files import FileLayer, write_whole

MOST_BYTES: Final = 256 << 20
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class SqlFile:
    """A file's text with `\\n` line ends, and how it lies on disk."""

    path: Path
    text: str
    encoding: str = "utf-8"
    line_end: str = "\n"
    """The line end that most lines have."""


def read_sql_file(path: Path) -> SqlFile:
    """Read a file; bytes that are no UTF-8 are read as Latin-1, which loses none.

    Raises:
        FileMissing, FileUnreadable
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            size = f"it is larger than {MOST_BYTES >> 20} MB; run it with `lapwing query --file`."
            raise FileUnreadable(path=str(path), reason=size)
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise FileMissing(path=str(path)) from error
    except OSError as error:
        raise FileUnreadable(path=str(path), reason=f"{error.strerror or error}.") from error
    text, encoding = _decode(data)
    line_end = "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n"
    return SqlFile(path, text.replace("\r\n", "\n"), encoding, line_end)


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


def write_sql_file(file: SqlFile, layer: FileLayer | None = None) -> SqlFile:
    """Write a file in one step; what its encoding cannot hold makes it UTF-8, which the returned `SqlFile` says.

    Raises:
        DiskFull: It cannot be written; the old file is as it was.
    """
    text = file.text.replace("\n", file.line_end) if file.line_end != "\n" else file.text
    encoding = file.encoding
    try:
        data = _encode(text, encoding)
    except UnicodeEncodeError:
        encoding = "utf-8"
        data = text.encode("utf-8", "surrogatepass")
    try:
        write_whole(file.path, data, layer or FileLayer())
    except OSError as error:
        raise DiskFull(path=str(file.path), reason=error.strerror or str(error)) from error
    return replace(file, encoding=encoding)


def _encode(text: str, encoding: str) -> bytes:
    return codecs.BOM_UTF16_BE + text.encode(encoding) if encoding == "utf-16-be" else text.encode(encoding)
