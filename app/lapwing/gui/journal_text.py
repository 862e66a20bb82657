"""Long texts that are edited often: pieces of bounded length, so that an edit costs the same in 20 MB as in 20 kB."""

from collections.abc import Iterator

from lapwing.domain.late_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """At `position`, `removed` code points gave way to `added`."""

    position: int
    removed: int
    added: str


_MOST_MERGED = 4_096
"""Code points up to which edits are merged: merging copies what was added before."""


def merged(first: Edit, then: Edit) -> Edit | None:
    """Both edits as one, where they touch as typing and deleting do; else None."""
    if len(first.added) + len(then.added) > _MOST_MERGED:
        return None
    start = then.position - first.position
    end = start + then.removed
    if start >= 0 and end <= len(first.added):
        return Edit(first.position, first.removed, first.added[:start] + then.added + first.added[end:])
    if not first.added and start <= 0 <= end:
        return Edit(then.position, first.removed + then.removed, then.added)
    return None


class ChunkedText:
    """A text in pieces. Not safe for several threads at once; `pieces()` may be used by any thread afterwards."""

    def __init__(self, text: str = "", chunk_chars: int = 32_768) -> None:
        self._most = chunk_chars
        self._pieces = _cut(text, chunk_chars)
        self._length = len(text)

    def __len__(self) -> int:
        return self._length

    def __str__(self) -> str:
        return "".join(self._pieces)

    def pieces(self) -> tuple[str, ...]:
        """The text as it is now, in order; no piece is empty."""
        return tuple(self._pieces)

    def equals(self, text: str) -> bool:
        """Whether this is `text`, without joining the pieces."""
        if len(text) != self._length:
            return False
        start = 0
        for piece in self._pieces:
            if not text.startswith(piece, start):
                return False
            start += len(piece)
        return True

    def replace(self, edit: Edit) -> None:
        """Apply an edit.

        Raises:
            ValueError: It reaches outside the text; nothing was changed.
        """
        end = edit.position + edit.removed
        if edit.position < 0 or edit.removed < 0 or end > self._length:
            raise ValueError(f"an edit from {edit.position} to {end} in a text of {self._length} code points")
        if not self._pieces:
            self._pieces = _cut(edit.added, self._most)
        else:
            first, first_start = self._find(0, 0, edit.position)
            last, last_start = self._find(first, first_start, end)
            kept_before = self._pieces[first][: edit.position - first_start]
            kept_after = self._pieces[last][end - last_start :]
            self._put(first, last + 1, kept_before + edit.added + kept_after)
        self._length += len(edit.added) - edit.removed

    def _find(self, index: int, start: int, position: int) -> tuple[int, int]:
        """The piece in which or at whose end `position` is, and where that piece begins; search from a piece on."""
        for piece in self._pieces[index:] if index else self._pieces:
            if position <= start + len(piece):
                break
            start += len(piece)
            index += 1
        return index, start

    def _put(self, begin: int, end: int, text: str) -> None:
        """Let `text` take the place of some pieces; neighbours too small to stand alone are joined with it."""
        if begin > 0 and len(self._pieces[begin - 1]) + len(text) <= self._most:
            begin -= 1
            text = self._pieces[begin] + text
        if end < len(self._pieces) and len(self._pieces[end]) + len(text) <= self._most:
            text += self._pieces[end]
            end += 1
        self._pieces[begin:end] = [text] if 0 < len(text) <= 2 * self._most else _cut(text, self._most)


def _cut(text: str, most: int) -> list[str]:
    return [text] if 0 < len(text) <= most else list(_cuts(text, most))


def _cuts(text: str, most: int) -> Iterator[str]:
    for start in range(0, len(text), most):
        yield text[start : start + most]
