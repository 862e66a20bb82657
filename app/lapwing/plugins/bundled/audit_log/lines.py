"""One line of the audit log, and where the log ends.

A line is a JSON object whose last two members are `previous`, the `sha256` of the line before, and `sha256`, of all its
own bytes before `,"sha256":`. So nothing has to be written anew to be checked: the bytes are as they are.
"""

import json
import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, Final

NOTHING: Final = "0" * 64
"""What the very first line has as the hash of the one before."""
LONGEST_TEXT: Final = 64_000
"""Characters of a statement or an error that are kept; of a longer one its length and hash are told beside."""
_END: Final = re.compile(rb',"previous":"([0-9a-f]{64})","sha256":"([0-9a-f]{64})"\}')
_END_BYTES: Final = len(',"previous":""') + len(',"sha256":""}') + 128
_SHA_BYTES: Final = len(',"sha256":""}') + 64
_SEQUENCE: Final = re.compile(rb'\{"seq":([0-9]{1,18}),')


@dataclass(frozen=True, slots=True)
class Tip:
    """Where the log ends.

    Attributes:
        sequence: The number of its last line; 0 before there is one.
        digest: That line's hash, as hexadecimal digits.
        size: Bytes of the newest file.
        file: The newest file's number, from 1.
    """

    sequence: int = 0
    digest: str = NOTHING
    size: int = 0
    file: int = 1

    @property
    def as_bytes(self) -> bytes:
        """Always of the same length, so that writing it over the last one is one write of a few bytes."""
        return f"{self.sequence:018d} {self.digest} {self.size:018d} {self.file:09d}\n".encode()


def tip_in(data: bytes) -> Tip | None:
    """What `as_bytes` wrote; None: it is none."""
    parts = data.split()
    if len(parts) != 4 or len(parts[1]) != 64 or not all(part.isdigit() for part in (parts[0], parts[2], parts[3])):
        return None
    return Tip(int(parts[0]), parts[1].decode("ascii", "replace"), int(parts[2]), int(parts[3]))


def line_behind(tip: Tip, at: float, facts: dict[str, Any]) -> tuple[bytes, Tip]:
    """The next line with its end of line, and the log's end behind it."""
    moment = datetime.fromtimestamp(at, UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    record = {"seq": tip.sequence + 1, "at": moment, **facts, "previous": tip.digest}
    body = _json(record)[:-1]
    digest = sha256(body).hexdigest()
    line = body + f',"sha256":"{digest}"}}\n'.encode()
    return line, replace(tip, sequence=tip.sequence + 1, digest=digest, size=tip.size + len(line))


def follows(tip: Tip, line: bytes) -> Tip | None:
    """The log's end behind a line that was written before; None: it is not the next one, or was changed.

    Args:
        tip: Where the log ends before it.
        line: Without its end of line.
    """
    end, begin = _END.fullmatch(line[-_END_BYTES:]), _SEQUENCE.match(line)
    if end is None or begin is None or int(begin[1]) != tip.sequence + 1 or end[1].decode() != tip.digest:
        return None
    digest = sha256(line[:-_SHA_BYTES]).hexdigest()
    if digest != end[2].decode():
        return None
    return replace(tip, sequence=tip.sequence + 1, digest=digest, size=tip.size + len(line) + 1)


def standing_alone(line: bytes) -> Tip | None:
    """What a line says of itself, whatever was before it; None: it is none, or was changed."""
    end, begin = _END.fullmatch(line[-_END_BYTES:]), _SEQUENCE.match(line)
    if end is None or begin is None:
        return None
    return follows(Tip(int(begin[1]) - 1, end[1].decode()), line)


def text_facts(name: str, text: str) -> dict[str, Any]:
    """A text as facts of a line: whole, or its beginning with the length and hash of all of it."""
    if len(text) <= LONGEST_TEXT:
        return {name: text}
    whole = sha256(text.encode(errors="surrogatepass")).hexdigest()
    return {name: text[:LONGEST_TEXT], f"{name}_characters": len(text), f"{name}_sha256": whole}


def _json(record: dict[str, Any]) -> bytes:
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    try:
        return text.encode()
    except UnicodeEncodeError:  # halves of characters: JSON has escapes for them
        return json.dumps(record, separators=(",", ":")).encode()
