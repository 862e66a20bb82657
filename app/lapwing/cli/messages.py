"""Sentences for the person, on standard error: standard output carries results only."""

import contextlib
import sys

from lapwing.domain.errors import LapwingError, StatementFailed
from lapwing.domain.server_words import as_sentence, words_beside
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


def statement_error(
    error: LapwingError, sql: str, before: int, *, rolled_back: bool = False, goes_on: bool = False
) -> str:
    """A refused statement: where, why, and what has become of the statements before it.

    Args:
        sql: The whole script, in which the error's position counts; of a file nothing.
        before: How many statements ran before it.
        rolled_back: Whether it leaves an open transaction behind, which ends with the session.
        goes_on: Whether the statements behind it are run all the same.
    """
    position = error.facts.get("position")
    place = f"Statement {before + 1}: " if before else ""
    line, column = error.facts.get("line"), error.facts.get("column")
    if isinstance(position, int):
        place = f"At {line_and_column(sql, position)}: "
    elif error.facts.get("file") and line:
        of_file = f" of {error.facts['included']}" if error.facts.get("included") else ""
        place = f"At {line}:{column}{of_file}: " if column else f"Statement {before + 1}, in line {line}{of_file}: "
    advice = error.next_step()
    if isinstance(error, StatementFailed) and not advice and not goes_on:
        advice = "Correct the statement and run it again."
    fate = ""
    if rolled_back:
        fate = "The transaction it was part of was rolled back."
    elif before and not goes_on:
        fate = f"{counted(before, 'statement')} before it {'has' if before == 1 else 'have'} run."
    beside = [as_sentence(f"{kind.capitalize()}: {words}") for kind, words in words_beside(error.facts)]
    return " ".join(part for part in (place + as_sentence(str(error)), *beside, fate, advice) if part)


def line_and_column(text: str, position: int) -> str:
    """`line:column`, both from 1, in characters, of a 0-based offset."""
    line = text.count("\n", 0, position) + 1
    column = position - text.rfind("\n", 0, position)
    return f"{line}:{column}"


def counted(number: int, noun: str) -> str:
    """`1 row`, `2 rows`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
