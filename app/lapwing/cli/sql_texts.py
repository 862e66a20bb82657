"""SQL files as they lie on disk: read and written so that encoding, byte-order mark and line ends stay as they were."""

import codecs
from dataclasses import replace
from pathlib import Path
from typing import Final

from lapwing.cli.errors import FileNotWritten, ScriptUnreadable
from lapwing.domain.late_dataclass import dataclass
from lapwing.settings.files import FileLayer, write_whole

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True, slots=True)
class SqlText:
    """A text and how it was written down.

    Attributes:
        mark: The byte-order mark before it, or nothing.
        has_crlf: Whether every line ended with `\\r\\n`; they end with `\\n` in `text` then. Else line ends of other
            kinds are in `text` as they are: in a string they mean something.
    """

    text: str
    encoding: str
    mark: bytes = b""
    has_crlf: bool = False

    def with_text(self, text: str) -> "SqlText":
        """Another text, to be written down in the same way."""
        return replace(self, text=text)

    def data(self) -> bytes:
        """The bytes of it."""
        text = self.text.replace("\n", "\r\n") if self.has_crlf else self.text
        return self.mark + text.encode(self.encoding)


def sql_text(data: bytes) -> SqlText:
    """What bytes say. What is no UTF-8 is read as Latin-1, which loses no byte."""
    for mark, encoding in (*_MARKS, (b"", "utf-8")):
        if data.startswith(mark):
            try:
                return _with_line_ends(data[len(mark) :].decode(encoding), encoding, mark)
            except UnicodeDecodeError:
                break
    return _with_line_ends(data.decode("latin-1"), "latin-1", b"")


def _with_line_ends(text: str, encoding: str, mark: bytes) -> SqlText:
    has_crlf = "\n" in text and text.count("\r\n") == text.count("\n")
    return SqlText(text.replace("\r\n", "\n") if has_crlf else text, encoding, mark, has_crlf)


def read_text(path: Path) -> SqlText:
    """A file's text.

    Raises:
        ScriptUnreadable
    """
    try:
        return sql_text(path.read_bytes())
    except OSError as error:
        raise ScriptUnreadable(path=str(path), reason=_reason(error)) from error


def write_text(path: Path, text: SqlText) -> None:
    """Write a file in one step.

    Raises:
        FileNotWritten: The old file is as it was.
    """
    try:
        write_whole(path, text.data(), FileLayer())
    except OSError as error:
        raise FileNotWritten(path=str(path), reason=_reason(error)) from error


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
