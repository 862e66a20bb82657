"""Edits that begin or end inside a fold, widened to all of it: a document holds it as one character. No Qt here."""

from collections.abc import Callable, Sequence

TextEdit = tuple[int, int, str]
"""Start and end in the text, and what comes there."""


def whole_folds(
    text: str, edits: Sequence[TextEdit], fold_at: Callable[[int], tuple[int, int] | None]
) -> list[TextEdit]:
    """The same edits in order, so that none begins or ends inside a fold.

    Args:
        text: The exact text before the edits.
        edits: They do not overlap.
        fold_at: The range of the fold that an offset is inside of, or None.
    """
    found: list[TextEdit] = []
    for start, end, new in sorted(edits):
        first, last = fold_at(start), fold_at(end)
        wide_start = first[0] if first else start
        wide_end = last[1] if last else end
        if found and wide_start < found[-1][1]:  # the same fold as the edit before
            old_start, old_end, before = found[-1]
            kept = before[: len(before) - (old_end - start)]
            found[-1] = (old_start, max(wide_end, old_end), kept + new + text[end : max(wide_end, old_end)])
        else:
            found.append((wide_start, wide_end, text[wide_start:start] + new + text[end:wide_end]))
    return found
