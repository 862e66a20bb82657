"""Types of events that nobody has told yet, which may be misspelt: the nearest one is named."""

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from typing import cast

from lapwing.cli.messages import say, sentence_of
from lapwing.domain.errors import LapwingError
from lapwing.domain.event_log import EventTypeList
from lapwing.engine.engine import Engine
from lapwing.engine.operations import Caller


async def say_unknown(engine: Engine, caller: Caller, patterns: Sequence[str]) -> None:
    """Say which patterns fit no type that Lapwing tells, and none that events are kept of.

    It is no error: a plugin or a script may tell that type tomorrow.
    """
    if not patterns:
        return
    try:
        found = cast("EventTypeList", await engine.serve(caller, "event.types", None))
    except LapwingError as error:
        say(sentence_of(error))
        return
    known = [each.type for each in found.types]
    for pattern in patterns:
        if not any(fnmatchcase(each, pattern) for each in known):
            say(_sentence(pattern, known))


def _sentence(pattern: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    known = list(known)
    families = {f"{each.partition('.')[0]}.*" for each in known}
    word = pattern if "." in pattern else f"{pattern}.*"
    near = [word] if word in families else get_close_matches(word, [*sorted(families), *known], n=1)
    advice = f"Did you mean `{near[0]}`?" if near else "`lapwing events types` lists those that are known."
    return f"No event of the type {pattern} is known. {advice}"
