"""Asking an engine of its own about plugins."""

import sys
from typing import Final, TypeVar

from lapwing.cli.caller import SilentCaller
from lapwing.cli.engine_run import run_in_engine
from lapwing.cli.messages import say
from lapwing.domain.errors import in_full
from lapwing.domain.plugins.errors import PluginUnknown
from lapwing.domain.plugins.facts import PluginFacts, PluginList
from lapwing.engine.engine import Engine

Answer = TypeVar("Answer")
_YES: Final = {"y", "yes"}
_LONGEST: Final = 4_096


def ask_engine(operation: str, request: object, kind: type[Answer]) -> Answer:
    """What an operation answers.

    Raises:
        LapwingError: What the operation raises.
    """
    caller = SilentCaller()

    async def ask(engine: Engine) -> Answer:
        answer = await engine.serve(caller, operation, request)
        assert isinstance(answer, kind)
        return answer

    return run_in_engine(ask, caller)


def all_plugins() -> PluginList:
    """What is there; a notice about the register is said."""
    found = ask_engine("plugin.list", None, PluginList)
    if found.problems:
        say(in_full(found.problems))
    return found


def one_plugin(plugin_id: str) -> PluginFacts:
    """Raises:
    PluginUnknown
    """
    found = next((each for each in all_plugins().plugins if each.manifest.id == plugin_id), None)
    if found is None:
        raise PluginUnknown(plugin=plugin_id)
    return found


def says_yes(question: str) -> bool:
    """A line from the terminal, also where standard input is something else."""
    print(question, end="", file=sys.stderr, flush=True)
    if sys.stdin.isatty():
        return sys.stdin.readline(_LONGEST).strip().lower() in _YES
    with open("/dev/tty", encoding="utf-8") as terminal:
        return terminal.readline(_LONGEST).strip().lower() in _YES
