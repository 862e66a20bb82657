"""Texts of a file in the encoding that was chosen."""

import codecs
from collections.abc import Callable, Sequence
from typing import Final

from lapwing.domain.transfer import WriteOptions
from lapwing.domain.transfer_errors import TextNotEncodable
from lapwing.domain.values import Row

_MARKED: Final = {"utf-16": "utf-16-le"}


class Encoding:
    """Encodes one file, piece by piece."""

    def __init__(self, options: WriteOptions) -> None:
        self._shown = options.encoding
        self._codec = _MARKED.get(options.encoding, options.encoding)
        self.mark = b""
        if options.encoding in _MARKED:
            self.mark = codecs.BOM_UTF16_LE
        elif options.byte_order_mark and options.encoding == "utf-8":
            self.mark = codecs.BOM_UTF8

    def encoded(self, text: str) -> bytes:
        """The text, without the mark of a file's beginning. Raises UnicodeEncodeError."""
        return text.encode(self._codec)

    def head(self, text: str) -> bytes:
        """What a file begins with.

        Raises:
            TextNotEncodable: A name of a column cannot be written; its row is 0.
        """
        try:
            return self.mark + self.encoded(text)
        except UnicodeEncodeError as error:
            raise self._refused(error, 0) from error

    def rows(self, rows: Sequence[Row], write: Callable[[Sequence[Row]], str], written: int) -> bytes:
        """Rows as `write` writes them, after so many others.

        Raises:
            TextNotEncodable
        """
        try:
            return self.encoded(write(rows))
        except UnicodeEncodeError as error:
            for number, row in enumerate(rows, written + 1):
                try:
                    self.encoded(write([row]))
                except UnicodeEncodeError as refused:
                    raise self._refused(refused, number) from error
            raise

    def _refused(self, error: UnicodeEncodeError, row: int) -> TextNotEncodable:
        character = f"U+{ord(error.object[error.start]):04X}"
        return TextNotEncodable(character=character, encoding=self._shown, row=row)
