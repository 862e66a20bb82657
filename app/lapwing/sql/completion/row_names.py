"""Rows that have a name although no FROM names them: `excluded` of ON CONFLICT, `new` and `old` of a trigger."""

from dataclasses import replace
from typing import Final

from lapwing.sql.completion.contexts import KnownSource
from lapwing.sql.completion.facts import Source
from lapwing.sql.completion.names import Names
from lapwing.sql.completion.tape import Tape

_MOST_HEAD: Final = 40
"""Tokens in which CREATE TRIGGER has come to the name of its table."""


def excluded(sources: tuple[KnownSource, ...]) -> tuple[KnownSource, ...]:
    """The row that ON CONFLICT DO UPDATE did not insert, from the sources of the INSERT."""
    if not sources:
        return ()
    source = replace(sources[0].source, name="excluded", written="excluded", start=-1, end=-1, alias_start=-1)
    return (replace(sources[0], source=source, item=None),)


def trigger_rows(tape: Tape, names: Names) -> tuple[KnownSource, ...]:
    """The rows that the body of a trigger can name, if the text begins with CREATE TRIGGER.

    A statement of the body is looked at by itself, so the head may be in front of the tape's own range.
    """
    words = tape.words[:_MOST_HEAD]
    if words[:1] != ["CREATE"] or "TRIGGER" not in words[:6]:
        return ()
    index = next((at for at, word in enumerate(words) if word == "ON" and words[at - 1] != "TRIGGER"), len(words)) + 1
    if index >= len(tape.words) or index == tape.hole:
        return ()
    schema = ""
    if tape.words[index + 1 : index + 2] == ["."] and index + 2 < len(tape.words):
        schema, index = tape.name(index), index + 2
    relation = names.relation(tape.name(index), schema, is_quoted=tape.is_quoted(index))
    if relation is None:
        return ()
    rows = {"INSERT": ("new",), "DELETE": ("old",)}.get(_event(words), ("new", "old"))
    return tuple(
        KnownSource(Source(row, relation=relation, columns=relation.columns, written=row), is_whole=True)
        for row in rows
    )


def _event(words: list[str]) -> str:
    """What fires the trigger; several events count as none."""
    events = [
        word for word in words[: words.index("ON") if "ON" in words else 0] if word in {"INSERT", "UPDATE", "DELETE"}
    ]
    return events[0] if len(events) == 1 else ""
