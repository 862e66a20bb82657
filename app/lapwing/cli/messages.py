"""Sentences for the person, on standard error: standard output carries results only."""

import contextlib
import sys

from lapwing.domain.errors import LapwingError, StatementFailed
from lapwing.domain.visible import visible_text


def say(sentence: str) -> None:
    """One line on standard error. A terminal's control characters in it, such as a server's, become visible.

    Where nothing can be written there is nobody to be told, so a failure is left alone.
    """
    if sys.stderr is not None:
        with contextlib.suppress(OSError, ValueError):
            sys.stderr.write(f"lapwing: {visible_text(sentence)}\n")
            sys.stderr.flush()


def sentence_of(error: LapwingError) -> str:
    """What happened and what to do about it, in one line."""
    return f"{as_sentence(str(error))} {error.next_step()}".strip()


def as_sentence(words: str) -> str:
    """A server's words with an end."""
    return words if words.endswith((".", "!", "?")) else f"{words}."


def statement_error(error: LapwingError, sql: str, before: int, *, rolled_back: bool) -> str:
    """A refused statement: where, why, and what has become of the statements before it.

    Args:
        sql: The whole script, in which the error's position counts.
        before: How many statements ran before it.
        rolled_back: Whether it leaves an open transaction behind, which ends with the session.
    """
    position = error.facts.get("position")
    place = f"Statement {before + 1}: " if before else ""
    if isinstance(position, int):
        place = f"At {line_and_column(sql, position)}: "
    advice = error.next_step()
    if isinstance(error, StatementFailed) and not advice:
        advice = "Correct the statement and run it again."
    fate = ""
    if rolled_back:
        fate = "The transaction it was part of was rolled back."
    elif before:
        fate = f"{counted(before, 'statement')} before it {'has' if before == 1 else 'have'} run."
    return " ".join(part for part in (place + as_sentence(str(error)), fate, advice) if part)


def line_and_column(text: str, position: int) -> str:
    """`line:column`, both from 1, in characters, of a 0-based offset."""
    line = text.count("\n", 0, position) + 1
    column = position - text.rfind("\n", 0, position)
    return f"{line}:{column}"


def counted(number: int, noun: str) -> str:
    """`1 row`, `2 rows`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
