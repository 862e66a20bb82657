"""Where a run's statements come from: a text, or a file that is read piece by piece. Run's thread."""

import codecs
import os
import stat
from collections.abc import Generator
from typing import IO, Final

from lapwing.domain.query import RunQuery
from lapwing.domain.script_errors import ScriptUndecodable, ScriptUnreadable
from lapwing.sql.dialect import Dialect
from lapwing.sql.script_stream import ScriptStatement, ScriptStream, statements_in

_MARKS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_PIECE: Final = 1 << 18
_ONLY_ONCE: Final = "it can be read only once, and what is to run in one transaction is looked through first"


class Script:
    """What a request asks to be run.

    Attributes:
        count: How many statements it has; 0 when that is not known.
        size: Bytes of its file, characters of its text; 0 when that is not known.
    """

    def __init__(self, request: RunQuery, dialect: Dialect) -> None:
        self._dialect = dialect
        self._request = request
        self._stream: ScriptStream | None = None
        self._file: TextOfFile | None = None
        self._reached: ScriptStatement | None = None
        self._found = [] if request.path else dialect.split(request.sql)
        self.count = len(self._found)
        self.size = 0 if request.path else len(request.sql)

    @property
    def can_look_ahead(self) -> bool:
        """Whether statements can be read before their turn without waiting for somebody who writes them."""
        return not self._request.path or os.path.isfile(self._request.path)

    @property
    def size_done(self) -> int:
        """How far it has been run, in the unit of `size`; of a file nearly so. Any thread."""
        stream, file = self._stream, self._file
        if stream is None or file is None:
            return 0 if self._reached is None else self._reached.end
        share = stream.consumed / file.characters if file.characters else 0.0
        return min(int(file.bytes_read * share), file.bytes_read)

    def statements(self) -> Generator[ScriptStatement, None, None]:
        """Its statements in order.

        Raises:
            ScriptUnreadable, ScriptUndecodable: The file cannot be read (further).
        """
        if not self._request.path:
            for statement in statements_in(self._request.sql, self._found):
                self._reached = statement
                yield statement
            return
        with TextOfFile(self._request.path, self._request.encoding) as file:
            self.size = file.size
            self._file = file
            self._stream = ScriptStream(self._dialect, file.read, self._request.path)
            yield from self._stream

    def check(self, *, reads_twice: bool) -> None:
        """See that the whole file can be read before any of it is run. One that can be read only once is not looked at.

        Args:
            reads_twice: Whether it has to be looked through.

        Raises:
            ScriptUnreadable, ScriptUndecodable
        """
        if self._request.path:
            check_file(self._request.path, self._request.encoding, reads_twice=reads_twice)


def check_file(path: str, encoding: str, *, reads_twice: bool) -> None:
    """As `Script.check`, for any file."""
    with TextOfFile(path, encoding) as file:
        if file.can_be_read_again:
            while file.read(_PIECE):
                pass
        elif reads_twice:
            raise ScriptUnreadable(path=path, reason=_ONLY_ONCE)


class TextOfFile:
    """The text of a file, in pieces. Without a byte order mark or a named encoding it is UTF-8.

    Attributes:
        size: Bytes; 0 when that is not known.
        bytes_read: So far.
        characters: Given so far.
    """

    def __init__(self, path: str, encoding: str = "") -> None:
        """Open it.

        Raises:
            ScriptUnreadable: It cannot be opened, or there is no such encoding.
        """
        self._path = path
        self._encoding = _known(encoding, path) if encoding else ""
        self._decoder: codecs.IncrementalDecoder | None = None
        self._file = _opened(path)
        facts = os.fstat(self._file.fileno())
        self.can_be_read_again = stat.S_ISREG(facts.st_mode)
        self.size = facts.st_size if self.can_be_read_again else 0
        self.bytes_read = 0
        self.characters = 0

    def __enter__(self) -> "TextOfFile":
        return self

    def __exit__(self, *_reason: object) -> None:
        self._file.close()

    def read(self, size: int) -> str:
        """The next piece of about that many characters; empty at the end.

        Raises:
            ScriptUnreadable, ScriptUndecodable
        """
        while True:
            try:
                raw = self._file.read(size)
            except OSError as error:
                raise ScriptUnreadable(path=self._path, reason=(error.strerror or str(error)).lower()) from error
            text = self._decoded(raw)
            if text or not raw:
                self.characters += len(text)
                return text

    def _decoded(self, raw: bytes) -> str:
        before = self.bytes_read
        self.bytes_read += len(raw)
        if self._decoder is None:
            raw = self._begun(raw)
            before = self.bytes_read - len(raw)
        assert self._decoder is not None, "it was just made"
        pending = len(self._decoder.getstate()[0])
        try:
            return self._decoder.decode(raw, final=not raw)
        except UnicodeDecodeError as error:
            byte = before - pending + error.start + 1
            raise ScriptUndecodable(path=self._path, byte=byte, encoding=self._encoding.upper()) from error

    def _begun(self, raw: bytes) -> bytes:
        """The first piece without its byte order mark, which says what the text is written in."""
        for mark, encoding in _MARKS:
            if raw.startswith(mark) and (not self._encoding or codecs.lookup(self._encoding).name in _MARKED[encoding]):
                self._encoding = encoding
                raw = raw[len(mark) :]
                break
        self._encoding = self._encoding or "utf-8"
        self._decoder = codecs.getincrementaldecoder(self._encoding)()
        return raw


_MARKED: Final = {
    "utf-8": {"utf-8", "utf-8-sig"},
    "utf-16-le": {"utf-16", "utf-16-le"},
    "utf-16-be": {"utf-16", "utf-16-be"},
}


def _opened(path: str) -> IO[bytes]:
    try:
        return open(path, "rb", buffering=_PIECE)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise ScriptUnreadable(path=path, reason=reason.lower()) from error


def _known(encoding: str, path: str) -> str:
    """The encoding, by the name that Python has for it; one of text."""
    try:
        found = codecs.lookup(encoding)
    except (LookupError, ValueError) as error:
        raise ScriptUnreadable(path=path, reason=f"there is no encoding {encoding}") from error
    if not found._is_text_encoding:
        raise ScriptUnreadable(path=path, reason=f"{encoding} is no encoding of text")
    return found.name
